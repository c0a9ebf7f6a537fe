"""The log as a file: HTML, Markdown, CSV or JSON, in a folder you choose."""

from __future__ import annotations

from pathlib import Path

from game.reports import write_report
from game.ui import theme
from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.library import reports_folder
from game.ui.screens.base import GameScreen
from game.ui.widgets import (
    Action,
    ChoiceRow,
    Column,
    Columns,
    ColumnSpec,
    Footer,
    Frame,
    Label,
    MainButton,
    PanelHead,
    Row,
    TextLink,
    Widget,
    notice,
    title,
)

FORMS = (
    (".html", "A page", "Everything in one file, for reading and printing", "H"),
    (".md", "Markdown", "Plain text with headings", "M"),
    (".csv", "A table", "Divergences line by line, for a spreadsheet", "C"),
    (".json", "Data", "Everything, for programs", "J"),
)
#: So many folders are listed.
FOLDERS = 60


class ExportScreen(GameScreen):
    """Choose a form and a folder."""

    name = "export"
    title = "Export the log"

    def __init__(self, conductor: Conductor) -> None:
        super().__init__(conductor)
        folder = reports_folder()
        self.folder = folder if folder.is_dir() else Path.home()

    def name_of(self, suffix: str) -> str:
        """The file's name."""
        game = self.conductor.game
        turn = min(game.state.turn, game.scenario.turns)
        return f"{game.scenario.id} {self.conductor.seat} {game.setup.seed} turn {turn:02d}{suffix}"

    def write(self, suffix: str) -> None:
        """Write the report, and say where it lies."""
        table = self.conductor.table
        assert table is not None
        path = self.folder / self.name_of(suffix)
        try:
            write_report(table, path)
        except OSError as error:
            notice(
                self.app.stage,
                "Not written",
                f"{path} could not be written ({error.strerror}). Choose another folder.",
            )
            return
        notice(self.app.stage, "Written", f"The log lies in {path}.")

    def enter(self, folder: Path) -> None:
        """Go into a folder."""
        self.folder = folder
        self.app.stage.set_focus(None)
        self.app.refresh()

    def folders(self) -> list[Path]:
        """Folders inside the present one, without hidden ones."""
        try:
            found = [one for one in self.folder.iterdir() if one.is_dir() and not one.name.startswith(".")]
        except OSError:
            return []
        return sorted(found, key=lambda one: one.name.lower())[:FOLDERS]

    def build(self, app: App) -> Widget:
        forms: list[Widget] = [PanelHead("As what")]
        for suffix, text, detail, key in FORMS:
            forms.append(
                ChoiceRow(f"{text} ({suffix})", self._writer(suffix), detail=detail, key=key, name=f"form:{suffix}")
            )
        places: list[Widget] = [
            PanelHead("Into which folder"),
            Label(str(self.folder), theme.BOLD, wrap=True),
            Row([TextLink("One folder up", lambda: self.enter(self.folder.parent), key="U")]),
        ]
        places += [ChoiceRow(one.name, self._enterer(one), name=f"folder:{one.name}") for one in self.folders()]
        body = Columns(
            [ColumnSpec("Form", Column(forms, gap=6)), ColumnSpec("Folder", Column(places, gap=4))],
            "export",
            title("Export the log", "Choosing a form writes the file."),
        )
        main = MainButton("Back", self.conductor.back, key="Space")
        return Frame(None, body, Footer([("Esc", "back"), ("Tab", "next"), ("Enter", "choose")], main))

    def _writer(self, suffix: str) -> Action:
        return lambda: self.write(suffix)

    def _enterer(self, folder: Path) -> Action:
        return lambda: self.enter(folder)
