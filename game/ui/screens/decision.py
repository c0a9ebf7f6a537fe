"""An offer to answer, or a question on which you have a voice."""

from __future__ import annotations

from game.engine.state import Decision
from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.screens.hint import hint_cards
from game.ui.screens.poster import DateWedge, Split
from game.ui.widgets import (
    Action,
    Breakdown,
    Button,
    ChoiceRow,
    Column,
    Label,
    PanelHead,
    Paragraph,
    PersonTile,
    Row,
    Space,
    Widget,
)
from game.views.decision import Answer, answers, decision_view
from game.views.parts import bar_view, day_text
from game.views.shapes import DecisionView


class DecisionScreen(GameScreen):
    """One question and its answers."""

    name = "decision"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)
        self.title = self.view().title

    def _decision(self) -> Decision:
        decision = self.conductor.game.decision
        assert decision is not None
        return decision

    def view(self) -> DecisionView:
        """What is asked."""
        return self.conductor.view("decision", lambda at: decision_view(at, self._decision()))

    def answers(self) -> tuple[Answer, ...]:
        """The answers with the orders they give."""
        return self.conductor.view("answers", lambda at: answers(at, self._decision()))

    def build(self, app: App) -> Widget:
        foot = Row([Button("Look around first", lambda: self.conductor.open("desk"), key="Esc")])
        return Split(
            self._asker(), self._answers(), left_units=440, lean=60, pad=32, foot=foot,
            sections=("What is asked", "Answers"), name="decision",
        )  # fmt: skip

    def _asker(self) -> Widget:
        view, bar = self.view(), self.conductor.view("bar", bar_view)
        day = day_text(self.conductor.game.state.day).upper()
        rows: list[Widget] = [DateWedge(day, f"Turn {bar.turn} of {bar.turns}"), Space(6)]
        if view.asker:
            rows.append(PersonTile(view.asker, size=112, on_activate=self._codex(view.asker.codex)))
        rows.append(Paragraph(view.text, theme.SERIF))
        if view.figure:
            rows.append(PanelHead(view.figure.label, view.figure.detail))
            rows.append(Breakdown(view.figure, detail=False))
        return Column(rows, gap=10)

    def _codex(self, reference: str) -> Action:
        return lambda: self.conductor.codex(reference)

    def _answers(self) -> Widget:
        view = self.view()
        rows: list[Widget] = [Label(view.title, theme.TITLE_SMALL, theme.WHITE, wrap=True), Space(2)]
        rows += hint_cards(self.conductor)
        for answer in self.answers():
            shown = answer.view
            rows.append(
                ChoiceRow(
                    shown.label,
                    self._giver(answer),
                    detail=shown.detail,
                    key=shown.key,
                    locked_reason=shown.locked_reason,
                    tooltip=shown.figure,
                    name=f"answer:{shown.id}",
                )
            )
        return Column(rows, gap=8)

    def _giver(self, answer: Answer) -> Action:
        return lambda: self.conductor.give(answer.order)
