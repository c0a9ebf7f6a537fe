"""Two branches of a game side by side, turn by turn, the first difference marked."""

from __future__ import annotations

import textwrap
from itertools import zip_longest

from game.reports.sheets import order_text
from game.saves import Beside, Comparison, Line
from game.scenario.model import Scenario

#: Letters of a column.
WIDTH = 37
#: What stands between the columns where the branches first differ.
MARK = "*"


def rows(scenario: Scenario, found: Comparison) -> list[str]:
    """Two columns of orders from the first turn that differs on; one row if none does."""
    if not found.turn:
        return [f"{found.one} and {found.other} are the same as far as both go."]
    told = [_row(found.one, "", found.other), _row("-" * WIDTH, "", "-" * WIDTH)]
    for turn in found.turns:
        if turn.turn >= found.turn:
            told += _turn(scenario, found, turn)
    if found.opens:
        where = f", first in '{found.field}'" if found.field else ""
        told.append(f"Their worlds differ from the opening of turn {found.opens} on{where}.")
    return told


def _turn(scenario: Scenario, found: Comparison, turn: Beside) -> list[str]:
    told = [f"Turn {turn.turn}"]
    for place, (one, other) in enumerate(zip_longest(turn.one, turn.other)):
        mark = MARK if (turn.turn, place) == (found.turn, found.place) else ""
        columns = (textwrap.wrap(_text(scenario, line), WIDTH) for line in (one, other))
        for row, (left, right) in enumerate(zip_longest(*columns)):
            told.append(_row(left, "" if row else mark, right))
    return told


def _text(scenario: Scenario, line: Line | None) -> str:
    if line is None:
        return ""
    if line.order is None:
        return f"Offices are set as recorded on {line.opening}"
    return order_text(scenario, line.order)


def _row(left: str | None, mark: str, right: str | None) -> str:
    return f"{left or '':{WIDTH}} {mark or '|'} {right or ''}".rstrip()
