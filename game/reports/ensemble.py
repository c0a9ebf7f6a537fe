"""Many worlds as a page and as lines for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from game.reports import lots
from game.reports.sheets import NOBODY, environment, interval_text, percent
from game.scenario.model import Scenario
from game.views.wording import Wording

LEFT, RIGHT, BASE, HEIGHT = 20, 1100, 190, 170
#: Columns of the table of offices.
COLUMNS = 7
#: Sentences for the terminal are broken here.
WIDTH = 100
#: Aims of the section on pairs, and how they are called.
REACHED = (("full", "in full"), ("partial", "at least in part"))


def page(scenario: Scenario, it: dict[str, Any]) -> str:
    """The figures of an ensemble (``game.lab.sums``) as one self-contained HTML page."""
    turns = [row["turn"] for row in it["divergence"]]
    shown, words = _columns(turns), Wording(scenario)
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
        pairs=list(_compared(words, it["beside"])) if "beside" in it else [],
        reached=[(label, it["beside"][key]) for key, label in REACHED] if "beside" in it else [],
        points=_points(it["beside"]["points"]) if "beside" in it else [],
        odds=_odds,
        lots=list(lots.sentences(it["drawn"])) if "drawn" in it else [],
        lot_rows=lots.rows(scenario, it["drawn"]) if "drawn" in it else [],
        lot_seats=lots.extremes(scenario, it["drawn"]) if "drawn" in it else [],
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
    if "beside" in it:
        yield from _pairs(words, it["beside"])
    if "drawn" in it:
        yield from lots.lines(words.scenario, it["drawn"])
    yield from _orders(it)
    yield from _forecasts(it)
    yield from (f"Fault, seed {one['seed']}: {one['fault']}" for one in it["faults"])


# ---- in pairs


def _compared(words: Wording, beside: dict[str, Any]) -> Iterator[str]:
    """What is compared with what, in sentences."""
    seat = words.person(beside["seat"])
    here, there = (_plan(words, beside[side]) for side in ("here", "there"))
    yield f"How {seat} fares: here, with {here}; and there, in {beside['file']}, with {there}."
    left = f" {_seeds(beside['left_out'])} left out, because a game failed." if beside["left_out"] else ""
    yield f"A pair is one seed, played here and there with the same luck: {_seeds(beside['pairs'])} compared.{left}"
    yield (
        "The odds ratio is the odds of reaching the aim here over those there, one half added to each count of "
        "pairs; above 1 speaks for here. The pairing is in its interval and in that of the points."
    )


def _seeds(count: int) -> str:
    return "1 seed is" if count == 1 else f"{count} seeds are"


def _plan(words: Wording, plan: dict[str, Any]) -> str:
    """Who plays how well, and which orders the seat thinks of, in as few names as tell it."""
    if not plan["seat"]:
        return f"everybody as {plan['strength']}"
    told = f"{words.person(plan['seat'])} as {plan['strength']}, the others as secretary"
    if not plan["types"]:
        return told
    names = {one.id: one.name for one in words.scenario.orders}
    left = [name for one, name in names.items() if one not in plan["types"]]
    if not left:
        return told
    kept = [names[one] for one in plan["types"]]
    which, shown = ("without", left) if len(left) < len(kept) else ("with only", kept)
    return f"{told}, {which} these orders: {', '.join(shown)}"


def _pairs(words: Wording, beside: dict[str, Any]) -> Iterator[str]:
    yield ""
    yield "In pairs"
    for sentence in _compared(words, beside):
        yield from wrap(sentence, WIDTH, initial_indent="  ", subsequent_indent="  ")
    yield "  Aim reached               here         there   both  only here  only there  neither  odds ratio (95 %)"
    for key, label in REACHED:
        row = beside[key]
        here, there = (f"{row[side]['worlds']} ({percent(row[side]['share'])})" for side in ("here", "there"))
        counts = f"{row['both']:5}  {row['only_here']:9}  {row['only_there']:10}  {row['neither']:7}"
        yield f"  {label:17} {here:>12}  {there:>12}  {counts}  {_odds(row['odds_ratio'])}"
    here, there, difference, between = _points(beside["points"])
    yield f"  Points, mean: {here} here, {there} there; difference {difference} (95 %: {between})"


def _odds(row: dict[str, float]) -> str:
    ratio, low, high = (f"{row[key]:.{0 if row[key] >= 100 else 2}f}" for key in ("ratio", "low", "high"))
    return f"{ratio} ({low} to {high})"


def _points(row: dict[str, float | None]) -> list[str]:
    """The means here and there, their difference and its interval; in words where the pairs tell none."""
    here, there = (_mean(row[key], "") for key in ("here", "there"))
    difference, low, high = (_mean(row[key], "+") for key in ("difference", "low", "high"))
    return [here, there, difference, f"{low} to {high}" if row["low"] is not None else "no interval"]


def _mean(value: float | None, sign: str) -> str:
    if value is None:
        return "none"
    shown = round(value, 1)
    return f"{shown:{sign}.1f}" if shown else "0.0"


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
