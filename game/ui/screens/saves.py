"""Saved games, newest first."""

from __future__ import annotations

from pathlib import Path

from game.ui import theme
from game.ui.app import App, Screen
from game.ui.flow import Conductor
from game.ui.widgets import (
    Action,
    Column,
    FaceCell,
    Footer,
    Frame,
    Label,
    MainButton,
    Table,
    TableColumn,
    TableRow,
    Widget,
    title,
)
from game.views.saves import saves_view
from game.views.shapes import SavesView, SaveView


class SavesScreen(Screen):
    """Go on with a game."""

    name = "saves"
    title = "Saved games"

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor
        self.chosen = ""

    def entered(self, app: App) -> None:
        if not self.conductor.shelf.whole:
            app.job(self.conductor.shelf.fill, lambda job: app.refresh(), reports=True, title="Scenarios are read")

    def view(self) -> SavesView:
        """What lies in the folder."""
        return saves_view(self.conductor.folder, self.conductor.shelf.loaded)

    def pick(self, path: str) -> None:
        """Put a save in focus; a second time opens it."""
        if self.chosen == path:
            self.open()
            return
        self.chosen = path
        self.conductor.app.refresh()

    def open(self) -> None:
        """Go on with the save in focus."""
        if self.chosen:
            self.conductor.load(Path(self.chosen))

    def build(self, app: App) -> Widget:
        view = self.view()
        columns = (
            TableColumn("Game", 220, 4, keep=9),
            TableColumn("Kept", 130, 1, colour=theme.ASH, keep=5),
        )
        rows = [self._row(one) for one in view.saves]
        body: Widget = (
            Table(columns, rows, name="saves") if rows else Label("Nothing is saved yet.", theme.SERIF, theme.ASH)
        )
        locked = "" if self.chosen else "Choose a game first."
        main = MainButton("Go on", self.open, key="Space", locked_reason=locked)
        head = title(view.title, f"They lie in {view.folder_text}.")
        return Frame(
            None, Column([head, body], gap=12), Footer([("Esc", "back"), ("Enter", "choose, then go on")], main)
        )

    def _row(self, one: SaveView) -> TableRow:
        act: Action | None = None if one.problem else (lambda: self.pick(one.path))
        return TableRow(
            (FaceCell(one.title, one.problem or one.detail, one.person), one.when),
            act,
            name=f"save:{one.path}",
            selected=one.path == self.chosen,
        )
