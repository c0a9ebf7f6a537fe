"""A rival's wavering: a keyed number for each choice, in a domain of its own that no rule draws from."""

from __future__ import annotations

from game.engine import dice

#: Half-width in points of the wavering of each strength of rival.
WAVER = {"clerk": 40, "secretary": 22, "vozhd": 8}


def waver(seed: int, turn: int, who: int, text: str, strength: str) -> int:
    """Points between -WAVER and +WAVER for a choice called ``text``; the same whenever it is asked."""
    width = WAVER.get(strength, WAVER["secretary"])
    drawn = dice.draw(seed, turn, dice.Purpose.CHOICE, text, who)
    return drawn * (2 * width + 1) // 2**32 - width
