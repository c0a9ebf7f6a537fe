"""The figures of an ensemble: shares with intervals, offices and divergence over time, orders, votes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

from game.lab.ensemble import Ensemble, about
from game.lab.intervals import quantile, share_interval
from game.lab.lot_sums import lot_sums
from game.lab.reliability import KINDS, Row, rows
from game.lab.standing import BANDS, FULL, PARTIAL, weighty_posts
from game.lab.world import World
from game.scenario.model import Scenario

#: Shares of worlds between which the bands of divergence lie, thousandths.
LOW, MIDDLE, HIGH = 100, 500, 900


def sums(scenario: Scenario, ensemble: Ensemble) -> dict[str, Any]:
    """Everything a report of an ensemble shows, JSON-able; shares and intervals are 0..1."""
    worlds = ensemble.played
    return {
        **about(scenario, ensemble.plan),
        "title": scenario.title,
        "asked": ensemble.asked,
        "worlds": len(worlds),
        "stopped": ensemble.stopped,
        "seeds": [one["seed"] for one in ensemble.worlds],
        "distinct": ensemble.distinct,
        "leaders": shares((one["leader"] for one in worlds), len(worlds)),
        "kinds": shares((one["kind"] for one in worlds), len(worlds)),
        "aims": [_aim(contender.person, worlds) for contender in scenario.contenders],
        "offices": _offices(scenario, worlds),
        "divergence": _divergence(worlds),
        "orders": _orders(scenario, worlds),
        "votes": _votes(worlds),
        "length": _spread([one["turns"] for one in worlds]),
        "forecasts": {kind: [_reliability(row) for row in rows(ensemble.forecasts.cells[kind])] for kind in KINDS},
        "faults": [{"seed": seed, "fault": fault} for seed, fault in ensemble.faults],
        **({"drawn": lot_sums(scenario, ensemble.plan.lots, worlds)} if ensemble.plan.lots else {}),
    }


def share(hits: int, of: int) -> dict[str, Any]:
    """A share of worlds with its 95 % interval."""
    low, high = share_interval(hits, of)
    return {"worlds": hits, "share": hits / of if of else 0.0, "low": low, "high": high}


def shares(values: Iterable[str], of: int) -> list[dict[str, Any]]:
    """Each value with its share, the most frequent first."""
    counted = sorted(Counter(values).items(), key=lambda pair: (-pair[1], pair[0]))
    return [{"id": value, **share(count, of)} for value, count in counted]


def _spread(values: Sequence[int]) -> dict[str, int]:
    return {"low": quantile(values, LOW), "middle": quantile(values, MIDDLE), "high": quantile(values, HIGH)}


def _aim(who: str, worlds: list[World]) -> dict[str, Any]:
    counted = Counter(one["bands"][who] for one in worlds)
    full, reached = counted[FULL], counted[FULL] + counted[PARTIAL]
    return {
        "id": who,
        **{band: counted[band] for band in BANDS},
        "reached_full": share(full, len(worlds)),
        "reached_partial": share(reached, len(worlds)),
        "leads": share(sum(one["leader"] == who for one in worlds), len(worlds)),
        "score": _spread([one["scores"][who] for one in worlds]),
    }


def _offices(scenario: Scenario, worlds: list[World]) -> list[dict[str, Any]]:
    """Per weighty post and turn, who holds it at the turn's opening in what share of worlds, at most three."""
    found = []
    kept = worlds[0]["offices"] if worlds else {}
    posts = [post.id for _, post in weighty_posts(scenario) if post.id in kept]  # a file of worlds loses their order
    for post in posts:
        turns = sorted({turn for one in worlds for turn, _ in one["offices"][post]})
        first, last = turns[0], max(one["turns"] for one in worlds) + 1
        by_turn = [
            {"turn": turn, "holders": shares((_holder(one, post, turn) for one in worlds), len(worlds))[:3]}
            for turn in range(first, last + 1)
        ]
        found.append({"id": post, "turns": by_turn})
    return found


def _holder(one: World, post: str, turn: int) -> str:
    held = [who for since, who in one["offices"][post] if since <= turn]
    return str(held[-1]) if held else ""


def _divergence(worlds: list[World]) -> list[dict[str, int]]:
    """Score by turn, 0..1000: median, and the band in which four fifths of the worlds lie."""
    by_turn: dict[int, list[int]] = {}
    for one in worlds:
        for turn, score in one["divergence"]:
            by_turn.setdefault(turn, []).append(score)
    return [{"turn": turn, **_spread(values)} for turn, values in sorted(by_turn.items())]


def _orders(scenario: Scenario, worlds: list[World]) -> list[dict[str, Any]]:
    found = []
    for kind in scenario.orders:
        used = [one["orders"][kind.id] for one in worlds if kind.id in one["orders"]]
        open_ = sum(kind.id in one["open"] or kind.id in one["orders"] for one in worlds)
        given, took = sum(row[0] for row in used), sum(row[1] for row in used)
        found.append({
            "id": kind.id,
            "name": kind.name,
            "open_in": open_,
            "used_in": share(len(used), open_),
            "given": given,
            "success": share(took, given),
            "seats": sum(row[2] for row in used),
        })  # fmt: skip
    return found


def _votes(worlds: list[World]) -> list[dict[str, Any]]:
    held: Counter[str] = Counter()
    carried: Counter[str] = Counter()
    for one in worlds:
        for kind, (count, won) in one["votes"].items():
            held[kind] += count
            carried[kind] += won
    pairs = sorted(held.items(), key=lambda pair: (-pair[1], pair[0]))
    return [{"id": kind, "held": count, "carried": carried[kind]} for kind, count in pairs]


def _reliability(row: Row) -> dict[str, Any]:
    return {
        "from": row.low,
        "count": row.count,
        "forecast": row.forecast,
        "happened": row.happened,
        "low": row.interval[0],
        "high": row.interval[1],
    }
