"""Lists prepared by whoever appoints, newcomers' patrons, and what the record changes in small posts and councils."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

import numpy as np
import votes_world as world

from game.engine import bench, committee, people, posts, prepared, setup
from game.engine.log import Log
from game.engine.state import Sitting, State
from game.scenario import find, load
from game.scenario.model import Scenario
from game.scenario.opening import opening


@lru_cache(maxsize=1)
def scenario() -> Scenario:
    return load(find("succession-1923"))


def begun() -> State:
    return setup.start(scenario(), 1, by_record=True)[0]


def who(name: str) -> int:
    return scenario().index["people"][name]


def at(meeting: str) -> tuple[int, Sitting]:
    data = scenario().meetings[scenario().index["meetings"][meeting]]
    return scenario().index["bodies"]["cc"], Sitting(
        meeting, scenario().index["bodies"][data.body], data.opens, data.seats
    )


def test_the_mans_list_of_the_record_is_prepared_while_he_appoints() -> None:
    state = begun()
    body, sitting = at("congress_13")
    listed = prepared.names(state, body, sitting)
    recorded = opening(scenario(), date(1924, 6, 7))
    full = {scenario().people[person].id for person, role in listed.items() if role == prepared.FULL}
    assert full == set(recorded.full["cc"])
    state.sizes[body] = (53, 34)
    assert committee.places(state, body, listed)[0] == len(full)


def test_off_the_historical_line_nothing_is_prepared() -> None:
    state = setup.start(scenario(), 1)[0]
    body, sitting = at("congress_13")
    assert prepared.names(state, body, sitting) == {}


def test_under_another_man_nothing_is_prepared() -> None:
    state = begun()
    posts.fill(state, Log(state), scenario().index["posts"]["gensec"], who("zinoviev"))
    body, sitting = at("congress_13")
    assert prepared.names(state, body, sitting) == {}


def test_the_expelled_and_the_banned_are_not_listed() -> None:
    state = begun()
    people.set_status(state, Log(state), who("pyatakov"), "expelled")
    state.severity[scenario().index["blocs"]["left23"]] = 3000
    body, sitting = at("congress_13")
    listed = prepared.names(state, body, sitting)
    assert who("pyatakov") not in listed and who("trotsky") not in listed


def test_nothing_is_prepared_for_a_sitting_the_record_does_not_know() -> None:
    assert prepared.names(begun(), 0, Sitting("extra", 0, date(1924, 1, 1))) == {}


def test_a_small_post_changes_hands_as_recorded_only_from_the_recorded_holder() -> None:
    post = scenario().index["posts"]["records_head"]
    before, after = date(1923, 4, 17), date(1923, 8, 1)
    kept = begun()
    prepared.follow_record(kept, Log(kept), before, after)
    assert int(kept.holder[post]) == who("knorin")
    other = begun()
    posts.fill(other, Log(other), post, who("kaganovich"))
    prepared.follow_record(other, Log(other), before, after)
    assert int(other.holder[post]) == who("kaganovich")


def test_a_seat_in_a_council_follows_only_whoever_holds_the_posts_of_the_record() -> None:
    council = scenario().index["bodies"]["war_council"]
    state = begun()
    assert who("trotsky") in state.full[council]
    day = date(1925, 4, 1)  # the record has taken his post and his seat; here he keeps the post
    prepared.follow_record(state, Log(state), day - timedelta(days=60), day)
    assert who("trotsky") in state.full[council]
    posts.vacate(state, Log(state), scenario().index["posts"]["war_commissar"])
    prepared.follow_record(state, Log(state), day - timedelta(days=60), day)
    assert who("trotsky") not in state.full[council]


def test_clients_of_blocs_that_are_not_tolerated_are_passed_over() -> None:
    state = world.state()
    state.severity[1], state.severity[2] = 3000, 1000
    found = bench.electable(state)
    assert (found[:, 1] == 0).all()
    assert (found[:, 2] == state.clients[:, 2] * 2000 // 3000).all()
    assert (found.sum(axis=1) == state.clients.sum(axis=1)).all()
    assert (found[:, 0] == state.clients[:, 0]).all()


def test_a_newcomer_who_is_nobodys_owes_his_seat_to_somebody() -> None:
    state = world.state()
    state.clients[:] = 0
    state.clients[:, 3] = 1000
    loose = [p for p in range(len(state.patron)) if state.patron[p] < 0 and p >= 7]
    sitting = set(state.full[1]) | set(state.candidates[1])
    committee.elect(state, 1, world.sitting(state, "assembly_of_all", 748), Log(state))
    entered = (set(state.full[1]) | set(state.candidates[1])) - sitting
    adopted = [p for p in loose if p in entered]
    assert adopted
    chief = state.scenario.index["people"][state.scenario.blocs[3].leader]
    assert np.array([state.patron[p] == chief for p in adopted]).all()
    assert all(state.patron[p] < 0 for p in loose if p not in entered)
