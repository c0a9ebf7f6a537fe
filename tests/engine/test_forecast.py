"""Forecasts against two thousand keyed repeats of the same vote, and their purity."""

from __future__ import annotations

import time
from dataclasses import replace

import pytest
import votes_world as world

from game.engine import delegates, forecast, named_votes, question, votes
from game.engine.digest import digest
from game.engine.lines import motion_type
from game.engine.state import Motion, State

REPEATS = 2000


def case(name: str) -> tuple[State, Motion]:
    """Votes of every kind that are neither certain nor hopeless."""
    state = world.state()
    if name == "bureau":
        state.pacts = []
        return state, world.motion(state, "censure", "presidium", "of_thistle", "sorrel", "zinnia")
    if name == "committee":
        state.pacts = []
        return state, world.motion(state, "relieve", "council", "head_clerk", "zinnia", "clover")
    if name == "both":
        state.pacts = state.pacts[:1]
        return state, world.motion(state, "expel", "both", "thistle", "sorrel")
    body = "small_assembly" if name == "conference" else "assembly_of_all"
    state.pacts = []
    motion = world.motion(state, "censure", body, "of_borage", "sorrel", "zinnia")
    motion.stands = ((3, -1000), (5 if name == "conference" else 1, -1000))
    return state, motion


def repeat(state: State, motion: Motion) -> tuple[float, float, list[int]]:
    """Share carried, mean votes for, and all votes for."""
    put = question.of(state, motion)
    carried, towards = 0, []
    sitting = delegates.next_sitting(state, motion.body)
    threshold = motion_type(state, motion).threshold
    for seed in range(REPEATS):
        state.seed = seed
        if state.scenario.bodies[motion.body].kind == "assembly":
            cast = delegates.hold(state, put, sitting).cast
            entitled = len(cast)
        else:
            vote = named_votes.hold(state, put, motion.body)
            cast, entitled = vote.cast, vote.voters.entitled
        tally = [int((cast == side).sum()) for side in (1, -1, 0)]
        carried += votes.carries(threshold, *tally, entitled)
        towards.append(tally[0])
    return carried / REPEATS, sum(towards) / REPEATS, sorted(towards)


@pytest.mark.parametrize("name", ["bureau", "committee", "both", "conference", "congress"])
def test_the_chance_is_that_of_two_thousand_repeats(name: str) -> None:
    state, motion = case(name)
    found = forecast.vote(state, motion)
    share, mean, towards = repeat(state, motion)
    assert abs(found.chance - 1000 * share) <= 30
    assert abs(found.expected - mean) <= max(0.02 * found.of, 1)
    inside = sum(found.low <= count <= found.high for count in towards) / REPEATS
    assert inside >= 0.85


def test_the_cases_are_in_doubt() -> None:
    for name in ("bureau", "committee", "conference", "congress"):
        assert 20 < forecast.vote(*case(name)).chance < 980


def test_looking_changes_nothing_and_draws_nothing() -> None:
    for name in ("bureau", "committee", "conference"):
        state, motion = case(name)
        before = digest(state)
        first = forecast.vote(state, motion)
        assert digest(state) == before
        state.seed += 1
        second = forecast.vote(state, motion)
        assert (first.chance, first.expected, first.leans) == (second.chance, second.expected, second.leans)


def test_leans_open_into_the_terms_behind_them() -> None:
    state, motion = case("committee")
    found = forecast.vote(state, motion)
    for lean in found.leans:
        assert lean.breakdown.total == lean.points
        assert 0 <= lean.towards <= 1000 and lean.certainty >= 333
        strongest = max((t for t in lean.breakdown.terms if t.reason != "limit"), key=lambda t: abs(t.amount))
        if strongest.amount * lean.points > 0:
            assert lean.first_reason == strongest.reason


def test_a_declaration_is_certain() -> None:
    state, motion = case("committee")
    motion.stands = ((1, 1000), (4, 0))
    leans = {lean.voter: lean for lean in forecast.vote(state, motion).leans if lean.kind == "person"}
    assert leans[1].towards == 1000 and leans[1].first_reason == "declared"
    assert leans[4].towards == leans[4].against == 0


def test_two_thirds_of_those_entitled_are_needed() -> None:
    state, motion = case("both")
    assert forecast.vote(state, motion).needed == 60


def test_a_leader_with_the_machines_expects_a_congress() -> None:
    state = world.first_winter()
    assert forecast.congress_seats(state) == 408
    assert forecast.congress(state, 0) > 320 > 80 > forecast.congress(state, 1) > 0
    assert forecast.congress(state, world.person_of(state, "loose_0")) == 0


def test_forecasts_are_quick() -> None:
    for name in ("committee", "conference"):
        state, motion = case(name)
        spent = []
        for _ in range(20):
            start = time.perf_counter()
            forecast.vote(state, motion)
            spent.append(time.perf_counter() - start)
        assert min(spent) < 0.004


def two_thirds(body: str, *movers: str) -> tuple[State, Motion]:
    """A censure that needs two thirds of the votes cast."""
    kinds = tuple(replace(kind, threshold="two_thirds") for kind in world.motions())
    state = world.state(world=world.scenario(motions=kinds))
    state.pacts = []
    return state, world.motion(state, "censure", body, "of_thistle", *movers)


def test_two_thirds_of_the_votes_cast_are_needed_abstentions_counted() -> None:
    state, motion = two_thirds("council", "sorrel", "zinnia")
    found = forecast.vote(state, motion)
    cast = found.expected + found.against + found.abstaining
    assert abs(found.needed - 2 * cast / 3) <= 1
    share, mean, _ = repeat(state, motion)
    assert abs(found.chance - 1000 * share) <= 30 and abs(found.expected - mean) <= 1


def test_when_everybody_has_declared_nothing_is_left_to_chance() -> None:
    state, motion = case("bureau")
    motion.stands = tuple((person, 1000) for person in state.full[0])
    assert forecast.vote(state, motion).chance == 1000
    motion.stands = tuple((person, -1000) for person in state.full[0])
    assert forecast.vote(state, motion).chance == 0
    assert (forecast.tail(2.0, 0.0, 2.0, 1), forecast.tail(1.0, 0.0, 2.0, 1)) == (1.0, 0.0)


def test_the_leans_of_an_assembly_open_into_the_terms_of_its_delegations() -> None:
    state, motion = case("conference")
    leans = forecast.vote(state, motion).leans
    assert [dict(lean.breakdown.about)["region"] for lean in leans] == [
        state.scenario.regions[lean.voter].id for lean in leans
    ]
    assert all(lean.breakdown.total == lean.points for lean in leans)
