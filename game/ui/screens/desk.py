"""The desk: who you are and how you stand, what presses, what came in, what you may order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from game.ui import theme
from game.ui.app import App
from game.ui.canvas import Canvas
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.screens.hint import hint_cards
from game.ui.widgets import (
    Action,
    AlertCard,
    Column,
    Columns,
    ColumnSpec,
    FigureRow,
    GivenCard,
    Grid,
    HeroCard,
    Label,
    LoopStrip,
    OrderRow,
    Panel,
    PanelHead,
    Paragraph,
    Row,
    Rule,
    Space,
    TextLink,
    Widget,
)
from game.views.codex import linked
from game.views.desk import desk_view
from game.views.shapes import DeskView, DispatchView, OrderView

FAMILIES = {
    "organise": "Organise",
    "agitate": "Agitate",
    "ally": "Ally",
    "session": "In session",
    "inform": "Inform",
    "personal": "Personal",
}


#: So many dispatches stand under the headline, in a window of so many units all of them; the digest has the rest.
LINES, TALL = 4, 900
#: A headline of more letters is set smaller.
LONG = 70
HEADLINE_LONG = theme.Style("Oswald-SemiBold", 24, 30)


class DeskScreen(GameScreen):
    """The first screen of a turn."""

    name = "desk"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)
        self.title = self.view().headline

    @property
    def tab_label(self) -> str:
        return self.conductor.label("screen_desk", "Desk")

    def view(self) -> DeskView:
        """What the desk shows now."""
        return self.conductor.view("desk", desk_view)

    def build(self, app: App) -> Widget:
        view = self.view()
        columns = Columns(
            [
                ColumnSpec("Standing", self._standing(view), 272),
                ColumnSpec("Dispatches", self._middle(view), 560),
                ColumnSpec("Orders", self._orders(view), 320),
            ],
            "desk",
        )
        return self.page(columns)

    # ---- left

    def _standing(self, view: DeskView) -> Widget:
        rows: list[Widget] = [FigureRow(figure) for figure in view.standing]
        parts: list[Widget] = [HeroCard(view.you, view.posts, view.countdown, view.countdown_text)]
        if view.given:
            cards: list[Widget] = [GivenCard(card, self._undo_action(view)) for card in view.given]
            parts.append(Panel("Given this turn", cards, gap=4))
        parts.append(Panel("Standing", rows, view.you.surname, gap=6))
        if view.undo_stopped:
            words = f"Nothing can be taken back: {view.undo_stopped}."
            parts.append(Label(words, theme.SECOND, theme.ASH, wrap=True))
        return Column(parts, gap=14)

    def _undo_action(self, view: DeskView) -> Action | None:
        return self.conductor.undo if view.can_undo else None

    # ---- middle

    def _middle(self, view: DeskView) -> Widget:
        cards: list[Widget] = [AlertCard(alert, self._goer(alert.goto), tile=True) for alert in view.alerts]
        parts: list[Widget] = hint_cards(self.conductor)
        if cards:
            parts.append(Grid(cards, cell=170, gap=8, most=3))
        parts.append(self._dispatches(view))
        steps = LoopStrip(view.loop, [self._goer(step.goto) for step in view.loop])
        parts.append(
            Column(
                [PanelHead("Where the line is made", "your share at each step", style=theme.PANEL_SMALL), steps],
                gap=4,
            )
        )
        return Column(parts, gap=16)

    def _goer(self, goto: str) -> Action:
        return lambda: self.conductor.go(goto)

    def _dispatches(self, view: DeskView) -> Widget:
        new = sum(1 for one in view.dispatches if one.new)
        day = view.dispatches[0].date_text if view.dispatches else ""
        words = f"Dispatches, {day}" if day else "Dispatches"
        head = PanelHead(words, f"{new} new" if new else "", theme.RED, style=theme.PANEL_SMALL)
        if not view.dispatches:
            return Column([head, Label("Nothing has come in.", theme.SERIF, theme.ASH)], gap=4)
        first, rest = view.dispatches[0], view.dispatches[1:]
        rows: list[Widget] = [head, self._headline(first)]
        body = "".join(piece.text for piece in first.body)
        if body:
            rows.append(Paragraph(linked(self.conductor.game.scenario, body), theme.SERIF))
        rows.append(Rule(space=2))
        lines = LINES if self.app.scale.units_high < TALL else len(rest)
        rows += [self._line(one) for one in rest[:lines]]
        links: list[Widget] = []
        if len(rest) > lines:
            links.append(TextLink("All the news", self.conductor.news, name="news"))
        links.append(TextLink("To the next vote or alert", self.conductor.hurry, key="F9", name="hurry"))
        rows.append(Row(links, gap=24))
        return Column(rows, gap=4)

    def _headline(self, one: DispatchView) -> Widget:
        if one.source:
            return TextHeadline(one.headline, lambda: self.conductor.codex(one.source))
        return Label(one.headline, theme.HEADLINE, wrap=True)

    def _line(self, one: DispatchView) -> Widget:
        pieces = linked(self.conductor.game.scenario, one.headline)
        row: list[Widget] = [
            Paragraph(pieces, theme.TEXT, flex=1),
            Label(one.date_text, theme.SECOND, theme.RED if one.new else theme.ASH),
        ]
        return Row(row, gap=12)

    # ---- right

    def _orders(self, view: DeskView) -> Widget:
        left = view.bar.orders_left
        head = PanelHead("Orders", f"{len(view.given)} given, {left} left")
        rows: list[Widget] = [head]
        open_ = [order for order in view.orders if not order.locked_reason]
        shut = [order for order in view.orders if order.locked_reason]
        rows += self._families(open_)
        if shut:
            rows.append(Space(2))
            rows.append(Label("Not open to you now", theme.LABEL, theme.ASH))
            rows += [self._row(order) for order in shut]
        return Column(rows, gap=5)

    def _families(self, orders: Sequence[OrderView]) -> list[Widget]:
        ranks = list(FAMILIES)
        ordered = sorted(orders, key=lambda order: ranks.index(order.family))
        rows: list[Widget] = []
        for family, group in groupby(ordered, key=lambda order: order.family):
            plain = FAMILIES.get(family, family)
            rows.append(Label(self.conductor.label(f"family_{family}", plain), theme.LABEL, theme.ASH))
            rows += [self._row(order) for order in group]
        return rows

    def _row(self, order: OrderView) -> Widget:
        return OrderRow(order, lambda: self.conductor.order(order.kind))


class TextHeadline(TextLink):
    """The headline of the day: it leads to what it is about."""

    def __init__(self, text: str, on_activate: Action) -> None:
        style = theme.HEADLINE if len(text) <= LONG else HEADLINE_LONG
        super().__init__(text, on_activate, colour=theme.INK, style=style, name="headline")

    def min_width(self, scale: theme.Scale) -> int:
        return Label(self.text, self.style, wrap=True).min_width(scale)

    def natural_width(self, scale: theme.Scale) -> int:
        return Label(self.text, self.style).natural_width(scale)

    def height_for(self, scale: theme.Scale, width: int) -> int:
        return Label(self.text, self.style, wrap=True).height_for(scale, width)

    def draw(self, canvas: Canvas) -> None:
        colour = theme.BLUE if self.hovered else theme.INK
        canvas.lines(self.rect.left, self.rect.top, self.rect.width, self.text, self.style, colour)
