"""Elections: who may be listed, what puts them high, who elects, who crosses whom out, and what is written of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest
import votes_world as world

from game.engine import ballots, committee, lines, prepared, question, setup
from game.engine.log import Log
from game.engine.parameters import Parameters
from game.engine.state import Ballot, Bench, Sitting, State
from game.scenario.model import Body

PRESIDIUM, COUNCIL, AUDITORS, BOTH, ASSEMBLY = range(5)


@pytest.fixture
def state() -> State:
    return world.state()


def hall(state: State, meeting: str = "the_congress") -> Sitting:
    return replace(world.sitting(state, "assembly_of_all", 748), meeting=meeting)


def elect(state: State, body: int, sitting: Sitting | None = None) -> Log:
    log = Log(state)
    committee.elect(state, body, sitting or hall(state), log)
    return log


def election(log: Log):
    return next(record for record in log.records if record.kind == "election")


def put(state: State) -> question.Question:
    """The leadership against thistle."""
    return question.between(state, (0, 2, 3, 4, 5, 6), (1,), "test")


def ids(state: State, people) -> list[str]:
    return [state.scenario.people[person].id for person in people]


# ---- who may be listed


def test_a_committee_lists_whom_it_likes_and_a_bureau_only_the_committees_own(state) -> None:
    assert committee.pool(state, COUNCIL) == list(range(len(state.scenario.people)))
    outside = world.person_of(state, "loose_11")
    assert outside not in state.full[COUNCIL]
    assert set(committee.pool(state, PRESIDIUM)) == set(state.full[COUNCIL])
    state.candidates[PRESIDIUM] = (outside,)  # who sits already may be listed again
    assert set(committee.pool(state, PRESIDIUM)) == {*state.full[COUNCIL], outside}


def test_no_leader_is_listed_for_control_though_he_sits_nowhere(state) -> None:
    state.full[COUNCIL] = state.full[COUNCIL][3:]
    assert not {0, 1, 2} & set(committee.pool(state, AUDITORS))
    state.full[AUDITORS] = (*state.full[AUDITORS], 2)  # but one who sits there may stay
    assert {0, 1, 2} & set(committee.pool(state, AUDITORS)) == {2}


def test_control_and_committees_name_fixed_shares_of_their_seats(state) -> None:
    parameters = Parameters.of(state.scenario)
    for body, share in ((COUNCIL, parameters.named_share), (AUDITORS, parameters.control_share)):
        state.sizes[body] = (1000, 1000)
        assert committee.places(state, body, {}) == (share, share)
    assert parameters.named_share != parameters.control_share
    assert committee.places(state, PRESIDIUM, {}) == state.sizes[PRESIDIUM]


def test_a_prepared_list_says_how_many_are_named(state) -> None:
    listed = {0: prepared.FULL, 1: prepared.FULL, 2: prepared.FULL, 3: prepared.CANDIDATE, 4: prepared.CANDIDATE}
    state.sizes[COUNCIL] = (40, 10)
    assert committee.places(state, COUNCIL, listed) == (3, 2)
    state.sizes[COUNCIL] = (2, 1)
    assert committee.places(state, COUNCIL, listed) == (2, 1)
    bodies = tuple(replace(body, role="office") if body.id == "presidium" else body for body in world.bodies())
    office = world.state(world=world.scenario(bodies=bodies))
    assert committee.places(office, PRESIDIUM, listed) == (3, 2)
    assert committee.places(state, PRESIDIUM, listed) == (7, 0)  # a bureau has its seats


# ---- what puts them high


def points(state: State, person: int, body: int = COUNCIL, listed=None) -> dict[str, int]:
    terms = committee.ranking(state, body, [person], put(state), "test", listed)
    return {t.reason: t.amount for t in terms.breakdown(0, "list").terms if t.reason != "luck"}


def test_a_prepared_list_lifts_full_members_whole_and_candidates_half(state) -> None:
    loner, lift = world.person_of(state, "loose_11"), Parameters.of(state.scenario).list_prepared
    other = world.person_of(state, "loose_10")
    listed = {loner: prepared.FULL, other: prepared.CANDIDATE, 0: prepared.FULL}
    assert points(state, loner, listed=listed)["prepared"] == lift
    assert points(state, other, listed=listed)["prepared"] == lift // 2
    assert "prepared" not in points(state, 1, listed=listed)
    assert "prepared" not in points(state, loner)


def test_sides_count_for_those_who_belong_to_one_and_seats_for_those_who_have_one(state) -> None:
    parameters, loner = Parameters.of(state.scenario), world.person_of(state, "loose_11")
    assert points(state, loner) == {"authority": int(state.authority[loner])}
    assert "leading_side" not in points(state, 1) and points(state, 1)["other_side"] < 0
    state.candidates[COUNCIL] = (loner,)
    assert points(state, loner)["sitting_member"] == parameters.list_sitting // 2
    assert points(state, 0)["sitting_member"] == parameters.list_sitting


def test_a_place_on_a_list_is_told_with_the_name(state) -> None:
    told = committee.rank(state, COUNCIL, 3, put(state), "test")
    assert (told.title, dict(told.about)) == ("list", {"person": ids(state, [3])[0]})
    whole = committee.ranking(state, COUNCIL, [3], put(state), "test")
    assert told.total == int(whole.total()[0])  # the luck of this very election


def luck(state: State, about: str = "test") -> int:
    terms = committee.ranking(state, COUNCIL, [5], put(state), about)
    return int(terms.rows[terms.reasons.index("luck")][0])


def test_each_election_has_luck_of_its_own(monkeypatch) -> None:
    """The same people on the same list: another meeting crosses out others, and ranks them otherwise."""
    found = [election(elect(world.state(), COUNCIL, hall(world.state(), name))).data for name in ("one", "two")]
    both = set(found[0]["crossings"]) & set(found[1]["crossings"])
    assert any(found[0]["crossings"][name] != found[1]["crossings"][name] for name in both)
    monkeypatch.setattr(committee, "crossed", lambda *_: 0)
    orders = [election(elect(world.state(), COUNCIL, hall(world.state(), name))).data["full"] for name in "abcd"]
    assert len({tuple(order) for order in orders}) > 1


def test_luck_differs_by_game_and_by_election_and_is_the_same_twice(state) -> None:
    again = luck(state)
    assert luck(state) == again
    assert len({luck(state, about) for about in "abcdef"}) > 3
    found = set()
    for seed in range(6):
        state.seed = seed
        found.add(luck(state))
    assert len(found) > 3


# ---- who elects, and whom they cross out


def test_a_body_is_elected_by_the_one_named_for_it_or_by_the_hall(state) -> None:
    clerks = [Body(f"clerks_{place}", "Clerks", "K", "named", "office", elected_by=by, full_seats=3)
              for place, by in enumerate(("presidium", "council", "both", "small_assembly", None))]  # fmt: skip
    made = world.state(world=world.scenario(bodies=(*world.bodies(), *clerks)))
    first = len(world.bodies())
    counts = [election(elect(made, first + place)).data["electors"] for place in range(5)]
    loner = world.person_of(made, "loose_11")  # who sits nowhere
    assert [loner in committee.pool(made, first + place) for place in range(5)] == [True, False, True, True, True]
    there = [len(ballots.voters(made, body, lines.leaders(made)).ids) for body in (PRESIDIUM, COUNCIL, BOTH)]
    assert counts == [*there, 748, 748]  # an assembly that does not sit elects nobody


def test_electors_of_a_committee_are_its_people_and_its_bench_by_region_and_side(state) -> None:
    state.bench[COUNCIL] = Bench(np.array([2, 2, 5, 7]), np.array([0, 1, 7, 1]), np.array([0, 0, 0, 0]))
    found = committee.electors_of(state, put(state), COUNCIL, hall(state))
    assert found.people.tolist() == list(state.full[COUNCIL])
    assert found.ticket[-4:].tolist() == [1, -1, 0, -1]
    assert found.kind.tolist() == [2 * 3 + 2, 2 * 3 + 0, 5 * 3 + 1, 7 * 3 + 0]


@pytest.mark.parametrize("person", [0, 1, 2])
def test_a_leader_is_crossed_out_as_his_region_dislikes_him_and_by_the_other_side(state, person) -> None:
    parameters, asked = Parameters.of(state.scenario), put(state)
    electors = committee.electors_of(state, asked, COUNCIL, hall(state))
    names, kinds = committee.crossing_points(state, asked, electors, person)
    side = -1 if person == 1 else 1
    for region, liking in enumerate(state.sentiment[:, person].tolist()):
        plain = -parameters.crossing - liking * parameters.opinion // 1000
        tickets = [plain + (parameters.line if ticket == -side else 0) for ticket in (-1, 0, 1)]
        assert kinds[3 * region : 3 * region + 3].tolist() == tickets
    assert len(kinds) == 3 * len(state.members)
    state.opinion[4, person] = -1000
    names, _ = committee.crossing_points(state, asked, electors, person)
    assert names[4] == -parameters.crossing + parameters.opinion + (parameters.line if side < 0 else 0)


def test_a_man_of_nobodys_is_on_no_ticket_and_known_in_no_region(state) -> None:
    parameters, loner = Parameters.of(state.scenario), world.person_of(state, "loose_0")
    electors = committee.electors_of(state, put(state), COUNCIL, hall(state))
    names, kinds = committee.crossing_points(state, put(state), electors, loner)
    assert set(kinds.tolist()) == {-parameters.crossing} and len(kinds) == 3 * len(state.members)
    liking = state.opinion[electors.people, loner].tolist()
    assert names.tolist() == [-parameters.crossing - one * parameters.opinion // 1000 for one in liking]


def test_crossings_are_drawn_for_each_game_turn_election_and_name(state) -> None:
    asked = put(state)
    electors = committee.electors_of(state, asked, ASSEMBLY, hall(state))

    def count(about: str = "test", person: int = 1) -> int:
        return committee.crossed(state, asked, electors, person, about)

    assert count() == count()
    assert len({count(about) for about in "abcdef"}) > 2
    for name in ("seed", "turn"):
        found = set()
        for value in range(1, 7):
            setattr(state, name, value)
            found.add(count())
        assert len(found) > 2, name


def test_whom_exactly_half_cross_out_is_elected_and_one_more_is_too_many(state, monkeypatch) -> None:
    half = 748 // 2
    for crossings, elected in ((half, 27), (half + 1, 0)):
        monkeypatch.setattr(committee, "crossed", lambda *_, count=crossings: count)
        assert len(election(elect(world.state(), COUNCIL)).data["full"]) == elected


# ---- the contest


def ballot(state: State, votes_for: int, against: int, motion: str, **changes) -> Ballot:
    found = Ballot(
        motion, "censure", "", ASSEMBLY, "the_congress", state.day, "", votes_for, against, 0, 0, True,
        lines=(1000, -1000, 0, 0, 0, 0, 0),
    )  # fmt: skip
    return replace(found, **changes)


def test_the_most_divided_vote_of_the_sitting_decides_who_makes_the_list(state) -> None:
    state.ballots = [
        ballot(state, 90, 10, "first"),
        ballot(state, 60, 40, "second"),
        ballot(state, 55, 40, "third"),  # no more divided than the second: the earlier counts
        ballot(state, 30, 70, "fourth", carried=False),
        ballot(state, 50, 50, "elsewhere", body=COUNCIL),
        ballot(state, 50, 50, "another time", meeting="another"),
        ballot(state, 50, 50, "one side only", lines=(1000, 0, 0, 0, 0, 0, 0)),
        ballot(state, 50, 50, "the other side only", lines=(-1000, 0, 0, 0, 0, 0, 0)),
    ]
    found = committee.contest(state, hall(state))
    assert (found.about, found.sides.for_blocs, found.sides.against_blocs) == ("second", (0,), (1,))
    state.ballots[1].carried = False
    found = committee.contest(state, hall(state))
    assert (found.sides.for_blocs, found.sides.against_blocs) == ((1,), (0,))


def test_a_vote_without_anybody_against_is_a_contest_as_well(state) -> None:
    state.ballots = [ballot(state, 100, 0, "all")]
    assert committee.contest(state, hall(state)).about == "all"


def test_without_a_divided_vote_the_camps_of_the_bureau_stand_against_each_other(state) -> None:
    found = committee.contest(state, hall(state))
    assert found.about == "list the_congress"
    assert (found.sides.for_blocs, found.sides.against_blocs) == lines.camps(state)


# ---- what is written


def test_an_election_is_recorded_with_everybody_it_put_in_and_out(state) -> None:
    before = set(state.full[COUNCIL])
    record = election(elect(state, COUNCIL))
    now = state.full[COUNCIL]
    assert record.about == ("council", "the_congress") and record.data["body"] == "council"
    assert record.data["electors"] == 748
    assert record.data["full"] == ids(state, now)
    assert record.data["candidates"] == ids(state, state.candidates[COUNCIL])
    assert record.data["entered"] == ids(state, [person for person in now if person not in before])
    assert record.data["left"] == ids(state, sorted(before - set(now)))
    assert record.data["bench"] == 40 - len(now) == len(state.bench[COUNCIL].region)
    assert set(record.data["crossings"]) >= set(record.data["full"])
    assert state.provenance["committee council"] == record.number
    marked = {key for key, by in state.provenance.items() if key.startswith("seat council") and by == record.number}
    assert marked == {f"seat council {name}" for name in ids(state, before.symmetric_difference(now))} and marked


def test_only_a_committee_has_a_bench_beside_its_names(state) -> None:
    state.sizes[PRESIDIUM] = (40, 0)  # more than the council has to choose from
    record = election(elect(state, PRESIDIUM))
    assert record.data["bench"] == 0 and not state.bench[PRESIDIUM] and len(record.data["full"]) < 40
    state.sizes[AUDITORS] = (0, 0)
    assert election(elect(state, AUDITORS)).data["bench"] == 0 == len(state.bench[AUDITORS].region)


def test_an_election_rests_on_the_last_votes_on_who_elects_and_on_who_appoints(state) -> None:
    state.records = 40
    for key, number in (("committee council", 5), ("post head_clerk", 6), ("committee assembly_of_all", 7)):
        state.provenance[key] = number
    state.ballots = [ballot(state, 60, 40, f"m{n}", record=20 + n) for n in range(5)]
    state.ballots.append(ballot(state, 60, 40, "elsewhere", meeting="another", record=30))
    assert election(elect(state, PRESIDIUM)).causes == (5, 6, 22, 23, 24)
    state.provenance.pop("post head_clerk")
    assert election(elect(state, AUDITORS)).causes == (22, 23, 24)  # nobody is named who elects it


def test_whoever_has_a_patron_keeps_him_when_he_is_elected(state) -> None:
    follower = world.person_of(state, "sorrel_0")  # his patron is the first person of all
    state.full[COUNCIL] = tuple(person for person in state.full[COUNCIL] if person != follower)
    state.clients[:] = 0
    state.clients[:, 3] = 1000
    log = Log(state)
    committee._adopt(state, log, [follower], 5)
    assert int(state.patron[follower]) == 0 and log.records == []


def test_the_list_of_the_record_is_elected_name_by_name(succession) -> None:
    state = setup.start(succession, 1, by_record=True)[0]
    meeting = succession.meetings[succession.index["meetings"]["congress_13"]]
    body = succession.index["bodies"]["cc"]
    sitting = Sitting("congress_13", succession.index["bodies"][meeting.body], date(1924, 5, 31), meeting.seats)
    listed = prepared.names(state, body, sitting)
    state.sizes[body] = (53, 34)
    elect(state, body, sitting)
    assert set(state.full[body]) == {person for person, role in listed.items() if role == prepared.FULL}
