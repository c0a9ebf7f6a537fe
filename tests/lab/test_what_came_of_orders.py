"""An order succeeds if its motion is carried, its offer accepted, or it was not refused and changed something."""

from __future__ import annotations

from datetime import date

import pytest

from game.engine.record import Record
from game.lab.order_fates import fates


def record(number, kind, causes=(), **data):
    return Record(number, 1, date(1900, 1, 1), kind, "somebody", (), data, causes)


def motion(number):
    return record(number, "motion", (0,), change="made", motion="m")


def vote(number, name, carried):
    return record(number, "vote", (number - 1,), motion=name, carried=carried)


def offer(number, change):
    return record(number, "offer", (number - 1,), change=change)


@pytest.mark.parametrize(
    ("after", "succeeded"),
    [
        ([], 0),
        ([record(1, "opinion", (0,))], 1),
        ([record(1, "refused", (0,))], 0),
        ([record(1, "refused", (0,)), record(2, "opinion", (0,))], 0),
        ([record(1, "skipped", (0,))], 0),
        ([motion(1)], 0),
        ([motion(1), vote(2, "m", True)], 1),
        ([motion(1), vote(2, "m", False)], 0),
        ([motion(1), vote(2, "n", True)], 0),
        ([offer(1, "made"), offer(2, "accepted")], 1),
        ([offer(1, "made"), offer(2, "refused")], 0),
        ([offer(1, "made"), offer(2, "countered"), offer(3, "made"), offer(4, "accepted")], 1),
    ],
)
def test_an_order_by_what_it_brought(after, succeeded):
    assert fates([record(0, "order", order="speak"), *after]) == {"speak": [1, succeeded, 1]}


def test_whole_games_are_counted(harbour_table):
    records = harbour_table.game.records
    found = fates(records)
    given = [one for one in records if one.kind == "order"]
    assert sum(row[0] for row in found.values()) == len(given)
    assert all(0 <= took <= count and 1 <= seats <= count for count, took, seats in found.values())
