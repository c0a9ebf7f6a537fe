"""Drawn things at size, cached: portraits on their ground, silhouettes, tinted emblems."""

from __future__ import annotations

import io
import math
from functools import lru_cache

import numpy as np
import pygame

from game.scenario.places import assets_dir
from game.ui import draw, faces, theme
from game.ui.keep import kept
from game.ui.theme import Colour
from game.views.shapes import PersonView

EDGE = 3.5 / 200
"""Width of the paper cut-out edge, as a share of the square."""
CROP_UNDER = 72
CROP = pygame.Rect(32, 22, 136, 136)
"""The face in the 200-unit square: all that is shown under 72 pixels."""


@lru_cache(maxsize=512)
def portrait_svg(person_id: str, drawing: str, recipe: tuple[tuple[str, str], ...]) -> bytes:
    """A person's drawing: the drawn file, else the recipe, else one derived from the id."""
    path = assets_dir() / "portraits" / f"{drawing}.svg"
    if drawing and path.is_file():
        return path.read_bytes()
    return faces.compose(faces.chosen(person_id, dict(recipe))).encode()


@kept(8)
def _figure(person_id: str, drawing: str, recipe: tuple[tuple[str, str], ...], size: int) -> pygame.Surface:
    svg = portrait_svg(person_id, drawing, recipe)
    return pygame.image.load_sized_svg(io.BytesIO(svg), (size, size))


def _grown(figure: pygame.Surface, colour: Colour, radius: float) -> pygame.Surface:
    shape = pygame.mask.from_surface(figure, 100).to_surface(setcolor=(*colour, 255), unsetcolor=(0, 0, 0, 0))
    result = pygame.Surface(figure.get_size(), pygame.SRCALPHA)
    steps = max(12, int(radius * 5))
    for step in range(steps):
        angle = math.tau * step / steps
        result.blit(shape, (round(math.cos(angle) * radius), round(math.sin(angle) * radius)))
    result.blit(shape, (0, 0))
    # Below the square the body goes on: no edge is drawn along the bottom.
    return result


@kept(16)
def _cut(
    person_id: str,
    drawing: str,
    recipe: tuple[tuple[str, str], ...],
    size: int,
    empty: bool,
    outline: Colour | None,
) -> pygame.Surface:
    work = min(1200, max(size, 72) * 2)
    figure = _figure(person_id, drawing, recipe, work)
    result = pygame.Surface((work, work), pygame.SRCALPHA)
    if outline:
        result.blit(_grown(figure, outline, work * EDGE + work * max(0.008, 1.2 / size)), (0, 0))
    result.blit(_grown(figure, theme.SHEET if empty else (244, 234, 208), work * EDGE), (0, 0))
    if not empty:
        result.blit(figure, (0, 0))
    return pygame.transform.smoothscale(result, (size, size))


def figure(person: PersonView, size: int, outline: Colour | None = None) -> pygame.Surface:
    """The cut-out figure on nothing, for posters; only its empty shape when the person is cut out."""
    line = outline or (theme.ASH if person.cut_out else None)
    return _cut(person.id, person.portrait, person.recipe, size, person.cut_out, line)


def present(person: PersonView, size: int, outline: Colour | None = None) -> pygame.Surface:
    """The figure as it was, whatever has become of the person."""
    return _cut(person.id, person.portrait, person.recipe, size, False, outline)


@kept(12)
def standing(person: PersonView, size: int, gone: bool, outline: Colour) -> pygame.Surface:
    """The figure for a poster, with its outline whole above the head: the picture is a quarter larger."""
    work = size * 2
    figure = _figure(person.id, person.portrait, person.recipe, work)
    room = pygame.Surface((work * 5 // 4, work * 9 // 8), pygame.SRCALPHA)
    room.blit(figure, (work // 8, work // 8))
    result = pygame.Surface(room.get_size(), pygame.SRCALPHA)
    result.blit(_grown(room, outline, work * EDGE + 4), (0, 0))
    result.blit(_grown(room, theme.SHEET if gone else (244, 234, 208), work * EDGE), (0, 0))
    if not gone:
        result.blit(room, (0, 0))
    return pygame.transform.smoothscale(result, (size * 5 // 4, size * 9 // 8))


def silhouette(person: PersonView, size: int, outline: Colour | None = theme.ASH) -> pygame.Surface:
    """The person's outline filled with paper."""
    return _cut(person.id, person.portrait, person.recipe, size, True, outline)


def portrait(
    person: PersonView, size: int, ground: str | None = None, on_ink: bool = False, whole: bool = False
) -> pygame.Surface:
    """A square portrait of `size` pixels on the ground of its bloc (or `ground`).

    Under 72 pixels it is cropped to the face unless `whole` is asked for.
    """
    name = person.bloc_colour if ground is None else ground
    return _portrait(person.id, person.portrait, person.recipe, size, name, person.cut_out, on_ink, whole)


@kept(12)
def _portrait(
    person_id: str,
    drawing: str,
    recipe: tuple[tuple[str, str], ...],
    size: int,
    ground: str,
    cut_out: bool,
    on_ink: bool,
    whole: bool,
) -> pygame.Surface:
    result = pygame.Surface((size, size))
    light, dark = theme.ground_pair(ground)
    if cut_out:
        light = dark = theme.INK if on_ink else theme.SHADE
    result.fill(light)
    # The one diagonal: from the top right corner down, 2 up and 1 across.
    draw.polygon(result, dark, [(size, 0), (size, size), (size * 0.5, size)])
    crop = size < CROP_UNDER and not whole
    full = round(size * 200 / CROP.width) if crop else size
    figure_size = full
    outline = theme.ASH if cut_out and not on_ink else None
    cut = _cut(person_id, drawing, recipe, figure_size, cut_out, outline)
    offset = (-round(CROP.left * full / 200), -round(CROP.top * full / 200)) if crop else (0, 0)
    result.blit(cut, offset)
    return result


@kept(8)
def _round(person: PersonView, size: int, ring: Colour) -> pygame.Surface:
    square = portrait(person, size * 2, whole=size >= CROP_UNDER)
    mask = pygame.Surface((size * 2, size * 2), pygame.SRCALPHA)
    pygame.draw.circle(mask, (255, 255, 255, 255), (size, size), size - 1)
    result = pygame.Surface((size * 2, size * 2), pygame.SRCALPHA)
    result.blit(square, (0, 0))
    result.blit(mask, (0, 0), special_flags=pygame.BLEND_RGBA_MIN)
    pygame.draw.circle(result, (*ring, 255), (size, size), size - 1, max(4, size // 18))
    return pygame.transform.smoothscale(result, (size, size))


def portrait_round(person: PersonView, size: int, ring: Colour = theme.INK) -> pygame.Surface:
    """A round portrait with a ring, for the web and the dais."""
    return _round(person, size, ring)


def forget() -> None:
    """Forget portraits on grounds, after the palette changed."""
    for made in (_portrait, _round, _cut):
        made.cache_clear()


@kept(4)
def emblem(name: str, size: int, colour: Colour = theme.INK) -> pygame.Surface | None:
    """An emblem or icon in one ink on nothing; None when there is no such drawing."""
    path = assets_dir() / "emblems" / f"{name}.svg"
    if not name or not path.is_file():
        return None
    drawn = pygame.image.load_sized_svg(str(path), (size * 2, size * 2))
    light = pygame.surfarray.array3d(drawn)[:, :, 0].astype(np.int32)
    alpha = pygame.surfarray.array_alpha(drawn).astype(np.int32)
    result = pygame.Surface(drawn.get_size(), pygame.SRCALPHA)
    result.fill((*colour, 255))
    # The drawings are ink with paper holes: darkness becomes opacity.
    pygame.surfarray.pixels_alpha(result)[:, :] = alpha * np.clip((243 - light) * 255 // 221, 0, 255) // 255
    return pygame.transform.smoothscale(result, (size, size))
