"""What lots tell: how seats fare that drew one thing beside those that drew another, seat by seat and together.

Floating point is shown here and decides nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import NormalDist, fmean, variance
from typing import Any

from game.lab.intervals import Z
from game.lab.lots import CLERK, FAMILIES, SECRETARY
from game.lab.standing import FULL
from game.lab.world import World
from game.scenario.model import Scenario

#: A type of order counts for a seat that gives it in at least one in so many of the worlds in which it may.
USED = 20
#: Chance of an interval, over all comparisons together, to leave out the truth.
RISK = 0.05


@dataclass(frozen=True, slots=True)
class Stratum:
    """One seat in two sets of worlds: whether the full aim was reached, and the points, of each world."""

    seat: str
    here: Sequence[tuple[bool, int]]
    there: Sequence[tuple[bool, int]]


def lot_sums(scenario: Scenario, kind: str, worlds: Sequence[World]) -> dict[str, Any]:
    """Every comparison that lots of a kind make: over all seats, and by seat; shares are 0..1, JSON-able.

    A *difference* is here less there. With ``orders`` here is without the type and there with it, over the seats
    that use it; with ``plans`` here is the plan and there a *clerk* in the same seat.
    """
    arms = _orders(scenario, worlds) if kind == "orders" else _plans(scenario, worlds)
    whole = [one for one in ((name, _enough(strata)) for name, strata in arms) if one[1]]
    single = [(name, stratum) for name, strata in whole for stratum in strata]
    wide = NormalDist().inv_cdf(1 - RISK / (2 * max(len(single), 1)))
    by_seat = [{**_compared(name, (stratum,)), "sure": _sure(stratum, wide)} for name, stratum in single]
    return {
        "kind": kind,
        "rows": [_compared(name, strata) for name, strata in whole],
        "by_seat": by_seat,
        "beyond_chance": sum(one["full"]["low"] > 0 or one["full"]["high"] < 0 for one in by_seat),
    }


def _orders(scenario: Scenario, worlds: Sequence[World]) -> Iterable[tuple[str, list[Stratum]]]:
    seats = [contender.person for contender in scenario.contenders]
    for kind in scenario.orders:
        strata = []
        for seat in seats:
            without = [one for one in worlds if kind.id in one["lots"][seat]["lacks"]]
            with_it = [one for one in worlds if kind.id not in one["lots"][seat]["lacks"]]
            if sum(kind.id in one["lots"][seat]["gave"] for one in with_it) * USED >= len(with_it):
                strata.append(_stratum(seat, without, with_it))
        yield kind.id, strata


def _plans(scenario: Scenario, worlds: Sequence[World]) -> Iterable[tuple[str, list[Stratum]]]:
    seats = [contender.person for contender in scenario.contenders]
    for plan in (*FAMILIES, SECRETARY):
        yield plan, [_stratum(seat, _drew(worlds, seat, plan), _drew(worlds, seat, CLERK)) for seat in seats]


def _drew(worlds: Sequence[World], seat: str, plan: str) -> list[World]:
    return [one for one in worlds if one["lots"][seat]["plan"] == plan]


def _stratum(seat: str, here: Sequence[World], there: Sequence[World]) -> Stratum:
    return Stratum(seat, *([_fared(one, seat) for one in side] for side in (here, there)))


def _fared(one: World, seat: str) -> tuple[bool, int]:
    return one["bands"][seat] == FULL, int(one["scores"][seat])


def _enough(strata: Iterable[Stratum]) -> list[Stratum]:
    """Seats with two worlds on either side: fewer tell no spread."""
    return [one for one in strata if len(one.here) > 1 and len(one.there) > 1]


def _compared(name: str, strata: Sequence[Stratum]) -> dict[str, Any]:
    here, there = ([won for one in strata for won, _ in side(one)] for side in (_here, _there))
    return {
        "id": name,
        "seats": [one.seat for one in strata],
        "here": {"worlds": len(here), "full": sum(here)},
        "there": {"worlds": len(there), "full": sum(there)},
        "full": _full(strata, Z),
        "points": _interval([(_weight(one), *_points(one)) for one in strata], Z),
    }


def _here(one: Stratum) -> Sequence[tuple[bool, int]]:
    return one.here


def _there(one: Stratum) -> Sequence[tuple[bool, int]]:
    return one.there


def _full(strata: Sequence[Stratum], z: float) -> dict[str, float]:
    return _interval([(_weight(one), *_shares(one)) for one in strata], z)


def _sure(stratum: Stratum, wide: float) -> bool:
    """True if the difference leaves out nothing even when all comparisons are counted (Bonferroni)."""
    found = _full((stratum,), wide)
    return found["low"] > 0 or found["high"] < 0


def _weight(one: Stratum) -> float:
    """Mantel and Haenszel's: seats with many worlds on both sides tell most."""
    return len(one.here) * len(one.there) / (len(one.here) + len(one.there))


def _shares(one: Stratum) -> tuple[float, float]:
    """Difference of two shares, and its variance with one added to the hits and misses of each side, so never 0.

    Source of the ones: A. Agresti and B. Caffo, American Statistician 54 (2000); the middle stays what was counted.
    """
    middle = spread = 0.0
    for side, sign in ((one.here, 1), (one.there, -1)):
        hits, count = sum(won for won, _ in side), len(side)
        middle += sign * hits / count
        share = (hits + 1) / (count + 2)
        spread += share * (1 - share) / (count + 2)
    return middle, spread


def _points(one: Stratum) -> tuple[float, float]:
    """Difference of two means and its variance."""
    sides = [[score for _, score in side] for side in (one.here, one.there)]
    first, second = (variance(side) / len(side) for side in sides)
    return fmean(sides[0]) - fmean(sides[1]), first + second


def _interval(parts: Sequence[tuple[float, float, float]], z: float) -> dict[str, float]:
    """Weighted mean of differences and its interval. Source: S. Greenland and J. Robins, Biometrics 41 (1985)."""
    total = sum(weight for weight, _, _ in parts)
    middle = sum(weight * difference for weight, difference, _ in parts) / total
    half = z * sqrt(sum(weight**2 * spread for weight, _, spread in parts)) / total
    return {"difference": middle, "low": middle - half, "high": middle + half}
