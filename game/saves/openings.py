"""The states at the openings of the turns played, kept small: what did not change is kept once, tables narrow."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

import numpy as np

from game.engine.state import State

#: Tables with more numbers than this are kept in two bytes a number where they fit.
LARGE = 1024
NARROW = np.iinfo(np.int16)


class Openings(Sequence[State]):
    """A list of states; each is given out as a copy of its own."""

    def __init__(self) -> None:
        self._kept: list[State] = []

    def append(self, state: State) -> None:
        """Keep a state as it stands."""
        kept, before = state.copy(), self._kept[-1] if self._kept else None
        for name in kept.__dataclass_fields__:
            value = getattr(kept, name)
            if not isinstance(value, np.ndarray):
                continue
            old = getattr(before, name) if before is not None else None
            if old is not None and np.array_equal(old, value):
                setattr(kept, name, old)
            elif value.size > LARGE and NARROW.min <= value.min() and value.max() <= NARROW.max:
                setattr(kept, name, value.astype(np.int16))
        self._kept.append(kept)

    @overload
    def __getitem__(self, place: int) -> State: ...
    @overload
    def __getitem__(self, place: slice) -> list[State]: ...
    def __getitem__(self, place: int | slice) -> State | list[State]:
        if isinstance(place, slice):
            return [_wide(state) for state in self._kept[place]]
        return _wide(self._kept[place])

    def __len__(self) -> int:
        return len(self._kept)


def _wide(kept: State) -> State:
    state = kept.copy()
    for name in state.__dataclass_fields__:
        value = getattr(state, name)
        if isinstance(value, np.ndarray) and value.dtype != np.int64:
            setattr(state, name, value.astype(np.int64))
    return state
