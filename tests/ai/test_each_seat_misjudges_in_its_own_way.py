"""Nobody knows how strong the others are: each seat errs in its own way, the better ones less."""

from __future__ import annotations

from game.ai import taste
from game.ai.strength import STRENGTHS
from game.engine.state import State

POWER = [1000] * 4


def believed(state: State, person: int, strength: str) -> list[int]:
    return taste.believed(state, person, 0, POWER, STRENGTHS[strength].doubt)


def test_without_doubt_the_appearance_is_believed(opening: State) -> None:
    assert taste.believed(opening, 0, 0, POWER, 0) == POWER


def test_ones_own_strength_is_known(opening: State) -> None:
    assert believed(opening, 0, "clerk")[0] == 1000


def test_two_seats_err_differently_and_each_keeps_its_error_for_a_season(opening: State) -> None:
    first = believed(opening, 0, "secretary")
    assert first != believed(opening, 1, "secretary")
    opening.turn = taste.HELD - 1
    assert believed(opening, 0, "secretary") == first
    opening.turn = taste.HELD
    assert believed(opening, 0, "secretary") != first


def test_a_stronger_rival_errs_less(opening: State) -> None:
    def error(strength: str) -> int:
        return sum(abs(one - 1000) for person in range(40) for one in believed(opening, person, strength))

    assert error("vozhd") < error("secretary") < error("clerk")
