"""An order is closed to who cannot pay it, to who is not asked, and to everybody when the game is over."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from game.engine import apply, legal_orders, order_status, start, to_act, why_not
from game.engine.digest import plain
from game.engine.order import DONE, Order
from game.engine.orders import type_reason
from game.engine.random_play import RandomPlayer
from game.engine.timing import closes, opens
from game.scenario.lesson import LessonTerms


@pytest.fixture
def asked(harbour):
    """A state at the first window of a game, and who is asked."""
    state, player = start(harbour, 1)[0], RandomPlayer(1)
    while to_act(state).kind != "window":
        apply(state, player(state, to_act(state)))
    return state, to_act(state)


@pytest.mark.parametrize(
    ("cost", "reason"), [("orders", "orders"), ("credit", "credit"), ("authority", "authority"), ("health", "health")]
)
def test_what_cannot_be_paid_is_not_open(asked, cost, reason):
    state, decision = asked
    kind = next(one for one in state.scenario.orders if type_reason(state, decision, one) is None)
    assert type_reason(state, decision, replace(kind, **{cost: 5000})).id == reason


def test_nothing_is_open_when_the_game_is_over(harbour_table, harbour):
    state = harbour_table.game.state
    assert why_not(state, Order.of("ravndal", DONE)).id == "over"
    assert legal_orders(state, "ravndal") == []
    assert {reason.id for _, reason in order_status(state, "ravndal")} == {"turn"}


def test_only_who_is_asked_may_order(asked):
    state, decision = asked
    asked_for = state.scenario.people[decision.who].id
    other = next(one.person for one in state.scenario.contenders if one.person != asked_for)
    assert why_not(state, Order.of(other, DONE)).id == "turn"
    assert why_not(state, Order.of("a_stranger", DONE)).id == "turn"
    assert {reason.id for _, reason in order_status(state, other)} == {"turn"}


def test_an_event_of_a_lesson_happens_on_its_day_whatever_its_own_conditions_say(harbour):
    event = harbour.events[0]
    day = date(1911, 8, 20)
    state, records = start(harbour, 1, terms=LessonTerms("x", (), ((event.id, day.isoformat()),)))
    assert (opens(state, event), closes(state, event)) == (day, day)
    player = RandomPlayer(2)
    while decision := to_act(state):
        records += apply(state, player(state, decision))
    assert [one.day for one in records if one.kind == "event" and event.id in one.about] == [day]


def test_a_state_holds_nothing_that_has_no_plain_form():
    assert plain(np.int64(7)) == 7 and type(plain(np.int64(7))) is int
    assert plain(date(1911, 5, 1)) == "1911-05-01"
    with pytest.raises(TypeError, match="cannot hold set"):
        plain({1})
