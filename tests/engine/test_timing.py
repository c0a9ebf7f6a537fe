"""A setting moves the events that belong to it by luck, or takes them away; the rest keep their days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import world

from game.engine import events, timing
from game.engine.log import Log

STORM = world.scenario().events[0]
DAY = date(2001, 3, 10)


def state(word, seed=1, **changes):
    event = replace(STORM, kind="fixed", opens=DAY, closes=DAY, settable="weather", leeway=20, **changes)
    of = world.state(events=(event,), settings={"weather": word})
    of.seed = seed
    return of, event


def fire(of, day):
    of.day = day
    log = Log(of)
    events.fire_due(of, log)
    return log.records


def test_a_dated_event_keeps_its_day():
    of, event = state("dated")
    assert (timing.opens(of, event), timing.closes(of, event)) == (DAY, DAY)
    assert not timing.switched_off(of, event)


def test_a_seeded_event_is_moved_within_its_leeway_and_by_luck():
    days = {timing.opens(*state("seeded", seed)) - DAY for seed in range(60)}
    assert max(abs(moved) for moved in days) <= timedelta(20)
    assert len(days) > 15 and min(days) < timedelta(0) < max(days)


def test_a_moved_event_keeps_its_length_and_its_day_in_every_turn():
    of, event = state("seeded", seed=3)
    event = replace(event, closes=DAY + timedelta(9))
    first = timing.opens(of, event)
    assert timing.closes(of, event) - first == timedelta(9)
    of.turn += 5
    assert timing.opens(of, event) == first


def test_a_moved_event_happens_on_its_new_day():
    of, event = state("seeded", seed=3)
    due = timing.opens(of, event)
    assert due != DAY
    assert fire(of, due - timedelta(1)) == []
    assert fire(of, due)[0].kind == "event"


def test_events_of_one_recorded_fact_move_together():
    of, event = state("seeded", seed=5, fact="gale")
    other = replace(event, id="flood", opens=DAY + timedelta(4), closes=DAY + timedelta(4))
    assert timing.opens(of, other) - timing.opens(of, event) == timedelta(4)


def test_nothing_is_moved_before_the_first_day():
    of, event = state("seeded")
    start = of.scenario.start
    early = replace(event, opens=start + timedelta(1), leeway=300)
    assert all(timing.opens(state("seeded", seed)[0], early) >= start for seed in range(20))


def test_an_event_set_to_never_is_logged_and_does_not_happen():
    of, event = state("never")
    assert fire(of, DAY - timedelta(1)) == []
    records = fire(of, DAY)
    assert [(one.kind, one.data["because"]) for one in records] == [("did not happen", timing.SWITCHED_OFF)]
    assert event.id not in of.events_fired and fire(of, DAY + timedelta(30)) == []


def test_an_event_of_no_setting_is_left_alone():
    of, event = state("never")
    other = replace(event, settable=None)
    assert timing.opens(of, other) == DAY and not timing.switched_off(of, other)
