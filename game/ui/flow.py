"""The conductor of a game in the window: which screen for which decision, orders, saves, rivals at work."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

from game.engine.order import DONE, Order
from game.lab.table import Table
from game.saves import Game, Setup
from game.scenario.model import Scenario
from game.ui import library
from game.ui.app import App, Screen
from game.ui.giving import Giving
from game.ui.jobs import Job
from game.ui.keeping import Keeping
from game.ui.lesson_clock import LessonClock
from game.ui.marks import Mark, records_before
from game.ui.ready import ready
from game.ui.screens import SCREENS, TABS
from game.ui.widgets import Tab, Tooltip, TurnChange, confirm, notice
from game.views.codex import explain
from game.views.orders import menu
from game.views.parts import Scene, turn_text
from game.views.rollcall import shown_from
from game.views.whip import agenda

T = TypeVar("T")
#: So many decisions of rivals between two of one's own are usual: the scale of the bar of progress.
USUAL = 24


class Conductor(Giving, Keeping):
    """One window's game; see ``game.ui.screens`` for what a screen may use of it."""

    def __init__(self, app: App, folder: Path | None = None) -> None:
        self.app = app
        Keeping.__init__(self, folder or library.saves_folder())
        self.shelf = library.Shelf()
        self.table: Table | None = None
        self.seat = ""
        self._scene: Scene | None = None
        self._views: dict[str, Any] = {}
        self._marks: dict[str, Mark] = {}
        self._queue: list[tuple[str, dict[str, Any]]] = []
        self.opened_sitting = ""  # the sitting whose bell has rung
        self.timer = LessonClock(app)
        self.other_worlds: dict[str, dict[str, str]] = {}  # what was reckoned at a question, by moment and option
        self.hurrying = False
        self._sat = ""  # the seat whose page was shown last
        self._kept = 0  # the last turn kept by itself
        self._ready: tuple[Scene, dict[str, Any]] | None = None  # what was reckoned beside the window
        self._opened = 0  # last turn whose opening was shown by the wedge

    # ---- what is seen

    @property
    def game(self) -> Game:
        """The game in play; AssertionError before one is begun."""
        assert self.table is not None
        return self.table.game

    def scene(self) -> Scene:
        """What the seat sees now; made once until something changes."""
        if self._scene is None:
            assert self.table is not None
            self._scene = Scene(self.table, self.game.scenario.index["people"][self.seat])
        return self._scene

    def view(self, key: str, make: Callable[[Scene], T]) -> T:
        """A view, made once until something changes."""
        if key not in self._views:
            self._views[key] = make(self.scene())
        found: T = self._views[key]
        return found

    def label(self, word: str, plain: str) -> str:
        """What a generic word is called in this scenario, else ``plain``."""
        return self.game.scenario.labels.get(word, plain) if self.table else plain

    def _forget(self) -> None:
        self._scene = None
        self._views.clear()

    def changed(self) -> None:
        """Something changed: views are made anew and the page is built again."""
        self._forget()
        self.app.refresh()

    # ---- going about

    def tabs(self) -> list[Tab]:
        """The seven tabs of the bar."""
        return [
            Tab(self.label(f"screen_{name}", plain), str(key), self._opener(name))
            for key, (name, plain) in enumerate(TABS, 1)
        ]

    def _opener(self, name: str) -> Callable[[], object]:
        return lambda: self.open(name)

    def open(self, name: str, **args: Any) -> None:
        """Go to a screen: a tab takes the place of the page over the home screen, others come on top."""
        if name == "home":
            self.home()
            return
        screen = SCREENS[name](self, **args)
        if name in dict(TABS):
            base = [self.home_screen()] if self.table and name != self.home_name() else []
            self.app.reset([*base, screen])
        else:
            self.app.push(screen)

    def back(self) -> None:
        """Leave the screen; from the lowest go home."""
        if not self.app.pop() and self.table:
            self.home()

    def codex(self, reference: str = "") -> None:
        """The codex on a reference, over the present page."""
        self.app.push(SCREENS["codex"](self, ref=reference))

    def lookup(self, reference: str) -> Tooltip:
        """What a link says on hover."""
        return self.view(f"lookup {reference}", lambda at: explain(at, reference)) if self.table else None

    def go(self, goto: str) -> None:
        """Follow the ``goto`` of a view."""
        kind, _, rest = goto.partition(":")
        if kind == "screen":
            self.open(rest)
        elif kind == "order":
            self.order(rest)
        elif kind == "motion":
            self.open("session", motion=rest)
        elif goto:
            self.codex(goto)

    def news(self) -> None:
        """The digest of the last turn once more."""
        self.open("digest", first=self._marks[self.seat].told)

    # ---- home

    def home_name(self) -> str:
        """The screen of the present decision."""
        decision = self.game.decision
        if decision is None:
            return "epilogue"
        names = {"window": "desk", "session": "session", "hinge": "hinge", "offer": "decision", "voice": "decision"}
        return names[decision.kind]

    def home_screen(self) -> Screen:
        """A fresh screen for the present decision."""
        return SCREENS[self.home_name()](self)

    def home(self) -> None:
        """Go to the screen of the present decision."""
        self.app.reset([self.home_screen()])

    def title(self) -> None:
        """Leave the game for the title; what was played is kept."""
        if self.table and self.game.decision is not None:
            self.autosave()
        self.table, self.seat = None, ""
        self.timer.stop()
        self._forget()
        self._queue.clear()
        self.app.tabs = []
        self.app.reset([SCREENS["title"](self)])

    # ---- beginning

    def begin(self, scenario: Scenario, setup: Setup) -> None:
        """Begin a game; one that starts later replays the past first."""
        self._work(
            "The past is laid out" if setup.start else "The table is laid",
            lambda report: Table.new(scenario, setup),
            self.play,
        )

    def load(self, path: Path) -> None:
        """Go on with a save; a fault is told in a sentence, and what can be had of it is offered."""
        shelf = self.shelf
        self._work(
            "The game is played again", lambda report: (*shelf.restore(path), shelf.as_kept(path)), self._offer
        )

    def _offer(self, found: tuple[Table, str, Table | None]) -> None:
        table, said, kept = found
        if not said:
            self.play(table)
            return
        go = (lambda: self.play(table)) if kept is None else (lambda: self._which(table, kept))
        confirm(self.app.stage, "Not as it was saved", f"{said}.", "Go on", go, no="Back")

    def _which(self, table: Table, kept: Table) -> None:
        """The scenario has changed: the game as it plays now, or as it was kept."""
        turn = kept.game.state.turn
        text = (
            f"Played again under the changed scenario, it stands in turn {table.game.state.turn} and may have gone "
            f"otherwise. It can also go on from the opening of turn {turn} as it was kept; the old line then rests "
            "as a branch."
        )
        confirm(
            self.app.stage, "Two ways to go on", text, "As it was kept", lambda: self.play(kept),
            no="Played again", on_no=lambda: self.play(table),
        )  # fmt: skip

    def play(self, table: Table) -> None:
        """Sit down at a table."""
        self.app.sounds.fade("theme")
        self.table = table
        self._forget()
        self._marks, self._ready = {}, None
        self.other_worlds.clear()
        self.timer.stop()
        self._opened = self._kept = 0
        humans = table.game.setup.humans or (table.game.scenario.contenders[0].person,)
        self.seat, self._sat = humans[0], ""  # several: whoever opens the game is not yet known
        first = records_before(table.game)
        ballots = len(table.game.state.ballots)
        for seat in humans:
            self._marks[seat] = Mark(first, ballots, table.game.state.turn if first else 0)
        self.proceed()

    # ---- the course of the game

    def proceed(self) -> None:
        """Rivals decide, then what must be seen is shown, then the seat decides."""
        game = self.game
        if game.decision is None or game.human_to_act or not game.setup.humans:
            self._arrive()
            return
        assert self.table is not None
        table = self.table

        def think(report: Callable[[int, str], None]) -> Table:
            done = 0

            def progress(now: Game) -> bool:
                nonlocal done
                done += 1
                words = turn_text(now.scenario, now.state.turn).title()
                report(min(980, 1000 * done // (done + USUAL)), words)
                return True

            table.advance(progress)
            self._keep_turn()
            self._ready = ready(table, self._marks)
            return table

        self._work("The others decide", think, lambda _: self._arrive())

    def _keep_turn(self) -> None:
        """Keep the game by itself once a turn."""
        if self.game.decision is not None and self.game.state.turn != self._kept:
            self._kept = self.game.state.turn
            self.autosave()

    def _take_ready(self) -> None:
        """Take what was reckoned beside the window, if it is the present seat's."""
        made, self._ready = self._ready, None
        if made is not None and made[0].id == self.seat:
            self._scene, self._views = made

    def _work(self, title: str, work: Callable[[Callable[[int, str], None]], T], then: Callable[[T], object]) -> None:
        """Do something long in a thread, then go on; what goes wrong is told."""

        def done(job: Job[T]) -> None:
            if job.error is not None:
                notice(self.app.stage, "It cannot go on", str(job.error) or type(job.error).__name__)
                return
            assert job.result is not None
            then(job.result)

        self.app.job(work, done, reports=True, title=title)

    def _arrive(self) -> None:
        """Rivals are done: queue what must be seen, and show the first of it."""
        self._forget()
        assert self.table is not None
        game, before = self.game, self.seat
        decider = game.decider
        if decider is not None and decider in game.setup.humans:
            self.seat = decider
        self._take_ready()
        if self._idle():
            passed, self.seat = Order.of(self.seat, DONE), before
            self.table.give(passed)
            self.proceed()
            return
        mark = self._marks.setdefault(self.seat, Mark())
        if self._nothing_presses(mark.ballots):
            self.give(Order.of(self.seat, DONE))
            return
        self.hurrying = False
        if self.seat != self._sat and len(game.setup.humans) > 1 and game.decision is not None:
            self._queue.append(("handover", {"seat": self.seat, "before": self._sat}))
        self._sat = self.seat
        self._queue += [("rollcall", {"number": k}) for k in shown_from(self.scene(), mark.ballots)]
        mark.ballots = len(game.state.ballots)
        turn = game.state.turn
        if game.decision is not None and turn != mark.turn:
            if mark.turn:
                self._queue.append(("digest", {"first": mark.records}))
                mark.told = mark.records
            mark.turn, mark.records = turn, len(game.records)
            self._keep_turn()
        self.app.tabs = self.tabs()
        self.show_next()
        if self._unkept:
            self._elsewhere(self._unkept)
            self._unkept = ""

    def _idle(self) -> bool:
        """A sitting with nothing on the table passes by itself unless the seat can still spend an order there."""
        decision = self.game.decision
        if decision is None or decision.kind != "session" or self.seat not in self.game.setup.humans:
            return False
        at = self.scene()
        return not agenda(at) and all(order.locked_reason or not order.cost for order in menu(at))

    def show_next(self) -> None:
        """The next thing that must be seen, or the screen of the decision."""
        if self._queue:
            name, args = self._queue.pop(0)
            if name != "handover":
                self.timer.attend(self.seat, self.game)
            self.app.reset([SCREENS[name](self, **args)])
            return
        self.timer.attend(self.seat, self.game)
        self.home()
        turn = self.game.state.turn
        if turn != self._opened and self.game.decision is not None:
            self._opened = turn
            self.app.stage.play(TurnChange(turn_text(self.game.scenario, turn)))

    # ---- forks

    def fork(self, turn: int) -> None:
        """A new branch from the opening of an earlier turn; the game as played is kept, and rests beside it."""
        self.autosave()
        assert self.table is not None
        table = self.table
        self._work("The fork is laid out", lambda report: table.fork(turn), self.play)

    def take_up(self, name: str) -> None:
        """Go on with another branch, where it was left."""
        assert self.table is not None
        table = self.table
        self._work("The branch is taken up", lambda report: table.switch(name), self.play)
