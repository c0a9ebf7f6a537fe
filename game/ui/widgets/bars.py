"""Bars: votes, lean and certainty, forecasts, meters, axes and the marks of evidence."""

from __future__ import annotations

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets.core import Tooltip, Widget
from game.views.shapes import ForecastView, LeanView, Mark, TallyView

MARK_EMBLEMS = {
    Mark.FACT: "check",
    Mark.MODEL: "unknown",
    Mark.SPECULATION: "neutral",
    Mark.UNKNOWN: "unknown",
}
MARK_COLOURS = {
    Mark.FACT: ("ink", "white"),
    Mark.MODEL: ("blue", "light_blue"),
    Mark.SPECULATION: ("ash", "mist"),
    Mark.UNKNOWN: ("blue", "light_blue"),
}


def mark_colour(mark: Mark, on_ink: bool = False) -> Colour:
    """The colour of a sign of evidence on paper or on ink."""
    return theme.colour(MARK_COLOURS[mark][on_ink])


class VoteBar(Widget):
    """Red for, red hatch leaning, dots unknown, ink against; a blue tick at what wins.

    With `heads` the figures stand above it; `compact` leaves the middle ones out.
    """

    def __init__(
        self,
        tally: TallyView,
        heads: bool = True,
        thick: float = 40,
        tooltip: Tooltip = None,
        name: str = "",
        on_ink: bool = False,
    ) -> None:
        super().__init__(
            label=f"For {tally.supporting}, leaning {tally.leaning}, unknown {tally.unknown}, "
            f"against {tally.against}; {tally.needed} to win",
            tooltip=tooltip,
            name=name,
        )
        self.tally, self.heads, self.thick, self.on_ink = tally, heads, thick, on_ink

    def _texts(self) -> tuple[str, str, str, str]:
        tally = self.tally
        middle = [
            f"{word} {count}"
            for word, count in (
                ("leaning", tally.leaning),
                ("unknown", tally.unknown),
                ("abstained", tally.abstained),
            )
            if count
        ]
        return (
            f"For {tally.supporting}",
            ", ".join(middle),
            f"Against {tally.against}",
            f"{tally.needed} to win",
        )

    def min_width(self, scale: Scale) -> int:
        supporting, _, against, _ = self._texts()
        return sum(
            fonts.width(text, theme.FIGURE, scale.percent) for text in (supporting, against)
        ) + scale.px(24)

    def natural_width(self, scale: Scale) -> int:
        return max(self.min_width(scale), scale.px(480))

    def _middle_beside(self, scale: Scale, width: int) -> bool:
        middle = fonts.width(self._texts()[1], theme.SECOND_BOLD, scale.percent) + scale.px(24)
        return self.min_width(scale) + middle <= width

    def _head(self, scale: Scale, width: int) -> int:
        if not self.heads:
            return scale.px(28)
        second = 0 if self._middle_beside(scale, width) or not self._texts()[1] else scale.px(20)
        return scale.px(26) + second + scale.px(28)

    def height_for(self, scale: Scale, width: int) -> int:
        return self._head(scale, width) + scale.px(self.thick) + scale.px(12)

    def draw(self, canvas: Canvas) -> None:
        bar = pygame.Rect(
            self.rect.left,
            self.rect.top + self._head(canvas.scale, self.rect.width),
            self.rect.width,
            canvas.px(self.thick),
        )
        ink = theme.WHITE if self.on_ink else theme.INK
        canvas.fill(ink, bar)
        inner = bar.inflate(-2 * canvas.px(2), -2 * canvas.px(2))
        self._parts(canvas, inner)
        self._threshold(canvas, bar, inner)
        if self.heads:
            supporting, middle, against, _ = self._texts()
            top = self.rect.top
            box = canvas.text(
                self.rect.left, top, supporting, theme.FIGURE, theme.WHITE if self.on_ink else theme.RED
            )
            canvas.text(self.rect.right, top, against, theme.FIGURE, ink, "right")
            second = theme.MIST if self.on_ink else theme.ASH
            if self._middle_beside(canvas.scale, self.rect.width):
                canvas.text_on(
                    box.right + canvas.px(24),
                    box.bottom - fonts.pixel_size(theme.FIGURE, canvas.scale.percent) // 5,
                    middle,
                    theme.SECOND_BOLD,
                    second,
                )
            else:
                canvas.text(self.rect.left, top + canvas.px(26), middle, theme.SECOND_BOLD, second)

    def _parts(self, canvas: Canvas, inner: pygame.Rect) -> None:
        tally, seats = self.tally, max(1, self.tally.seats)
        counts = (tally.supporting, tally.leaning, tally.unknown + tally.abstained, tally.against)
        done = 0
        for index, count in enumerate(counts):
            start = inner.left + inner.width * done // seats
            end = inner.left + inner.width * (done + count) // seats
            part = pygame.Rect(start, inner.top, end - start, inner.height)
            done += count
            if part.width <= 0:
                continue
            if index == 0:
                canvas.fill(theme.RED, part)
            elif index == 1:
                draw.hatch(canvas.surface, part, theme.RED, theme.PAPER, canvas.px(8), canvas.px(3))
            elif index == 2:
                draw.dots(canvas.surface, part, theme.ASH, theme.PAPER, canvas.px(11), canvas.px(3))
            else:
                canvas.fill(theme.INK, part)

    def _threshold(self, canvas: Canvas, bar: pygame.Rect, inner: pygame.Rect) -> None:
        at = inner.left + inner.width * self.tally.needed // max(1, self.tally.seats)
        tick = theme.LIGHT_BLUE if self.on_ink else theme.BLUE
        canvas.fill(
            tick,
            pygame.Rect(
                at - canvas.px(1.5), bar.top - canvas.px(10), canvas.px(3), bar.height + canvas.px(20)
            ),
        )
        words = self._texts()[3]
        half = canvas.width(words, theme.SECOND_BOLD) // 2
        middle = max(bar.left + half, min(bar.right - half, at))
        canvas.text(middle, bar.top - canvas.px(28), words, theme.SECOND_BOLD, tick, "centre")


class LeanBar(Widget):
    """A bar from the centre, red for and ink against, with a blue whisker for what is not known."""

    def __init__(self, lean: LeanView, width: float = 130, flex: int = 0) -> None:
        side = "for" if lean.lean > 0 else "against" if lean.lean < 0 else "undecided"
        super().__init__(
            label=f"leans {side} {abs(lean.lean) // 10}, give or take {lean.doubt // 10}", flex=flex
        )
        self.lean, self.wide = lean, width

    def min_width(self, scale: Scale) -> int:
        return scale.px(72)

    def natural_width(self, scale: Scale) -> int:
        return scale.px(self.wide)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(20)

    def draw(self, canvas: Canvas) -> None:
        paint_lean(canvas, self.rect, self.lean)


def paint_lean(canvas: Canvas, rect: pygame.Rect, lean: LeanView) -> None:
    """Draw a lean inside a rectangle."""
    half = rect.width // 2 - canvas.px(1)
    middle, level = rect.centerx, rect.centery
    canvas.fill(theme.SAND, pygame.Rect(rect.left, level - canvas.px(1), rect.width, canvas.px(2)))
    value = max(-1000, min(1000, lean.lean))
    length = max(canvas.px(2), half * abs(value) // 1000) if value else 0
    thick = canvas.px(12)
    if value >= 0:
        canvas.fill(theme.RED, pygame.Rect(middle, level - thick // 2, length, thick))
    else:
        canvas.fill(theme.INK, pygame.Rect(middle - length, level - thick // 2, length, thick))
    canvas.fill(theme.INK, pygame.Rect(middle, level - canvas.px(7), canvas.px(2), canvas.px(14)))
    if lean.doubt:
        low = middle + half * max(-1000, value - lean.doubt) // 1000
        high = middle + half * min(1000, value + lean.doubt) // 1000
        canvas.fill(theme.BLUE, pygame.Rect(low, level - canvas.px(1), high - low, canvas.px(2)))
        for end in (low, high):
            canvas.fill(
                theme.BLUE, pygame.Rect(end - canvas.px(1), level - canvas.px(5), canvas.px(2), canvas.px(10))
            )


class ForecastBar(Widget):
    """Line 9 worlds in 10, block the middle half, tick the median; figure and range below."""

    def __init__(
        self,
        forecast: ForecastView,
        colour: Colour | None = None,
        width: float = 180,
        flex: int = 0,
        on_ink: bool = False,
        tooltip: Tooltip = None,
    ) -> None:
        super().__init__(
            label=f"{forecast.label} {forecast.text}, {forecast.range_text}", flex=flex, tooltip=tooltip
        )
        self.forecast, self.colour, self.wide, self.on_ink = forecast, colour or theme.RED, width, on_ink

    def min_width(self, scale: Scale) -> int:
        return (
            fonts.width(self.forecast.text, theme.FIGURE, scale.percent)
            + scale.px(12)
            + fonts.width(self.forecast.range_text, theme.SECOND, scale.percent)
        )

    def natural_width(self, scale: Scale) -> int:
        return max(scale.px(self.wide), self.min_width(scale))

    def height_for(self, scale: Scale, width: int) -> int:
        head = fonts.line_height(theme.SECOND, scale.percent) if self.forecast.label else 0
        return head + scale.px(22) + fonts.line_height(theme.FIGURE, scale.percent)

    def draw(self, canvas: Canvas) -> None:
        ink = theme.WHITE if self.on_ink else theme.INK
        second = theme.MIST if self.on_ink else theme.ASH
        top = self.rect.top
        if self.forecast.label:
            canvas.text(self.rect.left, top, self.forecast.label, theme.SECOND, second, room=self.rect.width)
            top += canvas.line_height(theme.SECOND)
        line = pygame.Rect(self.rect.left, top, self.rect.width, canvas.px(20))
        paint_forecast(canvas, line, self.forecast, self.colour, ink)
        below = line.bottom + canvas.px(2)
        box = canvas.text(self.rect.left, below, self.forecast.text, theme.FIGURE, ink)
        canvas.text_on(
            box.right + canvas.px(12),
            below + fonts.baseline(theme.FIGURE, canvas.scale.percent),
            self.forecast.range_text,
            theme.SECOND,
            second,
        )


def paint_forecast(
    canvas: Canvas, rect: pygame.Rect, forecast: ForecastView, colour: Colour, tick: Colour
) -> None:
    """Draw the line, block and tick of a forecast."""
    level = rect.centery

    def at(value: int) -> int:
        return rect.left + rect.width * max(0, min(1000, value)) // 1000

    def part(low: int, high: int, thick: float, shade: Colour) -> None:
        high_px = canvas.px(thick)
        canvas.fill(
            shade, pygame.Rect(at(low), level - high_px // 2, max(canvas.px(2), at(high) - at(low)), high_px)
        )

    part(0, 1000, 2, theme.SAND)
    part(forecast.low, forecast.high, 4, colour)
    part(forecast.quarter, forecast.three_quarters, 14, colour)
    middle = at(forecast.median)
    canvas.fill(
        tick, pygame.Rect(middle - canvas.px(1.5), level - canvas.px(10), canvas.px(3), canvas.px(20))
    )


class EvidenceMark(Widget):
    """Tick fact, dotted question model, open ring speculation; with its word unless `bare`."""

    def __init__(self, mark: Mark, note: str = "", bare: bool = False, on_ink: bool = False) -> None:
        super().__init__(label=f"{mark.value}. {note}" if note else mark.value)
        self.mark, self.note, self.bare, self.on_ink = mark, note, bare, on_ink

    def natural_width(self, scale: Scale) -> int:
        words = (
            0
            if self.bare
            else max(
                fonts.width(self.mark.value, theme.BOLD, scale.percent),
                fonts.width(self.note, theme.SECOND, scale.percent),
            )
            + scale.px(10)
        )
        return scale.px(24) + words

    def min_width(self, scale: Scale) -> int:
        return self.natural_width(scale)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(24) + (scale.px(18) if self.note and not self.bare else 0)

    def draw(self, canvas: Canvas) -> None:
        colour = mark_colour(self.mark, self.on_ink)
        middle = self.rect.centery
        canvas.emblem(MARK_EMBLEMS[self.mark], (self.rect.left + canvas.px(12), middle), 22, colour)
        if self.bare:
            return
        left = self.rect.left + canvas.px(34)
        top = self.rect.top + canvas.px(1)
        canvas.text(left, top, self.mark.value, theme.BOLD, colour)
        if self.note:
            canvas.text(
                left, top + canvas.px(20), self.note, theme.SECOND, theme.MIST if self.on_ink else theme.ASH
            )
