"""Answers about a state that stands still, worked out once.

``State.memo`` is None while rules may change the state, and nothing is kept then. Whoever only asks
(a rival's plan, a list of legal orders) holds the state ``still`` for as long, and what was kept is
forgotten when he is done. A view made for one decision stands still as long as it lasts.

Some answers rest on a few columns that change seldom. The last one of each is ``lasting``: it serves
from one decision to the next, and true state and views alike, as long as those columns are the same.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

from game.engine.atlas import Atlas
from game.engine.state import State

Answer = TypeVar("Answer")


def kept(state: State, name: Hashable, work_out: Callable[[State], Answer]) -> Answer:
    """An answer about a state; worked out only once while the state stands still."""
    memo = state.memo
    if memo is None:
        return work_out(state)
    if name not in memo:
        memo[name] = work_out(state)
    answer: Answer = memo[name]
    return answer


def lasting(
    state: State, name: Hashable, rests_on: Callable[[State], object], work_out: Callable[[State], Answer]
) -> Answer:  # fmt: skip
    """The last answer about a scenario, if what all of it ``rests_on`` is equal; nobody may write into it."""
    return kept(state, name, lambda state: _last(state, name, rests_on(state), work_out))


def _last(state: State, name: Hashable, rests_on: object, work_out: Callable[[State], Answer]) -> Answer:
    made = Atlas.of(state.scenario).lasting
    found = made.get(name)
    if found is None or found[0] != rests_on:
        found = made[name] = (rests_on, work_out(state))
    answer: Answer = found[1]
    return answer


class _Still:
    """A block in which a state stands still; blocks may lie in each other."""

    __slots__ = ("outermost", "state")

    def __init__(self, state: State) -> None:
        self.state, self.outermost = state, state.memo is None

    def __enter__(self) -> None:
        if self.outermost:
            self.state.memo = {}

    def __exit__(self, *_: object) -> None:
        if self.outermost:
            self.state.memo = None


def still(state: State) -> _Still:
    """Nothing changes the state inside ``with still(state)``; answers are kept until the outermost block is left."""
    return _Still(state)
