"""An office is not offered, a paper not let out and a word not broken without a reason."""

from __future__ import annotations

import pytest

from game import engine
from game.ai import bargains, dealings, worth_world
from game.ai.judge import Judge
from game.engine.order import Order
from game.engine.state import Pact, State
from game.scenario import find, load
from game.scenario.model import Scenario


def judge_of(state: State, seat: int = 0) -> Judge:
    return Judge.of(state, state.scenario.index["people"][state.scenario.contenders[seat].person])


@pytest.fixture(scope="module")
def large() -> Scenario:
    """The large scenario: the small one has no such orders and papers."""
    return load(find("succession-1923"))


def test_an_office_is_put_at_stake_only_under_attack(large: Scenario) -> None:
    state = engine.new(large, 7)
    kind = next(k for k in large.orders if any(s.test and s.test.text == "holds(SELF, POST)" for s in k.slots))
    seats = [large.index["people"][contender.person] for contender in large.contenders]
    post, holder = next((q, who) for q, who in enumerate(state.holder.tolist()) if who in seats)
    judge = Judge.of(state, holder)
    order = Order.of(judge.own, kind.id, post=large.posts[post].id)
    assert dealings._needless(judge, kind, order)
    state.severity[judge.mind.bloc] = 1000
    assert not dealings._needless(judge, kind, order)


def test_a_small_hearing_spoils_a_wide_one(large: Scenario) -> None:
    state, met = engine.new(large, 7), 0
    for contender in large.contenders:
        judge = Judge.of(state, large.index["people"][contender.person])
        for fact, want in judge.mind.wants.items():
            if fact[0] == "document" and want.points > 0 and want.number:
                met += 1
                assert worth_world._hearing(judge, fact[1], want.number - 1) < 0
                assert worth_world._hearing(judge, fact[1], want.number) > 0
    assert met


def test_a_fresh_word_is_not_broken(opening: State) -> None:
    judge = judge_of(opening)
    other = next(b for b in range(len(opening.scenario.blocs)) if b != judge.mind.bloc)
    pair = (min(judge.mind.bloc, other), max(judge.mind.bloc, other))
    opening.pacts[:] = [Pact("given", pair, 500, False, opening.turn, 0, 0)]
    assert sum(points for _, points in bargains.breaking(judge, other)) <= -200
    opening.pacts[0].since = opening.turn - bargains.YOUNG
    assert sum(points for _, points in bargains.breaking(judge, other)) > -200
