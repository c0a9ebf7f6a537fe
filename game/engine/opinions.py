"""What people think of each other: a base and remembered, labelled, decaying changes."""

from __future__ import annotations

import numpy as np

from game.engine.ledger import Breakdown, Ledger
from game.engine.state import Memory, State

LIMIT = 1000


def remember(state: State, holder: int, about: int, reason: str, amount: int) -> None:
    """Add a labelled change (thousandths) to the opinion of ``holder`` about ``about``.

    The same reason adds to its earlier memory, so a repeated slight stays one line.
    """
    if holder == about or holder < 0 or about < 0 or not amount:
        return
    for memory in state.memories:
        if memory.holder == holder and memory.about == about and memory.reason == reason:
            memory.amount = _clip(memory.amount + amount)
            memory.turn = state.turn
            break
    else:
        state.memories.append(Memory(holder, about, reason, _clip(amount), state.turn))
    _refresh_one(state, holder, about)


def refresh(state: State) -> None:
    """Recompute every opinion as its base plus memories, within -1000..1000."""
    state.memories = [memory for memory in state.memories if memory.amount]
    total = state.base_opinion.copy()
    if state.memories:
        holders = np.array([memory.holder for memory in state.memories], dtype=np.int64)
        abouts = np.array([memory.about for memory in state.memories], dtype=np.int64)
        amounts = np.array([memory.amount for memory in state.memories], dtype=np.int64)
        np.add.at(total, (holders, abouts), amounts)
    state.opinion = np.clip(total, -LIMIT, LIMIT)


def explain(state: State, holder: int, about: int) -> Breakdown:
    """The opinion of one person about another as its labelled terms."""
    people = state.scenario.people
    ledger = Ledger("opinion", about=(("about", people[about].id), ("holder", people[holder].id)))
    ledger.add("opinion_base", int(state.base_opinion[holder, about]))
    for memory in state.memories:
        if memory.holder == holder and memory.about == about:
            ledger.add(memory.reason, memory.amount, turn=memory.turn)
    ledger.cap(-LIMIT, LIMIT)
    return ledger.close()


def _refresh_one(state: State, holder: int, about: int) -> None:
    total = int(state.base_opinion[holder, about])
    for memory in state.memories:
        if memory.holder == holder and memory.about == about:
            total += memory.amount
    state.opinion[holder, about] = _clip(total)


def _clip(amount: int) -> int:
    return max(-LIMIT, min(LIMIT, amount))
