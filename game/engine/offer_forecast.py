"""The chance that an offer is accepted, as far as whoever makes it can see: in whole numbers, without a draw.

The receiver's score line is read from the maker's view. Two things are hidden from him: how the receiver wavers, and
to whom he has given his word in secret. The second is a distribution over how many agreements of the receiver are not
known of; each beyond ``bargain.MANY`` lowers the line. All figures are measured over many worlds (the reliability
table of ``ensemble``).
"""

from __future__ import annotations

from game.engine import bargain, logistic
from game.engine.state import Offer, State

#: Thousandths that the receiver has 0, 1, 2, 3 agreements that one does not know of, by how many one knows of.
HIDDEN = ((150, 530, 260, 60), (350, 475, 150, 25), (470, 490, 40, 0))
#: Thousandths of log-odds of consent that a point of the line is worth.
SCALE = 40
#: The same for an offer that does not pay, and what it loses at once: lighter terms are asked for instead.
REFUSAL_SCALE, REFUSAL = 130, 1100


def chance(state: State, offer: Offer, total: int) -> int:
    """Thousandths; ``state`` is the maker's view and ``total`` the receiver's score line in it."""
    known = bargain.promises(state, offer.to)
    counted = bargain.too_many(known)
    spread = HIDDEN[min(known, len(HIDDEN) - 1)]
    lines = (total + counted - bargain.too_many(known + more) for more in range(len(spread)))
    return sum(weight * _consent(line) for weight, line in zip(spread, lines, strict=True)) // 1000


def _consent(line: int) -> int:
    return logistic.thousandths(SCALE * line if line > 0 else REFUSAL_SCALE * line - REFUSAL)
