"""The intervals of attribution hold the true share in 93 to 97 of 100 repeats of a law that is known."""

from __future__ import annotations

import numpy as np
import pytest

from game.engine import dice
from game.lab.intervals import difference_interval, share_interval

REPEATS, PAIRS = 1000, 300


def toy_pairs(repeat, with_it, without):
    """Twin outcomes of a toy law: the same draw, lower than one chance (thousandths) with and another without."""
    draws = dice.draw(repeat, 1, dice.Purpose.EVENT, "toy", np.arange(PAIRS, dtype=np.int64)) * 1000 >> 32
    return draws < with_it, draws < without


def covered(hits):
    """Share of the repeats in which the interval holds the truth."""
    return sum(hits) / REPEATS


@pytest.mark.parametrize(("with_it", "without"), [(600, 300), (550, 450), (480, 500), (200, 50), (900, 860)])
def test_the_share_of_changed_pairs(with_it, without):
    truth = abs(with_it - without) / 1000
    hits = []
    for repeat in range(REPEATS):
        one, other = toy_pairs(repeat, with_it, without)
        low, high = share_interval(int((one != other).sum()), PAIRS)
        hits.append(low <= truth <= high)
    assert 0.93 <= covered(hits) <= 0.97


@pytest.mark.parametrize(("with_it", "without"), [(600, 300), (450, 550), (700, 650)])
def test_the_difference_of_paired_shares(with_it, without):
    """Half of the luck is the other twin's own, so that pairs change in both directions."""
    truth = (with_it - without) / 1000
    hits = []
    for repeat in range(REPEATS):
        one, shared = toy_pairs(repeat, with_it, without)
        apart = toy_pairs(repeat + REPEATS, with_it, without)[1]
        other = np.where(np.arange(PAIRS) % 2 == 0, shared, apart)
        gained, lost = int((one & ~other).sum()), int((other & ~one).sum())
        low, high = difference_interval(gained, lost, PAIRS)
        hits.append(low <= truth <= high)
    assert 0.93 <= covered(hits) <= 0.97


def test_the_ends_are_honest():
    assert share_interval(0, 0) == (0.0, 1.0)
    assert share_interval(0, 50)[0] == 0 and 0 < share_interval(0, 50)[1] < 0.1
    assert share_interval(50, 50)[1] == 1 and share_interval(50, 50)[0] > 0.9
    assert difference_interval(0, 0, 0) == (-1.0, 1.0)
    low, high = difference_interval(0, 0, 100)
    assert low < 0 < high and high < 0.05
