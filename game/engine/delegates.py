"""Delegates of an assembly: seats, tickets and one vectorised vote.

Every delegate is of one of four kinds in his region (elected on the ticket for or against,
official or not), and all of a kind weigh the same terms; each draws his own ballot.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine import apportionment, ballots, cells, dice, logistic
from game.engine import question as questions
from game.engine.atlas import Atlas
from game.engine.dice import Purpose
from game.engine.ledger import Breakdown
from game.engine.parameters import Parameters
from game.engine.question import Question
from game.engine.state import Ints, Motion, Sitting, State
from game.engine.terms import Terms

#: Delegate numbers: so many for each region, so a seat keeps its luck whatever others get.
REGION_NUMBERS = 4096
#: Kinds of delegates in a region: ticket against or for, times no official or official.
KINDS = 4


@dataclass(slots=True)
class Delegates:
    """The delegates of one assembly and question, one column each."""

    ids: Ints
    region: Ints
    ticket: Ints  # 1 elected for, 0 against
    official: Ints

    @property
    def kind(self) -> Ints:
        """Index of each delegate's kind: region * 4 + ticket * 2 + official."""
        return self.region * KINDS + self.ticket * 2 + self.official


@dataclass(slots=True)
class AssemblyVote:
    """Delegates, the terms of each kind, and the ballots (1 for, -1 against, 0 abstained, 2 absent)."""

    delegates: Delegates
    terms: Terms
    cast: Ints


def officials(state: State) -> int:
    """Share of paid officials among delegates, thousandths."""
    return 350 + 650 * state.appointed // 1000


def seat(state: State, question: Question, seats: Ints) -> Delegates:
    """Elect delegates: each seat draws its ticket from its region's staircase."""
    tickets = cells.tiers(state, question, cells.weigh(state, question).total())[3]
    region = np.repeat(np.arange(len(seats), dtype=np.int64), seats)
    starts = np.cumsum(seats) - seats
    ids = np.arange(len(region), dtype=np.int64) - starts[region] + region * REGION_NUMBERS
    high, low = dice.pair(state.seed, state.turn, Purpose.TICKET, question.about, ids)
    elected = (high < logistic.chances(tickets)[region]).astype(np.int64)
    return Delegates(ids, region, elected, (low * 1000 >> 32 < officials(state)).astype(np.int64))


def weigh(state: State, question: Question) -> Terms:
    """The terms of each kind of delegate in each region, before the bandwagon."""
    parameters, regions = Parameters.of(state.scenario), len(state.members)
    found = Terms(regions * KINDS)
    ticket = np.tile(np.array([-1, -1, 1, 1], dtype=np.int64), regions)
    official = np.tile(np.array([0, 1, 0, 1], dtype=np.int64), regions)
    found.add("ticket", ticket * parameters.line * np.repeat(500 + state.machine, KINDS) // 1000)
    liking = ballots.bench_regard(state, question) * parameters.opinion // 3000
    found.add("sentiment", np.repeat(liking, KINDS))
    found.add("axes", np.repeat(questions.on_axes(question, state.region_axes, parameters.axes), KINDS))
    strength = min(abs(question.margin) + 300, 1000)
    unity = question.lead * question.unity // 1000 * strength // 1000
    found.add("unity", unity * (600 + 400 * official) // 1000)
    ban = question.lead * parameters.ban // 1000 * question.standing // 1000
    found.add("ban", np.repeat(ban * (600 + state.fear) // 1000, KINDS))
    found.add("severity", question.severity)
    found.add("word", question.word)
    found.add("orators", question.orators)
    if question.speech:
        found.add("speech", question.speech)
    return found


def join(state: State, found: Terms, counts: Ints) -> Ints:
    """Add the bandwagon of so many delegates of each kind, and the limit; returns the points."""
    chances = logistic.chances(found.total())
    # thirty-two bits of chance times a few thousand delegates stay far below 63 bits
    expected = int((chances * counts).sum())
    found.add("bandwagon", ballots.bandwagon(Parameters.of(state.scenario), expected, int(counts.sum())))
    return found.limit()


def hold(state: State, question: Question, sitting: Sitting) -> AssemblyVote:
    """All delegates of an assembly vote on a question."""
    there = seat(state, question, apportionment.delegations(state, sitting))
    kind = there.kind
    found = weigh(state, question)
    points = join(state, found, np.bincount(kind, minlength=found.width))
    return AssemblyVote(there, found, cast(state, question.about, there.ids, kind, points))


def cast(state: State, about: str, ids: Ints, kind: Ints, points: Ints) -> Ints:
    """The bare ballot of delegates, given the points of each kind."""
    parameters = Parameters.of(state.scenario)
    high, low = dice.pair(state.seed, state.turn, Purpose.BALLOT, about, ids)
    towards = logistic.chances(points - parameters.undecided)
    against = logistic.chances(points + parameters.undecided)
    found = (high < towards[kind]).astype(np.int64)
    found -= high >= against[kind]
    found[low < (parameters.absence << 32) // 1000] = 2
    return found


def explain(
    state: State, motion: Motion, region: int, sitting: Sitting | None = None,
    ticket: bool | None = None, official: bool = True,
) -> Breakdown:  # fmt: skip
    """Why a kind of delegate of a region votes as he does: the points used if the vote came now.

    ``ticket`` True or False asks for those elected for or against, None for the likelier.
    ``sitting`` is the assembly's; without one, its next.
    """
    question = questions.of(state, motion)
    there = sitting or next_sitting(state, motion.body)
    found = weigh(state, question)
    delegates = seat(state, question, apportionment.delegations(state, there))
    join(state, found, np.bincount(delegates.kind, minlength=found.width))
    if ticket is None:
        steps = cells.tiers(state, question, cells.weigh(state, question, luck=False).total())
        ticket = int(steps[3][region]) >= 0
    name = Atlas.of(state.scenario).id("regions", region)
    column = region * KINDS + 2 * ticket + official
    return found.breakdown(column, "delegate", region=name, ticket=ticket, official=official)


def next_sitting(state: State, body: int) -> Sitting:
    """The next sitting of an assembly, or one of its usual size if none is called."""
    ahead = (sitting for sitting in state.sittings if sitting.body == body and not sitting.held)
    return next(ahead, None) or Sitting("", body, state.day, last_seats(state, body))


def last_seats(state: State, body: int) -> int:
    """Voting delegates of the assembly's latest announced meeting, else its full seats."""
    name = state.scenario.bodies[body].id
    past = [m.seats for m in state.scenario.meetings if m.body == name and m.opens <= state.day and m.seats]
    every = [m.seats for m in state.scenario.meetings if m.body == name and m.seats]
    return past[-1] if past else every[0] if every else state.scenario.bodies[body].full_seats or 500
