"""Commands for those who write scenarios: validate, new-scenario, schema."""

from __future__ import annotations

import argparse
import json
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli import Refused

if TYPE_CHECKING:
    from game.scenario.model import Scenario

#: The folder of the scaffold among the drawn and written things of the game.
SCAFFOLD = "new-scenario"
MOST_GAMES = 1000


def add_author(commands: Any) -> None:
    """Add these commands to the command line."""
    check = commands.add_parser("validate", help="check scenario folders and say every fault")
    check.add_argument("paths", nargs="+", type=Path, metavar="PATH")
    check.add_argument("--play", type=_games, metavar="N", help="play N games and say what is never reached")
    check.add_argument("--expect", action="store_true", help="play what the scenario expects of itself")
    check.set_defaults(command=_validate)
    new = commands.add_parser("new-scenario", help="make a small scenario that plays at once, to change")
    new.add_argument("folder", type=Path, metavar="DIR")
    new.set_defaults(command=_new_scenario)
    schema = commands.add_parser("schema", help="write JSON Schemas of scenario and lesson files, for editors")
    schema.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    schema.set_defaults(command=_schema)


def _games(text: str) -> int:
    if not text.isdigit() or not 1 <= int(text) <= MOST_GAMES:
        raise argparse.ArgumentTypeError(f"'{text}' is not a number of games; write 1 to {MOST_GAMES}")
    return int(text)


# ---- validate


def _validate(arguments: argparse.Namespace) -> int:
    """Exit status 2 if a scenario cannot be played, 1 if one does not do what it expects."""
    status = 0
    for path in arguments.paths:
        if not path.is_dir():
            raise Refused(f"{path} is not a folder; give the folder of a scenario")
        scenario = _examined(path)
        if scenario is None:
            status = 2
            continue
        if arguments.expect and not _expected(path, scenario):
            status = max(status, 1)
        if arguments.play:
            _played(path, scenario, arguments.play)
    return status


def _examined(path: Path) -> Scenario | None:
    """Print every fault and warning; the scenario if it can be played."""
    from game.scenario.faults import FAULT
    from game.scenario.loading import examine

    scenario, faults = examine(path)
    for fault in faults:
        print(f"{path}/{fault}", file=sys.stderr)
    if scenario is None:
        count = sum(fault.level == FAULT for fault in faults)
        print(f"{path}: cannot be played, {count} faults", file=sys.stderr)
    else:
        print(f"{path}: ok, {_contents(scenario)}")
    return scenario


def _contents(scenario: Scenario) -> str:
    """What a scenario holds, and how much of its record was looked up."""
    from game.scenario.record_share import looked_up

    share = looked_up(scenario)
    return (
        f"{len(scenario.people)} people, {len(scenario.record)} facts; of {share.compared} facts that runs are "
        f"compared with, {share.looked_up} ({share.percent} %) have a source that was looked up"
    )


def _expected(path: Path, scenario: Scenario) -> bool:
    """Print how every expectation fares; whether all hold."""
    from game.lab.expect import check

    if not scenario.expect:
        print(f"{path}: expects nothing of itself; write expect: (see the guide)")
        return True
    with _progress("games") as progress:
        found = list(check(scenario, progress))
    for one in found:
        print(f"{path}: {'ok' if one.held else 'FAILS'}: {one.expectation.id}: {one.expectation.text} ({one.text})")
    return all(one.held for one in found)


def _played(path: Path, scenario: Scenario, games: int) -> None:
    """Print what so many games never reach."""
    from game.lab.selfplay import selfplay

    with _progress("games") as progress:
        found = selfplay(scenario, games, progress)
    lines = list(found.lines(scenario))
    print(f"{path}: {games} games played, {len(lines)} things never reached")
    for line in lines:
        print(f"{path}: {line}")


@contextmanager
def _progress(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A progress bar on a terminal, nothing elsewhere."""
    if not sys.stderr.isatty():
        yield None
        return
    from game.text.progress import count_bar

    with count_bar(what) as report:
        yield report


# ---- new-scenario


def _new_scenario(arguments: argparse.Namespace) -> int:
    from game.scenario.places import assets_dir

    folder: Path = arguments.folder
    if folder.exists():
        raise Refused(f"{folder} exists already; give a folder that does not")
    if not folder.resolve().parent.is_dir():
        raise Refused(f"there is no folder {folder.parent}; make it first")
    name = _id_from(folder.resolve().name)
    made = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.resolve().parent))
    try:
        shutil.copytree(assets_dir() / SCAFFOLD, made / name)
        head = made / name / "scenario.yaml"
        head.write_text(re.sub(r"(?m)^id: .*$", f"id: {name}", head.read_text("utf-8"), count=1), "utf-8")
        (made / name).rename(folder)
    except OSError as error:
        raise Refused(f"{folder} could not be made ({error.strerror}); choose another place") from None
    finally:
        shutil.rmtree(made, ignore_errors=True)
    print(f"{folder}: a small scenario; begin with {folder / 'scenario.yaml'}")
    print(f"check it:  general-line validate {folder}\nplay it:   general-line play {folder}")
    return 0


def _id_from(word: str) -> str:
    """An id from the name of a folder: lower-case letters, digits and hyphens."""
    name = re.sub(r"[^a-z0-9]+", "-", word.lower()).strip("-")[:60]
    if not re.match(r"[a-z]", name):
        raise Refused(f"'{word}' gives no id; begin the folder's name with a letter from a to z")
    return name


# ---- schema


def _schema(arguments: argparse.Namespace) -> int:
    from game.saves.whole import write_whole
    from game.scenario.json_schema import lesson_schema, scenario_schema

    folder: Path = arguments.output
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, schema in (("scenario", scenario_schema()), ("lesson", lesson_schema())):
            write_whole(folder / f"{name}.schema.json", json.dumps(schema, indent=1) + "\n")
            print(folder / f"{name}.schema.json")
    except OSError as error:
        raise Refused(f"{folder} could not be written ({error.strerror}); choose another folder") from None
    return 0
