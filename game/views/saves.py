"""The saved games on this machine, newest first."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from game.engine import new
from game.engine.atlas import Atlas
from game.saves import Saved, SaveError, changes, recover
from game.scenario.model import Scenario
from game.views.parts import person_view, turn_text
from game.views.shapes import SavesView, SaveView

SUFFIX = ".game"
AUTOSAVE = "autosave"


def saves_view(folder: Path, loaded: Mapping[str, Scenario | str], most: int = 40) -> SavesView:
    """What lies in the folder of saves."""
    files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: -path.stat().st_mtime) if folder.is_dir() else []
    return SavesView("Saved games", tuple(_save(path, loaded) for path in files[:most]), str(folder))


def _save(path: Path, loaded: Mapping[str, Scenario | str]) -> SaveView:
    when = datetime.fromtimestamp(path.stat().st_mtime).strftime("%d %b %Y, %H:%M")
    try:
        saved, said = recover(path)
    except SaveError as error:
        return SaveView(str(path), path.stem, "", when, problem=str(error))
    shown = describe(path, saved, loaded.get(saved.scenario), when)
    return replace(shown, detail=said.replace(str(path), "This save", 1)) if said else shown


def describe(path: Path, saved: Saved, scenario: Scenario | str | None, when: str) -> SaveView:
    """A save in words: who, when in the game, which scenario."""
    if not isinstance(scenario, Scenario):
        return SaveView(
            str(path), path.stem, saved.scenario, when, problem=f"There is no scenario '{saved.scenario}' here."
        )
    who = saved.setup.humans[0] if saved.setup.humans else scenario.contenders[0].person
    number = Atlas.of(scenario).index["people"].get(who, 0)
    name = scenario.people[number].surname
    because = changes(saved, scenario)
    changed = f"; {because}" if because else ""
    own = path.stem.split(" ")[-1] == AUTOSAVE
    turn = f"turn {min(saved.turn, scenario.turns)} of {scenario.turns}"
    detail = f"{scenario.title}, {turn}, seed {saved.setup.seed}{changed}"
    title = f"{name}, {turn_text(scenario, saved.turn).title()}"
    return SaveView(
        str(path), title, f"{saved.note}. {detail}" if saved.note else detail,
        f"{when}{', kept by itself' if own else ''}", person_view(new(scenario, 1), number),
    )  # fmt: skip
