"""The log as one self-contained HTML page with both timelines and the divergence curve as inline SVG."""

from __future__ import annotations

from datetime import date
from importlib import resources
from typing import Any

WIDTH, LINE_TOP, LINE_LOW = 1120, 70, 210


def page(run: dict[str, Any]) -> str:
    """Render the run; everything is escaped, nothing is fetched."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string(resources.files("game.reports").joinpath("page.html.j2").read_text("utf-8"))
    return template.render(
        run=run,
        width=WIDTH,
        years=_years(run),
        facts=_facts(run),
        departures=_departures(run),
        fork=_fork(run),
        curve=_curve(run),
        bars=_score_marks(run),
        top=LINE_TOP,
        low=LINE_LOW,
    )


def _span(run: dict[str, Any]) -> tuple[int, int]:
    return date.fromisoformat(run["start"]).toordinal(), date.fromisoformat(run["end"]).toordinal()


def _x(run: dict[str, Any], day: str) -> float:
    first, last = _span(run)
    inside = min(max(date.fromisoformat(day).toordinal(), first), last)
    return round(20 + (WIDTH - 40) * (inside - first) / max(last - first, 1), 1)


def _years(run: dict[str, Any]) -> list[dict[str, Any]]:
    first, last = date.fromisoformat(run["start"]).year, date.fromisoformat(run["end"]).year
    return [{"year": year, "x": _x(run, f"{year}-01-01")} for year in range(first, last + 1)]


def _facts(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"x": _x(run, fact["date"]), "fact": fact} for fact in run["facts"]]


def _departures(run: dict[str, Any]) -> list[dict[str, Any]]:
    heavy = sorted(run["divergences"], key=lambda one: -one["weight"])[:40]
    return [{"x": _x(run, one["date"]), "one": one} for one in sorted(heavy, key=lambda one: one["date"])]


def _fork(run: dict[str, Any]) -> float | None:
    first = run["first_departure"]
    return _x(run, first["date"]) if first else None


def _curve(run: dict[str, Any]) -> str:
    """Points of the divergence curve, 0 at the bottom."""
    turns = max((row["turn"] for row in run["score"]), default=1)
    points = [
        f"{20 + (WIDTH - 40) * row['turn'] / turns:.1f},{180 - 150 * row['score'] / 1000:.1f}" for row in run["score"]
    ]
    return " ".join(["20,180", *points, f"{WIDTH - 20},180"]) if points else ""


def _score_marks(run: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"y": 180 - 150 * mark / 100, "label": mark} for mark in (25, 50, 75, 100)]
