"""A game under a lesson: orders it forbids are open to nobody, events come on its days, and the save proves it."""

from __future__ import annotations

import json
from datetime import date

import pytest

from game import engine
from game.engine.digest import digest
from game.engine.order import Order
from game.lab.table import Table, restore
from game.lab.verify import verify
from game.saves import SaveError, Setup, dump, parse
from game.saves.file import sealed
from game.scenario.lesson import Lesson
from game.views.parts import scene
from game.views.rollcall import rollcall_view

ANY = Lesson("A lesson", "harbour-union")


def table_of(scenario, lesson, **setup):
    return Table.new(scenario, Setup(lesson=lesson, **setup))


def first_window(table, who):
    table.advance()
    while table.game.decision.kind != "window":
        table.rival(table.game.decision)
        table.advance()
    assert table.game.decider == who


def test_a_forbidden_order_is_refused_with_a_reason(harbour):
    order = Order.of("ravndal", "speak", region="ropewalk")
    free, bound = (table_of(harbour, Lesson("A lesson", "harbour-union", forbidden=names), humans=("ravndal",))
                   for names in ((), ("speak",)))  # fmt: skip
    for table in (free, bound):
        first_window(table, "ravndal")
    assert engine.why_not(free.game.state, order) is None
    reason = engine.why_not(bound.game.state, order)
    assert reason is not None and reason.text == "The lesson does not allow this order."
    assert not engine.legal_orders(bound.game.state, "ravndal", "speak")
    closed = {kind.id: why for kind, why in engine.order_status(bound.game.state, "ravndal")}
    assert closed["speak"] == reason
    before = digest(bound.game.state)
    with pytest.raises(engine.IllegalOrder):
        bound.give(order)
    assert digest(bound.game.state) == before


def test_rivals_keep_to_it_too(harbour):
    free, bound = (
        table_of(harbour, Lesson("A lesson", "harbour-union", forbidden=names)) for names in ((), ("mediate",))
    )
    for table in (free, bound):
        table.advance()
    given = [{line.order.kind for line in table.game.lines} for table in (free, bound)]
    assert "mediate" in given[0] and "mediate" not in given[1]


def test_the_past_before_the_game_is_not_bound(harbour):
    lesson = Lesson("A lesson", "harbour-union", start=date(1911, 11, 1), forbidden=("place_people",))
    table = table_of(harbour, lesson, start=lesson.start)
    before = [line.order.kind for line in table.game.lines if line.order is not None]
    assert "place_people" in before
    table.advance()
    later = [line.order.kind for line in table.game.lines[len(before) :] if line.order is not None]
    assert later and "place_people" not in later


def test_an_event_comes_on_the_day_of_the_lesson(harbour):
    """As in history nobody calls a strike; the lesson brings it all the same."""
    lesson = Lesson("A lesson", "harbour-union", events=(("great_strike", date(1911, 9, 13)),))
    plain, brought = (table_of(harbour, terms, rivals="rails") for terms in (ANY, lesson))
    for table in (plain, brought):
        table.advance()
    assert "great_strike" not in plain.game.state.events_fired
    days = [one.day for one in brought.game.records if one.kind == "event" and one.about[0] == "great_strike"]
    assert days == [date(1911, 9, 13)]


def test_an_event_is_not_brought_without_its_cast(harbour):
    lesson = Lesson("A lesson", "harbour-union", events=(("great_strike", date(1911, 9, 13)),))
    table = table_of(harbour, lesson, humans=("ravndal",))
    state = table.game.state
    state.alive[harbour.index["people"]["brekke"]] = 0
    while state.turn < 4 and (decision := engine.to_act(state)) is not None:
        engine.apply(state, table.pilot.next(state, decision)[0])
    assert "great_strike" not in state.events_fired


def test_every_turn_rests_on_the_lesson(harbour):
    other = Lesson("Another lesson", "harbour-union")
    assert digest(table_of(harbour, ANY).game.state) != digest(table_of(harbour, other).game.state)


@pytest.fixture(scope="module")
def played(harbour):
    lesson = Lesson("A lesson", "harbour-union", forbidden=("polemic",), questions=("Why?",), end=date(1911, 8, 31))
    table = table_of(harbour, lesson, humans=(), until=lesson.end, player="Ann")
    table.advance()
    return table


def test_a_save_carries_its_lesson(harbour, played):
    saved = parse(dump(played.game), "a save")
    assert saved.setup == played.game.setup and saved.setup.player == "Ann"
    assert restore(harbour, saved).game.turn_marks == played.game.turn_marks
    assert verify(harbour, saved).whole


def forged(text, change):
    """The save with another header and a checksum that fits it."""
    first, header, *rows = text.rstrip("\n").split("\n")[:-1]
    data = json.loads(header)
    change(data)
    return sealed([first, json.dumps(data, sort_keys=True), *rows])


def test_a_lesson_altered_in_the_save_is_refused(played):
    text = forged(dump(played.game), lambda data: data["lesson"].update(forbidden=[]))
    with pytest.raises(SaveError, match="lesson was altered"):
        parse(text, "a save")


def test_a_save_cannot_claim_another_lesson(harbour, played):
    claimed = Lesson("A lesson", "harbour-union", end=date(1911, 8, 31))
    lesson = {"digest": claimed.digest, **claimed.as_data()}
    saved = parse(forged(dump(played.game), lambda data: data.update(lesson=lesson)), "a save")
    assert not verify(harbour, saved).whole


def test_the_record_is_told_beside_a_vote_unless_the_lesson_says_no(harbour):
    told = {}
    for spoilers in (True, False):
        lesson = Lesson("A lesson", "harbour-union", spoilers=spoilers)
        table = table_of(harbour, lesson, humans=("ravndal",))
        while not table.game.state.ballots:
            table.rival(table.game.decision)
        told[spoilers] = rollcall_view(scene(table), 0).history_title
    assert told[True] and not told[False]
