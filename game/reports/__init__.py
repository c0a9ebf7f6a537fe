"""Reports of a run: HTML, Markdown, CSV and JSON, all from one plain object."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from game.lab.table import Table
from game.reports.data import run_object
from game.saves.whole import write_whole


def _html(run: dict[str, Any]) -> str:
    from game.reports.page import page

    return page(run)


def _markdown(run: dict[str, Any]) -> str:
    from game.reports.markdown import markdown

    return markdown(run)


def _csv(run: dict[str, Any]) -> str:
    from game.reports.sheet import sheet

    return sheet(run)


def _json(run: dict[str, Any]) -> str:
    return json.dumps(run, ensure_ascii=False, indent=1) + "\n"


#: File suffix -> writer.
WRITERS: dict[str, Callable[[dict[str, Any]], str]] = {
    ".html": _html,
    ".md": _markdown,
    ".csv": _csv,
    ".json": _json,
}


def write_report(table: Table, path: Path) -> None:
    """Write the report whole or not at all; the suffix names the form. KeyError for an unknown suffix."""
    text = WRITERS[path.suffix](run_object(table))
    write_whole(path, text)
