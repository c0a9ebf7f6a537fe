"""Votes by name: each person and each bench seat casts one ballot by a keyed draw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from game.engine import ballots, dice, logistic
from game.engine.ballots import Voters
from game.engine.dice import Purpose
from game.engine.parameters import Parameters
from game.engine.question import Question
from game.engine.state import Ints, State
from game.engine.terms import Terms

FOR, ABSTAINED, AGAINST, ABSENT = 1, 0, -1, 2


@dataclass(slots=True)
class NamedVote:
    """Voters, their terms and their ballots (1 for, -1 against, 0 abstained, 2 absent)."""

    voters: Voters
    terms: Terms
    points: Ints
    cast: Ints


def hold(state: State, question: Question, body: int) -> NamedVote:
    """Everyone in a body votes on a question."""
    voters = ballots.voters(state, body, question.ends)
    terms = ballots.weigh(state, question, voters)
    points = terms.total()
    high, low = dice.pair(state.seed, state.turn, Purpose.BALLOT, question.about, voters.ids)
    parameters = Parameters.of(state.scenario)
    cast = decide(points, high, parameters.undecided)
    if state.scenario.bodies[body].kind != "named":
        away = (low * 1000 >> 32 < parameters.absence) & ~bound(state, question, voters)
        cast[away] = ABSENT
    for column, person in enumerate(voters.ids[: voters.people].tolist()):
        if person in question.declared:
            cast[column] = question.declared[person] // 1000
    return NamedVote(voters, terms, points, cast)


def decide(points: Ints, draws: Ints, undecided: int) -> Ints:
    """Ballots: for below the chance of points - undecided, against from that of points + undecided."""
    cast = (draws < logistic.chances(points - undecided)).astype(np.int64)
    cast -= draws >= logistic.chances(points + undecided)
    return cast


def bound(state: State, question: Question, voters: Voters) -> NDArray[np.bool_]:
    """Per voter true if he never stays away: leaders of blocs, sponsors, targets, those who declared."""
    leaders = {*question.sides.for_people, *question.sides.against_people}
    heads = state.scenario.index["people"]
    leaders.update(heads[bloc.leader] for bloc in state.scenario.blocs)
    leaders.update(question.stakes, question.declared)
    found = np.zeros(len(voters.ids), dtype=bool)
    found[: voters.people] = [person in leaders for person in voters.ids[: voters.people].tolist()]
    return found
