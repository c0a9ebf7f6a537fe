"""The stack of explaining boxes over a page: opened, nested, pinned and closed."""

from __future__ import annotations

from collections.abc import Callable

from game.ui import theme
from game.ui.theme import Scale
from game.ui.widgets import tips
from game.ui.widgets.core import Widget


class TipStack:
    """The part of a stage that holds its boxes; the stage gives it the rest."""

    scale: Scale
    clock: Callable[[], int]
    tips: list[tips.Tip]
    dirty: bool
    on_codex: Callable[[str], object] | None
    _hover_due: int | None
    _close_due: int | None
    _keep: int
    set_focus: Callable[..., None]

    def open_tip(self, anchor: Widget, by_keyboard: bool = False) -> bool:
        """Open what a widget explains; a term inside a tooltip opens the next box."""
        if not anchor.tooltip or any(tip.anchor is anchor for tip in self.tips):
            return False
        parent = next((index for index, tip in enumerate(self.tips) if anchor in tip.box.walk()), -1)
        self.tips = [tip for index, tip in enumerate(self.tips) if index <= parent or tip.pinned]
        tip = tips.build(anchor, anchor.tooltip, nested=parent >= 0, by_keyboard=by_keyboard)
        tip.box.attach(self)
        tip.parent = self.tips[parent] if parent >= 0 else None
        self.tips.append(tip)
        tips.place(tip, self.scale)
        if by_keyboard:
            inner = [widget for widget in tip.box.walk() if widget.focusable]
            if inner:
                self.set_focus(inner[0])
        self.dirty = True
        return True

    def close_tip(self) -> bool:
        """Close the last box and give the focus back to what opened it."""
        if not self.tips:
            return False
        tip = self.tips.pop()
        self._hover_due = None
        if tip.by_keyboard:
            self.set_focus(tip.anchor)
        self.dirty = True
        return True

    def close_tips(self) -> None:
        """Close every box, pinned ones too."""
        if self.tips:
            self.tips.clear()
            self.dirty = True

    def pin_tip(self) -> bool:
        """Pin or free the last box."""
        if not self.tips:
            return False
        self.tips[-1].pinned = not self.tips[-1].pinned
        self.dirty = True
        return True

    def explain(self, widget: Widget | None) -> bool:
        """F1: open the tooltip of a widget; a second time, or without one, its codex entry."""
        if widget is None:
            return False
        if widget.tooltip and self.open_tip(widget, by_keyboard=True):
            return True
        anchor = self.tips[-1].anchor if self.tips else widget
        reference = widget.codex or anchor.codex
        if reference and self.on_codex:
            self.on_codex(reference)
            return True
        return False

    def plan_closing(self, position: tuple[int, int]) -> None:
        """Boxes the mouse has left close after a moment."""
        keep = 0
        for index, tip in enumerate(self.tips):
            reach = tip.box.rect.inflate(24, 24)
            if (
                tip.pinned
                or tip.by_keyboard
                or reach.collidepoint(position)
                or tip.anchor.rect.collidepoint(position)
            ):
                keep = index + 1
        self._keep = keep
        if keep >= len(self.tips):
            self._close_due = None
        elif self._close_due is None:
            self._close_due = self.clock() + theme.HOVER_MS
