"""A divergence: one point where the run and the record differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Kind(StrEnum):
    """How a run differs from a fact of the record."""

    MISSING = "did not happen"
    OTHERWISE = "happened otherwise"
    EARLIER = "earlier"
    LATER = "later"
    ONLY_HERE = "only here"


#: How far a fact is trusted, in thousandths of its weight.
TRUST = {"high": 1000, "medium": 700, "low": 300}


@dataclass(slots=True)
class Divergence:
    """One entry of the counterfactual log.

    ``weight`` is class weight times trust, in thousandths of a point. ``was`` says what history did, ``here``
    what happened in this run. ``causes`` are record numbers. ``ended`` is the turn in which run and record
    agreed again (None while they differ).
    """

    key: str
    turn: int
    day: date
    kind: Kind
    weight: int
    fact: str | None
    was: str
    here: str
    source: str
    confidence: str
    mark: str
    causes: tuple[int, ...]
    about: tuple[str, ...] = ()
    ended: int | None = None
    note: str = ""

    def open_in(self, turn: int) -> bool:
        """Whether run and record differ in ``turn`` on this point."""
        return self.turn <= turn and (self.ended is None or turn < self.ended)
