"""Twin worlds are asked for from the window, which lives on meanwhile; they can be stopped, and say their number."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from game.saves import Setup
from game.scenario import find, load
from game.ui import worlds
from game.ui.screens import hinge
from tests.ui.player import KeyHand, Player

SMALL = "harbour-union"


def at_question(tmp_path: Path) -> Player:
    """A game in which a person at the table has a question to answer."""
    scenario = load(find(SMALL))
    for contender in scenario.contenders:
        player = Player(tmp_path / contender.person)
        player.conductor.begin(scenario, Setup(seed=2, humans=(contender.person,)))
        player.settle()
        hand = KeyHand()
        while player.page not in ("hinge", "epilogue"):
            hand.act(player)
        if player.page == "hinge":
            return player
    raise AssertionError("no question comes")


def test_the_answers_of_a_question_are_played_on_once_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hinge, "WORLDS", 2)
    player = at_question(tmp_path)
    lines = len(player.conductor.game.lines)
    assert "other worlds:" not in player.words()
    player.key("O")
    assert "in 2 other worlds:" in player.words()
    assert not player.all("button:Other worlds")
    assert len(player.conductor.game.lines) == lines
    player.conductor.open("desk")
    player.settle()
    player.conductor.home()
    player.settle()
    assert "in 2 other worlds:" in player.words(), "what was reckoned is kept for the moment"


def test_twin_worlds_can_be_stopped_and_nothing_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(hinge, "WORLDS", 5000)
    player = at_question(tmp_path)
    screen = player.app.screen
    screen.look_ahead()  # type: ignore[attr-defined]
    end = time.monotonic() + 30
    while player.app.busy is not None and player.app.busy.progress == 0 and not player.app.busy.words:
        player.app.step()
        assert time.monotonic() < end
    player.key("Esc")
    player.settle()
    assert player.app.busy is None
    assert player.page == "hinge" and "other worlds:" not in player.words()


def test_an_own_act_of_the_log_is_compared_with_its_absence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worlds, "PAIRS", 2)
    player = Player(tmp_path)
    player.conductor.begin(load(find(SMALL)), Setup(seed=2, humans=("quist",)))
    player.settle()
    hand = KeyHand()
    while player.conductor.game.state.turn < 3:
        hand.act(player)
    own = next(r for r in player.conductor.game.records if r.who == "quist" and r.kind == "order")
    player.conductor.open("log", chosen=f"record:{own.number}")
    player.settle()
    player.key("W")
    assert "hidden parts too" in player.words()
    player.key("Space")
    player.settle()
    assert player.page == "why"
    assert "in 2 pairs of worlds" in player.words()
