"""Many worlds as a page and as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from game.reports.sheets import NOBODY, environment, interval_text, percent
from game.scenario.model import Scenario
from game.views.wording import Wording

LEFT, RIGHT, BASE, HEIGHT = 20, 1100, 190, 170
#: Columns of the table of offices.
COLUMNS = 7


def page(scenario: Scenario, it: dict[str, Any]) -> str:
    """The figures of an ensemble (``game.lab.sums``) as one self-contained HTML page."""
    turns = [row["turn"] for row in it["divergence"]]
    shown = _columns(turns)
    return environment(scenario).get_template("ensemble.html.j2").render(
        it=it,
        heading="Many worlds",
        leaders=it["leaders"][:10],
        xs={turn: _x(turn, turns) for turn in turns},
        dates={turn: f"{scenario.turn_dates(turn)[0]:%b %Y}" for turn in turns},
        band=_band(it["divergence"], turns),
        median=" ".join(f"{_x(row['turn'], turns)},{_y(row['middle'])}" for row in it["divergence"]),
        turns=shown,
        offices=[{"id": one["id"], "cells": _cells(one["turns"], shown)} for one in it["offices"]],
        charts=[{"kind": kind, "rows": rows} for kind, rows in it["forecasts"].items()],
    )  # fmt: skip


def _x(turn: int, turns: list[int]) -> float:
    first, last = turns[0], turns[-1]
    return round(LEFT + (RIGHT - LEFT) * (turn - first) / max(last - first, 1), 1)


def _y(score: int) -> float:
    return round(BASE - HEIGHT * score / 1000, 1)


def _band(rows: list[dict[str, int]], turns: list[int]) -> str:
    upper = [f"{_x(row['turn'], turns)},{_y(row['high'])}" for row in rows]
    lower = [f"{_x(row['turn'], turns)},{_y(row['low'])}" for row in reversed(rows)]
    return " ".join(upper + lower)


def _columns(turns: list[int]) -> list[int]:
    """Turns spread evenly over the game, the last one included."""
    if len(turns) <= COLUMNS:
        return turns
    return [turns[(len(turns) - 1) * place // (COLUMNS - 1)] for place in range(COLUMNS)]


def _cells(rows: list[dict[str, Any]], shown: list[int]) -> list[list[dict[str, Any]]]:
    by_turn = {row["turn"]: row["holders"] for row in rows}
    return [by_turn.get(turn, []) for turn in shown]


def text(scenario: Scenario, it: dict[str, Any]) -> str:
    """The figures of an ensemble in lines."""
    return "\n".join(_lines(Wording(scenario), it))


def _lines(words: Wording, it: dict[str, Any]) -> Iterator[str]:
    seat = f", {words.person(it['seat'])} as {it['strength']}" if it["seat"] else f", {it['strength']}"
    yield f"{it['title']}: {it['worlds']} of {it['asked']} games, rivals {it['rivals']}{seat}"
    yield f"{it['distinct']} different logs, {len(it['faults'])} faults, median length {it['length']['middle']} turns"
    yield ""
    yield "Leader at the end          games  share   95 %"
    for row in it["leaders"]:
        name = words.person(row["id"]) if row["id"] else NOBODY
        yield f"  {name:24} {row['worlds']:5}  {percent(row['share']):>5}   {interval_text(row)}"
    yield ""
    yield "Aim                         full  part  open  lost   full (95 %)         at least in part (95 %)"
    for row in it["aims"]:
        full, part = row["reached_full"], row["reached_partial"]
        counts = "  ".join(f"{row[band]:4}" for band in ("full", "partial", "open", "lost"))
        first, second = (f"{percent(one['share'])} ({interval_text(one)})" for one in (full, part))
        yield f"  {words.person(row['id']):24}  {counts}   {first:18}  {second}"
    yield from _orders(it)
    yield from _forecasts(it)
    yield from (f"Fault, seed {one['seed']}: {one['fault']}" for one in it["faults"])


def _orders(it: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield "Order                          open in  used in  given  succeeded"
    for row in it["orders"]:
        used, took = percent(row["used_in"]["share"]), percent(row["success"]["share"]) if row["given"] else ""
        yield f"  {row['name'][:28]:28} {row['open_in']:7}  {used:>7}  {row['given']:5}  {took:>9}"


def _forecasts(it: dict[str, Any]) -> Iterator[str]:
    for kind, rows in it["forecasts"].items():
        yield ""
        yield f"Forecast of {kind + 's':14} cases  forecast  came true  95 %"
        for row in rows:
            tenth = f"{row['from']:3} to {row['from'] + 10:3} %"
            shares = f"{100 * row['forecast']:7.1f} %  {100 * row['happened']:7.1f} %"
            yield f"  {tenth}         {row['count']:8}  {shares}  {interval_text(row)}"
