"""Posts: filling, emptying, regions changing hands, vacancies put to the body that fills them."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import machine_world as world
import pytest
from machine_world import begun, log_of, new_state

from game.engine import Order, apply, legal_orders, posts, powers, to_act, vacancies, why_not
from game.engine.state import Sitting

ASH, BIRCH = 0, 1


def index(state, kind, name):
    return state.scenario.index[kind][name]


@pytest.fixture
def state():
    return new_state()


def test_a_post_changes_hands_with_a_record_and_its_provenance(state):
    log = log_of(state)
    editor = index(state, "posts", "editor")
    record = posts.fill(state, log, editor, ASH)
    assert state.holder[editor] == ASH
    assert log.records[-1].data == {"post": "editor", "was": "birch", "now": "ash"}
    assert state.provenance["post editor"] == record
    assert powers.has(state, ASH, "press") and not powers.has(state, BIRCH, "press")


def test_filling_with_the_holder_changes_nothing(state):
    assert posts.fill(state, log_of(state), index(state, "posts", "editor"), BIRCH) == -1


@pytest.mark.parametrize("where", ["exiled", "expelled", "dead"])
def test_nobody_who_cannot_act_gets_a_post(where):
    state = new_state(places={"cedar": where})
    editor = index(state, "posts", "editor")
    assert posts.fill(state, log_of(state), editor, index(state, "people", "cedar")) == -1
    assert state.holder[editor] == BIRCH


def test_a_new_first_secretary_takes_clients_and_loosens_the_machine(state):
    north, alder = index(state, "posts", "north_first"), index(state, "people", "box")
    before = state.clients[0].copy()
    state.tenure[0] = 9
    posts.fill(state, log_of(state), north, alder)
    assert state.clients[0, BIRCH] == before[BIRCH] + (600 + 400) * 120 // 1000
    assert state.clients[0].sum() == 1000
    assert state.machine[0] == 400
    assert state.tenure[0] == 0


def test_a_first_secretary_leaves_his_old_region(state):
    alder = index(state, "people", "alder")
    posts.fill(state, log_of(state), index(state, "posts", "west_first"), alder)
    assert state.holder[index(state, "posts", "north_first")] == -1


def test_vacant_regions_are_filled_by_the_holder_of_appointments(state):
    log = log_of(state)
    posts.fill_regions(state, log)
    west = int(state.holder[index(state, "posts", "west_first")])
    assert state.scenario.people[west].id in ("lime", "larch")  # ash's own people are all placed
    assert [r.kind for r in log.records] == ["post", "secretary"]


def test_a_free_follower_comes_before_a_man_of_nobodys():
    people = (*world.people(), world.person("acacia", "ash", organisation=300))
    state = new_state(world=world.scenario(people=people))
    posts.fill_regions(state, log_of(state))
    assert state.holder[index(state, "posts", "west_first")] == index(state, "people", "acacia")


def test_a_vacant_post_becomes_a_choice_between_nominees(state):
    log = log_of(state)
    posts.vacate(state, log, index(state, "posts", "editor"))
    state.day += timedelta(days=1)
    vacancies.propose(state, log, Sitting("now", 0, state.day))
    names = [(m.movers, state.scenario.people[m.candidate].id) for m in state.agenda]
    assert names == [((0,), "aspen"), ((1,), "birch"), ((2,), "cedar")]  # ash himself has a greater post


def test_a_leader_may_name_somebody_himself():
    state = begun(1)
    posts.vacate(state, log_of(state), index(state, "posts", "editor"))
    while to_act(state).who != ASH:
        apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))
    order = Order.of("ash", "move", motion_type="elect", body="presidium", subject="editor:lime")
    assert why_not(state, order) is None
    assert order in legal_orders(state, "ash", "move")
    apply(state, order)
    assert why_not(state, order).id == "motion_again"
    while not state.session:
        apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))
    named = [(m.movers[0], state.scenario.people[m.candidate].id) for m in state.agenda if m.post >= 0]
    assert named[0] == (ASH, "lime")
    assert [leader for leader, _ in named].count(ASH) == 1


def test_nobody_is_named_for_a_post_that_is_held():
    state = begun(1)
    while to_act(state).who != ASH:
        apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))
    order = Order.of("ash", "move", motion_type="elect", body="presidium", subject="editor:lime")
    assert why_not(state, order) is not None
    assert all(o.get("motion_type") != "elect" for o in legal_orders(state, "ash", "move"))


def test_without_an_election_motion_the_strongest_leader_fills_the_post():
    motions = tuple(kind for kind in world.motion_types() if kind.id != "elect")
    state = new_state(world=world.scenario(motions=motions))
    log = log_of(state)
    editor = index(state, "posts", "editor")
    posts.vacate(state, log, editor)
    vacancies.propose(state, log, Sitting("now", 0, state.day))
    assert state.holder[editor] == -1  # a post that fell vacant today waits for the next sitting
    state.day += timedelta(days=1)
    vacancies.propose(state, log, Sitting("next", 0, state.day))
    assert state.holder[editor] == index(state, "people", "aspen")


def test_the_body_votes_on_a_vacant_post_in_play():
    state = begun(1)
    posts.vacate(state, log_of(state), index(state, "posts", "editor"))
    while state.turn == 1:
        apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))
    votes = [ballot for ballot in state.ballots if ballot.type == "elect"]
    assert votes
    assert sum(ballot.carried for ballot in votes) <= 1
    filled = state.holder[index(state, "posts", "editor")] >= 0
    assert filled == any(ballot.carried for ballot in votes)


def test_abolished_posts_lose_their_holders():
    gone = tuple(replace(post, exists_to=world.START) if post.id == "editor" else post for post in world.posts())
    state = new_state(world=world.scenario(posts=gone))
    state.day = state.scenario.turn_dates(2)[0]
    posts.close_abolished(state, log_of(state))
    assert state.holder[index(state, "posts", "editor")] == -1
    assert not posts.exists(state, index(state, "posts", "editor"))


def test_whoever_works_in_the_field_already_is_the_name_of_his_bloc():
    deputy = world.posts()[1]
    posts_ = (*world.posts(), replace(deputy, id="sub_editor", weight=20))
    state = new_state(world=world.scenario(posts=posts_))
    log = log_of(state)
    posts.fill(state, log, index(state, "posts", "sub_editor"), index(state, "people", "cherry"))
    editor = index(state, "posts", "editor")
    posts.vacate(state, log, editor)
    named = vacancies.nominations(state, 0, editor)
    cedar, cherry = index(state, "people", "cedar"), index(state, "people", "cherry")
    assert (cedar, cherry) in named


def test_a_region_the_record_leaves_empty_waits_until_it_has_changed_hands():
    empty = tuple(
        replace(post, vacant_from=world.START) if post.id == "west_first" else post for post in world.posts()
    )
    state = new_state(world=world.scenario(posts=empty))
    log, west = log_of(state), index(state, "posts", "west_first")
    posts.fill_regions(state, log)
    assert state.holder[west] == -1
    posts.fill(state, log, west, index(state, "people", "lime"))
    posts.vacate(state, log, west)
    posts.fill_regions(state, log)
    assert state.holder[west] >= 0


def test_an_empty_post_cannot_be_emptied(state):
    log = log_of(state)
    assert posts.vacate(state, log, index(state, "posts", "west_first")) == -1
    assert log.records == []


def test_a_region_stays_vacant_while_nobody_is_to_spare(state):
    state.in_party[[index(state, "people", name) for name in ("lime", "larch")]] = 0
    log = log_of(state)
    posts.fill_regions(state, log)
    assert state.holder[index(state, "posts", "west_first")] == -1 and log.records == []


def test_a_first_secretary_sent_where_he_is_already_is_no_replacement(state):
    from game.engine import appointments

    log = log_of(state)
    alder = index(state, "people", "alder")
    assert appointments.try_replace(state, log, 0, alder, ASH) == -1
    assert state.placements == [] and log.records == []


def test_without_anybody_who_appoints_the_share_of_the_appointed_stands_still(state):
    from game.engine import appointments

    posts.vacate(state, log_of(state), index(state, "posts", "head_clerk"))
    before = state.appointed
    state.clients[:, 0] = 1000
    appointments.refresh_share(state)
    assert state.appointed == before
