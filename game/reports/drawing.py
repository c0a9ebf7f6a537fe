"""The two lines and the score curve as plain numbers for an inline drawing."""

from __future__ import annotations

from datetime import date
from typing import Any

WIDTH, EDGE = 1120, 24
#: Height of a row of labels, the most rows above and below, and the most labels.
ROW, ROWS, NAMED = 24, 7, 15
#: Units a letter takes, and the gap between two labels of a row.
LETTER, GAP = 6.9, 14
#: The score curve: the ground line and the height of a full score.
GROUND, FULL = 180, 150
#: Most divergences drawn, most of them named.
DRAWN = 40


def drawing(run: dict[str, Any]) -> dict[str, Any]:
    """Everything the page draws."""
    heavy = sorted(run["divergences"], key=lambda one: -one["weight"])[:DRAWN]
    facts = _named([_mark(run, one) for one in run["facts"]])
    here = _named([_mark(run, one) for one in heavy])
    fork = _fork(run)
    history = 40 + ROW * _rows(facts)
    low = history + (80 if fork else 7)
    first_row = max(low, history + 56) + 34
    _place(facts, history - 26, -ROW)
    _place(here, first_row, ROW)
    return {
        "width": WIDTH,
        "history": history,
        "run": low,
        "height": first_row + ROW * _rows(here),
        "years": _years(run),
        "facts": facts,
        "here": here,
        "fork": fork,
        "curve": _curve(run),
        "bars": [{"y": GROUND - FULL * mark / 100, "label": mark} for mark in (25, 50, 75, 100)],
        "ground": GROUND,
    }


def _span(run: dict[str, Any]) -> tuple[int, int]:
    return date.fromisoformat(run["start"]).toordinal(), date.fromisoformat(run["end"]).toordinal()


def across(run: dict[str, Any], iso: str) -> float:
    """Where a day lies across the drawing."""
    first, last = _span(run)
    inside = min(max(date.fromisoformat(iso).toordinal(), first), last)
    return round(EDGE + (WIDTH - 2 * EDGE) * (inside - first) / max(last - first, 1), 1)


def _years(run: dict[str, Any]) -> list[dict[str, Any]]:
    first, last = date.fromisoformat(run["start"]).year, date.fromisoformat(run["end"]).year
    return [{"year": year, "x": across(run, f"{year}-01-01")} for year in range(first + 1, last + 1)]


def _mark(run: dict[str, Any], one: dict[str, Any]) -> dict[str, Any]:
    return {"x": across(run, one["date"]), "one": one, "label": "", "y": 0, "row": 0, "left": 0.0, "anchor": "start"}


def _named(marks: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Give the heaviest a label in a row where it meets no other; what finds no room keeps its point without one.

    The heaviest comes first; the others are placed from right to left, so that a stem seldom stands in the way
    of the next label.
    """
    rows: list[list[tuple[float, float]]] = [[] for _ in range(ROWS)]
    heavy = sorted(marks, key=lambda one: (-one["one"]["weight"], one["x"]))[:NAMED]
    for mark in [*heavy[:1], *sorted(heavy[1:], key=lambda one: -one["x"])]:
        text = str(mark["one"]["headline"])
        left, right = _extent(mark["x"], text)
        for number in range(ROWS):
            own = all(_free(row, mark["x"], mark["x"], 2) for row in rows[:number])
            others = [(m["x"], m["x"]) for m in marks if m["label"] and m["row"] > number]
            if own and _free(others, left, right, 2) and _free(rows[number], left, right, GAP):
                rows[number].append((left, right))
                before = left < mark["x"]
                mark.update(label=text, row=number, left=mark["x"] + (-5 if before else 5))
                mark["anchor"] = "end" if before else "start"
                break
    return sorted(marks, key=lambda one: one["x"])


def _rows(marks: list[dict[str, Any]]) -> int:
    return 1 + max((mark["row"] for mark in marks if mark["label"]), default=0)


def _place(marks: list[dict[str, Any]], start: int, step: int) -> None:
    for mark in marks:
        mark["y"] = start + step * mark["row"]


def _extent(x: float, text: str) -> tuple[float, float]:
    """From where to where a label reaches: right of its stem, near the right edge left of it."""
    width = len(text) * LETTER + 6
    left = x + 5 if x + 5 + width < WIDTH - 4 else x - 3 - width
    return left, left + width


def _free(row: list[tuple[float, float]], left: float, right: float, gap: float) -> bool:
    return all(right + gap < other[0] or other[1] + gap < left for other in row)


def _fork(run: dict[str, Any]) -> dict[str, Any] | None:
    first = run["first_departure"]
    if first is None:
        return None
    x = across(run, first["date"])
    return {"x": x, "end": min(x + 40, WIDTH - EDGE), "score_x": _turn_x(run, first["turn"] - 1)}


def _turn_x(run: dict[str, Any], turn: int) -> float:
    turns = max((row["turn"] for row in run["score"]), default=1)
    return round(EDGE + (WIDTH - 2 * EDGE) * min(max(turn, 0), turns) / max(turns, 1), 1)


def _curve(run: dict[str, Any]) -> str:
    """Points of the divergence curve, 0 at the bottom."""
    points = [f"{_turn_x(run, row['turn'])},{GROUND - FULL * row['score'] / 1000:.1f}" for row in run["score"]]
    return " ".join([f"{EDGE},{GROUND}", *points, f"{WIDTH - EDGE},{GROUND}"]) if points else ""
