"""The chance that an offer is accepted, as far as whoever makes it can see: in whole numbers, without a draw.

The receiver's score line is read from the maker's view. Hidden from him is how the receiver wavers, and above all to
whom he has given his word in secret: each agreement beyond ``bargain.MANY`` lowers the line by ``bargain.PROMISE``,
so that a line of less than that is as good as a toss. The table is measured over many worlds and held against them
by the reliability table of ``ensemble``.
"""

from __future__ import annotations

from game.engine import bargain
from game.engine.state import Offer, State

#: By how many agreements of the receiver one knows of: points of his line and the thousandths that agreed.
MEASURED = (
    (
        (-60, 5), (-20, 50), (-5, 190), (0, 370), (10, 500), (30, 575), (60, 585), (90, 630),
        (110, 710), (130, 800), (150, 860), (180, 890), (220, 955), (260, 985), (320, 997),
    ),
    (
        (-60, 5), (-20, 30), (-5, 60), (0, 190), (10, 250), (40, 340), (70, 370), (90, 430),
        (110, 515), (130, 625), (150, 720), (180, 790), (220, 840), (260, 900), (320, 965), (380, 990),
    ),
    (
        (-60, 5), (-20, 20), (-5, 40), (0, 150), (10, 250), (30, 390), (50, 500), (90, 590),
        (110, 655), (130, 780), (160, 840), (200, 890), (240, 960), (320, 990),
    ),
)  # fmt: skip


def chance(state: State, offer: Offer, total: int) -> int:
    """Thousandths; ``state`` is the maker's view and ``total`` the receiver's score line in it."""
    row = MEASURED[min(bargain.promises(state, offer.to), len(MEASURED) - 1)]
    before, share = row[0]
    for points, next_share in row:
        if total <= points:
            return share + (next_share - share) * max(total - before, 0) // max(points - before, 1)
        before, share = points, next_share
    return share
