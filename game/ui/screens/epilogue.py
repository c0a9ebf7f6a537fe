"""The end: the verdict as a poster, the score as a sum, and what became of each."""

from __future__ import annotations

from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.screens.poster import Split
from game.ui.widgets import (
    Action,
    BigFigure,
    Breakdown,
    Button,
    Choice,
    Column,
    FaceCell,
    Label,
    Paragraph,
    Poster,
    Row,
    Space,
    Table,
    TableColumn,
    TableRow,
    Widget,
    menu,
)
from game.views.epilogue import epilogue_view
from game.views.shapes import EpilogueView


class EpilogueScreen(GameScreen):
    """The last screen of a game."""

    name = "epilogue"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)
        self.title = " ".join(self.view().verdict)

    def view(self) -> EpilogueView:
        """The end for the seat."""
        return self.conductor.view("epilogue", epilogue_view)

    def build(self, app: App) -> Widget:
        view = self.view()
        return Split(
            self._verdict(view),
            self._fates(view),
            left_units=560,
            lean=230,
            left_ground=theme.INK,
            right_ground=theme.PAPER,
            stripe=(theme.RED, 18),
            foot=self._foot(app.scale.columns < 3),
            sections=("The end", "What became of each"),
            name="epilogue",
        )

    def _verdict(self, view: EpilogueView) -> Widget:
        rows: list[Widget] = [Label(view.date_text, theme.LABEL, theme.MIST, wrap=True), Space(4)]
        rows += [Poster(line, 72, theme.WHITE) for line in view.verdict]
        rows += [
            Space(4),
            Paragraph(view.text, theme.SERIF, theme.WHITE),
            Row(
                [
                    BigFigure(view.score.value_text, view.score.detail, theme.WHITE, theme.MIST, theme.FIGURE_HUGE),
                    Label(view.aim_text, theme.BOLD, theme.WHITE, wrap=True, flex=1),
                ],
                gap=16,
                align="middle",
                wrap=False,
            ),
            Breakdown(view.score, on_ink=True, detail=False),
        ]
        return Column(rows, gap=8)

    def _fates(self, view: EpilogueView) -> Widget:
        columns = (
            TableColumn("This run", 200, 3, keep=9),
            TableColumn("History", 180, 3, style=theme.TEXT, colour=theme.ASH, keep=5),
        )
        rows = [
            TableRow(
                (FaceCell(fate.person.surname.upper(), fate.here, fate.person), fate.history),
                self._codex(fate.person.codex),
                codex=fate.person.codex,
                name=f"fate:{fate.person.id}",
            )
            for fate in view.fates
        ]
        count = len(view.fates)
        return Column(
            [
                Label("What became of each", theme.TITLE, wrap=True),
                Label(f"In this run, and in history. {count} people.", theme.SECOND, theme.ASH, wrap=True),
                Table(columns, rows, name="fates", scrolls=False),
                Label(
                    "The right-hand column is fact. The left-hand one is the model's, except where the two agree.",
                    theme.SECOND,
                    theme.ASH,
                    wrap=True,
                ),
            ],
            gap=8,
        )

    def _foot(self, narrow: bool) -> Widget:
        log = Button("Open the log", lambda: self.conductor.open("log"), key="L", kind="red", name="main")
        if narrow:
            return Row([log, Button("More", self._more, key="M")], gap=10)
        return Row([log, *(Button(text, act, key=key) for text, key, act in self._acts())], gap=10)

    def _acts(self) -> tuple[tuple[str, str, Action], ...]:
        """What else can be done at the end: words, key, act."""
        return (
            ("The story", "S", lambda: self.conductor.open("story")),
            ("Why", "W", lambda: self.conductor.open("motives")),
            ("Export", "E", lambda: self.conductor.open("export")),
            ("Desk", "D", lambda: self.conductor.open("desk")),
            ("Title", "T", self.conductor.title),
        )

    def _more(self) -> None:
        menu(self.app.stage, "The end", [Choice(text, act, key=key) for text, key, act in self._acts()])

    def _codex(self, reference: str) -> Action:
        return lambda: self.conductor.codex(reference)
