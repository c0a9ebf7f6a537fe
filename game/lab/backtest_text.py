"""The comparison of the model with the record as data and as text."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from game.lab import agreement
from game.lab.backtest import Backtest, FigureRow, Tally, VoteRow
from game.lab.fit import Fit
from game.lab.statics import Cell, spec

#: Measures every world has.
TITLES = {
    "vote": "against, the contested vote",
    "later": "against, the later vote",
    "cells": "cells of the contested region for the majority after it",
}


def fitted_until(found: Backtest) -> date | None:
    """The day that parts what the numbers were fitted to from what they were not; None if nothing was fitted."""
    named = found.scenario.settings.get("fitted_until")
    return date.fromisoformat(str(named)) if named else None


def inside(found: Backtest, row: VoteRow | FigureRow) -> bool:
    """Whether a fact lies in the time the numbers were fitted to."""
    until = fitted_until(found)
    return until is None or row.fact.begins <= until


# ---- data


def as_data(found: Backtest) -> dict[str, Any]:
    """Everything, ready for JSON."""
    turns = sorted({unit.turn for unit in found.units})
    return {
        "scenario": found.scenario.id,
        "seeds": found.seeds,
        "votes": [_vote_data(found, row) for row in found.votes],
        "figures": [_figure_data(found, row) for row in found.figures],
        "agreement": [_turn_data(found, turn) for turn in turns],
        "shares": {str(year): {"appointed": a, "official": o} for year, (a, o) in found.shares.items()},
        "summary": summary_data(found),
    }


def _vote_data(found: Backtest, row: VoteRow) -> dict[str, Any]:
    low, high = row.spread(lambda tally: tally.votes_against)
    recorded = {name: row.fact.data.get(name) for name in ("for", "against", "abstain", "total", "carried", "tally")}
    return {
        "fact": row.fact.id, "day": row.fact.begins.isoformat(), "in_sample": inside(found, row),
        "record": recorded, "held": row.held, "right": row.right, "close": row.close,
        "for": row.middle(lambda t: t.votes_for), "against": row.middle(lambda t: t.votes_against),
        "abstained": row.middle(lambda t: t.abstained), "absent": row.middle(lambda t: t.absent),
        "minority": row.middle(lambda t: t.minority),
        "against_5": low, "against_95": high,
    }  # fmt: skip


def _figure_data(found: Backtest, row: FigureRow) -> dict[str, Any]:
    return {
        "fact": row.fact.id, "day": row.fact.begins.isoformat(), "in_sample": inside(found, row),
        "record": row.fact.data["value"], "model": row.model, "off": row.off, "put_in": row.put_in,
    }  # fmt: skip


def _turn_data(found: Backtest, turn: int) -> dict[str, Any]:
    units = [unit for unit in found.units if unit.turn == turn]
    return {
        "turn": turn, "day": found.scenario.turn_dates(turn)[1].isoformat(), "share": agreement.share(units),
        "classes": {kind: agreement.share(units, kind) for kind in agreement.CLASSES}, "compared": len(units),
        "differs": [
            {"kind": unit.kind, "what": unit.what, "was": unit.was, "here": unit.here}
            for unit in units
            if not unit.agrees
        ],
    }  # fmt: skip


def summary_data(found: Backtest) -> dict[str, Any]:
    """The counts of the last line."""
    counted = [row for row in found.votes if row.close is not None]
    turns = sorted({unit.turn for unit in found.units})
    shares = [agreement.share([unit for unit in found.units if unit.turn == turn]) for turn in turns]
    return {
        "votes": len(found.votes), "right": len(found.votes) - len(found.wrong),
        "tallies": len(counted), "close": sum(row.close is True for row in counted),
        "least_agreement": min(shares, default=1000),
    }  # fmt: skip


# ---- text


def as_text(found: Backtest) -> Iterator[str]:
    """The whole comparison, line by line."""
    yield f"{found.scenario.title}: the historical line, {found.seeds} seeds"
    yield "model: medians, for-against-abstaining-away; in brackets 5 to 95 per cent of the seeds"
    for sample in (True, False):
        rows = [row for row in found.votes if inside(found, row) is sample]
        if rows:
            yield ""
            yield "VOTES, IN SAMPLE" if sample else "VOTES, OUT OF SAMPLE"
            yield f"{'':7}{'':34}{'record':>16}  {'model':<18}{'against':<12}{'minority, per mille'}"
            yield from (_vote_line(row) for row in rows)
    yield ""
    yield "OFFICES, SEATS, EXPULSIONS, PACTS at the close of each half-year (seed 1)"
    yield from _agreement_lines(found)
    yield ""
    yield "FIGURES"
    yield from (_figure_line(found, row) for row in found.figures)
    yield ""
    yield "SHARES at the end of each year, per mille"
    for year, (appointed, official) in found.shares.items():
        yield f"  {year}  appointed secretaries {appointed:4}   officials among delegates {official:4}"
    yield ""
    yield summary(found)


def _vote_line(row: VoteRow) -> str:
    mark = "right" if row.right else "WRONG"
    near = {True: "ok", False: "!!", None: "  "}[row.close]
    head = f"{mark} {near} {row.fact.id:32} {_recorded(row):>16}  "
    if not row.held:
        return head + f"not held in {row.seeds - len(row.tallies)} of {row.seeds}"
    low, high = row.spread(lambda tally: tally.votes_against)
    tally = "-".join(str(row.middle(of)) for of in (_for, _against, _abstained, _absent))
    known, model = row.recorded, row.middle(lambda one: one.minority)
    record = f" (record {known.minority})" if known is not None and known.votes_for else ""
    return head + f"{tally:<18}{f'[{low}-{high}]':<12}{model}{record}"


def _for(tally: Tally) -> int:
    return tally.votes_for


def _against(tally: Tally) -> int:
    return tally.votes_against


def _abstained(tally: Tally) -> int:
    return tally.abstained


def _absent(tally: Tally) -> int:
    return tally.absent


def _recorded(row: VoteRow) -> str:
    data = row.fact.data
    words = "-".join(str(data.get(name, "?")) for name in ("for", "against", "abstain"))
    if words == "?-?-?":
        return "carried" if data.get("carried", True) else "not carried"
    return words if data.get("tally") == "exact" else f"about {words}"


def _agreement_lines(found: Backtest) -> Iterator[str]:
    for turn in sorted({unit.turn for unit in found.units}):
        units = [unit for unit in found.units if unit.turn == turn]
        parts = ", ".join(f"{kind} {_percent(agreement.share(units, kind))}" for kind in agreement.CLASSES)
        day = found.scenario.turn_dates(turn)[1]
        yield f"  {day}  {_percent(agreement.share(units))} of {len(units)} agree ({parts})"
        for unit in units:
            if not unit.agrees:
                yield f"      {unit.kind} {unit.what}: record {unit.was or 'nothing'}, model {unit.here or 'nothing'}"


def _percent(thousandths: int) -> str:
    return f"{thousandths // 10}.{thousandths % 10} %"


def _figure_line(found: Backtest, row: FigureRow) -> str:
    kind = "put in" if row.put_in else "in sample" if inside(found, row) else "out of sample"
    value = int(row.fact.data["value"])
    return f"  {row.fact.id:28} record {value:>9,}  model {row.model:>9,}  off {_percent(row.off):>8}  {kind}"


def summary(found: Backtest) -> str:
    """One line: how many votes go the right way, how many tallies are close, the least agreement."""
    data = summary_data(found)
    return (
        f"{data['right']} of {data['votes']} votes to the right side; {data['close']} of {data['tallies']} known "
        f"tallies close; at least {_percent(data['least_agreement'])} of offices, seats, expulsions and pacts agree"
    )


# ---- the fit, the worlds, the point of no return


def fit_text(found: Fit) -> Iterator[str]:
    """What the search found, ready for the scenario's parameters."""
    yield f"loss {found.loss_before / 1000:.1f}, after {found.trials} trials a chain {found.loss_after / 1000:.1f}"
    for name, value in found.after.items():
        others = ", ".join(str(numbers[name]) for _, numbers in found.chains)
        yield f"  {name}: {value}    (was {found.before[name]}; chains {others})"


def statics_text(found: Backtest, worlds: Mapping[str, Mapping[str, Cell]]) -> Iterator[str]:
    """Comparative statics: a world a line, its questions below."""
    names = {str(world["id"]): str(world["name"]) for world in spec(found.scenario).get("worlds", ())}
    yield "COMPARATIVE STATICS: share against, mean and 5 to 95 per cent"
    for world, measures in worlds.items():
        yield f"  {names[world]}"
        for name, cell in measures.items():
            title = TITLES.get(name, name)
            asked = "" if name in TITLES else f"   carried in {_percent(cell.won)}"
            yield f"      {title:52} {_percent(cell.mean):>7} [{_percent(cell.low)}-{_percent(cell.high)}]{asked}"


def no_return_text(found: Backtest, cells: Mapping[str, Cell]) -> Iterator[str]:
    """Removal by each coalition on each date: mean share (chance of a majority), and of a congress that day."""
    said = spec(found.scenario)
    coalitions = [str(one["name"]) for one in said.get("coalitions", ())]
    yield "POINT OF NO RETURN: share of the committee for removal, per cent (chance), and of a congress that day"
    yield " " * 38 + "".join(f"{name:>18}" for name in coalitions)
    for one in said.get("dates", ()):
        keys = [f"{one['name']}|{name}" for name in coalitions]
        yield f"  {one['name']:36}" + "".join(f"{_chance(cells[key]):>18}" for key in keys)
        yield f"  {'':36}" + "".join(f"{_percent(cells[f'{key}|congress'].mean):>18}" for key in keys)
    yield "WHICH KNOBS SHUT IT: cells, congress, committee"
    for name in dict.fromkeys(key.partition("|")[0] for key in cells if key.endswith(("|cells", "|committee"))):
        parts = (_percent(cells[f"{name}|{part}"].mean) for part in ("cells", "congress", "committee"))
        yield f"  {name:52}" + "".join(f"{part:>10}" for part in parts)


def _chance(cell: Cell) -> str:
    return f"{_percent(cell.mean)} ({cell.won / 1000:.2f})"
