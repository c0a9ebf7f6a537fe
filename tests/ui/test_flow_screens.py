"""Every page of a game in play: text stays inside its widget and apart from other text, at every size."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from game.saves import Setup
from game.scenario import find, load
from game.ui.screens import SCREENS
from tests.ui.player import Player, QuickHand
from tests.ui.test_gallery import outside, overlaps

#: 1280 x 720 at 100 % and 1920 x 1080 at 150 % are the same page.
WINDOWS = [(1280, 720, 100), (1280, 720, 200), (1920, 1080, 100), (1920, 1080, 200)]
GAMES = [("harbour-union", "ravndal", 6), ("succession-1923", "trotsky", 2)]
#: So many pages of a kind are looked at.
LOOKED_AT = 2


def faults(player: Player) -> list[str]:
    """What is clipped, cut or overlapped on the present page."""
    app = player.app
    marks = app.stage.paint(app.surface)
    cut = [f"cut: {mark.text!r}" for mark in marks if mark.cut]
    wide = app.surface.get_width()
    across = [f"across: {mark.text!r}" for mark in marks if mark.rect.left < 0 or mark.rect.right > wide]
    return [f"{player.page}: {one}" for one in (*outside(marks), *overlaps(marks), *cut, *across)]


@pytest.mark.parametrize(("width", "height", "text"), WINDOWS)
@pytest.mark.parametrize(("scenario", "seat", "turns"), GAMES)
def test_no_page_of_a_game_clips_or_overlaps_its_text(
    tmp_path: Path, scenario: str, seat: str, turns: int, width: int, height: int, text: int
) -> None:
    player = Player(tmp_path, width, height, text)
    player.conductor.begin(load(find(scenario)), Setup(seed=3, humans=(seat,)))
    player.settle()
    seen: Counter[str] = Counter()
    found: list[str] = []
    hand = QuickHand()
    while player.page != "epilogue" and player.conductor.game.state.turn <= turns:
        seen[player.page] += 1
        if seen[player.page] <= LOOKED_AT:
            found += faults(player)
        hand.act(player)
    if player.page == "epilogue":
        found += faults(player)
    assert found == []


@pytest.mark.parametrize(("width", "height", "text"), WINDOWS)
def test_no_page_before_a_game_clips_or_overlaps_its_text(tmp_path: Path, width: int, height: int, text: int) -> None:
    player = Player(tmp_path, width, height, text)
    found = faults(player)
    for name in ("library", "saves", "options"):
        player.conductor.open(name)
        player.settle()
        found += faults(player)
        player.conductor.back()
    for scenario in ("harbour-union", "succession-1923"):
        player.app.push(SCREENS["contender"](player.conductor, scenario=load(find(scenario))))
        player.settle()
        found += faults(player)
    assert found == []
