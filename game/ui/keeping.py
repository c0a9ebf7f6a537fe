"""How the window keeps a game: by itself each turn, when asked, and elsewhere if a folder cannot be written."""

from __future__ import annotations

from pathlib import Path

from game.saves import Game, SaveError, write
from game.ui import library
from game.ui.app import App
from game.ui.widgets import confirm, notice
from game.views.saves import AUTOSAVE, SUFFIX, KnownSaves


class Keeping:
    """The part of a conductor that writes saves."""

    app: App
    seat: str

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.saves = KnownSaves()
        self._home = self.folder  # where saves lie unless it cannot be written
        self._tried: set[Path] = set()  # folders that could not be written
        self._unkept = ""  # why the game could not be kept by itself, to be told
        self._warned = False

    @property
    def game(self) -> Game:
        """The game in play."""
        raise NotImplementedError

    def autosave(self) -> None:
        """Keep the game by itself; a full disk is no reason to stop, and is told once."""
        try:
            write(self.game, self.save_path(AUTOSAVE))
        except SaveError as error:
            self._unkept = "" if self._warned else str(error)
            self._warned = True

    def save_path(self, word: str) -> Path:
        """The file of a save of this game."""
        game = self.game
        return self.folder / f"{game.scenario.id} {self.seat} {game.setup.seed} {word}{SUFFIX}"

    def save(self) -> None:
        """Keep the game as it stands, and say where."""
        path = self.save_path(f"turn {self.game.state.turn:02d}")
        try:
            write(self.game, path)
        except SaveError as error:
            self._elsewhere(str(error))
            return
        where = "" if self.folder == self._home else f" in {self.folder}"
        self._warned = False
        notice(self.app.stage, "Saved", f"The game is kept as “{path.stem}”{where}.")

    def _elsewhere(self, fault: str) -> None:
        """Say why the game is not kept, and offer the next folder."""
        self._tried.add(self.folder)
        place = next((one for one in library.other_folders() if one not in self._tried), None)
        if place is None:
            self._tried.clear()
            self.folder = self._home
            notice(self.app.stage, "Not saved", f"{fault}. The game goes on.")
            return
        text = f"{fault.partition(';')[0]}. The game goes on. It can be kept in {place} instead."
        confirm(self.app.stage, "Not saved", text, "Keep it there", lambda: self._move(place), no="Leave it")

    def _move(self, place: Path) -> None:
        """Keep this game's saves in another folder from now on."""
        self.folder = place
        self.save()
