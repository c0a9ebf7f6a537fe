"""The table turns points into chances, the same on every machine."""

from __future__ import annotations

from hashlib import sha256
from math import exp

import numpy as np

from game.engine import logistic


def test_the_table_is_the_logistic_to_the_last_bit() -> None:
    table = logistic.table()
    assert len(table) == 16001
    points = np.arange(-8000, 8001)
    exact = [2**32 / (1 + exp(-u / 1000)) for u in points.tolist()]
    assert np.abs(table - np.array(exact)).max() <= 0.5 + 1e-5


def test_the_table_never_changes() -> None:
    assert sha256(logistic.table().astype("<i8").tobytes()).hexdigest() == DIGEST


def test_opposite_points_have_opposite_chances() -> None:
    table = logistic.table()
    assert (table + table[::-1] == logistic.ONE).all()
    assert (np.diff(table) > 0).all()


def test_landmarks_of_the_model() -> None:
    assert logistic.thousandths(0) == 500
    assert logistic.thousandths(2200) == 900
    assert logistic.thousandths(4600) == 990
    assert logistic.chance(99_999) == logistic.chance(8000)
    assert logistic.chance(-99_999) == logistic.chance(-8000) > 0


def test_the_table_cannot_be_changed() -> None:
    assert not logistic.table().flags.writeable


DIGEST = "6c6dfdc439040ae139b4bd972eed29941b4440269c29e849cfd904f5c570783e"
