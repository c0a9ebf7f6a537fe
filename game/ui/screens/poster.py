"""Pieces of poster screens: two grounds parted by a diagonal, panes that fold, and stand tabs."""

from __future__ import annotations

import pygame

from game.ui import draw, fonts, keymap, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets import Action, Columns, ColumnSpec, Scroll, Widget

#: The width in units for which poster screens are drawn; narrower windows shrink their panes.
FULL = 1280
#: A pane is never narrower at its top.
NARROWEST = 300


class Split(Widget):
    """Two panes side by side on their own grounds, parted by a diagonal; with one column tabs choose a pane.

    `left_units` is the width of the left pane at its top in a window of 1280 units; the diagonal moves left by
    `lean` units to the bottom. `foot` stands still under the right pane, or under the chosen one.
    """

    def __init__(
        self,
        left: Widget,
        right: Widget,
        *,
        left_units: float,
        lean: float = 46,
        left_ground: Colour = theme.PAPER,
        right_ground: Colour = theme.INK,
        stripe: tuple[Colour, float] | None = None,
        pad: float = 40,
        from_right: bool = False,
        foot: Widget | None = None,
        sections: tuple[str, str] = ("The matter", "Answers"),
        name: str = "split",
    ) -> None:
        self.foot = foot
        self.scrolls = (Scroll(left, name="split:left"), Scroll(right, name="split:right"))
        self.tabs = Columns([ColumnSpec(sections[0], left), ColumnSpec(sections[1], right)], name)
        super().__init__(list(self.scrolls))
        self.left_units, self.lean, self.stripe, self.pad = left_units, lean, stripe, pad
        self.grounds = (left_ground, right_ground)
        self.from_right = from_right
        self.folded = False

    @staticmethod
    def _shrunk(scale: Scale, units: float) -> int:
        """Units of a full window in pixels of this one."""
        return scale.px(units * min(FULL, scale.units_wide) / FULL)

    def _edge(self, scale: Scale) -> tuple[int, int]:
        """Where the diagonal stands at the top and at the bottom."""
        top = max(self._shrunk(scale, self.left_units), scale.px(min(NARROWEST, self.left_units)))
        if self.from_right:
            top = scale.width - top
        lean = self._shrunk(scale, self.lean if scale.columns == 3 else min(self.lean, self.left_units / 5))
        return top, top - lean

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        self.folded = scale.columns == 1
        if self.folded:
            self._place_folded(scale)
        else:
            self._place_beside(scale)

    def _place_folded(self, scale: Scale) -> None:
        self.children = [self.tabs, *([self.foot] if self.foot else [])]
        self.attach(self.stage)
        room = self.rect.inflate(-2 * scale.px(16), -2 * scale.px(10))
        self._place_foot(scale, room)
        self.tabs.place(scale, room)

    def _place_foot(self, scale: Scale, room: pygame.Rect) -> None:
        """Put the foot at the bottom of a room, and take its height from it."""
        if self.foot:
            high = self.foot.height_for(scale, room.width)
            self.foot.place(scale, pygame.Rect(room.left, room.bottom - high, room.width, high))
            room.height -= high + scale.px(14 if scale.columns > 1 else 8)

    def _place_beside(self, scale: Scale) -> None:
        rect = self.rect
        self.children = [*self.scrolls, *([self.foot] if self.foot else [])]
        self.attach(self.stage)
        top, bottom = self._edge(scale)
        low, pad = scale.px(28 if scale.columns == 3 else 18), self._shrunk(scale, self.pad)
        left_wide = min(top, bottom) - pad - scale.px(24 if scale.columns == 3 else 12)
        start = max(top, bottom) + self._shrunk(scale, 28) + (scale.px(self.stripe[1]) if self.stripe else 0)
        self.scrolls[0].place(scale, pygame.Rect(rect.left + pad, rect.top + low, left_wide, rect.height - 2 * low))
        right = rect.right - self._shrunk(scale, 32)
        room = pygame.Rect(start, rect.top + low, right - start, rect.height - 2 * low)
        self._place_foot(scale, room)
        self.scrolls[1].place(scale, room)

    def draw(self, canvas: Canvas) -> None:
        left, right = self.grounds
        if self.folded:
            canvas.fill(self.grounds[self.tabs.chosen], self.rect)
            return
        canvas.fill(right, self.rect)
        top, bottom = self._edge(canvas.scale)
        area = self.rect
        if self.stripe:
            colour, units = self.stripe
            wide = canvas.px(units)
            shape = [
                (area.left, area.top),
                (top + wide, area.top),
                (bottom + wide, area.bottom),
                (area.left, area.bottom),
            ]
            draw.polygon(canvas.surface, colour, shape)
        draw.polygon(
            canvas.surface,
            left,
            [(area.left, area.top), (top, area.top), (bottom, area.bottom), (area.left, area.bottom)],
        )


class StandTab(Widget):
    """A side to take: shade at rest, ink when taken, with its printed key; locked ones say why."""

    def __init__(self, text: str, key: str, chosen: bool, on_activate: Action, locked_reason: str = "") -> None:
        super().__init__(
            label=f"{text}{' (taken)' if chosen else ''}. {locked_reason}",
            key=key,
            on_activate=on_activate,
            name=f"stand:{text}",
            tooltip=("Not open", locked_reason) if locked_reason and not chosen else None,
            focusable=True,
        )
        self.text, self.chosen = text, chosen
        self.enabled = not locked_reason or chosen
        self.locked = bool(locked_reason) and not chosen
        self.stamps = True

    def activate(self) -> bool:
        if self.chosen:
            return False
        return super().activate()

    def min_width(self, scale: Scale) -> int:
        words = max(fonts.width(word, theme.BOLD, scale.percent) for word in self.text.split())
        return words + self._key(scale) + scale.px(34)

    def natural_width(self, scale: Scale) -> int:
        return fonts.width(self.text, theme.BOLD, scale.percent) + self._key(scale) + scale.px(34)

    def _key(self, scale: Scale) -> int:
        return max(scale.px(22), fonts.width(keymap.printed(self.key), theme.KEY, scale.percent) + scale.px(10))

    def _rows(self, scale: Scale, width: int) -> list[str]:
        return fonts.wrap(
            self.text, theme.BOLD, scale.percent, max(scale.px(30), width - self._key(scale) - scale.px(28))
        )

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(12) + len(self._rows(scale, width)) * fonts.line_height(theme.BOLD, scale.percent)

    def draw(self, canvas: Canvas) -> None:
        on = self.chosen or (self.hovered and not self.locked)
        canvas.fill(theme.INK if on else theme.SHADE if self.locked else theme.SHEET, self.rect)
        canvas.fill(
            theme.ASH if self.locked else theme.RED,
            pygame.Rect(self.rect.left, self.rect.top, canvas.px(4), self.rect.height),
        )
        ink = theme.WHITE if on else theme.ASH if self.locked else theme.INK
        rows = self._rows(canvas.scale, self.rect.width)
        top = self.rect.centery - len(rows) * canvas.line_height(theme.BOLD) // 2
        for index, row in enumerate(rows):
            canvas.text(
                self.rect.left + canvas.px(13), top + index * canvas.line_height(theme.BOLD), row, theme.BOLD, ink
            )
        right = self.rect.right - canvas.px(8)
        if self.chosen:
            canvas.emblem("check", (right - canvas.px(10), self.rect.centery), 16, theme.LIGHT_RED)
        elif self.locked:
            canvas.emblem("lock", (right - canvas.px(10), self.rect.centery), 16, theme.ASH)
        elif self.key:
            canvas.key_box(right, self.rect.centery, self.key, ink)


class DateWedge(Widget):
    """The red wedge with a date and a turn, at the head of a poster screen."""

    def __init__(self, date_text: str, second: str) -> None:
        super().__init__(label=f"{date_text}, {second}")
        self.date_text, self.second = date_text, second

    def _beside(self, scale: Scale, width: int) -> bool:
        words = fonts.width(self.date_text, theme.DATE, scale.percent) + fonts.width(
            self.second, theme.KEY, scale.percent
        )
        return words + scale.px(74) <= width

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(52 if self._beside(scale, width) else 66)

    def natural_width(self, scale: Scale) -> int:
        words = fonts.width(self.date_text, theme.DATE, scale.percent)
        return words + fonts.width(self.second, theme.KEY, scale.percent) + scale.px(74)

    def draw(self, canvas: Canvas) -> None:
        beside = self._beside(canvas.scale, self.rect.width)
        wide = min(self.rect.width, self.natural_width(canvas.scale)) if beside else self.rect.width
        block = pygame.Rect(self.rect.left, self.rect.top, wide, self.rect.height)
        draw.slanted_block(canvas.surface, theme.RED, block, left=False)
        left = block.left + canvas.px(14)
        top = block.top + canvas.px(8)
        box = canvas.text(left, top, self.date_text, theme.DATE, theme.WHITE, room=wide - canvas.px(40))
        if beside:
            canvas.text(box.right + canvas.px(14), block.centery - canvas.px(8), self.second, theme.KEY, theme.WHITE)
        else:
            canvas.text(left, top + canvas.px(36), self.second, theme.KEY, theme.WHITE)
