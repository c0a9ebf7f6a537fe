"""Costs stay within a few times what they are, counted in calibrating loops; a vote grows slower than its hall."""

from __future__ import annotations

import pytest

from tests.speed.measure import quick

#: Calibrating loops: four to eight times what the table in the README says, so that a busy machine is no failure.
BOUNDS = {
    "plan of a clerk": 4,
    "plan of a secretary": 5,
    "plan of a vozhd": 40,
    "vote of 1,000 delegates": 0.8,
    "vote of 1,600 delegates": 0.8,
    "vote of 10,000 delegates": 1.2,
    "legal orders of a seat": 160,
    "view of a seat": 0.5,
    "digest": 1.2,
    "fork of a state": 0.2,
}


@pytest.fixture(scope="module")
def loops():
    return {figure.name: figure.loops for figure in quick("succession-1923")}


def test_nothing_has_become_many_times_slower(loops):
    assert {name: cost for name, cost in loops.items() if cost > BOUNDS[name]} == {}


def test_a_vote_grows_no_faster_than_its_delegates(loops):
    assert loops["vote of 10,000 delegates"] < 10 * loops["vote of 1,000 delegates"]
