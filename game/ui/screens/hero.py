"""A person's face and name as a poster, for the codex."""

from __future__ import annotations

import pygame

from game.ui import art, draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets import Widget
from game.views.shapes import CodexView, PersonView

#: Units the name and its lines need beside the face; with less they stand over its foot.
BESIDE = 200

class CodexHero(Widget):
    """The figure on its ground, and a red plate with the name: over its foot, or beside it in a wide row."""

    def __init__(self, entry: CodexView, person: PersonView) -> None:
        born = entry.links[0].text if entry.links else ""
        super().__init__(label=f"{person.name}. {born}. {person.role}. {person.status_text}", name="hero")
        self.person, self.born = person, born

    def min_width(self, scale: Scale) -> int:
        return scale.px(220)

    def _face(self, scale: Scale, width: int) -> int:
        # In a low window the name should stand on the first page too.
        return min(width, scale.px(400), max(scale.px(200), scale.height - scale.px(400)))

    def _beside(self, scale: Scale, width: int) -> int:
        """Room in pixels for the name beside the face; 0 if it stands over its foot."""
        room = width - self._face(scale, width) * 5 // 4 - scale.px(40)
        return room if room >= scale.px(BESIDE) else 0

    def _wide(self, scale: Scale, width: int) -> int:
        """Width in pixels of what is drawn: the whole row unless the figure were lost in it."""
        return width if self._beside(scale, width) else min(width, self._face(scale, width) * 2)

    def _room(self, scale: Scale, width: int) -> int:
        return self._beside(scale, width) or self._wide(scale, width) - scale.px(44)

    def _lines(self, scale: Scale, width: int) -> list[tuple[str, theme.Style]]:
        room = self._room(scale, width)
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
        words = scale.px(96) + len(self._lines(scale, width)) * scale.px(22)
        face = self._face(scale, width)
        if self._beside(scale, width):
            return max(face, words + scale.px(12))
        return face * 92 // 100 + words

    def draw(self, canvas: Canvas) -> None:
        scale, width = canvas.scale, self.rect.width
        face, wide = self._face(scale, width), self._wide(scale, width)
        box = pygame.Rect(self.rect.left, self.rect.top, wide, self.height_for(scale, width))
        beside = self._beside(scale, width) > 0
        ground = pygame.Rect(box)
        if beside:
            ground.width = face + scale.slant(box.height) // 2
        self._ground(canvas, ground)
        left = box.left if beside else box.left + (wide - face) // 2
        top = box.bottom - face if beside else box.top
        with canvas.clipped(box):
            canvas.surface.blit(art.figure(self.person, face), (left, top + canvas.px(8)))
        words = self._plate_beside(canvas, box, face) if beside else self._plate_over(canvas, box, face)
        self._words(canvas, words)

    def _ground(self, canvas: Canvas, box: pygame.Rect) -> None:
        name = "ink" if self.person.bloc_colour in ("sand", "") else self.person.bloc_colour
        light, dark = theme.ground_pair("ink" if name == "red" else name)
        canvas.fill(light, box)
        draw.polygon(
            canvas.surface, dark, [box.topright, (box.right, box.bottom), (box.right - box.height // 2, box.bottom)]
        )

    def _plate_over(self, canvas: Canvas, box: pygame.Rect, face: int) -> tuple[int, int]:
        """The plate over the figure's foot; where its words begin."""
        top, rise = box.top + face * 88 // 100, canvas.px(30)
        corners = [(box.left, top), (box.right, top - rise), box.bottomright, box.bottomleft]
        draw.polygon(canvas.surface, theme.RED, corners)
        return box.left + canvas.px(22), top + canvas.px(14)

    def _plate_beside(self, canvas: Canvas, box: pygame.Rect, face: int) -> tuple[int, int]:
        """The plate at the figure's side, cut by the one slope; where its words begin."""
        edge, lean = box.left + face, canvas.scale.slant(box.height) // 2
        corners = [(edge + lean, box.top), box.topright, box.bottomright, (edge - lean, box.bottom)]
        draw.polygon(canvas.surface, theme.RED, corners)
        high = canvas.px(84) + len(self._lines(canvas.scale, self.rect.width)) * canvas.px(22)
        return edge + face // 4 + canvas.px(20), box.top + (box.height - high) // 2

    def _words(self, canvas: Canvas, start: tuple[int, int]) -> None:
        (left, top), room = start, self._room(canvas.scale, self.rect.width)
        canvas.poster(pygame.Rect(left, top, room, canvas.px(20)), self.person.given.upper(), theme.WHITE)
        canvas.poster(
            pygame.Rect(left, top + canvas.px(28), room, canvas.px(44)), self.person.surname.upper(), theme.WHITE
        )
        top += canvas.px(82)
        for text, style in self._lines(canvas.scale, self.rect.width):
            canvas.text(left, top, text, style, theme.WHITE)
            top += canvas.px(22)
