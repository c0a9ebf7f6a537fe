"""The chance shown before a motion is moved counts how each leader can be expected to stand."""

from __future__ import annotations

import re

import pytest

from game.engine import forecast
from game.engine.digest import digest
from game.lab.table import Table
from game.saves import Setup
from game.views import orders
from game.views.parts import Scene


@pytest.fixture(scope="module")
def tribune(succession) -> Scene:
    """What the Tribune sees when he is first asked for orders."""
    table = Table.new(succession, Setup(seed=1, humans=("trotsky",)))
    while not (table.game.human_to_act and table.game.decision.kind == "window"):
        table.rival(table.game.decision)
    return Scene(table, table.game.decision.who)


def abroad(who: str) -> dict[str, str]:
    return {"motion_type": "send_abroad", "body": "politburo", "subject": who}


def shown(at: Scene, filled: dict[str, str]) -> int:
    text = orders.chance(at, orders.order_type(at, "table"), filled)
    return int(re.search(r"carries (\d+) in 100 if the leaders stand as expected", text)[1])


@pytest.mark.parametrize("who", ("kirov", "kaganovich"))
def test_a_leader_who_has_not_spoken_is_expected_to_keep_his_people(tribune, who) -> None:
    motion = orders.considered_motion(tribune, abroad(who))
    assert forecast.vote(tribune.seen, motion).chance > 800  # before anybody speaks most would go with the mover
    assert shown(tribune, abroad(who)) < 10


def test_what_others_would_welcome_is_told_as_likely(tribune) -> None:
    assert shown(tribune, abroad("preobrazhensky")) > 90 > 10 > shown(tribune, abroad("kirov"))


def test_looking_changes_nothing(tribune) -> None:
    before = digest(tribune.table.game.state)
    shown(tribune, abroad("kirov"))
    assert digest(tribune.table.game.state) == before
