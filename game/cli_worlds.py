"""Commands about many worlds: ensemble and why."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli import (
    DIALS,
    STRENGTHS,
    Refused,
    add_common,
    check_times,
    day,
    load_scenario,
    seat_of,
    settings_of,
)

if TYPE_CHECKING:
    from game.lab.fork import Fork, Kept
    from game.saves import Saved
    from game.scenario.model import Scenario

#: Exit status of a run that was interrupted, as for a program ended by Ctrl-C.
INTERRUPTED = 130
MOST = 1_000_000
#: As in ``game.lab.lots``, which is loaded only when it is needed.
LOTS = ("orders", "plans")


def add_commands(commands: Any) -> None:
    """Add these commands to the command line."""
    _add_ensemble(commands)
    _add_why(commands)


def _add_ensemble(commands: Any) -> None:
    command = commands.add_parser("ensemble", help="play many worlds and say what comes of them")
    command.add_argument("scenario", metavar="SCENARIO")
    add_common(command)
    command.add_argument("--until", type=day, metavar="DATE", help="stop when the turn of this date is over")
    command.add_argument("--strength", choices=STRENGTHS, default="secretary", help="of the seat, or of everybody")
    command.add_argument("--only", metavar="WHAT", help="types or families of orders the seat thinks of, by commas")
    command.add_argument("--without", metavar="WHAT", help="types or families of orders it does not think of")
    command.add_argument(
        "--by-lot", choices=LOTS, default="", metavar="WHAT",
        help="orders: each seat lacks each type in a tenth of the games; plans: seats are held to simple strategies",
    )  # fmt: skip
    command.add_argument("--keep", type=Path, metavar="FILE", help="where worlds are kept as they come")
    command.add_argument("--resume", action="store_true", help="go on with the worlds kept before")
    command.add_argument(
        "--beside", type=Path, metavar="FILE",
        help="compare seed by seed with worlds kept before of another --as, --strength, --only or --without",
    )  # fmt: skip
    _add_many(command, 100)
    command.set_defaults(command=_ensemble)


def _add_why(commands: Any) -> None:
    command = commands.add_parser("why", help="twin worlds with and without an order or choice of a save")
    command.add_argument("save", type=Path, metavar="SAVE")
    command.add_argument("--turn", type=int, metavar="T", help="the turn of the order; alone, lists its orders")
    command.add_argument("--order", type=int, metavar="K", help="the number of the order in its turn")
    command.add_argument("--hinge", metavar="ID", help="the question that was decided")
    command.add_argument("--option", metavar="X", help="what is chosen there instead")
    command.add_argument("--branch", default="", metavar="NAME", help="of a branch of the save")
    command.add_argument("--strength", choices=STRENGTHS, default="clerk", help="of rivals who decide anew")
    command.add_argument("--rivals", choices=DIALS, default=None, help="how they decide (default: as in the save)")
    _add_many(command, 500)
    command.set_defaults(command=_why)


def _add_many(command: argparse.ArgumentParser, worlds: int) -> None:
    command.add_argument("-n", "--worlds", type=_number, default=worlds, metavar="N", help=f"default {worlds}")
    command.add_argument("--jobs", type=_number, default=None, metavar="J", help="workers (default: processors)")
    command.add_argument("--executor", choices=("processes", "dask"), default="processes", help="who does the work")
    command.add_argument("--json", action="store_true", help="print one JSON object")
    command.add_argument("-o", "--output", type=Path, metavar="FILE", help="write an .html or .json file")


def _number(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number from 1 to {MOST}")
    return int(text)


# ---- ensemble


def _ensemble(arguments: argparse.Namespace) -> int:
    from game.lab import ensemble, paired
    from game.lab.keep import KeepError
    from game.lab.pool import PoolError, processors
    from game.lab.sums import sums
    from game.lab.world import Plan
    from game.reports.ensemble import page, text

    _check_output(arguments)
    scenario = load_scenario(arguments.scenario)
    seat = seat_of(scenario, arguments.seat)
    if arguments.beside is not None and not seat:
        raise Refused("--beside compares how one seat fares; name it with --as")
    if arguments.by_lot and seat:
        raise Refused("--by-lot speaks of every seat; leave out --as")
    check_times(scenario, arguments)
    plan = Plan(
        scenario.folder, scenario.digest, arguments.rivals or "free", seat[0] if seat else None, arguments.strength,
        arguments.start, arguments.until, settings_of(scenario, arguments), _types(scenario, arguments),
        arguments.by_lot,
    )  # fmt: skip
    first = 1 if arguments.seed is None else arguments.seed
    seeds, about = range(first, first + arguments.worlds), ensemble.about(scenario, plan)
    path = _keep_path(arguments, about)
    try:
        beside = None if arguments.beside is None else paired.fitting(arguments.beside, scenario, about, seeds)
        with _progress("games", arguments.json) as progress:
            found = ensemble.run(
                scenario, plan, seeds, path, arguments.jobs or processors(), arguments.executor, arguments.resume,
                progress,
            )  # fmt: skip
    except (KeepError, PoolError) as error:
        raise Refused(str(error)) from None
    if found.stopped:
        done = f"{len(found.worlds)} of {found.asked} games are kept in {path}"
        print(f"general-line: stopped; {done}; the same command with --resume goes on", file=sys.stderr)
        return INTERRUPTED
    pairs = {} if beside is None else {"beside": paired.compare(about, found.worlds, beside)}
    _show(arguments, scenario, {**sums(scenario, found), **pairs}, text, page)
    return 0


def _types(scenario: Scenario, arguments: argparse.Namespace) -> tuple[str, ...]:
    """Types of orders the seat thinks of; () for all. Refused for a word that is neither a type nor a family."""
    if not arguments.only and not arguments.without:
        return ()
    if arguments.seat is None:
        raise Refused("--only and --without speak of one seat; name it with --as")
    families = {one.id: one.family for one in scenario.orders}
    words = [*families, *dict.fromkeys(families.values())]
    found = []
    for text in (arguments.only, arguments.without):
        asked = [word.strip() for word in (text or "").split(",") if word.strip()]
        if wrong := [word for word in asked if word not in words]:
            raise Refused(f"there is no type or family of orders '{wrong[0]}'; there are {', '.join(words)}")
        found.append({one for one, family in families.items() if one in asked or family in asked})
    only, without = found
    left = tuple(one for one in families if (not arguments.only or one in only) and one not in without)
    if not left:
        raise Refused("no type of orders is left for the seat")
    return left


def _keep_path(arguments: argparse.Namespace, about: dict[str, Any]) -> Path:
    """Where worlds are kept; Refused if a file named by the user would be lost."""
    from game.lab.keep import name_of

    if arguments.keep is None:
        import platformdirs

        folder = Path(platformdirs.user_cache_dir("general-line", appauthor=False))
        return folder / "worlds" / name_of(about)
    path: Path = arguments.keep
    if path.exists() and not arguments.resume:
        raise Refused(f"{path} exists already; give --resume to go on with it, or another file")
    return path


# ---- why


def _why(arguments: argparse.Namespace) -> int:
    from game.cli_saves import saved_game
    from game.lab import attribution
    from game.lab.pool import PoolError, processors
    from game.lab.twins import Course
    from game.reports.why import page, text

    _check_output(arguments)
    _check_question(arguments)
    saved, scenario = saved_game(arguments.save, arguments.branch)
    kept = _kept(arguments.save, scenario, saved)
    if arguments.hinge is None and arguments.order is None:
        return _list_orders(arguments, scenario, kept)
    fork = _fork(arguments, kept)
    last = scenario.turns if saved.setup.until is None else scenario.turn_of(saved.setup.until)
    course = Course(arguments.rivals or saved.setup.rivals, arguments.strength, last)
    try:
        with _progress("pairs of worlds", arguments.json) as progress:
            found = attribution.run(
                fork, course, saved.setup, arguments.worlds, arguments.jobs or processors(),
                arguments.executor, progress,
            )  # fmt: skip
    except PoolError as error:
        raise Refused(str(error)) from None
    if not found.pairs:
        raise Refused(_nothing(found))
    _show(arguments, scenario, {"save": arguments.save.name, **attribution.sums(found)}, text, page)
    if found.stopped:
        print(f"general-line: stopped after {len(found.pairs)} of {found.asked} pairs", file=sys.stderr)
    return INTERRUPTED if found.stopped else 0


def _nothing(found: Any) -> str:
    if found.failed:
        return f"no pair of worlds could be played: {found.failed[0]['fault']}"
    return "stopped before the first pair of worlds was done"


def _check_question(arguments: argparse.Namespace) -> None:
    if (arguments.hinge is None) == (arguments.turn is None):
        raise Refused("say which: --turn T --order K for an order, or --hinge ID for a choice")
    if arguments.hinge is not None and arguments.order is not None:
        raise Refused("--order goes with --turn; a choice at a hinge needs only --hinge ID")
    if arguments.option is not None and arguments.hinge is None:
        raise Refused("--option goes with --hinge: name the question it answers")


def _kept(path: Path, scenario: Scenario, saved: Saved) -> Kept:
    from game.engine import IllegalOrder
    from game.lab.fork import Kept

    try:
        return Kept.of(scenario, saved)
    except (IllegalOrder, LookupError, ValueError) as error:
        changed = " (the scenario has changed since)" if scenario.digest != saved.digest else ""
        raise Refused(f"{path} cannot be played again{changed}: {error}") from None


def _fork(arguments: argparse.Namespace, kept: Kept) -> Fork:
    from game.lab.fork import ForkError, at_hinge, at_order

    try:
        if arguments.hinge is not None:
            return at_hinge(kept, arguments.hinge, arguments.option)
        return at_order(kept, arguments.turn, arguments.order)
    except ForkError as error:
        raise Refused(str(error)) from None


def _list_orders(arguments: argparse.Namespace, scenario: Scenario, kept: Kept) -> int:
    from game.reports.sheets import order_text

    found = kept.orders(arguments.turn)
    if not found:
        raise Refused(f"no order was given in turn {arguments.turn}; the save goes from turn 1 to {kept.last_turn}")
    for number, step in enumerate(found, 1):
        print(f"{number:4}  {order_text(scenario, step.order)}")
    return 0


# ---- showing


def _check_output(arguments: argparse.Namespace) -> None:
    """Refuse what could not be written, before the work and not after it."""
    path: Path | None = arguments.output
    if path is None:
        return
    if path.suffix not in (".html", ".json"):
        raise Refused(f"{path} should end in .html or .json")
    if not path.parent.is_dir():
        raise Refused(f"{path} could not be written; there is no folder {path.parent}")


def _show(
    arguments: argparse.Namespace,
    scenario: Scenario,
    figures: dict[str, Any],
    text: Callable[[Scenario, dict[str, Any]], str],
    page: Callable[[Scenario, dict[str, Any]], str],
) -> None:
    """Write the report if one was asked for, and print the figures as an object or in lines."""
    from game.saves.whole import write_whole

    path: Path | None = arguments.output
    if path is not None:
        made = page(scenario, figures) if path.suffix == ".html" else json.dumps(figures, indent=1) + "\n"
        try:
            write_whole(path, made)
        except OSError as error:
            raise Refused(f"{path} could not be written ({error.strerror}); choose another") from None
    if arguments.json:
        print(json.dumps(figures, ensure_ascii=False))
    elif path is None:
        print(text(scenario, figures))


@contextmanager
def _progress(what: str, quiet: bool) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        yield None
        return
    from game.text.progress import count_bar

    with count_bar(what) as report:
        yield report
