"""Nested, pinnable tooltips: what they hold, where they stand, and the blue bar that joins them."""

from __future__ import annotations

from dataclasses import dataclass

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets.core import Tooltip, Widget
from game.views.shapes import FigureView

WIDTH = 324
WIDTH_NESTED = 256
HEAD = 34


class TipBox(Widget):
    """A box above the page: head with pin, content, hard shadow. Nested boxes have a blue frame."""

    def __init__(self, title: str, content: Widget, nested: bool) -> None:
        super().__init__([content], focusable=False)
        self.title = title
        self.nested = nested
        self.pinned = False

    def natural_width(self, scale: Scale) -> int:
        least = self.children[0].min_width(scale) + 2 * scale.px(14)
        head = fonts.width(self.title, theme.PANEL, scale.percent) + scale.px(56)
        return max(scale.px(WIDTH_NESTED if self.nested else WIDTH), least, min(head, scale.px(420)))

    def _head(self, scale: Scale, width: int) -> int:
        rows = fonts.wrap(self.title, theme.NAME_CAPS, scale.percent, width - scale.px(56))
        return scale.px(HEAD) + (len(rows) - 1) * fonts.line_height(theme.NAME_CAPS, scale.percent)

    def height_for(self, scale: Scale, width: int) -> int:
        inner = self.children[0].height_for(scale, width - 2 * scale.px(14))
        return self._head(scale, width) + inner + scale.px(18)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        head = self._head(scale, rect.width)
        self.children[0].place(
            scale,
            pygame.Rect(
                rect.left + scale.px(14),
                rect.top + head + scale.px(8),
                rect.width - 2 * scale.px(14),
                rect.height - head - scale.px(18),
            ),
        )

    def hit(self, position: tuple[int, int]) -> Widget | None:
        return self.children[0].hit(position)

    def draw(self, canvas: Canvas) -> None:
        line = canvas.px(3 if self.nested else 2)
        draw.hard_shadow(canvas.surface, self.rect, canvas.px(theme.SHADOW))
        canvas.fill(theme.SHEET, self.rect)
        head = pygame.Rect(
            self.rect.left, self.rect.top, self.rect.width, self._head(canvas.scale, self.rect.width)
        )
        ink = theme.BLUE if self.nested else theme.WHITE
        if not self.nested:
            canvas.fill(theme.INK, head)
        rows = canvas.wrap(self.title, theme.NAME_CAPS, head.width - canvas.px(56))
        for index, row in enumerate(rows):
            canvas.text(
                head.left + canvas.px(14),
                head.top + canvas.px(5) + index * canvas.line_height(theme.NAME_CAPS),
                row,
                theme.NAME_CAPS,
                ink,
            )
        canvas.emblem(
            "pin",
            (head.right - canvas.px(20), head.top + canvas.px(HEAD / 2)),
            16,
            theme.LIGHT_RED if self.pinned and not self.nested else theme.RED if self.pinned else ink,
        )
        pygame.draw.rect(canvas.surface, theme.BLUE if self.nested else theme.INK, self.rect, line)


@dataclass
class Tip:
    """An open box, the widget it explains and whether it stays."""

    anchor: Widget
    box: TipBox
    by_keyboard: bool = False
    parent: Tip | None = None

    @property
    def pinned(self) -> bool:
        """A pinned box stays until Esc."""
        return self.box.pinned

    @pinned.setter
    def pinned(self, value: bool) -> None:
        self.box.pinned = value


def build(anchor: Widget, content: Tooltip, nested: bool, by_keyboard: bool) -> Tip:
    """A box for a figure, a sentence, or a head and a text."""
    from game.ui.widgets.figures import Breakdown
    from game.ui.widgets.text import Paragraph

    if isinstance(content, FigureView):
        return Tip(anchor, TipBox(content.label, Breakdown(content), nested), by_keyboard)
    title, text = content if isinstance(content, tuple) else (anchor.label or "Explained", content or "")
    return Tip(anchor, TipBox(title, Paragraph(text, theme.TEXT), nested), by_keyboard)


def place(tip: Tip, scale: Scale) -> None:
    """Beside the anchor, else under or over it; never over the sum of the box it came from."""
    wide = min(tip.box.natural_width(scale), scale.width - 2 * scale.px(8) - scale.px(theme.SHADOW))
    high = min(tip.box.height_for(scale, wide), scale.height - 2 * scale.px(8) - scale.px(theme.SHADOW))
    anchor = tip.anchor.rect
    base = tip.parent.box.rect if tip.parent else anchor
    gap = scale.px(14 if tip.parent else 24)
    top = anchor.centery - scale.px(HEAD // 2) if not tip.parent else anchor.top - scale.px(HEAD // 2)
    spots = [
        (base.right + gap, top),
        (base.left - gap - wide, top),
        (anchor.left, base.bottom + gap),
        (anchor.left, base.top - gap - high),
    ]
    shadow = scale.px(theme.SHADOW)
    window = pygame.Rect(
        scale.px(6), scale.px(6), scale.width - scale.px(12) - shadow, scale.height - scale.px(12) - shadow
    )
    covered = [tip.parent.box.rect] if tip.parent else [anchor]
    fallback: pygame.Rect | None = None
    for left, above in spots:
        rect = pygame.Rect(left, above, wide, high).clamp(window)
        if fallback is None:
            fallback = rect
        if not any(rect.colliderect(other) for other in covered):
            tip.box.place(scale, rect)
            return
    tip.box.place(scale, _clear_of_sum(tip, fallback or pygame.Rect(0, 0, wide, high), window))


def _clear_of_sum(tip: Tip, rect: pygame.Rect, window: pygame.Rect) -> pygame.Rect:
    if not tip.parent:
        return rect
    parent = tip.parent.box.rect
    room_above = parent.bottom - rect.height - (parent.height // 4)
    for top in (room_above, window.top, parent.bottom):
        moved = rect.move(0, 0)
        moved.top = top
        moved = moved.clamp(window)
        sum_line = pygame.Rect(
            parent.left, parent.bottom - parent.height // 4, parent.width, parent.height // 4
        )
        if not moved.colliderect(sum_line):
            return moved
    return rect


def paint(tip: Tip, canvas: Canvas) -> None:
    """The blue bar to what it explains, then the box."""
    box, anchor = tip.box.rect, tip.anchor.rect
    thick = canvas.px(4)
    level = max(box.top + thick, min(box.bottom - thick, anchor.centery))
    if box.left >= anchor.right:
        start = min(anchor.right, tip.parent.box.rect.right if tip.parent else anchor.right)
        canvas.fill(theme.BLUE, pygame.Rect(start, level - thick // 2, box.left - start, thick))
    elif box.right <= anchor.left:
        canvas.fill(theme.BLUE, pygame.Rect(box.right, level - thick // 2, anchor.left - box.right, thick))
    else:
        middle = max(box.left + thick, min(box.right - thick, anchor.left + canvas.px(12)))
        first, last = (anchor.bottom, box.top) if box.top >= anchor.bottom else (box.bottom, anchor.top)
        if last > first:
            canvas.fill(theme.BLUE, pygame.Rect(middle, first, thick, last - first))
    tip.box.paint(canvas)
