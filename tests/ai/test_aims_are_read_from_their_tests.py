"""What a contender wants is read off the tests of his aim."""

from __future__ import annotations

import pytest

from game import engine
from game.ai import aims
from game.ai.aims import _counted, _wants
from game.ai.attitude import read
from game.engine.state import State
from game.scenario.model import Scenario


def test_a_negation_and_a_ceiling_turn_the_wish() -> None:
    found = _wants("me", (("not rule('a') and document('b') <= 3 and quantity('c') >= 400", 60),))
    assert found["rule", "a"].points == -60
    assert found["document", "b"].points == -60
    assert found["quantity", "c"] == aims.Want(60, 400)


def test_self_is_himself_and_alternatives_count_half() -> None:
    found = _wants("me", (("holds(SELF, 'p') or sits(SELF, 'b')", 40),))
    assert found["holds", "me", "p"].points == 20
    assert found["sits", "me", "b"].points == 20


def test_a_lost_aim_is_unwanted() -> None:
    found = _wants("me", (("rule('a') or not alive(SELF)", -40),))
    assert found["rule", "a"].points == -20
    assert found["alive", "me"].points == 20


def test_wishes_for_one_fact_add_up_to_a_limit() -> None:
    found = _wants("me", (("rule('a')", 60), ("rule('a')", 60)))
    assert found["rule", "a"].points == aims.LIMIT


@pytest.mark.parametrize(
    ("held", "halves"),
    [((False, False), (2, 2)), ((True, False), (2, 1)), ((True, True), (1, 1)), ((True, False, True), (1, 1, 1))],
)
def test_an_alternative_on_which_the_whole_hangs_counts_whole(held, halves) -> None:
    assert _counted(held) == halves


@pytest.fixture
def state(succession: Scenario) -> State:
    return engine.new(succession, 1)


def _want(state: State, who: str, *fact: str, numerate: bool = True) -> int:
    return read(state, state.scenario.index["people"][who], numerate=numerate).want(*fact)


def test_when_one_of_two_has_lost_his_seat_the_other_must_keep_his(state: State) -> None:
    """The Chairman wants Trotsky or Zinoviev beside him: while both sit, either can be spared."""
    bureau = state.scenario.index["bodies"]["politburo"]
    before = _want(state, "kamenev", "sits", "zinoviev", "politburo")
    state.full[bureau] = [one for one in state.full[bureau] if one != state.scenario.index["people"]["trotsky"]]
    assert _want(state, "kamenev", "sits", "zinoviev", "politburo") == 2 * before > 0
    assert _want(state, "kamenev", "sits", "trotsky", "politburo") == before
    assert _want(state, "kamenev", "sits", "zinoviev", "politburo", numerate=False) == before


def test_while_neither_rule_holds_each_would_bring_the_whole(state: State) -> None:
    plain = _want(state, "kamenev", "rule", "three_secretaries", numerate=False)
    assert _want(state, "kamenev", "rule", "three_secretaries") == min(2 * plain, aims.LIMIT)


def test_the_wishes_of_every_seat_can_be_read_as_they_stand(state: State) -> None:
    for seat, contender in enumerate(state.scenario.contenders):
        assert aims.now(state, seat).keys() == aims.of(state.scenario, seat).keys(), contender.person
