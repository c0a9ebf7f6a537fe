"""A class's games on one page and as a table: who led, who left history when, how decisions were taken."""

from __future__ import annotations

import csv
import io
from typing import Any

from game.reports.dates import day
from game.reports.sheet import safe
from game.reports.sheets import environment
from game.scenario.model import Scenario

LEFT, RIGHT, BASE, HEIGHT = 40, 1100, 200, 180
COLUMNS = (
    "name", "file", "lesson", "seat", "seed", "turns", "over", "leader", "kind", "score", "divergence", "departed",
    "departure", "own",
)  # fmt: skip


def page(scenario: Scenario, it: dict[str, Any], skipped: list[tuple[str, str]]) -> str:
    """The report as one self-contained HTML page."""
    made = environment(scenario)
    made.filters["day"] = day
    last = max((point[0] for curve in it["curves"] for point in curve["points"]), default=1)
    return made.get_template("class.html.j2").render(
        heading="Class report",
        title=scenario.title,
        it=it,
        skipped=skipped,
        left=[row for row in it["students"] if row["departed"]],
        lines=[_line(curve["points"], last) for curve in it["curves"]],
        middle=_line(_middle(it["curves"]), last),
        marks=_marks(it, last),
        ticks=[{"x": _x(turn, last), "date": f"{scenario.turn_dates(turn)[0]:%b %Y}"} for turn in _ticks(last)],
        base=BASE,
        bars=[{"y": _y(score), "label": score // 10} for score in (250, 500, 750, 1000)],
    )  # fmt: skip


def sheet(it: dict[str, Any]) -> str:
    """One row a student, safe to open in a spreadsheet."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in it["students"]:
        writer.writerow([safe(row[name]) for name in COLUMNS])
    return out.getvalue()


def _marks(it: dict[str, Any], last: int) -> list[dict[str, Any]]:
    """A row for each game that left history, the earliest first."""
    left = [one for one in it["students"] if one["departed"]]
    left.sort(key=lambda one: (one["departed_turn"], one["name"]))
    return [{"x": _x(one["departed_turn"], last), "y": 22 + 26 * row, "row": one} for row, one in enumerate(left)]


def _x(turn: int, last: int) -> float:
    return round(LEFT + (RIGHT - LEFT) * min(turn, last) / max(last, 1), 1)


def _y(score: int) -> float:
    return round(BASE - HEIGHT * score / 1000, 1)


def _line(points: list[list[int]], last: int) -> str:
    return " ".join(f"{_x(turn, last)},{_y(score)}" for turn, score in points)


def _middle(curves: list[dict[str, Any]]) -> list[list[int]]:
    """The median of the class at each turn."""
    by_turn: dict[int, list[int]] = {}
    for curve in curves:
        for turn, score in curve["points"]:
            by_turn.setdefault(turn, []).append(score)
    return [[turn, sorted(scores)[(len(scores) - 1) // 2]] for turn, scores in sorted(by_turn.items())]


def _ticks(last: int) -> list[int]:
    step = max(1, last // 8)
    return list(range(1, last + 1, step))
