"""Forecasts in closed form: pure, without a single draw. The only place where floating point is allowed.

What they give may be shown and may advise a rival; no rule reads them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from math import erf, sqrt
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.engine import (
    apportionment,
    ballots,
    bargain,
    cells,
    delegates,
    lines,
    logistic,
    named_votes,
    offer_forecast,
)
from game.engine import question as questions
from game.engine.atlas import Atlas
from game.engine.ballots import Voters
from game.engine.ledger import Breakdown, Ledger
from game.engine.parameters import Parameters
from game.engine.question import Question
from game.engine.state import Ints, Motion, Offer, Sitting, State
from game.engine.terms import Terms

Floats = NDArray[np.float64]

#: Up to so many voters the distribution is exact; above it is normal.
EXACT = 40
#: Luck of a region at five points, in standard deviations, with weights (Gauss-Hermite).
_NODES = np.array([-2.857, -1.3556, 0.0, 1.3556, 2.857])
_WEIGHTS = np.array([0.01126, 0.22208, 0.53333, 0.22208, 0.01126])


@dataclass(slots=True)
class Lean:
    """How one voter or delegation leans: points towards the motion, chances in thousandths."""

    voter: int  # person, bench number, or region of a delegation
    kind: str  # person | bench | delegation
    points: int
    towards: int  # chance of voting for, thousandths
    against: int
    first_reason: str
    _source: tuple[State, Terms, Any, int, Question] = field(repr=False, compare=False)

    @property
    def certainty(self) -> int:
        """Chance of the likeliest ballot, thousandths."""
        return max(self.towards, self.against, 1000 - self.towards - self.against)

    @property
    def breakdown(self) -> Breakdown:
        """The terms behind the points; made when asked for."""
        state, terms, there, column, question = self._source
        if there is not None:
            return ballots.describe(state, terms, there, column, question)
        name = Atlas.of(state.scenario).id("regions", self.voter)
        return terms.breakdown(column, "delegate", region=name)


@dataclass(frozen=True, slots=True)
class Forecast:
    """What is to be expected of a vote: chance of being carried in thousandths, votes for, a 90 % range."""

    chance: int
    expected: int
    low: int
    high: int
    needed: int  # votes for that would carry it, at the expected attendance
    of: int  # voters
    against: int  # expected
    abstaining: int  # expected
    leans: tuple[Lean, ...]


def vote(state: State, motion: Motion, sitting: Sitting | None = None) -> Forecast:
    """The forecast of a motion if it were put now; ``sitting`` is the assembly's, by default its next."""
    question = questions.of(state, motion)
    threshold = lines.motion_type(state, motion).threshold
    if state.scenario.bodies[motion.body].kind == "assembly":
        return _assembly(state, question, sitting or delegates.next_sitting(state, motion.body), threshold)
    return _by_name(state, question, motion.body, threshold)


# ---- by name


def _by_name(state: State, question: Question, body: int, threshold: str) -> Forecast:
    there = ballots.voters(state, body, question.ends)
    terms = ballots.weigh(state, question, there)
    points = terms.total()
    towards, against = _chances(state, question, points, there)
    here = _presence(state, question, body, there)
    leans = _leans(state, terms, there, question, points, (towards, against))
    spread = np.stack([towards * here, against * here, (1 - towards - against) * here])
    return _close(spread, threshold, there.entitled, leans)


def _chances(state: State, question: Question, points: Ints, there: Voters) -> tuple[Floats, Floats]:
    """Chances of each voter to vote for and against, if present."""
    band = Parameters.of(state.scenario).undecided
    towards = logistic.chances(points - band) / logistic.ONE
    against = 1 - logistic.chances(points + band) / logistic.ONE
    for column, person in enumerate(there.ids[: there.people].tolist()):
        if person in question.declared:
            side = question.declared[person]
            towards[column], against[column] = float(side > 0), float(side < 0)
    return towards, against


def _presence(state: State, question: Question, body: int, there: Voters) -> Floats:
    if state.scenario.bodies[body].kind == "named":
        return np.ones(len(there.ids))
    absence = Parameters.of(state.scenario).absence / 1000
    return np.where(named_votes.bound(state, question, there), 1.0, 1.0 - absence)


def _leans(
    state: State,
    terms: Terms,
    there: Voters,
    question: Question,
    points: Ints,
    chances: tuple[Floats, Floats],
) -> tuple[Lean, ...]:
    towards, against = ((row * 1000).astype(np.int64).tolist() for row in chances)
    columns = zip(there.ids.tolist(), points.tolist(), towards, against, terms.first_reasons(), strict=True)
    return tuple(
        Lean(
            voter,
            "person" if column < there.people else "bench",
            score,
            yes,
            no,
            reason,
            (state, terms, there, column, question),
        )
        for column, (voter, score, yes, no, reason) in enumerate(columns)
    )


def _values(threshold: str) -> tuple[int, int, int]:
    """What a ballot for, against and abstaining adds to the sum that decides (see ``votes.carries``)."""
    if threshold == "two_thirds":
        return 1, -2, -2
    return (1, 0, 0) if threshold == "two_thirds_entitled" else (1, -1, 0)


def _target(threshold: str, entitled: int) -> int:
    """The sum from which a motion is carried."""
    if threshold == "two_thirds_entitled":
        return (2 * entitled + 2) // 3
    return 0 if threshold == "two_thirds" else 1


def _close(spread: Floats, threshold: str, entitled: int, leans: tuple[Lean, ...]) -> Forecast:
    """The forecast of independent voters: rows of ``spread`` are chances for, against, abstaining."""
    totals = spread.sum(axis=1)
    values = np.array(_values(threshold), dtype=np.float64)
    if spread.shape[1] <= EXACT:
        chance = _exact(spread, threshold, _target(threshold, entitled))
    else:
        mean = float((values * totals).sum())
        each = (values[:, None] * spread).sum(axis=0)
        variance = float(((values**2)[:, None] * spread).sum() - (each**2).sum())
        chance = tail(mean, variance, _target(threshold, entitled), 1)
    deviation = sqrt(max(float((spread[0] * (1 - spread[0])).sum()), 0.0))
    return _forecast(chance, totals, deviation, threshold, entitled, spread.shape[1], leans)


def _exact(spread: Floats, threshold: str, target: int) -> float:
    """Chance that the sum of all ballots' values reaches the target, by convolution."""
    values, chances = _values(threshold), np.ones(1)
    low = 2  # the least value of a ballot is -2
    for column in spread.T.tolist():
        ballot = [0.0, 0.0, 1 - sum(column), 0.0]
        for value, chance in zip(values, column, strict=True):
            ballot[value + low] += chance
        chances = np.convolve(chances, ballot)
    return float(chances[max(low * spread.shape[1] + target, 0) :].sum())


def tail(mean: float, variance: float, target: float, step: float) -> float:
    """Chance that a normal variable, rounded to ``step``, reaches the target."""
    if variance <= 1e-9:
        return float(mean >= target)
    return 0.5 * (1 - erf((target - step / 2 - mean) / sqrt(2 * variance)))


def _forecast(
    chance: float, totals: Floats, deviation: float, threshold: str, entitled: int, of: int,
    leans: tuple[Lean, ...],
) -> Forecast:  # fmt: skip
    expected = float(totals[0])
    low, high = max(expected - 1.645 * deviation, 0), min(expected + 1.645 * deviation, of)
    return Forecast(
        chance=min(max(round(chance * 1000), 0), 1000),
        expected=round(expected),
        low=round(low),
        high=round(high),
        needed=_needed(threshold, totals, entitled),
        of=of,
        against=round(float(totals[1])),
        abstaining=round(float(totals[2])),
        leans=leans,
    )


def _needed(threshold: str, totals: Floats, entitled: int) -> int:
    if threshold == "two_thirds_entitled":
        return (2 * entitled + 2) // 3
    if threshold == "two_thirds":
        return (2 * round(float(totals.sum())) + 2) // 3
    return round(float(totals[0] + totals[1])) // 2 + 1


# ---- assemblies


@dataclass(slots=True)
class _Tiers:
    """Chances of kinds of delegates at each point of luck: shape (nodes, regions, kinds)."""

    kinds: Floats
    seats: Floats
    weights: Floats


def _assembly(state: State, question: Question, sitting: Sitting, threshold: str) -> Forecast:
    """Seats are independent given their region's luck; luck and bandwagon tie them together."""
    tiers = _tiers(state, question, apportionment.delegations(state, sitting))
    terms = delegates.weigh(state, question)
    before = logistic.chances(terms.total()).reshape(-1, delegates.KINDS) / logistic.ONE
    mean_kinds = (tiers.kinds * tiers.weights[:, None, None]).sum(axis=0)
    total = float(tiers.seats.sum())
    share = float((before * mean_kinds * tiers.seats[:, None]).sum()) / total
    gain = Parameters.of(state.scenario).bandwagon
    terms.add("bandwagon", int(gain * (2 * share - 1)))
    points = terms.limit()
    spread = _spread_of(state, points)
    shifted = _spread_of(state, points + 50)
    slopes = ((shifted - spread) * mean_kinds * tiers.seats[:, None]).sum(axis=(1, 2)) / 50 * 2 * gain / total
    totals = (spread * mean_kinds * tiers.seats[:, None]).sum(axis=(1, 2))
    values = np.array(_values(threshold), dtype=np.float64)
    variance = _variance(tiers, spread, before, values, slopes)
    deviation = sqrt(_variance(tiers, spread, before, np.array([1.0, 0.0, 0.0]), slopes))
    target = _target(threshold, int(total))
    chance = tail(float((values * totals).sum()), variance, target, 1)
    leans = _delegations(state, question, terms, points, spread, mean_kinds)
    return _forecast(chance, totals, deviation, threshold, int(total), int(total), leans)


def _tiers(state: State, question: Question, seats: Ints) -> _Tiers:
    found, luck = cells.weigh(state, question, luck=False).total(), Parameters.of(state.scenario).luck
    tickets = [
        logistic.chances(cells.tiers(state, question, logistic.clip(found + round(node * luck)))[3])
        for node in _NODES.tolist()
    ]
    chance, official = np.stack(tickets) / logistic.ONE, delegates.officials(state) / 1000
    offices = np.array([1 - official, official])
    both = np.stack([1 - chance, chance], axis=-1)[..., None] * offices
    return _Tiers(both.reshape(len(_NODES), -1, delegates.KINDS), seats.astype(np.float64), _WEIGHTS)


def _spread_of(state: State, points: Ints) -> Floats:
    """Chances for, against and abstaining of each region's kinds of delegates: shape (3, regions, kinds)."""
    parameters = Parameters.of(state.scenario)
    here = 1 - parameters.absence / 1000
    towards = logistic.chances(points - parameters.undecided) / logistic.ONE
    against = 1 - logistic.chances(points + parameters.undecided) / logistic.ONE
    found = np.stack([towards, against, 1 - towards - against]) * here
    return found.reshape(3, -1, delegates.KINDS)


def _variance(tiers: _Tiers, spread: Floats, before: Floats, values: Floats, slopes: Floats) -> float:
    """Variance of the deciding sum: within regions, and between the points of their luck.

    A seat counts for itself and, by way of the bandwagon, for everybody.
    """
    pull = float((values * slopes).sum())
    mean = (values[:, None, None] * spread).sum(axis=0)
    square = ((values**2)[:, None, None] * spread).sum(axis=0)
    first = mean + pull * before
    second = square + 2 * pull * before * mean + (pull * before) ** 2
    per_seat = (tiers.kinds * first).sum(axis=2)
    within = (tiers.kinds * second).sum(axis=2) - per_seat**2
    centre = (per_seat * tiers.weights[:, None]).sum(axis=0)
    between = ((per_seat - centre) ** 2 * tiers.weights[:, None]).sum(axis=0)
    inside = (within * tiers.weights[:, None]).sum(axis=0)
    return float((inside * tiers.seats + between * tiers.seats**2).sum())


def _delegations(
    state: State, question: Question, terms: Terms, points: Ints, spread: Floats, kinds: Floats
) -> tuple[Lean, ...]:
    """The lean of each delegation: the terms of its likeliest kind, the chances of all its seats."""
    columns = np.arange(len(kinds)) * delegates.KINDS + np.argmax(kinds, axis=1)
    shares = ((spread * kinds).sum(axis=2) * 1000).astype(np.int64).tolist()
    reasons = terms.first_reasons()
    return tuple(
        Lean(
            region,
            "delegation",
            int(points[column]),
            shares[0][region],
            shares[1][region],
            reasons[column],
            (state, terms, None, column, question),
        )
        for region, column in enumerate(columns.tolist())
    )


# ---- other questions


def congress(state: State, leader: int) -> int:
    """Delegates expected to stand with a leader's side if a congress met now, against the camp facing him.

    ``leader`` is a person; the number is out of ``congress_seats``.
    """
    return congress_breakdown(state, leader).total


def congress_breakdown(state: State, leader: int) -> Breakdown:
    """The same, delegation by delegation, the largest first; fractions are carried to the next delegation."""
    ledger = Ledger("congress", "delegates")
    bloc, strength = lines.bloc_of(state, leader), lines.pacts(state)
    place = _congress(state)
    if bloc < 0 or place < 0:
        return ledger.close()
    bound = Parameters.of(state.scenario).alliance
    own = tuple(other for other in range(len(strength)) if strength[bloc, other] >= bound)
    facing = tuple(other for other in _facing(state) if other not in own)
    question = questions.between(state, own, facing, "forecast")
    seats = apportionment.delegations(state, delegates.next_sitting(state, place))
    points = cells.tiers(state, question, cells.weigh(state, question, luck=False).total())[3]
    reached = (np.cumsum(seats * logistic.chances(points)) >> 32).tolist()
    names = [region.id for region in state.scenario.regions]
    shares = [now - before for now, before in zip(reached, [0, *reached], strict=False)]
    for share, name in sorted(zip(shares, names, strict=True), key=lambda pair: (-pair[0], pair[1])):
        ledger.add("delegation", share, region=name)
    return ledger.close()


def congress_seats(state: State) -> int:
    """Voting delegates of the next congress, 0 if the scenario has none."""
    place = _congress(state)
    return delegates.next_sitting(state, place).seats if place >= 0 else 0


def _congress(state: State) -> int:
    return next((b for b, body in enumerate(state.scenario.bodies) if body.role == "congress"), -1)


def _facing(state: State) -> tuple[int, ...]:
    leading, others = lines.camps(state)
    return leading + others


def offer(state: State, offer: Offer) -> tuple[Breakdown, int]:
    """The receiver's score line of an offer and the chance of consent in thousandths, in the view of its maker."""
    line = bargain.score(state, offer, offer.to)
    return line, offer_forecast.chance(state, offer, line.total)
