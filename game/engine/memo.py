"""Answers about a state that stands still, worked out once.

``State.memo`` is None while rules may change the state, and nothing is kept then. Whoever only asks
(a rival's plan, a list of legal orders) holds the state ``still`` for as long, and what was kept is
forgotten when he is done. A view made for one decision stands still as long as it lasts.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

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


@contextmanager
def still(state: State) -> Iterator[None]:
    """Nothing changes the state inside; answers are kept until the outermost of such blocks is left."""
    if state.memo is not None:
        yield
        return
    found: dict[Hashable, Any] = {}
    state.memo = found
    try:
        yield
    finally:
        state.memo = None
