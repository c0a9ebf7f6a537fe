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
from game.saves.branch import (
    LONGEST,
    MOST,
    Branch,
    Comparison,
    Course,
    Line,
    Origin,
    begins,
    checked_name,
    compare,
    fresh_name,
)
from game.saves.openings import Openings
from game.saves.snapshot import pack, unpack
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


#: The strength of rivals unless a game says otherwise.
USUAL = "secretary"


@dataclass(frozen=True, slots=True)
class Setup:
    """What a game was started with. ``humans`` are seats played by people; ``rivals`` is the dial."""

    seed: int = 1
    humans: tuple[str, ...] = ()
    rivals: str = "free"
    strength: str = USUAL
    start: date | None = None  # None: the scenario's first day
    until: date | None = None
    lesson: Lesson | None = None
    chapter: str = ""
    player: str = ""  # the name a player typed
    settings: tuple[tuple[str, str], ...] = ()  # settings of the scenario changed for this game

    @property
    def manner(self) -> str:
        """How rivals behave, in words of the command line: the dial, and a strength other than the usual."""
        return self.rivals if self.strength == USUAL else f"{self.rivals} ({self.strength})"

    @property
    def on_rails(self) -> bool:
        """Whether rivals keep to the historical line."""
        return self.rivals == "rails"


def as_played(scenario: Scenario, setup: Setup) -> Scenario:
    """The scenario with the settings and the lesson of a game; ValueError for a setting it does not have."""
    changed = with_settings(scenario, dict(setup.settings))
    return changed if setup.lesson is None else setup.lesson.told_in(changed)


@dataclass(slots=True)
class Before:
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
    history: Openings = field(default_factory=Openings)  # state at the opening of each turn played
    origin: Origin = field(default_factory=Origin)
    others: dict[str, Branch] = field(default_factory=dict)  # branches that rest
    on_close: Callable[[State, list[Record]], None] | None = field(default=None, repr=False)  # told as a turn closes
    _undo: list[Before] = field(default_factory=list, repr=False)
    _redo: list[Order] = field(default_factory=list, repr=False)
    _packed: tuple[int, str] = field(default=(0, ""), repr=False)  # openings so far, and the snapshot of the last
    barrier: str = ""  # why undo stops here
    result: Callable[[], Mapping[str, Any]] | None = field(default=None, repr=False)  # what a save tells of it
    kept_log: Callable[[], Any] | None = field(default=None, repr=False)  # what a snapshot keeps of the log
    begun_log: Any = field(default=None, repr=False)  # and what it had kept when the game began from one

    @staticmethod
    def start(scenario: Scenario, setup: Setup, origin: Origin | None = None) -> Game:
        """A new game on the scenario's first day; ValueError for a setting the scenario does not have.

        A branch that plays on from a snapshot stands there instead; SnapshotError, a ValueError, if it does not fit.
        Orders a lesson takes away are still open in the past before the game begins.
        """
        scenario, lesson, terms = as_played(scenario, setup), setup.lesson, None
        origin = origin or Origin()
        if origin.base:
            kept = unpack(origin.base, scenario, lesson.digest if lesson is not None else "")
            return Game(scenario, setup, kept.state, kept.records, origin=origin, begun_log=kept.log)._opened()
        if lesson is not None:
            later = setup.start is not None and setup.start > scenario.start
            terms = replace(lesson.terms, forbidden=()) if later else lesson.terms
        by_record = setup.on_rails or setup.start is not None
        state, records = engine.start(scenario, setup.seed, terms=terms, by_record=by_record)
        return Game(scenario, setup, state, records, origin=origin)._opened()

    def _opened(self) -> Game:
        self._mark_turn()
        return self

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
        before = Before(self.state.copy(), len(self.records), len(self.lines)) if human else None
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
            self.history.append(self.state)

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

    # ---- branches

    @property
    def branches(self) -> tuple[Branch, ...]:
        """Every branch in the order of making, this one as it stands."""
        return tuple(sorted((self.resting, *self.others.values()), key=lambda one: one.origin.number))

    @property
    def names(self) -> tuple[str, ...]:
        """The names of all branches in the order of making; this one's is ``origin.name``."""
        return tuple(branch.name for branch in self.branches)

    @property
    def resting(self) -> Branch:
        """This branch as it would be kept beside another."""
        return Branch(
            self.origin, tuple(self.lines), dict(self.turn_marks), dict(self.field_marks), self.state.turn
        )

    def fork(self, turn: int, name: str = "") -> Game:
        """A new branch as this game stood when ``turn`` opened, this one resting beside it; ValueError if it cannot.

        Without a name it gets one.
        """
        return self._along(self.course_from(turn, name))

    def switch(self, name: str) -> Game:
        """Another branch taken up where it was left, this one resting beside it; LookupError for a strange name."""
        return self._along(self.course_of(name))

    def _along(self, course: Course) -> Game:
        game = Game.start(self.scenario, self.setup, course.origin)
        follow(game, course)
        return game

    def course_from(self, turn: int, name: str = "") -> Course:
        """What is played again to fork at the opening of ``turn``; ValueError if the game was never there."""
        first, last = self.first_turn, self.state.turn
        if not first <= turn <= last:
            raise ValueError(f"this game can be forked at the opening of turns {first} to {last}, not of turn {turn}")
        if len(self.others) + 1 >= MOST:
            raise ValueError(f"a game has at most {MOST} branches; drop one first")
        known = self.names
        name = checked_name(name, known) if name else fresh_name(known, turn)
        number = self.branches[-1].origin.number + 1
        origin = Origin(name, self.origin.name, turn, number, self.origin.base)
        return Course(origin, tuple(self.lines), {**self.others, self.origin.name: self.resting}, turn)

    def course_of(self, name: str) -> Course:
        """What is played again to take up another branch."""
        branch = self.branch(name)
        others = {one.name: one for one in self.branches if one.name != name}
        return Course(branch.origin, branch.lines, others)

    @property
    def first_turn(self) -> int:
        """The first turn in which somebody at the table can decide."""
        past = begins(self.lines)
        return max(turn for turn, (number, _) in self.turn_marks.items() if number <= past)

    def branch(self, name: str) -> Branch:
        """A branch by its name; LookupError names those there are."""
        found = next((one for one in self.branches if one.name == name), None)
        if found is None:
            raise LookupError(f"there is no branch '{name[:LONGEST]}'; there are {', '.join(self.names)}")
        return found

    def drop(self, name: str) -> None:
        """Forget a branch that rests; LookupError for a strange name, ValueError for this one."""
        if self.branch(name).name == self.origin.name:
            raise ValueError("the branch in play cannot be dropped; take up another first")
        del self.others[name]

    def compare(self, name: str) -> Comparison:
        """This branch and another side by side, with the first difference marked."""
        return compare(self.resting, self.branch(name))

    def snapshot(self) -> str:
        """The game as it stood at the opening of this turn, in one line of text."""
        openings = len(self.history)
        if self._packed[0] != openings:
            log = self.kept_log() if self.kept_log is not None else None
            self._packed = (openings, pack(self.history[-1], self.records, log))
        return self._packed[1]


def revealed(records: Iterable[Record], order: Order) -> str:
    """What an order has shown that cannot be unseen ('' if nothing)."""
    if order.kind == DONE:
        return "your window is closed"
    for record in records:
        if record.kind in REVEALING:
            return REVEALING[record.kind]
    return ""


def follow(game: Game, course: Course, each: Callable[[Line], None] | None = None) -> None:
    """Play the lines of a course in a game begun at its origin; ``each`` is told every line that was played.

    The past before a game that starts later is always played.
    """
    past, end = begins(course.lines), course.before_turn
    for number, line in enumerate(course.lines):
        if end is not None and number >= past and game.state.turn >= end:
            break
        game.repeat(line)
        if each is not None:
            each(line)
    game.others = dict(course.others)


def replay(scenario: Scenario, setup: Setup, lines: Iterable[Line]) -> Game:
    """Play ``lines`` again from the seed."""
    game = Game.start(scenario, setup)
    follow(game, Course(Origin(), tuple(lines), {}))
    return game
