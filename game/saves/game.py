"""A game in play: the state, what happened, and every order that made it.

Seed and orders are the whole game: undo, replay, fork and the save file all come from that one idea.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from game import engine
from game.engine.digest import marks
from game.engine.order import DONE, Order
from game.engine.record import Record
from game.engine.state import Decision, State
from game.scenario.lesson import Lesson
from game.scenario.model import Scenario
from game.scenario.play_settings import with_settings

#: Kinds of records after which an order cannot be taken back, and what was learned.
REVEALING = {
    "vote": "the votes have been counted",
    "answer": "the other side has answered",
    "chance": "the outcome is known",
    "reveal": "what you learned cannot be forgotten",
    "meeting": "the meeting has begun",
    "turn": "the turn is over",
}


@dataclass(frozen=True, slots=True)
class Setup:
    """What a game was started with. ``humans`` are seats played by people; ``rivals`` is the dial."""

    seed: int = 1
    humans: tuple[str, ...] = ()
    rivals: str = "free"
    strength: str = "secretary"
    start: date | None = None  # None: the scenario's first day
    until: date | None = None
    lesson: Lesson | None = None
    chapter: str = ""
    player: str = ""  # the name a player typed
    settings: tuple[tuple[str, str], ...] = ()  # settings of the scenario changed for this game

    @property
    def on_rails(self) -> bool:
        """Whether rivals keep to the historical line."""
        return self.rivals == "rails"


def as_played(scenario: Scenario, setup: Setup) -> Scenario:
    """The scenario with the settings and the lesson of a game; ValueError for a setting it does not have."""
    changed = with_settings(scenario, dict(setup.settings))
    return changed if setup.lesson is None else setup.lesson.told_in(changed)


@dataclass(frozen=True, slots=True)
class Line:
    """One step of the game as kept: an order, or the correction of office holders on ``opening``."""

    order: Order | None
    opening: date | None = None
    why: Mapping[str, Any] | None = None  # the reasons of a rival's choice


@dataclass(slots=True)
class Snapshot:
    """Where the game stood before an order."""

    state: State
    records: int
    lines: int


@dataclass(slots=True)
class Game:
    """A game in play."""

    scenario: Scenario
    setup: Setup
    state: State
    records: list[Record] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    turn_marks: dict[int, tuple[int, str]] = field(default_factory=dict)  # turn -> lines before it, digest
    field_marks: dict[int, str] = field(default_factory=dict)  # turn -> marks of the state's fields
    history: list[State] = field(default_factory=list)  # state at the opening of each turn played
    on_close: Callable[[State, list[Record]], None] | None = field(
        default=None, repr=False
    )  # at each turn's close
    _undo: list[Snapshot] = field(default_factory=list, repr=False)
    _redo: list[Order] = field(default_factory=list, repr=False)
    barrier: str = ""  # why undo stops here
    result: Callable[[], Mapping[str, Any]] | None = field(default=None, repr=False)  # what a save tells of it

    @staticmethod
    def start(scenario: Scenario, setup: Setup) -> Game:
        """A new game on the scenario's first day; ValueError for a setting the scenario does not have.

        Orders a lesson takes away are still open in the past before the game begins.
        """
        scenario, lesson, terms = as_played(scenario, setup), setup.lesson, None
        if lesson is not None:
            later = setup.start is not None and setup.start > scenario.start
            terms = replace(lesson.terms, forbidden=()) if later else lesson.terms
        by_record = setup.on_rails or setup.start is not None
        state, records = engine.start(scenario, setup.seed, terms=terms, by_record=by_record)
        game = Game(scenario, setup, state, records)
        game._mark_turn()
        return game

    @property
    def decision(self) -> Decision | None:
        """What the game waits for; None when it is over."""
        if self.setup.until is not None and self.state.phase != "over":
            first, _ = self.scenario.turn_dates(self.state.turn)
            if first > self.setup.until:
                return None
        return engine.to_act(self.state)

    @property
    def decider(self) -> str | None:
        """The id of the person who must decide."""
        decision = self.decision
        return None if decision is None else self.scenario.people[decision.who].id

    @property
    def human_to_act(self) -> bool:
        """Whether the game waits for somebody at the table."""
        return self.decider in self.setup.humans

    def give(self, order: Order, why: Mapping[str, Any] | None = None) -> list[Record]:
        """Apply an order; IllegalOrder if it is not open, and nothing has changed then."""
        human = order.who in self.setup.humans
        before = Snapshot(self.state.copy(), len(self.records), len(self.lines)) if human else None
        records = self._apply(Line(order, why=why))
        self._redo.clear()
        if before is None:
            self._forget("others have acted")
        else:
            self._undo.append(before)
            learned = revealed(records, order)
            if learned:
                self._forget(learned)
        return records

    def correct(self, opening: date) -> list[Record]:
        """Set every office holder as the record has it on ``opening``."""
        return self._apply(Line(None, opening=opening))

    def repeat(self, line: Line) -> list[Record]:
        """Apply a kept line again, without undo."""
        return self._apply(line)

    def _apply(self, line: Line) -> list[Record]:
        turn = self.state.turn
        if line.order is not None:
            records = engine.apply(self.state, line.order, self._closed)
        else:
            assert line.opening is not None
            if self.setup.lesson is not None:
                self.state.forbidden = self.setup.lesson.forbidden
            records = engine.correct(self.state, line.opening, self.setup.on_rails)
        self.records.extend(records)
        self.lines.append(line)
        if self.state.turn != turn or self.state.phase == "over":
            self._mark_turn()
        return records

    def _closed(self, state: State, records: list[Record]) -> None:
        """A turn closes inside an order: tell the log, with everything that has happened."""
        if self.on_close is not None:
            self.on_close(state, [*self.records, *records])

    def _mark_turn(self) -> None:
        key = self.state.turn if self.state.phase != "over" else self.state.turn + 1
        if key not in self.turn_marks:
            value, self.field_marks[key] = marks(self.state)
            self.turn_marks[key] = (len(self.lines), value)
            self.history.append(self.state.copy())

    def _forget(self, reason: str) -> None:
        self._undo.clear()
        self.barrier = reason

    @property
    def can_undo(self) -> bool:
        """Whether the last order can be taken back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether an order taken back can be given again."""
        return bool(self._redo)

    def undo(self) -> Order | None:
        """Take the last order back; None (see ``barrier``) where nothing can be taken back."""
        if not self._undo:
            return None
        snapshot = self._undo.pop()
        order = self.lines[snapshot.lines].order
        self.state = snapshot.state
        del self.records[snapshot.records :]
        del self.lines[snapshot.lines :]
        if order is not None:
            self._redo.append(order)
        return order

    def redo(self) -> Order | None:
        """Give the order taken back last once more."""
        if not self._redo:
            return None
        order = self._redo.pop()
        rest = list(self._redo)
        self.give(order)
        self._redo = rest
        return order

    def fork(self, turn: int) -> Game:
        """A twin of this game as it stood when ``turn`` opened; ValueError if it never came there."""
        return replay(self.scenario, self.setup, self.lines, before_turn=turn)


def revealed(records: Iterable[Record], order: Order) -> str:
    """What an order has shown that cannot be unseen ('' if nothing)."""
    if order.kind == DONE:
        return "your window is closed"
    for record in records:
        if record.kind in REVEALING:
            return REVEALING[record.kind]
    return ""


def replay(scenario: Scenario, setup: Setup, lines: Iterable[Line], before_turn: int | None = None) -> Game:
    """Play ``lines`` again from the seed, stopping when ``before_turn`` opens."""
    game = Game.start(scenario, setup)
    for line in lines:
        if before_turn is not None and game.state.turn >= before_turn:
            break
        game._apply(line)
    if before_turn is not None and game.state.turn < before_turn:
        raise ValueError(f"the game ends in turn {game.state.turn}, before turn {before_turn}")
    return game
