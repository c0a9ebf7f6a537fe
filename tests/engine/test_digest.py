"""Equal states have equal digests, and a difference is named."""

from __future__ import annotations

import time

import pytest
import votes_world as world

from game.engine import votes
from game.engine.digest import digest, first_differing_mark, marks
from game.engine.log import Log
from game.engine.state import Memory, Pact, State


def test_a_copy_has_the_same_digest() -> None:
    state = world.state()
    assert digest(state.copy()) == digest(state) == digest(world.state())
    assert _first_difference(state, state.copy()) == ""


def _first_difference(one: State, other: State) -> str:
    return first_differing_mark(marks(one)[1], marks(other)[1])


def _touch(state: State, field: str) -> None:
    if field == "memories":
        state.memories.append(Memory(1, 2, "slight", -5, 1))
    elif field == "pacts":
        state.pacts.append(Pact("new", (1, 2), 500, True, 1, 0, 6))
    elif field == "bench":
        bench = state.bench[1]
        assert bench is not None
        state.bench[1] = type(bench)(bench.region, bench.patron, 1 - bench.follows)
    elif field == "provenance":
        state.provenance["post x"] = 4
    elif field == "turn":
        state.turn = 2
    else:
        getattr(state, field)[0] += 1


@pytest.mark.parametrize(
    "field",
    ["turn", "authority", "opinion", "memories", "pacts", "bench", "clients", "sentiment_base", "provenance"],
)
def test_any_difference_shows_and_is_named(field: str) -> None:
    state, other = world.state(), world.state()
    _touch(other, field)
    assert digest(state) != digest(other)
    assert _first_difference(state, other) == field


def test_a_single_ballot_shows() -> None:
    state, other = world.state(), world.state()
    for one in (state, other):
        motion = world.motion(one, "condemn", "both", "of_thistle", "sorrel")
        votes.hold(one, motion, world.sitting(one, "both"), Log(one))
    assert digest(state) == digest(other)
    cast = list(other.ballots[0].ballots)
    cast[5] = 1 if cast[5] != 1 else 0
    other.ballots[0].ballots = tuple(cast)
    assert _first_difference(state, other) == "ballots"


def test_a_digest_after_many_votes_takes_about_a_millisecond() -> None:
    state = world.state()
    for number in range(60):
        motion = world.motion(state, "condemn", "both", "of_thistle", "sorrel")
        motion.id += str(number)
        votes.hold(state, motion, world.sitting(state, "both"), Log(state))
    spent = []
    for _ in range(10):
        start = time.perf_counter()
        digest(state)
        spent.append(time.perf_counter() - start)
    assert min(spent) < 0.005
