"""The links of a chain of causes, and the two tallies."""

from __future__ import annotations

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets import Action, Widget
from game.views.shapes import CauseView

STEP, STEPS = 14, 6


class ChainRow(Widget):
    """A slanted plate a step further on than the cause before it; the last one is red."""

    def __init__(self, link: CauseView, place: int, last: bool, on_activate: Action) -> None:
        super().__init__(
            label=f"{link.when}: {link.text} ({link.note})",
            on_activate=on_activate,
            name=f"chain:{place}:{link.ref}",
        )
        self.link, self.place_in_chain, self.last = link, min(place, STEPS), last

    def min_width(self, scale: Scale) -> int:
        return scale.px(280)

    def _rooms(self, scale: Scale, width: int) -> tuple[int, int, int]:
        """Left edge of the plate, of the text, and room of the text."""
        left = scale.px(STEP) * self.place_in_chain if width >= scale.px(420) else 0
        date = left + scale.px(18)
        text = date + scale.px(88)
        kind = fonts.width(self.link.note, theme.LABEL, scale.percent) + scale.px(24)
        return left, text, max(scale.px(80), width - text - kind)

    def height_for(self, scale: Scale, width: int) -> int:
        rows = fonts.wrap(self.link.text, theme.TEXT, scale.percent, self._rooms(scale, width)[2])
        return max(1, len(rows)) * fonts.line_height(theme.TEXT, scale.percent) + scale.px(7)

    def draw(self, canvas: Canvas) -> None:
        left, text, room = self._rooms(canvas.scale, self.rect.width)
        plate = pygame.Rect(self.rect.left + left, self.rect.top, self.rect.width - left, self.rect.height)
        ground = theme.RED if self.last else theme.INK if self.hovered else theme.SHEET
        draw.slanted_block(canvas.surface, ground, plate, right=False)
        ink = theme.text_on(ground)
        top = self.rect.top + canvas.px(3)
        canvas.text(plate.left + canvas.px(18), top, self.link.when, theme.SECOND_BOLD, ink)
        canvas.text(
            self.rect.right - canvas.px(8),
            top + canvas.px(2),
            self.link.note,
            theme.LABEL,
            theme.second_on(ground),
            "right",
        )
        for row in canvas.wrap(self.link.text, theme.TEXT, room):
            canvas.text(self.rect.left + text, top - canvas.px(1), row, theme.TEXT, ink)
            top += canvas.line_height(theme.TEXT)


class Tallies(Widget):
    """The last vote both have: history's tally in ink, this run's in red."""

    def __init__(self, history: str, here: str) -> None:
        super().__init__(label=f"In history {history}; here {here}")
        self.history, self.here = history, here

    def _widths(self, scale: Scale) -> tuple[int, int]:
        figures = [fonts.width(text, theme.FIGURE_BIG, scale.percent) for text in (self.history, self.here)]
        words = [fonts.width(text, theme.SECOND, scale.percent) for text in ("in history", "in this run")]
        return max(figures[0], words[0]), max(figures[1], words[1])

    def min_width(self, scale: Scale) -> int:
        return sum(self._widths(scale)) + scale.px(32)

    def height_for(self, scale: Scale, width: int) -> int:
        return fonts.line_height(theme.FIGURE_BIG, scale.percent) + scale.px(18)

    def draw(self, canvas: Canvas) -> None:
        first, _ = self._widths(canvas.scale)
        second = self.rect.left + first + canvas.px(32)
        below = self.rect.top + canvas.line_height(theme.FIGURE_BIG)
        canvas.text(self.rect.left, self.rect.top, self.history, theme.FIGURE_BIG)
        canvas.text(self.rect.left, below, "in history", theme.SECOND, theme.ASH)
        canvas.text(second, self.rect.top, self.here, theme.FIGURE_BIG, theme.RED)
        canvas.text(second, below, "in this run", theme.SECOND, theme.ASH)
