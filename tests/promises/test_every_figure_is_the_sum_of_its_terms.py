"""A figure that is shown opens into labelled terms, and they sum to the very number the rules used."""

from __future__ import annotations

from collections import Counter

import pytest
from games import HARBOUR, SUCCESSION, scenario_called

from game.engine import ballots, bargain, cells, delegates, forecast, logistic, motions, opinions, outcome
from game.engine import question as questions
from game.engine.ledger import Breakdown
from game.engine.state import Offer
from game.lab.table import Table
from game.saves import Setup

#: One sitting in so many is opened up.
STRIDE = {HARBOUR: 1, SUCCESSION: 6}
DIAL = {HARBOUR: "free", SUCCESSION: "rails"}


@pytest.fixture(scope="module", params=[HARBOUR, SUCCESSION])
def moments(request):
    """States of a whole game in which motions stand on the agenda, and those at the opening of each turn."""
    table = Table.new(scenario_called(request.param), Setup(rivals=DIAL[request.param]))
    seen, sittings = [], Counter()
    while (decision := table.game.decision) is not None:
        if decision.kind == "session" and table.game.state.agenda and not sittings[decision.about]:
            if len(sittings) % STRIDE[request.param] == 0:
                seen.append(table.game.state.copy())
            sittings[decision.about] += 1
        table.rival(decision)
    assert len(seen) >= 4
    return [*seen, *table.game.history[:: 2 * STRIDE[request.param]]]


def opens(figure: Breakdown) -> int:
    """The figure, once every level of its terms has been checked."""
    assert figure.total == sum(term.amount for term in figure.terms)
    waiting = list(figure.terms)
    while waiting:
        term = waiting.pop()
        assert term.reason and isinstance(term.amount, int)
        if term.terms:
            assert term.amount == sum(part.amount for part in term.terms)
            waiting += term.terms
    return figure.total


def labelled(state, figure: Breakdown):
    """Every reason of a figure has its words in the scenario."""
    missing = {term.reason for term in figure.terms} - set(state.scenario.reasons)
    assert not missing, (figure.title, missing)


def test_what_a_voter_weighs(moments):
    seen = Counter()
    for state in moments:
        for motion in state.agenda:
            found = forecast.vote(state, motion)
            assert found.of == len(found.leans) or found.leans[0].kind == "delegation"
            for lean in found.leans:
                abstains = lean.kind == "person" and dict(motion.stands).get(lean.voter) == 0
                if not abstains:
                    assert opens(lean.breakdown) == lean.points
                labelled(state, lean.breakdown)
                seen[lean.kind] += 1
    assert seen["person"] and seen["bench"] and seen["delegation"]


def test_a_voter_asked_alone_gives_the_same_terms(moments):
    for state in moments:
        for motion in state.agenda:
            leans = {lean.voter: lean for lean in forecast.vote(state, motion).leans}
            people = [voter for voter, lean in leans.items() if lean.kind == "person"][:5]
            for voter in people:
                assert ballots.explain(state, motion, voter) == leans[voter].breakdown


def test_a_show_of_hands_in_the_cells_and_a_delegate(moments):
    checked = 0
    for state in moments:
        for motion in state.agenda:
            if state.scenario.bodies[motion.body].kind != "assembly":
                continue
            points = cells.weigh(state, questions.of(state, motion), luck=False).total()
            for region in range(len(state.scenario.regions)):
                figure = cells.explain(state, motion, region)
                assert opens(figure) == points[region]
                labelled(state, figure)
                share = cells.staircase(state, motion, region)[0]
                assert share == logistic.thousandths(int(points[region]))
                labelled(state, delegates.explain(state, motion, region))
                checked += 1
    assert checked


def test_opinions(moments):
    for state in moments:
        count = len(state.scenario.people)
        for holder in range(0, count, max(count // 12, 1)):
            for about in range(0, count, max(count // 12, 1)):
                assert opens(opinions.explain(state, holder, about)) == state.opinion[holder, about]


def test_the_price_of_a_motion_is_what_is_paid(moments):
    for state in moments:
        for type_, data in enumerate(state.scenario.motions):
            if data.subject == "person":
                figure = motions.price(state, type_, state.scenario.people[0].id)
                assert opens(figure) >= 0
                labelled(state, figure)


def test_scores_power_and_delegates(moments):
    for state in moments:
        for bloc, data in enumerate(state.scenario.blocs):
            power = outcome.power(state, bloc)
            assert 0 <= opens(power) <= 1000
            labelled(state, power)
            leader = state.scenario.index["people"][data.leader]
            seats = forecast.congress_breakdown(state, leader)
            assert opens(seats) == forecast.congress(state, leader)
            assert 0 <= seats.total <= max(forecast.congress_seats(state), 0)
        for contender in state.scenario.contenders:
            figure = outcome.score(state, state.scenario.index["people"][contender.person])
            opens(figure)
            labelled(state, figure)


def test_the_score_that_is_kept_is_the_sum(moments):
    state = moments[-1].copy()
    outcome.tally(state)
    for who, points in state.scores.items():
        assert points == opens(outcome.score(state, state.scenario.index["people"][who]))


def test_both_sides_of_an_offer(moments):
    for state in moments[:6]:
        leaders = [state.scenario.index["people"][bloc.leader] for bloc in state.scenario.blocs]
        for term in ("alliance", "support", "peace", "silence"):
            offer = Offer("asked", 0, 1, term)
            if not (state.alive[leaders[0]] and state.alive[leaders[1]]):
                continue
            for side in (0, 1):
                figure = bargain.score(state, offer, side)
                opens(figure)
                labelled(state, figure)
            found, chance = forecast.offer(state, offer)
            assert found == bargain.score(state, offer, 1)
            assert 0 <= chance <= 1000
