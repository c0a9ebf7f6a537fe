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


class Heard(sound.Silent):
    """Sounds that are only noted."""

    def __init__(self) -> None:
        self.played: list[str] = []
        self.faded: list[str] = []

    def play(self, name: str, loudness: int = 1000) -> bool:
        self.played.append(name)
        return True

    def fade(self, name: str, milliseconds: int = 600) -> None:
        self.faded.append(name)


def test_the_title_has_its_theme_once_an_arrival_and_never_when_it_is_turned_off(tmp_path: Path) -> None:
    player = Player(tmp_path)
    heard = Heard()
    player.app.sounds = heard
    player.conductor.title()
    player.settle()
    assert heard.played.count("theme") == 1
    player.conductor.open("options")
    player.settle()
    player.key("T")
    assert not player.app.settings.theme and heard.faded == ["theme"]
    player.conductor.back()
    player.settle()
    player.conductor.title()
    player.settle()
    assert heard.played.count("theme") == 1


def test_the_theme_dies_away_when_a_game_begins(tmp_path: Path) -> None:
    player = Player(tmp_path)
    heard = Heard()
    player.app.sounds = heard
    player.conductor.begin(load(find("harbour-union")), Setup(seed=2, humans=("quist",)))
    player.settle()
    assert heard.faded == ["theme"]


def test_turning_the_sound_off_silences_what_is_playing(monkeypatch) -> None:
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    made = sound.open_sounds(True)
    assert made.prepare("theme") and made.play("theme")
    assert sound.pygame.mixer.get_busy()
    assert type(sound.open_sounds(False)) is sound.Silent
    assert not sound.pygame.mixer.get_busy()
    sound.pygame.mixer.quit()
    assert not sound.Silent().prepare("theme") and not sound.Silent().play("theme")
