"""Laws of every game of every scenario, tested on legal random play from its first day to its last."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from game.engine import Order, apply, people, start, to_act, why_not
from game.engine.digest import digest
from game.engine.random_play import RandomPlayer
from game.scenario import load
from game.scenario.places import scenarios_dir

FOLDERS = sorted(path.parent for path in Path(scenarios_dir()).glob("*/scenario.yaml"))
#: Decisions between two checks of everything.
STRIDE = 25


@pytest.fixture(scope="module", params=FOLDERS, ids=lambda folder: folder.name)
def scenario(request):
    return load(request.param)


@pytest.fixture(scope="module")
def game(scenario):
    """A whole random game: its last state, its records, and those who could not act when they acted."""
    state, records = start(scenario, 1)
    player, ghosts = RandomPlayer(1), []
    for record in records:
        ghosts += ghost(state, state, record)
    decisions = 0
    while decision := to_act(state):
        order = player(state, decision)
        assert Order.parse(str(order)) == order
        before = state.copy()
        fresh = apply(state, order)
        for record in fresh:
            ghosts += ghost(before, state, record)
        records += fresh
        decisions += 1
        if decisions % STRIDE == 0:
            check(state)
    check(state)
    return state, records, ghosts


def ghost(before, after, record):
    """The record, if who acted in it could act neither before nor after."""
    if not record.acted or record.who is None or record.data.get("away"):
        return []
    person = before.scenario.index["people"][record.who]
    return [] if people.can_act(before, person) or people.can_act(after, person) else [record]


def check(state):
    """What holds at every moment."""
    assert (state.clients.sum(axis=1) == 1000).all()
    assert (state.clients >= 0).all()
    holders = state.holder[state.holder >= 0]
    assert all(people.can_act(state, int(person)) for person in holders)
    for body, data in enumerate(state.scenario.bodies):
        bench = state.bench[body]
        seats = len(state.full[body]) + (0 if bench is None else len(bench.region))
        assert seats <= state.sizes[body][0], data.id
        assert len(state.candidates[body]) <= state.sizes[body][1], data.id
        assert not set(state.full[body]) & set(state.candidates[body]), data.id
        assert all(people.can_act(state, person) for person in state.full[body] + state.candidates[body])
    for name in ("authority", "health", "credit", "cohesion", "exposure", "machine", "autonomy", "fear"):
        column = getattr(state, name)
        assert (column >= 0).all() and (column <= 1000).all(), name
    assert np.abs(state.opinion).max() <= 1000
    assert (state.orders_left >= 0).all()


def test_it_ends_on_time(scenario, game):
    state, records, _ = game
    assert to_act(state) is None
    assert state.turn == scenario.turns
    assert records[-1].kind == "outcome"


def test_no_ghost_acts(game):
    _, _, ghosts = game
    assert ghosts == []


def test_tallies_add_up_and_nobody_votes_twice(game):
    state, _, _ = game
    assert state.ballots
    for ballot in state.ballots:
        if not ballot.voters:
            continue
        assert len(set(ballot.voters)) == len(ballot.voters)
        cast = list(ballot.ballots)
        assert (cast.count(1), cast.count(-1), cast.count(0)) == (
            ballot.votes_for,
            ballot.votes_against,
            ballot.abstained,
        )


def test_an_assembly_counts_each_delegate_once(game):
    state, _, _ = game
    for ballot in state.ballots:
        if ballot.by_region:
            columns = [sum(column) for column in zip(*ballot.by_region, strict=True)]
            assert columns == [ballot.votes_for, ballot.votes_against, ballot.abstained]


def test_every_record_has_its_number_and_earlier_causes(game):
    _, records, _ = game
    assert [record.number for record in records] == list(range(len(records)))
    assert all(0 <= cause < record.number for record in records for cause in record.causes)


def test_the_same_seed_and_orders_give_the_same_game_and_a_copy_is_as_good(scenario):
    one, _ = start(scenario, 7)
    other, _ = start(scenario, 7)
    player = RandomPlayer(7)
    for step in range(60):
        decision = to_act(one)
        if decision is None:
            break
        order = player(one, decision)
        apply(one, order)
        apply(other, order)
        if step % 10 == 0:
            other = other.copy()
    assert digest(one) == digest(other)


def test_every_decision_has_a_legal_answer(scenario):
    from game.engine import legal_orders

    state, _ = start(scenario, 3)
    player, kinds = RandomPlayer(3), set()
    for _ in range(150):
        decision = to_act(state)
        if decision is None:
            break
        if decision.kind not in kinds:
            kinds.add(decision.kind)
            who = state.scenario.people[decision.who].id
            orders = legal_orders(state, who)
            assert orders
            assert all(why_not(state, order) is None for order in orders)
        apply(state, player(state, decision))
    assert "window" in kinds
