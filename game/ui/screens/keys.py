"""Keys: what each does, and how to exchange one with another."""

from __future__ import annotations

from collections.abc import Callable

import pygame

from game.ui import fonts, keymap, theme
from game.ui.app import App, Screen
from game.ui.canvas import Canvas
from game.ui.flow import Conductor
from game.ui.screens import TABS
from game.ui.theme import Scale
from game.ui.widgets import (
    Action,
    Button,
    Column,
    Columns,
    ColumnSpec,
    Footer,
    Frame,
    Label,
    MainButton,
    Modal,
    PanelHead,
    Paragraph,
    Row,
    Widget,
    confirm,
    notice,
    title,
)
from game.ui.widgets.keys import pressed_name
from game.views.orders import printed_keys

#: Keys that only change others.
_SIDES = ("SHIFT", "CTRL", "META", "ALT")
HELD = frozenset(
    [getattr(pygame, f"K_{side}{name}") for name in _SIDES for side in "LR"] + [pygame.K_CAPSLOCK, pygame.K_NUMLOCK]
)


class KeyRow(Widget):
    """An act and the key it stands on; activating it asks for another key."""

    def __init__(self, act: str, words: str, on_activate: Action) -> None:
        now = keymap.printed(act)
        super().__init__(label=f"{words}: {now}. Change", on_activate=on_activate, name=f"key:{act}")
        self.act, self.words, self.now = act, words, now

    def _room(self, scale: Scale, width: int) -> int:
        key = max(scale.px(22), fonts.width(self.now, theme.KEY, scale.percent) + scale.px(10))
        return max(scale.px(60), width - scale.px(26) - key)

    def min_width(self, scale: Scale) -> int:
        return scale.px(180)

    def height_for(self, scale: Scale, width: int) -> int:
        rows = fonts.wrap(self.words, theme.TEXT, scale.percent, self._room(scale, width))
        return len(rows) * fonts.line_height(theme.TEXT, scale.percent) + scale.px(7)

    def draw(self, canvas: Canvas) -> None:
        moved = self.now != self.act
        canvas.fill(theme.INK if self.hovered else theme.SHEET, self.rect)
        ink = theme.WHITE if self.hovered else theme.INK
        top = self.rect.top + canvas.px(3)
        canvas.lines(
            self.rect.left + canvas.px(8), top, self._room(canvas.scale, self.rect.width), self.words, theme.TEXT, ink
        )
        mark = ink if self.hovered or not moved else theme.RED
        canvas.key_box(self.rect.right - canvas.px(6), self.rect.centery, self.act, mark)


class Listening(Widget):
    """Waits for a key; Tab and Esc go their usual ways."""

    def __init__(self, words: str, on_pressed: Callable[[str], object]) -> None:
        super().__init__(label=words, name="listening", focusable=True)
        self.words, self.on_pressed, self.first_focus = words, on_pressed, True

    def min_width(self, scale: Scale) -> int:
        return scale.px(200)

    def height_for(self, scale: Scale, width: int) -> int:
        rows = fonts.wrap(self.words, theme.SERIF, scale.percent, width - scale.px(24))
        return len(rows) * fonts.line_height(theme.SERIF, scale.percent) + scale.px(20)

    def event(self, event: pygame.event.Event) -> bool:
        if event.type != pygame.KEYDOWN or event.key in HELD:
            return False
        pressed = pressed_name(event)
        if pressed in ("Esc", "Tab", "Shift Tab"):
            return False
        self.on_pressed(pressed)
        return True

    def draw(self, canvas: Canvas) -> None:
        canvas.fill(theme.PAPER, self.rect)
        room = self.rect.width - canvas.px(24)
        canvas.lines(self.rect.left + canvas.px(12), self.rect.top + canvas.px(10), room, self.words, theme.SERIF)


class KeysScreen(Screen):
    """Every key that can be exchanged, by what it does."""

    name = "keys"
    title = "Keys"

    def __init__(self, conductor: Conductor) -> None:
        self.conductor = conductor

    # ---- data

    def groups(self) -> list[tuple[str, list[tuple[str, str]]]]:
        """Heads, each with its keys and what they do."""
        game = self.conductor
        screens = [(str(number), game.label(f"screen_{name}", plain)) for number, (name, plain) in enumerate(TABS, 1)]
        orders = list(game.view("printed keys", printed_keys)) if game.table else []
        return [("Everywhere", list(keymap.ACTS)), ("Screens", screens), ("Orders", orders)]

    def words_of(self, key: str) -> str:
        """What a key does, '' if nothing on these lists."""
        for _, rows in self.groups():
            for act, words in rows:
                if act == key:
                    return words
        return ""

    # ---- acts

    def ask(self, act: str, words: str) -> None:
        """Wait for the new key of an act."""
        stage = self.conductor.app.stage
        text = f"“{words}” stands on {keymap.printed(act)}. Press the key it shall stand on."
        rows: list[Widget] = [
            PanelHead("Another key", rule=False),
            Listening(text, lambda pressed: self.put(act, words, pressed)),
            Row([Button("Leave it", stage.pop_modal, key="Esc")]),
        ]
        stage.push_modal(Modal(Column(rows, gap=14), on_cancel=stage.pop_modal))

    def put(self, act: str, words: str, pressed: str) -> None:
        """Put an act on a key; a key that has its own act is asked about."""
        app = self.conductor.app
        app.stage.pop_modal()
        other = keymap.meant(pressed)
        new = keymap.exchanged_with(app.settings.keys, act, pressed)
        fault = keymap.refusal(new, pressed)
        if fault:
            notice(app.stage, "That key stays", fault)
        elif other != act and self.words_of(other):
            text = f"{pressed} is the key of “{self.words_of(other)}”. Then that one stands on {keymap.printed(act)}."
            confirm(app.stage, "The key is taken", text, "Exchange them", lambda: app.change(keys=new), no="Leave it")
        else:
            app.change(keys=new)

    def reset(self) -> None:
        """All keys as they were made."""
        self.conductor.app.change(keys={})

    # ---- drawing

    def build(self, app: App) -> Widget:
        everywhere, screens, orders = (self._panel(head, rows) for head, rows in self.groups())
        side = Column([screens, *self._fixed()], gap=16)
        head = title(
            "Keys", "Choose a line, then press its new key. Two keys change places: none ever does two things."
        )
        body = Columns(
            [ColumnSpec("Everywhere", everywhere), ColumnSpec("Screens", side), ColumnSpec("Orders", orders)],
            "keys",
            head,
        )
        main = MainButton("Back", self.conductor.back, key="Space")
        return Frame(None, body, Footer([("Esc", "back"), ("Enter", "another key"), ("Tab", "next")], main))

    def _panel(self, head: str, rows: list[tuple[str, str]]) -> Widget:
        parts: list[Widget] = [PanelHead(head)]
        if not rows:
            parts.append(Label("Open this page from a game to see its orders.", theme.SECOND, theme.ASH, wrap=True))
        parts += [KeyRow(act, words, self._asker(act, words)) for act, words in rows]
        return Column(parts, gap=4)

    def _fixed(self) -> list[Widget]:
        stays = "Enter, Esc, Tab, arrows, Page Up and Page Down stay where they are."
        moved = self.conductor.app.settings.keys
        locked = "" if moved else "No key has been moved."
        return [
            Paragraph(stays, theme.SECOND, theme.ASH),
            Row([Button("As they were made", self.reset, locked_reason=locked, name="reset")]),
        ]

    def _asker(self, act: str, words: str) -> Action:
        return lambda: self.ask(act, words)
