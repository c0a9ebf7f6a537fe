"""The folder in which this user's saves lie, and what is in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from game.saves.recovery import recover
from game.saves.saved import SaveError

SUFFIX = ".game"


@dataclass(frozen=True, slots=True)
class SaveLine:
    """A save in the folder; ``problem`` says what is wrong with it ('' if nothing)."""

    name: str
    path: Path
    written: datetime
    scenario: str = ""
    seat: str = ""
    turn: int = 0
    problem: str = ""
    branches: tuple[str, ...] = ()  # that in play first
    whole: int = 0  # of a save with a problem: the last turn that can be had, 0 if none


def saves_folder() -> Path:
    """Where this user's saves lie."""
    import platformdirs

    return Path(platformdirs.user_data_dir("general-line", appauthor=False)) / "saves"


def listed(folder: Path) -> list[SaveLine]:
    """The saves in a folder, the newest first; a folder that is not there is empty."""
    paths = [path for path in folder.glob(f"*{SUFFIX}") if path.is_file()] if folder.is_dir() else []
    found = [_line(path) for path in paths]
    return sorted(found, key=lambda one: (-one.written.timestamp(), one.name))


def _line(path: Path) -> SaveLine:
    written = datetime.fromtimestamp(path.stat().st_mtime)
    try:
        saved, said = recover(path)
    except SaveError as error:
        return SaveLine(path.stem, path, written, problem=str(error))
    if said:
        return SaveLine(path.stem, path, written, problem=said, whole=saved.turn)
    seats = ", ".join(saved.setup.humans) or "nobody"
    names = (saved.origin.name, *(name for name in saved.names if name != saved.origin.name))
    return SaveLine(path.stem, path, written, saved.scenario, seats, saved.turn, branches=names)
