"""Patron chains, lines, the leadership margin and guilt by association."""

from __future__ import annotations

import votes_world as world
from hypothesis import given
from hypothesis import strategies as some

from game.engine import lines, people, question, support
from game.engine.atlas import Atlas
from game.engine.state import ABROAD, EXILED, Pact


def test_a_chain_ends_in_the_last_leader() -> None:
    state = world.state()
    first, leader = world.person_of(state, "sorrel_0"), world.person_of(state, "sorrel")
    assert lines.leader_of(state, first) == lines.leader_of(state, leader) == 0
    assert lines.leader_of(state, world.person_of(state, "loose_0")) == -1
    state.patron[leader] = world.person_of(state, "zinnia")
    assert lines.leader_of(state, first) == 2
    assert lines.bloc_of(state, first) == 0


def test_a_circle_of_patrons_ends() -> None:
    state = world.state()
    one, other = world.person_of(state, "loose_0"), world.person_of(state, "loose_1")
    state.patron[one], state.patron[other] = other, one
    assert lines.leader_of(state, one) == -1


@given(some.lists(some.integers(-1, 55), min_size=56, max_size=56), some.sets(some.integers(0, 55)))
def test_all_chains_at_once_are_the_chains_one_by_one(patrons: list[int], dead: set[int]) -> None:
    state = world.state()
    state.patron[:] = patrons
    state.alive[list(dead)] = 0
    one_by_one = [lines.leader_of(state, person) for person in range(56)]
    assert [bloc if bloc < 7 else -1 for bloc in lines.leaders(state).tolist()] == one_by_one


def test_the_dead_lead_nobody() -> None:
    state = world.state()
    state.alive[world.person_of(state, "zinnia")] = 0
    assert lines.leader_of(state, world.person_of(state, "zinnia_1")) == -1


def test_only_people_present_vote() -> None:
    state = world.state()
    state.alive[0], state.in_party[1], state.place[2], state.place[3], state.ill[4] = 0, 0, ABROAD, EXILED, 2
    assert [lines.votes(state, person) for person in range(6)] == [False] * 5 + [True]
    everyone = range(len(state.alive))
    assert [people.present(state, person) for person in everyone] == lines.voting(state).astype(bool).tolist()
    assert [lines.votes(state, person) for person in everyone] == lines.voting(state).astype(bool).tolist()


def test_lines_follow_sides_then_pacts() -> None:
    state = world.state()
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    # mover; target; two partners of 900; three of 600
    assert [lines.line(state, motion, bloc) for bloc in range(7)] == [1000, -1000, 900, 900, 600, 600, 600]


def test_the_strongest_pact_with_each_side_counts() -> None:
    state = world.state()
    state.pacts.append(Pact("odd", (1, 4), 250, False, 1, 0, 0))
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    assert lines.line(state, motion, 4) == 600 - 250
    state.pacts[-1].until, state.turn = 2, 3  # it has run out
    assert lines.line(state, motion, 4) == 600


def test_a_leader_who_declares_takes_his_bloc_along() -> None:
    state = world.state()
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    motion.stands = ((2, -1000), (3, 0))
    both = lines.sides(state, motion)
    assert both.against_blocs == (1, 2) and both.abstaining == (3,)
    assert lines.line(state, motion, 2) == -1000
    assert lines.line(state, motion, 3) == 0


def test_the_target_of_a_favour_is_for_it() -> None:
    state = world.state()
    favour = world.motion(state, "raise", "council", "thistle", "sorrel")
    assert lines.sides(state, favour).for_blocs == (0, 1)
    blow = world.motion(state, "expel", "council", "thistle", "sorrel")
    assert lines.sides(state, blow).against_blocs == (1,)


def test_the_holder_of_a_post_opposes_its_vacating() -> None:
    state = world.state()
    motion = world.motion(state, "relieve", "council", "head_clerk", "zinnia", "clover")
    both = lines.sides(state, motion)
    assert both.for_blocs == (2, 3) and both.against_blocs == (0,)
    assert both.against_people == (0,)


def test_margin_counts_twice_the_line_and_regard_without_one() -> None:
    state = world.state()
    state.pacts = []
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    # for, against, and five without a line who think nothing of either
    assert lines.margin(state, motion) == 0
    state.opinion[2, 0], state.opinion[3, 0] = 600, 100
    assert lines.margin(state, motion) == (1000 - 1000 + 700 + 200) // 7


@given(some.integers(-1000, 1000))
def test_lead_is_full_at_a_clear_majority_and_fades_to_nothing(margin: int) -> None:
    state = world.state()
    lead = lines.lead(state, margin)
    assert lead == max(-1000, min(1000, 3500 * margin // 1000))
    assert abs(lead) == 1000 or abs(margin) < 300


def test_open_alliances_share_the_worst_severity() -> None:
    state = world.state()
    state.pacts = [Pact("x", (1, 2), 700, False, 1, 0, 0), Pact("y", (2, 3), 300, False, 1, 0, 0)]
    state.severity[1] = 2000
    assert lines.shared_severity(state, 2) == 2000
    assert lines.shared_severity(state, 3) == 0  # a loose understanding is not an alliance
    state.pacts[0].secret = True
    assert lines.shared_severity(state, 2) == 0  # nobody knows


def test_camps_are_the_largest_alliance_and_the_rest() -> None:
    state = world.state()
    leading, facing = lines.camps(state)
    assert leading == (0, 2, 3, 4, 5, 6) and facing == (1,)
    assert Atlas.of(state.scenario).bureau == 0


def test_without_a_bureau_there_is_no_margin_and_without_leaders_there_are_no_camps() -> None:
    state = world.state()
    state.full[0] = ()
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    assert question.of(state, motion).margin == 0
    state.alive[:7] = 0
    assert lines.camps(state) == ((), ())


def test_who_is_of_no_bloc_has_no_allies() -> None:
    state = world.state()
    council = state.scenario.index["bodies"]["council"]
    loner = next(person for person in state.full[council] if lines.bloc_of(state, person) < 0)
    assert support.support(state, loner, council) == (1, 40)  # himself
