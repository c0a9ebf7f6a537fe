"""The logistic table: points (thousandths of log-odds) to chances of 2**32, built once in decimals."""

from __future__ import annotations

from decimal import Context, Decimal
from functools import lru_cache

import numpy as np

from game.engine.state import Ints

#: Points are kept within -LIMIT..LIMIT.
LIMIT = 8000
#: A chance of one.
ONE = 1 << 32


@lru_cache(maxsize=1)
def table() -> Ints:
    """16001 integers: entry ``LIMIT + u`` is 2**32 / (1 + exp(-u/1000)), rounded to the nearest."""
    decimals = Context(prec=30)
    step = decimals.exp(Decimal("-0.001"))
    whole, one = Decimal(ONE), Decimal(1)
    power, upper = one, []
    for _ in range(LIMIT + 1):
        share = decimals.divide(whole, decimals.add(one, power))
        upper.append(int(share.to_integral_value(context=decimals)))
        power = decimals.multiply(power, step)
    lower = [ONE - value for value in reversed(upper[1:])]
    made = np.array(lower + upper, dtype=np.int64)
    made.flags.writeable = False
    return made


def clip(points: Ints) -> Ints:
    """Points kept within the table."""
    return np.minimum(np.maximum(points, -LIMIT), LIMIT)


def chances(points: Ints) -> Ints:
    """Chances 0..2**32 of points, clipped at the ends of the table."""
    found: Ints = table().take(points + LIMIT, mode="clip")
    return found


def chance(points: int) -> int:
    """The chance 0..2**32 of one number of points."""
    return int(table()[min(max(points, -LIMIT), LIMIT) + LIMIT])


def thousandths(points: int) -> int:
    """The chance of one number of points in thousandths."""
    return chance(points) * 1000 >> 32
