"""The staircase: a popular minority arrives with nobody, a fortress arrives unanimous."""

from __future__ import annotations

import numpy as np
import votes_world as world
from hypothesis import given, settings
from hypothesis import strategies as some

from game.engine import cells, logistic, question, votes
from game.engine.log import Log
from game.engine.parameters import Parameters
from game.engine.state import Motion, State


def winter() -> tuple[State, Motion]:
    """The first winter and the motion on it."""
    state = world.first_winter()
    return state, world.motion(state, "condemn", "small_assembly", "of_thistle", "sorrel", "zinnia", "clover")


def test_a_strong_minority_of_the_capital_shrinks_tier_by_tier() -> None:
    """The record: about 36 % at districts, 16-18 % at the province; the model note: 31, 16, then 6 % (sd 6, 4)."""
    state, motion = winter()
    opposition = [1000 - share for share in cells.staircase(state, motion, world.REGIONS.index("capital"))]
    assert opposition[0] == opposition[1]
    assert 250 <= opposition[1] <= 370
    assert 120 <= opposition[2] <= 200
    assert 40 <= opposition[3] <= 100


def test_three_of_a_conference_arrive() -> None:
    """The record: 3 of 128 against; the model note: 3 (1-6)."""
    against = []
    for seed in range(30):
        state = world.first_winter(seed)
        motion = world.motion(state, "condemn", "small_assembly", "of_thistle", "sorrel", "zinnia", "clover")
        ballot = votes.hold(state, motion, world.sitting(state, "small_assembly", 128), Log(state))
        against.append(ballot.votes_against)
    assert 1 <= sorted(against)[15] <= 8


def test_a_fortress_becomes_unanimous() -> None:
    state, motion = winter()
    steps = cells.staircase(state, motion, world.REGIONS.index("fortress"))
    assert steps[1] < 960 < 990 <= steps[3]


def test_without_machines_the_minority_only_fades_by_the_exponent() -> None:
    state, motion = winter()
    state.machine[:] = 0
    put = question.of(state, motion)
    points = cells.weigh(state, put, luck=False).total()
    assert (cells.push(state, put) == 0).all()
    assert (cells.tiers(state, put, points)[2] == logistic.clip(1150 * points // 1000)).all()


def test_half_the_push_is_the_first_secretary_and_half_the_men_below_him() -> None:
    state, motion = winter()
    put = question.of(state, motion)
    capital = world.REGIONS.index("capital")
    machine = int(state.machine[capital])
    lower = sum(int(state.clients[capital, bloc]) * int(put.lines[bloc]) for bloc in range(7)) // 1000
    assert cells.push(state, put)[capital] == machine * (1000 + lower) // 2000
    post = state.scenario.index["posts"]["capital_first"]
    state.holder[post] = world.person_of(state, "thistle_0")
    assert cells.push(state, put)[capital] == machine * (-1000 + lower) // 2000
    state.holder[post] = world.person_of(state, "loose_0")
    assert cells.push(state, put)[capital] == machine * lower // 2000


def test_the_terms_of_the_cells_sum_to_their_points() -> None:
    state, motion = winter()
    points = cells.weigh(state, question.of(state, motion), luck=False).total()
    for region in range(16):
        assert cells.explain(state, motion, region).total == points[region]


def test_grievance_of_independent_members_turns_against_the_leadership() -> None:
    state, motion = winter()
    calm = cells.explain(state, motion, 0)
    angry = {t.reason: t.amount for t in calm.terms}["grievance"]
    assert angry == -(2950 * int(state.grievance[0]) // 1000 * int(state.independence[0]) // 1000)
    state.grievance[0] = 0
    assert cells.explain(state, motion, 0).total == calm.total - angry


@settings(max_examples=30, deadline=None)
@given(some.integers(-8000, 8000), some.integers(-1000, 1000))
def test_each_tier_is_a_multiplication_and_a_push(points: int, machine: int) -> None:
    state, motion = winter()
    put = question.of(state, motion)
    state.machine[:] = abs(machine)
    pushed = Parameters.of(state.scenario).push * cells.push(state, put) // 1000
    _, districts, province, delegation = cells.tiers(state, put, np.full(16, points, dtype=np.int64))
    assert (province == logistic.clip(1150 * districts // 1000 + pushed)).all()
    assert (delegation == logistic.clip(1150 * province // 1000 + pushed)).all()


def test_meetings_count_every_member() -> None:
    state, motion = winter()
    assert (cells.meetings(state, motion).sum(axis=1) == state.members).all()
