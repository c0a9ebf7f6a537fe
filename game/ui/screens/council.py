"""The table of the leading bureau: seats about a black table, bands along its edges, and the two indexes."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Scale
from game.ui.widgets import Column, Widget
from game.views.shapes import BandView, FigureView, SeatView, TableView

GAP, STRIP, HEART, MOST, LEAST = 16, 56, 84, 112, 60
NAME = 24


class Seat(Widget):
    """A face at the table with its name; opens what its vote is worth, Enter its codex entry."""

    def __init__(self, seat: SeatView, alone: bool, under: bool, on_codex: Callable[[str], object]) -> None:
        figure = seat.alone if alone else seat.as_bloc
        super().__init__(
            label=f"{seat.person.name}, {seat.person.role}: {figure.value_text}",
            on_activate=lambda: on_codex(seat.person.codex),
            tooltip=figure,
            codex=seat.person.codex,
            name=f"seat:{seat.person.id}",
        )
        self.seat, self.under = seat, under
        self.size = 0
        self.style = theme.NAME_CAPS

    def name_width(self, scale: Scale, style: theme.Style) -> int:
        """Width of the name in pixels."""
        return fonts.width(self.seat.person.surname, style, scale.percent)

    def _face(self) -> pygame.Rect:
        top = self.rect.top if self.under else self.rect.bottom - self.size
        return pygame.Rect(self.rect.left, top, self.size, self.size)

    def draw(self, canvas: Canvas) -> None:
        face = self._face()
        canvas.portrait(self.seat.person, face.left, face.top, face.width)
        edge = theme.WHITE if self.hovered else theme.colour(self.seat.person.bloc_colour)
        pygame.draw.rect(canvas.surface, edge if edge != theme.WHITE else theme.BLUE, face, canvas.px(3))
        top = face.bottom + canvas.px(2) if self.under else self.rect.top
        box = canvas.text(face.left, top, self.seat.person.surname, self.style)
        room = self.rect.right - box.right - canvas.px(8)
        role = "In the chair" if self.seat.is_chair else self.seat.person.role.split(",")[0]
        if role and canvas.width(role, theme.SECOND) <= room:
            level = top + fonts.baseline(self.style, canvas.scale.percent)
            canvas.text_on(box.right + canvas.px(7), level, role, theme.SECOND, theme.ASH)

    def draw_focus(self, canvas: Canvas) -> None:
        draw.frame(canvas.surface, theme.BLUE, self._face(), canvas.px(theme.FOCUS), canvas.px(theme.FOCUS_GAP))


class Strip(Widget):
    """A band: its size, its name, how often it voted alike; cut at the end like every block."""

    def __init__(self, band: BandView) -> None:
        super().__init__(
            label=f"{band.size}: {band.name}. {band.detail}",
            tooltip=(band.name, f"{band.size} of the votes; {band.detail}."),
        )
        self.band = band

    def draw(self, canvas: Canvas) -> None:
        ground = theme.colour(self.band.colour)
        if self.band.colour == "ink":
            ground = theme.WHITE
        draw.slanted_block(canvas.surface, ground, self.rect, left=False)
        ink = theme.text_on(ground)
        number = str(self.band.size)
        left = self.rect.left + canvas.px(12)
        size = canvas.poster(
            pygame.Rect(left, self.rect.top + canvas.px(10), canvas.px(40), self.rect.height - canvas.px(20)),
            number,
            ink,
        )
        left = size.right + canvas.px(12)
        room = self.rect.right - canvas.scale.slant(self.rect.height) - left
        if canvas.width(self.band.name, theme.BOLD) <= room:
            rows = canvas.wrap(self.band.detail, theme.SECOND, room) if self.band.size > 1 else []
            shown = rows if len(rows) == 1 else []
            high = canvas.line_height(theme.BOLD) + canvas.px(18) * len(shown)
            top = self.rect.centery - high // 2
            canvas.text(left, top, self.band.name, theme.BOLD, ink)
            for row in shown:
                canvas.text(left, top + canvas.line_height(theme.BOLD), row, theme.SECOND, theme.second_on(ground))

    def draw_focus(self, canvas: Canvas) -> None:
        draw.frame(canvas.surface, theme.BLUE, self.rect, canvas.px(theme.FOCUS), 0)


class Council(Widget):
    """The largest band above the table, the others below it; seats wrap where there is no room."""

    def __init__(self, view: TableView, alone: bool, on_codex: Callable[[str], object]) -> None:
        self.groups = [
            [Seat(seat, alone, band > 0, on_codex) for seat in view.seats if seat.band == band]
            for band in range(len(view.bands))
        ]
        self.strips = [Strip(band) for band in view.bands]
        self.view = view
        children: list[Widget] = []
        for strip, group in zip(self.strips, self.groups, strict=True):
            children += [strip, *group]
        super().__init__(children, label=view.sentence)
        self._heart = pygame.Rect(0, 0, 0, 0)

    def min_width(self, scale: Scale) -> int:
        return scale.px(300)

    def _cell(self, scale: Scale, width: int) -> tuple[int, int]:
        """Size of a face and width of a seat."""
        seats = [seat for group in self.groups for seat in group]
        if not seats:
            return scale.px(MOST), scale.px(MOST)
        rest = sum(len(group) for group in self.groups[1:])
        longest = max(len(self.groups[0]), rest, 1)
        room = (width - scale.px(2 * GAP)) // longest - scale.px(GAP)
        size = max(scale.px(LEAST), min(scale.px(MOST), room))
        names = max(seat.name_width(scale, theme.NAME_CAPS) for seat in seats)
        style = theme.NAME_CAPS if names <= max(room, size) else theme.SECOND_BOLD
        for seat in seats:
            seat.style = style
        names = max(seat.name_width(scale, style) for seat in seats)
        return size, max(size, names, min(room, size + scale.px(68)))

    def _plan(self, scale: Scale, width: int) -> tuple[int, int, list[list[int]]]:
        """Face size, cell width and the rows of groups below the table."""
        size, cell = self._cell(scale, width)
        gap = scale.px(GAP)
        rows: list[list[int]] = []
        used = 0
        for place, group in enumerate(self.groups[1:], 1):
            wide = len(group) * (cell + gap)
            if rows and used + wide <= width + gap:
                rows[-1].append(place)
                used += wide
            else:
                rows.append([place])
                used = wide
        return size, cell, rows

    def _per_row(self, scale: Scale, width: int, cell: int) -> int:
        return max(1, (width + scale.px(GAP)) // (cell + scale.px(GAP)))

    def _heights(self, scale: Scale, width: int) -> tuple[int, int, list[int]]:
        """Height above the strip of the first band, height of the heart, heights of the rows below."""
        size, cell, rows = self._plan(scale, width)
        seat = size + scale.px(NAME + 8)
        fit = self._per_row(scale, width, cell)
        first = -(-len(self.groups[0]) // fit) * seat if self.groups else 0
        below = [
            max(-(-len(self.groups[place]) // fit) for place in row) * seat + scale.px(STRIP + 6) for row in rows
        ]
        return first, scale.px(HEART), below

    def height_for(self, scale: Scale, width: int) -> int:
        first, heart, below = self._heights(scale, width)
        return first + scale.px(STRIP + 4) + heart + sum(below)

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        if not self.groups:
            return
        size, cell, rows = self._plan(scale, rect.width)
        first, heart, below = self._heights(scale, rect.width)
        gap = scale.px(GAP)
        fit = self._per_row(scale, rect.width, cell)
        side = scale.px(GAP) if rect.width > scale.px(700) else 0
        left = rect.left + 2 * side
        self._seats(scale, self.groups[0], left, rect.top, size, cell, fit)
        top = rect.top + first
        wide = max(min(len(self.groups[0]), fit) * (cell + gap), scale.px(260))
        self.strips[0].place(scale, pygame.Rect(left, top, min(wide, rect.right - left), scale.px(STRIP)))
        self._heart = pygame.Rect(rect.left, top + scale.px(STRIP), rect.width, heart)
        top = self._heart.bottom
        for row, high in zip(rows, below, strict=True):
            left = rect.left + 2 * side
            for place in row:
                group = self.groups[place]
                columns = min(len(group), fit)
                wide = columns * (cell + gap) - gap
                self.strips[place].place(
                    scale, pygame.Rect(left, top, min(wide, rect.right - left), scale.px(STRIP - 8))
                )
                self._seats(scale, group, left, top + scale.px(STRIP - 2), size, cell, fit)
                left += wide + gap
            top += high

    def _seats(self, scale: Scale, group: list[Seat], left: int, top: int, size: int, cell: int, fit: int) -> None:
        high, gap = size + scale.px(NAME + 8), scale.px(GAP)
        for place, seat in enumerate(group):
            row, column = divmod(place, fit)
            seat.size = size
            box = pygame.Rect(left + column * (cell + gap), top + row * high, cell, size + scale.px(NAME + 2))
            if not seat.under:
                box.bottom = top + (row + 1) * high
            seat.place(scale, box)

    def draw(self, canvas: Canvas) -> None:
        if not self.groups:
            return
        table = pygame.Rect(
            self.rect.left, self.strips[0].rect.top, self.rect.width, self._heart.bottom - self.strips[0].rect.top
        )
        if len(self.strips) > 1:
            table.height += self.strips[1].rect.height
        cut = table.height // (2 * theme.SLOPE)
        draw.polygon(
            canvas.surface,
            theme.INK,
            [
                (table.left, table.centery), (table.left + cut, table.top), (table.right - cut, table.top),
                (table.right, table.centery), (table.right - cut, table.bottom), (table.left + cut, table.bottom),
            ],
        )  # fmt: skip
        self._words(canvas)

    def _words(self, canvas: Canvas) -> None:
        room = self._heart.width - canvas.px(120)
        items = "; ".join(item.title for item in self.view.on_the_table[:3]) or "Nothing is on the agenda yet"
        rows = canvas.wrap(items, theme.TEXT, room)[:2]
        top = self._heart.centery - (canvas.px(20) + len(rows) * canvas.line_height(theme.TEXT)) // 2
        canvas.text(self._heart.centerx, top, "On the table", theme.PANEL_SMALL, theme.MIST, "centre")
        for index, row in enumerate(rows):
            canvas.text(
                self._heart.centerx, top + canvas.px(22) + index * canvas.line_height(theme.TEXT), row, theme.TEXT,
                theme.WHITE, "centre", room,
            )  # fmt: skip


# ---- the two indexes


class PowerHead(Widget):
    """Heads of the two columns of figures."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(label=f"{first}; {second}")
        self.first, self.second = first, second

    def _rows(self, scale: Scale, width: int) -> tuple[list[str], list[str]]:
        """Both heads, broken where their columns are narrow."""
        _, one, two = rooms(scale, width)
        first, second = (
            fonts.wrap(text, theme.LABEL, scale.percent, room - scale.px(10))
            for text, room in ((self.first, one), (self.second, two))
        )
        return first, second

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(4) + scale.px(16) * max(len(rows) for rows in self._rows(scale, width))

    def draw(self, canvas: Canvas) -> None:
        name, one, two = rooms(canvas.scale, self.rect.width)
        first, second = self._rows(canvas.scale, self.rect.width)
        left = self.rect.left + name + one
        for right, rows in ((left, first), (left + two, second)):
            top = self.rect.bottom - canvas.px(4) - canvas.px(16) * len(rows)
            for index, row in enumerate(rows):
                canvas.text(right, top + index * canvas.px(16), row, theme.LABEL, theme.ASH, "right")


def rooms(scale: Scale, width: int) -> tuple[int, int, int]:
    """Room of the name and of the two figures with their bars."""
    side = max(scale.px(74), min(max(scale.px(112), width * 31 // 100), (width - scale.px(104)) // 2))
    return width - 2 * side, side, side


class PowerRow(Widget):
    """A name and its two shares; opens into the share as they vote."""

    def __init__(self, seat: SeatView, reach: int) -> None:
        super().__init__(
            label=f"{seat.person.surname}: {seat.alone.value_text} alone, {seat.as_bloc.value_text} as they vote",
            tooltip=seat.as_bloc,
            codex=seat.person.codex,
            name=f"power:{seat.person.id}",
        )
        self.seat, self.reach = seat, max(reach, 1)

    def min_width(self, scale: Scale) -> int:
        return scale.px(300)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(25)

    def draw(self, canvas: Canvas) -> None:
        if self.hovered or self.focused:
            canvas.fill(theme.SHEET, self.rect.inflate(canvas.px(8), 0))
        name, one, two = rooms(canvas.scale, self.rect.width)
        strong = self.seat.as_bloc.total > self.seat.alone.total
        style = theme.BOLD if strong else theme.TEXT
        top = self.rect.top + canvas.px(2)
        canvas.text(self.rect.left, top, self.seat.person.surname, style, room=name - canvas.px(6))
        left = self.rect.left + name
        self._figure(canvas, left, one, self.seat.alone, theme.SAND, theme.ASH, theme.TEXT)
        self._figure(canvas, left + one, two, self.seat.as_bloc, theme.RED if strong else theme.INK, theme.INK, style)

    def _figure(
        self,
        canvas: Canvas,
        left: int,
        room: int,
        figure: FigureView,
        bar: theme.Colour,
        ink: theme.Colour,
        style: theme.Style,
    ) -> None:
        words = canvas.width("100.0 %", theme.BOLD)
        track = max(canvas.px(8), room - words - canvas.px(22))
        wide = max(canvas.px(2), track * figure.total // self.reach)
        canvas.fill(bar, pygame.Rect(left + canvas.px(14), self.rect.centery - canvas.px(6), wide, canvas.px(11)))
        canvas.text(left + room, self.rect.top + canvas.px(2), figure.value_text, style, ink, "right")

    def draw_focus(self, canvas: Canvas) -> None:
        canvas.fill(
            theme.BLUE, pygame.Rect(self.rect.left - canvas.px(8), self.rect.top, canvas.px(4), self.rect.height)
        )


class PowerRows(Column):
    """Everybody at the table with both shares."""

    def __init__(self, view: TableView, first: str, second: str) -> None:
        reach = max((max(seat.alone.total, seat.as_bloc.total) for seat in view.seats), default=1)
        super().__init__([PowerHead(first, second), *(PowerRow(seat, reach) for seat in view.seats)], gap=0)
