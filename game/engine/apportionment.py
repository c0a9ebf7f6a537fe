"""Apportionment by largest remainder."""

from __future__ import annotations

import numpy as np

from game.engine.state import Ints, Sitting, State


def largest_remainder(weights: Ints, seats: int) -> Ints:
    """Seats per entry in proportion to ``weights`` (>= 0), summing to ``seats`` exactly.

    Each gets its floored quota; what is left goes to the largest remainders, ties to the earlier
    entry. All-zero weights count as equal.
    """
    total = int(weights.sum())
    if total == 0:
        weights, total = np.ones_like(weights), len(weights)
    quota, remainder = weights * seats // total, weights * seats % total
    left = seats - int(quota.sum())
    order = np.argsort(-remainder, kind="stable")
    quota[order[:left]] += 1
    return quota


def delegations(state: State, sitting: Sitting) -> Ints:
    """Voting delegates per region at an assembly, by full members, and candidates where they count."""
    heads = state.members + state.novices if sitting.candidates_count else state.members
    return largest_remainder(heads, sitting.seats or state.scenario.bodies[sitting.body].full_seats)
