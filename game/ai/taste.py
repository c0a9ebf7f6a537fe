"""A rival's wavering: a keyed number for each choice, in a domain of its own that no rule draws from."""

from __future__ import annotations

from game.engine import dice
from game.engine.order import Order

#: Half-width in points of the wavering of each strength of rival.
WAVER = {"clerk": 40, "secretary": 22, "vozhd": 8}


def waver(seed: int, turn: int, who: int, order: Order, strength: str) -> int:
    """Points between -WAVER and +WAVER for an order; the same whenever it is asked."""
    text = "/".join((order.kind, *(str(value) for _, value in order.args)))
    width = WAVER.get(strength, WAVER["secretary"])
    drawn = dice.draw(seed, turn, dice.Purpose.CHOICE, text, who)
    return drawn * (2 * width + 1) // 2**32 - width
