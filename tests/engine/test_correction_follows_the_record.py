"""A game that starts later has offices, seats, places and pacts of the record, each with the record that set it."""

from __future__ import annotations

from datetime import date

import pytest

from game import engine
from game.engine import posts, setup
from game.engine.log import Log
from game.engine.state import Pact
from game.scenario.opening import opening

DAY = date(1926, 9, 1)


@pytest.fixture(scope="module")
def corrected(succession):
    state, _ = engine.start(succession, 1)
    state.turn = succession.turn_of(DAY)
    state.pacts.append(Pact("private", (0, 1), 400, True, 1, 0, 3))
    posts.vacate(state, Log(state), succession.index["posts"]["gensec"])
    records = engine.correct(state, DAY)
    return state, records[0].number


def test_posts_are_held_as_recorded_and_know_why(corrected, succession):
    state, record = corrected
    recorded, before = opening(succession, DAY), engine.start(succession, 1)[0]
    for number, post in enumerate(succession.posts):
        who = recorded.holders.get(post.id)
        assert int(state.holder[number]) == (succession.index["people"][who] if who else -1), post.id
        if int(before.holder[number]) != int(state.holder[number]):
            assert state.provenance[f"post {post.id}"] == record
            if post.first_secretary:
                assert state.provenance[f"secretary {post.region}"] == record
    assert state.provenance["post gensec"] == record


def test_rosters_are_the_recorded_ones_and_each_change_of_a_seat_is_marked(corrected, succession):
    state, record = corrected
    recorded, before = opening(succession, DAY), engine.start(succession, 1)[0]
    changed = 0
    for number, body in enumerate(succession.bodies):
        assert state.full[number] == setup.seated(state, recorded.full.get(body.id, ()))
        for person in set(before.full[number]) ^ set(state.full[number]):
            changed += 1
            assert state.provenance[f"seat {body.id} {succession.people[person].id}"] == record
    assert changed


def test_the_dead_are_dead_and_named_pacts_are_those_of_the_day(corrected, succession):
    state, record = corrected
    assert not state.alive[succession.index["people"]["lenin"]]
    assert state.provenance["status lenin"] == record
    recorded, named = opening(succession, DAY), {template.id for template in succession.pacts}
    kept = [pact.id for pact in state.pacts]
    assert {name for name in kept if name in named} == set(recorded.pacts) and "private" in kept
    since = {pact.id: pact.since for pact in state.pacts}
    assert since["zinoviev_kamenev"] == 0 and since["united26"] == state.turn  # the second is of that summer
