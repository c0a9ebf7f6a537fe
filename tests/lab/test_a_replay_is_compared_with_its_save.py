"""A save played again has the digests that were kept; where it has not, the turn and the field are named."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.engine.digest import MARK, digest, first_differing_mark, marks
from game.lab.verify import verify
from game.saves import Line, dump, parse


@pytest.fixture(scope="module")
def saved(harbour_table):
    return parse(dump(harbour_table.game), "evening")


def test_a_true_save_is_the_same_in_every_turn(harbour, saved):
    found = verify(harbour, saved)
    assert found.whole and [one.turn for one in found.turns] == list(range(1, harbour.turns + 2))
    assert {one.turn: one.digest for one in found.turns} == saved.digests
    assert found.sentence == f"the same as the save in all {harbour.turns + 1} digests"


def test_the_first_turn_that_differs_is_named(harbour, saved):
    other = replace(saved, digests={**saved.digests, 3: "0" * 32, 5: "0" * 32})
    found = verify(harbour, other)
    assert not found.whole and found.differs == 3 and "turn 3" in found.sentence


def test_the_first_field_that_differs_is_named(harbour, harbour_table, saved):
    state = harbour_table.game.history[3].copy()
    state.authority = state.authority + 1
    state.untaught += 5
    value, fields = marks(state)
    other = replace(saved, digests={**saved.digests, 4: value}, fields={**saved.fields, 4: fields})
    found = verify(harbour, other)
    assert (found.differs, found.field_name) == (4, "authority")
    assert "first in 'authority'" in found.sentence


def test_of_a_changed_scenario_the_fields_are_compared(harbour, saved):
    changed = replace(harbour, digest="another")
    found = verify(changed, saved)
    assert found.whole and found.changed and "the scenario has changed" in found.sentence
    found = verify(changed, replace(saved, fields={**saved.fields, 3: "0" * len(saved.fields[3])}))
    assert found.differs == 3 and found.field_name == "seed"


def test_a_save_without_marks_names_the_turn_alone(harbour, saved):
    found = verify(harbour, replace(saved, digests={**saved.digests, 2: "0" * 32}, fields={}))
    assert (found.differs, found.field_name) == (2, "")


def test_an_order_that_is_not_open_any_more_stops_the_replay(harbour, saved):
    from game.engine.order import Order

    lines = (*saved.lines[:5], Line(Order.of("ravndal", "sing")), *saved.lines[5:])
    found = verify(harbour, replace(saved, lines=lines))
    assert found.stopped and found.stopped_in == 1 and not found.whole
    assert "does not go to its end" in found.sentence


def test_marks_give_the_digest_and_tell_fields_apart(harbour_table):
    state = harbour_table.game.state
    value, fields = marks(state)
    assert value == digest(state) and len(fields) % MARK == 0
    assert first_differing_mark(fields, fields) == ""
    assert first_differing_mark(fields, fields[:-MARK]) == ""
