"""A turn: windows before the bodies meet, drift, sittings in date order, close."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import machine_world as world
from machine_world import begun, effect, formula

from game.engine import Order, apply, start, to_act
from game.engine.digest import digest
from game.engine.random_play import RandomPlayer
from game.scenario.model import Event, Hinge, Option


def done(state):
    who = state.scenario.people[to_act(state).who].id
    return apply(state, Order.of(who, "done"))


def passes(state, until=None):
    """Everybody ends every window; the records, to the end of the game or of a turn."""
    records = []
    while (decision := to_act(state)) and (until is None or state.turn <= until):
        records += answer(state, decision)
    return records


def answer(state, decision):
    who = state.scenario.people[decision.who].id
    if decision.kind == "hinge":
        return apply(state, Order.of(who, "choose", hinge=decision.about, option="yes"))
    return apply(state, Order.of(who, "done"))


def hinge(opens, closes):
    option = Option("yes", "Yes", (effect("authority", "SELF", 5),))
    return Hinge("question", "Question", opens, closes, (), ((formula("person", lambda c: 2),),), (option,))


def test_every_living_contender_has_a_window_each_turn():
    state, asked = begun(), []
    while to_act(state).kind == "window":
        asked.append(to_act(state).who)
        done(state)
    assert sorted(asked) == [0, 1, 2]


def test_the_order_of_windows_is_drawn_anew_each_turn():
    orders = set()
    for seed in range(12):
        state, asked = begun(seed), []
        while to_act(state).kind == "window":
            asked.append(to_act(state).who)
            done(state)
        orders.add(tuple(asked))
    assert len(orders) > 2


def test_windows_come_before_drift_and_drift_before_sittings():
    state, records = start(world.scenario(), 1, world.opening())
    records += passes(state, until=1)
    kinds = [record.kind for record in records if record.turn == 1]
    assert kinds.index("turn") < kinds.index("figures") < kinds.index("meeting")


def test_sittings_are_held_in_date_order():
    state, records = start(world.scenario(), 1, world.opening())
    records += passes(state)
    days = [record.day for record in records]
    assert days == sorted(days)
    opened = [record.about[0] for record in records if record.kind == "meeting"]
    assert opened[:2] == ["presidium_turn_1", "spring_council"]


def test_a_session_is_asked_of_those_with_a_voice_only():
    state = begun()
    while not (to_act(state).kind == "session" and to_act(state).about == "presidium_turn_1"):
        done(state)
    who = to_act(state).who
    assert who in state.full[0]


def test_a_hinge_is_asked_on_its_day_between_two_sittings():
    scenario = world.scenario(hinges=(hinge(date(2001, 1, 25), date(2001, 1, 27)),))
    state, records = start(scenario, 1, world.opening())
    while to_act(state).kind != "hinge":
        records += done(state)
    assert state.day == date(2001, 1, 25)
    assert [r.about[0] for r in records if r.kind == "meeting"] == ["presidium_turn_1"]


def test_a_hinge_inside_a_sitting_is_decided_before_its_votes():
    scenario = world.scenario(hinges=(hinge(date(2001, 2, 11), date(2001, 2, 12)),))
    state, records = start(scenario, 1, world.opening())
    records += passes(state, until=1)
    kinds = [record.kind for record in records]
    opened = [r.about[0] for r in records if r.kind == "meeting"].index("spring_council")
    assert opened >= 0
    assert kinds.index("hinge") < kinds.index("vote")


def test_a_hinge_of_the_first_day_is_asked_before_the_windows():
    scenario = world.scenario(hinges=(hinge(world.START, date(2001, 1, 3)),))
    state = begun(1, scenario)
    assert to_act(state).kind == "hinge"
    assert to_act(state).who == 2


def test_others_of_the_cast_are_heard_before_the_decision():
    asked = replace(hinge(world.START, date(2001, 1, 3)), cast=("ash", "cedar"))
    state = begun(1, world.scenario(hinges=(asked,)))
    assert (to_act(state).kind, to_act(state).who) == ("voice", 0)
    apply(state, Order.of("ash", "voice", hinge="question", option="yes", side="against"))
    assert (to_act(state).kind, to_act(state).who) == ("hinge", 2)


def test_a_contender_who_dies_gets_no_decision():
    death = Event("fever", "Fever", "fixed", world.START, world.START, effects=(effect("status", "birch", "dead"),))
    state = begun(1, world.scenario(events=(death,)))
    birch, asked = 1, []
    while to_act(state):
        asked.append(to_act(state).who)
        done(state)
    assert birch not in asked


def test_the_game_ends_after_its_last_turn():
    state = begun()
    records = passes(state)
    assert to_act(state) is None
    assert state.turn == 6
    assert records[-1].kind == "outcome"


def test_the_same_orders_give_the_same_game():
    one, other = begun(4), begun(4)
    player = RandomPlayer(9)
    while decision := to_act(one):
        order = player(one, decision)
        apply(one, order)
        apply(other, Order.parse(str(order)))
        assert digest(one) == digest(other)


def test_record_numbers_have_no_gaps():
    state, records = start(world.scenario(), 2, world.opening())
    player = RandomPlayer(2)
    while decision := to_act(state):
        records += apply(state, player(state, decision))
    assert [record.number for record in records] == list(range(len(records)))
    assert all(cause < record.number for record in records for cause in record.causes)
