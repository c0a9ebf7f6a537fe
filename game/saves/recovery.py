"""What can be had of a save that is spoiled, and what changed in a scenario since a save was made."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.saves.file import LIMIT, previous, read
from game.saves.rows import Chain, parse_rows
from game.saves.saved import Saved, SaveError
from game.scenario.model import Scenario

#: So many changed files are named; the rest are counted.
NAMED = 3


def recover(path: Path) -> tuple[Saved, str]:
    """A save and ''; of a spoiled one the last whole turn that is kept, and a sentence saying so.

    The last whole turn is sought in the save itself and in the one before it. SaveError if there is none.
    """
    try:
        return read(path), ""
    except SaveError as error:
        fault = str(error)
    cut, before = _cut(path), _before(path)
    if before is not None and (cut is None or (_same_game(cut, before) and before.turn >= cut.turn)):
        return before, _sentence(path, fault, before, f"kept in {previous(path).name}")
    if cut is not None:
        return cut, _sentence(path, fault, cut, "the last that is whole")
    raise SaveError(fault)


def _sentence(path: Path, fault: str, saved: Saved, where: str) -> str:
    what = fault.partition(";")[0] if fault.startswith(str(path)) else f"{path} is spoiled"
    return f"{what}; the game goes on from turn {saved.turn}, {where}"


def _same_game(one: Saved, other: Saved) -> bool:
    return (one.scenario, one.setup) == (other.scenario, other.setup)


def _before(path: Path) -> Saved | None:
    """The save before this one, its last whole turn if it is spoiled as well; None if there is nothing."""
    try:
        return read(previous(path))
    except SaveError:
        return _cut(previous(path))


def _cut(path: Path) -> Saved | None:
    """A spoiled save up to the opening of its last whole turn; None if no turn is whole."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            text = file.read(LIMIT).decode("utf-8", errors="replace")
        saved = parse_rows(whole_rows(text), str(path))
    except (OSError, SaveError):
        return None
    return replace(saved, turn=min(max(saved.digests), saved.turn), result=None, snapshot="")


def whole_rows(text: str) -> list[str]:
    """The rows of a save up to the last turn or branch whose checksum holds for everything above it."""
    chain, rows, good = Chain(), text.split("\n"), 0
    for number, row in enumerate(rows):
        if row.startswith(Chain.MARKED):
            head, _, mark = row.rpartition(" ")
            if chain.mark(head) != mark:
                break
            good = number + 1
        chain.add(row)
    return rows[:good]


def changes(saved: Saved, scenario: Scenario) -> str:
    """What differs in the scenario since the save was made, as the end of a sentence; '' if nothing does."""
    if saved.digest == scenario.digest:
        return ""
    now = dict(scenario.files)
    parts = [
        _list("changed", [name for name in now if name in saved.files and saved.files[name] != now[name]]),
        _list("new", [name for name in now if name not in saved.files]),
        _list("gone", [name for name in saved.files if name not in now]),
    ]
    told = "; ".join(part for part in parts if part) if saved.files else ""
    return f"the scenario has changed since the save{f' ({told})' if told else ''}"


def _list(word: str, names: list[str]) -> str:
    """Names of files after a word, the first few of them; '' for none."""
    shown = ", ".join(sorted(names)[:NAMED])
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"{word}: {shown}{more}" if names else ""
