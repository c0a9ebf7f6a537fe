"""Motion: shapes travel along their own edge and stop dead."""

from __future__ import annotations

import pygame

from game.ui import art, draw, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets.core import Widget
from game.views.shapes import PersonView


def eased(share: int) -> int:
    """Cubic out, in thousandths: fast at first, still at the end."""
    rest = 1000 - max(0, min(1000, share))
    return 1000 - rest * rest * rest // 1_000_000


class TurnChange(Widget):
    """The wedge crosses the page, shows the new date and withdraws to the bar: 420 ms."""

    def __init__(self, date_text: str) -> None:
        super().__init__(label=date_text)
        self.date_text = date_text
        self._start: int | None = None
        self._elapsed = 0

    def tick(self, now: int) -> bool:
        if self._start is None:
            self._start = now
        self._elapsed = now - self._start
        return self._elapsed < theme.TURN_MS

    def draw(self, canvas: Canvas) -> None:
        enter, stay = theme.SHORT_MS, theme.TURN_MS - theme.SHORT_MS
        cut = self.rect.height // theme.SLOPE
        reach = self.rect.width + 2 * cut
        if self._elapsed <= enter:
            self._wedge(canvas, reach * eased(self._elapsed * 1000 // enter) // 1000, cut)
            return
        if self._elapsed <= stay:
            canvas.fill(theme.RED, self.rect)
            room = pygame.Rect(0, 0, self.rect.width * 6 // 10, self.rect.height // 6)
            room.center = self.rect.center
            canvas.poster(room, self.date_text.upper(), theme.WHITE, align="centre")
            return
        left = 1000 - eased((self._elapsed - stay) * 1000 // theme.SHORT_MS)
        self._wedge(canvas, reach * left // 1000, cut)

    def _wedge(self, canvas: Canvas, reach: int, cut: int) -> None:
        draw.polygon(
            canvas.surface,
            theme.RED,
            [
                (self.rect.left, self.rect.top),
                (self.rect.left + reach, self.rect.top),
                (self.rect.left + reach - cut, self.rect.bottom),
                (self.rect.left, self.rect.bottom),
            ],
        )


class Removal(Widget):
    """A portrait whose figure slides out of its own outline; the empty shape stays: 400 ms."""

    def __init__(self, person: PersonView, size: float = 124, delay_ms: int = 0) -> None:
        super().__init__(
            label=f"{person.name}. {person.status_text}", codex=person.codex, focusable=bool(person.codex)
        )
        self.person, self.size, self.delay_ms = person, size, delay_ms
        self._start: int | None = None
        self._elapsed = 0

    def start_motion(self) -> bool:
        """Begin; with reduced motion only the empty shape is shown."""
        if self.stage and self.stage.reduced_motion:
            self._elapsed = theme.REMOVAL_MS
        return self._elapsed < theme.REMOVAL_MS

    def tick(self, now: int) -> bool:
        if self._start is None:
            self._start = now + self.delay_ms
        self._elapsed = max(0, now - self._start)
        return self._elapsed < theme.REMOVAL_MS

    def min_width(self, scale: Scale) -> int:
        return scale.px(self.size)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(self.size)

    def draw(self, canvas: Canvas) -> None:
        size = canvas.px(self.size)
        box = pygame.Rect(self.rect.left, self.rect.top, size, size)
        canvas.fill(theme.ground_pair("sand")[0], box)
        canvas.surface.blit(art.silhouette(self.person, size), box)
        edge_ms = theme.REMOVAL_MS * 2 // 5
        if self._elapsed >= theme.REMOVAL_MS:
            return
        slid = eased(max(0, self._elapsed - edge_ms) * 1000 // (theme.REMOVAL_MS - edge_ms))
        with canvas.clipped(box):
            line = theme.INK if self._elapsed >= edge_ms // 2 else None
            canvas.surface.blit(art.present(self.person, size, line), box.move(size * slid // 1000, 0))
