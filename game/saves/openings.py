"""The states at the openings of the turns played, kept small: what did not change is kept once.

Large tables are kept whole at times, and between these as the few numbers that changed since.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, overload

import numpy as np

from game.engine import opinions
from game.engine.state import Ints, State

#: The table that follows from others and is made again.
DERIVED = "opinion"
NOTHING: Ints = np.zeros((0, 0), np.int64)
#: Tables with more numbers than this are kept as changes.
LARGE = 1024
#: A table of which more than one number in so many changed is kept whole again.
FEW = 8


@dataclass(frozen=True, slots=True)
class Changed:
    """A table as another that is kept whole, and the numbers that differ from it."""

    whole: Ints
    where: Ints
    values: Ints

    def table(self) -> Ints:
        """The table itself."""
        made = self.whole.astype(np.int64)
        made.ravel()[self.where] = self.values
        return made


class Openings(Sequence[State]):
    """A list of states; each is given out as a copy of its own."""

    def __init__(self) -> None:
        self._kept: list[State] = []

    def append(self, state: State) -> None:
        """Keep a state as it stands."""
        kept, before = state.copy(), self._kept[-1] if self._kept else None
        for name in kept.__dataclass_fields__:
            value = getattr(kept, name)
            if name == DERIVED:
                setattr(kept, name, NOTHING)
            elif isinstance(value, np.ndarray):
                old: Any = getattr(before, name, None)
                setattr(kept, name, _large(value, old) if value.size > LARGE else _small(value, old))
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


def _small(value: Ints, old: Ints | None) -> Ints:
    """A column, the one kept before if nothing in it changed."""
    return old if old is not None and np.array_equal(old, value) else value


def _large(value: Ints, old: Changed | None) -> Changed:
    """A table as what changed since it was last kept whole; whole when that is much."""
    if old is not None and old.whole.shape == value.shape:
        where = np.flatnonzero(value != old.whole)
        if len(where) * FEW <= value.size:
            places = where.astype(np.uint16 if value.size <= 1 << 16 else np.int32)
            return Changed(old.whole, places, _narrow(value.ravel()[where]))
    none = NOTHING.ravel()
    return Changed(_narrow(value), none, none)


def _narrow(value: Ints) -> Ints:
    """The numbers in a quarter of the room if they are small enough."""
    narrow = value.astype(np.int16)
    return narrow if np.array_equal(narrow, value) else value


def _wide(kept: State) -> State:
    """A copy of a kept state as it was."""
    state = kept.copy()
    for name in state.__dataclass_fields__:
        value = getattr(state, name)
        if isinstance(value, Changed):
            setattr(state, name, value.table())
    opinions.refresh(state)
    return state
