"""What a condition rests on: the last change of each thing it names."""

from __future__ import annotations

import pytest
from games import HARBOUR, scenario_called

from game import engine
from game.engine.grounds import behind, quoted


@pytest.fixture
def state():
    state, _ = engine.start(scenario_called(HARBOUR), 1)
    state.provenance.clear()
    return state


def test_names_are_read_from_a_condition_in_order():
    assert quoted(["holds(SELF, 'b') and chose(\"a\", 'c')", "pact('b')"]) == ("b", "a", "c")


def test_the_last_change_of_each_thing_named(state):
    state.provenance |= {"post union_secretary": 4, "hinge owners_offer": 7, "post capstan_editor": 9}
    assert behind(state, ["holds(SELF, 'union_secretary')", "chose('owners_offer', 'sign')"]) == (4, 7)


def test_where_somebody_is_counts_only_while_he_cannot_act(state):
    person = state.scenario.index["people"]["quist"]
    state.provenance["status quist"] = 5
    assert behind(state, ["alive('quist')"]) == ()
    state.alive[person] = 0
    assert behind(state, ["alive('quist')"]) == (5,)


def test_nothing_changed_rests_on_nothing(state):
    assert behind(state, ["quantity('unity') > 400"]) == ()
    assert behind(state, []) == ()
