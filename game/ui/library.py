"""What lies on this machine: scenarios, loaded once, and the folder of saves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from game.engine import IllegalOrder
from game.lab.table import Table, from_snapshot, restore, restored_as_far
from game.saves import changes, recover
from game.saves.folder import saves_folder
from game.scenario import ScenarioFaults, available, find, load
from game.scenario.model import Scenario

__all__ = ["Shelf", "reports_folder", "saves_folder"]


def reports_folder() -> Path:
    """Where reports go unless another folder is chosen."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())


def other_folders() -> tuple[Path, ...]:
    """Where saves can go when their own folder cannot be written."""
    import tempfile

    folder = "General Line saves"
    return (reports_folder() / folder, Path.home() / folder, Path(tempfile.gettempdir()) / folder)


class Shelf:
    """Scenarios by name; what cannot be played is kept with the words of its faults."""

    def __init__(self) -> None:
        self.loaded: dict[str, Scenario | str] = {}
        self.whole = False
        self._lock = Lock()

    def put(self, scenario: Scenario) -> None:
        """Keep a scenario that is loaded already."""
        self.loaded[scenario.id] = scenario

    def get(self, name: str) -> Scenario | str:
        """A scenario, loaded now if it was not yet; or the words of its faults."""
        if name not in self.loaded:
            try:
                self.loaded[name] = load(find(name))
            except ScenarioFaults as faults:
                self.loaded[name] = str(faults)
            except (LookupError, OSError) as error:
                self.loaded[name] = str(error)
        return self.loaded[name]

    def fill(self, report: Callable[[int, str], None] | None = None) -> dict[str, Scenario | str]:
        """Load everything there is."""
        with self._lock:
            return self._fill(report)

    def _fill(self, report: Callable[[int, str], None] | None) -> dict[str, Scenario | str]:
        names = available()
        for number, name in enumerate(names):
            if report:
                report(1000 * number // max(1, len(names)), name)
            self.get(name)
        self.whole = True
        return self.loaded

    def restore(self, path: Path) -> tuple[Table, str]:
        """The table of a save, and what must be said before it goes on ('' if nothing).

        Of a save that is spoiled, or whose scenario has changed, the last turn that can be had.
        SaveError, or ValueError with a sentence, if there is none.
        """
        saved, said = recover(path)
        scenario = self.get(saved.scenario)
        if isinstance(scenario, str):
            raise ValueError(f"The scenario '{saved.scenario}' cannot be played: {scenario.splitlines()[0]}")
        because = changes(saved, scenario)
        said = ". ".join(one for one in (said, because[:1].upper() + because[1:]) if one)
        try:
            return restore(scenario, saved), said
        except (IllegalOrder, LookupError, ValueError) as error:
            if not because:
                raise ValueError(f"This save cannot be played again: {error}") from None
            table = restored_as_far(scenario, saved)
            return table, f"{said}. It can be played again up to turn {table.game.state.turn}: {error}"

    def as_kept(self, path: Path) -> Table | None:
        """If the scenario has changed since: the game as it was kept at the opening of its last turn, if it fits."""
        saved, _ = recover(path)
        scenario = self.get(saved.scenario)
        if isinstance(scenario, str) or not changes(saved, scenario):
            return None
        try:
            return from_snapshot(scenario, saved)
        except (LookupError, ValueError):
            return None
