"""Lines of play kept side by side: where each left another, and where two of them first differ."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import zip_longest
from typing import Any

from game.engine.digest import first_differing_mark
from game.engine.order import Order
from game.scenario.plain import STEERING

#: The name of the branch every game begins with.
FIRST = "main"
#: Letters of a name, and branches of a game.
LONGEST, MOST = 40, 32


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the game as kept: an order, or the correction of office holders on ``opening``."""

    order: Order | None
    opening: date | None = None
    why: Mapping[str, Any] | None = None  # the reasons of a rival's choice

    def same(self, other: Line | None) -> bool:
        """Whether the other line does the same, whatever the reasons."""
        return other is not None and (self.order, self.opening) == (other.order, other.opening)


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a branch comes from. ``base`` is the snapshot it plays on from, '' if it begins with its scenario."""

    name: str = FIRST
    parent: str = ""  # '' for the first
    turn: int = 1  # at whose opening it left its parent
    number: int = 0  # in the order of making
    base: str = ""


@dataclass(frozen=True, slots=True)
class Branch:
    """A line of play that rests; it is played again when it is taken up."""

    origin: Origin
    lines: tuple[Line, ...] = ()
    turn_marks: Mapping[int, tuple[int, str]] = field(default_factory=dict)  # turn -> lines before it, digest
    field_marks: Mapping[int, str] = field(default_factory=dict)
    turn: int = 1  # in which it stands

    @property
    def name(self) -> str:
        """What it is called."""
        return self.origin.name

    def of_turn(self, turn: int) -> tuple[Line, ...]:
        """The lines of one turn."""
        end = (len(self.lines), "")
        return self.lines[self.turn_marks.get(turn, end)[0] : self.turn_marks.get(turn + 1, end)[0]]


@dataclass(frozen=True, slots=True)
class Course:
    """What is played again to take up a branch: its origin and lines, up to a turn if one is given."""

    origin: Origin
    lines: tuple[Line, ...]
    others: Mapping[str, Branch]  # branches that rest beside it
    before_turn: int | None = None


@dataclass(frozen=True, slots=True)
class Beside:
    """A turn of two branches side by side."""

    turn: int
    one: tuple[Line, ...]
    other: tuple[Line, ...]
    same: bool  # both open it alike


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two branches side by side. ``turn`` and ``place`` (from 0) are those of the first line that differs.

    ``turn`` is 0 if none does. ``opens`` is the first turn that opens otherwise (0 for none), and ``field`` the
    first field of the state that differs then.
    """

    one: str
    other: str
    turns: tuple[Beside, ...]
    turn: int = 0
    place: int = 0
    opens: int = 0
    field: str = ""

    @property
    def first(self) -> tuple[Line | None, Line | None]:
        """The first two lines that differ; None where a branch ends."""
        found = next((one for one in self.turns if one.turn == self.turn), None)
        if found is None:
            return None, None
        one, other = (lines[self.place : self.place + 1] for lines in (found.one, found.other))
        return (one[0] if one else None), (other[0] if other else None)


def begins(lines: Iterable[Line]) -> int:
    """Number of lines up to the last correction of office holders: the past before the game."""
    return max((number for number, line in enumerate(lines, 1) if line.opening is not None), default=0)


def shared(one: Iterable[Line], other: Iterable[Line]) -> int:
    """Number of lines with which both begin, reasons included."""
    count = 0
    for line, twin in zip(one, other, strict=False):
        if line is not twin and line != twin:
            break
        count += 1
    return count


def compare(one: Branch, other: Branch) -> Comparison:
    """Two branches side by side, with the first difference marked."""
    turns = tuple(_beside(one, other, turn) for turn in sorted({*one.turn_marks, *other.turn_marks}))
    turns = tuple(turn for turn in turns if turn.one or turn.other)
    opens = next((turn.turn for turn in turns if not turn.same), 0)
    marks = (one.field_marks.get(opens, ""), other.field_marks.get(opens, ""))
    name = first_differing_mark(*marks) if all(marks) else ""
    for turn in turns:
        for place, (line, twin) in enumerate(zip_longest(turn.one, turn.other)):
            if line is None or not line.same(twin):
                return Comparison(one.name, other.name, turns, turn.turn, place, opens, name)
    return Comparison(one.name, other.name, turns, opens=opens, field=name)


def _beside(one: Branch, other: Branch, turn: int) -> Beside:
    digests = [branch.turn_marks[turn][1] for branch in (one, other) if turn in branch.turn_marks]
    return Beside(turn, one.of_turn(turn), other.of_turn(turn), len(digests) == 2 and digests[0] == digests[1])


def fresh_name(known: Iterable[str], turn: int) -> str:
    """A name nobody has, for a branch made at ``turn``."""
    taken = set(known)
    names = (f"turn {turn}" if number == 1 else f"turn {turn}, {number}" for number in range(1, MOST + 2))
    return next(name for name in names if name not in taken)


def checked_name(name: str, known: Iterable[str]) -> str:
    """A name for a new branch; ValueError if it is none, or taken."""
    name = name.strip()
    if not name or len(name) > LONGEST or STEERING.search(name) or "\n" in name or "\t" in name:
        raise ValueError(f"a branch needs a name of 1 to {LONGEST} letters on one line")
    taken = next((one for one in known if one.casefold() == name.casefold()), None)
    if taken is not None:
        raise ValueError(f"there is a branch '{taken}' already; give another name")
    return name
