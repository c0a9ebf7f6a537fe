"""What a contender wants is read off the tests of his aim."""

from __future__ import annotations

from game.ai import aims
from game.ai.aims import _wants


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
