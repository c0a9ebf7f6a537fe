"""The command line. Bad input gets one sentence on stderr and exit status 2."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from game.lab.table import Progress, Table
    from game.scenario.model import Scenario

DIALS = ("rails", "nudged", "free")
STRENGTHS = ("clerk", "secretary", "vozhd")


class Refused(Exception):
    """What the user asked cannot be done; the message says why and what to do."""


class Parser(argparse.ArgumentParser):
    """An argument parser whose errors are one sentence."""

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and which help to read."""
        raise Refused(f"{message}; see '{self.prog} --help'")


def run(words: list[str]) -> int:
    """Run the command line; the exit status."""
    try:
        arguments = parser().parse_args(words, argparse.Namespace(words=words))
        command: Callable[[argparse.Namespace], int] = arguments.command
        return command(arguments)
    except Refused as refusal:
        print(f"general-line: {refusal}", file=sys.stderr)
        return 2
    except BrokenPipeError:
        return 0
    except KeyboardInterrupt:
        print("general-line: stopped", file=sys.stderr)
        return 130


def parser() -> Parser:
    """The grammar of the command line."""
    from game.cli_author import add_author
    from game.cli_backtest import add_backtest
    from game.cli_saves import add_branch, add_saves
    from game.cli_teach import add_teach
    from game.cli_worlds import add_commands

    top = Parser(prog="general-line", description="The struggle for a party, turn by turn.")
    top.add_argument("--version", action="store_true", help="print the version")
    top.set_defaults(command=_top)
    commands = top.add_subparsers(title="commands", metavar="COMMAND", parser_class=Parser)
    _add_play(commands)
    _add_run(commands)
    listing = commands.add_parser("scenarios", help="list the scenarios that can be played")
    listing.set_defaults(command=_scenarios)
    add_author(commands)
    report = commands.add_parser("report", help="write the log of a save as .html, .md, .csv or .json")
    report.add_argument("save", type=Path)
    report.add_argument("-o", "--output", type=Path, required=True, metavar="FILE")
    add_branch(report)
    report.set_defaults(command=_report)
    add_teach(commands)
    add_commands(commands)
    add_saves(commands)
    add_backtest(commands)
    return top


def add_common(command: argparse.ArgumentParser) -> None:
    """Options of every command that begins a game."""
    command.add_argument("--as", dest="seat", metavar="WHO", help="the contender you play")
    command.add_argument("--seed", type=int, default=None, metavar="N", help="the luck of the game (default 1)")
    command.add_argument("--from", dest="start", type=day, metavar="DATE", help="begin on this date")
    command.add_argument("--rivals", choices=DIALS, default=None, help="how rivals behave (default free)")
    command.add_argument(
        "--set", dest="settings", action="append", type=_setting, default=[], metavar="NAME=VALUE",
        help="change a setting of the scenario, as in deaths=never",
    )  # fmt: skip


def _add_play(commands: Any) -> None:
    play = commands.add_parser("play", help="play in a window, or in the terminal with --text")
    play.add_argument("scenario", nargs="?", metavar="SCENARIO", help="id or folder; SCENARIO:CHAPTER for a part")
    add_common(play)
    _add_terms(play)
    play.add_argument("--load", type=Path, metavar="FILE", help="go on with a save")
    play.add_argument(
        "--mend", action="store_true", help="with --load: of a save that is spoiled take the last whole turn"
    )
    play.add_argument("--branch", default="", metavar="NAME", help="with --load: take up this branch of the save")
    play.add_argument(
        "--snapshot", action="store_true", help="with --load: if the scenario has changed, go on as the save was kept"
    )
    play.add_argument("--text", action="store_true", help="play line by line in the terminal")
    play.set_defaults(command=_play, until=None)


def _add_run(commands: Any) -> None:
    command = commands.add_parser("run", help="play a game without a window")
    command.add_argument("scenario", nargs="?", metavar="SCENARIO", help="id or folder; SCENARIO:CHAPTER for a part")
    add_common(command)
    _add_terms(command)
    command.add_argument("--orders", type=Path, metavar="FILE", help="orders of the seat given with --as")
    command.add_argument("--until", type=day, metavar="DATE", help="stop when the turn of this date is over")
    command.add_argument("--save", type=Path, metavar="FILE", help="keep the game")
    command.add_argument("--json", action="store_true", help="print the run as one JSON object")
    command.add_argument(
        "--debug-digests", action="store_true", help="play in two unlike processes, name the order at which they part"
    )
    command.set_defaults(command=_run)


def _add_terms(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--strength", choices=STRENGTHS, default=None, help="how far rivals think (default secretary); never a bonus"
    )
    command.add_argument("--chapter", metavar="ID", help="only this chapter of the scenario")
    command.add_argument("--lesson", type=Path, metavar="FILE", help="play under the terms of a lesson file")
    command.add_argument("--name", default="", type=_name, help="your name, for the save and the class report")


def _name(text: str) -> str:
    if len(text) > 80 or not text.isprintable():
        raise argparse.ArgumentTypeError("a name has at most 80 printable letters")
    return text.strip()


def _setting(text: str) -> tuple[str, str]:
    name, sign, word = text.partition("=")
    if not sign or not name or not word:
        raise argparse.ArgumentTypeError(f"'{text}' is not a setting; write NAME=VALUE")
    return name, word


def day(text: str) -> date:
    """A date of the command line; the month alone means its first day."""
    try:
        return date.fromisoformat(text if len(text) > 7 else f"{text}-01")
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a date; write YYYY-MM-DD or YYYY-MM") from None


def _top(arguments: argparse.Namespace) -> int:
    if arguments.version:
        from game import __version__

        print(f"general-line {__version__}")
        return 0
    from game.ui.main import open_window

    return open_window()


def load_scenario(name: str) -> Scenario:
    """A scenario by name or folder; Refused with every fault."""
    from game.scenario import ScenarioFaults, available, find, load

    try:
        path = find(name)
    except (LookupError, OSError):
        known = ", ".join(available())
        raise Refused(f"there is no scenario '{name}'; known are {known}, or give a folder") from None
    try:
        return load(path)
    except ScenarioFaults as faults:
        raise Refused(f"{name} cannot be played:\n{faults}") from None


def scenario_of_save(name: str, path: Path) -> Scenario:
    """The scenario of a save: one that comes with the game, or a folder near the save; Refused if neither."""
    from game.scenario import available, near

    folder = None if name in available() else near(name, (Path.cwd(), path.resolve().parent))
    return load_scenario(str(folder or name))


def seat_of(scenario: Scenario, who: str | None) -> tuple[str, ...]:
    """The seat named on the command line, none if none is; Refused if nobody plays it."""
    if who is None:
        return ()
    seats = [one.person for one in scenario.contenders]
    if who not in seats:
        raise Refused(f"nobody plays '{who}' here; choose one of {', '.join(seats)}")
    return (who,)


def check_times(scenario: Scenario, arguments: argparse.Namespace) -> None:
    """Refused if a date lies outside the scenario or the seed outside its range."""
    start, until = arguments.start, getattr(arguments, "until", None)
    last = scenario.turn_dates(scenario.turns)[1]
    for name, when in (("--from", start), ("--until", until)):
        if when is not None and not scenario.start.replace(day=1) <= when <= last:
            raise Refused(f"{name} {when} lies outside the scenario ({scenario.start} to {last})")
    seed = 1 if arguments.seed is None else arguments.seed
    if not 0 <= seed < 2**63:
        raise Refused(f"--seed {seed} must lie between 0 and 2^63 - 1")


def settings_of(scenario: Scenario, arguments: argparse.Namespace) -> tuple[tuple[str, str], ...]:
    """Settings changed on the command line; Refused for one the scenario does not have."""
    from game.scenario.play_settings import with_settings

    settings = tuple(sorted(dict(arguments.settings).items()))
    try:
        with_settings(scenario, dict(settings))
    except ValueError as error:
        raise Refused(str(error)) from None
    return settings


def _play_text(arguments: argparse.Namespace) -> int:
    from game.cli_games import new_table, offered, scenario_of, seats, terms_text
    from game.text.play import choose_seat, read_line, terminal

    if arguments.load is not None:
        return terminal(_loaded(arguments))
    scenario, chapter, lesson = scenario_of(arguments)
    humans = seats(scenario, lesson, arguments.seat)
    if not humans:
        seat = choose_seat(offered(scenario, lesson), read_line, print)
        if seat is None:
            return 1
        humans = (seat,)
    table = new_table(arguments, scenario, humans, chapter, lesson)
    terms = terms_text(scenario, table.game.setup)
    if terms:
        print(terms)
    return terminal(table)


def _loaded(arguments: argparse.Namespace) -> Table:
    from game.cli_saves import load_table

    return load_table(arguments.load, arguments.branch, arguments.mend, arguments.snapshot)


def _play(arguments: argparse.Namespace) -> int:
    from game.cli_games import new_table, scenario_of, seats

    if arguments.load is not None and (arguments.lesson is not None or arguments.chapter):
        raise Refused("--load goes on under the terms of the save; leave out --lesson and --chapter")
    if arguments.text:
        return _play_text(arguments)
    from game.ui.main import open_window

    if arguments.load is not None:
        return open_window(_loaded(arguments))
    if arguments.scenario is None and arguments.lesson is None:
        return open_window()
    scenario, chapter, lesson = scenario_of(arguments)
    humans = seats(scenario, lesson, arguments.seat)
    if humans:
        return open_window(new_table(arguments, scenario, humans, chapter, lesson))
    for given, option in ((arguments.settings, "--set"), (chapter, "a chapter"), (lesson, "--lesson")):
        if given:
            raise Refused(f"{option} needs --as WHO when you play in the window")
    return open_window(scenario=scenario)


def _run(arguments: argparse.Namespace) -> int:
    from game.cli_debug import TRACE, debug_digests, trace
    from game.cli_games import new_table, scenario_of, seats
    from game.lab.script import ScriptError, read_script
    from game.saves import SaveError, write

    if arguments.debug_digests and TRACE not in os.environ:
        return debug_digests(arguments.words)
    scenario, chapter, lesson = scenario_of(arguments)
    humans = seats(scenario, lesson, arguments.seat)
    if arguments.orders is not None and not humans:
        raise Refused("--orders needs --as WHO: say whose orders they are")
    table = new_table(arguments, scenario, humans, chapter, lesson)
    try:
        script = read_script(arguments.orders, scenario, humans) if arguments.orders else None
        if TRACE in os.environ:
            trace(table, script)
            return 0
        with _progress(scenario, quiet=arguments.json) as progress:
            _play_out(table, script, progress)
        if arguments.save is not None:
            write(table.game, arguments.save)
    except (SaveError, ScriptError) as error:
        raise Refused(str(error)) from None
    _print_run(table, arguments.json)
    return 0


def _play_out(table: Table, script: Any, progress: Progress | None) -> None:
    game = table.game
    while game.decision is not None:
        table.advance(progress)
        decision = game.decision
        if decision is None:
            break
        order = script.next(game.state, decision) if script else None
        if order is None:
            table.rival(decision)
        else:
            table.give(order)
    if script:
        script.finish()


def _progress(scenario: Scenario, quiet: bool) -> Any:
    """A progress bar on a terminal, nothing elsewhere."""
    if quiet or not sys.stderr.isatty():
        return nullcontext(None)
    from game.text.progress import turn_bar

    return turn_bar(scenario)


def _print_run(table: Table, as_json: bool) -> None:
    from game.reports.data import run_object
    from game.reports.text import summary

    if as_json:
        print(json.dumps(run_object(table), ensure_ascii=False))
    else:
        print(summary(table))


def _scenarios(_: argparse.Namespace) -> int:
    from game.scenario import ScenarioFaults, available, find, load

    for name in available():
        try:
            one = load(find(name))
        except ScenarioFaults as faults:
            print(f"{name:20} cannot be played ({len(faults.faults)} faults; general-line validate says which)")
        else:
            print(f"{name:20} {one.title} ({one.start.year}–{one.turn_dates(one.turns)[1].year}, {one.turns} turns)")
    return 0


def _report(arguments: argparse.Namespace) -> int:
    from game.cli_saves import load_table
    from game.reports import WRITERS, write_report

    if arguments.output.suffix not in WRITERS:
        raise Refused(f"{arguments.output} should end in one of {', '.join(sorted(WRITERS))}")
    table = load_table(arguments.save, arguments.branch)
    try:
        write_report(table, arguments.output)
    except OSError as error:
        raise Refused(f"{arguments.output} could not be written ({error.strerror}); choose another") from None
    return 0
