"""The frame of a screen: bar with date wedge and tabs, columns that fold, footer with the red act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import art, draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets.bars import paint_slants
from game.ui.widgets.buttons import Button
from game.ui.widgets.core import Action, Column, Tooltip, Widget
from game.ui.widgets.dialog import Choice, menu
from game.ui.widgets.scroll import Scroll
from game.views.shapes import BarView

NARROW_BAR = 42
MAIN_HEIGHT = 44


@dataclass(frozen=True)
class Tab:
    """A screen of the bar: its name, its printed key and what opens it."""

    label: str
    key: str
    action: Action


class TabButton(Widget):
    """A tab of the bar; the current one is paper, cut along the slope."""

    def __init__(self, tab: Tab, current: bool) -> None:
        super().__init__(label=tab.label + (" (here)" if current else ""), key=tab.key, on_activate=tab.action,
                         name=f"tab:{tab.label}", focusable=True)
        self.tab, self.current, self.show_key = tab, current, True

    def width(self, scale: Scale) -> int:
        """Width of the words and, if shown, the key."""
        key = fonts.width(self.tab.key, theme.KEY, scale.percent) + scale.px(5) if self.show_key and self.tab.key else 0
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
            canvas.text_on(box.right + canvas.px(5), top + fonts.baseline(theme.TAB, canvas.scale.percent), self.tab.key,
                           theme.KEY, theme.ASH if self.current else theme.MIST)
        if self.hovered and not self.current:
            canvas.line(theme.WHITE, pygame.Rect(box.left, box.bottom + canvas.px(2), box.width, 1), 2)

    def draw_focus(self, canvas: Canvas) -> None:
        ring = self.rect.inflate(canvas.px(8), -canvas.px(22)).move(0, canvas.px(4))
        pygame.draw.rect(canvas.surface, theme.BLUE if self.current else theme.LIGHT_BLUE, ring, canvas.px(theme.FOCUS))


class MenuTab(TabButton):
    """What does not fit the bar: MORE, or the name of the screen when there is no room for tabs."""

    def __init__(self, label: str, tabs: Sequence[Tab], current: str) -> None:
        self.hidden = list(tabs)
        self.here = current
        super().__init__(Tab(label, "", self._open), False)
        self.name = "tab:menu"

    def _open(self) -> None:
        if self.stage:
            menu(self.stage, "Screens", [Choice(tab.label, tab.action, key=tab.key, chosen=tab.label == self.here)
                                         for tab in self.hidden])

    def width(self, scale: Scale) -> int:
        return fonts.width(self.tab.label, theme.TAB, scale.percent) + scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        super().draw(canvas)
        top = self.rect.centery - canvas.px(1)
        draw.arrow(canvas.surface, theme.WHITE, pygame.Rect(self.rect.right - canvas.px(13), top, canvas.px(12),
                                                            canvas.px(9)), "down")


class TabBar(Widget):
    """The bar: red date wedge, tabs with printed keys, orders left as slanted blocks, your face."""

    def __init__(self, bar: BarView, tabs: Sequence[Tab], current: str, on_face: Action | None = None) -> None:
        super().__init__(label=f"{bar.date_text}, turn {bar.turn} of {bar.turns}. {bar.orders_left} orders left")
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
        words = max(fonts.width(f"Turn {self.bar.turn}", theme.KEY, scale.percent),
                    fonts.width(self._turns(), theme.KEY, scale.percent))
        return words + scale.px(14)

    def _turns(self) -> str:
        return self.bar.window_text or f"of {self.bar.turns}"

    def wedge_width(self, scale: Scale) -> int:
        """The red wedge, its slanted end included."""
        high = self.height_for(scale, 0)
        return scale.margin + fonts.width(self.bar.date_text, self._date(scale), scale.percent) + self._turn_width(scale) \
            + scale.px(14) + scale.slant(high)

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
        draw.slanted_block(canvas.surface, theme.RED, pygame.Rect(self.rect.left, self.rect.top, wide, self.rect.height),
                           left=False)
        style = self._date(scale)
        top = self.rect.centery - canvas.line_height(style) // 2
        left = self.rect.left + scale.margin
        box = canvas.text(left, top, self.bar.date_text, style, theme.WHITE)
        if self._turn_width(scale):
            canvas.text(box.right + canvas.px(14), self.rect.top + canvas.px(13), f"Turn {self.bar.turn}", theme.KEY,
                        theme.WHITE)
            canvas.text(box.right + canvas.px(14), self.rect.top + canvas.px(29), self._turns(), theme.KEY, theme.WHITE)
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
        canvas.text(left + total * step + canvas.px(14), level - canvas.px(4), self._orders_words(scale), theme.BOLD,
                    theme.WHITE)


class FaceButton(Widget):
    """Your face at the end of the bar; it opens your own codex entry."""

    def __init__(self, bar: BarView, on_activate: Action | None) -> None:
        super().__init__(label=f"You are {bar.you.name}" if bar.you else "", on_activate=on_activate, name="face",
                         codex=bar.you.codex if bar.you else "")
        self.bar = bar

    def draw(self, canvas: Canvas) -> None:
        if self.bar.you:
            picture = art.portrait(self.bar.you, self.rect.height)
            canvas.surface.blit(picture, self.rect)

    def draw_focus(self, canvas: Canvas) -> None:
        pygame.draw.rect(canvas.surface, theme.LIGHT_BLUE, self.rect, canvas.px(theme.FOCUS))


class MainButton(Button):
    """The red act of the screen, flush with the lower right corner."""

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(MAIN_HEIGHT)

    def natural_width(self, scale: Scale) -> int:
        return super().natural_width(scale) + scale.px(8)

    def draw(self, canvas: Canvas) -> None:
        ground, ink, _ = self._colours()
        draw.slanted_block(canvas.surface, ground, self.rect, right=False)
        key = canvas.px(16) + self._key_width(canvas.scale) if self.key else 0
        left = self.rect.centerx + canvas.px(6) - (canvas.width(self.text, theme.BUTTON) + key) // 2
        box = canvas.text(left, self.rect.centery - canvas.line_height(theme.BUTTON) // 2, self.text, theme.BUTTON, ink)
        if self.key:
            canvas.key_box(box.right + key, self.rect.centery, self.key, ink)

    def draw_focus(self, canvas: Canvas) -> None:
        inner = self.rect.inflate(-canvas.px(12), -canvas.px(10))
        draw.slanted_frame(canvas.surface, theme.WHITE, inner, canvas.px(2), 0)


class Footer(Widget):
    """Hints with printed keys and the main red button; below 820 units only two hints."""

    def __init__(self, hints: Sequence[tuple[str, str]], main: MainButton | None = None) -> None:
        super().__init__([main] if main else [], label=". ".join(f"{key}: {text}" for key, text in hints))
        self.hints, self.main = tuple(hints), main

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(theme.FOOTER)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        if self.main:
            wide = min(self.main.natural_width(scale), rect.width * 2 // 3)
            high = self.main.height_for(scale, wide)
            self.main.place(scale, pygame.Rect(rect.right - wide, rect.bottom - high, wide, high))

    def paint(self, canvas: Canvas) -> None:
        canvas.owner = self
        self.draw(canvas)
        for child in self.children:
            child.paint(canvas)

    def draw(self, canvas: Canvas) -> None:
        canvas.fill(theme.SHADE, self.rect)
        canvas.line(theme.INK, self.rect, 1)
        left = self.rect.left + canvas.scale.margin
        limit = self.main.rect.left if self.main else self.rect.right
        middle = self.rect.centery + canvas.px(1)
        for key, text in self.hints[:2] if canvas.scale.columns == 1 else self.hints:
            wide = canvas.key_width(key)
            words = canvas.width(text, theme.SECOND)
            if left + wide + canvas.px(7) + words > limit - canvas.px(8):
                break
            canvas.key_box(left + wide, middle, key)
            canvas.text(left + wide + canvas.px(7), middle - canvas.line_height(theme.SECOND) // 2, text, theme.SECOND)
            left += wide + canvas.px(7) + words + canvas.px(22)


@dataclass(frozen=True)
class ColumnSpec:
    """A column: title for its tab, content, share of the width, and the column it folds under."""

    title: str
    content: Widget
    weight: int = 1
    under: int | None = None


class SectionTab(Widget):
    """A tab of a one-column page: shade at rest, ink when chosen."""

    def __init__(self, text: str, chosen: bool, on_activate: Action) -> None:
        super().__init__(label=text, on_activate=on_activate, name=f"section:{text}", focusable=True)
        self.text, self.chosen = text, chosen

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(30)

    def draw(self, canvas: Canvas) -> None:
        on = self.chosen or self.hovered
        canvas.fill(theme.INK if on else theme.SHADE, self.rect)
        canvas.text(self.rect.centerx, self.rect.centery - canvas.line_height(theme.BOLD) // 2, self.text, theme.BOLD,
                    theme.WHITE if on else theme.INK, "centre", self.rect.width - canvas.px(6))


class Columns(Widget):
    """Three, two or one column by the window's units; each scrolls by itself.

    With two columns the middle one folds under the first unless a spec says otherwise; with one column
    tabs on top choose.
    """

    def __init__(self, columns: Sequence[ColumnSpec], name: str = "columns", head: Widget | None = None,
                 gap: float = theme.GUTTER) -> None:
        super().__init__(flex=1, name=name)
        self.specs, self.head, self.gap = list(columns), head, gap
        self._arranged = 0
        self._tab = -1
        self.children = [*([head] if head else []), *(spec.content for spec in self.specs)]

    def min_width(self, scale: Scale) -> int:
        return max((spec.content.min_width(scale) for spec in self.specs), default=0)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(160)

    @property
    def chosen(self) -> int:
        """The column shown when there is only one."""
        memory = self.stage.memory if self.stage else {}
        return min(memory.get(self.name, 0), len(self.specs) - 1)

    def choose(self, index: int) -> None:
        """Show another column of a one-column page."""
        if self.stage:
            self.stage.memory[self.name] = index
            self._tab = -1
            self.place(self.stage.scale, self.rect)
            self.ask_redraw()

    def _groups(self, columns: int) -> list[tuple[list[Widget], int]]:
        if columns == 1:
            return [([self.specs[self.chosen].content], 1)]
        if columns >= 3 or len(self.specs) <= 2:
            return [([spec.content], spec.weight) for spec in self.specs]
        groups = {index: ([spec.content], spec.weight) for index, spec in enumerate(self.specs)}
        under = [spec.under for spec in self.specs]
        if all(host is None for host in under):
            under[1] = 0
        for index, host in enumerate(under):
            if host is not None and len(groups) > 2:
                groups[host][0].extend(groups.pop(index)[0])
        return [groups[index] for index in sorted(groups)]

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        top = rect.top
        head: list[Widget] = []
        if self.head:
            high = self.head.height_for(scale, rect.width)
            self.head.place(scale, pygame.Rect(rect.left, top, rect.width, high))
            top += high + scale.px(12)
            head = [self.head]
        groups = self._groups(scale.columns)
        if self._arranged != scale.columns or self._tab != self.chosen:
            self._arrange(scale, groups, head)
        body = pygame.Rect(rect.left, top, rect.width, rect.bottom - top)
        if scale.columns == 1 and len(self.specs) > 1:
            body = self._place_tabs(scale, body)
        self._place_groups(scale, body, groups)

    def _arrange(self, scale: Scale, groups: list[tuple[list[Widget], int]], head: list[Widget]) -> None:
        self._arranged, self._tab = scale.columns, self.chosen
        self._scrolls = [Scroll(Column(group, gap=20) if len(group) > 1 else group[0],
                                name=f"{self.name}:{self.chosen if scale.columns == 1 else index}")
                         for index, (group, _) in enumerate(groups)]
        self._tabs = [SectionTab(spec.title, index == self.chosen, self._chooser(index))
                      for index, spec in enumerate(self.specs)] if scale.columns == 1 and len(self.specs) > 1 else []
        self.children = [*head, *self._tabs, *self._scrolls]
        self.attach(self.stage)

    def _chooser(self, index: int) -> Action:
        return lambda: self.choose(index)

    def _place_tabs(self, scale: Scale, body: pygame.Rect) -> pygame.Rect:
        gap = scale.px(4)
        wide = (body.width - gap * (len(self._tabs) - 1)) // len(self._tabs)
        for index, tab in enumerate(self._tabs):
            tab.place(scale, pygame.Rect(body.left + index * (wide + gap), body.top, wide, scale.px(30)))
        return pygame.Rect(body.left, body.top + scale.px(42), body.width, body.height - scale.px(42))

    def _place_groups(self, scale: Scale, body: pygame.Rect, groups: list[tuple[list[Widget], int]]) -> None:
        gap = scale.px(self.gap)
        weights = sum(weight for _, weight in groups)
        room = body.width - gap * (len(groups) - 1)
        left = body.left
        for index, (scroll, (_, weight)) in enumerate(zip(self._scrolls, groups, strict=True)):
            wide = room * weight // weights if index < len(groups) - 1 else body.right - left
            scroll.place(scale, pygame.Rect(left, body.top, wide, body.height))
            left += wide + gap


class Frame(Widget):
    """Bar on top, body between the margins, footer below. `side` is a full-height panel at the right.

    The side panel has a ground and share of the width; below 1100 units it moves under the body.
    """

    def __init__(self, bar: Widget | None, body: Widget, footer: Footer | None, *, side: Widget | None = None,
                 side_units: float = 400, side_ground: theme.Colour = theme.SHEET, margin: bool = True,
                 ground: theme.Colour = theme.PAPER) -> None:
        super().__init__([each for each in (bar, body, side, footer) if each])
        self.bar, self.body, self.footer, self.side = bar, body, footer, side
        self.side_units, self.side_ground, self.margin, self.ground = side_units, side_ground, margin, ground
        self._side_rect = pygame.Rect(0, 0, 0, 0)
        self._sections: Columns | None = None

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        top, bottom = rect.top, rect.bottom
        if self.bar:
            high = self.bar.height_for(scale, rect.width)
            self.bar.place(scale, pygame.Rect(rect.left, top, rect.width, high))
            top += high
        if self.footer:
            high = self.footer.height_for(scale, rect.width)
            self.footer.place(scale, pygame.Rect(rect.left, bottom - high, rect.width, high))
            bottom -= high
        self._place_body(scale, pygame.Rect(rect.left, top, rect.width, bottom - top))

    def _place_body(self, scale: Scale, room: pygame.Rect) -> None:
        beside = self.side is not None and scale.columns == 3
        self._side_rect = pygame.Rect(0, 0, 0, 0)
        main: Widget = self.body
        if self.side and not beside:
            if not self._sections:
                self._sections = Columns([ColumnSpec("Here", self.body), ColumnSpec("Detail", self.side)], "frame")
            main = self._sections
        elif self.side:
            self._side_rect = room.copy()
            self._side_rect.width = scale.px(self.side_units)
            self._side_rect.right = room.right
            self._inset(scale, self.side, self._side_rect, 20)
            room = pygame.Rect(room.left, room.top, room.width - self._side_rect.width, room.height)
        self.children = [each for each in (self.bar, main, self.side if beside else None, self.footer) if each]
        self.attach(self.stage)
        if self.margin:
            self._inset(scale, main, room, 16 if scale.columns > 1 else 10)
        else:
            main.place(scale, room)

    def _inset(self, scale: Scale, widget: Widget, room: pygame.Rect, top: float) -> None:
        # The main button stands 12 units above the footer: content ends over it.
        below = scale.px(MAIN_HEIGHT - theme.FOOTER + 4) if self.footer and self.footer.main else scale.px(8)
        widget.place(scale, pygame.Rect(room.left + scale.margin, room.top + scale.px(top), room.width - 2 * scale.margin,
                                        room.height - scale.px(top) - below))

    def draw(self, canvas: Canvas) -> None:
        canvas.fill(self.ground, self.rect)
        if self._side_rect.width:
            canvas.fill(self.side_ground, self._side_rect)


def title(text: str, second: str = "", overline: str = "") -> Column:
    """The sentence that opens a screen, with a second line and a caps line over it."""
    from game.ui.widgets.text import Label, Paragraph

    rows: list[Widget] = []
    if overline:
        rows.append(Label(overline, theme.LABEL, theme.ASH, wrap=True))
    rows.append(Label(text, theme.TITLE, wrap=True))
    if second:
        rows.append(Paragraph(second, theme.TEXT, theme.ASH))
    return Column(rows, gap=0)


__all__ = ["ColumnSpec", "Columns", "Footer", "Frame", "MainButton", "Tab", "TabBar", "Tooltip", "title"]
