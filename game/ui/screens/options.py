"""Settings: text size, motion, sound, the window."""

from __future__ import annotations

from game.ui import theme
from game.ui.app import App, Screen
from game.ui.flow import Conductor
from game.ui.widgets import (
    Action,
    ChoiceRow,
    Column,
    Columns,
    ColumnSpec,
    Footer,
    Frame,
    MainButton,
    PanelHead,
    Widget,
    title,
)


class OptionsScreen(Screen):
    """Each choice applies at once."""

    name = "options"
    title = "Settings"

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor

    def build(self, app: App) -> Widget:
        now = app.settings
        sizes: list[Widget] = [PanelHead("Text size", "Ctrl + and Ctrl −")]
        for number, size in enumerate(theme.TEXT_SIZES, 1):
            sizes.append(self._choice(f"{size} %", now.text_size == size, str(number), self._setter(text_size=size)))
        motion: list[Widget] = [
            PanelHead("Motion"),
            self._choice("Full motion", not now.reduced_motion, "M", self._setter(reduced_motion=False)),
            self._choice("Last frames only", now.reduced_motion, "N", self._setter(reduced_motion=True)),
        ]
        sound: list[Widget] = [
            PanelHead("Sound", "every sound has a visible twin"),
            self._choice("On", now.sound, "S", self._setter(sound=True)),
            self._choice("Off", not now.sound, "O", self._setter(sound=False)),
            PanelHead("Window", "F11"),
            self._choice("In a window", not now.fullscreen, "W", self._screen(False)),
            self._choice("The whole screen", now.fullscreen, "F", self._screen(True)),
        ]
        body = Columns(
            [
                ColumnSpec("Text", Column(sizes, gap=6)),
                ColumnSpec("Motion", Column(motion, gap=6)),
                ColumnSpec("Sound", Column(sound, gap=6)),
            ],
            "options",
            title("Settings", "They apply at once and are kept."),
        )
        return Frame(
            None,
            body,
            Footer([("Esc", "back"), ("Tab", "next")], MainButton("Back", self.conductor.back, key="Space")),
        )

    @staticmethod
    def _choice(text: str, chosen: bool, key: str, act: Action) -> Widget:
        return ChoiceRow(text, act, key=key, chosen=chosen, name=f"option:{text}")

    def _setter(self, **values: object) -> Action:
        return lambda: self.conductor.app.change(**values)

    def _screen(self, whole: bool) -> Action:
        def act() -> None:
            if self.conductor.app.settings.fullscreen != whole:
                self.conductor.app.change(fullscreen=whole)

        return act
