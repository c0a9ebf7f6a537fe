"""Expressions see the world as it is, and the vocabulary is complete in both directions."""

from __future__ import annotations

import pytest
import world
from world import ASH, BIRCH, CEDAR, LIME, apply, expression

from game.engine import context as context_module
from game.engine import effects
from game.engine.context import Context
from game.engine.state import EXILED, Ballot
from game.scenario.vocabulary import FUNCTIONS, SYMBOLS, VERBS


def value(state, text, **symbols):
    return expression(state, text).value(Context(state, symbols))


def test_every_function_of_the_vocabulary_is_a_method_of_the_context():
    assert [name for name in FUNCTIONS if not callable(getattr(Context, name, None))] == []


def test_every_verb_of_the_vocabulary_has_an_implementation_and_nothing_more():
    assert set(effects.VERBS) == set(VERBS)


def test_symbols_are_those_of_the_vocabulary():
    assert set(context_module.SYMBOLS) == set(SYMBOLS)


#: Arguments for each kind of parameter.
SAMPLE = {
    "person": "'ash'", "region": "'north'", "post": "'editor'", "body": "'presidium'", "document": "'letter'",
    "thesis": "'calm'", "pact": "'trio'", "motion_type": "'rebuke'", "rule": "'open_books'",
    "quantity": "'unity'", "axis": "'pace'", "order": "'court'", "hinge": "'dawn'", "event": "'storm'",
    "power": "'press'", "choice": "'take'", "int": "2", "bloc": "'of_ash'",
}  # fmt: skip
TYPES = {"bool": bool, "int": int, "person": int}


@pytest.mark.parametrize("name", sorted(FUNCTIONS))
def test_every_function_answers_with_its_type(name):
    state = world.state()
    function = FUNCTIONS[name]
    text = f"{name}({', '.join(SAMPLE[kind] for kind in function.parameters)})"
    found = value(state, text)
    assert type(found) is TYPES[function.returns], text


@pytest.mark.parametrize("name", [n for n, f in sorted(FUNCTIONS.items()) if "person" in f.parameters])
def test_nobody_is_never_true_of_anything(name):
    """A slot that is not filled must not raise, nor pass for somebody."""
    state = world.state()
    function = FUNCTIONS[name]
    args = ["TARGET" if kind == "person" else SAMPLE[kind] for kind in function.parameters]
    found = value(state, f"{name}({', '.join(args)})")
    assert found in (False, 0, -1, 999)


def test_follows_and_controls_read_the_patron_chain():
    state = world.state()
    assert value(state, "follows('alder', 'ash')") and not value(state, "follows('ash', 'ash')")
    assert value(state, "controls('ash', 'north')") and not value(state, "controls('birch', 'north')")


def test_allied_needs_five_hundred_and_bound_needs_any_pact():
    state = world.state()
    assert not value(state, "bound('ash', 'birch')")
    apply(state, "bind ash birch 499")
    assert value(state, "bound('ash', 'birch')") and not value(state, "allied('ash', 'birch')")
    apply(state, "bind ash birch 500")
    assert value(state, "allied('ash', 'birch') and allied('ash', 'aspen')")


def test_an_exile_does_not_act_and_cannot_be_reached():
    state = world.state()
    state.place[BIRCH] = EXILED
    assert value(state, "not acts('birch') and alive('birch') and not reach('ash', 'birch')")


def test_a_charge_lapses_after_its_last_turn():
    state = world.state()
    apply(state, "legal birch condemned")
    assert value(state, "charge('birch')") == 2000
    state.turn += 5
    assert value(state, "charge('birch')") == 0


def test_carried_against_finds_a_motion_on_the_bloc():
    state = world.state()
    assert not value(state, "carried_against('birch', 'rebuke')")
    state.ballots.append(
        Ballot("m", "rebuke", "", 0, "x", state.day, "of_birch", 3, 1, 0, 0, True)
    )
    assert value(state, "carried('rebuke') and carried_against('birch', 'rebuke')")
    assert not value(state, "carried_against('ash', 'rebuke')")


def test_a_subject_is_seen_as_what_it_is():
    state = world.state()
    assert value(state, "leader(SUBJECT)", SUBJECT="of_birch", MTYPE="rebuke")
    assert value(state, "vacant(SUBJECT)", SUBJECT="west_first", MTYPE="relieve")


def test_free_people_are_neither_first_secretaries_nor_in_the_bureau():
    state = world.state()
    assert not value(state, "free_person('alder')")
    assert not value(state, "free_person('aspen')")
    assert value(state, "free_person('lime')") and Context(state).free_person(LIME)


def test_the_rival_is_whoever_is_disliked_or_strong():
    state = world.state()
    state.opinion[CEDAR, ASH], state.opinion[CEDAR, BIRCH] = -900, 300
    assert value(state, "rival('cedar')") == ASH
    state.opinion[CEDAR, ASH], state.opinion[CEDAR, BIRCH] = 900, -900
    assert value(state, "rival('cedar')") == BIRCH


def test_delegates_are_those_of_the_last_congress():
    state = world.state()
    body = state.scenario.index["bodies"]["assembly_of_all"]
    ballot = Ballot("m", "resolve", "", body, "x", state.day, "", 70, 20, 10, 0, True)
    ballot.lines = (1000, -1000, 0, 0)
    state.ballots.append(ballot)
    assert [value(state, f"delegates('{who}')") for who in ("ash", "birch", "cedar")] == [700, 200, 0]


def test_an_expression_changes_nothing():
    state = world.state()
    before = state.copy()
    for name, function in FUNCTIONS.items():
        value(state, f"{name}({', '.join(SAMPLE[kind] for kind in function.parameters)})")
    assert world.same(state, before)


def test_a_body_that_is_not_there_has_no_members_and_no_seats():
    state = world.state()
    context = Context(state, {})
    assert (context.members_of(-1), context.free_seats(-1), context.free_places(-1)) == (0, 0, 0)
    assert context.members_of(0) == 4


def test_a_tenure_counts_turns_of_the_holder_only():
    state = world.state()
    editor = state.scenario.index["posts"]["editor"]
    assert Context(state, {}).tenure(ASH, editor) == 0
    state.since[editor] = state.day.toordinal() - 130
    assert Context(state, {}).tenure(BIRCH, editor) == 1 + 130 // 60


def test_events_and_hinges_are_known_by_id_and_by_place():
    state = world.state()
    state.turn, state.events_fired = 5, {"storm": 2, "dawn": 4}
    context = Context(state, {})
    hinge = len(state.scenario.events)
    assert (context.since("storm"), context.since(0), context.since("dawn"), context.since(hinge)) == (3, 3, 1, 1)
    state.events_fired = {}
    assert context.since(0) == context.since("dawn") == 999
