"""Committee elections: the list, the crossings, the bench."""

from __future__ import annotations

from typing import Any

import machine_world as machine
import numpy as np
import votes_world as world

from game.engine import bodies, committee, question, votes
from game.engine.log import Log
from game.engine.state import EXILED, State


def elect(state: State, body: str, seats: int = 748) -> Log:
    log = Log(state)
    place = state.scenario.index["bodies"][body]
    committee.elect(state, place, world.sitting(state, "assembly_of_all", seats), log)
    return log


def _election(log: Log) -> dict[str, Any]:
    return next(record.data for record in log.records if record.kind == "election")


def test_two_thirds_of_a_committee_have_names_and_the_bench_fills_it() -> None:
    state = world.state()
    elect(state, "council")
    assert len(state.full[1]) == 40 * 680 // 1000
    assert bodies.named_seats(state, 1) == 40
    assert len(state.candidates[1]) == 6


def test_the_leadership_makes_the_list() -> None:
    state = world.state()
    state.severity[1] = 2000
    about = "council "
    put = committee.contest(state, world.sitting(state, "assembly_of_all", 748))
    found = committee.rank(state, 1, 0, put, about)
    assert {t.reason: t.amount for t in found.terms if t.reason != "luck"} == {
        "authority": 600,
        "leading_side": 200,
        "sitting_member": 300,
    }
    other = {t.reason: t.amount for t in committee.rank(state, 1, 1, put, about).terms}
    assert other["other_side"] == -(120 + 2000 // 8)


def test_the_opposition_makes_it_if_it_wins_the_report() -> None:
    state = world.state()
    motion = world.motion(state, "condemn", "assembly_of_all", "of_sorrel", "thistle")
    sitting = world.sitting(state, "assembly_of_all", 100)
    ballot = votes.hold(state, motion, sitting, Log(state))
    ballot.carried = True
    assert committee.contest(state, sitting).sides.for_blocs == (1,)
    ballot.carried = False
    assert committee.contest(state, sitting).sides.for_blocs == (0,)


def test_points_for_crossing_out_are_the_models() -> None:
    state = world.state()
    put = question.between(state, (0, 2), (1,), "x")
    members = committee.electors_of(state, put, 1, world.sitting(state, "council"))
    state.opinion[0, 1] = -400
    names, kinds = committee.crossing_points(state, put, members, 1)
    assert names[0] == -3500 + 400 * 2350 // 1000 + 3350  # the secretary, of the other side
    assert names[1] == -8000  # himself
    capital = world.REGIONS.index("capital")
    plain = -3500 - 330 * 2350 // 1000
    assert kinds[3 * capital : 3 * capital + 3].tolist() == [plain, plain, plain + 3350]


def test_an_office_takes_no_leader_who_does_not_sit_there() -> None:
    small = machine.new_state()
    small.full[3] = (3,)
    small.sizes[3] = (3, 0)
    sitting = world.Sitting("", 1, small.day)
    committee.elect(small, 3, sitting, Log(small))
    assert 3 in small.full[3] and len(small.full[3]) == 3
    assert not set(small.full[3]) & {0, 1, 2}


def test_crossings_are_the_congresss_opinion_poll() -> None:
    """The model note on a congress of 748: 24 crossings for the secretary, 293 for the loser of the discussion."""
    state = world.first_spring()
    put = question.between(state, (0, 2, 3, 4, 5, 6), (1,), "spring")
    electors = committee.electors_of(state, put, 4, world.sitting(state, "assembly_of_all", 748))
    counts = [committee.crossed(state, put, electors, person, "spring") for person in range(7)]
    assert 10 <= counts[0] <= 45
    assert 220 <= counts[1] <= 340
    assert max(counts[0], *counts[2:]) < counts[1]


def test_whoever_more_than_half_cross_out_is_not_elected() -> None:
    state = world.state()
    state.sentiment[:, 1] = -1000
    log = elect(state, "council")
    data = _election(log)
    assert data["crossings"]["thistle"] * 2 > data["electors"]
    assert "thistle" not in data["full"]
    assert len(data["full"]) == 27  # the next on the list took the place


def test_nobody_gone_is_listed() -> None:
    state = world.state()
    state.alive[3], state.in_party[4], state.place[5] = 0, 0, EXILED
    elect(state, "council")
    assert not {3, 4, 5} & set(state.full[1] + state.candidates[1])


def test_controllers_sit_in_no_committee_and_lead_no_bloc() -> None:
    state = world.state()
    elect(state, "council")
    elect(state, "auditors")
    assert not set(state.full[2]) & set(state.full[1] + state.candidates[1])
    assert min(state.full[2]) >= 7
    assert bodies.named_seats(state, 2) == 50


def test_the_committee_chooses_the_bureau_among_its_own() -> None:
    state = world.state()
    elect(state, "council")
    log = elect(state, "presidium")
    assert _election(log)["electors"] <= 40
    assert set(state.full[0]) <= set(state.full[1])
    assert len(state.full[0]) == 7


def test_the_bench_mirrors_the_machines_of_the_day() -> None:
    state = world.state()
    state.sizes[1] = (4000, 0)
    state.clients[:] = 0
    state.clients[:, 3] = 700
    state.clients[:, -1] = 300
    elect(state, "council")
    bench = state.bench[1]
    assert bench is not None
    assert abs(float((bench.patron == 3).mean()) - 0.7) < 0.05
    assert abs(float(bench.follows.mean()) - 0.5) < 0.05
    shares = np.bincount(bench.region, minlength=16) / len(bench.region)
    assert np.abs(shares - state.members / state.members.sum()).max() < 0.03


def test_an_election_is_recorded_and_moves_no_other_luck() -> None:
    one, other = world.state(), world.state()
    other.authority[world.person_of(other, "loose_0")] = 900
    first, second = _election(elect(one, "council")), _election(elect(other, "council"))
    shared = set(first["crossings"]) & set(second["crossings"]) - {"loose_0"}
    assert len(shared) > 20
    assert all(first["crossings"][name] == second["crossings"][name] for name in shared)
