"""Votes: the one place where a motion is put, counted and recorded."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.engine import delegates, lines, named_votes
from game.engine import question as questions
from game.engine.log import Log
from game.engine.memo import still
from game.engine.named_votes import NamedVote
from game.engine.question import Question
from game.engine.state import Ballot, Ints, Motion, Sitting, State
from game.engine.vote_causes import causes_of

#: A voter whose leader's line is this far from zero breaks with his bloc by voting the other way.
_BOUND = 300


def hold(state: State, motion: Motion, sitting: Sitting, log: Log) -> Ballot:
    """Put a motion to the body that sits: draw every ballot, count, record.

    Changes nothing but ``state.ballots`` and the log; what a carried motion does comes after.
    """
    with still(state):
        question = questions.of(state, motion)
        assembly = state.scenario.bodies[sitting.body].kind == "assembly"
        ballot, data = (_assembly if assembly else _by_name)(state, motion, sitting, question)
    weights = data.pop("weights")
    ballot.record = log.write(
        "vote",
        motion.movers[0] if motion.movers else None,
        tuple(name for name in (motion.type, state.scenario.bodies[sitting.body].id, motion.subject) if name),
        causes_of(state, log, motion, question, weights),
        motion=motion.id,
        key=motion.key,
        meeting=sitting.meeting,
        votes_for=ballot.votes_for,
        votes_against=ballot.votes_against,
        abstained=ballot.abstained,
        absent=ballot.absent,
        carried=ballot.carried,
        margin=question.margin,
        lead=question.lead,
        **data,
    )
    state.ballots.append(ballot)
    return ballot


def _by_name(
    state: State, motion: Motion, sitting: Sitting, question: Question
) -> tuple[Ballot, dict[str, Any]]:
    vote = named_votes.hold(state, question, sitting.body)
    ballot = _count(state, motion, sitting, question, vote.cast, vote.voters.entitled)
    ballot.voters = tuple(vote.voters.ids.tolist())
    ballot.ballots = tuple(vote.cast.tolist())
    return ballot, {
        "roll": {
            state.scenario.people[person].id: int(cast)
            for person, cast in zip(vote.voters.ids[: vote.voters.people].tolist(), vote.cast, strict=False)
        },
        "broke": broke(state, question, vote),
        "weights": _weights(vote.terms.reasons, vote.terms.rows, np.ones(vote.terms.width, dtype=np.int64)),
    }


def _assembly(
    state: State, motion: Motion, sitting: Sitting, question: Question
) -> tuple[Ballot, dict[str, Any]]:
    vote = delegates.hold(state, question, sitting)
    ballot = _count(state, motion, sitting, question, vote.cast, len(vote.cast))
    regions = len(state.members)
    tally = np.bincount(vote.delegates.region * 4 + vote.cast + 1, minlength=regions * 4).reshape(regions, 4)
    ballot.by_region = tuple((int(row[2]), int(row[0]), int(row[1])) for row in tally)
    counts = np.bincount(vote.delegates.kind, minlength=vote.terms.width)
    return ballot, {"weights": _weights(vote.terms.reasons, vote.terms.rows, counts)}


def _weights(reasons: list[str], rows: list[Ints], counts: Ints) -> dict[str, int]:
    """How much each reason moved, voters times points whatever the sign."""
    return {reason: int((np.abs(row) * counts).sum()) for reason, row in zip(reasons, rows, strict=True)}


def _count(
    state: State, motion: Motion, sitting: Sitting, question: Question, cast: Ints, entitled: int
) -> Ballot:
    tally = np.bincount(cast + 1, minlength=4).tolist()
    threshold = lines.motion_type(state, motion).threshold
    return Ballot(
        motion=motion.id,
        type=motion.type,
        key=motion.key,
        body=sitting.body,
        meeting=sitting.meeting,
        day=state.day,
        subject=motion.subject,
        votes_for=tally[2],
        votes_against=tally[0],
        abstained=tally[1],
        absent=entitled - sum(tally[:3]),
        carried=carries(threshold, tally[2], tally[0], tally[1], entitled),
        lines=tuple(question.lines[:-1].tolist()),
    )


def carries(threshold: str, votes_for: int, votes_against: int, abstained: int, entitled: int) -> bool:
    """The rule of decision.

    ``majority``: more for than against. ``two_thirds``: of the votes cast, abstentions included.
    ``two_thirds_entitled``: of everyone who has a vote in the body, absent or not.
    """
    if threshold == "two_thirds":
        return votes_for > 0 and 3 * votes_for >= 2 * (votes_for + votes_against + abstained)
    if threshold == "two_thirds_entitled":
        return votes_for > 0 and 3 * votes_for >= 2 * entitled
    return votes_for > votes_against


def broke(state: State, question: Question, vote: NamedVote) -> list[str]:
    """People who voted against the line of their bloc."""
    found = []
    for column, person in enumerate(vote.voters.ids[: vote.voters.people].tolist()):
        line, cast = int(question.lines[vote.voters.leader[column]]), int(vote.cast[column])
        if abs(line) >= _BOUND and cast in (1, -1) and line * cast < 0:
            found.append(state.scenario.people[person].id)
    return found
