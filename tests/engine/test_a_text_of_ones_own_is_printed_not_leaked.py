"""Whoever sits in the leadership unwarned prints his own text under his name; he has nobody to leak it for."""

from __future__ import annotations

import pytest

from game import engine
from game.engine.orders import filled_reason
from game.engine.state import State
from game.scenario.model import Scenario

WHO, OTHER = "rykov", "krupskaya"


@pytest.fixture
def state(succession: Scenario) -> State:
    return engine.new(succession, 1)


def refused(state: State, owner: str) -> str:
    """Why ``WHO`` cannot leak a text that somebody owns and he has read; '' if he can."""
    index, document = state.scenario.index, state.scenario.index["documents"]["postscript"]
    state.documents[document] = 1
    state.document_known[document] |= 1 << index["people"][WHO]
    state.document_owner[document] = (index["people"][owner],)
    kind = state.scenario.orders[index["orders"]["leak"]]
    reason = filled_reason(state, WHO, kind, {"document": "postscript", "choice": "abroad"})
    return "" if reason is None else str(reason)


def test_a_text_of_ones_own_is_printed_not_leaked(state: State) -> None:
    assert "own text" in refused(state, WHO)
    assert refused(state, OTHER) == ""


def test_whoever_is_warned_may_leak_his_own(state: State) -> None:
    bloc = next(b for b, data in enumerate(state.scenario.blocs) if data.leader == WHO)
    state.severity[bloc] = 1000
    assert refused(state, WHO) == ""
