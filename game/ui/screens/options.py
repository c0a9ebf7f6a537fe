"""Settings: text size, palette, motion, sound, the window; and what the keys do."""

from __future__ import annotations

from game.ui import draw, keymap, theme
from game.ui.app import App, Screen
from game.ui.canvas import Canvas
from game.ui.flow import Conductor
from game.ui.theme import Scale
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
    Space,
    Widget,
    title,
)

#: What the keys do everywhere; letters are printed on their buttons.
KEYS = (
    ("Space", "the red act: go on, end the window, call the vote"),
    ("Enter", "what is in focus"),
    ("Tab, arrows", "move the focus"),
    ("Esc", "back, close"),
    ("1 to 7", "the screens of the bar"),
    ("Letters", "orders, as printed on their buttons"),
    ("Shift and a letter", "where the button prints Shift"),
    ("F1", "open a figure or term; again: its entry in the codex"),
    ("P", "pin an open box"),
    ("F3", "where a hint points"),
    ("F9", "to the next vote or alert"),
    ("Ctrl Z, Ctrl Y", "take an order back, give it again"),
    ("Ctrl S, F10", "save, the menu"),
    ("Ctrl +, Ctrl -", "larger text, smaller text"),
)


#: Percent of the full volume.
QUIET = 35


class Swatch(Widget):
    """A colour of the palette."""

    def __init__(self, word: str) -> None:
        super().__init__(label=word.replace("_", " "))
        self.word = word

    def min_width(self, scale: Scale) -> int:
        return scale.px(40)

    def height_for(self, scale: Scale, width: int) -> int:
        return scale.px(22)

    def draw(self, canvas: Canvas) -> None:
        draw.slanted_block(canvas.surface, theme.colour(self.word), self.rect)


class OptionsScreen(Screen):
    """Each choice applies at once."""

    name = "options"
    title = "Settings"

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor

    def build(self, app: App) -> Widget:
        now = app.settings
        sizes: list[Widget] = [PanelHead("Text size", f"{keymap.printed('Ctrl +')} and {keymap.printed('Ctrl -')}")]
        for number, size in enumerate(theme.TEXT_SIZES, 1):
            sizes.append(self._choice(f"{size} %", now.text_size == size, str(number), self._setter(text_size=size)))
        motion: list[Widget] = [
            PanelHead("Colours"),
            self._choice("As on the posters", now.palette == "poster", "P", self._setter(palette="poster")),
            self._choice("Told apart by all eyes", now.palette == "safe", "B", self._setter(palette="safe")),
            Row([Swatch(word) for word in ("red", "light_red", "blue", "light_blue", "ink", "sand")], gap=6),
            Space(6),
            PanelHead("Motion"),
            self._choice("Full motion", not now.reduced_motion, "M", self._setter(reduced_motion=False)),
            self._choice("Last frames only", now.reduced_motion, "N", self._setter(reduced_motion=True)),
            Space(6),
            PanelHead("Sound", "every sound has a visible twin"),
            self._choice("Full", now.sound and now.volume > QUIET, "S", self._setter(sound=True, volume=100)),
            self._choice("Quiet", now.sound and now.volume <= QUIET, "Q", self._setter(sound=True, volume=QUIET)),
            self._choice("Off", not now.sound, "O", self._setter(sound=False)),
            self._choice("Theme on the title", now.theme, "T", self._theme),
        ]
        keys: list[Widget] = [PanelHead("Keys"), self._change_keys()]
        for key, text in KEYS:
            said = ", ".join(" to ".join(map(keymap.printed, one.split(" to "))) for one in key.split(", "))
            keys += [Row([Label(said, theme.BOLD), Label(text, theme.TEXT, theme.ASH, wrap=True, flex=1)], gap=12)]
        sizes += [
            Space(6),
            PanelHead("Window", keymap.printed("F11")),
            self._choice("In a window", not now.fullscreen, "W", self._screen(False)),
            self._choice("The whole screen", now.fullscreen, "F", self._screen(True)),
        ]
        sizes += [
            Space(6),
            PanelHead("What became of people", "in the codex"),
            self._choice("Told when asked for", not now.reveal_history, "A", self._setter(reveal_history=False)),
            self._choice("Told from the start", now.reveal_history, "H", self._setter(reveal_history=True)),
        ]
        body = Columns(
            [
                ColumnSpec("Text", Column(sizes, gap=6)),
                ColumnSpec("Colours, motion, sound", Column(motion, gap=6)),
                ColumnSpec("Keys", Column(keys, gap=4)),
            ],
            "options",
            title("Settings", "They apply at once and are kept."),
        )
        return Frame(
            None,
            body,
            Footer([("Esc", "back"), ("Tab", "next")], MainButton("Back", self.conductor.back, key="Space")),
        )

    def _change_keys(self) -> Widget:
        moved = len(self.conductor.app.settings.keys)
        detail = f"{moved} keys stand elsewhere" if moved else "any two can be exchanged"
        return ChoiceRow("Change the keys", lambda: self.conductor.open("keys"), detail=detail, key="K", name="keys")

    @staticmethod
    def _choice(text: str, chosen: bool, key: str, act: Action) -> Widget:
        return ChoiceRow(text, act, key=key, chosen=chosen, name=f"option:{text}")

    def _setter(self, **values: object) -> Action:
        return lambda: self.conductor.app.change(**values)

    def _theme(self) -> None:
        """Turn the theme on or off; off also ends it."""
        app = self.conductor.app
        app.change(theme=not app.settings.theme)
        if not app.settings.theme:
            app.sounds.fade("theme")

    def _screen(self, whole: bool) -> Action:
        def act() -> None:
            if self.conductor.app.settings.fullscreen != whole:
                self.conductor.app.change(fullscreen=whole)

        return act
