"""The story of the run: the epilogue told as a text, each sentence with the turn it rests on."""

from __future__ import annotations

from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.widgets import (
    Column,
    Columns,
    ColumnSpec,
    EvidenceMark,
    MainButton,
    Panel,
    Paragraph,
    Row,
    Widget,
    title,
)
from game.views.epilogue import epilogue_view
from game.views.shapes import ClauseView, LinkText, Mark, PassageView


class StoryScreen(GameScreen):
    """Passages in serif; what is fact or speculation carries its mark."""

    name, here, title = "story", "The story", "The story of this run"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)

    def build(self, app: App) -> Widget:
        passages = self.conductor.view("epilogue", epilogue_view).story
        half = (len(passages) + 1) // 2
        marks = Row([EvidenceMark(mark, "") for mark in (Mark.FACT, Mark.MODEL, Mark.SPECULATION)], gap=18)
        columns = Columns(
            [
                ColumnSpec("First", self._column(passages[:half])),
                ColumnSpec("Then", self._column(passages[half:])),
            ],
            "story",
            Column([title(self.title, "Told from what the run kept. A number is the turn."), marks], gap=6),
        )
        main = MainButton("Back", self.conductor.back, key="Space")
        return self.page(columns, main=main, hints=[("Esc", "back"), ("Page Down", "further"), ("F1", "explain")])

    def _column(self, passages: tuple[PassageView, ...]) -> Widget:
        return Column([Panel(one.title, [self._text(one)]) for one in passages], gap=18)

    def _text(self, passage: PassageView) -> Widget:
        return Paragraph([piece for clause in passage.clauses for piece in self._clause(clause)], theme.SERIF)

    @staticmethod
    def _clause(clause: ClauseView) -> list[LinkText]:
        mark = "" if clause.mark is Mark.MODEL else f"{clause.mark.value}, "
        return [LinkText(f"{clause.text}. [{mark}{clause.turn}] ")]
