"""Every choice is legal and keeps candidates, scores and labelled lines, in few bytes."""

from __future__ import annotations

import json

import pytest

from game import engine
from game.ai import plan
from game.engine.order import DONE
from game.scenario.model import Scenario

LIMIT = 600  # bytes


@pytest.mark.parametrize("strength", ["clerk", "secretary", "vozhd"])
def test_choices_are_legal_labelled_and_short(harbour: Scenario, strength: str) -> None:
    state = engine.new(harbour, 11)
    weighed = 0
    while (decision := engine.to_act(state)) is not None and state.turn < 4:
        order, why = plan(state, decision, "free", strength)[0]
        assert engine.why_not(state, order) is None
        assert len(json.dumps(why, separators=(",", ":")).encode()) <= LIMIT
        if order.kind != DONE:
            best = why["candidates"]
            assert best[0]["order"] == str(order).partition(" ")[2]
            assert all(isinstance(one["score"], int) for one in best)
            for one in best:
                for label, amount in one["lines"]:
                    assert isinstance(amount, int)
                    assert label in harbour.reasons, label
            weighed += 1
        engine.apply(state, order)
    assert weighed > 5


def test_a_window_plan_ends_it_and_can_be_paid_for(opening: engine.State) -> None:
    decision = engine.to_act(opening)
    assert decision is not None
    orders = [order for order, _ in plan(opening, decision)]
    assert orders[-1].kind == DONE and all(order.kind != DONE for order in orders[:-1])
    assert len({order.kind for order in orders}) == len(orders)
