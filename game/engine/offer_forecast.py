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
        (-60, 5), (-20, 50), (-5, 150), (0, 300), (10, 420), (30, 570), (60, 580), (90, 620),
        (110, 700), (130, 840), (150, 910), (180, 935), (220, 985), (260, 993), (320, 998),
    ),
    (
        (-60, 5), (-20, 30), (-5, 100), (0, 220), (10, 275), (40, 310), (70, 315), (90, 330),
        (110, 450), (130, 670), (150, 740), (180, 810), (220, 860), (260, 940), (320, 965), (380, 980),
    ),
    (
        (-60, 5), (-20, 20), (-5, 60), (0, 225), (10, 345), (30, 490), (50, 540), (90, 600),
        (110, 640), (130, 800), (160, 860), (200, 885), (240, 940), (320, 970),
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
