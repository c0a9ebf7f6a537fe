"""A save as a small picture, drawn from what it says of itself: face, date, and the circle of power."""

from __future__ import annotations

import pygame

from game.ui import draw, theme
from game.ui.canvas import Canvas
from game.views.shapes import LoopStepView, ThumbnailView

#: Width and height in units.
WIDE, HIGH = 224, 64
WEDGE = 26
#: Colours of a seat that are too near to the ground of the bars.
PALE = ("", "sand", "white")


def words(picture: ThumbnailView) -> str:
    """What the picture shows, as a sentence."""
    shares = ", ".join(f"{step.label} {step.value} of {step.whole}" for step in picture.steps)
    return f"{picture.person.surname}, {picture.date_text.title()}{f'. {shares}' if shares else ''}"


def paint(canvas: Canvas, box: pygame.Rect, picture: ThumbnailView) -> None:
    """The face at the left; beside it the date's wedge over five steps filled by the seat's share."""
    size = canvas.px(HIGH)
    canvas.portrait(picture.person, box.left, box.top, size)
    wide = min(box.width, canvas.px(WIDE)) - size
    _wedge(canvas, pygame.Rect(box.left + size, box.top, wide, canvas.px(WEDGE)), picture.date_text)
    top = box.top + canvas.px(WEDGE + 6)
    left = box.left + size + canvas.px(6)
    _steps(canvas, pygame.Rect(left, top, wide - canvas.px(6), box.top + size - top), picture)


def _wedge(canvas: Canvas, block: pygame.Rect, text: str) -> None:
    draw.slanted_block(canvas.surface, theme.RED, block, left=False)
    room = block.width - canvas.px(10) - canvas.scale.slant(block.height)
    style = theme.TAB if canvas.width(text, theme.TAB) <= room else theme.LABEL
    top = block.centery - canvas.line_height(style) // 2
    canvas.text(block.left + canvas.px(8), top, text, style, theme.WHITE, room=room + canvas.px(2))


def _steps(canvas: Canvas, strip: pygame.Rect, picture: ThumbnailView) -> None:
    colour = picture.person.bloc_colour
    full = theme.ground_pair("ink" if colour in PALE else colour)[0]
    count, gap = max(1, len(picture.steps)), canvas.px(2)
    wide = (strip.width - gap * (count - 1)) // count
    for place, step in enumerate(picture.steps):
        block = pygame.Rect(strip.left + place * (wide + gap), strip.top, wide, strip.height)
        _step(canvas, block, step, full, place)


def _step(canvas: Canvas, block: pygame.Rect, step: LoopStepView, full: theme.Colour, place: int) -> None:
    """One step: a block of the strip, filled from below by the share; a share above nothing always shows."""
    draw.chevron(canvas.surface, theme.SAND, block, first=place == 0)
    high = block.height * step.value // max(1, step.whole)
    if step.value:
        high = max(high, canvas.px(2))
    with canvas.clipped(pygame.Rect(block.left, block.bottom - high, block.width + 1, high + 1)):
        draw.chevron(canvas.surface, full, block, first=place == 0)
