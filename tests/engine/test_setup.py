"""The first state: offices from the record, opinions by the default rules, a drawn bench."""

from __future__ import annotations

import machine_world as world
import numpy as np
import pytest
from machine_world import new_state

from game.engine.digest import digest


@pytest.fixture
def state():
    return new_state()


def place(state, name):
    return state.scenario.index["people"][name]


def test_offices_follow_the_opening(state):
    posts = state.scenario.index["posts"]
    assert state.holder[posts["head_clerk"]] == place(state, "ash")
    assert state.holder[posts["west_first"]] == -1
    assert state.full[0] == tuple(place(state, name) for name in ("ash", "birch", "cedar", "aspen"))


def test_the_dead_hold_no_seat_and_no_post():
    state = new_state(places={"birch": "dead"})
    birch = place(state, "birch")
    assert not state.alive[birch]
    assert birch not in state.full[0]
    assert birch not in state.holder.tolist()


@pytest.mark.parametrize(
    ("where", "in_party", "code"), [("exiled", 1, 3), ("expelled", 0, 0), ("abroad", 1, 2), ("posted", 1, 1)]
)
def test_places_of_the_opening(where, in_party, code):
    state = new_state(places={"cedar": where})
    cedar = place(state, "cedar")
    assert (state.in_party[cedar], state.place[cedar]) == (in_party, code)


def test_a_client_thinks_500_of_his_patron_and_half_his_patrons_view_of_others(state):
    box, birch, ash = (place(state, name) for name in ("box", "birch", "ash"))
    assert state.opinion[box, birch] == 500
    assert state.opinion[birch, ash] == -200
    assert state.opinion[box, ash] == -100


def test_an_uncommitted_official_has_the_default_opinions(state):
    lime = place(state, "lime")
    assert state.opinion[lime, place(state, "ash")] == 60
    assert state.opinion[lime, place(state, "birch")] == -120
    assert state.opinion[place(state, "cedar"), place(state, "ash")] == 0


def test_the_bench_fills_the_full_seats_without_a_named_member(state):
    council = state.scenario.index["bodies"]["council"]
    bench = state.bench[council]
    assert len(bench.region) + len(state.full[council]) == 20
    assert state.bench[0] is None


def test_bench_patrons_come_from_the_clients_of_their_region():
    state = new_state()
    council = state.scenario.index["bodies"]["council"]
    bench = state.bench[council]
    assert all(state.clients[region, patron] > 0 for region, patron in zip(bench.region, bench.patron, strict=True))
    assert set(bench.follows.tolist()) == {0, 1}


def test_the_bench_is_drawn_by_the_seed():
    one, same, other = new_state(1), new_state(1), new_state(2)
    council = one.scenario.index["bodies"]["council"]
    assert np.array_equal(one.bench[council].region, same.bench[council].region)
    assert not np.array_equal(one.bench[council].region, other.bench[council].region)


def test_documents_are_known_to_their_owners_only(state):
    ash = place(state, "ash")
    assert state.document_known == [1 << ash]


def test_the_same_seed_gives_the_same_first_decision():
    assert digest(world.begun(5)) == digest(world.begun(5))
    assert digest(world.begun(5)) != digest(world.begun(6))


def test_a_copy_is_equal_and_independent():
    state = world.begun(3)
    twin = state.copy()
    assert digest(twin) == digest(state)
    twin.credit[0] += 1
    twin.agenda.clear()
    assert digest(twin) != digest(state)
