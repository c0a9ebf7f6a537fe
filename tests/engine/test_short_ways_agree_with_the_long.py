"""Whoever asks often takes a short way: it says what the long one says, in every state of a random game."""

from __future__ import annotations

import pytest

from game.engine import acts, apply, bodies, hinges, motions, outcome, powers, slots, start, to_act
from game.engine.context import Context
from game.engine.memo import still
from game.engine.order import STAND, Order
from game.engine.random_play import RandomPlayer


@pytest.fixture(scope="module")
def states(succession):
    """Copies of a random game, one at every hundredth decision and at every fifth question of the day."""
    state, player, found, asked = start(succession, 3)[0], RandomPlayer(3), [], 0
    for number in range(10**6):
        decision = to_act(state)
        if decision is None:
            return found
        asked += decision.kind == "hinge"
        if number % 100 == 0 or (decision.kind == "hinge" and asked % 5 == 0):
            found.append(state.copy())
        apply(state, player(state, decision))


def test_credit_of_a_motion_is_the_total_of_its_price(states):
    seen = set()
    for state in states:
        for number, kind in enumerate(state.scenario.motions):
            for subject in slots.subjects(state, kind.id)[:12]:
                short = motions.credit(state, number, subject)
                assert short == motions.price(state, number, subject).total
                seen.add(short == kind.credit)
    assert seen == {True, False}  # some lie open and are cheaper


def test_points_of_the_turn_are_the_totals_of_the_score(states):
    places = states[0].scenario.index["people"]
    for state in states:
        outcome.tally(state)
        assert state.scores == {name: outcome.score(state, places[name]).total for name in state.scores}
    assert any(value for value in states[-1].scores.values())


def test_posts_of_a_person_are_the_same_while_a_state_stands_still(states):
    for state in states:
        people = range(-1, len(state.alive))
        plain = [[q for q, holder in enumerate(state.holder.tolist()) if holder == p] for p in people]
        with still(state):
            assert [powers.posts_of(state, person) for person in people] == plain


def test_votes_of_counts_members_one_is_allied_with(states):
    for state in states:
        context = Context(state)
        heads = context.atlas.leaders
        for body in range(len(state.bench)):
            blocs = [bloc for part in bodies.joined(state, body) for bloc in context._bench_blocs(part)]
            owed = [heads[bloc] for bloc in blocs if 0 <= bloc < len(heads)]
            for person in (*heads, *state.full[body][:5]):
                members = bodies.full_members(state, body)
                named = sum(p == person or context.allied(person, p) for p in members)
                assert context.votes_of(person, body) == named + sum(context.allied(person, p) for p in owed)


def test_a_tester_says_of_each_value_what_passes_says(states):
    answers = set()
    for state in states[::4]:
        who = state.scenario.people[to_act(state).who].id
        for kind in state.scenario.orders:
            slot = kind.slots[0] if kind.slots else None
            if slot is None:
                continue
            fits = slots.tester(state, who, slot, {})
            for value in slots.raw(state, who, slot, {})[:30]:
                answers.add(fits(value))
                assert fits(value) == slots.passes(state, who, slot, {}, value)
    assert answers == {True, False}


def test_declarations_are_those_that_the_gate_lets_through(states):
    found = 0
    for state in states:
        decision = to_act(state)
        if decision.kind not in ("window", "session"):
            continue
        who = state.scenario.people[decision.who].id
        open_ = []
        for motion in state.agenda:
            now = dict(motion.stands).get(decision.who)
            for side in (*acts.STANDS, acts.WITHDRAW):
                order = Order.of(who, STAND, motion=motion.id, side=side)
                changes = side == acts.WITHDRAW or motions.SIDES.get(side) != now
                if changes and acts.why_not(state, decision, order) is None:
                    open_.append(order)
        assert list(acts.stands(state, decision, state.agenda)) == open_
        found += len(open_)
    assert found


def test_options_are_open_as_each_by_itself(states):
    asked = [(state, d) for state in states for d in state.decisions if d.kind == "hinge"]
    assert asked
    for state, decision in asked:
        hinge = hinges.find(state, decision.about)
        for option, reason in hinges.options(state, hinge, decision.group):
            assert hinges.why_not(state, hinge, decision.group, option) == reason


def test_a_value_may_fill_a_blank_when_it_is_among_all_that_may(states):
    found = set()
    for state in states[::4]:
        scenario, who = state.scenario, state.scenario.contenders[0].person
        every = [*(one.id for one in (*scenario.people, *scenario.posts, *scenario.regions)), "nobody of that name"]
        kinds = {(slot.kind, slot.name): slot for order in scenario.orders for slot in order.slots}
        filled = {"target": scenario.people[3].id}
        for slot in kinds.values():
            among = slots.raw(state, who, slot, filled)
            for value in (*every, *among):
                short = slots.is_raw(state, who, slot, filled, value)
                assert short == (value in among)
                found.add((slot.kind, short))
    assert {("person", True), ("person", False), ("post", True), ("post", False)} <= found
