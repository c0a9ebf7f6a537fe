"""Twin worlds with and without one order: in how many each outcome changes, with the interval of every share."""

from __future__ import annotations

from typing import Any

from game.reports.sheets import interval_text, percent, points
from game.reports.why import both_worlds, top
from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.widgets import (
    Column,
    Columns,
    ColumnSpec,
    Label,
    MainButton,
    PanelHead,
    Paragraph,
    Table,
    TableColumn,
    TableRow,
    Widget,
    title,
)
from game.views.wording import Wording

#: So many possible leaders are listed.
LEADERS = 8


class WhyScreen(GameScreen):
    """What an order changed, as far as twin worlds can say."""

    name, here = "why", "Twin worlds"

    def __init__(self, conductor: Conductor, figures: dict[str, Any]) -> None:
        super().__init__(conductor)
        self.figures = figures
        pairs = figures["pairs"]
        self.title = f"What it changed, in {pairs} pair{'' if pairs == 1 else 's'} of worlds"

    def build(self, app: App) -> Widget:
        scenario = self.conductor.game.scenario
        given, without = both_worlds(scenario, self.figures)
        head = title(self.title, f"With: {given}. Without: {without[:1].lower()}{without[1:]}.")
        columns = Columns(
            [ColumnSpec("What changes", self._changes(), 3), ColumnSpec("Who leads", self._leaders(), 2)],
            "why",
            head,
        )
        main = MainButton("Back", self.conductor.back, key="Space")
        return self.page(columns, main=main, hints=[("Esc", "back"), ("Tab", "next"), ("Page Down", "further")])

    def _changes(self) -> Widget:
        columns = [
            TableColumn("Outcome", 170, 3, style=theme.BOLD, keep=9),
            TableColumn("Directly", 110, 1, "right", keep=8),
            TableColumn("Others anew", 110, 1, "right", keep=8),
        ]
        found = top(self.conductor.game.scenario, self.figures)
        rows = [
            TableRow([row["label"], _share(row["direct"]), _share(row["anew"])], name=f"outcome:{row['label']}")
            for row in found
        ]
        turn = self.figures["until_turn"]
        parts: list[Widget] = [PanelHead("Changes in so many pairs", f"to turn {turn}; 95 % interval")]
        if rows:
            parts.append(Table(columns, rows, name="outcomes", scrolls=False, flex=0))
        else:
            parts.append(Paragraph("Nothing: every outcome is the same in both worlds of every pair.", theme.SERIF))
        parts += [Label(one, theme.SECOND, theme.ASH, wrap=True) for one in self.figures["limits"]]
        return Column(parts, gap=8)

    def _leaders(self) -> Widget:
        words = Wording(self.conductor.game.scenario)
        columns = [
            TableColumn("Leads", 90, 2, style=theme.BOLD, keep=9),
            TableColumn("With", 56, 1, "right", keep=8),
            TableColumn("Without", 60, 1, "right", keep=8),
            TableColumn("Points", 96, 1, "right", keep=7),
        ]
        rows = [
            TableRow(
                [
                    words.person(one["id"]) if one["id"] else "Nobody", percent(one["anew"]["with"]),
                    percent(one["anew"]["without"]),
                    f"{points(one['anew']['difference'])} ({_range(one['anew'])})".replace("-", "\N{MINUS SIGN}"),
                ],
                name=f"leader:{one['id']}",
            )
            for one in self.figures["leader"]["people"][:LEADERS]
        ]  # fmt: skip
        return Column(
            [PanelHead("Who leads then", "others anew"), Table(columns, rows, name="leaders", scrolls=False, flex=0)],
            gap=8,
        )


def _share(row: dict[str, Any]) -> str:
    return f"{percent(row['share'])} ({_range(row)})"


def _range(row: dict[str, Any]) -> str:
    """An interval in per cent with true minus signs."""
    return interval_text(row).replace("-", "\N{MINUS SIGN}")
