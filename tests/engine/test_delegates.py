"""Delegates: seats, tickets and one vote over all of them."""

from __future__ import annotations

import time

import numpy as np
import votes_world as world

from game.engine import apportionment, delegates, question, votes
from game.engine.log import Log
from game.engine.state import Motion, Sitting, State


def case(seed: int = 1) -> tuple[State, Motion, Sitting]:
    state = world.state(seed)
    motion = world.motion(state, "condemn", "assembly_of_all", "of_thistle", "sorrel", "zinnia")
    return state, motion, world.sitting(state, "assembly_of_all", 748)


def test_seats_follow_full_members_and_candidates_where_they_count() -> None:
    state, _, sitting = case()
    assert (
        apportionment.delegations(state, sitting) == apportionment.largest_remainder(state.members, 748)
    ).all()
    state.novices[0] *= 20
    plain = apportionment.delegations(state, sitting)
    sitting.candidates_count = True
    assert apportionment.delegations(state, sitting)[0] > plain[0]


def test_every_delegate_is_counted_once_and_by_region() -> None:
    state, motion, sitting = case()
    ballot = votes.hold(state, motion, sitting, Log(state))
    assert ballot.votes_for + ballot.votes_against + ballot.abstained + ballot.absent == 748
    rows = np.array(ballot.by_region)
    assert rows.sum(axis=0).tolist() == [ballot.votes_for, ballot.votes_against, ballot.abstained]
    assert (rows.sum(axis=1) <= apportionment.delegations(state, sitting)).all()


def test_explain_gives_the_points_used_to_the_last_one() -> None:
    state, motion, sitting = case()
    vote = delegates.hold(state, question.of(state, motion), sitting)
    points = vote.terms.total()
    for region in range(16):
        for ticket in (False, True):
            for official in (False, True):
                made = delegates.explain(state, motion, region, sitting, ticket, official)
                assert made.total == points[region * 4 + 2 * ticket + official]


def test_the_terms_of_a_delegate_are_the_models() -> None:
    state, motion, sitting = case()
    state.severity[1] = 1000
    put, capital = question.of(state, motion), world.REGIONS.index("capital")
    found = {
        t.reason: t.amount for t in delegates.explain(state, motion, capital, sitting, False, True).terms
    }
    assert found["ticket"] == -3350 * 950 // 1000
    assert found["orators"] == 300 * (900 - 950) // 1000
    strength = min(abs(put.margin) + 300, 1000)
    assert found["unity"] == put.lead * 1500 // 1000 * strength // 1000
    assert found["ban"] == put.lead * 1250 // 1000 * (600 + 200) // 1000
    plain = {
        t.reason: t.amount for t in delegates.explain(state, motion, capital, sitting, True, False).terms
    }
    assert plain["ticket"] == 3350 * 950 // 1000
    assert plain["unity"] == found["unity"] * 600 // 1000


def test_officials_follow_the_share_appointed() -> None:
    state, motion, sitting = case()
    state.appointed = 316
    assert delegates.officials(state) == 555
    there = delegates.seat(state, question.of(state, motion), apportionment.delegations(state, sitting))
    assert abs(int(there.official.sum()) * 1000 // 748 - 555) < 60


def test_a_seat_keeps_its_luck_when_another_region_gains_seats() -> None:
    state, motion, sitting = case()
    put = question.of(state, motion)
    seats = apportionment.delegations(state, sitting)
    more = seats.copy()
    more[0] += 5
    one, other = delegates.seat(state, put, seats), delegates.seat(state, put, more)
    later = other.region > 0
    assert (one.ticket[one.region > 0] == other.ticket[later]).all()
    assert (one.official[one.region > 0] == other.official[later]).all()


def test_a_capital_of_the_opposition_sends_its_tickets() -> None:
    state, motion, sitting = case()
    capital = world.REGIONS.index("capital")
    before = sum(
        votes.hold(world.state(n), motion, sitting, Log(state)).by_region[capital][1] for n in range(20)
    )
    after = 0
    for seed in range(20):
        twin = world.state(seed)
        twin.holder[twin.scenario.index["posts"]["capital_first"]] = world.person_of(twin, "thistle_0")
        after += votes.hold(twin, motion, sitting, Log(twin)).by_region[capital][1]
    assert after > 2 * before


def test_a_vote_of_a_thousand_is_quick() -> None:
    state, motion, _ = case()
    sitting = world.sitting(state, "assembly_of_all", 1000)
    put = question.of(state, motion)
    vote = delegates.hold(state, put, sitting)
    points, kind, ids = vote.terms.total(), vote.delegates.kind, vote.delegates.ids

    def best(work: object, times: int = 30) -> float:
        spent = []
        for _ in range(times):
            start = time.perf_counter()
            work()  # type: ignore[operator]
            spent.append(time.perf_counter() - start)
        return min(spent)

    bare = best(lambda: delegates.cast(state, "x", ids, kind, points))
    plain = best(lambda: sum(1 for number in range(1000) if number * 2654435761 % 1000 < 500), 10)
    assert bare < 2 * plain  # a bare ballot costs less than a plain loop over the delegates
    assert best(lambda: delegates.hold(state, put, sitting)) < 0.005


def test_asked_of_no_ticket_the_likelier_one_of_the_region_answers() -> None:
    state, motion, _ = case()
    sitting = world.sitting(state, "assembly_of_all", 1600)
    there = delegates.hold(state, question.of(state, motion), sitting).delegates
    seen = set()
    for region in range(len(state.members)):
        mine = there.ticket[there.region == region]
        if len(mine) < 30 or abs(int(mine.sum()) * 2 - len(mine)) < len(mine) // 2:
            continue  # a region in doubt may send either
        likelier = bool(mine.sum() * 2 > len(mine))
        asked = delegates.explain(state, motion, region, sitting)
        assert asked == delegates.explain(state, motion, region, sitting, likelier)
        seen.add(likelier)
    assert seen
