"""The calendar: standing and dated sittings, agendas, elections, postponement, vacant seats."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import machine_world as world
from machine_world import begun, effect, formula, log_of, new_state

from game.engine import Order, apply, meetings, people, start, to_act, vacancies
from game.engine.state import Sitting
from game.scenario.model import AgendaItem, Event, Meeting, Need

COUNCIL, CONGRESS = 1, 2


def passes(state, until=99):
    records = []
    while (decision := to_act(state)) and state.turn <= until:
        records += apply(state, Order.of(state.scenario.people[decision.who].id, "done"))
    return records


def spring(**changes):
    """The little world with another spring meeting of the council."""
    both = list(world.scenario().meetings)
    both[0] = replace(both[0], **changes)
    return world.scenario(meetings=tuple(both))


def test_the_calendar_has_every_dated_meeting_in_order():
    state = new_state()
    assert [s.meeting for s in state.sittings] == ["spring_council", "first_assembly"]


def test_meetings_over_before_the_start_are_left_out():
    old = Meeting("old", "council", "Old", date(2000, 5, 1), date(2000, 5, 2))
    running = Meeting("running", "council", "Running", date(2000, 12, 30), date(2001, 1, 2))
    state = new_state(world=world.scenario(meetings=(old, running)))
    assert [(s.meeting, s.day) for s in state.sittings] == [("running", world.START)]


def test_standing_bodies_sit_every_turn_unless_they_have_a_date():
    dated = Meeting("special", "presidium", "Special", date(2001, 3, 15), date(2001, 3, 15))
    scenario = world.scenario(meetings=(dated,))
    state, records = start(scenario, 1, world.opening())
    records += passes(state)
    opened = [r.about[0] for r in records if r.kind == "meeting"]
    assert opened == ["presidium_turn_1", "special", *(f"presidium_turn_{turn}" for turn in (3, 4, 5, 6))]


def test_standing_items_are_on_the_agenda_from_the_first_day():
    state = begun()
    assert [motion.key for motion in state.agenda] == ["books"]
    passes(state, until=1)
    assert [ballot.key for ballot in state.ballots] == ["books"]


def test_an_item_whose_condition_lapses_comes_off():
    item = AgendaItem("books", "resolve", formula("bool", lambda c: c.authority(0) > 500))
    state = begun(1, spring(agenda=(item,)))
    assert [motion.key for motion in state.agenda] == ["books"]
    state.authority[0] = 100
    passes(state, until=1)
    assert state.ballots == []


def test_an_item_may_come_up_in_the_course_of_the_turn():
    item = AgendaItem("books", "resolve", formula("bool", lambda c: c.authority(0) < 500))
    state = begun(1, spring(agenda=(item,)))
    assert state.agenda == []
    state.authority[0] = 100
    passes(state, until=1)
    assert [ballot.key for ballot in state.ballots] == ["books"]


def test_movers_who_cannot_act_do_not_move_a_standing_item():
    state = begun(1, places={"ash": "exiled"})
    assert state.agenda == []


def test_those_named_against_a_standing_item_stand_against_it():
    item = AgendaItem("books", "resolve", movers=(formula("person", lambda c: 0),),
                      against=(formula("person", lambda c: 1),))  # fmt: skip
    state = begun(1, spring(agenda=(item,)))
    assert state.agenda[0].stands == ((1, -1000),)


def test_a_meeting_without_what_it_needs_is_not_held():
    need = Need(formula("bool", lambda c: False), "The hall is closed.")
    state, records = start(spring(needs=(need,)), 1, world.opening())
    records += passes(state, until=1)
    held = {r.about[0]: r.data for r in records if r.kind == "meeting"}
    assert held["spring_council"]["change"] == "not held"
    assert held["spring_council"]["reason"] == "The hall is closed."
    assert state.ballots == []


def test_a_congress_elects_at_its_new_size():
    state = begun()
    passes(state, until=2)
    bench = state.bench[COUNCIL]
    assert state.sizes[COUNCIL] == (24, 3)
    assert len(state.full[COUNCIL]) + len(bench.region) == 24


def test_rivals_see_more_after_a_congress():
    state = begun()
    before = state.visibility
    passes(state, until=2)
    assert state.visibility == before + 150


def test_a_postponed_congress_meets_later_in_date_order():
    put_off = Event("delay", "Delay", "fixed", world.START, world.START,
                    effects=(effect("call", "first_assembly", "postponed", 4),))  # fmt: skip
    state, records = start(world.scenario(events=(put_off,)), 1, world.opening())
    records += passes(state)
    held = {r.about[0]: r.turn for r in records if r.kind == "meeting"}
    assert held["first_assembly"] == 4


def test_a_summoned_body_sits_this_turn_once():
    alarm = (effect("summon", "council"),)
    call = Event("alarm", "Alarm", "fixed", date(2001, 3, 1), date(2001, 3, 2), effects=alarm)
    state, records = start(world.scenario(events=(call,)), 1, world.opening())
    records += passes(state)
    turns = [r.turn for r in records if r.kind == "meeting" and "council" in r.about]
    assert turns == [1, 2]


def test_candidates_move_up_by_authority_when_the_electing_body_sits():
    state = new_state()
    log = log_of(state)
    bay, cherry = (state.scenario.index["people"][name] for name in ("bay", "cherry"))
    state.authority[cherry] = 500
    people.lose_seat(state, log, 0, 3)
    people.lose_seat(state, log, COUNCIL, 3)
    meetings.open_sitting(state, log, Sitting("now", COUNCIL, state.day))
    assert cherry in state.full[COUNCIL] and bay in state.candidates[COUNCIL]
    assert bay in state.candidates[0]


def test_a_seat_of_the_bureau_waits_for_a_plenum_that_elects():
    plenum = Meeting(
        "electing", "council", "Electing", date(2001, 1, 1), date(2001, 1, 2), elects=("presidium",),
        sizes={"presidium": (3, 1)},
    )  # fmt: skip
    state, _ = start(world.scenario(meetings=(plenum,)), 1, world.opening())
    bay = state.scenario.index["people"]["bay"]
    people.lose_seat(state, log_of(state), 0, 3)
    vacancies.move_up(state, log_of(state), Sitting("another", COUNCIL, state.day))
    assert bay in state.candidates[0]
    vacancies.move_up(state, log_of(state), Sitting("electing", COUNCIL, state.day))
    assert bay in state.full[0] and state.candidates[0] == ()


def test_the_bureau_does_not_complete_itself():
    state = new_state()
    log = log_of(state)
    people.lose_seat(state, log, 0, 3)
    meetings.open_sitting(state, log, Sitting("now", 0, state.day))
    assert len(state.full[0]) == 3


def test_a_motion_moved_in_session_is_put_to_those_already_heard():
    state = begun(2)
    while to_act(state).kind != "session":
        apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))
    first = to_act(state).who
    apply(state, Order.of(state.scenario.people[first].id, "done"))
    second = to_act(state).who
    assert second != first
    name = state.scenario.people[second].id
    apply(state, Order.of(name, "move", motion_type="resolve", body="presidium", subject=""))
    asked = []
    while to_act(state).kind == "session" and to_act(state).about == "presidium_turn_1":
        asked.append(to_act(state).who)
        apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))
    assert first in asked
    assert "resolve" in [ballot.type for ballot in state.ballots]


def test_the_congress_is_open_to_every_contender_present():
    state = new_state(places={"cedar": "abroad"})
    assert meetings.attending(state, Sitting("x", CONGRESS, state.day)) == [0, 1]
