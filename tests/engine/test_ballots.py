"""Votes by name: every term of the model's table, and the rule of decision."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import votes_world as world
from hypothesis import given
from hypothesis import strategies as some

from game.engine import ballots, logistic, named_votes, question, votes
from game.engine.log import Log
from game.engine.state import ABROAD, Bench, Motion, State
from game.engine.support import support


def terms(state: State, motion: Motion, name: str) -> dict[str, int]:
    made = ballots.explain(state, motion, world.person_of(state, name))
    return {term.reason: term.amount for term in made.terms}


def plain_state() -> State:
    """No understandings, nobody thinks anything of anybody, nobody stands anywhere."""
    state = world.state()
    state.pacts = []
    state.opinion = np.zeros_like(state.opinion)
    state.axes = np.zeros_like(state.axes)
    return state


def test_a_follower_votes_his_leaders_line() -> None:
    state = plain_state()
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    assert terms(state, motion, "sorrel_0")["line"] == 900 * 1000 * 3350 // 1_000_000
    assert terms(state, motion, "thistle_0")["line"] == -3015
    assert "line" not in terms(state, motion, "first_of_mines")


def test_opinion_is_weighted_by_authority() -> None:
    state = plain_state()
    voter = world.person_of(state, "first_of_mines")
    state.opinion[voter, 0], state.opinion[voter, 2], state.opinion[voter, 1] = 300, -100, 200
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel", "zinnia")
    mean = (300 * 600 - 100 * 700) // 1300
    assert terms(state, motion, "first_of_mines")["opinion"] == (mean - 200) * 2350 // 1000


def test_axes_pull_towards_the_nearer_side() -> None:
    state = plain_state()
    state.axes[0], state.axes[1] = (500, 0, 0, 0), (-500, 0, 0, 0)
    voter = world.person_of(state, "first_of_mines")
    state.axes[voter] = (400, 900, 0, 0)
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    assert terms(state, motion, "first_of_mines")["axes"] == 400 * 1350 // 1000


def test_unity_weighs_less_on_men_of_authority_and_by_the_partys_unity() -> None:
    state = world.state()
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    margin = question.of(state, motion).margin
    state.authority[world.person_of(state, "first_of_mines")] = 900
    assert terms(state, motion, "first_of_mines")["unity"] == margin * 1500 * 500 // 1_000_000
    state.quantities[0] = 100
    assert terms(state, motion, "first_of_mines")["unity"] == margin * 900 * 500 // 1_000_000


def test_the_ban_strikes_the_side_without_the_leadership() -> None:
    state = world.state()
    state.severity[1] = 2000
    against_him = world.motion(state, "condemn", "council", "of_thistle", "sorrel", "zinnia")
    by_him = world.motion(state, "relieve", "council", "head_clerk", "thistle")
    assert terms(state, against_him, "first_of_mines")["ban"] == 1250 * 2000 // 1000
    assert terms(state, by_him, "first_of_mines")["ban"] == -1250 * 2000 // 1000


def test_the_worse_the_standing_the_smaller_the_reluctance() -> None:
    state = world.state()
    motion = world.motion(state, "expel", "council", "thistle", "sorrel")
    assert terms(state, motion, "first_of_mines")["severity"] == -750
    state.severity[1] = 2000
    assert terms(state, motion, "first_of_mines")["severity"] == -250
    state.severity[1] = 3000
    assert "severity" not in terms(state, motion, "first_of_mines")


def test_an_amended_motion_asks_for_no_severity() -> None:
    state = world.state()
    motion = world.motion(state, "expel", "council", "thistle", "sorrel")
    assert "severity" not in terms(state, replace(motion, amended=True), "first_of_mines")


def test_sponsors_and_targets_vote_for_themselves_whatever_they_fear() -> None:
    state = world.state()
    state.severity[1] = 3000
    motion = world.motion(state, "expel", "both", "thistle", "sorrel")
    for seed in range(60):
        state.seed = seed
        vote = named_votes.hold(state, question.of(state, motion), motion.body)
        cast = dict(zip(vote.voters.ids.tolist(), vote.cast.tolist(), strict=True))
        assert cast[0] == 1 and cast[1] == -1


@pytest.mark.parametrize("side", [1000, 0, -1000])
def test_who_declared_votes_as_declared(side: int) -> None:
    state = world.state()
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    motion.stands = ((world.person_of(state, "borage"), side),)
    for seed in range(40):
        state.seed = seed
        vote = named_votes.hold(state, question.of(state, motion), motion.body)
        cast = dict(zip(vote.voters.ids.tolist(), vote.cast.tolist(), strict=True))
        assert cast[world.person_of(state, "borage")] == side // 1000
    made = ballots.explain(state, motion, world.person_of(state, "borage"))
    assert [term.reason for term in made.terms] == ["declared"] and made.total == 8 * side


def test_terms_sum_to_the_points_used() -> None:
    state = world.state()
    state.severity[1] = 1000
    motion = world.motion(state, "expel", "both", "thistle", "sorrel", "zinnia")
    motion.lobbied, motion.speeches = ((world.person_of(state, "rue"), 280),), ((0, 90),)
    vote = named_votes.hold(state, question.of(state, motion), motion.body)
    for voter, points in zip(vote.voters.ids.tolist(), vote.points.tolist(), strict=True):
        assert ballots.explain(state, motion, voter).total == points
        assert abs(points) <= logistic.LIMIT
    assert terms(state, motion, "rue")["lobby"] == 280
    assert terms(state, motion, "rue")["speech"] == 90


def test_a_bench_seat_follows_the_secretary_or_keeps_its_patron() -> None:
    state = plain_state()
    capital = world.REGIONS.index("capital")
    state.bench[1] = Bench(np.array([capital, capital]), np.array([0, 0]), np.array([0, 1]))
    motion = world.motion(state, "condemn", "council", "of_clover", "sorrel")
    kept, following = (ballots.explain(state, motion, ballots.bench_id(state, 1, seat)) for seat in (0, 1))
    assert {t.reason: t.amount for t in kept.terms}["line"] == 750 * 3350 // 1000
    assert {t.reason: t.amount for t in following.terms}["line"] == -(750 * 3350 // 1000) - 1
    state.holder[state.scenario.index["posts"]["capital_first"]] = world.person_of(state, "sorrel_0")
    following = ballots.explain(state, motion, ballots.bench_id(state, 1, 1))
    assert {t.reason: t.amount for t in following.terms}["line"] == 2512


def test_bench_numbers_read_back() -> None:
    state = world.state()
    for body, seat in ((1, 0), (2, 49)):
        assert ballots.bench_seat(state, ballots.bench_id(state, body, seat)) == (body, seat)


def test_no_ghost_votes() -> None:
    state = world.state()
    gone = [world.person_of(state, name) for name in ("rue", "tansy", "borage", "clover")]
    state.alive[gone[0]], state.in_party[gone[1]], state.place[gone[2]], state.ill[gone[3]] = 0, 0, ABROAD, 1
    motion = world.motion(state, "condemn", "both", "of_thistle", "sorrel")
    ballot = votes.hold(state, motion, world.sitting(state, "both"), Log(state))
    assert not set(gone) & set(ballot.voters)
    assert ballot.absent >= len(gone)
    with pytest.raises(ValueError):
        ballots.explain(state, motion, gone[0])


def test_a_joint_body_counts_everybody_once() -> None:
    state = world.state()
    state.full[2] = (*state.full[2], state.full[1][3])
    there = ballots.voters(
        state, 3, question.of(state, world.motion(state, "report", "both", "", "sorrel")).ends
    )
    assert len(set(there.ids.tolist())) == len(there.ids) == 90 - 1 + 1


def test_twin_worlds_share_the_luck_of_every_other_voter() -> None:
    state, twin = world.state(), world.state()
    twin.ill[world.person_of(twin, "rue")] = 1
    motion = world.motion(state, "report", "council", "", "sorrel")
    one, other = (votes.hold(s, motion, world.sitting(s, "council"), Log(s)) for s in (state, twin))
    mine = dict(zip(one.voters, one.ballots, strict=True))
    theirs = dict(zip(other.voters, other.ballots, strict=True))
    same = sum(mine[voter] == cast for voter, cast in theirs.items())
    assert len(theirs) == len(mine) - 1 and same >= len(theirs) - 1  # the bandwagon may tip one


def test_a_vote_is_recorded_with_its_causes() -> None:
    state = world.state()
    log = Log(state)
    made = log.write("motion", 0)
    pact = log.write("pact", 0)
    log.changed("pact three", pact)
    motion = replace(world.motion(state, "condemn", "council", "of_thistle", "sorrel"), made_by=made)
    ballot = votes.hold(state, motion, world.sitting(state, "council"), log)
    record = log.records[-1]
    assert state.ballots == [ballot] and ballot.record == record.number
    assert {made, pact} <= set(record.causes)
    assert record.data["votes_for"] == ballot.votes_for == sum(1 for cast in ballot.ballots if cast == 1)
    total = ballot.votes_for + ballot.votes_against + ballot.abstained + ballot.absent
    assert total == 40


def test_breaking_with_the_bloc_is_noted() -> None:
    state = world.state()
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    motion.lobbied = ((world.person_of(state, "sorrel_1"), -30000),)
    log = Log(state)
    votes.hold(state, motion, world.sitting(state, "council"), log)
    assert "sorrel_1" in log.records[-1].data["broke"]


numbers = some.integers(0, 300)


@given(numbers, numbers, numbers, numbers)
def test_thresholds(votes_for: int, votes_against: int, abstained: int, absent: int) -> None:
    entitled = votes_for + votes_against + abstained + absent
    tally = (votes_for, votes_against, abstained, entitled)
    assert votes.carries("majority", *tally) == (votes_for > votes_against)
    if votes.carries("two_thirds_entitled", *tally):
        assert votes.carries("two_thirds", *tally) and votes_for * 3 >= entitled * 2
    if votes.carries("two_thirds", *tally):
        assert votes.carries("majority", *tally)


def test_two_thirds_are_exactly_two_thirds() -> None:
    assert votes.carries("two_thirds", 4, 2, 0, 9) and not votes.carries("two_thirds", 3, 1, 1, 9)
    assert votes.carries("two_thirds_entitled", 6, 0, 0, 9) and not votes.carries(
        "two_thirds_entitled", 5, 0, 0, 9
    )


def test_support_counts_followers_and_allies() -> None:
    state = world.state()
    certain, of = support(state, 1, 0)
    assert (certain, of) == (1, 7)
    assert support(state, 0, 0) == (6, 7)
    share, thousand = support(state, 0, state.scenario.index["bodies"]["assembly_of_all"])
    assert thousand == 1000 and 0 < share < 1000
