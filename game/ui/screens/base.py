"""What every screen of a game shares: bar, tabs, footer, codex links and keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from game.ui.app import App, Screen
from game.ui.flow import Conductor
from game.ui.widgets import Footer, Frame, MainButton, TabBar, Tooltip, Widget
from game.views.parts import bar_view

HINTS = (("F1", "explain"), ("Tab", "next"), ("Ctrl Z", "undo"), ("Ctrl S", "save"), ("F10", "menu"))


class GameScreen(Screen):
    """A screen of a game in play."""

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor

    @property
    def app(self) -> App:
        """The window."""
        return self.conductor.app

    here = ""

    @property
    def tab_label(self) -> str:
        """The label of this screen's tab; a screen without a tab says where one is."""
        return self.here or self.name.capitalize()

    def page(
        self,
        body: Widget,
        side: Widget | None = None,
        *,
        main: MainButton | None = None,
        hints: Sequence[tuple[str, str]] = HINTS,
        side_units: float = 400,
        sections: tuple[str, str] = ("Here", "Detail"),
        tabbed: int = 1,
        shares: tuple[int, int] = (1, 1),
    ) -> Frame:
        """Bar and tabs over a body, the footer with the red act under it."""
        game = self.conductor
        bar = TabBar(
            game.view("bar", bar_view), game.tabs(), self.tab_label, lambda: game.codex(f"person:{game.seat}")
        )
        if game.timer.minutes:
            left = game.timer.left
            hints = ((str(left), "minute left" if left == 1 else "minutes left"), *hints)
        act = main or MainButton(game.next_label(), game.next, key="Space")
        return Frame(
            bar, body, Footer(hints, act), side=side, side_units=side_units, sections=sections, tabbed=tabbed,
            shares=shares,
        )  # fmt: skip

    def on_codex(self, app: App, reference: str) -> None:
        self.conductor.codex(reference)

    def lookup(self, app: App, reference: str) -> Tooltip:
        return self.conductor.lookup(reference)

    def on_key(self, app: App, key: str) -> bool:
        return game_key(self.conductor, key)


def game_key(conductor: Conductor, key: str) -> bool:
    """The keys of every screen of a game."""
    acts: dict[str, Callable[[], object]] = {
        "Ctrl Z": conductor.undo,
        "Ctrl Y": conductor.redo,
        "Ctrl S": conductor.save,
        "F10": lambda: open_menu(conductor),
    }
    if key not in acts:
        return False
    acts[key]()
    return True


def open_menu(conductor: Conductor) -> None:
    """The menu of a game: save, settings, saved games, leave."""
    from game.ui.widgets import Choice, menu

    menu(
        conductor.app.stage,
        "The game",
        [
            Choice("Save", conductor.save, "Keep the game as it stands", "S"),
            Choice("Saved games", lambda: conductor.open("saves"), "Go on with another", "G"),
            Choice("Export the log", lambda: conductor.open("export"), "HTML, Markdown, CSV or JSON", "E"),
            Choice("Settings", lambda: conductor.open("options"), "Text size, colours, motion, keys", "O"),
            Choice("Leave for the title", conductor.title, "The game is kept", "L"),
            Choice("Close the window", lambda: _close(conductor), "The game is kept", "Q"),
        ],
    )


def _close(conductor: Conductor) -> None:
    conductor.autosave()
    conductor.app.running = False
