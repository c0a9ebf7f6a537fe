"""The bar on top: red date wedge, tabs with printed keys, orders left, your face."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import art, draw, fonts, keymap, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets.core import Action, Widget
from game.ui.widgets.dialog import Choice, menu
from game.views.shapes import BarView

NARROW_BAR = 42


@dataclass(frozen=True)
class Tab:
    """A screen of the bar: its name, its printed key and what opens it."""

    label: str
    key: str
    action: Action


class TabButton(Widget):
    """A tab of the bar; the current one is paper, cut along the slope."""

    def __init__(self, tab: Tab, current: bool) -> None:
        super().__init__(
            label=tab.label + (" (here)" if current else ""),
            key=tab.key,
            on_activate=tab.action,
            name=f"tab:{tab.label}",
            focusable=True,
        )
        self.tab, self.current, self.show_key = tab, current, True

    def width(self, scale: Scale) -> int:
        """Width of the words and, if shown, the key."""
        key = (
            fonts.width(keymap.printed(self.tab.key), theme.KEY, scale.percent) + scale.px(5)
            if self.show_key and self.tab.key
            else 0
        )
        return fonts.width(self.tab.label, theme.TAB, scale.percent) + key

    def draw(self, canvas: Canvas) -> None:
        if self.current:
            cut = self.rect.inflate(canvas.px(38), 0)
            cut.top += canvas.px(10)
            cut.height -= canvas.px(10)
            cut.right = self.rect.right + canvas.px(26)
            cut.left = self.rect.left - canvas.px(22)
            draw.slanted_block(canvas.surface, theme.PAPER, cut)
        ink = theme.INK if self.current else theme.WHITE
        top = self.rect.centery - canvas.line_height(theme.TAB) // 2 + canvas.px(4)
        box = canvas.text(self.rect.left, top, self.tab.label, theme.TAB, ink)
        if self.show_key and self.tab.key:
            canvas.text_on(
                box.right + canvas.px(5),
                top + fonts.baseline(theme.TAB, canvas.scale.percent),
                keymap.printed(self.tab.key),
                theme.KEY,
                theme.ASH if self.current else theme.MIST,
            )
        if self.hovered and not self.current:
            canvas.line(theme.WHITE, pygame.Rect(box.left, box.bottom + canvas.px(2), box.width, 1), 2)

    def draw_focus(self, canvas: Canvas) -> None:
        ring = self.rect.inflate(canvas.px(8), -canvas.px(22)).move(0, canvas.px(4))
        pygame.draw.rect(
            canvas.surface, theme.BLUE if self.current else theme.LIGHT_BLUE, ring, canvas.px(theme.FOCUS)
        )


class MenuTab(TabButton):
    """What does not fit the bar: MORE, or the name of the screen when there is no room for tabs."""

    def __init__(self, label: str, tabs: Sequence[Tab], current: str) -> None:
        self.hidden = list(tabs)
        self.here = current
        super().__init__(Tab(label, "", self._open), False)
        self.name = "tab:menu"

    def _open(self) -> None:
        if self.stage:
            menu(
                self.stage,
                "Screens",
                [
                    Choice(tab.label, tab.action, key=tab.key, chosen=tab.label == self.here)
                    for tab in self.hidden
                ],
            )

    def width(self, scale: Scale) -> int:
        return fonts.width(self.tab.label, theme.TAB, scale.percent) + scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        top = self.rect.centery - canvas.px(1)
        draw.arrow(
            canvas.surface,
            theme.WHITE,
            pygame.Rect(self.rect.right - canvas.px(13), top, canvas.px(12), canvas.px(9)),
            "down",
        )


class TabBar(Widget):
    """The bar: red date wedge, tabs with printed keys, orders left as slanted blocks, your face."""

    def __init__(
        self, bar: BarView, tabs: Sequence[Tab], current: str, on_face: Action | None = None
    ) -> None:
        super().__init__(
            label=f"{bar.date_text}, turn {bar.turn} of {bar.turns}. {bar.orders_left} orders left"
        )
        self.bar, self.tabs, self.current = bar, list(tabs), current
        self.face = FaceButton(bar, on_face) if bar.you else None
        self._tab_buttons = [TabButton(tab, tab.label == current) for tab in tabs]
        self._menus: dict[str, MenuTab] = {}
        self.children = [*self._tab_buttons, *([self.face] if self.face else [])]

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(theme.BAR if scale.columns > 1 else NARROW_BAR)

    def _date(self, scale: Scale) -> theme.Style:
        return theme.DATE if scale.columns > 1 else theme.Style("Oswald-Bold", 24, 32, caps=True)

    def _turn_width(self, scale: Scale) -> int:
        if scale.columns < 3:
            return 0
        words = max(
            fonts.width(f"Turn {self.bar.turn}", theme.KEY, scale.percent),
            fonts.width(self._turns(), theme.KEY, scale.percent),
        )
        return words + scale.px(14)

    def _turns(self) -> str:
        return self.bar.window_text or f"of {self.bar.turns}"

    def wedge_width(self, scale: Scale) -> int:
        """The red wedge, its slanted end included."""
        high = self.height_for(scale, 0)
        return (
            scale.margin
            + fonts.width(self.bar.date_text, self._date(scale), scale.percent)
            + self._turn_width(scale)
            + scale.px(14)
            + scale.slant(high)
        )

    def _orders_width(self, scale: Scale) -> int:
        blocks = scale.px(24) * self.bar.orders_total + scale.px(8)
        words = fonts.width(self._orders_words(scale), theme.BOLD, scale.percent) + scale.px(10)
        label = fonts.width("Orders left", theme.LABEL, scale.percent) if scale.columns > 1 else 0
        return max(blocks + words, label) + scale.px(16)

    def _orders_words(self, scale: Scale) -> str:
        left = self.bar.orders_left
        if scale.columns == 1:
            return f"{left} left"
        return f"{left} of {self.bar.orders_total}" if scale.columns == 3 else str(left)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        face = rect.height if self.face else 0
        if self.face:
            self.face.place(scale, pygame.Rect(rect.right - face, rect.top, face, rect.height))
        left = rect.left + self.wedge_width(scale) + scale.px(6)
        room = rect.right - face - self._orders_width(scale) - scale.px(16) - left
        self._place_tabs(scale, left, room)
        self.attach(self.stage)

    def _place_tabs(self, scale: Scale, left: int, room: int) -> None:
        gap = scale.px(26)
        shown: list[TabButton] = list(self._tab_buttons)
        for show_key in (True, False):
            for button in shown:
                button.show_key = show_key
            if sum(button.width(scale) + gap for button in shown) <= room:
                break
        else:
            shown = self._with_menu(scale, room, gap)
        self.children = [*shown, *([self.face] if self.face else [])]
        for button in shown:
            wide = button.width(scale)
            button.place(scale, pygame.Rect(left, self.rect.top, wide, self.rect.height))
            left += wide + gap

    def _menu(self, label: str, tabs: Sequence[Tab]) -> MenuTab:
        if label not in self._menus:
            self._menus[label] = MenuTab(label, tabs, self.current)
        self._menus[label].hidden = list(tabs)
        return self._menus[label]

    def _with_menu(self, scale: Scale, room: int, gap: int) -> list[TabButton]:
        here = next((button for button in self._tab_buttons if button.current), None)
        if scale.columns == 1 or not self._tab_buttons:
            return [self._menu(self.current or "Screens", self.tabs)] if self.tabs else []
        more = self._menu("More", self.tabs)
        used = more.width(scale) + gap + (here.width(scale) + gap if here else 0)
        shown: list[TabButton] = []
        for button in self._tab_buttons:
            needs = 0 if button is here else button.width(scale) + gap
            if button is here or used + needs <= room:
                used += needs
                shown.append(button)
        more.hidden = [button.tab for button in self._tab_buttons if button not in shown]
        return [*shown, more]

    def draw(self, canvas: Canvas) -> None:
        scale = canvas.scale
        canvas.fill(theme.INK, self.rect)
        wide = self.wedge_width(scale)
        draw.slanted_block(
            canvas.surface,
            theme.RED,
            pygame.Rect(self.rect.left, self.rect.top, wide, self.rect.height),
            left=False,
        )
        style = self._date(scale)
        top = self.rect.centery - canvas.line_height(style) // 2
        left = self.rect.left + scale.margin
        box = canvas.text(left, top, self.bar.date_text, style, theme.WHITE)
        if self._turn_width(scale):
            canvas.text(
                box.right + canvas.px(14),
                self.rect.top + canvas.px(13),
                f"Turn {self.bar.turn}",
                theme.KEY,
                theme.WHITE,
            )
            canvas.text(
                box.right + canvas.px(14),
                self.rect.top + canvas.px(29),
                self._turns(),
                theme.KEY,
                theme.WHITE,
            )
        self._orders(canvas)

    def _orders(self, canvas: Canvas) -> None:
        scale, total = canvas.scale, self.bar.orders_total
        if total <= 0:
            return
        right = self.rect.right - (self.rect.height if self.face else 0) - canvas.px(16)
        left = right - self._orders_width(scale) + canvas.px(16)
        if scale.columns > 1:
            canvas.text(left, self.rect.top + canvas.px(11), "Orders left", theme.LABEL, theme.MIST)
            level = self.rect.top + canvas.px(32)
        else:
            level = self.rect.centery - canvas.px(7)
        spent = total - self.bar.orders_left
        step = canvas.px(24)
        for index in range(total):
            block = pygame.Rect(left + index * step, level, canvas.px(24), canvas.px(14))
            if index < spent:
                draw.slanted_outline(canvas.surface, theme.WHITE, theme.INK, block, canvas.px(1.5))
            else:
                draw.slanted_block(canvas.surface, theme.WHITE, block)
        canvas.text(
            left + total * step + canvas.px(14),
            level - canvas.px(4),
            self._orders_words(scale),
            theme.BOLD,
            theme.WHITE,
        )


class FaceButton(Widget):
    """Your face at the end of the bar; it opens your own codex entry."""

    def __init__(self, bar: BarView, on_activate: Action | None) -> None:
        super().__init__(
            label=f"You are {bar.you.name}" if bar.you else "",
            on_activate=on_activate,
            name="face",
            codex=bar.you.codex if bar.you else "",
        )
        self.bar = bar

    def draw(self, canvas: Canvas) -> None:
        if self.bar.you:
            picture = art.portrait(self.bar.you, self.rect.height, "sand")
            canvas.surface.blit(picture, self.rect)

    def draw_focus(self, canvas: Canvas) -> None:
        pygame.draw.rect(canvas.surface, theme.LIGHT_BLUE, self.rect, canvas.px(theme.FOCUS))
