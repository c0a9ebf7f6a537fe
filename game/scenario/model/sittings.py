"""When bodies sit, what can be moved there, and the standing rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from game.scenario.model.basics import Citation, Effect, Expression, Need


@dataclass(frozen=True, slots=True)
class Rule:
    """A standing rule that can be on or off; conditions ask for it with rule('id')."""

    id: str
    name: str
    on: bool = False
    about: str = ""
    appointments: int = 1000  # thousandths by which routine placement is multiplied while on


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A standing item of a meeting: a motion of type ``motion`` moved if ``test`` holds."""

    key: str
    motion: str
    test: Expression | None = None
    subject: str | None = None
    movers: tuple[Expression, ...] = ()
    against: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A dated sitting of a body. ``seats`` is the number of voting delegates of an assembly."""

    id: str
    body: str
    name: str
    opens: date
    closes: date
    seats: int = 0
    candidates_count: bool = False
    elects: tuple[str, ...] = ()  # bodies elected here, in order
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # full, candidate seats from here on
    agenda: tuple[AgendaItem, ...] = ()
    seated_at_start: bool = False
    needs: tuple[Need, ...] = ()
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class MotionType:
    """What can be moved. ``subject``: none, person, bloc, post, document, thesis, region, meeting, rule."""

    id: str
    name: str
    sentence: str  # template with {subject}, {mover}, {body}
    subject: str
    severity: int = 0
    bodies: tuple[str, ...] = ()
    threshold: str = "majority"  # majority | two_thirds | two_thirds_entitled
    credit: int = 0
    needs: tuple[Need, ...] = ()
    word: Expression | None = None  # the founder's word, -2000..2000, towards the motion
    carried: tuple[Effect, ...] = ()
    lost: tuple[Effect, ...] = ()
    about: str = ""
