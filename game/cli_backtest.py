"""The command that holds the model against the record."""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import nullcontext
from datetime import date
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.lab.backtest import Backtest

#: Seeds unless a number is asked for; worlds are dear, so fewer for them.
SEEDS, WORLD_SEEDS = 200, 30


def add_backtest(commands: Any) -> None:
    """Add the command to the grammar."""
    from game.cli import day

    command = commands.add_parser("backtest", help="replay the historical line and compare it with the record")
    command.add_argument("scenario", metavar="SCENARIO")
    command.add_argument("--seeds", type=_count, metavar="N", help=f"seeds to draw (default {SEEDS})")
    command.add_argument("--json", action="store_true", help="print everything as one JSON object")
    command.add_argument("--fit-until", type=day, metavar="DATE", help="search for numbers on the record up to then")
    command.add_argument("--statics", action="store_true", help="also worlds that differ, and the point of no return")
    command.set_defaults(command=_backtest)


def _count(text: str) -> int:
    if not text.isdigit() or not 0 < int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of seeds; write 1 to 10000")
    return int(text)


def _backtest(arguments: argparse.Namespace) -> int:
    """Exit status 1 if a recorded vote goes to the wrong side."""
    from game.cli import load_scenario
    from game.lab.backtest import backtest

    folder = load_scenario(arguments.scenario).folder
    if arguments.fit_until is not None:
        return _fit(folder, arguments.fit_until, arguments.json)
    with _bar("replays") as progress:
        found = backtest(folder, arguments.seeds or SEEDS, progress=progress)
    _print(found, folder, arguments)
    return 1 if found.wrong else 0


def _print(found: Backtest, folder: str, arguments: argparse.Namespace) -> None:
    from game.lab import backtest_text

    data = backtest_text.as_data(found)
    lines = list(backtest_text.as_text(found))
    if arguments.statics:
        from game.lab import no_return, statics

        seeds = min(arguments.seeds or WORLD_SEEDS, 100)
        with _bar("worlds") as progress:
            worlds = statics.statics(folder, seeds, progress)
        with _bar("dates") as progress:
            table = no_return.table(folder, seeds, progress)
        data["statics"] = {world: {name: _cell(c) for name, c in row.items()} for world, row in worlds.items()}
        data["no_return"] = {name: _cell(c) for name, c in table.items()}
        lines[-1:-1] = [*backtest_text.statics_text(found, worlds), ""]
        lines[-1:-1] = [*backtest_text.no_return_text(found, table), ""]
    print(json.dumps(data, ensure_ascii=False) if arguments.json else "\n".join(lines))


def _cell(cell: Any) -> dict[str, int]:
    return {"mean": cell.mean, "low": cell.low, "high": cell.high, "won": cell.won, "seeds": cell.seeds}


def _fit(folder: str, until: date, as_json: bool) -> int:
    from game.lab.backtest_text import fit_text
    from game.lab.fit import fit

    with _bar("chains") as progress:
        found = fit(folder, until, progress=progress)
    if as_json:
        losses = {"loss_before": found.loss_before, "loss_after": found.loss_after}
        print(json.dumps({"parameters": dict(found.after), **losses}))
    else:
        print("\n".join(fit_text(found)))
    return 0


def _bar(what: str) -> Any:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        return nullcontext(None)
    from game.text.progress import count_bar

    return count_bar(what)
