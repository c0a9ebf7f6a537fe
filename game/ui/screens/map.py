"""The block diagram: every organisation a block as large as its membership, where the scenario puts it."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui import draw, fonts, theme
from game.ui.canvas import Canvas
from game.ui.theme import Colour, Scale
from game.ui.widgets import Grid, Row, Steps, Widget
from game.ui.widgets.meters import paint_steps
from game.views.organisations import thousands
from game.views.shapes import LegendView, OrganisationsView, OrganisationView, OrganisationWords

#: The largest block in units, the least, and the room between blocks.
LARGEST, LEAST, ROOM = 190, 70, 5
#: What a page needs beside its map, from top to bottom, in units; and the least height of a map.
BESIDE, LOWEST = 352, 350
ROUND = 52


def filled(machine: int) -> int:
    """Bars of five for a machine in thousandths."""
    return min(5, (machine + 100) // 200)


def layer_colour(one: OrganisationView, layer: str) -> Colour:
    """The ground of a block: its patron, its machine or its mood."""
    if layer == "machine":
        if one.machine is None:
            return theme.PAPER
        return (theme.SHEET, theme.SHADE, theme.SAND, theme.MIST, theme.ASH, theme.INK)[filled(one.machine)]
    if layer == "mood":
        mood = one.mood or 0
        return theme.BLUE if mood >= 150 else theme.RED if mood <= -150 else theme.SHADE
    return theme.ground_pair(one.colour)[0]


class Block(Widget):
    """A block: name, members, seats, secretary, machine in bars, emblem and face as far as there is room."""

    def __init__(
        self,
        one: OrganisationView,
        layer: str,
        chosen: bool,
        on_choose: Callable[[str], object],
        words: OrganisationWords,
    ) -> None:
        patron = f"patron {one.patron}"
        machine = "machine unknown" if one.machine is None else f"machine {one.machine // 10} of 100"
        secretary = one.secretary.surname if one.secretary else f"no {words.first_secretary}"
        size = f"{thousands(one.members)} {words.members}, {one.seats} {words.seats}"
        super().__init__(
            label=f"{one.name}: {size}, {secretary}, {patron}, {machine}",
            on_activate=lambda: on_choose(one.id),
            tooltip=(one.name, f"{size}. {secretary}; {patron}; {machine}."),
            codex=f"region:{one.id}",
            name=f"block:{one.id}",
        )
        self.one, self.layer, self.chosen = one, layer, chosen

    def draw(self, canvas: Canvas) -> None:
        ground = layer_colour(self.one, self.layer)
        canvas.fill(ground, self.rect)
        if ground not in (theme.INK, theme.RED, theme.BLUE):
            pygame.draw.rect(canvas.surface, theme.INK, self.rect, canvas.px(2))
        if self.chosen:
            draw.frame(canvas.surface, theme.BLUE, self.rect, canvas.px(3), canvas.px(1))
            pygame.draw.rect(canvas.surface, theme.WHITE, self.rect, canvas.px(2))
        self._words(canvas, theme.text_on(ground))

    def _words(self, canvas: Canvas, ink: Colour) -> None:
        left, top = self.rect.left + canvas.px(8), self.rect.top + canvas.px(4)
        room, bottom = self.rect.width - canvas.px(14), self.rect.bottom - canvas.px(6)
        large = self.rect.width >= canvas.px(120)
        style = theme.SUBHEAD if large else theme.Style("Oswald-Medium", 15, 19)
        for smaller in (style, theme.SECOND_BOLD, theme.KEY):
            style = smaller
            if all(canvas.width(word, style) <= room for word in self.one.name.split()):
                break
        words = canvas.wrap(self.one.name, style, room)
        for word in words[:2]:
            canvas.text(left, top, word, style, ink, room=room)
            top += canvas.line_height(style)
        top = self._line(canvas, left, top, room, bottom - canvas.px(20), ink)
        secretary = self.one.secretary
        foot = self._foot(canvas, left, top, bottom, ink)
        if secretary and large and top + canvas.px(20) <= foot:
            canvas.text(left, top, secretary.surname, theme.TEXT, ink, room=room)

    def _line(self, canvas: Canvas, left: int, top: int, room: int, limit: int, ink: Colour) -> int:
        members, seats = thousands(self.one.members), f"{self.one.seats} seats"
        if top + canvas.px(18) > limit + canvas.px(20):
            return top
        box = canvas.text(left, top, members, theme.BOLD, ink)
        if box.width + canvas.px(8) + canvas.width(seats, theme.SECOND) <= room:
            canvas.text(box.right + canvas.px(8), top + canvas.px(2), seats, theme.SECOND, ink)
        return top + canvas.px(22)

    def _foot(self, canvas: Canvas, left: int, top: int, bottom: int, ink: Colour) -> int:
        """Machine bars, emblem and face along the lower edge; returns how high they reach."""
        if bottom - top < canvas.px(22):
            return bottom
        size = min(canvas.px(58), (bottom - top) - canvas.px(4), self.rect.width // 3)
        if self.layer == "mood" and self.one.mood is not None:
            canvas.text(left, bottom - canvas.px(20), fonts.true_minus(self.one.mood, 1, True), theme.BOLD, ink)
            right = left + canvas.px(52)
        elif self.one.machine is None:
            canvas.emblem("unknown", (left + canvas.px(9), bottom - canvas.px(10)), 18, ink)
            right = left + canvas.px(22)
        else:
            right = paint_steps(canvas, left, bottom, filled(self.one.machine), ink)
        if right + canvas.px(26) <= self.rect.right:
            canvas.emblem(self.one.emblem, (right + canvas.px(16), bottom - canvas.px(9)), 16, ink)
        free = self.rect.right - canvas.px(8) - (right + canvas.px(28))
        if self.one.secretary and size >= canvas.px(30) and free >= size:
            canvas.portrait(self.one.secretary, self.rect.right - size - canvas.px(7), bottom - size, size, "sand")
            return bottom - size
        return bottom - canvas.px(24)

    def draw_focus(self, canvas: Canvas) -> None:
        draw.frame(canvas.surface, theme.BLUE, self.rect, canvas.px(theme.FOCUS), canvas.px(theme.FOCUS_GAP))


class Disc(Widget):
    """An organisation without a territory: a disc with its emblem, its name and secretary beside it."""

    def __init__(
        self,
        one: OrganisationView,
        layer: str,
        chosen: bool,
        on_choose: Callable[[str], object],
        words: OrganisationWords,
    ) -> None:
        secretary = one.secretary.surname if one.secretary else f"no {words.secretary}"
        super().__init__(
            label=f"{one.name}: {thousands(one.members)} {words.members}, {one.seats} {words.seats}, {secretary}",
            on_activate=lambda: on_choose(one.id),
            codex=f"region:{one.id}",
            name=f"block:{one.id}",
        )
        self.one, self.layer, self.chosen = one, layer, chosen
        self.words = f"{secretary}, {thousands(one.members)}"

    def min_width(self, scale: Scale) -> int:
        words = max(
            fonts.width(self.one.name, theme.BOLD, scale.percent),
            fonts.width(self.words, theme.SECOND, scale.percent),
        )
        return scale.px(ROUND + 12) + words

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(ROUND)

    def draw(self, canvas: Canvas) -> None:
        size = canvas.px(ROUND)
        ground = layer_colour(self.one, self.layer)
        centre = (self.rect.left + size // 2, self.rect.top + size // 2)
        draw.disc(canvas.surface, theme.BLUE if self.chosen else theme.INK, centre, size // 2)
        draw.disc(canvas.surface, ground, centre, size // 2 - canvas.px(4 if self.chosen else 2))
        canvas.emblem(self.one.emblem, centre, 26, theme.text_on(ground))
        left, top = self.rect.left + size + canvas.px(10), self.rect.top + canvas.px(5)
        canvas.text(left, top, self.one.name, theme.BOLD)
        canvas.text(left, top + canvas.px(21), self.words, theme.SECOND, theme.ASH)


class OrganisationMap(Widget):
    """Blocks where the scenario puts them, as large as they can be without meeting; discs in a row below."""

    def __init__(
        self, view: OrganisationsView, layer: str, chosen: str, on_choose: Callable[[str], object], label: str
    ) -> None:
        words = view.words
        within = [one for one in view.organisations if one.territory]
        self.blocks = [Block(one, layer, one.id == chosen, on_choose, words) for one in within]
        without = [one for one in view.organisations if not one.territory]
        discs = [Disc(one, layer, one.id == chosen, on_choose, words) for one in without]
        self.discs = Grid(discs, gap=18) if discs else None
        self.words = label
        super().__init__([*self.blocks, *([self.discs] if self.discs else [])])
        self._boxes: dict[tuple[int, int], list[pygame.Rect]] = {}

    def min_width(self, scale: Scale) -> int:
        return scale.px(480)

    def height_for(self, scale: Scale, width: int) -> int:
        boxes = self.plan(scale, width)
        high = max((box.bottom for box in boxes), default=0)
        if self.discs:
            high += scale.px(38) + self.discs.height_for(scale, width)
        return high

    def plan(self, scale: Scale, width: int) -> list[pygame.Rect]:
        """Boxes of the blocks about the upper left corner."""
        key = (width, scale.percent)
        if key not in self._boxes:
            self._boxes[key] = arranged([block.one for block in self.blocks], scale, width)
        return self._boxes[key]

    def place(self, scale: Scale, rect: pygame.Rect) -> None:
        self.rect = pygame.Rect(rect)
        boxes = self.plan(scale, rect.width)
        for block, box in zip(self.blocks, boxes, strict=True):
            block.place(scale, box.move(rect.topleft))
        if self.discs:
            top = rect.top + max((box.bottom for box in boxes), default=0) + scale.px(38)
            high = self.discs.height_for(scale, rect.width)
            self.discs.place(scale, pygame.Rect(rect.left, top, rect.width, high))

    def draw(self, canvas: Canvas) -> None:
        if self.discs:
            canvas.text(self.rect.left, self.discs.rect.top - canvas.px(24), self.words, theme.LABEL, theme.ASH)


def arranged(blocks: list[OrganisationView], scale: Scale, width: int) -> list[pygame.Rect]:
    """The largest blocks that do not meet, from the positions on the scenario's page."""
    if not blocks:
        return []
    most = max(one.members for one in blocks) or 1
    high = max(LOWEST, scale.units_high - BESIDE)
    for step in range(30):
        largest = LARGEST * min(high / LOWEST, 1.5) * (30 - step) / 30
        sizes = [max(scale.px(LEAST), int(scale.px(largest) * (one.members / most) ** 0.5)) for one in blocks]
        boxes = _spread(blocks, sizes, width, scale.px(high))
        if not _meeting(boxes, scale.px(ROOM)):
            return boxes
    return _apart(boxes, scale.px(ROOM), width)


def _spread(blocks: list[OrganisationView], sizes: list[int], width: int, high: int) -> list[pygame.Rect]:
    """Positions stretched to the room: across as wide as the page, down as high as the map may be."""
    left, top = min(one.column for one in blocks), min(one.row for one in blocks)
    across = _stretch([one.column - left for one in blocks], sizes, width)
    down = _stretch([one.row - top for one in blocks], sizes, high)
    return [
        pygame.Rect(int((one.column - left) * across), int((one.row - top) * down), size, size)
        for one, size in zip(blocks, sizes, strict=True)
    ]


def _stretch(offsets: list[int], sizes: list[int], room: int) -> float:
    return min(((room - size) / offset for offset, size in zip(offsets, sizes, strict=True) if offset), default=1.0)


def _meeting(boxes: list[pygame.Rect], room: int) -> bool:
    return any(one.inflate(room, room).colliderect(other) for i, one in enumerate(boxes) for other in boxes[i + 1 :])


def _apart(boxes: list[pygame.Rect], room: int, width: int) -> list[pygame.Rect]:
    """Blocks that still meet move on to the right, then to a new line: nothing is ever covered."""
    placed: list[pygame.Rect] = []
    for box in boxes:
        while any(box.inflate(room, room).colliderect(other) for other in placed):
            box = box.move(room, 0)
            if box.right > width:
                box = pygame.Rect(0, box.top + room, box.width, box.height)
        placed.append(box)
    return placed


# ---- the legend


class LegendItem(Widget):
    """A colour with its emblem, and what it means."""

    def __init__(self, one: LegendView) -> None:
        super().__init__(label=one.label)
        self.one = one

    def min_width(self, scale: Scale) -> int:
        return scale.px(28) + fonts.width(self.one.label, theme.TEXT, scale.percent)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(24)

    def draw(self, canvas: Canvas) -> None:
        box = pygame.Rect(self.rect.left, self.rect.top + canvas.px(2), canvas.px(20), canvas.px(20))
        ground = theme.ground_pair(self.one.colour)[0]
        canvas.fill(ground, box)
        canvas.emblem(self.one.emblem, box.center, 14, theme.text_on(ground))
        canvas.text(box.right + canvas.px(8), self.rect.top + canvas.px(1), self.one.label, theme.TEXT)


class Legend(Row):
    """What colours and bars mean."""

    def __init__(self, view: OrganisationsView, layer: str) -> None:
        items: list[Widget] = [LegendItem(one) for one in view.legend] if layer == "patron" else []
        meaning = f"machine: how far the {view.words.secretary}'s line fills the delegation"
        items.append(Row([Steps(3), _Words(meaning)], gap=8, wrap=False))
        super().__init__(items, gap=18)


class _Words(Widget):
    """A line of second text as high as the bars beside it."""

    def __init__(self, text: str) -> None:
        super().__init__(label=text)
        self.text = text

    def min_width(self, scale: Scale) -> int:
        return fonts.width(self.text, theme.SECOND, scale.percent)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        canvas.text(self.rect.left, self.rect.top + canvas.px(3), self.text, theme.SECOND, theme.ASH)
