"""Every screen at every size: nothing clipped, overlapped, too small or too faint; all of it reached by keys."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pygame
import pytest

from game.lab.apart import Apart, Why
from game.lab.table import Table, taken_up
from game.saves import Course, Origin, Setup, dump
from game.scenario import find, load
from game.ui import fonts, theme
from game.ui.app import App, press
from game.ui.canvas import TextMark
from game.ui.screens import SCREENS
from game.ui.settings import Settings
from game.ui.shots import KINDS, opened, screens, waits
from game.ui.widgets.core import Widget
from game.ui.widgets.frame import SectionTab
from game.ui.widgets.scroll import Scroll
from tests.ui.test_gallery import outside, overlaps, seen

SIZES = [(width, height, text) for width, height in ((1280, 720), (1920, 1080)) for text in (100, 150, 200)]
HOME = "window"
#: What waits for the seat, and the turn from which it is looked for.
MOMENTS = {"window": 7, "hinge": 2, "session": 2, "offer": 2, "voice": 2}
NAMES = (
    "desk", "table", "organisations", "relations", "doctrine", "codex", "log", "title", "library", "saves", "options",
    "keys", "export", "digest", "rollcall", "contender", "handover", "compose", "epilogue", "hinge", "session",
    "decision", "story", "motives", "branches",
)  # fmt: skip


@cache
def tables() -> dict[str, Table]:
    """One large game as it stands when it first waits for each kind of decision."""
    scenario = load(find("succession-1923"))
    table = Table.new(scenario, Setup(seed=7, humans=(scenario.contenders[0].person,)))
    game, stops = table.game, dict[str, int]()
    while (decision := game.decision) is not None and len(stops) < len(MOMENTS):
        for kind, turn in MOMENTS.items():
            if kind not in stops and game.state.turn >= turn and game.human_to_act and waits(kind)(game):
                stops[kind] = len(game.lines)
        table.rival(decision)
    courses = {kind: Course(Origin(), tuple(game.lines[:count]), {}) for kind, count in stops.items()}
    return {kind: taken_up(scenario, game.setup, course) for kind, course in courses.items()}


def shown(name: str, folder: Path, width: int, height: int, text: int) -> Iterator[App]:
    """The screen in a window, once for each moment and set of arguments it is shown with."""
    for kind, at in tables().items():
        seat = at.game.scenario.contenders[0].person
        every = screens(at, seat) if kind == HOME else iter([(KINDS[kind], {})])
        for found, args in every:
            if found == name:
                yield opened(at, seat, name, args, folder, Settings(text, True, False, width, height))


def panes(app: App) -> Iterator[list[TextMark]]:
    """What is drawn behind each tab of a folded page."""
    tabs = [each.name for each in app.stage.root.walk() if isinstance(each, SectionTab)]
    for name in tabs or [""]:
        tab = app.stage.root.find(name) if name else None
        if tab is not None:
            tab.activate()
        yield app.stage.paint(app.surface)


def faint(app: App, marks: list[TextMark]) -> list[str]:
    """Lines that part from the flat ground behind them by less than 4.5."""
    colours = set(theme.PALETTE.values())
    found = []
    for mark in marks:
        box = seen(mark)
        if box.width < 3 or box.left < 3 or box.top < 1:
            continue
        ground = tuple(app.surface.get_at((box.left - 2, box.top - 1)))[:3]
        beside = tuple(app.surface.get_at((box.left - 2, box.centery)))[:3]
        if ground == beside and ground in colours and theme.contrast(mark.colour, ground) < 4.5:
            found.append(f"faint: {mark.text!r} {mark.colour} on {ground}")
    return found


def faults(app: App, marks: list[TextMark]) -> list[str]:
    wide, text = app.surface.get_width(), app.settings.text_size
    cut = [f"cut: {mark.text!r}" for mark in marks if mark.cut]
    across = [f"across: {mark.text!r}" for mark in marks if mark.rect.left < 0 or mark.rect.right > wide]
    small = [f"small: {mark.text!r}" for mark in marks if fonts.pixel_size(mark.style, text) < theme.MINIMUM_TEXT]
    return [*outside(marks), *overlaps(marks), *cut, *across, *small]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_text_is_whole_apart_large_and_plain(name: str, tmp_path: Path, width: int, height: int, text: int) -> None:
    looked = 0
    for app in shown(name, tmp_path, width, height, text):
        for marks in panes(app):
            looked += 1
            assert marks
            assert faults(app, marks) == []
            if app.stage.overlay is None:
                assert faint(app, marks) == []
    assert looked


@pytest.mark.parametrize("text", [100, 150, 200])
def test_what_twin_worlds_say_fits(tmp_path: Path, text: int) -> None:
    at = tables()[HOME]
    app = opened(at, at.game.setup.humans[0], "desk", {}, tmp_path, Settings(text, True, False, 1280, 720))
    conductor = app.screen.conductor  # type: ignore[attr-defined]
    app.push(SCREENS["why"](conductor, figures=figures()))
    said = ""
    for marks in panes(app):
        assert faults(app, marks) == [] == faint(app, marks)
        said += " ".join(app.stage.spoken())
    assert "With: " in said and "what would have happened" in said


@cache
def figures() -> dict[str, Any]:
    """One pair of twin worlds of an order of the first turn."""
    game = tables()[HOME].game
    line = next(k for k, one in enumerate(game.lines) if one.order is not None and one.order.kind != "done")
    question = Why(game.scenario.folder, game.scenario.digest, dump(game), line, 1, 2)
    found: dict[str, Any] = Apart(question).answer(lambda done, of: None)
    return found


def holders(app: App, widget: Widget) -> list[Scroll]:
    return [each for each in app.stage.root.walk() if isinstance(each, Scroll) and widget in each.walk()]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", [100, 200])
def test_the_focus_walks_over_everything_a_mouse_reaches(name: str, tmp_path: Path, text: int) -> None:
    for app in shown(name, tmp_path, 1280, 720, text):
        order = app.stage.focus_order()
        reached = [each for each in app.stage.root.walk() if each.on_activate or each.tooltip]
        assert [each.label or type(each).__name__ for each in reached if not each.focusable] == []
        assert [f"{type(each).__name__} {each.name}" for each in order if not each.label.strip()] == []
        walked = walk(app, 2 * len(order))
        assert [spot(each) for each in app.stage.focus_order() if spot(each) not in walked] == []


def spot(widget: Widget) -> str:
    """What tells a widget from others, over a rebuild of the page."""
    return f"{type(widget).__name__} {widget.name or widget.label}"


def walk(app: App, most: int) -> set[str]:
    """Press Tab until the focus comes round; everything it stood on could be seen. Pages may change under it."""
    app.stage.set_focus(None)
    found: set[str] = set()
    for _ in range(most):
        app.step([press(pygame.K_TAB)])
        focus = app.stage.focus
        assert focus is not None
        for holder in holders(app, focus):
            assert holder.rect.colliderect(focus.rect), f"{spot(focus)} is out of view"
        if found >= {spot(each) for each in app.stage.focus_order()}:
            break
        found.add(spot(focus))
    return found


@pytest.mark.parametrize("name", NAMES)
def test_every_explanation_opens_and_closes_by_keys(name: str, tmp_path: Path) -> None:
    for app in shown(name, tmp_path, 1280, 720, 100):
        for widget in [each for each in app.stage.focus_order() if each.tooltip][:40]:
            again = app.stage.root.find(widget.name) if widget.name else widget
            app.stage.set_focus(again if again in app.stage.focus_order() else widget)
            if app.stage.focus is None or not app.stage.focus.tooltip:
                continue
            app.step([press(pygame.K_F1)])
            assert app.stage.tips, spot(widget)
            app.step([press(pygame.K_ESCAPE)])
            assert not app.stage.tips
