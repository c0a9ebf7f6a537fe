"""A counted vote keeps what was put, where and when, how it went by the rule of decision, and who moved it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import votes_world as world

from game.engine import lines, support, votes
from game.engine.log import Log
from game.engine.parameters import Parameters
from game.engine.state import Ballot, Motion, State


def put(state: State, kind: str, body: str, subject: str, *movers: str) -> tuple[Motion, Ballot, Log]:
    motion = replace(world.motion(state, kind, body, subject, *movers), key=f"{kind}:{subject}")
    log = Log(state)
    ballot = votes.hold(state, motion, replace(world.sitting(state, body, 408), meeting="the_session"), log)
    return motion, ballot, log


@pytest.mark.parametrize("body", ["presidium", "council", "both", "assembly_of_all"])
def test_the_ballot_and_the_record_name_what_was_put(body: str) -> None:
    state = world.state()
    motion, ballot, log = put(state, "censure", body, "of_thistle", "sorrel", "zinnia")
    place = state.scenario.index["bodies"][body]
    assert (ballot.motion, ballot.type, ballot.key, ballot.subject) == (
        motion.id, "censure", "censure:of_thistle", "of_thistle",
    )  # fmt: skip
    assert (ballot.body, ballot.meeting, ballot.day) == (place, "the_session", state.day)
    assert len(ballot.lines) == len(state.scenario.blocs) and ballot.lines[1] == -1000
    record = log.records[-1]
    assert (record.kind, record.who, record.about) == ("vote", "sorrel", ("censure", body, "of_thistle"))
    told = {name: record.data[name] for name in ("motion", "key", "meeting", "carried")}
    assert told == {"motion": motion.id, "key": motion.key, "meeting": "the_session", "carried": ballot.carried}
    counts = ("votes_for", "votes_against", "abstained", "absent")
    assert [record.data[name] for name in counts] == [getattr(ballot, name) for name in counts]
    assert abs(record.data["margin"]) <= 1000 and abs(record.data["lead"]) <= 1000
    assert ("roll" in record.data) == (body != "assembly_of_all")


def test_what_nobody_moved_is_recorded_as_nobodys() -> None:
    state = world.state()
    _, _, log = put(state, "report", "council", "")
    assert log.records[-1].who is None and log.records[-1].about == ("report", "council")


@pytest.mark.parametrize("threshold", ["majority", "two_thirds", "two_thirds_entitled"])
@pytest.mark.parametrize("body", ["presidium", "council", "assembly_of_all"])
def test_a_count_is_judged_by_the_rule_of_its_motion(threshold: str, body: str) -> None:
    """On either side of each bound: a presidium of seven declares itself, a larger hall votes as it happens."""
    kinds = tuple(replace(kind, threshold=threshold) for kind in world.motions())
    for towards in range(8):
        state = world.state(seed=towards + 1, world=world.scenario(motions=kinds))
        motion = world.motion(state, "censure", body, "of_thistle", "sorrel")
        motion.stands = tuple((p, 1000 if p < towards else 0 if p == 6 else -1000) for p in range(7))
        ballot = votes.hold(state, motion, world.sitting(state, body, 408), Log(state))
        cast = ballot.votes_for + ballot.votes_against + ballot.abstained
        needed = {
            "majority": 2 * ballot.votes_for > cast - ballot.abstained,
            "two_thirds": ballot.votes_for > 0 and 3 * ballot.votes_for >= 2 * cast,
            "two_thirds_entitled": ballot.votes_for > 0 and 3 * ballot.votes_for >= 2 * (cast + ballot.absent),
        }
        assert ballot.carried == needed[threshold]
        if body == "presidium":
            assert (ballot.votes_for, ballot.absent) == (towards, 0)


def test_a_single_vote_may_be_two_thirds() -> None:
    assert votes.carries("two_thirds", 1, 0, 0, 5) and not votes.carries("two_thirds", 0, 0, 0, 5)
    assert votes.carries("two_thirds_entitled", 1, 0, 0, 1) and not votes.carries("two_thirds_entitled", 0, 0, 0, 0)


def test_who_is_bound_to_no_line_breaks_with_nobody() -> None:
    """A line of nothing is no line, whatever is cast."""
    state = world.state()
    motion = world.motion(state, "report", "council", "", "sorrel")
    log = Log(state)
    votes.hold(state, motion, world.sitting(state, "council"), log)
    loners = {state.scenario.people[p].id for p in state.full[1] if lines.bloc_of(state, p) < 0}
    assert loners and not loners & set(log.records[-1].data["broke"])


def test_allies_count_from_the_very_bound_of_an_alliance() -> None:
    """A pact exactly as strong as an alliance must be makes its partner's followers certain."""
    state = world.state()
    bound, council = Parameters.of(state.scenario).alliance, state.scenario.index["bodies"]["council"]
    alone = support.support(world.state(), 1, council)[0]
    template = state.pacts[0]
    for strength, more in ((bound, True), (bound - 1, False)):
        state.pacts = [replace(template, id="test", members=(1, 3), strength=strength, terms=())]
        certain = support.support(state, 1, council)[0]
        assert (int(lines.pacts(state)[1, 3]) >= bound) == more
        assert (certain > alone) == more
