"""The chance that an offer is accepted, as far as whoever makes it can see: in whole numbers, without a draw.

The receiver's score line is read from the maker's view. Hidden from him is how the receiver wavers, and above all to
whom he has given his word in secret: each agreement beyond ``bargain.MANY`` lowers the line by ``bargain.PROMISE``,
so that a line of less than that is as good as a toss. The table is measured over many worlds and held against them
by the reliability table of ``ensemble``.
"""

from __future__ import annotations

from game.engine import bargain
from game.engine.state import JOIN, Offer, State

#: Points of a score line and the thousandths that agreed, rising.
Row = tuple[tuple[int, int], ...]
#: By how many agreements of the receiver one knows of.
MEASURED: tuple[Row, ...] = (
    (
        (-60, 5), (-20, 40), (-5, 115), (0, 340), (10, 460), (60, 490), (75, 490), (90, 550), (100, 620),
        (120, 730), (130, 825), (150, 840), (165, 855), (180, 898), (220, 934), (260, 980), (380, 985),
    ),
    (
        (-60, 5), (-20, 23), (-5, 74), (0, 171), (10, 228), (30, 246), (45, 272), (60, 362), (110, 362),
        (120, 489), (130, 599), (140, 673), (200, 680), (220, 728), (240, 814), (260, 905), (290, 941), (380, 945),
    ),
    (
        (-60, 5), (-20, 16), (-5, 45), (0, 154), (10, 284), (20, 344), (45, 426), (90, 426), (100, 497),
        (110, 614), (120, 672), (130, 731), (150, 780), (165, 796), (240, 800), (260, 860), (380, 865),
    ),
)  # fmt: skip
#: To join a named understanding is no agreement with one other: only wavering is hidden.
MEASURED_JOIN: Row = ((-30, 2), (-20, 78), (-10, 242), (0, 524), (10, 730), (20, 964), (30, 990), (60, 998))


def chance(state: State, offer: Offer, total: int) -> int:
    """Thousandths; ``state`` is the maker's view and ``total`` the receiver's score line in it."""
    known = min(bargain.promises(state, offer.to), len(MEASURED) - 1)
    row = MEASURED_JOIN if offer.term == JOIN else MEASURED[known]
    before, share = row[0]
    for points, next_share in row:
        if total <= points:
            return share + (next_share - share) * max(total - before, 0) // max(points - before, 1)
        before, share = points, next_share
    return share
