"""A rival sees what his view shows: neither the seed, nor other people's secrets, nor the future."""

from __future__ import annotations

import numpy as np

from game import engine
from game.ai import plan
from game.engine.digest import digest
from game.engine.state import Memory, Promise, State
from game.engine.view import view


def orders(state: State, dial: str = "free") -> list[str]:
    decision = engine.to_act(state)
    assert decision is not None
    return [str(order) for order, _ in plan(state, decision, dial, luck=3)]


def test_another_seed_leaves_the_plan_unchanged(opening: State, later: State) -> None:
    for state in (opening, later):
        before = orders(state)
        state.seed += 1000
        assert orders(state) == before


def test_other_peoples_secrets_leave_the_plan_unchanged(later: State) -> None:
    decision = engine.to_act(later)
    assert decision is not None
    before, others = orders(later), [p for p in range(len(later.alive)) if p != decision.who]
    later.dossiers.append(Promise(others[0], others[1], 300, "found", later.turn))
    later.debts.append(Promise(others[1], others[0], 300, "favour", later.turn))
    assert orders(later) == before


def test_what_a_region_hides_leaves_the_plan_unchanged(opening: State) -> None:
    """Clients that the view rounds away are not reckoned with."""
    decision = engine.to_act(opening)
    assert decision is not None
    before, seen = orders(opening), view(opening, decision.who).state
    opening.clients[:, :-1] += (opening.clients[:, :-1] == 0) & (opening.visibility < 1000)
    opening.clients[:, -1] = 1000 - opening.clients[:, :-1].sum(axis=1)
    if np.array_equal(view(opening, decision.who).state.clients, seen.clients):
        assert orders(opening) == before


def test_what_is_seen_does_change_the_plan(later: State) -> None:
    decision = engine.to_act(later)
    assert decision is not None
    before = orders(later)
    for person in range(len(later.alive)):
        later.memories.append(Memory(decision.who, person, "effect", -1000, later.turn))
    later.opinion[decision.who] = -1000
    later.pacts.clear()
    assert orders(later) != before


def test_thinking_changes_nothing(later: State) -> None:
    before = digest(later)
    orders(later), orders(later, "nudged"), orders(later, "rails")
    assert digest(later) == before


def test_luck_moves_only_the_wavering(opening: State) -> None:
    decision = engine.to_act(opening)
    assert decision is not None
    plans = {tuple(str(o) for o, _ in plan(opening, decision, luck=luck)) for luck in range(12)}
    assert len(plans) > 1, "rivals should not play every game alike"
    assert plan(opening, decision, luck=5) == plan(opening, decision, luck=5)
