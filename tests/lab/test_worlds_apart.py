"""Worlds for the window: in a process of their own, from what a seat sees alone, and ended at once when stopped."""

from __future__ import annotations

import threading
from functools import cache

import pytest

from game.engine import hinges
from game.engine.view import view
from game.lab import ahead
from game.lab.apart import Apart, ApartError, Why
from game.lab.table import Table
from game.saves import Setup, dump
from game.scenario import find, load

SMALL = "harbour-union"


@cache
def asking() -> Table:
    """A small game that waits for an answer of a person at the table."""
    scenario = load(find(SMALL))
    for contender in scenario.contenders:
        table = Table.new(scenario, Setup(seed=4, humans=(contender.person,)))
        while (decision := table.game.decision) is not None:
            if decision.kind == "hinge" and table.game.human_to_act:
                return table
            table.rival(decision)
    raise AssertionError("no question comes")


def question(turns: int = 2, worlds: int = 3) -> ahead.Question:
    game = asking().game
    decision = game.decision
    assert decision is not None
    hinge = hinges.find(game.state, decision.about)
    options = tuple(one.id for one in hinges.available(game.state, hinge, decision.group))
    assert game.decider is not None
    return ahead.asked(game.state, game.setup, game.decider, decision.about, options, turns, worlds)


def test_what_a_seat_does_not_see_does_not_reach_its_other_worlds() -> None:
    game = asking().game
    assert game.decider is not None
    before = question()
    state = game.state.copy()
    state.seed += 17
    again = ahead.asked(state, game.setup, before.who, before.hinge, before.options, 2, 3)
    assert again.packed == before.packed
    assert view(game.state, game.decider).state.seed == 0 != game.state.seed


def test_each_answer_is_played_on_in_as_many_worlds_and_the_game_is_untouched() -> None:
    game = asking().game
    told: list[tuple[int, int]] = []
    records, turn = len(game.records), game.state.turn
    asked = question()
    found = ahead.answer(asked, lambda done, of: told.append((done, of)))
    assert [row["option"] for row in found] == list(asked.options)
    assert all(len(row["worlds"]) == 3 for row in found)
    assert told[-1] == (3 * len(asked.options), 3 * len(asked.options))
    assert found == ahead.answer(asked, lambda done, of: None)
    assert (len(game.records), game.state.turn) == (records, turn)


def test_another_process_answers_the_same() -> None:
    asked = question()
    assert Apart(asked).answer(lambda done, of: None) == ahead.answer(asked, lambda done, of: None)


def test_an_order_of_the_game_is_compared_with_its_absence() -> None:
    game = asking().game
    line = next(k for k, one in enumerate(game.lines) if one.order is not None and one.order.kind != "done")
    order = game.lines[line].order
    assert order is not None
    why = Why(game.scenario.folder, game.scenario.digest, dump(game), line, 2, game.state.turn + 1)
    found = Apart(why).answer(lambda done, of: None)
    assert (found["who"], found["given"], found["pairs"]) == (order.who, str(order), 2)


def test_a_fault_is_told_and_stopping_ends_it() -> None:
    game = asking().game
    with pytest.raises(ApartError, match="cannot be found"):
        Apart(Why(game.scenario.folder, game.scenario.digest, dump(game), 10**6, 2, 3)).answer(lambda done, of: None)
    long = Apart(question(turns=6, worlds=100_000))
    threading.Timer(1.0, long.stop).start()
    with pytest.raises(ApartError, match="stopped"):
        long.answer(lambda done, of: None)
