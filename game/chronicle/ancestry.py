"""Where records come from: the earliest act behind each, and the shortest way back to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.chronicle.historical import HistoricalLine, is_act
from game.engine.record import Record

#: No act stands behind a record.
NONE = -1


class Ancestry:
    """Follows causes once, as records are written.

    For each record: the earliest act outside the historical line behind it, the next record on the
    shortest way there, and the same for the earliest act of any kind.
    """

    def __init__(self, line: HistoricalLine) -> None:
        self.line = line
        self._departing = _Ways()
        self._acted = _Ways()
        self._read: list[Record] = []

    def read(self, records: Sequence[Record]) -> None:
        """Take in records written since; records taken back are forgotten."""
        known = min(len(self._read), len(records))
        while known and self._read[known - 1] is not records[known - 1]:
            known -= 1
        for kept in (self._departing, self._acted):
            kept.cut(known)
        self._read[known:] = records[known:]
        for record in records[known:]:
            acts = is_act(record)
            self._departing.add(record, acts and self.line.departs(record))
            self._acted.add(record, acts)

    def root(self, causes: Iterable[int]) -> int:
        """The earliest act outside the historical line behind causes, else the earliest act, else NONE."""
        start = tuple(causes)
        found = self._departing.best(start)
        return self._departing.root[found] if found >= 0 else self._any(start)

    def departure(self, causes: Iterable[int]) -> int:
        """The earliest act outside the historical line behind causes, NONE if there is none."""
        found = self._departing.best(tuple(causes))
        return self._departing.root[found] if found >= 0 else NONE

    def _any(self, start: Sequence[int]) -> int:
        found = self._acted.best(start)
        return self._acted.root[found] if found >= 0 else NONE

    def path(self, causes: Iterable[int]) -> list[int]:
        """Record numbers from that act to the cause nearest to what is explained."""
        start = tuple(causes)
        ways = self._departing if self._departing.best(start) >= 0 else self._acted
        number = ways.best(start)
        if number < 0:
            return sorted(start)[-1:]
        found = [number]
        while ways.next[found[-1]] >= 0:
            found.append(ways.next[found[-1]])
        return found[::-1]


class _Ways:
    """Roots, steps and distances of one kind of act."""

    def __init__(self) -> None:
        self.root: list[int] = []
        self.next: list[int] = []
        self.steps: list[int] = []

    def cut(self, length: int) -> None:
        del self.root[length:], self.next[length:], self.steps[length:]

    def add(self, record: Record, is_root: bool) -> None:
        number = len(self.root)
        before = self.best([cause for cause in record.causes if cause < number])
        if before >= 0:
            self._append(self.root[before], before, self.steps[before] + 1)
        else:
            self._append(number if is_root else NONE, NONE, 0)

    def _append(self, root: int, step: int, steps: int) -> None:
        self.root.append(root)
        self.next.append(step)
        self.steps.append(steps)

    def best(self, numbers: Sequence[int]) -> int:
        """Of some records the one with the earliest root, then the shortest way; NONE if none has a root."""
        known = [n for n in numbers if 0 <= n < len(self.root) and self.root[n] >= 0]
        return min(known, key=lambda n: (self.root[n], self.steps[n], n), default=NONE)
