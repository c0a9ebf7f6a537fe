"""The saved games on this machine, newest first, and what is known of each."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from game.engine import new
from game.engine.atlas import Atlas
from game.engine.state import State
from game.lab.table import Table
from game.saves import Game, Origin, Saved, SaveError, changes, recover
from game.scenario.model import Scenario
from game.views.parts import Scene, person_view, turn_text
from game.views.shapes import LoopStepView, SavesView, SaveView, ThumbnailView
from game.views.standing import loop

SUFFIX = ".game"
AUTOSAVE = "autosave"
#: A file as it stands: its path, when it was written in nanoseconds, its bytes.
Stamp = tuple[str, int, int]
Loaded = Mapping[str, Scenario | str]


class KnownSaves:
    """What was read and reckoned of saves, kept as long as their files stay as they are."""

    def __init__(self) -> None:
        self._shown: dict[Stamp, SaveView] = {}
        self._thumbnails: dict[Stamp, ThumbnailView | None] = {}

    def view(self, folder: Path, loaded: Loaded, most: int = 40) -> SavesView:
        """What lies in the folder of saves; a thumbnail has its steps once they were reckoned."""
        files = sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: -path.stat().st_mtime) if folder.is_dir() else []
        return SavesView("Saved games", tuple(self._save(path, loaded) for path in files[:most]), str(folder))

    def unreckoned(self, view: SavesView) -> Path | None:
        """The first of these saves whose steps were never asked for."""
        paths = (Path(one.path) for one in view.saves if one.thumbnail is not None)
        return next((path for path in paths if path.is_file() and _stamp(path) not in self._thumbnails), None)

    def reckon(self, path: Path, loaded: Loaded) -> None:
        """Reckon the steps of a save from the snapshot it keeps; takes some tenths of a second."""
        stamp = _stamp(path)
        self._thumbnails[stamp] = None
        self._thumbnails[stamp] = thumbnail(path, loaded)

    def _save(self, path: Path, loaded: Loaded) -> SaveView:
        stamp = _stamp(path)
        if stamp not in self._shown:
            self._shown[stamp] = _save(path, loaded)
        reckoned = self._thumbnails.get(stamp)
        return replace(self._shown[stamp], thumbnail=reckoned) if reckoned is not None else self._shown[stamp]


def _stamp(path: Path) -> Stamp:
    found = path.stat()
    return str(path), found.st_mtime_ns, found.st_size


def _save(path: Path, loaded: Loaded) -> SaveView:
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
    number = _seat(saved, scenario)
    because = changes(saved, scenario)
    changed = f"; {because}" if because else ""
    own = path.stem.split(" ")[-1] == AUTOSAVE
    turn = f"turn {min(saved.turn, scenario.turns)} of {scenario.turns}"
    detail = f"{scenario.title}, {turn}, seed {saved.setup.seed}{changed}"
    title = f"{scenario.people[number].surname}, {turn_text(scenario, saved.turn).title()}"
    return SaveView(
        str(path), title, f"{saved.note}. {detail}" if saved.note else detail,
        f"{when}{', kept by itself' if own else ''}", _plain(saved, scenario, new(scenario, 1)),
    )  # fmt: skip


def _seat(saved: Saved, scenario: Scenario) -> int:
    """The person whose game a save is: the first human, or the first contender."""
    who = saved.setup.humans[0] if saved.setup.humans else scenario.contenders[0].person
    return Atlas.of(scenario).index["people"].get(who, 0)


# ---- the picture


def thumbnail(path: Path, loaded: Loaded) -> ThumbnailView | None:
    """The picture of a save with its steps; None if it keeps no snapshot, or one that does not fit."""
    try:
        saved, _ = recover(path)
        scenario = loaded.get(saved.scenario)
        if not saved.snapshot or not isinstance(scenario, Scenario):
            return None
        game = Game.start(scenario, saved.setup, Origin(base=saved.snapshot))
    except (SaveError, LookupError, ValueError):
        return None
    at = Scene(Table(game), _seat(saved, scenario))
    steps = tuple(LoopStepView(step.label, step.value, step.whole) for step in loop(at))
    return replace(_plain(saved, scenario, at.seen), steps=steps)


def _plain(saved: Saved, scenario: Scenario, state: State) -> ThumbnailView:
    """The picture without its steps: the seat's face in a world, and the date."""
    return ThumbnailView(person_view(state, _seat(saved, scenario)), turn_text(scenario, saved.turn))
