"""Crossings, certain support and newcomers are counted to the letter, with plain counting beside them."""

from __future__ import annotations

from dataclasses import replace
from types import SimpleNamespace

import numpy as np
import pytest
import votes_world as world

from game.engine import committee, lines, logistic, named_votes, power_index, votes
from game.engine import question as questions
from game.engine.log import Log
from game.engine.parameters import Parameters
from game.engine.support import support


@pytest.fixture
def state():
    return world.state()


@pytest.mark.parametrize("line", [-1000, -300, -299, 0, 299, 300, 1000])
@pytest.mark.parametrize("cast", [1, -1, 0, 2])
def test_only_a_vote_against_a_line_that_binds_is_a_crossing(state, line, cast):
    motion = world.motion(state, "condemn", "council", "zinnia", "sorrel")
    question = questions.of(state, motion)
    vote = named_votes.hold(state, question, state.scenario.index["bodies"]["council"])
    bound = SimpleNamespace(lines=np.full(len(state.scenario.blocs) + 1, line))
    found = votes.broke(state, bound, replace(vote, cast=np.full_like(vote.cast, cast)))
    crossed = abs(line) >= 300 and (line, cast) in [(line, -1 if line > 0 else 1)]
    assert len(found) == (vote.voters.people if crossed else 0)


def test_the_secretaries_of_a_side_fill_half_by_their_own_and_half_by_their_clients(state):
    body = state.scenario.index["bodies"]["assembly_of_all"]
    for leader in (0, 1, 2):
        bloc = lines.bloc_of(state, leader)
        allied = lines.pacts(state)[bloc] >= Parameters.of(state.scenario).alliance
        firsts, filled, members = lines.secretary_blocs(state), 0, 0
        for region, first in enumerate(firsts.tolist()):
            own = 1000 if first < len(allied) and allied[first] else 0
            clients = sum(int(state.clients[region, one]) for one in range(len(allied)) if allied[one])
            filled += int(state.machine[region]) * (own + clients) // 2000 * int(state.members[region])
            members += int(state.members[region])
        assert support(state, leader, body) == (filled // members, 1000)
        assert 0 < filled // members < 1000


def test_who_has_no_bloc_has_no_support_in_an_assembly(state):
    loner = next(p for p in range(len(state.scenario.people)) if lines.bloc_of(state, p) < 0)
    assert support(state, loner, state.scenario.index["bodies"]["assembly_of_all"]) == (0, 1000)
    assert power_index.share(state, -1) == 0


def test_an_even_body_is_decided_by_more_than_half(state):
    bureau = state.scenario.index["bodies"]["presidium"]
    state.full[bureau] = (0, 1, 2, world.person_of(state, "sorrel_0"))
    assert power_index.as_blocs(state, bureau)[:3] == power_index.banzhaf((2, 1, 1), 3) == (600, 200, 200)


def test_a_chance_is_that_of_the_table_at_every_point():
    points = [-9000, -8000, -7999, -1, 0, 1, 500, 7999, 8000, 9000]
    assert [logistic.chance(one) for one in points] == logistic.chances(np.array(points)).tolist()
    assert logistic.chance(0) == logistic.ONE // 2 and logistic.chance(1) > logistic.chance(0)
    assert [logistic.thousandths(one) for one in (-9000, 0, 9000)] == [0, 500, 999]


def test_newcomers_who_are_nobodys_owe_their_seats_and_it_is_recorded(state):
    atlas_led = {state.scenario.index["people"][bloc.leader] for bloc in state.scenario.blocs}
    free = [p for p in range(len(state.scenario.people)) if state.patron[p] < 0 and p not in atlas_led]
    owned = [p for p in range(len(state.scenario.people)) if state.patron[p] >= 0]
    log, before = Log(state), state.patron.copy()
    state.records = 6
    committee._adopt(state, log, [min(atlas_led), owned[0], *free], 5)
    changed = np.flatnonzero(state.patron != before).tolist()
    assert changed and set(changed) <= set(free)
    assert all(int(state.patron[person]) in atlas_led for person in changed)
    names = [(state.scenario.people[p].id, state.scenario.people[int(state.patron[p])].id) for p in changed]
    assert [(one.kind, one.about, one.causes, one.data["was"]) for one in log.records] == [
        ("patron", about, (5,), "nobody") for about in names
    ]
    assert [state.provenance[f"patron {name}"] for name, _ in names] == [one.number for one in log.records]
