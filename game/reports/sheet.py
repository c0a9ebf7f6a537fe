"""The log as a table of comma-separated values, safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from typing import Any

COLUMNS = (
    "date",
    "turn",
    "ended",
    "kind",
    "mark",
    "weight",
    "was",
    "is",
    "fact",
    "source",
    "confidence",
    "follows",
    "causes",
)


def sheet(run: dict[str, Any]) -> str:
    """One row a divergence."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in run["divergences"]:
        row = {**one, "causes": " / ".join(f"{c['date']} {c['text']} ({c['mark']})" for c in one["causes"])}
        writer.writerow([safe(row[name]) for name in COLUMNS])
    return out.getvalue()


def safe(value: Any) -> Any:
    """Text that a spreadsheet would take for a formula is kept as text."""
    if isinstance(value, str) and value[:1] in ("=", "+", "-", "@", "\t", "\r"):
        return "'" + value
    return value
