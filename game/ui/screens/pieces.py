"""Small parts the screens of knowledge share: dated lines, ink boxes, rows of faces."""

from __future__ import annotations

from collections.abc import Sequence

import pygame

from game.ui import fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets import Action, Box, Column, Grid, Label, Paragraph, PersonCard, Widget
from game.ui.widgets.bars import MARK_EMBLEMS, mark_colour
from game.ui.widgets.core import Tooltip
from game.views.shapes import CodexLineView, Mark, PersonView


class LineRow(Widget):
    """A dated or labelled line with its mark of evidence; with an action it is a link."""

    def __init__(
        self, line: CodexLineView, on_activate: Action | None = None, label_units: float = 96, name: str = ""
    ) -> None:
        tooltip: Tooltip = ("Source", line.source) if line.source else None
        super().__init__(
            label=f"{line.label}: {line.text}" if line.label else line.text,
            on_activate=on_activate,
            tooltip=tooltip,
            codex=line.ref,
            name=name,
            focusable=bool(on_activate or tooltip),
        )
        self.line, self.label_units = line, label_units

    def min_width(self, scale: Scale) -> int:
        return scale.px(200)

    def _rooms(self, scale: Scale, width: int) -> tuple[int, int, bool]:
        """Room of the label, room of the text, and whether the text stands under the label."""
        mark = scale.px(26)
        label = scale.px(self.label_units) if self.line.label else 0
        label = (
            max(label, fonts.width(self.line.label, theme.SECOND_BOLD, scale.percent) + scale.px(10)) if label else 0
        )
        if label > (width - mark) * 45 // 100:
            return width - mark, width - mark, True
        return label, width - mark - label, False

    def height_for(self, scale: Scale, width: int) -> int:
        label, room, under = self._rooms(scale, width)
        high = fonts.line_height(theme.TEXT, scale.percent)
        rows = len(fonts.wrap(self.line.text, theme.TEXT, scale.percent, max(1, room)))
        if under:
            rows += len(fonts.wrap(self.line.label, theme.SECOND_BOLD, scale.percent, max(1, label)))
        return max(1, rows) * high + scale.px(5)

    def draw(self, canvas: Canvas) -> None:
        label, room, under = self._rooms(canvas.scale, self.rect.width)
        if self.hovered and self.on_activate:
            canvas.fill(theme.SHEET, self.rect.inflate(canvas.px(8), 0))
        top, high = self.rect.top + canvas.px(2), canvas.line_height(theme.TEXT)
        left = self.rect.left
        if self.line.label and under:
            for row in canvas.wrap(self.line.label, theme.SECOND_BOLD, label):
                canvas.text(left, top + canvas.px(1), row, theme.SECOND_BOLD)
                top += high
        elif self.line.label:
            canvas.text(left, top + canvas.px(1), self.line.label, theme.SECOND_BOLD)
            left += label
        colour = theme.BLUE if self.on_activate else theme.INK
        for row in canvas.wrap(self.line.text, theme.TEXT, max(1, room)):
            box = canvas.text(left, top, row, theme.TEXT, colour)
            if self.on_activate and self.hovered:
                canvas.line(colour, pygame.Rect(box.left, box.bottom + canvas.px(1), box.width, 1), 1)
            top += high
        if self.line.mark is not Mark.MODEL:  # the common case needs no sign
            paint_mark(canvas, self.line.mark, (self.rect.right - canvas.px(9), self.rect.top + canvas.px(12)))


def paint_mark(canvas: Canvas, mark: Mark, centre: tuple[int, int]) -> None:
    """The small sign of evidence: tick, dotted question, open ring."""
    canvas.emblem(MARK_EMBLEMS[mark], centre, 16, mark_colour(mark))


def ink_box(title: str, children: Sequence[Widget], edge: Colour | str | None = "red", note: str = "") -> Box:
    """A black box with a head in white: what is most worth knowing stands last and black."""
    bar = theme.colour(edge) if isinstance(edge, str) else edge
    head: list[Widget] = [Label(title, theme.PANEL, theme.WHITE, wrap=True)]
    if note:
        head.append(Label(note, theme.SECOND, theme.MIST, wrap=True))
    return Box(Column([*head, *children], gap=6), theme.INK, (18, 12, 18, 16), edge=bar, edge_width=10)


def ink_text(text: str) -> Paragraph:
    """Running text on ink."""
    return Paragraph(text, theme.TEXT, theme.MIST, link_colour=theme.LIGHT_BLUE)


def faces(people: Sequence[PersonView], on_codex: object, size: float = 62, note_role: bool = True) -> Grid:
    """Small portraits in a grid; each opens its codex entry."""
    from collections.abc import Callable
    from typing import cast

    act = cast(Callable[[str], object], on_codex)

    def opener(person: PersonView) -> Action:
        return lambda: act(person.codex)

    cards: list[Widget] = []
    for person in people:
        card = PersonCard(
            person, opener(person), size=size, note=person.role if note_role and not person.cut_out else ""
        )
        card.enabled = True  # reading about somebody is never locked
        cards.append(card)
    return Grid(cards, cell=size, gap=12)
