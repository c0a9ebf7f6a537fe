"""Who holds what on a date comes from the record alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.scenario.model import Scenario
from game.scenario.opening import opening


def test_the_start(small: Scenario) -> None:
    found = opening(small, small.start)
    assert found.holders["union_secretary"] == "ravndal"
    assert found.since["union_secretary"] == date(1906, 4, 1)
    assert found.full["presidium"] == ("ravndal", "brekke", "quist", "lunde", "moeller")
    assert found.candidates["presidium"] == ("storvik",)
    assert found.full["union_congress"] == ()
    assert found.pacts == ("counting_house",)
    assert found.places["dahlin"] == "posted" and found.places["viken"] == "centre"
    assert set(found.places) == {person.id for person in small.people}


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        (date(1906, 3, 31), None), (date(1906, 4, 1), "ravndal"), (date(1912, 4, 30), "ravndal"),
    ],
)  # fmt: skip
def test_a_tenure_begins_on_its_first_day(small: Scenario, day: date, holder: str | None) -> None:
    assert opening(small, day).holders.get("union_secretary") == holder


@pytest.mark.parametrize(
    ("day", "holder"), [(date(1912, 1, 19), "tveit"), (date(1912, 1, 20), "viken"), (date(1912, 2, 1), "viken")]
)
def test_on_the_day_of_a_handover_the_new_holder_is_in_place(small: Scenario, day: date, holder: str) -> None:
    assert opening(small, day).holders["old_basin_secretary"] == holder


def test_the_dead_hold_nothing_from_the_day_of_their_death(small: Scenario) -> None:
    before, after = opening(small, date(1911, 10, 13)), opening(small, date(1911, 10, 14))
    assert "moeller" in before.full["presidium"] and before.places["moeller"] == "centre"
    assert "moeller" not in after.full["presidium"] and after.places["moeller"] == "dead"
    assert "union_president" not in after.holders


def test_an_open_tenure_ends_with_life(small: Scenario) -> None:
    open_ended = tuple(replace(fact, ends=None) if fact.id == "presidium.moeller" else fact for fact in small.record)
    found = opening(replace(small, record=open_ended), date(1911, 12, 1))
    assert "moeller" not in found.full["presidium"]


def test_statuses_move_people_and_pacts_end(small: Scenario) -> None:
    found = opening(small, date(1912, 3, 31))
    assert found.places["tveit"] == "posted"
    assert found.pacts == ()
    assert opening(small, date(1912, 3, 30)).pacts == ("counting_house",)


@pytest.mark.parametrize(
    ("status", "place"),
    [
        ("posted", "posted"), ("abroad", "abroad"), ("exiled", "exiled"), ("expelled", "expelled"),
        ("deported", "expelled"), ("readmitted", "centre"), ("recanted", "posted"), ("ill", "posted"),
    ],
)  # fmt: skip
def test_each_status_has_its_place(small: Scenario, status: str, place: str) -> None:
    record = tuple(
        replace(fact, data={**fact.data, "status": status}, begins=date(1911, 6, 1))
        if fact.kind == "status"
        else fact
        for fact in small.record
    )
    assert opening(replace(small, record=record), date(1911, 7, 1)).places["tveit"] == place
