"""The leading bureau: the sentence, the table with its bands, what a vote is worth, where it is decided."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.ui import theme
from game.ui.app import App
from game.ui.screens.base import GameScreen
from game.ui.screens.council import Council, PowerRows
from game.ui.screens.pieces import faces, ink_box, ink_text
from game.ui.widgets import Column, Columns, ColumnSpec, Label, Panel, Paragraph, Widget, title
from game.views.shapes import TableView
from game.views.table import table_view

if TYPE_CHECKING:
    from game.ui.flow import Conductor


class TableScreen(GameScreen):
    """Seven votes, four decide: who stands with whom, and what that leaves to the others."""

    name = "table"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)
        self.alone = False

    @property
    def tab_label(self) -> str:
        return self.conductor.label("screen_table", "The bureau")

    def build(self, app: App) -> Widget:
        view = self.conductor.view("table", table_view)
        left = Column(
            [
                title(view.sentence, view.explanation, view.body),
                Council(view, self.alone, self.conductor.codex),
                *self._agenda(view),
            ],
            gap=10,
        )
        columns = Columns([ColumnSpec("Table", left, 2), ColumnSpec("Power", self._power(view), 1)], "table")
        other = "as they vote" if self.alone else "one by one"
        return self.page(columns, hints=[("F1", "explain"), ("Enter", "codex"), ("B", other), ("Tab", "next")])

    def on_key(self, app: App, key: str) -> bool:
        if key == "B":
            self.alone = not self.alone
            app.refresh()
            return True
        return super().on_key(app, key)

    def _agenda(self, view: TableView) -> list[Widget]:
        if not view.on_the_table:
            return []
        rows: list[Widget] = []
        for item in view.on_the_table:
            rows.append(Label(item.title, theme.BOLD, wrap=True))
            if item.mover:
                rows.append(Label(f"moved by {item.mover}", theme.SECOND, theme.ASH, wrap=True))
        return [Panel("On the table", rows, view.meeting_text)]

    def _power(self, view: TableView) -> Widget:
        label = self.conductor.label
        parts: list[Widget] = [
            Panel(
                label("power_share", "Share of power"),
                [
                    Paragraph(
                        "One by one each vote is worth the same. Those who stand together count as one.",
                        theme.TEXT, theme.ASH,
                    ),
                    PowerRows(view, label("one_by_one", "One by one"), label("as_they_vote", "As they vote")),
                ],
                "Banzhaf",
            )
        ]  # fmt: skip
        if view.candidates:
            head = label("candidates_voice", "Candidates, voice but no vote")
            parts.append(
                Column(
                    [
                        Label(head, theme.LABEL, theme.ASH, wrap=True),
                        faces(view.candidates, self.conductor.codex, 62, False),
                    ]
                )
            )
        parts.append(ink_box(view.decided_title, [ink_text(view.decided_text)]))
        return Column(parts, gap=18)
