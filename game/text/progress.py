"""A progress bar for runs on a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.lab.table import Progress
    from game.saves import Game


@contextmanager
def turn_bar(scenario: Scenario) -> Iterator[Progress]:
    """A bar that counts turns; yields the callback a run reports to."""
    from rich.console import Console
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(scenario.title, total=scenario.turns)

        def report(game: Game) -> bool:
            bar.update(task, completed=game.state.turn - 1)
            return True

        yield report
