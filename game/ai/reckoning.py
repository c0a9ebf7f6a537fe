"""A rival's reckoning of a vote, in whole numbers: the engine's own terms, closed by a normal tail.

``forecast`` shows the same to people with fractions; what decides must be the same on every machine.
"""

from __future__ import annotations

from math import isqrt

import numpy as np

from game.engine import apportionment, ballots, cells, delegates, lines, logistic
from game.engine import question as questions
from game.engine.parameters import Parameters
from game.engine.question import Question
from game.engine.state import Ints, Motion, State

#: A standard deviation of the normal tail in points of log-odds, thousandths of it.
TAIL = 1702
#: Doubt about an assembly besides its ballots: thousandths of its seats.
DOUBT = 40


def chance(state: State, motion: Motion) -> int:
    """Chance in thousandths that the motion is carried if it is put now."""
    question = questions.of(state, motion)
    threshold = lines.motion_type(state, motion).threshold
    if state.scenario.bodies[motion.body].kind == "assembly":
        return _assembly(state, motion, question, threshold)
    there = ballots.voters(state, motion.body, question.ends)
    points = ballots.weigh(state, question, there).total()
    seats = np.ones(len(points), dtype=np.int64)
    return _close(state, points, seats, threshold, there.entitled, 0)


def _assembly(state: State, motion: Motion, question: Question, threshold: str) -> int:
    """Delegations by the likeliest ticket of their region and the share of officials among them."""
    seats = apportionment.delegations(state, delegates.next_sitting(state, motion.body))
    tiers = cells.tiers(state, question, cells.weigh(state, question, luck=False).total())[3]
    ticket = logistic.chances(tiers).astype(np.int64) * 1000 >> 32
    official = delegates.officials(state)
    kinds = np.stack([
        (1000 - ticket) * (1000 - official), (1000 - ticket) * official,
        ticket * (1000 - official), ticket * official,
    ], axis=1)  # fmt: skip
    weights = (kinds * seats[:, None]).reshape(-1) // 1000  # thousandths of a seat
    points = delegates.join(state, delegates.weigh(state, question), weights)
    total = int(seats.sum())
    return _close(state, points, weights, threshold, total, DOUBT * total // 1000, 1000)


def _close(
    state: State, points: Ints, weights: Ints, threshold: str, entitled: int, doubt: int, unit: int = 1
) -> int:
    band = Parameters.of(state.scenario).undecided
    towards = logistic.chances(points - band).astype(np.int64) * 1000 >> 32
    against = 1000 - (logistic.chances(points + band).astype(np.int64) * 1000 >> 32)
    for_votes = int((towards * weights).sum()) // unit
    other = int((against * weights).sum()) // unit
    if threshold == "two_thirds_entitled":
        mean, spread = for_votes - 2000 * entitled // 3, towards * (1000 - towards)
    elif threshold == "two_thirds":
        mean, spread = for_votes - 2 * (1000 * entitled - for_votes), 9 * towards * (1000 - towards)
    else:
        mean, spread = for_votes - other, (towards + against) * 1000 - (towards - against) ** 2
    variance = int((spread * weights).sum()) // unit + (doubt * 1000) ** 2
    return logistic.thousandths(max(-8000, min(8000, mean * TAIL // max(isqrt(variance), 1))))
