"""Banzhaf power: in how many coalitions a voter's weight decides."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from game.engine import ballots, lines
from game.engine.atlas import Atlas
from game.engine.memo import kept
from game.engine.state import State


def swings(weights: tuple[int, ...], quota: int) -> tuple[int, ...]:
    """Per voter the number of coalitions of the others that his weight turns into winning ones, exactly.

    Counts coalitions by weight (dynamic programming), so any number of voters will do.
    """
    return _swings(tuple(weights), quota)


@lru_cache(maxsize=256)
def _swings(weights: tuple[int, ...], quota: int) -> tuple[int, ...]:
    total = sum(weights)
    counts = [1] + [0] * total
    for weight in weights:
        for size in range(total, weight - 1, -1) if weight else ():
            counts[size] += counts[size - weight]
    zeros = sum(1 for weight in weights if weight == 0)
    return tuple(_swings_of(counts, weight, quota) << zeros if weight else 0 for weight in weights)


def _swings_of(counts: list[int], weight: int, quota: int) -> int:
    """Coalitions without one voter that fall short of the quota by no more than his weight."""
    without = counts[:]
    for size in range(weight, len(without)):
        without[size] -= without[size - weight]
    return sum(without[max(quota - weight, 0) : max(quota, 0)])


def banzhaf(weights: tuple[int, ...], quota: int) -> tuple[int, ...]:
    """Normalised Banzhaf shares in thousandths (floored), all 0 if nobody can decide anything."""
    found = swings(weights, quota)
    total = sum(found)
    return tuple(1000 * count // total if total else 0 for count in found)


def as_blocs(state: State, body: int) -> tuple[int, ...]:
    """Share of each bloc of a body if its people vote together, thousandths; nobody's people vote singly."""
    there = ballots.voters(state, body, lines.leaders(state))
    blocs = len(state.scenario.blocs)
    seats = np.bincount(there.leader, minlength=blocs + 1).tolist()
    weights = (*seats[:blocs], *((1,) * seats[blocs]))
    return banzhaf(weights, len(there.ids) // 2 + 1)[:blocs]


def share(state: State, bloc: int) -> int:
    """A bloc's Banzhaf share in the bureau as the blocs vote, thousandths."""
    bureau = Atlas.of(state.scenario).bureau
    if bureau < 0 or bloc < 0:
        return 0
    return kept(state, ("power as blocs", bureau), lambda state: as_blocs(state, bureau))[bloc]


def swings_by_votes(weights: tuple[int, ...], quota: int, voter: int) -> tuple[tuple[int, int], ...]:
    """(votes the others had, number of their coalitions that this voter turns), the fewest votes first."""
    weight = weights[voter]
    others = weights[:voter] + weights[voter + 1 :]
    counts = [1] + [0] * sum(others)
    for other in others:
        if other:
            for size in range(len(counts) - 1, other - 1, -1):
                counts[size] += counts[size - other]
        else:
            counts = [2 * count for count in counts]
    turned = range(max(quota - weight, 0), min(quota, len(counts)))
    return tuple((votes, counts[votes]) for votes in turned if counts[votes])
