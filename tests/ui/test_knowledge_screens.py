"""The screens of knowledge in a window: nothing clipped or overlapping, keys and links work."""

from __future__ import annotations

import pygame
import pytest

from game.lab.table import Table
from game.ui import theme
from game.ui.app import App, press
from game.ui.flow import Conductor
from game.ui.main import Blank
from game.ui.settings import Settings
from tests.ui.test_gallery import outside, overlaps
from tests.views.games import played, scenario

SEAT = scenario().contenders[0].person
NAMES = ("table", "organisations", "relations", "doctrine", "codex", "log")
SHOWN = [((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200), ((1920, 1080), 100), ((1920, 1080), 200)]


@pytest.fixture(scope="module")
def table() -> Table:
    return played(SEAT, 3, seed=5)


def conductor(table: Table, size: tuple[int, int] = (1280, 720), text: int = 100) -> Conductor:
    app = App(Blank(), Settings(text, True, False, *size))
    made = Conductor(app)
    made.table, made.seat = table, SEAT
    app.tabs = made.tabs()
    return made


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("size", "text"), SHOWN)
def test_text_is_neither_clipped_nor_overlapped(table: Table, name: str, size: tuple[int, int], text: int) -> None:
    made = conductor(table, size, text)
    made.open(name)
    marks = made.app.stage.paint(made.app.surface)
    assert len(marks) > 5
    assert outside(marks) == []
    assert overlaps(marks) == []
    assert [mark.text for mark in marks if mark.cut] == []
    assert [mark.text for mark in marks if mark.rect.left < 0 or mark.rect.right > size[0]] == []


@pytest.mark.parametrize("kind", ["person", "body", "post", "region", "thesis", "pact", "term"])
def test_codex_entries_fit(table: Table, kind: str) -> None:
    from game.views.codex import index

    made = conductor(table)
    for entry in [one for one in index(made.scene()) if one.kind == kind][:6]:
        made.codex(entry.ref)
        marks = made.app.stage.paint(made.app.surface)
        assert outside(marks) == [] and overlaps(marks) == [], entry.ref


def keys(app: App, *codes: int) -> None:
    for code in codes:
        app.send(press(code))
        app.step()


def test_the_codex_is_searched_by_typing_and_left_with_escape(table: Table) -> None:
    made = conductor(table)
    made.open("codex")
    keys(made.app, *(getattr(pygame, f"K_{letter}") for letter in SEAT[:4]))
    said = " ".join(made.app.stage.spoken())
    assert f"Search: {SEAT[:4]}" in said and scenario().people[scenario().index["people"][SEAT]].name in said
    keys(made.app, pygame.K_ESCAPE)
    assert "Type a name" in " ".join(made.app.stage.spoken())


def test_history_is_told_after_f2_on_every_entry(table: Table) -> None:
    made = conductor(table)
    who = next(one for one in scenario().people if one.fate)
    made.codex(f"person:{who.id}")
    assert who.fate not in " ".join(made.app.stage.spoken())
    keys(made.app, pygame.K_F2)
    assert who.fate in " ".join(made.app.stage.spoken())
    other = next(one for one in scenario().people if one.fate and one is not who)
    made.codex(f"person:{other.id}")
    assert other.fate in " ".join(made.app.stage.spoken())


def test_layers_and_the_list_of_organisations_are_a_key_away(table: Table) -> None:
    made = conductor(table)
    made.open("organisations")
    keys(made.app, pygame.K_l)
    assert "stronger its machine" in " ".join(made.app.stage.spoken())
    keys(made.app, pygame.K_t)
    assert made.app.stage.root.find(f"organisation:{scenario().regions[0].id}") is not None


def test_a_block_of_the_map_opens_its_organisation(table: Table) -> None:
    made = conductor(table)
    made.open("organisations")
    last = scenario().regions[-1]
    block = made.app.stage.root.find(f"block:{last.id}")
    assert block is not None
    block.activate()
    assert made.app.screen.region == last.id  # type: ignore[attr-defined]


def test_a_face_of_the_web_becomes_the_target_of_the_offer(table: Table) -> None:
    made = conductor(table)
    made.open("relations")
    other = scenario().contenders[2].person
    face = made.app.stage.root.find(f"node:{other}")
    assert face is not None
    face.activate()
    name = scenario().people[scenario().index["people"][other]].surname
    assert f"An offer to {name}" in made.app.stage.spoken()


def test_the_log_is_walked_with_the_arrows(table: Table) -> None:
    made = conductor(table)
    made.open("log")
    keys(made.app, pygame.K_RIGHT)
    first = made.app.screen.chosen  # type: ignore[attr-defined]
    screen = made.app.screen
    assert screen.on_key(made.app, "Right")
    assert first != screen.chosen or len(screen.view().divergences) == 1  # type: ignore[attr-defined]


@pytest.mark.parametrize(("size", "text"), [((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200)])
def test_a_face_in_the_codex_fills_its_row(table: Table, size: tuple[int, int], text: int) -> None:
    made = conductor(table, size, text)
    made.codex(f"person:{SEAT}")
    surface = made.app.surface
    made.app.stage.paint(surface)
    hero = made.app.stage.root.find("hero")
    assert hero is not None
    row = hero.rect.top + 100 * text // 100
    paper = sum(tuple(surface.get_at((x, row)))[:3] == theme.PAPER for x in range(hero.rect.left, hero.rect.right))
    assert paper < hero.rect.width // 20
