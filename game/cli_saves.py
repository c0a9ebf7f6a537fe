"""How a save is opened from the command line, and the commands about saves: replay and saves."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli import Refused, scenario_of_save

if TYPE_CHECKING:
    from game.lab.table import Table
    from game.lab.verify import Replayed
    from game.saves import Saved
    from game.scenario.model import Scenario


def add_saves(commands: Any) -> None:
    """Add these commands to the command line."""
    replay = commands.add_parser("replay", help="play a save again and print each turn's digest")
    replay.add_argument("save", type=Path, metavar="SAVE")
    replay.add_argument("--verify", action="store_true", help="compare with the digests in the save")
    add_branch(replay)
    replay.add_argument("--beside", default="", metavar="NAME", help="show the branch beside another, order by order")
    replay.set_defaults(command=_replay)
    listing = commands.add_parser("saves", help="list the saved games")
    listing.add_argument("folder", nargs="?", type=Path, metavar="FOLDER", help="another folder than the usual one")
    listing.set_defaults(command=_saves)


def add_branch(command: argparse.ArgumentParser) -> None:
    """The option of every command that opens a save."""
    command.add_argument("--branch", default="", metavar="NAME", help="another branch of the save than that in play")


# ---- opening


def load_table(path: Path, branch: str = "", mend: bool = False, snapshot: bool = False) -> Table:
    """The table of a save, or of one of its branches; Refused with what can be had if it cannot be.

    With ``mend`` as far as it can be had if it is spoiled or its scenario changed, with ``snapshot`` as it was kept
    at the opening of its last turn.
    """
    from game.engine import IllegalOrder
    from game.lab.table import from_snapshot, restore, restored_as_far
    from game.saves import changes

    saved = _recovered(path, branch, mend)
    scenario = scenario_of_save(saved.scenario, path)
    changed = changes(saved, scenario)
    lay = from_snapshot if snapshot else restored_as_far if mend else restore
    try:
        table = lay(scenario, saved)
    except (IllegalOrder, LookupError, ValueError) as error:
        raise Refused(_cannot(path, saved, changed, str(error), mend or snapshot)) from None
    if changed:
        print(f"general-line: {path}: {changed}{'' if snapshot else _differs(saved, table)}", file=sys.stderr)
    return table


def _recovered(path: Path, branch: str, mend: bool) -> Saved:
    """What can be had of a save; Refused if it is spoiled and nobody said that it is to be mended."""
    from game.saves import SaveError, recover

    try:
        saved, said = recover(path)
        if said and mend:
            print(f"general-line: {said}", file=sys.stderr)
        elif said:
            fault = said.partition(";")[0]
            raise Refused(f"{fault}; play --load {path.name} --mend goes on from turn {saved.turn}")
        return saved.on(branch) if branch else saved
    except (SaveError, LookupError) as error:
        raise Refused(f"{path}: {error.args[0]}" if isinstance(error, LookupError) else str(error)) from None


def _cannot(path: Path, saved: Saved, changed: str, error: str, tried: bool) -> str:
    """Why a save cannot be played again, and what can be done."""
    if tried or not changed:
        return f"{path} cannot be played again{f' ({changed})' if changed else ''}: {error}; start a new game"
    ways = f"--snapshot goes on from turn {saved.turn} as it was kept, " if saved.snapshot else ""
    return (
        f"{path} cannot be played again ({changed}): {error}; with play --load FILE {ways}"
        "--mend goes on from the last turn that can be played again"
    )


def _differs(saved: Saved, table: Table) -> str:
    """Where a game played again in a scenario that has changed first differs from the one that was saved."""
    from game.engine.digest import first_differing_mark

    marks = table.game.field_marks
    turn = next((turn for turn in sorted(saved.fields) if marks.get(turn) != saved.fields[turn]), 0)
    if not turn:
        return "; it plays as it did"
    name = first_differing_mark(saved.fields[turn], marks.get(turn, ""))
    where = f" in '{name}'" if name else ""
    way = f"; --snapshot goes on from turn {saved.turn} as it was kept" if saved.snapshot else ""
    return f"; played again it first differs when turn {turn} opens{where}{way}"


def saved_game(path: Path, branch: str = "") -> tuple[Saved, Scenario]:
    """A save that is whole, or one of its branches, and its scenario; Refused if it is not to be had."""
    from game.saves import SaveError, read

    try:
        saved = read(path)
        saved = saved.on(branch) if branch else saved
    except SaveError as error:
        raise Refused(str(error)) from None
    except LookupError as error:
        raise Refused(f"{path}: {error.args[0]}") from None
    return saved, scenario_of_save(saved.scenario, path)


# ---- replay


def _replay(arguments: argparse.Namespace) -> int:
    from game.lab.verify import verify

    saved, scenario = saved_game(arguments.save, arguments.branch)
    if arguments.beside:
        return _beside(arguments.save, saved, scenario, arguments.beside)
    try:
        found = verify(scenario, saved)
    except ValueError as error:
        raise Refused(f"{arguments.save} cannot be played again: {error}") from None
    _print_turns(found, saved if arguments.verify else None)
    if arguments.verify:
        print(found.sentence)
    return 1 if found.stopped or (arguments.verify and not found.whole) else 0


def _print_turns(found: Replayed, saved: Saved | None) -> None:
    """Each turn with its digest, and whether it is the one kept."""
    kept = saved.digests if saved is not None and not found.changed else {}
    for turn in found.turns:
        same = "same" if kept.get(turn.turn) == turn.digest else "differs"
        print(f"{turn.turn:3}  {turn.digest}{f'  {same}' if turn.turn in kept else ''}")
    if found.stopped:
        print(f"stops in turn {found.stopped_in}: {found.stopped}")


def _beside(path: Path, saved: Saved, scenario: Scenario, name: str) -> int:
    """Two branches order by order; the first difference is marked with a star."""
    from game.saves.branch import compare
    from game.scenario.plain import plain
    from game.text.beside import rows

    try:
        other = saved.on(name)
    except LookupError as error:
        raise Refused(f"{path}: {error.args[0]}") from None
    for row in rows(scenario, compare(saved.resting, other.resting)):
        print(plain(row))
    return 0


# ---- saves


def _saves(arguments: argparse.Namespace) -> int:
    from game.saves.folder import listed, saves_folder
    from game.scenario.plain import plain

    folder: Path = arguments.folder or saves_folder()
    if arguments.folder is not None and not folder.is_dir():
        raise Refused(f"{folder} is not a folder; give the folder of the saves")
    found = listed(folder)
    for one in found:
        if one.problem:
            print(plain(f"{one.name:32} {one.problem}"))
        else:
            seat = f"{one.scenario:20} {one.seat:16} turn {one.turn:3}"
            print(plain(f"{one.name:32} {seat}  {one.written:%Y-%m-%d %H:%M}{_branches(one.branches)}"))
    if not found:
        print(f"no saved games in {folder}")
    return 0


def _branches(names: tuple[str, ...]) -> str:
    """The branches of a save, that in play first; '' if it has one."""
    return f"  branches: {'; '.join(names)}" if len(names) > 1 else ""
