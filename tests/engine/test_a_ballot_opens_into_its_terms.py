"""What moves a voter is weighed to the last point and told with his name, his leader, his region and his seat."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import votes_world as world

from game.engine import ballots, lines, logistic
from game.engine import question as questions
from game.engine.atlas import Atlas
from game.engine.ledger import Term
from game.engine.memo import still
from game.engine.parameters import Parameters
from game.engine.question import Question
from game.engine.state import Bench, State

COUNCIL, AUDITORS, BOTH = 1, 2, 3


@pytest.fixture
def state() -> State:
    """The party with moods and axes in the regions, and a bench of three sorts in the council."""
    made = world.state()
    made.region_axes[:] = np.arange(made.region_axes.size).reshape(made.region_axes.shape) * 7 % 500 - 250
    made.bench[COUNCIL] = Bench(np.array([0, 3, 3, 9]), np.array([0, 7, 2, 5]), np.array([0, 0, 0, 1]))
    return made


def asked(state: State, **changes: object) -> Question:
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel", "zinnia")
    return replace(questions.of(state, motion), **changes)


def row(state: State, question: Question, reason: str) -> list[int]:
    there = ballots.voters(state, COUNCIL, question.ends)
    found = ballots.weigh(state, question, there)
    return found.rows[found.reasons.index(reason)].tolist()


# ---- who votes


def test_people_come_first_and_stand_for_no_region(state) -> None:
    there = ballots.voters(state, COUNCIL, lines.leaders(state))
    assert there.ids[: there.people].tolist() == list(state.full[COUNCIL])
    assert there.region.tolist() == [-1] * there.people + [0, 3, 3, 9]
    assert there.entitled == len(state.full[COUNCIL]) + 4
    firsts = lines.secretary_blocs(state)
    assert there.leader[there.people :].tolist() == [0, 7, 2, int(firsts[9])]


def test_the_voters_of_each_body_are_kept_apart_while_the_state_stands_still(state) -> None:
    ends = lines.leaders(state)
    fresh = [ballots.voters(state, body, ends).ids.tolist() for body in (COUNCIL, AUDITORS, BOTH)]
    with still(state):
        for _ in range(2):
            assert [ballots.voters(state, body, ends).ids.tolist() for body in (COUNCIL, AUDITORS, BOTH)] == fresh


# ---- what moves them


def test_opinion_is_the_regard_for_one_side_over_the_other(state) -> None:
    state.opinion[:, 1], state.opinion[:, 0] = -1000, 1000
    question, gain = asked(state), Parameters.of(state.scenario).opinion
    there = ballots.voters(state, COUNCIL, question.ends)
    people = [int(question.regard[person]) * gain // 1000 for person in there.ids[: there.people]]
    assert row(state, question, "opinion")[: there.people] == people and max(people) > 2000


def test_a_bench_seat_regards_the_leaders_as_its_region_does(state) -> None:
    question, gain = asked(state), Parameters.of(state.scenario).opinion
    sides = question.sides
    assert sides.for_blocs and sides.against_blocs

    def liked(region: int, blocs: tuple[int, ...]) -> int:
        weights = [int(state.authority[world.person_of(state, state.scenario.blocs[bloc].leader)]) for bloc in blocs]
        total = sum(w * int(state.sentiment[region, bloc]) for w, bloc in zip(weights, blocs, strict=True))
        return total // sum(weights)

    by_hand = [liked(region, sides.for_blocs) - liked(region, sides.against_blocs) for region in (0, 3, 3, 9)]
    assert np.abs(ballots.bench_regard(state, question)[[0, 3, 3, 9]] - by_hand).max() <= 1
    found = row(state, question, "opinion")[-4:]
    assert found == [int(ballots.bench_regard(state, question)[region]) * gain // 1000 for region in (0, 3, 3, 9)]


def test_a_bench_seat_thinks_half_as_its_patron_and_as_its_region(state) -> None:
    question, gain = asked(state), Parameters.of(state.scenario).axes
    there = ballots.voters(state, COUNCIL, question.ends)
    heads = Atlas.of(state.scenario).leaders
    at = []
    for bloc, region in zip(there.leader[-4:].tolist(), (0, 3, 3, 9), strict=True):
        patron = state.axes[heads[bloc]] if bloc < len(heads) else np.zeros(4, dtype=np.int64)
        at.append(patron // 2 + state.region_axes[region])
    assert row(state, question, "axes")[-4:] == questions.on_axes(question, np.array(at), gain).tolist()


def test_unity_weighs_less_with_whoever_has_authority(state) -> None:
    question = asked(state, margin=930, unity=8_000)
    there = ballots.voters(state, COUNCIL, question.ends)
    people = [930 * 8_000 * (1400 - int(state.authority[who])) // 1_000_000 for who in there.ids[: there.people]]
    seat = 930 * 8_000 * (1400 - Parameters.of(state.scenario).bench_authority) // 1_000_000
    assert row(state, question, "unity") == people + [seat] * 4


def test_stakes_and_lobbying_are_those_of_the_named_alone(state) -> None:
    question = asked(state, stakes={0: 500, 4: -200}, lobbied={4: 120})
    assert row(state, question, "stake")[:6] == [500, 0, 0, 0, -200, 0]
    assert row(state, question, "lobby")[:6] == [0, 0, 0, 0, 120, 0]
    assert not any(row(state, question, "stake")[6:]) and not any(row(state, question, "lobby")[6:])


def test_the_founders_word_and_a_speech_are_heard_by_all(state) -> None:
    question = asked(state, word=-130, speech=90)
    there = ballots.voters(state, COUNCIL, question.ends)
    assert row(state, question, "word") == [-130] * len(there.ids)
    assert row(state, question, "speech") == [90] * len(there.ids)


def test_the_bandwagon_pays_what_the_share_is_above_half() -> None:
    parameters = replace(Parameters(), bandwagon=1000)
    every = {0: -1000, 250: -500, 500: 0, 501: 2, 750: 500, 1000: 1000}
    for share, points in every.items():
        assert ballots.bandwagon(parameters, share * logistic.ONE * 12 // 1000 + 1, 12) == points
    assert ballots.bandwagon(parameters, 0, 0) == 0  # nobody is there


def test_the_bandwagon_reckons_with_what_was_declared_as_certain(state) -> None:
    plain = asked(state, declared={})
    declared = {0: 1000, 1: 1000, 2: 0, 3: 1000, 4: -1000}
    there = ballots.voters(state, COUNCIL, plain.ends)
    found = ballots.weigh(state, plain, there)
    before = sum(r for name, r in zip(found.reasons, found.rows, strict=True) if name not in ("bandwagon", "limit"))
    chances = logistic.chances(before)
    for person, side in declared.items():
        chances[there.ids.tolist().index(person)] = (logistic.ONE // 2, logistic.ONE, 0)[side // 1000]
    points = ballots.bandwagon(Parameters.of(state.scenario), int(chances.sum()), len(chances))
    assert row(state, asked(state, declared=declared), "bandwagon")[5:] == [points] * (len(there.ids) - 5)


def test_what_one_declares_is_his_only_term_and_nobody_elses(state) -> None:
    question = asked(state, declared={1: 1000, 2: -1000, 3: 0})
    there = ballots.voters(state, COUNCIL, question.ends)
    found = ballots.weigh(state, question, there)
    assert found.total()[1:4].tolist() == [logistic.LIMIT, -logistic.LIMIT, 0]
    assert row(state, question, "declared") == [0, logistic.LIMIT, -logistic.LIMIT] + [0] * (len(there.ids) - 3)
    assert row(state, question, "line")[1:4] == [0, 0, 0] and any(row(state, question, "line")[4:])


# ---- what is told


def test_a_ballot_is_told_with_voter_and_leader(state) -> None:
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    follower = world.person_of(state, "sorrel_0")
    told = ballots.explain(state, motion, follower)
    assert (told.title, told.unit) == ("ballot", "points")
    assert dict(told.about) == {"voter": "sorrel_0", "leader": "sorrel"}
    loner = next(person for person in state.full[COUNCIL] if lines.bloc_of(state, person) < 0)
    assert dict(ballots.explain(state, motion, loner).about)["leader"] == "nobody"


def test_a_bench_seat_is_told_with_region_patron_and_number(state) -> None:
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    about = [
        (told.title, dict(told.about))
        for told in (ballots.explain(state, motion, ballots.bench_id(state, COUNCIL, seat)) for seat in (0, 1, 2))
    ]
    regions = state.scenario.regions
    assert about == [
        ("ballot", {"region": regions[0].id, "leader": "sorrel", "seat": 0}),
        ("ballot", {"region": regions[3].id, "leader": "nobody", "seat": 1}),
        ("ballot", {"region": regions[3].id, "leader": "zinnia", "seat": 2}),
    ]


def test_an_abstention_declared_is_told_as_a_line_of_nothing(state) -> None:
    motion = world.motion(state, "condemn", "council", "of_thistle", "sorrel")
    plain = ballots.explain(state, motion, 3)
    motion.stands = ((3, 0),)
    told = ballots.explain(state, motion, 3)
    assert told.terms == (Term("declared", 0),)
    assert (told.title, told.unit, told.about) == (plain.title, plain.unit, plain.about)


def test_who_has_no_vote_there_is_named(state) -> None:
    motion = world.motion(state, "condemn", "presidium", "of_thistle", "sorrel")
    with pytest.raises(ValueError, match="voter 30 does not vote in this body"):
        ballots.explain(state, motion, 30)
