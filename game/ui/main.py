"""The window: opened on the title, on a scenario's contenders, or on a game in play."""

from __future__ import annotations

from pathlib import Path

from game.lab.table import Table
from game.scenario.model import Scenario
from game.ui.app import App, Screen
from game.ui.flow import Conductor
from game.ui.screens import SCREENS
from game.ui.widgets import Widget


class Blank(Screen):
    """Nothing yet."""

    def build(self, app: App) -> Widget:
        return Widget()


def open_window(table: Table | None = None, scenario: Scenario | None = None) -> int:
    """Play in a window until it is closed; the exit status."""
    import pygame

    try:
        app = App(Blank(), remember=True)
    except pygame.error as error:
        import sys

        print(f"general-line: no window can be opened ({error}); try 'general-line play --text'", file=sys.stderr)
        return 2
    start(app, table, scenario)
    app.run()
    return 0


def start(
    app: App, table: Table | None = None, scenario: Scenario | None = None, folder: Path | None = None
) -> Conductor:
    """Put the first screen into a window; saves lie in ``folder``, by default where the user's lie."""
    conductor = Conductor(app, folder)
    if table is not None:
        conductor.shelf.put(table.game.scenario)
        conductor.play(table)
    elif scenario is not None:
        conductor.shelf.put(scenario)
        app.reset([SCREENS["title"](conductor), SCREENS["contender"](conductor, scenario=scenario)])
    else:
        app.reset([SCREENS["title"](conductor)])
    return conductor
