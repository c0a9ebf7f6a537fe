"""Worlds of two plans in pairs: the same seeds played twice, and what one plan did better than the other.

Floating point is shown here and decides nothing.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from pathlib import Path
from statistics import fmean, stdev
from typing import Any

from game.lab import keep
from game.lab.intervals import Z
from game.lab.standing import BANDS, FULL, PARTIAL
from game.lab.sums import share
from game.lab.world import World
from game.scenario.model import Scenario
from game.scenario.vocabulary import STRENGTHS

#: What two plans must have alike, and how a sentence calls it.
ALIKE = {
    "digest": "of another scenario or of another state of it",
    "rivals": "of another dial (--rivals)",
    "start": "with another beginning (--from)",
    "until": "with another end (--until)",
    "settings": "with other settings (--set)",
    "lots": "in which seats drew by lot (--by-lot)",
}
#: Two-sided 95 % points of Student's distribution for one and two degrees of freedom, where the series is too rough.
FEW = {1: 12.706205, 2: 4.302653}
#: Scores beyond this are none.
MOST = 10**9


@dataclass(frozen=True, slots=True)
class Beside:
    """Worlds kept before that fit: the name of their file, their plan as kept there, and the worlds by seed."""

    name: str
    about: dict[str, Any]
    worlds: dict[int, World]


def fitting(path: Path, scenario: Scenario, common: dict[str, Any], seeds: Collection[int]) -> Beside:
    """The worlds kept in ``path``, to be compared with those of a plan (``ensemble.about``) that names a seat.

    KeepError if the file cannot be read, if anything but the seat, its strength or its types of orders differs, or
    if none of ``seeds`` was played to its end there.
    """
    about, worlds = keep.opened(path)
    if unlike := [words for key, words in ALIKE.items() if about.get(key) != common.get(key)]:
        raise keep.KeepError(
            f"{path} holds worlds {unlike[0]}; --beside compares only --as, --strength, --only and --without"
        )
    if not _is_plan(scenario, about) or not all(_is_world(one, common["seat"]) for one in worlds):
        raise keep.KeepError(f"{path} is spoiled; play its worlds again, or give another file")
    found = {one["seed"]: one for one in worlds}
    if not any("digest" in found[seed] for seed in found.keys() & seeds):
        raise keep.KeepError(f"{path} has no world of these seeds; choose others with --seed and -n")
    return Beside(path.name, about, found)


def _is_plan(scenario: Scenario, about: dict[str, Any]) -> bool:
    seat, types = about.get("seat"), about.get("types", [])
    known = {one.id for one in scenario.orders}
    return (
        seat in (None, *(one.person for one in scenario.contenders))
        and about.get("strength") in STRENGTHS
        and isinstance(types, list)
        and all(isinstance(one, str) and one in known for one in types)
    )


def _is_world(one: World, seat: str) -> bool:
    if "digest" not in one:  # a game that failed
        return True
    scores, bands = one.get("scores"), one.get("bands")
    if not isinstance(scores, dict) or not isinstance(bands, dict):
        return False
    score = scores.get(seat)
    return isinstance(score, int) and abs(score) <= MOST and bands.get(seat) in BANDS


def compare(common: dict[str, Any], worlds: Iterable[World], beside: Beside) -> dict[str, Any]:
    """The worlds just played (*here*) with those kept before (*there*), seed by seed, for the seat; JSON-able.

    A seed whose game failed on either side is left out and counted.
    """
    seat = common["seat"]
    both = [(one, beside.worlds[one["seed"]]) for one in worlds if one["seed"] in beside.worlds]
    pairs = [(one, other) for one, other in both if "digest" in one and "digest" in other]
    bands = [(one["bands"][seat], other["bands"][seat]) for one, other in pairs]
    return {
        "file": beside.name,
        "seat": seat,
        "here": _plan(common),
        "there": _plan(beside.about),
        "pairs": len(pairs),
        "left_out": len(both) - len(pairs),
        "seeds": [one["seed"] for one, _ in pairs],
        "full": _reached(bands, (FULL,)),
        "partial": _reached(bands, (FULL, PARTIAL)),
        "points": _points([(one["scores"][seat], other["scores"][seat]) for one, other in pairs]),
    }


def _plan(about: dict[str, Any]) -> dict[str, Any]:
    return {"seat": about["seat"], "strength": about["strength"], "types": about.get("types", [])}


def _reached(bands: Sequence[tuple[str, str]], enough: tuple[str, ...]) -> dict[str, Any]:
    cells = [(here in enough, there in enough) for here, there in bands]
    both, here, there = (cells.count(cell) for cell in ((True, True), (True, False), (False, True)))
    neither = len(cells) - both - here - there
    ratio, low, high = odds_ratio(both, here, there, neither)
    return {
        "here": share(both + here, len(cells)),
        "there": share(both + there, len(cells)),
        "both": both,
        "only_here": here,
        "only_there": there,
        "neither": neither,
        "odds_ratio": {"ratio": ratio, "low": low, "high": high},
    }


def odds_ratio(both: int, here: int, there: int, neither: int, z: float = Z) -> tuple[float, float, float]:
    """Marginal odds of the thing here over those there, from a table of pairs, with its interval; always finite.

    ``here`` and ``there`` count the pairs that have it only on that side. Wald's interval of the log of the marginal
    odds ratio of matched pairs, by the delta method with the covariance of the two shares; one half is added to
    each of the four cells first. Source: A. Agresti, Categorical Data Analysis (2013), ch. 11; the halves: ch. 3.
    """
    yes, first, second, no = (cell + 0.5 for cell in (both, here, there, neither))
    pairs, has, had = yes + first + second + no, yes + first, yes + second
    has_not, had_not = pairs - has, pairs - had
    middle = log(has * had_not / (has_not * had))
    covariance = pairs * (yes * no - first * second) / (has * has_not * had * had_not)
    variance = pairs / (has * has_not) + pairs / (had * had_not) - 2 * covariance
    half = z * sqrt(max(variance, 0.0))
    return exp(middle), exp(middle - half), exp(middle + half)


def _points(pairs: Sequence[tuple[int, int]]) -> dict[str, float | None]:
    middle, low, high = mean_difference([here - there for here, there in pairs])
    return {
        "here": fmean(here for here, _ in pairs) if pairs else None,
        "there": fmean(there for _, there in pairs) if pairs else None,
        "difference": middle,
        "low": low,
        "high": high,
    }


def mean_difference(differences: Sequence[int]) -> tuple[float | None, float | None, float | None]:
    """Mean of the differences of pairs with its 95 % interval, None if fewer than two pairs or none unlike tell one.

    Student's interval for one sample, the sample being the differences, so that the pairing is in it.
    Source: Student, The probable error of a mean, Biometrika 6.
    """
    if not differences:
        return None, None, None
    count, middle = len(differences), fmean(differences)
    if len(set(differences)) < 2:
        return middle, None, None
    half = student(count - 1) * stdev(differences) / sqrt(count)
    return middle, middle - half, middle + half


def student(free: int) -> float:
    """Two-sided 95 % point of Student's distribution, to within 0.004 of the tables.

    The series in 1 / degrees of freedom. Source: Abramowitz and Stegun, Handbook (1964), 26.7.5.
    """
    if free in FEW:
        return FEW[free]
    z, v = Z, float(free)
    terms = (
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 15 * (128 * z**3 + 63 * z)) / 92160,
    )
    return z + sum(term / v**power for power, term in enumerate(terms, 1))
