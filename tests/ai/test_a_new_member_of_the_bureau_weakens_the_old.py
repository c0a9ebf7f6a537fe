"""A new vote in the Politburo takes weight from those there are, more so beyond the number of seats settled."""

from __future__ import annotations

import pytest

from game import engine
from game.ai import worth_people
from game.ai.judge import Judge
from game.engine.state import State
from game.scenario.model import Scenario


@pytest.fixture
def state(succession: Scenario) -> State:
    return engine.new(succession, 1)


def worth_of(state: State, person: str) -> int:
    """What a full seat for somebody is worth to a seat that asks nothing of him."""
    judge = Judge.of(state, state.scenario.index["people"]["tomsky"])
    about = {"word1": "politburo", "word2": person, "word3": "full"}
    good = judge.wish(person) * 220 // 1000
    return worth_people._seat(judge, about, 0) - good


def test_a_vacant_seat_is_not_a_crowd(state: State) -> None:
    bureau = state.scenario.index["bodies"]["politburo"]
    state.full[bureau] = state.full[bureau][:5]
    state.sizes[bureau] = (7, 4)
    assert worth_of(state, "kalinin") == -worth_people.DILUTION


def test_enlarging_the_table_settles_a_new_number(state: State) -> None:
    bureau = state.scenario.index["bodies"]["politburo"]
    filled = len(state.full[bureau])
    state.sizes[bureau] = (filled, 4)
    assert worth_of(state, "kalinin") == -worth_people.DILUTION - worth_people.CROWD
    state.sizes[bureau] = (filled + 1, 4)
    assert worth_of(state, "kalinin") == -worth_people.DILUTION
