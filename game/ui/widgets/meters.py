"""Small scales: meters, rising steps, slanted blocks, axes."""

from __future__ import annotations

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets.core import Widget
from game.views.shapes import AxisView


class Meter(Widget):
    """A bar filled to a share of 1000."""

    def __init__(self, share: int, colour: Colour = theme.INK, thick: float = 12, flex: int = 1) -> None:
        super().__init__(label=f"{share // 10} of 100", flex=flex)
        self.share, self.colour, self.thick = share, colour, thick

    def min_width(self, scale: Scale) -> int:
        return scale.px(40)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(self.thick)

    def draw(self, canvas: Canvas) -> None:
        canvas.fill(theme.SAND, self.rect)
        part = self.rect.copy()
        part.width = max(canvas.px(3), self.rect.width * max(0, min(1000, self.share)) // 1000)
        canvas.fill(self.colour, part)


def paint_steps(canvas: Canvas, left: int, bottom: int, filled: int, colour: Colour, count: int = 5) -> int:
    """The rising bars of machine strength; returns the right edge."""
    wide, gap = canvas.px(8), canvas.px(3)
    for index in range(count):
        high = canvas.px(4 + 4 * index)
        box = pygame.Rect(left + index * (wide + gap), bottom - high, wide, high)
        pygame.draw.rect(canvas.surface, colour, box, 0 if index < filled else max(1, canvas.px(1)))
    return left + count * (wide + gap) - gap


class Steps(Widget):
    """Machine strength in rising bars, `filled` of five; unknown when None."""

    def __init__(self, filled: int | None, colour: Colour = theme.INK) -> None:
        super().__init__(label="unknown" if filled is None else f"{filled} of 5")
        self.filled, self.colour = filled, colour

    def min_width(self, scale: Scale) -> int:
        return scale.px(52)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        if self.filled is None:
            canvas.emblem("unknown", (self.rect.left + canvas.px(11), self.rect.centery), 20, theme.BLUE)
        else:
            paint_steps(canvas, self.rect.left, self.rect.bottom, self.filled, self.colour)


def paint_slants(
    canvas: Canvas,
    left: int,
    top: int,
    filled: int,
    count: int,
    colour: Colour,
    ground: Colour,
    units: float = 10,
) -> int:
    """Slanted blocks, filled or outlined; returns the right edge."""
    high = canvas.px(units)
    wide = high + canvas.px(units / 2)
    step = wide - canvas.px(units / 2) + canvas.px(4)
    for index in range(count):
        block = pygame.Rect(left + index * step, top, wide, high)
        if index < filled:
            draw.slanted_block(canvas.surface, colour, block)
        else:
            draw.slanted_outline(canvas.surface, colour, ground, block, canvas.px(1.5))
    return left + step * (count - 1) + wide


class Slants(Widget):
    """A small scale of slanted blocks: difficulty, strengths, orders left."""

    def __init__(
        self, filled: int, count: int = 5, colour: Colour = theme.INK, ground: Colour = theme.SHEET
    ) -> None:
        super().__init__(label=f"{filled} of {count}")
        self.filled, self.count, self.colour, self.ground = filled, count, colour, ground

    def min_width(self, scale: Scale) -> int:
        return scale.px(14) * self.count + scale.px(6)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(14)

    def draw(self, canvas: Canvas) -> None:
        paint_slants(
            canvas,
            self.rect.left,
            self.rect.centery - canvas.px(5),
            self.filled,
            self.count,
            self.colour,
            self.ground,
        )


class AxisBar(Widget):
    """An axis with its ends named and a red lozenge where somebody stands; a question when unknown."""

    def __init__(self, axis: AxisView) -> None:
        where = "unknown" if axis.position is None else f"{axis.position // 10} of 100 towards {axis.right}"
        super().__init__(label=f"{axis.label}: {axis.left} to {axis.right}, {where}", tooltip=axis.figure)
        self.axis = axis

    def min_width(self, scale: Scale) -> int:
        return scale.px(160)

    def _stacked(self, scale: Scale, width: int) -> bool:
        parts = (self.axis.left, self.axis.right)
        return (
            sum(fonts.width(part, theme.SECOND, scale.percent) for part in parts)
            + fonts.width(self.axis.label, theme.SECOND_BOLD, scale.percent)
            + scale.px(24)
            > width
        )

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(36) + (scale.px(18) if self._stacked(scale, width) else 0)

    def draw(self, canvas: Canvas) -> None:
        top = self.rect.top
        if self._stacked(canvas.scale, self.rect.width):
            canvas.text(self.rect.left, top, self.axis.label, theme.SECOND_BOLD)
            top += canvas.px(18)
        else:
            canvas.text(self.rect.centerx, top, self.axis.label, theme.SECOND_BOLD, align="centre")
        half = self.rect.width // 2 - canvas.px(6)
        canvas.text(self.rect.left, top, self.axis.left, theme.SECOND, theme.ASH, room=half)
        canvas.text(self.rect.right, top, self.axis.right, theme.SECOND, theme.ASH, "right", room=half)
        level = top + canvas.px(25)
        canvas.fill(
            theme.SAND, pygame.Rect(self.rect.left, level - canvas.px(1), self.rect.width, canvas.px(3))
        )
        if self.axis.line is not None:
            at = self.rect.left + self.rect.width * self.axis.line // 1000
            canvas.fill(
                theme.INK, pygame.Rect(at - canvas.px(1), level - canvas.px(7), canvas.px(2), canvas.px(14))
            )
        if self.axis.position is None:
            canvas.emblem("unknown", (self.rect.centerx, level), 18, theme.BLUE)
        else:
            at = self.rect.left + self.rect.width * self.axis.position // 1000
            size = canvas.px(8)
            draw.polygon(
                canvas.surface,
                theme.RED,
                [(at, level - size), (at + size, level), (at, level + size), (at - size, level)],
            )
