"""A small scenario at its first decision, and one some turns on."""

from __future__ import annotations

import pytest

from game import engine
from game.ai import plan
from game.engine.state import State
from game.scenario import find, load
from game.scenario.model import Scenario


@pytest.fixture(scope="session")
def harbour() -> Scenario:
    """The small scenario."""
    return load(find("harbour-union"))


@pytest.fixture
def opening(harbour: Scenario) -> State:
    """Its first window."""
    return engine.new(harbour, 7)


@pytest.fixture(scope="session")
def _played(harbour: Scenario) -> State:
    state = engine.new(harbour, 7)
    play(state, 4)
    return state


@pytest.fixture
def later(_played: State) -> State:
    """The same four turns on, played by rivals."""
    return _played.copy()


def play(state: State, until: int) -> None:
    """Let rivals play until a turn opens."""
    while (decision := engine.to_act(state)) is not None and state.turn < until:
        engine.apply(state, plan(state, decision)[0][0])
