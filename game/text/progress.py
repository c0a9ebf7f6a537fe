"""A progress bar for runs on a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.lab.table import Progress
    from game.saves import Game

    #: Told how many pieces of work of how many are done.
    Count = Callable[[int, int], None]


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


@contextmanager
def count_bar(what: str) -> Iterator[Count]:
    """A bar that counts pieces of work as they come in, with the time that is left."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda done, of: bar.update(task, completed=done, total=of)
