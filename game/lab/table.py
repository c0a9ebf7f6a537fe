"""A table: a game, its rivals and its log, advanced together. Window, text mode and batch runs sit here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from game.chronicle import Chronicle, Divergence
from game.chronicle.chronicle import KeptLog
from game.engine import IllegalOrder
from game.engine.order import Order
from game.engine.record import Record
from game.engine.state import Decision, State
from game.lab.pilot import Pilot
from game.lab.result import result
from game.saves import Course, Game, Line, Saved, Setup, follow
from game.saves.shape import of_data
from game.scenario.model import Scenario

#: Called after each decision with the game; returning False stops the run.
Progress = Callable[[Game], bool]


@dataclass(slots=True)
class Table:
    """A game with its log; rivals decide for every seat not played by a person."""

    game: Game
    log: Chronicle = field(init=False)
    fresh: list[Divergence] = field(default_factory=list)  # of the last turn closed
    pilot: Pilot = field(init=False, repr=False)

    def __post_init__(self) -> None:
        setup = self.game.setup
        self.pilot = Pilot(setup.rivals, setup.strength, setup.seed)
        self.log = Chronicle(self.game.scenario)
        self.game.on_close = self._close
        self.game.result = lambda: result(self.game, self.log)
        self.game.kept_log = self.log.kept

    def _close(self, state: State, records: list[Record]) -> None:
        self.fresh = self.log.close_turn(state, state.turn, records)

    @property
    def luck(self) -> int:
        """Seeds the wavering of rivals, never what happens."""
        return self.pilot.luck

    @staticmethod
    def new(scenario: Scenario, setup: Setup) -> Table:
        """Lay a new game; one that starts later first replays the historical line up to that day."""
        table = Table(Game.start(scenario, setup))
        if setup.start is not None and setup.start > scenario.start:
            table.replay_history(setup.start)
        return table

    def replay_history(self, day: date) -> None:
        """Every seat follows the historical line until the turn of ``day``; then offices are set as recorded."""
        game, turn = self.game, self.game.scenario.turn_of(day)
        while game.state.turn < turn and (decision := game.decision) is not None:
            self.rival(decision, "rails")
        if game.state.phase != "over":
            game.correct(max(day, game.state.day))
            self.log.begin(game.state, game.records)

    def begin_log(self) -> None:
        """The log of a game that plays on from a snapshot is the one kept there; without one it begins now."""
        game = self.game
        if game.origin.base:
            try:
                self.log.resume(of_data(KeptLog, game.begun_log))
            except (ValueError, TypeError):
                self.log.begin(game.state, game.records)

    def fork(self, turn: int, name: str = "") -> Table:
        """A new branch from the opening of an earlier turn, this one resting beside it; ValueError if it cannot."""
        return taken_up(self.game.scenario, self.game.setup, self.game.course_from(turn, name))

    def switch(self, name: str) -> Table:
        """Another branch taken up where it was left; LookupError names those there are."""
        return taken_up(self.game.scenario, self.game.setup, self.game.course_of(name))

    def rival(self, decision: Decision, dial: str | None = None) -> list[Record]:
        """A rival's next order at this decision: the next of his plan that is still open, or of a new plan."""
        order, why = self.pilot.next(self.game.state, decision, dial)
        return self.game.give(order, why)

    def advance(self, progress: Progress | None = None) -> list[Record]:
        """Let rivals decide until somebody at the table must, or the game is over; what happened meanwhile."""
        records: list[Record] = []
        game = self.game
        while (decision := game.decision) is not None and not game.human_to_act:
            records += self.rival(decision)
            if progress is not None and not progress(game):
                break
        return records

    def give(self, order: Order) -> list[Record]:
        """A person's order; whoever was in the middle of his window thinks again, as after a restore."""
        records = self.game.give(order)
        self.pilot.forget()
        return records

    def undo(self) -> Order | None:
        """Take back the last order of this window."""
        return self.game.undo()


def restore(scenario: Scenario, saved: Saved) -> Table:
    """The table of a save: every order is played again, so that log and records are whole.

    ValueError if it has a seat the scenario does not know.
    """
    _check_seats(scenario, saved)
    return taken_up(scenario, saved.setup, saved.course)


def _check_seats(scenario: Scenario, saved: Saved) -> None:
    seats = [one.person for one in scenario.contenders]
    for seat in saved.setup.humans:
        if seat not in seats:
            raise ValueError(f"there is no seat '{seat[:40]}' in this scenario")


def restored_as_far(scenario: Scenario, saved: Saved) -> Table:
    """The table of a save that cannot be played again to its end, as the turn opened in which it stops."""
    _check_seats(scenario, saved)
    game = Game.start(scenario, saved.setup, saved.origin)
    for line in saved.lines:
        try:
            game.repeat(line)
        except (IllegalOrder, LookupError, ValueError):
            return taken_up(scenario, saved.setup, replace(saved.course, before_turn=game.state.turn))
    return restore(scenario, saved)


def from_snapshot(scenario: Scenario, saved: Saved) -> Table:
    """The table of a save as its snapshot has it, for a scenario that has changed since.

    It is a new branch; the one that was saved rests beside it. SnapshotError, a ValueError, if there is no snapshot
    or it does not fit the scenario.
    """
    _check_seats(scenario, saved)
    return taken_up(scenario, saved.setup, saved.from_snapshot)


def taken_up(scenario: Scenario, setup: Setup, course: Course) -> Table:
    """The table of a branch: its orders are played again from where it comes from."""
    table = Table(Game.start(scenario, setup, course.origin))
    table.begin_log()

    def begin(line: Line) -> None:
        if line.opening is not None:
            table.log.begin(table.game.state, table.game.records)

    follow(table.game, course, begin)
    return table
