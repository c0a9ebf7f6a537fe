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
        (-60, 10), (-20, 120), (0, 400), (10, 520), (60, 570),
        (100, 650), (120, 780), (140, 880), (180, 930), (280, 990),
    ),
    (
        (-60, 10), (-20, 80), (0, 230), (20, 280), (60, 355),
        (100, 470), (140, 650), (180, 790), (260, 900), (320, 970),
    ),
    (
        (-60, 10), (-20, 100), (0, 350), (20, 420), (60, 470),
        (100, 610), (140, 880), (220, 950), (320, 980),
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
