"""Pieces only the gallery shows: the ties of the web and the states of a portrait."""

from __future__ import annotations

from dataclasses import replace

from game.ui import art, draw, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets import Widget
from game.views.shapes import PersonView


class LinkSample(Widget):
    """The four ties of the web as they are drawn."""

    def __init__(self, kind: str, name: str, note: str) -> None:
        super().__init__(label=f"{name}: {note}")
        self.kind, self.title, self.note = kind, name, note

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(30)

    def min_width(self, scale: Scale) -> int:
        return scale.px(240)

    def draw(self, canvas: Canvas) -> None:
        unit, level = canvas.scale.percent / 100, self.rect.centery
        start, end = (self.rect.left, level), (self.rect.left + canvas.px(90), level)
        if self.kind == "pact":
            draw.bar_link(canvas.surface, theme.RED, start, end, 8 * unit)
        elif self.kind == "secret":
            draw.secret_link(canvas.surface, theme.INK, start, end, unit)
        elif self.kind == "patron":
            draw.patron_link(canvas.surface, theme.INK, start, end, 18 * unit)
        else:
            draw.feud_link(canvas.surface, theme.BLUE, start, end, unit)
        box = canvas.text(self.rect.left + canvas.px(108), level - canvas.px(11), self.title, theme.BOLD)
        canvas.text(box.right + canvas.px(8), level - canvas.px(9), self.note, theme.SECOND, theme.ASH)


class FaceStates(Widget):
    """A portrait on every ground, empty, in focus and round; then small."""

    def __init__(self, person: PersonView) -> None:
        super().__init__(label="portrait states")
        self.person = person

    def min_width(self, scale: Scale) -> int:
        return scale.px(280)

    def height_for(self, scale: Scale, width: int) -> int:
        line = max(1, (width + scale.px(14)) // scale.px(82))
        return scale.px(80) * -(-7 // line) + scale.px(56)

    def draw(self, canvas: Canvas) -> None:
        size, left, top = canvas.px(68), self.rect.left, self.rect.top
        gone = replace(self.person, cut_out=True)
        pictures = [
            art.portrait(self.person, size, ground, whole=True) for ground in ("red", "ink", "blue", "sand")
        ]
        pictures += [
            art.portrait(gone, size, whole=True),
            art.portrait(gone, size, on_ink=True, whole=True),
            art.portrait_round(self.person, size),
        ]
        for picture in pictures:
            if left + size > self.rect.right:
                left, top = self.rect.left, top + canvas.px(80)
            canvas.surface.blit(picture, (left, top))
            left += size + canvas.px(14)
        left, top = self.rect.left, self.rect.bottom - canvas.px(50)
        for units in (48, 38, 24):
            canvas.portrait(self.person, left, top, canvas.px(units))
            left += canvas.px(units + 12)
