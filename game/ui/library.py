"""What lies on this machine: scenarios, loaded once, and the folder of saves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Lock

from game.engine import IllegalOrder
from game.lab.table import Table, restore
from game.saves import read
from game.saves.folder import saves_folder
from game.scenario import ScenarioFaults, available, find, load
from game.scenario.model import Scenario

__all__ = ["Shelf", "reports_folder", "saves_folder"]


def reports_folder() -> Path:
    """Where reports go unless another folder is chosen."""
    import platformdirs

    return Path(platformdirs.user_documents_dir())


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

    def restore(self, path: Path) -> Table:
        """The table of a save. SaveError, or ValueError with a sentence, if it cannot be played again."""
        saved = read(path)
        scenario = self.get(saved.scenario)
        if isinstance(scenario, str):
            raise ValueError(f"The scenario '{saved.scenario}' cannot be played: {scenario.splitlines()[0]}")
        try:
            return restore(scenario, saved)
        except (IllegalOrder, LookupError, ValueError) as error:
            changed = " (the scenario has changed since)" if scenario.digest != saved.digest else ""
            raise ValueError(f"This save cannot be played again{changed}: {error}") from None
