"""Intervals for shares, and quantiles. Floating point may advise and be shown; nothing here decides a game."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt

#: Two-sided 95 % point of the normal distribution.
Z = 1.959964


def share_interval(hits: int, of: int, z: float = Z) -> tuple[float, float]:
    """Wilson's score interval for a share, 0..1; (0, 1) if nothing was counted.

    For attribution each pair of twin worlds is one trial (changed or not), so the pairing is already in it.
    Source: E. B. Wilson, Probable Inference, JASA 22.
    """
    if of <= 0:
        return 0.0, 1.0
    share, square = hits / of, z * z
    centre = (share + square / (2 * of)) / (1 + square / of)
    half = z * sqrt(share * (1 - share) / of + square / (4 * of * of)) / (1 + square / of)
    return (max(centre - half, 0.0) if hits else 0.0), (min(centre + half, 1.0) if hits < of else 1.0)


def difference_interval(gained: int, lost: int, of: int, z: float = Z) -> tuple[float, float]:
    """Interval of the difference of two paired shares, -1..1.

    ``gained`` pairs have the thing only with, ``lost`` pairs only without. The adjusted Wald interval: one half
    is added to both discordant counts and two to the number of pairs.
    Source: A. Agresti and Y. Min, Statistics in Medicine 24 (2005).
    """
    if of <= 0:
        return -1.0, 1.0
    more, less, pairs = gained + 0.5, lost + 0.5, of + 2
    difference = (more - less) / pairs
    half = z * sqrt(max(more + less - (more - less) ** 2 / pairs, 0.0)) / pairs
    return max(difference - half, -1.0), min(difference + half, 1.0)


def quantile(values: Sequence[int], thousandths: int) -> int:
    """The value below which so many thousandths of the sorted values lie; 0 for none."""
    ordered = sorted(values)
    return ordered[min(len(ordered) * thousandths // 1000, len(ordered) - 1)] if ordered else 0
