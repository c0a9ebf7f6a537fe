"""A game may begin at any half-year with exactly the record's people in place, and can be played to the end."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

import pytest

from game.engine import to_act
from game.lab.table import Table
from game.saves import Setup
from game.scenario import find, load
from game.scenario.model import Scenario
from game.scenario.opening import opening

TURNS = [date(year, month, 1) for year in range(1923, 1930) for month in (4, 10)]
HALF_YEARS = [day for day in TURNS if date(1923, 4, 1) < day < date(1929, 6, 1)] + [date(1929, 6, 1)]
BETWEEN = [date(year, month, 1) for year in range(1923, 1930) for month in (1, 7)]


@lru_cache(maxsize=1)
def scenario() -> Scenario:
    return load(find("succession-1923"))


def table(day: date | None, rivals: str = "rails") -> Table:
    return Table.new(scenario(), Setup(seed=1, rivals=rivals, start=day))


def check(day: date) -> None:
    """Posts, rosters, places, membership of the party and named pacts are the record's on the day."""
    world, state = scenario(), table(day).game.state
    recorded = opening(world, state.day)
    people = [person.id for person in world.people]
    holders = {post.id: people[who] for post, who in zip(world.posts, state.holder.tolist(), strict=True) if who >= 0}
    assert holders == dict(recorded.holders)
    for number, body in enumerate(world.bodies):
        assert tuple(people[who] for who in state.full[number]) == recorded.full[body.id]
        assert tuple(people[who] for who in state.candidates[number]) == recorded.candidates[body.id]
    dead = {who for who, place in recorded.places.items() if place == "dead"}
    assert {people[who] for who, alive in enumerate(state.alive.tolist()) if not alive} == dead
    out = {people[who] for who, inside in enumerate(state.in_party.tolist()) if not inside}
    assert out - dead == set(recorded.outside) - dead
    named = {pact.id for pact in world.pacts}
    assert {pact.id for pact in state.pacts if pact.id in named} == set(recorded.pacts)


def test_the_first_day() -> None:
    state = table(None).game.state
    recorded = opening(scenario(), scenario().start)
    assert {
        post.id: scenario().people[who].id
        for post, who in zip(scenario().posts, state.holder.tolist(), strict=True)
        if who >= 0
    } == dict(recorded.holders)


@pytest.mark.parametrize("day", HALF_YEARS)
def test_a_later_start_has_the_records_people_in_place(day: date) -> None:
    check(day)


@pytest.mark.long
@pytest.mark.parametrize("day", [day for day in BETWEEN if scenario().start < day < date(1929, 6, 1)])
def test_so_has_a_start_inside_a_turn(day: date) -> None:
    check(day)


@pytest.mark.parametrize(("day", "rivals"), [(date(1925, 4, 1), "rails"), (date(1929, 6, 1), "free")])
def test_a_later_start_plays_to_the_end(day: date, rivals: str) -> None:
    late = table(day, rivals)
    late.advance()
    assert to_act(late.game.state) is None and late.game.state.phase == "over"
    assert late.game.state.turn == scenario().turns
