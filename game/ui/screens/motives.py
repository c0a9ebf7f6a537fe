"""Why they did it: after the end, every choice of the rivals with what came next to it, and their reasons."""

from __future__ import annotations

from itertools import groupby

from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.widgets import (
    Action,
    ChoiceRow,
    Column,
    Columns,
    ColumnSpec,
    Label,
    MainButton,
    PanelHead,
    Paragraph,
    Row,
    Rule,
    Space,
    Widget,
    title,
)
from game.views.motives import debrief
from game.views.parts import number
from game.views.shapes import CandidateView, DebriefView, MotiveView


class MotivesScreen(GameScreen):
    """The rivals at the left, the choices of one of them turn by turn."""

    name, here = "motives", "Why"

    def __init__(self, conductor: Conductor, person: str = "") -> None:
        super().__init__(conductor)
        view = self.view()
        self.title = view.title if view else "Why they did it"
        self.person = person or (view.people[0].id if view and view.people else "")

    def view(self) -> DebriefView | None:
        """Every choice; None while the game lasts."""
        return self.conductor.view("debrief", debrief)

    def build(self, app: App) -> Widget:
        main = MainButton("Back", self.conductor.back, key="Space")
        hints = [("Esc", "back"), ("Tab", "next"), ("Page Down", "further")]
        view = self.view()
        if view is None:
            words = Paragraph("Told when the game is over: until then only public acts show.", theme.SERIF)
            return self.page(Column([title(self.title), words]), main=main, hints=hints)
        columns = Columns(
            [ColumnSpec("Who", self._people(view), 3), ColumnSpec("Choices", self._choices(view), 10)],
            "motives",
            title(self.title, view.note),
        )
        return self.page(columns, main=main, hints=hints)

    def _people(self, view: DebriefView) -> Widget:
        rows: list[Widget] = [PanelHead("Rivals")]
        for one in view.people:
            count = sum(1 for motive in view.motives if motive.person.id == one.id)
            rows.append(
                ChoiceRow(
                    one.surname, self._chooser(one.id), detail=f"{count} choices", chosen=one.id == self.person,
                    name=f"rival:{one.id}",
                )
            )  # fmt: skip
        return Column(rows, gap=4)

    def _chooser(self, person: str) -> Action:
        def choose() -> None:
            self.person = person
            self.app.refresh()

        return choose

    def _choices(self, view: DebriefView) -> Widget:
        mine = [motive for motive in view.motives if motive.person.id == self.person]
        rows: list[Widget] = []
        for words, group in groupby(mine, key=lambda motive: motive.turn_text):
            rows.append(PanelHead(words, style=theme.PANEL_SMALL))
            for motive in group:
                rows += [*self._motive(motive), Space(6)]
        return Column(rows or [Label("No choice is kept.", theme.TEXT, theme.ASH)], gap=2)

    @staticmethod
    def _motive(motive: MotiveView) -> list[Widget]:
        if motive.as_recorded:
            return [Row([Label(motive.chosen.text, theme.BOLD_BIG, wrap=True, flex=1), Label("as in the record")])]
        rows = _candidate(motive.chosen, theme.BOLD_BIG, theme.INK)
        for other in motive.others:
            rows += [Rule(space=1), *_candidate(other, theme.TEXT, theme.ASH)]
        return rows


def _candidate(one: CandidateView, style: theme.Style, colour: theme.Colour) -> list[Widget]:
    """An order that was weighed, its score at the right and its reasons under it."""
    reasons = "; ".join(f"{term.label} {number(term.amount, signed=True)}" for term in one.reasons)
    rows: list[Widget] = [
        Row([Label(one.text, style, colour, wrap=True, flex=1), Label(number(one.score), style, colour)], wrap=False)
    ]
    if reasons:
        rows.append(Label(reasons, theme.SECOND, theme.ASH, wrap=True))
    return rows
