"""A person's face and name as a poster, for the codex."""

from __future__ import annotations

import pygame

from game.ui import art, draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets import Widget
from game.views.shapes import CodexView, PersonView


class CodexHero(Widget):
    """The figure on its ground; a red plate with the name lies over its foot."""

    def __init__(self, entry: CodexView, person: PersonView) -> None:
        born = entry.links[0].text if entry.links else ""
        super().__init__(label=f"{person.name}. {born}. {person.role}. {person.status_text}", name="hero")
        self.person, self.born = person, born

    def min_width(self, scale: Scale) -> int:
        return scale.px(220)

    def _face(self, scale: Scale, width: int) -> int:
        # In a low window the name should stand on the first page too.
        return min(width, scale.px(400), max(scale.px(200), scale.height - scale.px(400)))

    def _lines(self, scale: Scale, width: int) -> list[tuple[str, theme.Style]]:
        room = self._face(scale, width) - scale.px(44)
        lines: list[tuple[str, theme.Style]] = []
        for text, style in (
            (self.born, theme.TEXT),
            (self.person.role, theme.BOLD),
            (self.person.status_text, theme.BOLD),
        ):
            if text:
                lines += [(row, style) for row in fonts.wrap(text, style, scale.percent, room)]
        if self.person.bloc:
            lines.append((self.person.bloc, theme.TEXT))
        return lines

    def height_for(self, scale: Scale, width: int) -> int:
        return self._face(scale, width) * 92 // 100 + scale.px(96) + len(self._lines(scale, width)) * scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        size = self._face(canvas.scale, self.rect.width)
        high = self.height_for(canvas.scale, self.rect.width)
        box = pygame.Rect(self.rect.left, self.rect.top, size, high)
        name = "ink" if self.person.bloc_colour in ("sand", "") else self.person.bloc_colour
        light, dark = theme.ground_pair("ink" if name == "red" else name)
        canvas.fill(light, box)
        draw.polygon(
            canvas.surface, dark, [box.topright, (box.right, box.bottom), (box.left + size // 2, box.bottom)]
        )
        picture = art.figure(self.person, size)
        with canvas.clipped(box):
            canvas.surface.blit(picture, (box.left, box.top + canvas.px(8)))
        self._plate(canvas, box, size)

    def _plate(self, canvas: Canvas, box: pygame.Rect, size: int) -> None:
        top = box.top + size * 88 // 100
        rise = canvas.px(30)
        draw.polygon(
            canvas.surface,
            theme.RED,
            [(box.left, top), (box.right, top - rise), (box.right, box.bottom), (box.left, box.bottom)],
        )
        left, room = box.left + canvas.px(22), size - canvas.px(44)
        canvas.poster(
            pygame.Rect(left, top + canvas.px(14), room, canvas.px(20)), self.person.given.upper(), theme.WHITE
        )
        canvas.poster(
            pygame.Rect(left, top + canvas.px(42), room, canvas.px(44)), self.person.surname.upper(), theme.WHITE
        )
        top += canvas.px(96)
        for text, style in self._lines(canvas.scale, self.rect.width):
            canvas.text(left, top, text, style, theme.WHITE)
            top += canvas.px(22)
