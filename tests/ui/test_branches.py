"""A fork begins a branch; the line it leaves rests, is shown beside it and can be taken up again."""

from __future__ import annotations

from pathlib import Path

from game.saves import Setup
from game.scenario import find, load
from tests.ui.player import KeyHand, Player

SMALL = "harbour-union"


def forked(tmp_path: Path) -> Player:
    """A game that was played into its third turn and then forked from the log at an earlier one."""
    player = Player(tmp_path)
    player.conductor.begin(load(find(SMALL)), Setup(seed=2, humans=("quist",)))
    player.settle()
    hand = KeyHand()
    while player.conductor.game.state.turn < 3:
        hand.act(player)
    player.conductor.open("log")
    player.settle()
    player.key("K")
    player.key("K")
    player.settle()
    return player


def test_a_fork_rests_the_line_it_leaves_and_both_are_shown_side_by_side(tmp_path: Path) -> None:
    player = forked(tmp_path)
    game = player.conductor.game
    assert len(game.names) == 2 and game.state.turn < 3
    left = next(name for name in game.names if name != game.origin.name)
    player.conductor.open("log")
    player.settle()
    player.key("B")
    assert player.page == "branches"
    assert left in player.words() and "in play" in player.words()


def test_a_branch_is_taken_up_where_it_was_left(tmp_path: Path) -> None:
    player = forked(tmp_path)
    before = player.conductor.game.origin.name
    player.conductor.open("branches")
    player.settle()
    player.key("T")
    player.settle()
    game = player.conductor.game
    assert game.origin.name != before and game.state.turn == 3
    assert player.page not in ("branches", "dialog")


def test_a_branch_is_dropped_only_after_a_question(tmp_path: Path) -> None:
    player = forked(tmp_path)
    player.conductor.open("branches")
    player.settle()
    player.key("D")
    assert "cannot be taken back" in player.words()
    player.click("button:Drop it")
    assert len(player.conductor.game.names) == 1
    assert "one line so far" in player.words()
