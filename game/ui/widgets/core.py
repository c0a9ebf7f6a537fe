"""The widget and its containers: measured minimum sizes, rows and columns that reflow, scrolling."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

import pygame

from game.ui import draw, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.views.shapes import FigureView

if TYPE_CHECKING:
    from game.ui.widgets.stage import Stage

Tooltip = FigureView | str | tuple[str, str] | None
"""A figure that opens into its terms, a sentence, or a head and a text."""
Action = Callable[[], object]


class Widget:
    """Something with a rectangle that can be measured, placed, painted and perhaps focused.

    `label` is what a screen reader or the text mode says; `name` keeps focus and scrolling across a
    rebuild; `key` is the printed hotkey; `codex` is what F1 opens after the tooltip.
    """

    def __init__(
        self,
        children: Sequence[Widget] = (),
        *,
        name: str = "",
        label: str = "",
        key: str = "",
        on_activate: Action | None = None,
        tooltip: Tooltip = None,
        codex: str = "",
        flex: int = 0,
        focusable: bool | None = None,
    ) -> None:
        self.children: list[Widget] = list(children)
        self.name = name
        self.label = label
        self.key = key
        self.on_activate = on_activate
        self.tooltip = tooltip
        self.codex = codex
        self.flex = flex
        self.focusable = bool(on_activate or tooltip) if focusable is None else focusable
        self.enabled = True
        self.focused = False
        self.hovered = False
        self.rect = pygame.Rect(0, 0, 0, 0)
        self.stage: Stage | None = None

    # -- measuring, in pixels
    def min_width(self, scale: Scale) -> int:
        """The narrowest the widget can be without losing anything."""
        return max((child.min_width(scale) for child in self.children), default=0)

    def natural_width(self, scale: Scale) -> int:
        """The width it would like."""
        return max((child.natural_width(scale) for child in self.children), default=self.min_width(scale))

    def height_for(self, scale: Scale, width: int) -> int:
        """The height it needs at a width."""
        return max((child.height_for(scale, width) for child in self.children), default=0)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        """Take a rectangle and lay the children out in it."""
        self.rect = pygame.Rect(rect)
        for child in self.children:
            child.place(scale, rect)

    # -- painting
    def paint(self, canvas: Canvas) -> None:
        """Draw the widget, then its children and their focus."""
        if not self.rect.colliderect(canvas.surface.get_clip()):
            return
        canvas.owner = self
        self.draw(canvas)
        self.paint_children(canvas)

    def paint_children(self, canvas: Canvas) -> None:
        """Draw the children, then the focus frame among them: no neighbour may cover it."""
        for child in self.children:
            child.paint(canvas)
        for child in self.children:
            if child.focused:
                canvas.owner = child
                child.draw_focus(canvas)

    def draw(self, canvas: Canvas) -> None:
        """Draw the widget itself, without its children."""

    def draw_focus(self, canvas: Canvas) -> None:
        """The blue frame of 3 units, outside the shape."""
        draw.frame(canvas.surface, theme.BLUE, self.rect, canvas.px(theme.FOCUS), canvas.px(theme.FOCUS_GAP))

    # -- behaviour
    def activate(self) -> bool:
        """Do what the widget does; False when it does nothing or is locked."""
        if self.enabled and self.on_activate:
            self.on_activate()
            return True
        return False

    def event(self, event: pygame.event.Event) -> bool:
        """Take an event before the stage does; True when it was used."""
        return False

    def tick(self, now: int) -> bool:
        """Move an animation to a time in milliseconds; True while it needs more frames."""
        return False

    def walk(self) -> Iterator[Widget]:
        """The widget and everything under it, in reading order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def hit(self, position: tuple[int, int]) -> Widget | None:
        """The topmost widget under a point that can be focused or explains itself."""
        if not self.rect.collidepoint(position):
            return None
        for child in reversed(self.children):
            found = child.hit(position)
            if found:
                return found
        return self if self.focusable or self.tooltip or self.on_activate else None

    def attach(self, stage: Stage | None) -> None:
        """Tell the widget and its children which stage they stand on."""
        for widget in self.walk():
            widget.stage = stage

    def ask_redraw(self) -> None:
        """Ask for one more frame."""
        if self.stage:
            self.stage.dirty = True

    def find(self, name: str) -> Widget | None:
        """The first widget of this name below this one."""
        return next((widget for widget in self.walk() if widget.name == name), None)


class Space(Widget):
    """Empty room of a height in units; with `flex` it takes what is left."""

    def __init__(self, units: float = theme.UNIT, flex: int = 0) -> None:
        super().__init__(flex=flex)
        self.units = units

    def min_width(self, scale: Scale) -> int:
        return scale.px(self.units)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(self.units)


class Rule(Widget):
    """A hairline (sand) or a rule (ink)."""

    def __init__(self, units: float = 1, colour: Colour = theme.SAND, space: float = 8) -> None:
        super().__init__()
        self.units, self.colour, self.space = units, colour, space

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(self.units) + 2 * scale.px(self.space)

    def draw(self, canvas: Canvas) -> None:
        top = self.rect.centery - canvas.px(self.units) // 2
        canvas.line(self.colour, pygame.Rect(self.rect.left, top, self.rect.width, 1), self.units)


class Column(Widget):
    """Children one under another; those with `flex` share the height that is left."""

    def __init__(self, children: Sequence[Widget], gap: float = theme.UNIT, **options: object) -> None:
        super().__init__(children, **options)  # type: ignore[arg-type]
        self.gap = gap

    def height_for(self, scale: Scale, width: int) -> int:
        gaps = scale.px(self.gap) * max(0, len(self.children) - 1)
        return sum(child.height_for(scale, width) for child in self.children) + gaps

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        heights = [child.height_for(scale, rect.width) for child in self.children]
        gap = scale.px(self.gap)
        spare = rect.height - sum(heights) - gap * max(0, len(heights) - 1)
        flexes = sum(child.flex for child in self.children)
        top = rect.top
        for child, high in zip(self.children, heights, strict=True):
            if flexes and child.flex:
                high = max(0, high + spare * child.flex // flexes)
            child.place(scale, pygame.Rect(rect.left, top, rect.width, high))
            top += high + gap


class Row(Widget):
    """Children side by side; they go on to a new line when their minimum widths do not fit.

    Children with `flex` share the room that is left. `align` is top, middle or fill.
    """

    def __init__(
        self,
        children: Sequence[Widget],
        gap: float = theme.GUTTER_SMALL,
        align: str = "top",
        wrap: bool = True,
        **options: object,
    ) -> None:
        super().__init__(children, **options)  # type: ignore[arg-type]
        self.gap, self.align, self.wrap = gap, align, wrap

    def min_width(self, scale: Scale) -> int:
        widths = [child.min_width(scale) for child in self.children]
        if self.wrap:
            return max(widths, default=0)
        return sum(widths) + scale.px(self.gap) * max(0, len(widths) - 1)

    def natural_width(self, scale: Scale) -> int:
        gaps = scale.px(self.gap) * max(0, len(self.children) - 1)
        return sum(child.natural_width(scale) for child in self.children) + gaps

    def _lines(self, scale: Scale, width: int) -> list[list[tuple[Widget, int]]]:
        gap = scale.px(self.gap)
        lines: list[list[Widget]] = [[]]
        used = 0
        for child in self.children:
            needs = child.min_width(scale) if child.flex else min(child.natural_width(scale), width)
            if self.wrap and lines[-1] and used + gap + needs > width:
                lines.append([])
                used = 0
            used += needs + (gap if lines[-1] else 0)
            lines[-1].append(child)
        return [self._share(scale, line, width) for line in lines]

    def _share(self, scale: Scale, line: list[Widget], width: int) -> list[tuple[Widget, int]]:
        gaps = scale.px(self.gap) * max(0, len(line) - 1)
        widths = {
            id(child): child.min_width(scale) if child.flex else child.natural_width(scale) for child in line
        }
        over = sum(widths.values()) + gaps - width
        for child in reversed(line):
            if over > 0:
                give = min(over, widths[id(child)] - min(child.min_width(scale), widths[id(child)]))
                widths[id(child)] -= give
                over -= give
        flexes = sum(child.flex for child in line)
        if flexes and over < 0:
            room = width - gaps - sum(widths[id(child)] for child in line if not child.flex)
            taken = 0
            growing = [child for child in line if child.flex]
            # Shares by weight, but never under a child's minimum.
            for child in sorted(growing, key=lambda each: -each.min_width(scale) * 1000 // each.flex):
                share = max(child.min_width(scale), (room - taken) * child.flex // max(1, flexes))
                widths[id(child)] = share
                taken += share
                flexes -= child.flex
        return [(child, widths[id(child)]) for child in line]

    def height_for(self, scale: Scale, width: int) -> int:
        lines = self._lines(scale, width)
        heights = [max((child.height_for(scale, wide) for child, wide in line), default=0) for line in lines]
        return sum(heights) + scale.px(min(self.gap, theme.UNIT)) * (len(lines) - 1)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        gap = scale.px(self.gap)
        lines = self._lines(scale, rect.width)
        top = rect.top
        for line in lines:
            high = max((child.height_for(scale, wide) for child, wide in line), default=0)
            if len(lines) == 1 and self.align == "fill":
                high = rect.height
            left = rect.left
            for child, wide in line:
                own = high if self.align == "fill" else child.height_for(scale, wide)
                drop = (high - own) // 2 if self.align == "middle" else 0
                child.place(scale, pygame.Rect(left, top + drop, wide, own))
                left += wide + gap
            top += high + scale.px(min(self.gap, theme.UNIT))


class Grid(Widget):
    """Cells of equal width, as many a line as their minimum (or `cell` units) allows."""

    def __init__(
        self,
        children: Sequence[Widget],
        cell: float = 0,
        gap: float = theme.GUTTER_SMALL,
        most: int = 99,
        **options: object,
    ) -> None:
        super().__init__(children, **options)  # type: ignore[arg-type]
        self.cell, self.gap, self.most = cell, gap, most

    def min_width(self, scale: Scale) -> int:
        return max((child.min_width(scale) for child in self.children), default=0)

    def _columns(self, scale: Scale, width: int) -> tuple[int, int]:
        gap = scale.px(self.gap)
        cell = max(self.min_width(scale), scale.px(self.cell), 1)
        count = max(1, min((width + gap) // (cell + gap), self.most, max(1, len(self.children))))
        return count, (width - gap * (count - 1)) // count

    def _rows(self, scale: Scale, width: int) -> list[int]:
        count, wide = self._columns(scale, width)
        heights = [child.height_for(scale, wide) for child in self.children]
        return [max(heights[start : start + count]) for start in range(0, len(heights), count)]

    def height_for(self, scale: Scale, width: int) -> int:
        rows = self._rows(scale, width)
        return sum(rows) + scale.px(self.gap) * max(0, len(rows) - 1)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        count, wide = self._columns(scale, rect.width)
        gap = scale.px(self.gap)
        rows = self._rows(scale, rect.width)
        for index, child in enumerate(self.children):
            row, column = divmod(index, count)
            top = rect.top + sum(rows[:row]) + gap * row
            child.place(scale, pygame.Rect(rect.left + column * (wide + gap), top, wide, rows[row]))


class Box(Widget):
    """A child on a flat ground with padding (left, top, right, bottom in units), perhaps a colour edge.

    `edge` colours a bar of `edge_width` units at the left; `lifted` adds an ink frame and hard shadow.
    """

    def __init__(
        self,
        child: Widget,
        ground: Colour | None = None,
        pad: tuple[float, float, float, float] | float = 0,
        edge: Colour | None = None,
        edge_width: float = 6,
        lifted: bool = False,
        **options: object,
    ) -> None:
        super().__init__([child], **options)  # type: ignore[arg-type]
        self.ground, self.edge, self.edge_width, self.lifted = ground, edge, edge_width, lifted
        self.pad = (pad, pad, pad, pad) if isinstance(pad, int | float) else pad

    def _sides(self, scale: Scale) -> tuple[int, int, int, int]:
        left, top, right, bottom = (scale.px(side) for side in self.pad)
        return left + (scale.px(self.edge_width) if self.edge else 0), top, right, bottom

    def min_width(self, scale: Scale) -> int:
        left, _, right, _ = self._sides(scale)
        return self.children[0].min_width(scale) + left + right

    def natural_width(self, scale: Scale) -> int:
        left, _, right, _ = self._sides(scale)
        return self.children[0].natural_width(scale) + left + right

    def height_for(self, scale: Scale, width: int) -> int:
        left, top, right, bottom = self._sides(scale)
        return self.children[0].height_for(scale, width - left - right) + top + bottom

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        left, top, right, bottom = self._sides(scale)
        self.children[0].place(
            scale,
            pygame.Rect(
                rect.left + left, rect.top + top, rect.width - left - right, rect.height - top - bottom
            ),
        )

    def draw(self, canvas: Canvas) -> None:
        if self.lifted:
            draw.hard_shadow(canvas.surface, self.rect, canvas.px(theme.SHADOW))
        if self.ground:
            canvas.fill(self.ground, self.rect)
        if self.edge:
            canvas.fill(
                self.edge,
                pygame.Rect(self.rect.left, self.rect.top, canvas.px(self.edge_width), self.rect.height),
            )
        if self.lifted:
            pygame.draw.rect(canvas.surface, theme.INK, self.rect, canvas.px(2))
