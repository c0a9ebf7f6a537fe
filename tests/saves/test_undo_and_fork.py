"""Orders can be taken back until something is revealed; a game forks from any turn it has seen."""

from __future__ import annotations

import pytest

from game.engine import legal_orders, to_act
from game.engine.digest import digest
from game.engine.order import DONE, Order
from game.saves import Game, Setup, replay

SEAT = "ravndal"
QUIET = Order.of(SEAT, "inquire", region="ropewalk")
LOUD = Order.of(SEAT, DONE)


@pytest.fixture
def waiting(harbour_play):
    """A game that waits for the seat's orders of the first turn."""
    while True:
        harbour_play.advance()
        if harbour_play.game.decision.kind == "window":
            return harbour_play
        harbour_play.rival(harbour_play.game.decision)


def test_undo_gives_back_the_very_state_and_redo_the_one_after(waiting):
    game = waiting.game
    before, records, lines = digest(game.state), list(game.records), list(game.lines)
    game.give(QUIET)
    after = digest(game.state)
    assert game.can_undo and after != before
    assert game.undo() == QUIET
    assert (digest(game.state), game.records, game.lines) == (before, records, lines)
    assert game.can_redo and game.redo() == QUIET
    assert digest(game.state) == after
    assert game.undo() == QUIET


def test_several_orders_are_taken_back_one_by_one(waiting):
    game = waiting.game
    marks = [digest(game.state)]
    for region in ("ropewalk", "old_basin"):
        game.give(Order.of(SEAT, "inquire", region=region))
        marks.append(digest(game.state))
    for mark in reversed(marks[:-1]):
        game.undo()
        assert digest(game.state) == mark
    assert not game.can_undo and game.undo() is None
    game.redo()
    game.redo()
    assert digest(game.state) == marks[-1] and game.redo() is None


def test_a_new_order_forgets_what_was_taken_back(waiting):
    game = waiting.game
    game.give(QUIET)
    game.undo()
    game.give(Order.of(SEAT, "inquire", region="old_basin"))
    assert not game.can_redo


def test_a_closed_window_cannot_be_undone_and_says_why(waiting):
    game = waiting.game
    game.give(QUIET)
    game.give(LOUD)
    assert not game.can_undo
    assert game.undo() is None
    assert game.barrier == "your window is closed"


def test_what_others_have_done_cannot_be_undone(waiting):
    game = waiting.game
    game.give(QUIET)
    game.give(LOUD)
    waiting.advance()
    assert not game.can_undo and game.barrier


def test_a_refused_order_changes_nothing(waiting):
    from game.engine import IllegalOrder

    game = waiting.game
    before, lines = digest(game.state), len(game.lines)
    with pytest.raises(IllegalOrder):
        game.give(Order.of(SEAT, "speak", region="ravndal"))
    assert (digest(game.state), len(game.lines), game.can_undo) == (before, lines, False)


def test_a_game_with_orders_taken_back_replays_like_any_other(harbour, waiting):
    game = waiting.game
    game.give(QUIET)
    game.undo()
    game.give(LOUD)
    waiting.advance()
    again = replay(harbour, game.setup, game.lines)
    assert digest(again.state) == digest(game.state)


def test_a_fork_stands_where_its_turn_opened(harbour_table):
    game = harbour_table.game
    for turn in range(1, harbour_table.game.scenario.turns + 1):
        twin = game.fork(turn)
        assert twin.state.turn == turn
        assert twin.turn_marks[turn] == game.turn_marks[turn]


def test_a_fork_plays_on_like_the_first_game_if_the_orders_are_the_same(harbour_table):
    game = harbour_table.game
    twin = game.fork(4)
    for line in game.lines[len(twin.lines) :]:
        twin.repeat(line)
    assert twin.turn_marks == game.turn_marks


def test_a_fork_leaves_the_first_game_alone(harbour_table):
    game = harbour_table.game
    before = digest(game.state)
    twin = game.fork(3)
    decision = to_act(twin.state)
    who = game.scenario.people[decision.who].id
    twin.give(legal_orders(twin.state, who)[0])
    assert digest(game.state) == before


def test_a_turn_the_game_never_saw_cannot_be_forked_from(harbour):
    game = Game.start(harbour, Setup())
    with pytest.raises(ValueError, match="not of turn 3"):
        game.fork(3)
