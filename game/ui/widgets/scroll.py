"""Scrolling: a window on taller content, with a red thumb on a sand track."""

from __future__ import annotations

import pygame

from game.ui import theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets.core import Widget

TRACK = 5
TRACK_SPACE = 10
STEP = 48
SIDE_ROOM = 10


class Scroll(Widget):
    """Shows as much of its child as fits; wheel, drag, Page keys and focus move it."""

    def __init__(self, child: Widget, flex: int = 1, name: str = "", least: float = 96) -> None:
        super().__init__([child], flex=flex, name=name)
        self.least = least
        self.offset = 0
        self.content = 0
        self._scale: Scale | None = None
        self._grip: int | None = None

    def min_width(self, scale: Scale) -> int:
        return self.children[0].min_width(scale) + scale.px(TRACK + TRACK_SPACE)

    def height_for(self, scale: Scale, width: int) -> int:
        if self.flex:
            return min(scale.px(self.least), self.children[0].height_for(scale, width))
        return self.children[0].height_for(scale, width)

    @property
    def furthest(self) -> int:
        """The largest offset in pixels."""
        return max(0, self.content - self.rect.height)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        self._scale = scale
        self.content = self.children[0].height_for(scale, rect.width)
        if self.content > rect.height:
            inner = rect.width - scale.px(TRACK + TRACK_SPACE)
            self.content = self.children[0].height_for(scale, inner)
        self.move_to(self.offset)

    def move_to(self, offset: int) -> None:
        """Scroll to an offset in pixels, kept within the content."""
        if not self._scale:
            return
        self.offset = max(0, min(self.furthest, offset))
        wide = self.rect.width - (self._scale.px(TRACK + TRACK_SPACE) if self.furthest else 0)
        high = max(self.content, self.rect.height)
        self.children[0].place(
            self._scale, pygame.Rect(self.rect.left, self.rect.top - self.offset, wide, high)
        )
        self.ask_redraw()

    def show(self, rect: pygame.Rect) -> None:
        """Scroll as little as needed to bring a rectangle into view."""
        room = self._scale.px(8) if self._scale else 0
        if rect.top - room < self.rect.top:
            self.move_to(self.offset - (self.rect.top - rect.top + room))
        elif rect.bottom + room > self.rect.bottom:
            self.move_to(self.offset + rect.bottom + room - self.rect.bottom)

    def _thumb(self) -> tuple[pygame.Rect, pygame.Rect]:
        scale = self._scale or Scale(1, 1)
        track = pygame.Rect(
            self.rect.right - scale.px(TRACK), self.rect.top, scale.px(TRACK), self.rect.height
        )
        high = max(scale.px(24), track.height * self.rect.height // max(1, self.content))
        top = track.top + (track.height - high) * self.offset // max(1, self.furthest)
        return track, pygame.Rect(track.left, top, track.width, high)

    def hit(self, position: tuple[int, int]) -> Widget | None:
        if not self.rect.collidepoint(position):
            return None
        return self.children[0].hit(position)

    def event(self, event: pygame.event.Event) -> bool:
        """Wheel anywhere over it; drag on its track; Page Up and Page Down, Home and End."""
        if not self.furthest or not self._scale:
            return False
        if event.type == pygame.MOUSEWHEEL:
            before = self.offset
            self.move_to(self.offset - event.y * self._scale.px(STEP))
            return self.offset != before
        if event.type == pygame.KEYDOWN:
            page = self.rect.height - self._scale.px(STEP)
            targets = {
                pygame.K_PAGEDOWN: self.offset + page,
                pygame.K_PAGEUP: self.offset - page,
                pygame.K_HOME: 0,
                pygame.K_END: self.furthest,
            }
            if event.key in targets:
                self.move_to(targets[event.key])
                return True
        return self._drag(event)

    def _drag(self, event: pygame.event.Event) -> bool:
        track, thumb = self._thumb()
        if event.type == pygame.MOUSEBUTTONDOWN and event.button == 1:
            if track.inflate(track.width * 2, 0).collidepoint(event.pos):
                self._grip = event.pos[1] - thumb.top if thumb.collidepoint(event.pos) else thumb.height // 2
                self._pull(event.pos[1], track, thumb)
                return True
        elif event.type == pygame.MOUSEMOTION and self._grip is not None:
            self._pull(event.pos[1], track, thumb)
            return True
        elif event.type == pygame.MOUSEBUTTONUP and self._grip is not None:
            self._grip = None
            return True
        return False

    def _pull(self, at: int, track: pygame.Rect, thumb: pygame.Rect) -> None:
        room = max(1, track.height - thumb.height)
        self.move_to((at - (self._grip or 0) - track.top) * self.furthest // room)

    def paint(self, canvas: Canvas) -> None:
        # Focus frames and selection bars lie outside their shape: leave them room at the sides.
        edge = theme.FOCUS + theme.FOCUS_GAP if self.furthest else SIDE_ROOM
        room = self.rect.inflate(2 * canvas.px(SIDE_ROOM), 2 * canvas.px(edge))
        with canvas.clipped(room):
            self.paint_children(canvas)
        canvas.owner = self
        if self.furthest:
            track, thumb = self._thumb()
            canvas.fill(theme.SAND, track)
            canvas.fill(theme.RED, thumb)
