"""A whole scenario, its chapters, and what its author expects of games of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from game.scenario.model.basics import Expression
from game.scenario.model.bodies import Body, PactTemplate, Post, Region
from game.scenario.model.hinges import Event, Hinge
from game.scenario.model.orders import OrderType
from game.scenario.model.people import Axis, Bloc, Contender, Feeling, Person, Quantity
from game.scenario.model.record import Deed, Fact
from game.scenario.model.sittings import Meeting, MotionType, Rule
from game.scenario.model.texts import Document, Thesis


@dataclass(frozen=True, slots=True)
class Chapter:
    """A shorter game inside the scenario."""

    id: str
    name: str
    first_turn: int
    last_turn: int
    question: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an author says of games of this scenario; ``general-line validate --expect`` plays them.

    ``test`` must hold at the close of the turn of ``by`` in so many thousandths (``share``) of the games.
    With ``value``, the mean of a number must go the way of ``change`` (rises or falls) when the ``option``
    of a hinge is taken, against games of the same luck in which ``instead`` is, or what its decider likes.
    """

    id: str
    text: str
    by: date
    dial: str = "rails"
    strength: str = "clerk"
    seeds: int = 1
    test: Expression | None = None
    share: int = 1000
    hinge: str | None = None
    option: str = ""
    instead: str = ""
    value: Expression | None = None
    change: str = ""


@lru_cache(maxsize=1024)
def _turn_dates(start: date, months: int, turn: int, end: date | None) -> tuple[date, date]:
    first_month = start.month - 1 + (turn - 1) * months
    first = date(start.year + first_month // 12, first_month % 12 + 1, 1)
    next_month = first_month + months
    last = date.fromordinal(date(start.year + next_month // 12, next_month % 12 + 1, 1).toordinal() - 1)
    return (start if turn == 1 else first), (last if end is None else min(last, end))


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything of one world, checked and read-only."""

    id: str
    title: str
    version: str
    summary: str
    place: str
    start: date
    turn_months: int
    turns: int
    axes: tuple[Axis, ...]
    quantities: tuple[Quantity, ...]
    labels: Mapping[str, str]  # what the engine's generic words are called here
    sizes: Mapping[str, int]  # small, medium, large
    parameters: Mapping[str, int]  # the model's numbers, see game.engine.parameters
    settings: Mapping[str, Any]
    people: tuple[Person, ...]
    feelings: tuple[Feeling, ...]
    blocs: tuple[Bloc, ...]
    contenders: tuple[Contender, ...]
    bodies: tuple[Body, ...]
    posts: tuple[Post, ...]
    regions: tuple[Region, ...]
    pacts: tuple[PactTemplate, ...]
    documents: tuple[Document, ...]
    theses: tuple[Thesis, ...]
    rules: tuple[Rule, ...]
    motions: tuple[MotionType, ...]
    meetings: tuple[Meeting, ...]
    orders: tuple[OrderType, ...]
    hinges: tuple[Hinge, ...]
    events: tuple[Event, ...]
    record: tuple[Fact, ...]
    history: tuple[Deed, ...]
    chapters: tuple[Chapter, ...]
    reasons: Mapping[str, str]  # reason id -> text template
    sources: Mapping[str, str] = field(default_factory=dict)  # key -> the work it stands for
    end: date | None = None  # last day of the last turn, if before its months are over
    expect: tuple[Expectation, ...] = ()
    digest: str = ""
    folder: str = ""
    index: Mapping[str, Mapping[str, int]] = field(default_factory=dict, compare=False, repr=False)
    files: tuple[tuple[str, str], ...] = ()  # name and mark of each file it was read from

    def turn_dates(self, turn: int) -> tuple[date, date]:
        """First and last day of ``turn`` (1-based); turn 1 begins on the scenario's start."""
        return _turn_dates(self.start, self.turn_months, turn, self.end if turn == self.turns else None)

    def turn_of(self, day: date) -> int:
        """The turn in which ``day`` falls (1-based; less than 1 before the start)."""
        months = (day.year - self.start.year) * 12 + day.month - self.start.month
        return months // self.turn_months + 1
