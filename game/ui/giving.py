"""How the window gives orders: whole ones, the end of a window, taking back, and going on to what matters."""

from __future__ import annotations

from game.engine import IllegalOrder
from game.engine.order import DONE, Order
from game.lab.table import Table
from game.saves import Game
from game.ui.app import App
from game.ui.marks import Mark, moment
from game.ui.screens import SCREENS
from game.ui.widgets import Tab, confirm, notice
from game.views.desk import alerts
from game.views.parts import Scene
from game.views.rollcall import shown_from
from game.views.shapes import Level


class Giving:
    """The part of a conductor that gives orders and takes them back."""

    app: App
    seat: str
    table: Table | None
    hurrying: bool  # windows end by themselves until something matters
    _marks: dict[str, Mark]

    @property
    def game(self) -> Game:
        """The game in play."""
        raise NotImplementedError

    def scene(self) -> Scene:
        """What the seat sees now."""
        raise NotImplementedError

    def tabs(self) -> list[Tab]:
        """The tabs of the bar."""
        raise NotImplementedError

    def home(self) -> None:
        """Go to the screen of the present decision."""
        raise NotImplementedError

    def proceed(self) -> None:
        """Let the rivals decide, and go on."""
        raise NotImplementedError

    def _forget(self) -> None:
        raise NotImplementedError

    def home_screen(self) -> object:
        """A screen for the present decision."""
        raise NotImplementedError

    def order(self, kind: str, **prefilled: str) -> None:
        """Give an order, asking for its open blanks one by one."""
        self.app.push(SCREENS["compose"](self, kind=kind, filled=prefilled))

    def give(self, order: Order) -> None:
        """Give a whole order and go where it leads."""
        assert self.table is not None
        before, ballots = moment(self.game), len(self.game.state.ballots)
        try:
            self.table.give(order)
        except IllegalOrder as refused:
            notice(self.app.stage, "Not allowed", str(refused))
            return
        self._forget()
        if moment(self.game) != before or len(self.game.state.ballots) != ballots:
            self.proceed()
        else:
            self.app.tabs = self.tabs()
            self._return()

    def _return(self) -> None:
        """After an order: back over the pages of its blanks."""
        compose = type(self.app.screen).__name__ == "ComposeScreen"
        if compose and len(self.app.screens) > 1:
            self.app.pop()
        else:
            self.app.refresh()

    def done(self) -> None:
        """End the window; orders left over are asked about once."""
        seat = self.scene().atlas.contender[self.scene().who]
        left = int(self.game.state.orders_left[seat]) if seat >= 0 else 0
        decision = self.game.decision
        order = Order.of(self.seat, DONE)
        if decision is not None and decision.kind == "window" and left:
            words = "one order" if left == 1 else f"{left} orders"
            text = f"You have {words} left. What is not given before the bodies meet can only be used while they sit."
            confirm(
                self.app.stage,
                "End the window?",
                text,
                "End it",
                lambda: self.give(order),
                yes_key="Space",
                no="Go on",
            )
        else:
            self.give(order)

    def next_label(self) -> str:
        """The words of the red act."""
        decision = self.game.decision
        if decision is None:
            return "The end"
        if type(self.app.screen).__name__ != type(self.home_screen()).__name__:
            words = {"window": "To the desk", "session": "To the session"}
            return words.get(decision.kind, "To the question")
        return {"window": "End window", "session": "To the vote"}.get(decision.kind, "Answer")

    def next(self) -> None:
        """The red act: go home from elsewhere, else end the window."""
        decision = self.game.decision
        at_home = type(self.app.screen).__name__ == type(self.home_screen()).__name__
        if not at_home or decision is None:
            self.home()
        elif decision.kind in ("window", "session"):
            self.done()

    def undo(self) -> None:
        """Take the last order back, or say why it stands."""
        assert self.table is not None
        if self.table.undo() is None:
            reason = self.game.barrier
            text = f"Your last order stands: {reason}." if reason else "There is no order to take back."
            notice(self.app.stage, "Nothing to undo", text)
            return
        self._forget()
        self._marks[self.seat].ballots = min(self._marks[self.seat].ballots, len(self.game.state.ballots))
        self.app.refresh()

    def redo(self) -> None:
        """Give the order taken back last once more."""
        if self.game.redo() is None:
            return
        self._forget()
        self.app.refresh()

    # ---- to the next vote or alert

    def hurry(self) -> None:
        """Ask, then end windows without orders until a vote, a question or an alert comes."""
        decision = self.game.decision
        if decision is None or decision.kind != "window":
            self.home()
            return
        text = "Your windows end without orders, turn by turn, until a vote, a question or a red alert comes."
        confirm(
            self.app.stage, "To the next vote or alert?", text, "Go on", self._hurry, yes_key="Space", no="Stay",
        )  # fmt: skip

    def _hurry(self) -> None:
        self.hurrying = True
        self.give(Order.of(self.seat, DONE))

    def _nothing_presses(self, seen: int) -> bool:
        """Whether a window may end by itself: no vote to be shown since ballot ``seen``, no red alert."""
        decision = self.game.decision
        if not self.hurrying or decision is None or decision.kind != "window":
            return False
        if self.seat not in self.game.setup.humans or len(self.game.setup.humans) > 1:
            return False
        at = self.scene()
        return not shown_from(at, seen) and all(alert.level is not Level.ACT for alert in alerts(at))
