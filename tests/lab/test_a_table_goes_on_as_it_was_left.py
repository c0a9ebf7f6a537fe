"""A table: rivals decide for every empty seat, and a game left and taken up again goes the same way."""

from __future__ import annotations

from datetime import date

import pytest

from game.engine import legal_orders
from game.engine.order import DONE
from game.engine.random_play import RandomPlayer
from game.lab.table import Table, restore, taken_up
from game.saves import Course, Origin, Setup, dump, parse

SEAT = "brekke"


def finish(table, player):
    """Play on to the end, the seat by a random player."""
    while table.advance() is not None and (decision := table.game.decision) is not None:
        table.give(player(table.game.state, decision))
    return table


def test_rivals_stop_where_a_person_must_decide(harbour):
    table = Table.new(harbour, Setup(humans=(SEAT,)))
    table.advance()
    assert table.game.human_to_act and table.game.decider == SEAT
    before = len(table.game.lines)
    assert table.advance() == [] and len(table.game.lines) == before


def test_every_order_of_a_rival_keeps_its_reasons(harbour_table, rails_table):
    for line in harbour_table.game.lines:
        assert line.why and (line.order.kind == DONE or line.why["candidates"])
        for candidate in line.why.get("candidates", ()):
            assert isinstance(candidate["score"], int) and all(len(row) == 2 for row in candidate["lines"])
    assert any(line.why.get("history") for line in rails_table.game.lines)


def test_a_game_left_at_any_decision_goes_on_the_same_way(harbour):
    whole = finish(Table.new(harbour, Setup(humans=(SEAT,))), RandomPlayer(5))
    table, player, kinds = Table.new(harbour, Setup(humans=(SEAT,))), RandomPlayer(5), {}
    while table.advance() is not None and (decision := table.game.decision) is not None:
        if kinds.setdefault(decision.kind, 0) < 3:
            kinds[decision.kind] += 1
            again, twin = RandomPlayer(5), restore(harbour, parse(dump(table.game), "left"))
            again.asked = player.asked
            assert finish(twin, again).game.turn_marks == whole.game.turn_marks, decision
        table.give(player(table.game.state, decision))
    assert {"window", "session"} <= kinds.keys()
    assert table.game.turn_marks == whole.game.turn_marks


def test_an_order_taken_back_and_given_again_changes_nothing_that_follows(harbour):
    def play(hesitating):
        table, player = Table.new(harbour, Setup(humans=(SEAT,))), RandomPlayer(3)
        while table.advance() is not None and (decision := table.game.decision) is not None:
            table.give(player(table.game.state, decision))
            if hesitating and table.game.can_undo:
                table.undo()
                table.game.redo()
        return table.game.turn_marks

    assert play(True) == play(False)


def test_a_game_that_begins_later_has_its_past_by_the_record(harbour):
    table = Table.new(harbour, Setup(start=date(1911, 9, 1)))
    game = table.game
    assert game.state.turn == 3
    assert table.log.entries == [] and table.log.score == {}
    assert game.lines[-1].opening == date(1911, 9, 1)
    table.advance()
    assert sorted(table.log.score) == [3, 4, 5, 6]
    assert restore(harbour, parse(dump(game), "late")).game.turn_marks == game.turn_marks


def test_every_date_of_the_scenario_can_be_begun_on(harbour):
    for turn in range(1, harbour.turns + 1):
        day = harbour.turn_dates(turn)[0]
        table = Table.new(harbour, Setup(start=day, rivals="rails"))
        assert table.game.state.turn == turn
        table.advance()
        assert table.game.decision is None


@pytest.mark.parametrize("day", [date(1924, 5, 1), date(1928, 2, 1)])
def test_a_chapter_of_the_large_scenario_begins_with_the_record_in_place(succession, day):
    table = Table.new(succession, Setup(start=day, rivals="rails"))
    state = table.game.state
    assert state.turn == succession.turn_of(day)
    holder = int(state.holder[succession.index["posts"]["gensec"]])
    assert succession.people[holder].id == "stalin"
    decision = table.game.decision
    assert decision is not None
    assert legal_orders(state, succession.people[decision.who].id)


def test_a_replay_stops_where_a_turn_opens(harbour, harbour_table):
    game = harbour_table.game
    table = taken_up(harbour, game.setup, Course(Origin(), tuple(game.lines), {}, before_turn=4))
    assert table.game.state.turn == 4
    assert table.log.score == {turn: harbour_table.log.score[turn] for turn in (1, 2, 3)}


def test_progress_may_stop_a_run(harbour):
    table, seen = Table.new(harbour, Setup()), []

    def progress(game):
        seen.append(game.state.turn)
        return len(seen) < 5

    table.advance(progress)
    assert len(seen) == 5 and table.game.decision is not None
