"""A rival who would bring out a paper looks at all he knows, not at the first few of the scenario."""

from __future__ import annotations

import pytest

from game import engine
from game.ai import candidates
from game.ai.judge import Judge
from game.ai.strength import STRENGTHS
from game.engine import slots
from game.engine.state import Decision, State
from game.scenario.model import Scenario

WHO = "dzerzhinsky"


@pytest.fixture
def state(succession: Scenario) -> State:
    return engine.new(succession, 1)


@pytest.fixture
def decision(state: State) -> Decision:
    one = next(one for one in state.decisions if one.kind == "window")
    return Decision(one.kind, state.scenario.index["people"][WHO])


def test_every_text_he_knows_is_looked_at(state: State, decision: Decision) -> None:
    kind = next(one for one in state.scenario.orders if one.id == "leak")
    blank = next(slot for slot in kind.slots if slot.kind == "document")
    person = state.scenario.index["people"][WHO]
    for document in range(5):
        state.documents[document] = 1
        state.document_known[document] |= 1 << person
    judge = Judge.of(state, person, STRENGTHS["secretary"])
    known = [one for one in slots.raw(state, WHO, blank, {}) if slots.tester(state, WHO, blank, {})(one)]
    looked = {order.get("document") for _, order in candidates.considered(judge, decision, [kind])}
    assert len(known) > max(STRENGTHS["secretary"].targets)
    assert looked == set(known)
