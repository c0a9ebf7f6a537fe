"""Tables: caps heads, right-aligned figures, faces in rows, selection, scrolling.

When the width is short the least important columns leave the grid; their words join a second line.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pygame

from game.ui import fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale, Style
from game.ui.widgets.bars import MARK_EMBLEMS, mark_colour, paint_lean
from game.ui.widgets.core import Action, Column, Tooltip, Widget
from game.ui.widgets.scroll import Scroll
from game.views.shapes import LeanView, Mark, PersonView

FACE = 38


@dataclass(frozen=True)
class TableColumn:
    """A column: head, least width in units, share of the spare room, alignment and style.

    `keep` ranks columns: the lowest leave first when the table is narrow.
    """

    head: str
    width: float = 80
    weight: int = 1
    align: str = "left"
    style: Style = theme.TEXT
    colour: Colour = theme.INK
    keep: int = 5
    head_right: str = ""


@dataclass(frozen=True)
class FaceCell:
    """A face with a name and a second line; without a person only the words."""

    title: str
    detail: str = ""
    person: PersonView | None = None


@dataclass(frozen=True)
class ColourCell:
    """Words in a colour of their own."""

    text: str
    colour: Colour


@dataclass(frozen=True)
class PictureCell:
    """A small picture of a height in units, drawn into the cell, and what it shows in words."""

    text: str
    height: float
    paint: Callable[[Canvas, pygame.Rect], None]


Cell = str | LeanView | FaceCell | ColourCell | PictureCell | Mark


def cell_text(cell: Cell) -> str:
    """A cell in words."""
    if isinstance(cell, FaceCell):
        return f"{cell.title}, {cell.detail}" if cell.detail else cell.title
    if isinstance(cell, ColourCell | PictureCell):
        return cell.text
    if isinstance(cell, LeanView):
        return f"lean {cell.lean // 10}"
    return cell.value if isinstance(cell, Mark) else cell


class TableRow(Widget):
    """A row of cells; focus selects it, Enter activates it."""

    def __init__(
        self,
        cells: Sequence[Cell],
        on_activate: Action | None = None,
        *,
        tooltip: Tooltip = None,
        codex: str = "",
        name: str = "",
        on_focus: Action | None = None,
        selected: bool = False,
        ground: Colour | None = None,
    ) -> None:
        super().__init__(
            label="; ".join(cell_text(cell) for cell in cells),
            on_activate=on_activate,
            tooltip=tooltip,
            codex=codex,
            name=name,
            focusable=True,
        )
        self.cells = tuple(cells)
        self.on_focus = on_focus
        self.selected = selected
        self.ground = ground
        self.table: Table | None = None

    def min_width(self, scale: Scale) -> int:
        return self.table.least(scale) if self.table else 0

    def _cell_room(self, scale: Scale, cell: Cell, width: int) -> int:
        face = scale.px(FACE + 10) if isinstance(cell, FaceCell) and cell.person else 0
        return max(scale.px(24), width - face)

    def _cell_height(self, scale: Scale, cell: Cell, style: Style, width: int) -> int:
        room = self._cell_room(scale, cell, width)
        if isinstance(cell, FaceCell):
            rows = len(fonts.wrap(cell.title, theme.BOLD, scale.percent, room)) * fonts.line_height(
                theme.BOLD, scale.percent
            )
            if cell.detail:
                rows += len(fonts.wrap(cell.detail, theme.SECOND, scale.percent, room)) * scale.px(18)
            return max(rows, scale.px(FACE) if cell.person else 0)
        if isinstance(cell, PictureCell):
            return scale.px(cell.height)
        if isinstance(cell, LeanView | Mark):
            return scale.px(22)
        return len(fonts.wrap(cell_text(cell), style, scale.percent, room)) * fonts.line_height(
            style, scale.percent
        )

    def _below(self) -> str:
        if not self.table:
            return ""
        gone = [(self.table.columns[index].head, self.cells[index]) for index in self.table.hidden]
        texts = [
            f"{head}: {cell_text(cell)}"
            for head, cell in gone
            if head and not isinstance(cell, LeanView) and cell_text(cell)
        ]
        return ". ".join(texts)

    def height_for(self, scale: Scale, width: int) -> int:
        if not self.table:
            return scale.px(30)
        grid = self.table.grid(scale, width)
        heights = [
            self._cell_height(scale, self.cells[index], self.table.columns[index].style, wide)
            for index, _, wide in grid
        ]
        below = (
            len(fonts.wrap(self._below(), theme.SECOND, scale.percent, width)) * scale.px(18)
            if self._below()
            else 0
        )
        return max([*heights, scale.px(22)]) + below + scale.px(8)

    def draw_focus(self, canvas: Canvas) -> None:
        canvas.fill(
            theme.BLUE,
            pygame.Rect(self.rect.left - canvas.px(8), self.rect.top, canvas.px(5), self.rect.height),
        )

    def draw(self, canvas: Canvas) -> None:
        if not self.table:
            return
        if self.ground:
            canvas.fill(self.ground, self.rect)
        if self.focused or self.hovered or self.selected:
            wide = canvas.px(8)
            canvas.fill(
                theme.SHEET,
                pygame.Rect(self.rect.left - wide, self.rect.top, self.rect.width + wide, self.rect.height),
            )
            if self.selected:
                self.draw_focus(canvas)
        below = self._below()
        rows = canvas.wrap(below, theme.SECOND, self.rect.width) if below else []
        high = self.rect.height - len(rows) * canvas.px(18)
        for index, left, wide in self.table.grid(canvas.scale, self.rect.width):
            box = pygame.Rect(self.rect.left + left, self.rect.top, wide, high)
            self._cell(canvas, self.cells[index], self.table.columns[index], box)
        for index, row in enumerate(rows):
            canvas.text(
                self.rect.left,
                self.rect.top + high + canvas.px(18) * index - canvas.px(4),
                row,
                theme.SECOND,
                theme.ASH,
            )
        canvas.line(
            theme.SAND, pygame.Rect(self.rect.left, self.rect.bottom - canvas.px(1), self.rect.width, 1)
        )

    def _cell(self, canvas: Canvas, cell: Cell, column: TableColumn, box: pygame.Rect) -> None:
        if isinstance(cell, LeanView):
            paint_lean(
                canvas, pygame.Rect(box.left, box.centery - canvas.px(10), box.width, canvas.px(20)), cell
            )
        elif isinstance(cell, Mark):
            canvas.emblem(MARK_EMBLEMS[cell], (box.left + canvas.px(10), box.centery), 18, mark_colour(cell))
        elif isinstance(cell, FaceCell):
            self._face(canvas, cell, box)
        elif isinstance(cell, PictureCell):
            high = canvas.px(cell.height)
            cell.paint(canvas, pygame.Rect(box.left, box.centery - high // 2, box.width, high))
        else:
            colour = cell.colour if isinstance(cell, ColourCell) else column.colour
            rows = canvas.wrap(cell_text(cell), column.style, max(canvas.px(24), box.width))
            high = canvas.line_height(column.style)
            top = box.centery - high * len(rows) // 2
            left = box.right if column.align == "right" else box.left
            for index, row in enumerate(rows):
                canvas.text(left, top + index * high, row, column.style, colour, column.align)

    def _face(self, canvas: Canvas, cell: FaceCell, box: pygame.Rect) -> None:
        left = box.left
        if cell.person:
            size = canvas.px(FACE)
            canvas.portrait(cell.person, left, box.centery - size // 2, size)
            left += canvas.px(FACE + 10)
        room = self._cell_room(canvas.scale, cell, box.width)
        head = canvas.wrap(cell.title, theme.BOLD, room)
        tail = canvas.wrap(cell.detail, theme.SECOND, room) if cell.detail else []
        top = box.centery - (len(head) * canvas.line_height(theme.BOLD) + len(tail) * canvas.px(18)) // 2
        top += canvas.lines(left, top, room, cell.title, theme.BOLD)
        if cell.detail:
            canvas.lines(left, top, room, cell.detail, theme.SECOND, theme.ASH)


class TableHead(Widget):
    """The caps heads over an ink rule."""

    def __init__(self, table: Table) -> None:
        super().__init__(label="; ".join(column.head for column in table.columns if column.head))
        self.table = table

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(26)

    def draw(self, canvas: Canvas) -> None:
        for index, left, wide in self.table.grid(canvas.scale, self.table.row_width):
            column = self.table.columns[index]
            edge = self.rect.left + left + (wide if column.align == "right" else 0)
            half = wide // 2 if column.head_right else None
            canvas.text(
                edge, self.rect.top + canvas.px(2), column.head, theme.LABEL, theme.ASH, column.align, half
            )
            if column.head_right:
                canvas.text(
                    self.rect.left + left + wide,
                    self.rect.top + canvas.px(2),
                    column.head_right,
                    theme.LABEL,
                    theme.ASH,
                    "right",
                    wide // 2,
                )
        canvas.line(theme.INK, self.rect.move(0, self.rect.height - canvas.px(2)), 2)


class Table(Column):
    """Heads over scrolling rows."""

    def __init__(
        self,
        columns: Sequence[TableColumn],
        rows: Sequence[TableRow],
        *,
        name: str = "table",
        flex: int = 1,
        scrolls: bool = True,
    ) -> None:
        self.columns = tuple(columns)
        self.rows = list(rows)
        self.hidden: list[int] = []
        self.row_width = 0
        for row in rows:
            row.table = self
        body = Column(rows, gap=0)
        self.body: Widget = Scroll(body, flex=1, name=f"{name}:scroll", least=140) if scrolls else body
        super().__init__([TableHead(self), self.body], gap=0, flex=flex, name=name)

    def _width_of(self, scale: Scale, column: TableColumn) -> int:
        heads = fonts.width(column.head, theme.LABEL, scale.percent)
        if column.head_right:
            heads += fonts.width(column.head_right, theme.LABEL, scale.percent) + scale.px(10)
        return max(scale.px(column.width), heads)

    def least(self, scale: Scale) -> int:
        """The width of the columns that never leave."""
        most = max(column.keep for column in self.columns)
        kept = [column for column in self.columns if column.keep == most]
        return sum(self._width_of(scale, column) for column in kept) + scale.px(12) * (len(kept) - 1)

    def min_width(self, scale: Scale) -> int:
        return self.least(scale)

    def grid(self, scale: Scale, width: int) -> list[tuple[int, int, int]]:
        """(column, left, width) of every column that fits."""
        gap = scale.px(12)
        shown = list(range(len(self.columns)))
        while len(shown) > 1:
            needed = sum(self._width_of(scale, self.columns[index]) for index in shown) + gap * (
                len(shown) - 1
            )
            if needed <= width:
                break
            lowest = min(self.columns[index].keep for index in shown)
            if lowest == max(self.columns[index].keep for index in shown):
                break
            shown.remove([index for index in shown if self.columns[index].keep == lowest][-1])
        self.hidden = [index for index in range(len(self.columns)) if index not in shown]
        spare = (
            width
            - sum(self._width_of(scale, self.columns[index]) for index in shown)
            - gap * (len(shown) - 1)
        )
        weights = sum(self.columns[index].weight for index in shown) or 1
        cells, left = [], 0
        for index in shown:
            column = self.columns[index]
            wide = self._width_of(scale, column) + max(0, spare) * column.weight // weights
            cells.append((index, left, wide))
            left += wide + gap
        return cells

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        super().place(scale, rect)
        self.row_width = self.rows[0].rect.width if self.rows else rect.width
