"""A rival's wavering and misjudgement: keyed numbers in a domain of their own that no rule draws from."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.engine import dice
from game.engine.order import Order
from game.engine.state import State

#: What somebody believes of the others he believes for so many turns.
HELD = 9


def waver(seed: int, turn: int, who: int, order: Order, width: int) -> int:
    """Points between minus and plus ``width`` for an order; the same whenever it is asked."""
    text = "/".join((order.kind, *(str(value) for _, value in order.args)))
    drawn = dice.draw(seed, turn, dice.Purpose.CHOICE, text, who)
    return drawn * (2 * width + 1) // 2**32 - width


def believed(state: State, person: int, own: int, power: list[int], doubt: int) -> list[int]:
    """The power of each bloc as somebody believes it: half an old prejudice, half the rumour of the season."""
    if not doubt:
        return power
    seasons = (0, 1 + state.turn // HELD)
    errors = [_misjudged(state.seed, season, person, len(power), doubt * 7 // 10) for season in seasons]
    found = [one * (1000 + max(sum(both), -600)) // 1000 for one, *both in zip(power, *errors, strict=True)]
    found[own] = power[own]
    return found


@lru_cache(maxsize=1024)
def _misjudged(seed: int, season: int, person: int, blocs: int, deviation: int) -> tuple[int, ...]:
    """Per bloc by how many thousandths somebody misjudges its power."""
    ids = np.arange(blocs, dtype=np.int64)
    return tuple(dice.bell(seed, season, dice.Purpose.BELIEF, person, ids, deviation).tolist())
