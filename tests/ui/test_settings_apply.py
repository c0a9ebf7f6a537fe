"""What is chosen in the settings applies at once: sound, volume, what the codex tells, and is kept."""

from __future__ import annotations

from pathlib import Path

from game.saves import Setup
from game.scenario import find, load
from game.ui import settings, sound
from game.ui.settings import Settings
from tests.ui.player import KeyHand, Player


def test_history_is_told_from_the_start_when_that_is_chosen(tmp_path: Path) -> None:
    scenario = load(find("harbour-union"))
    who = next(one for one in scenario.people if one.fate)
    player = Player(tmp_path)
    player.conductor.begin(scenario, Setup(seed=2, humans=("quist",)))
    player.settle()
    while player.page != "desk":
        KeyHand().act(player)
    player.conductor.codex(f"person:{who.id}")
    player.settle()
    assert who.fate not in player.words()
    player.conductor.back()
    player.conductor.open("options")
    player.settle()
    player.key("H")
    player.conductor.back()
    player.conductor.codex(f"person:{who.id}")
    player.settle()
    assert who.fate in player.words()


def test_sound_has_three_steps(tmp_path: Path) -> None:
    player = Player(tmp_path)
    player.conductor.open("options")
    player.settle()
    for key, wanted in (("Q", (True, 35)), ("S", (True, 100)), ("O", (False, 100))):
        player.key(key)
        assert (player.app.settings.sound, player.app.settings.volume) == wanted
    assert type(player.app.sounds) is sound.Silent


def test_a_volume_out_of_range_is_mended() -> None:
    assert settings.parse({"volume": 900}).volume == 100
    assert settings.parse({"volume": -4}).volume == 10
    assert settings.parse({"volume": "loud", "reveal_history": 3}) == Settings()
