"""Saved games, newest first, each with a small picture."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from game.ui import theme
from game.ui.app import App, Screen
from game.ui.flow import Conductor
from game.ui.jobs import Job
from game.ui.screens import thumbnail
from game.ui.widgets import (
    Action,
    Column,
    FaceCell,
    Footer,
    Frame,
    Label,
    MainButton,
    PictureCell,
    Table,
    TableColumn,
    TableRow,
    Widget,
    title,
)
from game.views.shapes import SavesView, SaveView


class SavesScreen(Screen):
    """Go on with a game."""

    name = "saves"
    title = "Saved games"

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor
        self.chosen = ""
        self.view: SavesView | None = None

    def entered(self, app: App) -> None:
        """Read the folder beside the window, then reckon the pictures one by one."""
        title = "" if self.conductor.shelf.whole else "Scenarios are read"
        app.job(self._read, self._show, reports=True, title=title)

    def _read(self, report: Callable[[int, str], None]) -> SavesView:
        shelf = self.conductor.shelf
        loaded = shelf.loaded if shelf.whole else shelf.fill(report)
        return self.conductor.saves.view(self.conductor.folder, loaded)

    def _show(self, job: Job[SavesView]) -> None:
        """Show what was read, and begin with the next picture; a page that was left asks for none."""
        app, known = self.conductor.app, self.conductor.saves
        if app.screen is not self or job.result is None:
            return
        self.view = job.result
        app.refresh()
        path = known.unreckoned(self.view)
        if path is not None:
            app.job(lambda report: self._reckoned(path), self._show, reports=True)

    def _reckoned(self, path: Path) -> SavesView:
        shelf, known = self.conductor.shelf, self.conductor.saves
        known.reckon(path, shelf.loaded)
        return known.view(self.conductor.folder, shelf.loaded)

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
        view = self.view or SavesView("Saved games", (), str(self.conductor.folder))
        columns = (
            TableColumn("", thumbnail.WIDE, 0, keep=9),
            TableColumn("Game", 220, 4, keep=9),
            TableColumn("Kept", 130, 1, colour=theme.ASH, keep=5),
        )
        rows = [self._row(one) for one in view.saves]
        empty = "Nothing is saved yet." if self.view else "The folder is read."
        body: Widget = Table(columns, rows, name="saves") if rows else Label(empty, theme.SERIF, theme.ASH)
        locked = "" if self.chosen else "Choose a game first."
        main = MainButton("Go on", self.open, key="Space", locked_reason=locked)
        head = title(view.title, f"They lie in {view.folder_text}.")
        return Frame(
            None, Column([head, body], gap=12), Footer([("Esc", "back"), ("Enter", "choose, then go on")], main)
        )

    def _row(self, one: SaveView) -> TableRow:
        act: Action | None = None if one.problem else (lambda: self.pick(one.path))
        picture = one.thumbnail
        drawn = (
            PictureCell(thumbnail.words(picture), thumbnail.HIGH, partial(thumbnail.paint, picture=picture))
            if picture else ""
        )  # fmt: skip
        return TableRow(
            (drawn, FaceCell(one.title, one.problem or one.detail), one.when),
            act,
            name=f"save:{one.path}",
            selected=one.path == self.chosen,
            tooltip=("The picture", f"{thumbnail.words(picture)}.") if picture and picture.steps else None,
        )
