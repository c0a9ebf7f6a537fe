"""Figures that open: the signed terms about an axis, and the row of a figure with its bar."""

from __future__ import annotations

import pygame

from game.ui import fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets.core import Action, Column, Widget
from game.ui.widgets.text import Label
from game.views.shapes import FigureView, TermView

AXIS = 96
AMOUNT = 52


def term_tooltip(term: TermView) -> FigureView | tuple[str, str] | None:
    """What a term opens: its own terms, or its note."""
    if term.terms:
        return FigureView(
            term.label,
            fonts.true_minus(term.amount, term.decimals, True),
            term.note,
            term.terms,
            term.amount,
            None,
            term.decimals,
            "Sum",
            term.mark,
            term.codex,
        )
    return (term.label, term.note) if term.note else None


class TermRow(Widget):
    """One signed term: its words, a bar about the axis, the amount with sign and colour."""

    def __init__(self, term: TermView, reach: tuple[int, int], on_ink: bool = False) -> None:
        super().__init__(
            label=f"{term.label} {fonts.true_minus(term.amount, term.decimals, True)}",
            tooltip=term_tooltip(term),
            codex=term.codex,
            focusable=bool(term.terms or term.note),
        )
        self.term, self.reach, self.on_ink = term, reach, on_ink

    def _rooms(self, scale: Scale, width: int) -> tuple[int, int]:
        amount = max(scale.px(AMOUNT), fonts.width(self._amount(), theme.BOLD, scale.percent))
        axis = min(scale.px(AXIS), max(scale.px(36), (width - amount) * 3 // 10))
        return width - amount - axis - scale.px(8), axis

    def _amount(self) -> str:
        return fonts.true_minus(self.term.amount, self.term.decimals, True)

    def min_width(self, scale: Scale) -> int:
        return scale.px(AMOUNT + 36 + 8 + 96)

    def natural_width(self, scale: Scale) -> int:
        return fonts.width(self.term.label, theme.BOLD, scale.percent) + scale.px(AXIS + AMOUNT + 8)

    def height_for(self, scale: Scale, width: int) -> int:
        rows = fonts.wrap(self.term.label, self._style(), scale.percent, self._rooms(scale, width)[0])
        return max(1, len(rows)) * fonts.line_height(theme.TEXT, scale.percent) + scale.px(2)

    def _style(self) -> theme.Style:
        return theme.BOLD if self.tooltip else theme.TEXT

    def draw(self, canvas: Canvas) -> None:
        words, axis = self._rooms(canvas.scale, self.rect.width)
        linked = bool(self.tooltip)
        link = theme.LIGHT_BLUE if self.on_ink else theme.BLUE
        ink = theme.WHITE if self.on_ink else theme.INK
        top = self.rect.top
        for line in canvas.wrap(self.term.label, self._style(), words):
            box = canvas.text(self.rect.left, top, line, self._style(), link if linked else ink)
            if linked:
                canvas.line(
                    link,
                    pygame.Rect(box.left, box.bottom + canvas.px(1), box.width, 1),
                    2 if self.hovered else 1,
                )
            top += canvas.line_height(theme.TEXT)
        self._bar(canvas, self.rect.left + words, axis)
        canvas.text(self.rect.right, self.rect.top, self._amount(), theme.BOLD, self._colour(True), "right")

    def _colour(self, text: bool) -> Colour:
        if self.on_ink:
            return theme.WHITE if text else theme.LIGHT_BLUE if self.term.amount >= 0 else theme.LIGHT_RED
        return theme.BLUE if self.term.amount >= 0 else theme.RED

    def _bar(self, canvas: Canvas, left: int, room: int) -> None:
        most, least = self.reach
        span = max(1, most + least)
        zero = left + room * least // span
        middle = self.rect.top + canvas.line_height(theme.TEXT) // 2
        high = canvas.px(9)
        length = max(canvas.px(2), room * abs(self.term.amount) // span) if self.term.amount else 0
        start = zero if self.term.amount >= 0 else zero - length
        canvas.fill(self._colour(False), pygame.Rect(start, middle - high // 2, length, high))
        axis = theme.WHITE if self.on_ink else theme.INK
        canvas.fill(
            axis,
            pygame.Rect(zero, self.rect.top - canvas.px(1), canvas.px(1), self.rect.height + canvas.px(2)),
        )


class SumRow(Widget):
    """The double rule and the sum."""

    def __init__(self, label: str, text: str, on_ink: bool = False) -> None:
        super().__init__(label=f"{label} {text}")
        self.words, self.text, self.on_ink = label, text, on_ink

    def min_width(self, scale: Scale) -> int:
        return scale.px(120)

    def _rows(self, scale: Scale, width: int) -> list[str]:
        room = width - fonts.width(self.text, theme.FIGURE, scale.percent) - scale.px(12)
        return fonts.wrap(self.words, theme.BOLD, scale.percent, max(scale.px(40), room))

    def height_for(self, scale: Scale, width: int) -> int:
        rows = len(self._rows(scale, width))
        return scale.px(6) + max(
            scale.px(26), rows * fonts.line_height(theme.BOLD, scale.percent) + scale.px(4)
        )

    def draw(self, canvas: Canvas) -> None:
        ink = theme.WHITE if self.on_ink else theme.INK
        canvas.line(ink, self.rect, 2)
        canvas.line(ink, self.rect.move(0, canvas.px(4)), 1)
        top = self.rect.top + canvas.px(7)
        for index, line in enumerate(self._rows(canvas.scale, self.rect.width)):
            canvas.text(self.rect.left, top + index * canvas.line_height(theme.BOLD), line, theme.BOLD, ink)
        level = top + fonts.baseline(theme.BOLD, canvas.scale.percent)
        canvas.text_on(self.rect.right, level, self.text, theme.FIGURE, ink, "right")


def sum_text(figure: FigureView) -> str:
    """The sum as shown: signed when the figure itself is."""
    signed = figure.value_text[:1] in ("+", "\N{MINUS SIGN}", "-")
    return fonts.true_minus(figure.total, figure.decimals, signed)


class Breakdown(Column):
    """Terms about a common axis, a double rule, the sum; terms with terms open further."""

    def __init__(self, figure: FigureView, on_ink: bool = False, detail: bool = True) -> None:
        most = max([0, *(term.amount for term in figure.terms)])
        least = max([0, *(-term.amount for term in figure.terms)])
        second = theme.MIST if on_ink else theme.ASH
        rows: list[Widget] = [TermRow(term, (most, least), on_ink) for term in figure.terms]
        if figure.terms:
            rows.append(SumRow(figure.sum_label, sum_text(figure), on_ink))
        if detail and figure.detail:
            rows.append(Label(figure.detail, theme.SECOND, second, wrap=True))
        if not rows:
            rows.append(Label(figure.value_text, theme.BOLD, theme.WHITE if on_ink else theme.INK, wrap=True))
        super().__init__(rows, gap=1)
        self.label = f"{figure.label}: {figure.value_text}"


class FigureRow(Widget):
    """A figure with its label, its detail and a bar filled to its fraction; opens into its terms."""

    def __init__(
        self,
        figure: FigureView,
        on_activate: Action | None = None,
        colour: Colour = theme.INK,
        name: str = "",
    ) -> None:
        super().__init__(
            label=f"{figure.label}: {figure.value_text} {figure.detail}",
            tooltip=figure,
            codex=figure.codex,
            on_activate=on_activate,
            name=name or f"figure:{figure.label}",
        )
        self.figure, self.colour = figure, colour

    def _side(self, scale: Scale) -> int:
        return max(
            scale.px(72),
            fonts.width(self.figure.value_text, theme.FIGURE, scale.percent),
            fonts.width(self.figure.detail, theme.SECOND, scale.percent),
        )

    def min_width(self, scale: Scale) -> int:
        words = max(
            (fonts.width(word, theme.TEXT, scale.percent) for word in self.figure.label.split()), default=0
        )
        return self._side(scale) + scale.px(12) + words

    def natural_width(self, scale: Scale) -> int:
        return self._side(scale) + scale.px(12) + fonts.width(self.figure.label, theme.TEXT, scale.percent)

    def _rows(self, scale: Scale, width: int) -> list[str]:
        return fonts.wrap(
            self.figure.label, theme.TEXT, scale.percent, width - self._side(scale) - scale.px(12)
        )

    def height_for(self, scale: Scale, width: int) -> int:
        words = len(self._rows(scale, width)) * fonts.line_height(theme.TEXT, scale.percent)
        bar = scale.px(18) if self.figure.fraction is not None else 0
        detail = fonts.line_height(theme.SECOND, scale.percent) if self.figure.detail else 0
        return max(words + bar, fonts.line_height(theme.FIGURE, scale.percent) + detail) + scale.px(4)

    def draw_focus(self, canvas: Canvas) -> None:
        reach = canvas.px(8)
        canvas.fill(
            theme.BLUE, pygame.Rect(self.rect.left - reach, self.rect.top, canvas.px(4), self.rect.height)
        )

    def draw(self, canvas: Canvas) -> None:
        opened = bool(self.stage and any(tip.anchor is self for tip in self.stage.tips))
        if self.hovered or self.focused or opened:
            reach = canvas.px(8)
            canvas.fill(theme.SHEET, self.rect.inflate(2 * reach, 0))
            if opened:
                self.draw_focus(canvas)
        side = self._side(canvas.scale)
        top = self.rect.top + canvas.px(2)
        for line in self._rows(canvas.scale, self.rect.width):
            canvas.text(self.rect.left, top, line, theme.TEXT)
            top += canvas.line_height(theme.TEXT)
        if self.figure.fraction is not None:
            bar = pygame.Rect(
                self.rect.left, top + canvas.px(5), self.rect.width - side - canvas.px(12), canvas.px(7)
            )
            canvas.fill(theme.SAND, bar)
            share = max(0, min(1000, self.figure.fraction))
            canvas.fill(
                self.colour,
                pygame.Rect(bar.left, bar.top, max(canvas.px(3), bar.width * share // 1000), bar.height),
            )
        canvas.text(
            self.rect.right, self.rect.top, self.figure.value_text, theme.FIGURE, self.colour, "right"
        )
        canvas.text(
            self.rect.right,
            self.rect.top + canvas.line_height(theme.FIGURE),
            self.figure.detail,
            theme.SECOND,
            theme.ASH,
            "right",
        )


class BigFigure(Widget):
    """A large figure over its words, as in the head of a panel."""

    def __init__(
        self,
        value: str,
        words: str,
        colour: Colour = theme.INK,
        second: Colour = theme.ASH,
        style: theme.Style = theme.FIGURE_BIG,
        tooltip: FigureView | None = None,
        flex: int = 0,
    ) -> None:
        super().__init__(label=f"{value} {words}", tooltip=tooltip, flex=flex)
        self.value, self.words, self.colour, self.second, self.style = value, words, colour, second, style

    def min_width(self, scale: Scale) -> int:
        words = max(
            (fonts.width(word, theme.SECOND, scale.percent) for word in self.words.split()), default=0
        )
        return max(fonts.width(self.value, self.style, scale.percent), words)

    def natural_width(self, scale: Scale) -> int:
        return max(
            fonts.width(self.value, self.style, scale.percent),
            fonts.width(self.words, theme.SECOND, scale.percent),
        )

    def height_for(self, scale: Scale, width: int) -> int:
        rows = len(fonts.wrap(self.words, theme.SECOND, scale.percent, max(1, width)))
        return fonts.line_height(self.style, scale.percent) + rows * fonts.line_height(
            theme.SECOND, scale.percent
        )

    def draw(self, canvas: Canvas) -> None:
        canvas.text(self.rect.left, self.rect.top, self.value, self.style, self.colour)
        canvas.lines(
            self.rect.left,
            self.rect.top + canvas.line_height(self.style),
            self.rect.width,
            self.words,
            theme.SECOND,
            self.second,
        )
