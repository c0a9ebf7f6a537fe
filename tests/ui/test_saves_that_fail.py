"""The window goes on when a game cannot be kept, offers another place, and offers what is left of a spoiled save."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from game.saves import Setup, read
from game.scenario import find, load
from game.ui import keeping, library
from tests.ui.player import Player


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """A game at its first desk; other places for saves lie in the test's own folder."""
    places = (tmp_path / "second", tmp_path / "third")
    monkeypatch.setattr(library, "other_folders", lambda: places)
    return Player(tmp_path / "first")


def begin(player: Player) -> None:
    player.conductor.begin(load(find("harbour-union")), Setup(seed=3, humans=("ravndal",)))
    player.settle()


def fill(monkeypatch: pytest.MonkeyPatch, *folders: Path) -> None:
    """Disks on which these folders lie are full."""
    real = keeping.write

    def write(game, path, note=""):
        if path.parent in folders:
            with monkeypatch.context() as full:
                full.setattr(os, "fsync", refuse)
                real(game, path, note)
        real(game, path, note)

    def refuse(handle):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(keeping, "write", write)


def press(player: Player, label: str) -> None:
    """Press the button of a dialog with these words."""
    button = next(one for one in player.app.stage.scope.walk() if getattr(one, "text", "") == label)
    button.on_activate()
    player.settle()


def test_a_full_disk_is_told_once_and_another_folder_is_offered(player, tmp_path, monkeypatch) -> None:
    fill(monkeypatch, tmp_path / "first", tmp_path / "second")
    begin(player)
    assert player.page == "dialog"
    assert "No space left on device" in player.words() and str(tmp_path / "second") in player.words()
    press(player, "Keep it there")
    assert str(tmp_path / "third") in player.words()
    press(player, "Keep it there")
    assert "is kept as" in player.words() and str(tmp_path / "third") in player.words()
    assert [read(path).turn for path in (tmp_path / "third").iterdir()] == [1]
    press(player, "Close")
    assert player.page != "dialog" and player.conductor.game.decision is not None


def test_who_leaves_it_plays_on_and_is_not_told_every_turn(player, tmp_path, monkeypatch) -> None:
    fill(monkeypatch, tmp_path / "first")
    begin(player)
    press(player, "Leave it")
    assert player.page != "dialog"
    player.conductor.autosave()
    player.conductor.show_next()
    assert player.page != "dialog"


def test_where_nothing_can_be_written_the_game_goes_on(player, tmp_path, monkeypatch) -> None:
    fill(monkeypatch, *(tmp_path / name for name in ("first", "second", "third")))
    begin(player)
    press(player, "Keep it there")
    press(player, "Keep it there")
    assert "The game goes on" in player.words()
    press(player, "Close")
    assert player.page != "dialog" and player.conductor.folder == tmp_path / "first"


def test_a_spoiled_save_is_listed_and_its_last_whole_turn_offered(player, tmp_path) -> None:
    begin(player)
    player.conductor.save()
    path = player.conductor.save_path("turn 01")
    path.write_bytes(path.read_bytes()[:-20])
    player.app.stage.pop_modal()
    player.conductor.open("saves")
    player.settle()
    assert "cut off or was altered" in player.words()
    player.conductor.load(path)
    player.settle()
    assert player.page == "dialog" and "goes on from turn 1" in player.words()
    press(player, "Go on")
    assert player.conductor.game.state.turn == 1 and player.conductor.game.decision is not None


def test_a_scenario_changed_since_is_told_and_both_ways_to_go_on_are_offered(player, tmp_path) -> None:
    from dataclasses import replace

    for choice, names in (("As it was kept", ("main", "turn 1")), ("Played again", ("main",))):
        begin(player)
        player.conductor.save()
        path = player.conductor.save_path("turn 01")
        while player.page == "dialog":
            player.app.stage.pop_modal()
        shelf = player.conductor.shelf
        own = shelf.get("harbour-union")
        shelf.put(replace(own, digest="another", files=(("people.yaml", "x"), *own.files[1:])))
        player.conductor.load(path)
        player.settle()
        assert "The scenario has changed since the save" in player.words()
        press(player, "Go on")
        assert "turn 1 as it was kept" in player.words()
        press(player, choice)
        assert player.conductor.game.names == names and player.conductor.game.decision is not None
        shelf.put(own)
