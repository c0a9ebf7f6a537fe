"""A sitting: the agenda, the whip list of a motion, your stand, and the orders of the session."""

from __future__ import annotations

from dataclasses import replace

from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.screens.hint import hint_cards
from game.ui.screens.poster import StandTab
from game.ui.widgets import (
    Action,
    Breakdown,
    ChoiceRow,
    Column,
    Columns,
    ColumnSpec,
    CurvePlot,
    FaceCell,
    ForecastBar,
    Grid,
    Label,
    OrderRow,
    PanelHead,
    PersonTile,
    Table,
    TableColumn,
    TableRow,
    VoteBar,
    Widget,
    title,
)
from game.views.desk import meeting_name
from game.views.orders import menu, order_type
from game.views.shapes import OrderView, WhipRowView, WhipView
from game.views.whip import StandView, agenda, members, motion_title, stands, whip_view

COLUMNS = (
    TableColumn("", 150, 2, keep=9),
    TableColumn("Seats", 44, 0, "right", theme.FIGURE_SMALL, keep=7),
    TableColumn("Against", 120, 2, head_right="For", keep=8),
    TableColumn("Sure", 52, 0, "right", theme.BOLD, keep=6),
    TableColumn("First reason", 120, 3, keep=5),
    TableColumn("Price", 90, 2, colour=theme.ASH, keep=3),
)


class SessionScreen(GameScreen):
    """The whip list of one motion of the agenda."""

    name, here = "session", "In session"

    def __init__(self, conductor: Conductor, motion: str = "") -> None:
        super().__init__(conductor)
        self.motion = motion
        self.selected = ""
        self.movable = False
        view = self.view()
        self.title = view.title if view else "In session"

    def view(self) -> WhipView | None:
        """The whip list of the chosen motion."""
        return self.conductor.view(f"whip {self.motion}", lambda at: whip_view(at, self.motion))

    def entered(self, app: App) -> None:
        """The chair's bell, once a sitting."""
        decision = self.conductor.game.decision
        sitting = f"{decision.about} {decision.day}" if decision is not None and decision.kind == "session" else ""
        if sitting and self.conductor.opened_sitting != sitting:
            self.conductor.opened_sitting = sitting
            app.stage.sound("bell", 500)

    # ---- acts

    def turn_to(self, step: int) -> None:
        """Another motion of the agenda."""
        items = self.conductor.view("agenda", agenda)
        if not items:
            return
        view = self.view()
        now = next((k for k, one in enumerate(items) if view and one.id == view.motion_id), 0)
        self.choose(items[(now + step) % len(items)].id)

    def choose(self, motion: str) -> None:
        """Turn to a motion by its id."""
        self.motion, self.selected = motion, ""
        self.app.refresh()

    def select(self, row: str) -> None:
        """Put a voter in focus."""
        if row != self.selected:
            self.selected = row
            self.app.refresh()

    def on_key(self, app: App, key: str) -> bool:
        if key in ("[", "]", ",", "."):
            self.turn_to(-1 if key in "[," else 1)
            return True
        if key == "F6" and not any(s.key == "F6" for s in self._stands(self.view())):
            self.movable = not self.movable
            app.refresh()
            return True
        return super().on_key(app, key)

    def _stands(self, view: WhipView | None) -> tuple[StandView, ...]:
        if view is None:
            return ()
        return self.conductor.view(f"stands {view.motion_id}", lambda at: stands(at, view.motion_id))

    # ---- drawing

    def build(self, app: App) -> Widget:
        view = self.view()
        if view is None:
            return self.page(self._nothing())
        hints = (
            ("[ ]", "motion"),
            ("Up Down", "voter"),
            ("F1", "reasons"),
            ("F6", "who can be moved"),
            ("Ctrl Z", "undo"),
        )
        tabs = ("Votes", "Reasons, orders")
        return self.page(self._body(view), self._side(view), hints=hints, sections=tabs, shares=(3, 2))

    def _nothing(self) -> Widget:
        decision = self.conductor.game.decision
        meeting = decision.about if decision is not None and decision.kind == "session" else ""
        at = self.conductor.scene()
        head = (
            f"{meeting_name(at, meeting)} sits. Nothing is on the table." if meeting else "Nothing is on any agenda."
        )
        orders: list[Widget] = [*hint_cards(self.conductor), PanelHead("You may"), *self._order_rows(self._menu())]
        people = self.conductor.view("members", members)
        tiles: list[Widget] = [PersonTile(one, self._codex(one.codex), size=52) for one in people]
        table = Column(
            [PanelHead("At the table", str(len(tiles)) if tiles else ""), Grid(tiles, cell=200, gap=12)], gap=8
        )
        return Columns(
            [ColumnSpec("Orders", Column(orders, gap=5), 5), ColumnSpec("At the table", table, 7)],
            "nothing",
            title(head, "Move something, or let the sitting pass."),
        )

    def _codex(self, reference: str) -> Action:
        return lambda: self.conductor.codex(reference)

    def _menu(self) -> tuple[OrderView, ...]:
        return tuple(one for one in self.conductor.view("menu", menu) if not one.locked_reason)

    def _body(self, view: WhipView) -> Widget:
        tabs: list[Widget] = [
            StandTab(one.label, one.key, one.chosen, self._stander(one), one.locked_reason)
            for one in self._stands(view)
        ]
        rows: list[Widget] = [title(view.title, view.sentence, view.meeting), *hint_cards(self.conductor)]
        if tabs:
            rows.append(Grid(tabs, cell=150, gap=8, most=4))
        rows.append(VoteBar(view.tally, thick=34))
        rows.append(self._table(view))
        return Column(rows, gap=8)

    def _stander(self, one: StandView) -> Action:
        return lambda: self.conductor.give(one.order)

    def _shown(self, view: WhipView) -> list[WhipRowView]:
        return [row for row in view.rows if row.can_move or not self.movable]

    def _table(self, view: WhipView) -> Widget:
        head = (
            TableColumn("Delegation" if view.row_word == "delegations" else "Member", 150, 2, keep=9),
            *COLUMNS[1:],
        )
        chosen = self._row(view)
        rows = [
            TableRow(
                (
                    FaceCell(row.name, row.detail, row.person),
                    str(row.seats),
                    row.lean,
                    f"{row.sure} %" if row.sure is not None else "?",
                    row.reason,
                    row.price,
                ),
                self._selector(row.id),
                codex=row.person.codex if row.person else "",
                name=f"row:{row.id}",
                on_focus=self._selector(row.id),
                selected=bool(chosen and row.id == chosen.id),
                tooltip=row.figure,
            )
            for row in self._shown(view)
        ]
        return Table(head, rows, name="whip")

    def _selector(self, row: str) -> Action:
        return lambda: self.select(row)

    def _row(self, view: WhipView) -> WhipRowView | None:
        rows = self._shown(view)
        return next((row for row in rows if row.id == self.selected), rows[0] if rows else None)

    def _side(self, view: WhipView) -> Widget:
        parts: list[Widget] = []
        items = self.conductor.view("agenda", agenda)
        if len(items) > 1:
            parts.append(self._agenda(view))
        if view.curve:
            parts.append(Column([PanelHead(view.curve.title, rule=False), CurvePlot(view.curve, 110)], gap=2))
        if view.forecast:
            parts.append(
                Column(
                    [
                        Label(view.forecast.label, theme.SECOND_BOLD, wrap=True),
                        ForecastBar(replace(view.forecast, label="")),
                        Label(
                            "Share of the votes: nine worlds in ten, and the middle half",
                            theme.SECOND,
                            theme.ASH,
                            wrap=True,
                        ),
                    ],
                    gap=2,
                )
            )
        row = self._row(view)
        if row and row.figure:
            parts.append(self._reasons(row))
        found = view.orders
        open_ = [one for one in found if not one.locked_reason]
        shut = [one for one in found if one.locked_reason]
        left = view.bar.orders_left
        words = {0: "No order left", 1: "With the order you have"}.get(left, f"With the {left} orders you have")
        parts.append(Column([PanelHead(words, rule=False), *self._order_rows((*open_, *shut))], gap=5))
        return Column(parts, gap=12)

    def _agenda(self, view: WhipView) -> Widget:
        at = self.conductor.scene()
        rows: list[Widget] = [PanelHead("Agenda", "[ and ] turn", rule=False)]
        for motion in self.conductor.view("agenda", agenda):
            rows.append(
                ChoiceRow(
                    motion_title(at, motion),
                    self._chooser(motion.id),
                    chosen=motion.id == view.motion_id,
                    name=f"item:{motion.id}",
                )
            )
        return Column(rows, gap=3)

    def _chooser(self, motion: str) -> Action:
        return lambda: self.choose(motion)

    def _reasons(self, row: WhipRowView) -> Widget:
        figure = row.figure
        assert figure is not None
        head: Widget = PanelHead(figure.label, figure.value_text, rule=False)
        if row.person:
            tile = PersonTile(
                row.person, size=56, on_activate=lambda: self.conductor.codex(row.person.codex if row.person else "")
            )
            head = Column([head, tile], gap=4)
        return Column([head, Breakdown(figure)], gap=6)

    def _order_rows(self, orders: tuple[OrderView, ...]) -> list[Widget]:
        rows: list[Widget] = []
        for order in orders:
            rows.append(OrderRow(order, self._giver(order), ground=theme.PAPER))
        return rows or [Label("Nothing is open to you here.", theme.TEXT, theme.ASH)]

    def _giver(self, order: OrderView) -> Action:
        def give() -> None:
            view = self.view()
            slots = order_type(self.conductor.scene(), order.kind).slots
            about = {slot.name: view.motion_id for slot in slots if slot.kind == "motion"} if view else {}
            self.conductor.order(order.kind, **about)

        return give
