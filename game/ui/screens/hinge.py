"""A dated moment: the paper at the left, the answers at the right, what you do not know below."""

from __future__ import annotations

from typing import Any

import pygame

from game.engine.order import CHOOSE, Order
from game.lab.ahead import asked
from game.ui import draw, theme, worlds
from game.ui.app import App
from game.ui.canvas import Canvas
from game.ui.flow import Conductor
from game.ui.screens.base import GameScreen
from game.ui.screens.hint import hint_cards
from game.ui.screens.poster import DateWedge, Split
from game.ui.theme import Scale
from game.ui.widgets import (
    Action,
    Box,
    Button,
    Column,
    EvidenceMark,
    FigureRow,
    ForecastBar,
    Label,
    PanelHead,
    Paragraph,
    Row,
    Rule,
    Space,
    Widget,
)
from game.ui.widgets.persons import PersonTile
from game.views.codex import linked
from game.views.hinge import hinge_view
from game.views.other_worlds import worlds_text
from game.views.shapes import HingeOptionView, HingeView, Mark, PersonView

#: The steeper diagonal of this poster: units across for a unit down.
STEEP = 0.094
#: Worlds played on for each answer, and how many turns.
WORLDS, TURNS = 8, 4
AHEAD = (
    f"{WORLDS} worlds for each answer, played on {TURNS} turns from what you see, with a luck of their own; you too "
    "are then played by the model. It says what this model would do, and no more. It takes some seconds."
)
#: A question longer than this is set in the smaller title; a source longer than that opens on hover.
LONG, LONG_SOURCE = 44, 80


class Face(PersonTile):
    """A face alone."""

    def __init__(self, person: PersonView, size: float) -> None:
        super().__init__(person, size=size)
        self.focusable = False

    def min_width(self, scale: Scale) -> int:
        return scale.px(self.size)

    def natural_width(self, scale: Scale) -> int:
        return scale.px(self.size)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(self.size)

    def draw(self, canvas: Canvas) -> None:
        canvas.portrait(self.person, self.rect.left, self.rect.top, canvas.px(self.size))


class OptionCard(Box):
    """One answer: number, face, what it is and does, whose consent it needs; locked with its reason."""

    def __init__(
        self, option: HingeOptionView, number: int, chosen: bool, on_activate: Action, ahead: str = ""
    ) -> None:
        self.option, self.chosen, self.ahead = option, chosen, ahead
        self.shut = bool(option.locked_reason)
        super().__init__(
            self._content(number),
            pad=(34, 10, 18, 10),
            label=f"{number}. {option.title}. {option.locked_reason or option.consequence} {ahead}".rstrip(),
            key=str(number),
            on_activate=on_activate,
            name=f"option:{option.id}",
            focusable=True,
            tooltip=("Not open to you", option.locked_reason) if self.shut else None,
        )
        self.enabled = not self.shut

    def _content(self, number: int) -> Widget:
        option = self.option
        ink = theme.MIST if self.shut else theme.INK
        second = theme.MIST if self.shut else theme.ASH
        figure = Label(
            str(number), theme.FIGURE_BIG, theme.MIST if self.shut else theme.RED if self.chosen else theme.INK
        )
        words: list[Widget] = [Label(option.title, theme.SUBHEAD, ink, wrap=True)]
        by = ". ".join(
            part for part in (option.authors_text, "Done in history" if option.done_in_history else "") if part
        )
        if by:
            words.append(Label(by, theme.SECOND, second, wrap=True))
        if self.shut:
            words.append(Label(option.locked_reason, theme.TEXT, theme.WHITE, wrap=True))
        else:
            words += self._does(option)
        left: list[Widget] = [figure]
        if option.author:
            left.insert(0, Face(option.author, 64))
        return Row([*left, Column(words, gap=2, flex=1)], gap=14, wrap=False)

    def _does(self, option: HingeOptionView) -> list[Widget]:
        rows: list[Widget] = []
        if option.consequence:
            rows.append(Paragraph(option.consequence, theme.SERIF_SMALL))
        for line in option.arguments:
            rows.append(Label(line, theme.SECOND_BOLD, theme.BLUE, wrap=True))
        if self.chosen:
            if option.risk:
                rows.append(Label(f"Risk: {option.risk}", theme.SECOND, theme.ASH, wrap=True))
            rows += [ForecastBar(forecast) for forecast in option.forecasts]
            rows += [FigureRow(figure) for figure in option.figures]
        if self.ahead:
            rows.append(Label(self.ahead, theme.SECOND_BOLD, theme.BLUE, wrap=True))
        if option.mark is not Mark.FACT:
            rows.append(
                Label(
                    {Mark.SPECULATION: "Nobody argued this at the time"}.get(option.mark, "By the model"),
                    theme.SECOND,
                    theme.ASH,
                )
            )
        return rows

    def draw(self, canvas: Canvas) -> None:
        lean = self.rect.height * STEEP
        area = self.rect
        ground = theme.COAL if self.shut else theme.SHEET
        shape = [
            (area.left + lean, area.top),
            (area.right, area.top),
            (area.right, area.bottom),
            (area.left, area.bottom),
        ]
        draw.polygon(canvas.surface, ground, shape)
        if self.chosen:
            edge = canvas.px(12)
            draw.polygon(
                canvas.surface,
                theme.RED,
                [
                    (area.left + lean, area.top),
                    (area.left + lean + edge, area.top),
                    (area.left + edge, area.bottom),
                    (area.left, area.bottom),
                ],
            )
        if self.shut:
            canvas.emblem("lock", (area.right - canvas.px(22), area.top + canvas.px(22)), 20, theme.MIST)

    def draw_focus(self, canvas: Canvas) -> None:
        pygame.draw.rect(
            canvas.surface, theme.LIGHT_BLUE, self.rect.inflate(canvas.px(6), canvas.px(6)), canvas.px(3)
        )


def _source(text: str) -> Widget:
    """Where the paper is from; a long list of sources opens on hover."""
    if len(text) <= LONG_SOURCE:
        return Label(text, theme.SECOND, theme.ASH, wrap=True)
    count = text.count(";") + 1
    words = f"{count} sources" if count > 1 else "Source"
    return Label(words, theme.SECOND_BOLD, theme.BLUE, wrap=True, tooltip=("Sources", text))


class HingeScreen(GameScreen):
    """The moment of a hinge."""

    name = "hinge"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)
        view = self.view()
        self.title = view.title
        open_ = [option.id for option in view.options if not option.locked_reason]
        self.chosen = open_[0] if len(open_) == 1 else ""

    def view(self) -> HingeView:
        """The moment as the seat sees it."""

        def make(at: object) -> HingeView:
            scene = self.conductor.scene()
            decision = self.conductor.game.decision
            assert decision is not None
            return hinge_view(scene, decision)

        return self.conductor.view("hinge", make)

    def entered(self, app: App) -> None:
        """With one column what is known comes first."""
        app.stage.memory["hinge"] = 0

    def pick(self, option: str) -> None:
        """Put an answer in focus; a second time decides."""
        if self.chosen == option:
            self.decide()
            return
        self.chosen = option
        self.app.refresh()

    def decide(self) -> None:
        """Take the answer in focus."""
        if self.chosen:
            order = Order.of(self.conductor.seat, CHOOSE, hinge=self.view().id, option=self.chosen)
            self.conductor.give(order)

    def build(self, app: App) -> Widget:
        view = self.view()
        return Split(
            self._paper(view), self._answers(view), left_units=470, lean=68, pad=32, foot=self._foot(),
            sections=("What is known", "Answers"), name="hinge",
        )  # fmt: skip

    def _paper(self, view: HingeView) -> Widget:
        scenario = self.conductor.game.scenario
        rows: list[Widget] = [
            DateWedge(view.date_text, view.turn_text.capitalize()),
            Space(6),
            Label(view.context, theme.LABEL, theme.ASH, wrap=True),
            *([Label(view.document_title, theme.SERIF_HEAD, wrap=True)] if view.document_title else []),
            Paragraph(linked(scenario, view.document_text), theme.SERIF),
            Rule(3, theme.RED, 4),
        ]
        if view.document_source:
            rows.append(_source(view.document_source))
        rows.append(EvidenceMark(view.document_mark))
        rows.append(PanelHead("What you do not know", colour=theme.BLUE))
        rows += [
            Row(
                [EvidenceMark(Mark.UNKNOWN, bare=True), Label(text, theme.TEXT, wrap=True, flex=1)],
                gap=8,
                wrap=False,
                align="middle",
            )
            for text in view.unknowns
        ]
        return Column(rows, gap=7)

    def _answers(self, view: HingeView) -> Widget:
        rows: list[Widget] = [
            Label(view.title, theme.TITLE if len(view.title) <= LONG else theme.TITLE_SMALL, theme.WHITE, wrap=True),
            Label(view.sentence, theme.TEXT, theme.MIST, wrap=True),
            Space(2),
            *hint_cards(self.conductor),
        ]
        for number, option in enumerate(view.options, 1):
            told = self._told(option)
            rows.append(OptionCard(option, number, option.id == self.chosen, self._picker(option.id), told))
        rows.append(Label(view.footnote, theme.SECOND, theme.MIST, wrap=True))
        return Column(rows, gap=10)

    def _foot(self) -> Widget:
        reason = "" if self.chosen else "Choose an answer first: its number, or a click."
        wide = self.app.scale.columns > 1
        around = "Look around first" if wide else "Look around"
        return Row(
            [
                Button("Decide", self.decide, key="Space", kind="red", locked_reason=reason, name="main"),
                *self._ahead_button(),
                Button(around, lambda: self.conductor.open("desk"), key="Esc"),
            ],
            gap=16 if wide else 6,
        )

    def _ahead_button(self) -> list[Widget]:
        """Offered once: afterwards its words stand under the answers."""
        if self._moment() in self.conductor.other_worlds:
            return []
        return [Button("Other worlds", self.look_ahead, key="O", tooltip=("In other worlds", AHEAD))]

    # ---- other worlds

    def _moment(self) -> str:
        """What the worlds of this moment are kept under."""
        game = self.conductor.game
        group = game.decision.group if game.decision else 0
        return f"{game.state.turn} {self.conductor.seat} {self.view().id} {group}"

    def _told(self, option: HingeOptionView) -> str:
        """What came of an option in other worlds, '' before they were asked for."""
        found = self.conductor.other_worlds.get(self._moment(), {})
        return found.get(option.id, "")

    def look_ahead(self) -> None:
        """Play each open option on in a few worlds, from what the seat sees."""
        open_ = tuple(option.id for option in self.view().options if not option.locked_reason)
        game = self.conductor.game
        question = asked(game.state, game.setup, self.conductor.seat, self.view().id, open_, TURNS, WORLDS)
        moment = self._moment()

        def keep(found: list[dict[str, Any]]) -> None:
            self.conductor.other_worlds[moment] = {row["option"]: worlds_text(row["worlds"], TURNS) for row in found}
            self.app.refresh()

        worlds.ask(self.conductor, f"{WORLDS} other worlds for each answer", question, keep)

    def _picker(self, option: str) -> Action:
        return lambda: self.pick(option)
