"""The application: window, stack of screens, settings, jobs. It draws only when something changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pygame

from game.ui import art, keymap, sound, theme
from game.ui import settings as preferences
from game.ui.clock import now
from game.ui.jobs import Job
from game.ui.settings import Settings
from game.ui.theme import Scale
from game.ui.widgets import hemicycle
from game.ui.widgets.core import Tooltip, Widget
from game.ui.widgets.dialog import Working, modal_key
from game.ui.widgets.keys import key_name, pressed_name
from game.ui.widgets.stage import Stage
from game.ui.widgets.topbar import Tab, TabBar

WAKE = pygame.event.custom_type()
FRAME_MS = 16
WALKING = frozenset(
    (
        pygame.K_TAB,
        pygame.K_UP,
        pygame.K_DOWN,
        pygame.K_LEFT,
        pygame.K_RIGHT,
        pygame.K_PAGEUP,
        pygame.K_PAGEDOWN,
    )
)


class Screen:
    """A screen: its tab's name, the sentence it opens with, its widgets and the keys they leave."""

    name = ""
    title = ""

    def build(self, app: App) -> Widget:
        """The widget tree for the present state."""
        raise NotImplementedError

    def on_key(self, app: App, key: str) -> bool:
        """A key no widget took, by its printed name; True when it was used."""
        return False

    def on_codex(self, app: App, reference: str) -> None:
        """Open the codex on a reference."""

    def lookup(self, app: App, reference: str) -> Tooltip:
        """What a link says on hover."""
        return None

    def entered(self, app: App) -> None:
        """Called when the screen comes to the top."""

    def first_focus(self, page: Widget) -> Widget | None:
        """Where the keys begin on a page that has no focus yet; None waits for the first Tab."""
        return None


class App:
    """One window and the screens on it. Tests drive it with `send` and look at `surface`."""

    def __init__(
        self,
        screen: Screen,
        settings: Settings | None = None,
        *,
        remember: bool = False,
        clock: Callable[[], int] | None = None,
        caption: str = "The General Line",
    ) -> None:
        pygame.display.init()
        pygame.font.init()
        self.settings = settings or preferences.load()
        self.remember = remember
        paint_with(self.settings.palette)
        keymap.use(self.settings.keys)
        self.clock = clock or now
        flags = pygame.RESIZABLE | (pygame.FULLSCREEN if self.settings.fullscreen else 0)
        self.surface = pygame.display.set_mode((self.settings.width, self.settings.height), flags)
        pygame.display.set_caption(caption)
        icon = art.emblem("vote", 64, theme.RED)
        if icon:
            pygame.display.set_icon(icon)
        pygame.key.set_repeat(350, 60)
        self.sounds = sound.open_sounds(self.settings.sound, self.settings.volume)
        self.tabs: list[Tab] = []
        self.screens: list[Screen] = []
        self.pressed = ""  # the key pressed last, whatever the player has put on it: letters of typed words
        self.redraws = 0
        self.running = True
        self._held: set[int] = set()
        self._jobs: list[tuple[Job[Any], Callable[[Job[Any]], object]]] = []
        self.stage = Stage(Widget(), self.scale, self.clock)
        self.stage.on_codex = lambda reference: self.screen.on_codex(self, reference)
        self.stage.lookup = lambda reference: self.screen.lookup(self, reference)
        self.stage.on_sound = self.sounds.play
        self.stage.reduced_motion = self.settings.reduced_motion
        self.push(screen)

    # -- screens
    @property
    def scale(self) -> Scale:
        """Pixels of the window and its text size."""
        width, height = self.surface.get_size()
        return Scale(width, height, self.settings.text_size)

    @property
    def screen(self) -> Screen:
        """The screen on top."""
        return self.screens[-1]

    def push(self, screen: Screen) -> None:
        """Put a screen on top; Esc comes back to the one below."""
        self.screens.append(screen)
        self._enter()

    def pop(self) -> bool:
        """Leave the top screen; False when it is the only one."""
        if len(self.screens) < 2:
            return False
        self.screens.pop()
        self._enter()
        return True

    def replace(self, screen: Screen) -> None:
        """Put a screen in the place of the top one."""
        self.screens[-1] = screen
        self._enter()

    def reset(self, screens: Sequence[Screen]) -> None:
        """Start again with a stack of screens."""
        self.screens = list(screens)
        self._enter()

    def _enter(self) -> None:
        self.stage.modals.clear()
        self.stage.set_focus(None)
        self.screen.entered(self)
        self.refresh()

    def refresh(self) -> None:
        """Build the top screen again; focus and scrolling stay where names allow."""
        self.stage.scale = self.scale
        self.stage.show(self.screen.build(self))
        if self.stage.focus is None and not self.stage.modals:
            self.stage.set_focus(self.screen.first_focus(self.stage.root), quietly=True)

    # -- settings
    def change(self, **values: Any) -> None:
        """Change settings, apply them at once and keep them if the application remembers."""
        self.settings = replace(self.settings, **values)
        self.stage.reduced_motion = self.settings.reduced_motion
        if "sound" in values or "volume" in values:
            self.sounds = sound.open_sounds(self.settings.sound, self.settings.volume)
            self.stage.on_sound = self.sounds.play
        if "palette" in values:
            paint_with(self.settings.palette)
        if "keys" in values:
            keymap.use(self.settings.keys)
        if "fullscreen" in values:
            pygame.display.toggle_fullscreen()
        self.stage.layout(self.scale)
        self.refresh()
        if self.remember:
            preferences.save(self.settings)

    # -- jobs
    def job(
        self,
        work: Callable[..., Any],
        on_done: Callable[[Job[Any]], object],
        *,
        reports: bool = False,
        title: str = "",
        on_stop: Callable[[], object] | None = None,
    ) -> Job[Any]:
        """Do work in a thread and call `on_done(job)` in the window's own; look at `job.error` first.

        With `reports` the work is called with `report(progress, words)`, progress from 0 to 1000. With a
        `title` the page waits under a bar until the work is done; with `on_stop` the bar can be stopped.
        """
        task: Job[Any] = Job(work if reports else lambda report: work(), wake)
        self._jobs.append((task, on_done))
        if title:
            self.stage.push_modal(Working(title, task, on_stop))
        task.start()
        return task

    @property
    def busy(self) -> Job[Any] | None:
        """The job that runs now."""
        return self._jobs[0][0] if self._jobs else None

    def _finish_jobs(self) -> None:
        for entry in [entry for entry in self._jobs if entry[0].done]:
            self._jobs.remove(entry)
            waiting = [
                modal for modal in self.stage.modals if isinstance(modal, Working) and modal.job is entry[0]
            ]
            for modal in waiting:
                self.stage.modals.remove(modal)
            entry[1](entry[0])
            self.stage.dirty = True

    # -- the loop
    def run(self) -> None:
        """Wait for events, draw what changed, until the window is closed."""
        while self.running:
            self.step(self._wait())
        pygame.display.quit()

    def _wait(self) -> list[pygame.event.Event]:
        if self.stage.moving:
            pygame.time.wait(max(0, FRAME_MS - 4))
            return pygame.event.get()
        due = self.stage.deadline()
        timeout = max(1, due - self.clock()) if due is not None else 0
        first = pygame.event.wait(timeout) if timeout else pygame.event.wait()
        return [first, *pygame.event.get()]

    def step(self, events: Sequence[pygame.event.Event] = ()) -> bool:
        """Take events, move time, draw if anything changed; True when it drew."""
        for event in events:
            self.send(event)
        self._finish_jobs()
        self.stage.tick(self.clock())
        if not self.stage.dirty or not self.running:
            return False
        self.stage.paint(self.surface)
        pygame.display.flip()
        self.redraws += 1
        return True

    def send(self, event: pygame.event.Event) -> bool:
        """Give one event to the stage, then to the application's keys, then to the screen."""
        if event.type == pygame.QUIT:
            self.running = False
            return True
        if event.type in (pygame.VIDEORESIZE, pygame.WINDOWSIZECHANGED):
            return self._resized()
        if event.type in (pygame.WINDOWEXPOSED, pygame.WINDOWRESTORED):
            self.stage.dirty = True
            return True
        if event.type == WAKE:
            self.stage.dirty = self.stage.dirty or bool(self._jobs)
            return True
        if self._is_repeat(event):
            return False
        if self.stage.handle(event):
            return True
        return event.type == pygame.KEYDOWN and self._key(event)

    def _is_repeat(self, event: pygame.event.Event) -> bool:
        """A held key walks and scrolls, but gives no second order and ends no second turn."""
        code = getattr(event, "scancode", 0)
        if not code or event.type not in (pygame.KEYDOWN, pygame.KEYUP):
            return False
        held = code in self._held
        if event.type == pygame.KEYUP:
            self._held.discard(code)
            return False
        self._held.add(code)
        return held and event.key not in WALKING

    def _resized(self) -> bool:
        self.surface = pygame.display.get_surface() or self.surface
        if (self.stage.scale.width, self.stage.scale.height) != self.surface.get_size():
            self.settings = replace(
                self.settings, width=self.surface.get_width(), height=self.surface.get_height()
            )
            self.stage.layout(self.scale)
            self.refresh()
        self.stage.dirty = True
        return True

    def _key(self, event: pygame.event.Event) -> bool:
        name, self.pressed = key_name(event), pressed_name(event)
        if modal_key(self.stage, event):
            return True
        if self.stage.modals:
            return False
        if name in ("Ctrl +", "Ctrl ="):
            self.change(text_size=self.settings.larger().text_size)
            return True
        if name == "Ctrl -":
            self.change(text_size=self.settings.smaller().text_size)
            return True
        if name == "F11":
            self.change(fullscreen=not self.settings.fullscreen)
            return True
        if self.screen.on_key(self, name) or self._tab_key(name):
            self.stage.dirty = True
            return True
        return name == "Esc" and self.pop()

    def _tab_key(self, name: str) -> bool:
        """The keys of tabs that found no room in the bar work too."""
        if not any(isinstance(widget, TabBar) for widget in self.stage.root.walk()):
            return False
        for tab in self.tabs:
            if tab.key.upper() == name.upper():
                tab.action()
                return True
        return False

    def screenshot(self, path: str | Path) -> None:
        """Draw the present state and write it as a picture."""
        self.stage.paint(self.surface)
        pygame.image.save(self.surface, str(path))


def paint_with(palette: str) -> None:
    """Take a palette and forget the pictures made with another."""
    theme.use(palette)
    art.forget()
    hemicycle.forget()


def wake() -> None:
    """Wake the loop from another thread."""
    if pygame.display.get_init():
        try:
            pygame.event.post(pygame.event.Event(WAKE))
        except pygame.error:
            return


def press(key: int, mod: int = 0, text: str = "") -> pygame.event.Event:
    """A key press, for tests and scripts."""
    return pygame.event.Event(pygame.KEYDOWN, key=key, mod=mod, unicode=text, scancode=0)
