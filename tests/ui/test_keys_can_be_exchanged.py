"""Keys are exchanged in pairs: nothing does two things, nothing is lost, and what is printed holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.saves import Setup
from game.scenario import find, load
from game.ui import keymap, settings
from game.ui.screens import SCREENS
from game.ui.settings import Settings
from tests.ui.player import KeyHand, Player

SMALL = "harbour-union"


@pytest.fixture(autouse=True)
def plain_keys() -> Iterator[None]:
    keymap.use({})
    yield
    keymap.use({})


@pytest.fixture
def player(tmp_path: Path) -> Player:
    """A game at its first desk, the page of keys open over it."""
    made = Player(tmp_path)
    made.conductor.begin(load(find(SMALL)), Setup(seed=2, humans=("quist",)))
    made.settle()
    while made.page != "desk":
        KeyHand().act(made)
    made.conductor.open("options")
    made.settle()
    made.key("K")
    assert made.page == "keys"
    return made


def texts(player: Player) -> list[str]:
    player.app.stage.paint(player.app.surface)
    return [mark.text for mark in player.app.stage.marks]


def test_an_act_moves_to_another_key_by_keyboard_alone(player: Player) -> None:
    player.walk_to("key:Space")
    player.key("Enter")
    player.key("F7")
    assert player.app.settings.keys == {"Space": "F7", "F7": "Space"}
    assert "F7" in texts(player)
    player.key("Space")
    assert player.page == "keys"
    player.key("F7")
    assert player.page == "options"


def test_a_key_in_use_is_named_and_changes_places_when_wanted(player: Player) -> None:
    player.walk_to("key:F1")
    player.key("Enter")
    player.key("F10")
    assert "The menu of the game" in player.words()
    player.key("Esc")
    assert player.app.settings.keys == {}
    player.key("Enter")
    player.key("F10")
    player.walk_to("button:Exchange")
    player.key("Enter")
    assert player.app.settings.keys == {"F1": "F10", "F10": "F1"}


def test_an_order_answers_to_its_new_key_and_prints_it(player: Player) -> None:
    player.click("main")
    player.click("main")
    order = next(each for each in player.all("order:") if each.key)
    player.app.change(keys=keymap.exchanged_with({}, order.key, "'"))
    assert "'" in texts(player)
    player.key(order.key)
    assert player.page == "desk"
    player.key("'")
    assert player.page == "compose" or player.conductor.scene().seen.orders_left.tolist() != [3, 3, 3]


def test_what_stays_or_is_typed_is_refused_with_its_reason(player: Player) -> None:
    player.walk_to("key:F1")
    for pressed, words in (("Down", "locked out"), ("Q", "letters are typed")):
        player.key("Enter")
        player.key(pressed)
        assert words in player.words()
        player.key("Esc")
    assert player.app.settings.keys == {}


def test_letters_of_a_search_are_the_letters_pressed(player: Player) -> None:
    player.app.change(keys={"Q": "R", "R": "Q"})
    player.app.reset([SCREENS["codex"](player.conductor)])
    player.key("Q")
    assert any("Search: q" in text for text in texts(player))


def test_all_keys_go_back_as_they_were_made(player: Player) -> None:
    player.app.change(keys={"F1": "F10", "F10": "F1"})
    player.click("reset")
    assert player.app.settings.keys == {}


def test_exchanged_keys_are_kept_with_the_other_settings_and_bad_ones_are_not(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    settings.save(Settings(keys={"F1": "F10", "F10": "F1"}), path)
    assert settings.load(path).keys == {"F1": "F10", "F10": "F1"}
    for bad in ({"F1": "F10"}, {"F1": 3}, {"Enter": "F1", "F1": "Enter"}, {"F1": "F2", "F3": "F2"}):
        assert settings.parse({"keys": bad}).keys == {}


def test_many_exchanges_lose_no_key() -> None:
    now: dict[str, str] = {}
    for act, pressed in (("A", "B"), ("B", "C"), ("A", "Space"), ("C", "A"), ("Space", "F9")):
        now = keymap.exchanged_with(now, act, pressed)
        assert now.get(act) == pressed and keymap.sound(now)


def test_running_text_names_the_keys_as_they_stand() -> None:
    keymap.use({"Space": "F7", "F7": "Space", "Ctrl Z": "F8", "F8": "Ctrl Z"})
    assert keymap.told("Press Space, or take it back with Ctrl Z.") == "Press F7, or take it back with F8."
