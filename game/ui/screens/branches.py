"""Branches of a game: every fork of it, and two of them side by side from where they part."""

from __future__ import annotations

from itertools import zip_longest

from game.reports.sheets import order_text
from game.saves import Comparison, Line
from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.widgets import (
    Action,
    Button,
    ChoiceRow,
    Column,
    Columns,
    ColumnSpec,
    Label,
    MainButton,
    PanelHead,
    Paragraph,
    Row,
    Table,
    TableColumn,
    TableRow,
    Widget,
    confirm,
    title,
)

#: So many rows of orders are shown from where two branches part.
ROWS = 60


class BranchesScreen(GameScreen):
    """The branches at the left; the chosen one beside that in play."""

    name, here, title = "branches", "Branches", "One game, several lines"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)
        game = conductor.game
        self.other = next((name for name in game.names if name != game.origin.name), "")

    def build(self, app: App) -> Widget:
        columns = Columns(
            [ColumnSpec("Branches", self._list(), 3), ColumnSpec("Side by side", self._beside(), 7)],
            "branches",
            title(self.title, "A fork begins a branch; the line it leaves rests and can be taken up again."),
        )
        main = MainButton("Back", self.conductor.back, key="Esc")
        return self.page(columns, main=main, hints=[("Tab", "next"), ("Enter", "choose"), ("F1", "explain")])

    def _list(self) -> Widget:
        game = self.conductor.game
        rows: list[Widget] = [PanelHead("Branches")]
        for one in game.branches:
            origin, here = one.origin, one.name == game.origin.name
            whence = f"from {origin.parent}, turn {origin.turn}" if origin.parent else "from the beginning"
            detail = f"turn {one.turn}, {whence}" + ("; in play" if here else "")
            rows.append(
                ChoiceRow(one.name, self._chooser(one.name), detail=detail, chosen=here, name=f"branch:{one.name}")
            )
        if self.other:
            rows.append(Row([Button(f"Take up {self.other}", self._take, key="T", name="take")]))
            rows.append(Row([Button("Drop it", self._drop, key="D", name="drop")]))
        return Column(rows, gap=5)

    def _chooser(self, name: str) -> Action:
        def choose() -> None:
            if name != self.conductor.game.origin.name:
                self.other = name
                self.app.refresh()

        return choose

    def _take(self) -> None:
        self.conductor.take_up(self.other)

    def _drop(self) -> None:
        def drop() -> None:
            game = self.conductor.game
            game.drop(self.other)
            self.other = next((name for name in game.names if name != game.origin.name), "")
            self.app.refresh()

        text = f"The branch “{self.other}” is forgotten. It cannot be taken back."
        confirm(self.app.stage, "Drop the branch?", text, "Drop it", drop)

    # ---- side by side

    def _beside(self) -> Widget:
        if not self.other:
            return Paragraph("There is one line so far. The log forks a game from any turn.", theme.SERIF)
        found = self.conductor.game.compare(self.other)
        note = "your own orders" if self._hidden() else ""
        rows: list[Widget] = [PanelHead(f"{found.one} and {found.other}", note)]
        if not found.turn:
            rows.append(Paragraph("They are the same as far as both go.", theme.SERIF))
            return Column(rows, gap=6)
        columns = [
            TableColumn("Turn", 44, 0, style=theme.SECOND_BOLD, keep=9),
            TableColumn(found.one, 160, 1, keep=9),
            TableColumn(found.other, 160, 1, keep=9),
        ]
        rows.append(Table(columns, self._rows(found), name="beside", scrolls=False, flex=0))
        if found.opens:
            words = f"Their worlds differ from the opening of turn {found.opens} on."
            rows.append(Label(words, theme.SECOND, theme.ASH, wrap=True))
        return Column(rows, gap=6)

    def _hidden(self) -> bool:
        """While the game lasts only the seat's own orders are shown."""
        return self.conductor.game.decision is not None

    def _rows(self, found: Comparison) -> list[TableRow]:
        rows: list[TableRow] = []
        for turn in found.turns:
            if turn.turn < found.turn:
                continue
            pairs = zip_longest(self._told(turn.one), self._told(turn.other))
            for place, (one, other) in enumerate(pairs):
                cells = [str(turn.turn) if not place else "", one or "", other or ""]
                rows.append(TableRow(cells, name=f"beside:{turn.turn}:{place}"))
        return rows[:ROWS]

    def _told(self, lines: tuple[Line, ...]) -> list[str]:
        scenario, seat = self.conductor.game.scenario, self.conductor.seat
        return [
            order_text(scenario, line.order)
            for line in lines
            if line.order is not None and line.order.kind != "done" and (line.order.who == seat or not self._hidden())
        ]
