"""No ghosts: whoever is dead, expelled or exiled holds nothing, attends nothing and does nothing."""

from __future__ import annotations

import machine_world as world
import pytest
from machine_world import begun, log_of, new_state

from game.engine import Order, apply, people, to_act
from game.engine.random_play import RandomPlayer
from game.engine.state import Pact

ASH, BIRCH, CEDAR = 0, 1, 2
GONE = ["dead", "expelled", "exiled", "deported"]


@pytest.fixture
def state():
    return new_state()


@pytest.mark.parametrize("status", GONE)
def test_the_fallen_lose_every_post_and_seat(state, status):
    people.set_status(state, log_of(state), BIRCH, status)
    assert not people.can_act(state, BIRCH)
    assert BIRCH not in state.holder.tolist()
    assert all(BIRCH not in members for members in state.full + state.candidates)


@pytest.mark.parametrize(
    ("status", "acts", "present"), [("posted", True, True), ("abroad", True, False), ("ill", True, False)]
)
def test_the_absent_act_but_do_not_attend(state, status, acts, present):
    people.set_status(state, log_of(state), BIRCH, status)
    assert people.can_act(state, BIRCH) is acts
    assert people.present(state, BIRCH) is present
    assert BIRCH in state.full[0]


def test_the_readmitted_act_again_away_from_the_centre(state):
    log = log_of(state)
    people.set_status(state, log, BIRCH, "deported")
    people.set_status(state, log, BIRCH, "readmitted")
    assert people.can_act(state, BIRCH)
    assert state.place[BIRCH] == 1
    assert BIRCH not in state.full[0]


def test_a_dead_leader_leaves_no_bloc_behind(state):
    state.pacts = [Pact("two", (0, 1), 700, False, 0, 0, 7), Pact("three", (0, 1, 2), 700, False, 0, 0, 7)]
    people.die(state, log_of(state), BIRCH)
    assert state.clients[:, BIRCH].sum() == 0
    assert (state.clients.sum(axis=1) == 1000).all()
    assert [pact.members for pact in state.pacts] == [(0, 2)]
    assert BIRCH not in state.patron.tolist()


def test_death_is_written_once(state):
    log = log_of(state)
    assert people.die(state, log, BIRCH) >= 0
    assert people.die(state, log, BIRCH) == -1
    assert people.set_status(state, log, BIRCH, "centre") == -1


def test_orders_of_the_ill_and_the_exiled(state):
    assert people.orders_of(state, BIRCH) == 3
    people.set_status(state, log_of(state), BIRCH, "ill")
    assert people.orders_of(state, BIRCH) == 2
    people.set_status(state, log_of(state), BIRCH, "exiled")
    assert people.orders_of(state, BIRCH) == 1
    people.die(state, log_of(state), BIRCH)
    assert people.orders_of(state, BIRCH) == 0


def test_the_healthy_do_not_fall_ill_and_the_frail_may(state):
    state.health[BIRCH], state.health[CEDAR] = 451, 0
    fell = {BIRCH: 0, CEDAR: 0}
    for seed in range(60):
        twin = state.copy()
        twin.seed = seed
        people.health_of_the_turn(twin, log_of(twin))
        for person in fell:
            fell[person] += int(twin.ill[person] > 0)
    assert fell[BIRCH] == 0
    assert 15 <= fell[CEDAR] <= 40  # 450 per mille of 60


def test_illness_ends_and_restores(state):
    state.ill[BIRCH], state.health[BIRCH] = 1, 600
    people.health_of_the_turn(state, log_of(state))
    assert (state.ill[BIRCH], state.health[BIRCH]) == (0, 640)


def test_a_named_member_takes_a_bench_seat_and_a_bureau_grows(state):
    log, council = log_of(state), state.scenario.index["bodies"]["council"]
    lime = state.scenario.index["people"]["lime"]
    bench = len(state.bench[council].region)
    people.give_seat(state, log, council, lime, "full")
    assert len(state.bench[council].region) == bench - 1
    people.give_seat(state, log, 0, lime, "full")
    assert state.sizes[0] == (5, 1)


def test_a_promoted_candidate_is_no_longer_one(state):
    bay = state.scenario.index["people"]["bay"]
    people.give_seat(state, log_of(state), 0, bay, "full")
    assert bay in state.full[0] and bay not in state.candidates[0]


@pytest.mark.parametrize("status", GONE)
def test_the_fallen_take_no_part_for_the_rest_of_the_game(status):
    state = begun(3, world.scenario())
    people.set_status(state, log_of(state), BIRCH, status)
    player, records = RandomPlayer(3), []
    while decision := to_act(state):
        assert decision.who != BIRCH or status != "dead"
        assert decision.kind == "window" or decision.who != BIRCH
        records += apply(state, player(state, decision))
    acted = [r for r in records if r.acted and r.who == "birch" and not r.data.get("away")]
    assert acted == []
    assert all(BIRCH not in ballot.voters for ballot in state.ballots)


def test_a_contender_who_falls_in_his_own_window_loses_the_session():
    state = begun(1)
    first = to_act(state).who
    people.set_status(state, log_of(state), first, "abroad")
    asked = []
    while (decision := to_act(state)) and state.turn == 1:
        asked.append((decision.kind, decision.who))
        apply(state, Order.of(state.scenario.people[decision.who].id, "done"))
    assert ("session", first) not in asked
