"""The drawing surface of one frame: a surface, a scale and a record of all text drawn on it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pygame

from game.ui import art, fonts, keymap, theme
from game.ui.theme import Colour, Scale, Style
from game.views.shapes import PersonView


@dataclass(frozen=True)
class TextMark:
    """A line of text as drawn: its ink box, the clip it was drawn in and the widget that drew it."""

    text: str
    rect: pygame.Rect
    clip: pygame.Rect
    style: Style
    colour: Colour
    owner: object
    cut: bool
    layer: int = 0


class Canvas:
    """Draws text, emblems and portraits in units; shapes are drawn on `surface` directly."""

    def __init__(self, surface: pygame.Surface, scale: Scale) -> None:
        self.surface = surface
        self.scale = scale
        self.owner: object = None
        self.layer = 0
        self.marks: list[TextMark] = []

    def px(self, units: float) -> int:
        """Units as pixels."""
        return self.scale.px(units)

    def fill(self, colour: Colour, rect: pygame.Rect) -> None:
        """A flat rectangle."""
        pygame.draw.rect(self.surface, colour, rect)

    def line(self, colour: Colour, rect: pygame.Rect, units: float = 1) -> None:
        """A horizontal rule along the top of a rectangle."""
        self.fill(colour, pygame.Rect(rect.left, rect.top, rect.width, self.px(units)))

    def width(self, text: str, style: Style) -> int:
        """Width of a line in pixels."""
        return fonts.width(text, style, self.scale.percent)

    def line_height(self, style: Style) -> int:
        """Height of a line in pixels."""
        return fonts.line_height(style, self.scale.percent)

    def wrap(self, text: str, style: Style, room: int) -> list[str]:
        """Lines that fit a room in pixels."""
        return fonts.wrap(text, style, self.scale.percent, room)

    def text(
        self,
        left: int,
        top: int,
        text: str,
        style: Style,
        colour: Colour = theme.INK,
        align: str = "left",
        room: int | None = None,
    ) -> pygame.Rect:
        """One line in the line box that starts at `top`; `left` is the edge `align` names.

        Text wider than `room` pixels ends in an ellipsis; layouts measure first so that this is rare.
        """
        return self.text_on(
            left, top + fonts.baseline(style, self.scale.percent), text, style, colour, align, room
        )

    def text_on(
        self,
        left: int,
        baseline: int,
        text: str,
        style: Style,
        colour: Colour = theme.INK,
        align: str = "left",
        room: int | None = None,
    ) -> pygame.Rect:
        """One line on a baseline; returns its ink box (capital height and descent)."""
        if not text:
            return pygame.Rect(left, baseline, 0, 0)
        percent = self.scale.percent
        cut = room is not None and fonts.width(text, style, percent) > room
        if cut and room is not None:
            text = self._shorten(text, style, room)
        wide = fonts.width(text, style, percent)
        if align == "right":
            left -= wide
        elif align == "centre":
            left -= wide // 2
        size = fonts.pixel_size(style, percent)
        font = fonts.face(style.face, size)
        self.surface.blit(fonts.picture(text, style, percent, colour), (left, baseline - font.get_ascent()))
        capitals = fonts.cap_height(style.face, size)
        box = pygame.Rect(left, baseline - capitals, wide, capitals + size // 5)
        self.marks.append(
            TextMark(text, box, self.surface.get_clip(), style, colour, self.owner, cut, self.layer)
        )
        return box

    def _shorten(self, text: str, style: Style, room: int) -> str:
        while text and fonts.width(text + "\N{HORIZONTAL ELLIPSIS}", style, self.scale.percent) > room:
            text = text[:-1]
        return text.rstrip() + "\N{HORIZONTAL ELLIPSIS}"

    def lines(
        self, left: int, top: int, room: int, text: str, style: Style, colour: Colour = theme.INK
    ) -> int:
        """Wrapped text; returns the height used in pixels."""
        high = self.line_height(style)
        rows = self.wrap(text, style, room)
        for index, row in enumerate(rows):
            self.text(left, top + index * high, row, style, colour)
        return high * len(rows)

    def poster(
        self,
        rect: pygame.Rect,
        text: str,
        colour: Colour = theme.INK,
        face: str = "Oswald-Bold",
        align: str = "left",
    ) -> pygame.Rect:
        """Fitted lettering inside a box; returns the box it filled."""
        picture = fonts.poster(text, face, colour, rect.width, rect.height)
        where = picture.get_rect(topleft=rect.topleft)
        if align == "centre":
            where.centerx = rect.centerx
        elif align == "right":
            where.right = rect.right
        self.surface.blit(picture, where)
        self.marks.append(
            TextMark(
                text, where, self.surface.get_clip(), theme.POSTER, colour, self.owner, False, self.layer
            )
        )
        return where

    def emblem(self, name: str, centre: tuple[int, int], units: float, colour: Colour = theme.INK) -> bool:
        """An emblem about its centre; False when it does not exist."""
        picture = art.emblem(name, self.px(units), colour)
        if picture is not None:
            self.surface.blit(picture, picture.get_rect(center=centre))
        return picture is not None

    def portrait(
        self,
        person: PersonView,
        left: int,
        top: int,
        size: int,
        ground: str | None = None,
        on_ink: bool = False,
        whole: bool = False,
    ) -> pygame.Rect:
        """A square portrait of `size` pixels; returns its box."""
        picture = art.portrait(person, size, ground, on_ink, whole)
        return self.surface.blit(picture, (left, top))

    def key_box(self, right: int, middle: int, key: str, colour: Colour = theme.INK) -> int:
        """A printed hotkey ending at `right`; returns its left edge."""
        key = keymap.printed(key)
        wide = max(self.px(22), self.width(key, theme.KEY) + self.px(10))
        high = self.px(20)
        box = pygame.Rect(right - wide, middle - high // 2, wide, high)
        pygame.draw.rect(self.surface, colour, box, max(1, self.px(1.5)))
        self.text(
            box.centerx, box.centery - self.line_height(theme.KEY) // 2, key, theme.KEY, colour, "centre"
        )
        return box.left

    def key_width(self, key: str) -> int:
        """Width of a printed hotkey in pixels."""
        return max(self.px(22), self.width(keymap.printed(key), theme.KEY) + self.px(10))

    @contextmanager
    def clipped(self, rect: pygame.Rect) -> Iterator[None]:
        """Nothing outside the rectangle is drawn within."""
        before = self.surface.get_clip()
        self.surface.set_clip(before.clip(rect))
        try:
            yield
        finally:
            self.surface.set_clip(before)
