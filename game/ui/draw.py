"""Flat shapes: wedges, slanted blocks, hatch, dots, hard shadows, links of the web."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

import pygame

from game.ui import theme
from game.ui.keep import kept
from game.ui.theme import Colour

Point = tuple[float, float]


def polygon(surface: pygame.Surface, colour: Colour, points: Sequence[Point]) -> None:
    """A filled polygon with smooth edges: drawn four times as large and brought down."""
    left = math.floor(min(x for x, _ in points))
    top = math.floor(min(y for _, y in points))
    wide = math.ceil(max(x for x, _ in points)) - left + 1
    high = math.ceil(max(y for _, y in points)) - top + 1
    if wide <= 0 or high <= 0:
        return
    shape = tuple((round(x - left, 2), round(y - top, 2)) for x, y in points)
    if wide * high > 600_000:
        pygame.draw.polygon(surface, colour, points)
        pygame.draw.aalines(surface, colour, True, points)
        return
    surface.blit(_smooth(shape, wide, high, colour), (left, top))


@kept(16)
def _smooth(shape: tuple[Point, ...], wide: int, high: int, colour: Colour) -> pygame.Surface:
    factor = 4 if wide * high < 120_000 else 2
    large = pygame.Surface((wide * factor, high * factor), pygame.SRCALPHA)
    large.fill((*colour, 0))
    pygame.draw.polygon(large, (*colour, 255), [(x * factor, y * factor) for x, y in shape])
    return pygame.transform.smoothscale(large, (wide, high))


def slanted(rect: pygame.Rect, left: bool = True, right: bool = True) -> list[Point]:
    """A block whose chosen ends lean right, 2 up and 1 across."""
    cut = rect.height / theme.SLOPE
    return [
        (rect.left + (cut if left else 0), rect.top),
        (rect.right, rect.top),
        (rect.right - (cut if right else 0), rect.bottom),
        (rect.left, rect.bottom),
    ]


def slanted_block(
    surface: pygame.Surface, colour: Colour, rect: pygame.Rect, left: bool = True, right: bool = True
) -> None:
    """A filled slanted block."""
    polygon(surface, colour, slanted(rect, left, right))


def slanted_outline(surface: pygame.Surface, ink: Colour, fill: Colour, rect: pygame.Rect, line: int) -> None:
    """A slanted block in `fill` with an ink edge of `line` pixels."""
    polygon(surface, ink, slanted(rect))
    inner = rect.inflate(-2 * line, -2 * line)
    lean = line * (math.sqrt(5) - 1) / 2
    cut = inner.height / theme.SLOPE
    polygon(
        surface,
        fill,
        [
            (inner.left + cut + lean - line / 2, inner.top),
            (inner.right - lean + line / 2, inner.top),
            (inner.right - cut - lean + line / 2, inner.bottom),
            (inner.left + lean - line / 2, inner.bottom),
        ],
    )


def slanted_frame(surface: pygame.Surface, colour: Colour, rect: pygame.Rect, line: int, gap: int) -> None:
    """A focus frame of `line` pixels, `gap` pixels outside a slanted block."""
    outer = rect.inflate(2 * (gap + line), 2 * (gap + line))
    reach = (gap + line) * (math.sqrt(5) - 1) / 2
    outer = outer.inflate(round(2 * reach), 0)
    points = slanted(outer)
    inner = rect.inflate(2 * gap, 2 * gap).inflate(round(gap * (math.sqrt(5) - 1)), 0)
    ring = _ring(
        tuple((x - outer.left, y - outer.top) for x, y in points),
        tuple((x - outer.left, y - outer.top) for x, y in slanted(inner)),
        outer.width,
        outer.height,
        colour,
    )
    surface.blit(ring, outer.topleft)


@kept(4)
def _ring(
    outer: tuple[Point, ...], inner: tuple[Point, ...], wide: int, high: int, colour: Colour
) -> pygame.Surface:
    large = pygame.Surface((wide * 4, high * 4), pygame.SRCALPHA)
    large.fill((*colour, 0))
    pygame.draw.polygon(large, (*colour, 255), [(x * 4, y * 4) for x, y in outer])
    pygame.draw.polygon(large, (*colour, 0), [(x * 4, y * 4) for x, y in inner])
    return pygame.transform.smoothscale(large, (wide, high))


def frame(surface: pygame.Surface, colour: Colour, rect: pygame.Rect, line: int, gap: int = 0) -> None:
    """A square frame of `line` pixels, `gap` pixels outside a rectangle."""
    outside = rect.inflate(2 * (gap + line), 2 * (gap + line))
    pygame.draw.rect(surface, colour, outside, line)


def hard_shadow(surface: pygame.Surface, rect: pygame.Rect, offset: int) -> None:
    """The hard ink offset of a box above the page."""
    pygame.draw.rect(surface, theme.INK, rect.move(offset, offset))


def hatch(
    surface: pygame.Surface, rect: pygame.Rect, ink: Colour, ground: Colour, pitch: int, line: int
) -> None:
    """Diagonal hatching of `line` pixels every `pitch` pixels."""
    if rect.width > 0 and rect.height > 0:
        surface.blit(_hatch(rect.width, rect.height, ink, ground, max(3, pitch), max(1, line)), rect.topleft)


@kept(4)
def _hatch(wide: int, high: int, ink: Colour, ground: Colour, pitch: int, line: int) -> pygame.Surface:
    tile = pygame.Surface((wide * 2, high * 2))
    tile.fill(ground)
    for start in range(-high * 2, wide * 2 + high * 2, pitch * 2):
        pygame.draw.polygon(
            tile,
            ink,
            [
                (start, high * 2),
                (start + line * 3, high * 2),
                (start + high * 2 + line * 3, 0),
                (start + high * 2, 0),
            ],
        )
    return pygame.transform.smoothscale(tile, (wide, high))


def dots(
    surface: pygame.Surface, rect: pygame.Rect, ink: Colour, ground: Colour, pitch: int, size: int
) -> None:
    """A field of dots: unknown votes."""
    if rect.width <= 0 or rect.height <= 0:
        return
    pygame.draw.rect(surface, ground, rect)
    radius = max(1, size / 2)
    rows = max(1, (rect.height - 2) // pitch)
    top = rect.top + (rect.height - (rows - 1) * pitch) / 2
    columns = max(1, (rect.width - 2) // pitch)
    left = rect.left + (rect.width - (columns - 1) * pitch) / 2
    for row in range(rows):
        for column in range(columns):
            pygame.draw.aacircle(
                surface, ink, (int(left + column * pitch), int(top + row * pitch)), int(radius + 0.5)
            )


def chevron(surface: pygame.Surface, colour: Colour, rect: pygame.Rect, first: bool = False) -> None:
    """A block of the loop strip: notched at the left, pointed at the right."""
    point = rect.height / 4
    polygon(
        surface,
        colour,
        [
            (rect.left, rect.top),
            (rect.right - point, rect.top),
            (rect.right, rect.centery),
            (rect.right - point, rect.bottom),
            (rect.left, rect.bottom),
            (rect.left + (0 if first else point), rect.centery),
        ],
    )


def bar_link(surface: pygame.Surface, colour: Colour, start: Point, end: Point, thick: float) -> None:
    """A pact: a solid bar."""
    across = _across(start, end, thick / 2)
    polygon(
        surface,
        colour,
        [
            (start[0] + across[0], start[1] + across[1]),
            (end[0] + across[0], end[1] + across[1]),
            (end[0] - across[0], end[1] - across[1]),
            (start[0] - across[0], start[1] - across[1]),
        ],
    )


def secret_link(surface: pygame.Surface, colour: Colour, start: Point, end: Point, unit: float) -> None:
    """A secret pact: two broken lines."""
    length = math.dist(start, end)
    if length < 1:
        return
    step, dash = 12 * unit, 8 * unit
    for side in (-1, 1):
        shift = _across(start, end, side * 4 * unit)
        at = 0.0
        while at < length:
            first = _along(start, end, at / length)
            last = _along(start, end, min(1.0, (at + dash) / length))
            bar_link(
                surface,
                colour,
                (first[0] + shift[0], first[1] + shift[1]),
                (last[0] + shift[0], last[1] + shift[1]),
                2.4 * unit,
            )
            at += step


def patron_link(surface: pygame.Surface, colour: Colour, patron: Point, client: Point, thick: float) -> None:
    """Patron to client: a wedge whose point touches the client."""
    across = _across(patron, client, thick / 2)
    polygon(
        surface,
        colour,
        [
            (patron[0] + across[0], patron[1] + across[1]),
            client,
            (patron[0] - across[0], patron[1] - across[1]),
        ],
    )


def feud_link(surface: pygame.Surface, colour: Colour, start: Point, end: Point, unit: float) -> None:
    """A feud: a saw."""
    length = math.dist(start, end)
    teeth = max(2, round(length / (16 * unit)))
    points: list[Point] = []
    for index in range(teeth + 1):
        base = _along(start, end, index / teeth)
        side = 0.0 if index in (0, teeth) else (5 * unit if index % 2 else -5 * unit)
        shift = _across(start, end, side)
        points.append((base[0] + shift[0], base[1] + shift[1]))
    for first, last in pairwise(points):
        bar_link(surface, colour, first, last, 2.6 * unit)


def stairs(
    surface: pygame.Surface, colour: Colour, rect: pygame.Rect, shares: Sequence[int]
) -> list[pygame.Rect]:
    """The staircase: one block a tier, as high as its share of 1000; returns the blocks."""
    gap = max(2, rect.width // 34)
    wide = (rect.width - gap * (len(shares) - 1)) // max(1, len(shares))
    blocks = []
    for index, share in enumerate(shares):
        high = max(2, rect.height * max(0, min(1000, share)) // 1000)
        block = pygame.Rect(rect.left + index * (wide + gap), rect.bottom - high, wide, high)
        pygame.draw.rect(surface, colour, block)
        blocks.append(block)
    return blocks


def arrow(surface: pygame.Surface, colour: Colour, rect: pygame.Rect, direction: str = "right") -> None:
    """A solid triangle pointing right, left, up or down."""
    corners = {
        "right": [rect.topleft, (rect.right, rect.centery), rect.bottomleft],
        "left": [rect.topright, (rect.left, rect.centery), rect.bottomright],
        "down": [rect.topleft, rect.topright, (rect.centerx, rect.bottom)],
        "up": [rect.bottomleft, rect.bottomright, (rect.centerx, rect.top)],
    }
    polygon(surface, colour, corners[direction])


def ring(surface: pygame.Surface, colour: Colour, centre: Point, radius: float, line: float) -> None:
    """An open ring with smooth edges."""
    pygame.draw.aacircle(surface, colour, (int(centre[0]), int(centre[1])), int(radius), max(1, int(line)))


def disc(surface: pygame.Surface, colour: Colour, centre: Point, radius: float) -> None:
    """A filled circle with smooth edges."""
    pygame.draw.aacircle(surface, colour, (int(centre[0]), int(centre[1])), int(radius))


def _across(start: Point, end: Point, size: float) -> Point:
    length = math.dist(start, end) or 1.0
    return -(end[1] - start[1]) / length * size, (end[0] - start[0]) / length * size


def _along(start: Point, end: Point, share: float) -> Point:
    return start[0] + (end[0] - start[0]) * share, start[1] + (end[1] - start[1]) * share
