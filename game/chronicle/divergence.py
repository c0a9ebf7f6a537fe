"""A divergence: one point where the run and the record differ."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from game.engine.record import Record


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
    agreed again (None while they differ); only a ``lasting`` one can end.
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
    lasting: bool = True
    instead: tuple[int, ...] = ()  # of the causes, acts done in place of what history has
    follows: str = ""  # key of the earlier divergence it rests on, whose causes it shares

    def open_in(self, turn: int) -> bool:
        """Whether run and record differ in ``turn`` on this point."""
        return self.turn <= turn and (self.ended is None or turn < self.ended)


@dataclass(frozen=True, slots=True)
class Departure:
    """Where a run first left history: an act the historical line does not know, and what came of it.

    ``entry`` is the earliest divergence of weight that goes back to the act; ``leads`` are the heaviest.
    """

    act: Record
    instead: str  # what history has in its place, or ''
    entry: Divergence
    leads: tuple[Divergence, ...]

    @property
    def turn(self) -> int:
        """The turn of the act."""
        return self.act.turn

    @property
    def day(self) -> date:
        """The day of the act."""
        return self.act.day

    @property
    def who(self) -> str:
        """The person who acted."""
        return str(self.act.who)
