"""The log of one call: numbered records, and what last changed each thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from game.engine.record import Record
from game.engine.state import State


class Log:
    """Writes records of what happens to ``state``; ``records`` holds those of this call.

    A causal key names a thing that changes: "post X", "seat B P", "secretary R", "pact ID",
    "severity K", "document D", "thesis T", "status P", "mantle K", "rule U", "hinge H", "event E",
    "missed E", "elsewhere H", "committee B", "motion M" (while it is on the agenda).
    """

    def __init__(self, state: State, on_close: Callable[[State, list[Record]], None] | None = None) -> None:
        self.state = state
        self.on_close = on_close  # told at the close of each turn, before the next one opens
        self.records: list[Record] = []

    def write(
        self,
        kind: str,
        who: int | str | None = None,
        about: Iterable[str] = (),
        causes: Iterable[int] = (),
        acted: bool = False,
        secret_to: tuple[str, ...] | None = None,
        **data: Any,
    ) -> int:
        """Add a record and return its number; ``who`` is a person's index or id."""
        number = self.state.records
        self.state.records += 1
        record = Record(
            number=number,
            turn=self.state.turn,
            day=self.state.day,
            kind=kind,
            who=self._person(who),
            about=tuple(about),
            data=data,
            causes=tuple(sorted({cause for cause in causes if cause >= 0})),
            secret_to=secret_to,
            acted=acted,
        )
        self.records.append(record)
        return number

    def cause(self, key: str) -> int:
        """Number of the record that last changed ``key``, or -1."""
        return self.state.provenance.get(key, -1)

    def changed(self, key: str, record: int) -> None:
        """Remember that ``record`` changed ``key``."""
        self.state.provenance[key] = record

    def _person(self, who: int | str | None) -> str | None:
        if who is None or isinstance(who, str):
            return who
        return self.state.scenario.people[who].id if who >= 0 else None
