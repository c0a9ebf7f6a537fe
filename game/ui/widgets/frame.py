"""The frame of a screen: bar, columns that fold, footer with the red act."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pygame

from game.ui import draw, keymap, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets.buttons import Button
from game.ui.widgets.core import Action, Column, Row, Tooltip, Widget
from game.ui.widgets.scroll import Scroll

MAIN_HEIGHT = 44
TALL_HEAD = 45
"""A head taller than this percentage of its page scrolls with it."""


class MainButton(Button):
    """The red act of the screen, flush with the lower right corner."""

    def __init__(
        self,
        text: str,
        on_activate: Action | None = None,
        *,
        key: str = "",
        locked_reason: str = "",
        tooltip: Tooltip = None,
    ) -> None:
        super().__init__(
            text, on_activate, key=key, kind="red", locked_reason=locked_reason, tooltip=tooltip, name="main"
        )

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(MAIN_HEIGHT)

    def natural_width(self, scale: Scale) -> int:
        return super().natural_width(scale) + scale.px(8)

    def draw(self, canvas: Canvas) -> None:
        ground, ink, _ = self._colours()
        draw.slanted_block(canvas.surface, ground, self.rect, right=False)
        key = canvas.px(16) + self._key_width(canvas.scale) if self.key else 0
        left = self.rect.centerx + canvas.px(6) - (canvas.width(self.text, theme.BUTTON) + key) // 2
        box = canvas.text(
            left, self.rect.centery - canvas.line_height(theme.BUTTON) // 2, self.text, theme.BUTTON, ink
        )
        if self.key:
            canvas.key_box(box.right + key, self.rect.centery, self.key, ink)

    def draw_focus(self, canvas: Canvas) -> None:
        inner = self.rect.inflate(-canvas.px(12), -canvas.px(10))
        draw.slanted_frame(canvas.surface, theme.WHITE, inner, canvas.px(2), 0)


class Footer(Widget):
    """Hints with printed keys and the main red button; below 820 units only two hints."""

    def __init__(self, hints: Sequence[tuple[str, str]], main: MainButton | None = None) -> None:
        said = ". ".join(f"{keymap.printed(key)}: {text}" for key, text in hints)
        super().__init__([main] if main else [], label=said)
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
        self.paint_children(canvas)

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
            canvas.text(
                left + wide + canvas.px(7), middle - canvas.line_height(theme.SECOND) // 2, text, theme.SECOND
            )
            left += wide + canvas.px(7) + words + canvas.px(22)


LONG_TITLE = 60
"""A title of more letters is set smaller."""


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
        canvas.text(
            self.rect.centerx,
            self.rect.centery - canvas.line_height(theme.BOLD) // 2,
            self.text,
            theme.BOLD,
            theme.WHITE if on else theme.INK,
            "centre",
            self.rect.width - canvas.px(6),
        )


class Columns(Widget):
    """Three, two or one column by the window's units; each scrolls by itself.

    With two columns the middle one folds under the first unless a spec says otherwise; with one column (or
    up to `tabbed` columns) tabs on top choose.
    """

    def __init__(
        self,
        columns: Sequence[ColumnSpec],
        name: str = "columns",
        head: Widget | None = None,
        gap: float = theme.GUTTER,
        tabbed: int = 1,
    ) -> None:
        super().__init__(flex=1, name=name)
        self.tabbed = tabbed
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

    def _columns(self, scale: Scale) -> int:
        """So many columns stand side by side."""
        return 1 if scale.columns <= self.tabbed else scale.columns

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
        high = self.head.height_for(scale, rect.width) if self.head else 0
        if self.head and high > rect.height * TALL_HEAD // 100:
            self._place_page(scale, rect, self.head)
            return
        top = rect.top
        if self.head:
            self.head.place(scale, pygame.Rect(rect.left, top, rect.width, high))
            top += high + scale.px(12)
        groups = self._groups(self._columns(scale))
        if self._arranged != scale.columns or self._tab != self.chosen:
            self._arrange(scale, groups, [self.head] if self.head else [])
        body = pygame.Rect(rect.left, top, rect.width, rect.bottom - top)
        if self._columns(scale) == 1 and len(self.specs) > 1:
            body = self._place_tabs(scale, body)
        self._place_groups(scale, body, groups)

    def _place_page(self, scale: Scale, rect: pygame.Rect, head: Widget) -> None:
        """A head too tall to stand still: the whole page scrolls, columns side by side under it."""
        if self._arranged != -scale.columns:
            self._arranged, self._tab = -scale.columns, -1
            columns = [
                Column(group, gap=20, flex=weight) for group, weight in self._groups(max(2, scale.columns))
            ]
            below: Widget = Row(columns, gap=self.gap, wrap=False)
            if scale.columns == 1:
                below = Column([spec.content for spec in self.specs], gap=20)
            self.children = [Scroll(Column([head, below], gap=12), name=f"{self.name}:page")]
            self.attach(self.stage)
        self.children[0].place(scale, rect)

    def _arrange(self, scale: Scale, groups: list[tuple[list[Widget], int]], head: list[Widget]) -> None:
        self._arranged, self._tab = scale.columns, self.chosen
        self._scrolls = [
            self._window(group, f"{self.name}:{self.chosen if self._columns(scale) == 1 else index}")
            for index, (group, _) in enumerate(groups)
        ]
        self._tabs = (
            [
                SectionTab(spec.title, index == self.chosen, self._chooser(index))
                for index, spec in enumerate(self.specs)
            ]
            if self._columns(scale) == 1 and len(self.specs) > 1
            else []
        )
        self.children = [*head, *self._tabs, *self._scrolls]
        self.attach(self.stage)

    @staticmethod
    def _window(group: list[Widget], name: str) -> Widget:
        """A column that scrolls; content that scrolls by itself is left alone."""
        if len(group) == 1 and isinstance(group[0], Scroll):
            return group[0]
        return Scroll(Column(group, gap=20) if len(group) > 1 else group[0], name=name)

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

    The side panel has a ground and share of the width; below 1100 units it stands beside the body as a second
    column by their `shares`, or behind a tab up to `tabbed` columns.
    """

    def __init__(
        self,
        bar: Widget | None,
        body: Widget,
        footer: Footer | None,
        *,
        side: Widget | None = None,
        side_units: float = 400,
        side_ground: theme.Colour = theme.SHEET,
        margin: bool = True,
        ground: theme.Colour = theme.PAPER,
        sections: tuple[str, str] = ("Here", "Detail"),
        tabbed: int = 1,
        shares: tuple[int, int] = (1, 1),
    ) -> None:
        super().__init__([each for each in (bar, body, side, footer) if each])
        self.bar, self.body, self.footer, self.side = bar, body, footer, side
        self.side_units, self.side_ground, self.margin, self.ground = side_units, side_ground, margin, ground
        self.sections, self.tabbed, self.shares = sections, tabbed, shares
        self._side_rect = pygame.Rect(0, 0, 0, 0)
        self._sections: Columns | None = None
        self._side_scroll: Widget | None = None

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
                self._sections = Columns(
                    [
                        ColumnSpec(self.sections[0], self.body, self.shares[0]),
                        ColumnSpec(self.sections[1], self.side, self.shares[1]),
                    ],
                    "frame",
                    tabbed=self.tabbed,
                )
            main = self._sections
        elif self.side:
            self._side_rect = room.copy()
            self._side_rect.width = scale.px(self.side_units)
            self._side_rect.right = room.right
            self._inset(scale, self._side(), self._side_rect, 20)
            room = pygame.Rect(room.left, room.top, room.width - self._side_rect.width, room.height)
        self.children = [
            each for each in (self.bar, main, self._side() if beside else None, self.footer) if each
        ]
        self.attach(self.stage)
        if self.margin:
            self._inset(scale, main, room, 16 if scale.columns > 1 else 10)
        else:
            main.place(scale, room)

    def _side(self) -> Widget:
        """The side panel in a window of its own."""
        if not self._side_scroll:
            assert self.side is not None
            own = isinstance(self.side, Scroll)
            self._side_scroll = self.side if own else Scroll(self.side, name="frame:side")
        return self._side_scroll

    def _inset(self, scale: Scale, widget: Widget, room: pygame.Rect, top: float) -> None:
        # The main button stands 12 units above the footer: content ends over it.
        below = scale.px(MAIN_HEIGHT - theme.FOOTER + 4) if self.footer and self.footer.main else scale.px(8)
        widget.place(
            scale,
            pygame.Rect(
                room.left + scale.margin,
                room.top + scale.px(top),
                room.width - 2 * scale.margin,
                room.height - scale.px(top) - below,
            ),
        )

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
    rows.append(Label(text, theme.TITLE if len(text) <= LONG_TITLE else theme.TITLE_SMALL, wrap=True))
    if second:
        rows.append(Paragraph(second, theme.TEXT, theme.ASH))
    return Column(rows, gap=0)
