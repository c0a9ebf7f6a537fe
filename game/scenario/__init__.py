"""The scenario layer: YAML folders become checked, read-only ``Scenario`` objects.

Importing this package is light; YAML and pydantic are imported when a scenario is loaded.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from game.scenario.faults import Fault, ScenarioFaults
from game.scenario.model import Scenario
from game.scenario.places import scenarios_dir

__all__ = ["Fault", "Scenario", "ScenarioFaults", "available", "find", "load", "near"]

HEAD_FILE = "scenario.yaml"


def load(path: Path | str) -> Scenario:
    """The scenario in a folder; ScenarioFaults lists everything that is wrong with it."""
    from game.scenario.loading import load as load_folder

    return load_folder(path)


def find(name: str) -> Path:
    """The folder of a scenario given by id or path; FileNotFoundError names those that exist."""
    for folder in (scenarios_dir() / name, Path(name)):
        if (folder / HEAD_FILE).is_file():
            return folder
    known = ", ".join(available()) or "none"
    raise FileNotFoundError(f"there is no scenario {name!r}; those that exist: {known}")


def near(name: str, folders: Iterable[Path]) -> Path | None:
    """The folder of a scenario with this id in or beside one of the folders given, None if there is none."""
    for folder in folders:
        for child in (folder, *sorted(head.parent for head in folder.glob(f"*/{HEAD_FILE}"))):
            if _id_of(child / HEAD_FILE) == name:
                return child
    return None


def _id_of(path: Path) -> str:
    """The id a head file begins with, '' if there is none."""
    try:
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        return ""
    return next((row[3:].strip().strip("\"'") for row in rows if row.startswith("id:")), "")


def available() -> list[str]:
    """Ids of the scenarios that come with the game, in order."""
    folder = scenarios_dir()
    if not folder.is_dir():
        return []
    return sorted(child.name for child in folder.iterdir() if (child / HEAD_FILE).is_file())
