"""Every page of a game in play: text stays inside its widget and apart from other text, at every size."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pygame
import pytest

from game.saves import Setup
from game.scenario import find, load
from game.ui.screens import SCREENS
from tests.ui.player import Player, QuickHand
from tests.ui.test_gallery import outside, overlaps

#: 1280 x 720 at 100 % and 1920 x 1080 at 150 % are the same page.
WINDOWS = [(1280, 720, 100), (1280, 720, 200), (1920, 1080, 100), (1920, 1080, 200)]
HOME = (1280, 720, 100)
GAMES = [("harbour-union", "ravndal", 6), ("succession-1923", "trotsky", 2)]
#: So many pages of a kind are looked at.
LOOKED_AT = {"harbour-union": 2, "succession-1923": 1}


def faults(player: Player) -> list[str]:
    """What is clipped, cut or overlapped on the present page."""
    app = player.app
    marks = app.stage.paint(app.surface)
    cut = [f"cut: {mark.text!r}" for mark in marks if mark.cut]
    wide = app.surface.get_width()
    across = [f"across: {mark.text!r}" for mark in marks if mark.rect.left < 0 or mark.rect.right > wide]
    return [f"{player.page}: {one}" for one in (*outside(marks), *overlaps(marks), *cut, *across)]


def resized(player: Player, width: int, height: int, text: int) -> None:
    """Give the window another size and another size of text."""
    pygame.display.set_mode((width, height))
    player.app.change(text_size=text)
    player.app.send(pygame.event.Event(pygame.WINDOWSIZECHANGED))
    player.app.step()
    assert (player.app.scale.width, player.app.scale.percent) == (width, text)


def shown(player: Player) -> list[str]:
    """The faults of the present page in every window; afterwards the window is as it was."""
    found = []
    for width, height, text in WINDOWS:
        resized(player, width, height, text)
        found += [f"{width}x{height} {text} %: {one}" for one in faults(player)]
    resized(player, *HOME)
    return found


@pytest.mark.parametrize(("scenario", "seat", "turns"), GAMES)
def test_no_page_of_a_game_clips_or_overlaps_its_text(tmp_path: Path, scenario: str, seat: str, turns: int) -> None:
    player = Player(tmp_path, *HOME)
    player.conductor.begin(load(find(scenario)), Setup(seed=3, humans=(seat,)))
    player.settle()
    seen: Counter[str] = Counter()
    found: list[str] = []
    hand = QuickHand()
    while player.page != "epilogue" and player.conductor.game.state.turn <= turns:
        seen[player.page] += 1
        if seen[player.page] <= LOOKED_AT[scenario]:
            found += shown(player)
        hand.act(player)
    if player.page == "epilogue":
        found += shown(player)
    assert found == []


def test_no_page_before_a_game_clips_or_overlaps_its_text(tmp_path: Path) -> None:
    player = Player(tmp_path, *HOME)
    found = shown(player)
    for name in ("library", "saves", "options"):
        player.conductor.open(name)
        player.settle()
        found += shown(player)
        player.conductor.back()
    for scenario in ("harbour-union", "succession-1923"):
        player.app.push(SCREENS["contender"](player.conductor, scenario=load(find(scenario))))
        player.settle()
        found += shown(player)
    assert found == []


def test_the_tutorial_shows_its_hints_at_every_size(tmp_path: Path) -> None:
    player = Player(tmp_path, *HOME)
    player.click("menu:Learn to play")
    assert player.page == "desk"
    assert "Hint 1 of" in player.words()
    assert shown(player) == []
