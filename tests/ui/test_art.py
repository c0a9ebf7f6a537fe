"""Faces are data, the same recipe is the same face, and the removed keep only their outline."""

from __future__ import annotations

import re
from dataclasses import replace

import pygame
import pytest
from fontTools.ttLib import TTFont

from game.scenario.places import assets_dir
from game.ui import art, faces, theme

from . import samples


def near(pixel: pygame.Color, colour: tuple[int, ...]) -> bool:
    """Whether a pixel is a colour but for the rounding of smooth scaling."""
    return all(abs(pixel[index] - colour[index]) <= 3 for index in range(3))


@pytest.fixture(autouse=True)
def display() -> None:
    pygame.display.init()
    pygame.display.set_mode((64, 64))


def test_a_recipe_is_derived_from_the_id_alone() -> None:
    assert faces.recipe_for("alder") == faces.recipe_for("alder")
    recipes = {tuple(faces.recipe_for(f"member{index}").items()) for index in range(100)}
    assert len(recipes) == 100
    assert faces.compose(faces.recipe_for("alder")) == faces.compose(faces.recipe_for("alder"))


def test_every_part_of_every_kind_draws() -> None:
    for part in faces._DERIVED:
        if part in ("tilt", "hair_colour"):
            continue
        for name in faces.parts()[faces._section(part)]:
            svg = faces.compose({"head": "oval", part: name})
            assert "{" not in svg
            person = replace(samples.ALDER, id=f"{part}-{name}", recipe=(("head", "oval"), (part, name)))
            assert art.portrait(person, 80).get_size() == (80, 80)


def test_a_faulty_recipe_names_the_fault_and_still_draws() -> None:
    found = faces.faults({"hair": "tonsure", "tilt": "much", "ears": "big", "hair_colour": "green"})
    assert len(found) == 4 and "curls" in found[0]
    assert faces.faults({"hair": "curls", "tilt": "-3", "hair_colour": "#445566", "cap": "none"}) == []
    assert faces.compose({"hair": "tonsure", "tilt": "much"}).startswith("<svg")


def test_the_cut_out_keep_their_outline_filled_with_paper() -> None:
    for person in samples.PEOPLE:
        size = 120
        whole = art.figure(replace(person, cut_out=False), size)
        empty = art.silhouette(person, size, None)
        assert pygame.mask.from_surface(whole).count() == pygame.mask.from_surface(empty).count()
        solid = [empty.get_at((x, y)) for x in range(size) for y in range(size) if empty.get_at((x, y))[3] > 250]
        assert len(solid) > size * size // 4
        assert all(abs(pixel[index] - theme.SHEET[index]) <= 2 for pixel in solid for index in range(3))


def test_a_cut_out_portrait_differs_and_has_no_face() -> None:
    shape = art.portrait(samples.ELDER, 96)
    face = art.portrait(replace(samples.ELDER, cut_out=False), 96)
    assert pygame.image.tobytes(shape, "RGB") != pygame.image.tobytes(face, "RGB")
    assert near(shape.get_at((48, 48)), theme.SHEET)


def test_the_ground_changes_with_the_bloc_and_the_face_does_not() -> None:
    red, ink = art.portrait(samples.ALDER, 96, "red"), art.portrait(samples.ALDER, 96, "ink")
    assert tuple(red.get_at((2, 2)))[:3] == theme.RED and tuple(ink.get_at((2, 2)))[:3] == theme.INK
    assert near(red.get_at((48, 50)), tuple(ink.get_at((48, 50)))[:3])


def test_small_portraits_are_cropped_to_the_face() -> None:
    small = art.portrait(samples.BIRCH, 71)
    whole = art.portrait(samples.BIRCH, 71, whole=True)
    assert pygame.image.tobytes(small, "RGB") != pygame.image.tobytes(whole, "RGB")


def test_every_emblem_can_be_tinted_and_a_missing_one_is_none() -> None:
    names = sorted(path.stem for path in (assets_dir() / "emblems").glob("*.svg"))
    assert {"lock", "check", "pin", "warn", "unknown", "neutral"} <= set(names)
    for name in names:
        picture = art.emblem(name, 14, theme.RED)
        assert picture is not None and pygame.mask.from_surface(picture).count() > 10, name
    assert art.emblem("nothing", 14) is None


def test_drawn_portraits_hold_no_text_and_no_clip_paths() -> None:
    for path in (assets_dir() / "portraits").glob("*.svg"):
        assert not re.search(r"<text|clip-path|dasharray", path.read_text(encoding="utf-8")), path.name


def test_fonts_have_cyrillic_and_the_signs_the_window_prints() -> None:
    needed = (
        "Ёжщ\N{MINUS SIGN}\N{EN DASH}\N{EM DASH}\N{RIGHT SINGLE QUOTATION MARK}\N{HORIZONTAL ELLIPSIS}"
        "\N{PLUS-MINUS SIGN}\N{MULTIPLICATION SIGN}\N{LEFT DOUBLE QUOTATION MARK}%"
    )
    files = sorted((assets_dir() / "fonts").glob("*.ttf"))
    assert len(files) == 8
    for path in files:
        glyphs = TTFont(path).getBestCmap()
        assert [sign for sign in needed if ord(sign) not in glyphs] == [], path.name
    assert len(list((assets_dir() / "fonts").glob("OFL-*.txt"))) == 3


def test_a_derived_woman_has_neither_beard_nor_moustache() -> None:
    for index in range(60):
        recipe = faces.chosen(f"member{index}", {"female": "yes"})
        assert recipe["beard"] == recipe["moustache"] == "none"
        assert faces.faults(recipe) == []
    assert faces.chosen("alder", {"hair": "bob", "female": "yes"}) == {"hair": "bob"}
