"""Plays the game through the window by posted events alone: a hand on the mouse, or on the keys."""

from __future__ import annotations

import time
from pathlib import Path

import pygame

from game.ui.app import App
from game.ui.flow import Conductor
from game.ui.main import Blank
from game.ui.screens import SCREENS
from game.ui.settings import Settings
from game.ui.widgets import Widget

KEYS = {
    "Enter": pygame.K_RETURN,
    "Esc": pygame.K_ESCAPE,
    "Space": pygame.K_SPACE,
    "Tab": pygame.K_TAB,
    "Down": pygame.K_DOWN,
}


class Player:
    """A window on the title, with a clock of its own."""

    def __init__(self, folder: Path, width: int = 1280, height: int = 720, text_size: int = 100) -> None:
        self.now = 0
        settings = Settings(width=width, height=height, text_size=text_size, reduced_motion=True, sound=False)
        self.app = App(Blank(), settings, clock=lambda: self.now)
        self.conductor = Conductor(self.app, folder)
        self.app.reset([SCREENS["title"](self.conductor)])
        self.settle()

    # ---- what is on the page

    @property
    def page(self) -> str:
        """The name of the screen on top, or `dialog`."""
        return "dialog" if self.app.stage.modals else self.app.screen.name

    def words(self) -> str:
        """Everything on the page in words."""
        return " | ".join(self.app.stage.spoken())

    def all(self, start: str) -> list[Widget]:
        """Open widgets whose names begin so."""
        walk = self.app.stage.scope.walk()
        return [each for each in walk if each.name.startswith(start) and each.enabled and each.focusable]

    # ---- events

    def post(self, *events: pygame.event.Event) -> None:
        """Post events to the window and let it take them."""
        for event in events:
            pygame.event.post(event)
        self.settle()

    def settle(self, seconds: float = 120) -> None:
        """Let the window live until nothing runs beside it."""
        end = time.monotonic() + seconds
        self.now += 1000
        self.app.step(pygame.event.get())
        if self.app.busy is None:
            return
        while self.app.busy is not None:
            assert time.monotonic() < end, "the work beside the window does not end"
            self.app.busy.wait(1)
            self.app.step(pygame.event.get())
        self.now += 1000
        self.app.step(pygame.event.get())

    def key(self, name: str) -> None:
        """Press and let go of a key by its printed name."""
        mod = 0
        plain = name
        for word, flag in (("Ctrl ", pygame.KMOD_CTRL), ("Shift ", pygame.KMOD_SHIFT)):
            if plain.startswith(word):
                mod, plain = flag, plain.removeprefix(word)
        code = KEYS.get(plain) or pygame.key.key_code(plain.lower())
        down = pygame.event.Event(pygame.KEYDOWN, key=code, mod=mod, unicode="", scancode=0)
        up = pygame.event.Event(pygame.KEYUP, key=code, mod=mod, unicode="", scancode=0)
        self.post(down, up)

    def walk_to(self, start: str) -> Widget:
        """Tab until the focus stands on a widget whose name begins so."""
        for _ in range(400):
            focus = self.app.stage.focus
            if focus is not None and focus.name.startswith(start) and focus.enabled:
                return focus
            self.key("Tab")
        raise AssertionError(f"the focus never comes to {start} on {self.page}")

    def click(self, start: str) -> None:
        """Click the first open widget whose name begins so, turning the wheel until it is in view."""
        found = self.all(start)
        assert found, f"nothing called {start} on {self.page}: {[each.name for each in self.all('')]}"
        self.click_on(found[0])

    def click_on(self, widget: Widget) -> None:
        """Click a widget where it can be seen."""
        for _ in range(200):
            if self._seen(widget):
                break
            self._wheel(widget)
        assert self._seen(widget), f"{widget.name} cannot be brought into view"
        where = self._point(widget)
        self.post(pygame.event.Event(pygame.MOUSEMOTION, pos=where, rel=(0, 0), buttons=(0, 0, 0)))
        self.post(pygame.event.Event(pygame.MOUSEBUTTONDOWN, button=1, pos=where))
        self.post(pygame.event.Event(pygame.MOUSEBUTTONUP, button=1, pos=where))

    def _window(self, widget: Widget) -> pygame.Rect:
        """The part of the screen through which a widget shows."""
        room = self.app.surface.get_rect()
        for each in self.app.stage.scope.walk():
            if type(each).__name__ == "Scroll" and widget in each.walk():
                room = room.clip(each.rect)
        return room

    def _point(self, widget: Widget) -> tuple[int, int]:
        shown = widget.rect.clip(self._window(widget))
        return shown.centerx, shown.centery

    def _seen(self, widget: Widget) -> bool:
        shown = widget.rect.clip(self._window(widget))
        return shown.width > 4 and shown.height > 4 and self.app.stage._under(self._point(widget)) is widget

    def _wheel(self, widget: Widget) -> None:
        holders = [
            each for each in self.app.stage.scope.walk() if type(each).__name__ == "Scroll" and widget in each.walk()
        ]
        before = widget.rect.top
        for holder in reversed(holders):
            turn = 1 if widget.rect.top < holder.rect.top else -1
            self.post(pygame.event.Event(pygame.MOUSEWHEEL, y=turn, x=0, pos=holder.rect.center))
            if widget.rect.top != before:
                return


def begin_by_keys(player: Player, scenario: str) -> None:
    """From the title into the first turn of a scenario."""
    player.key("N")
    player.key(player.all(f"scenario:{scenario}")[0].key)
    player.key("Space")
    player.walk_to("contender:")
    player.key("Space")


def finish(player: Player, hand: Hand, turns: int = 10_000) -> None:
    """Play on until the end, or for so many turns."""
    for _ in range(20_000):
        if player.page == "epilogue":
            return
        if player.conductor.table is not None and player.conductor.game.state.turn > turns:
            return
        hand.act(player)
    raise AssertionError("the game does not end")


class Hand:
    """Decides what to do on each page; it gives one order a window and declares itself once a motion."""

    def __init__(self) -> None:
        self.ordered: set[str] = set()
        self.seen: set[str] = set()

    def act(self, player: Player) -> None:
        """One act on the present page."""
        self.seen.add(player.page)
        getattr(self, player.page)(player)

    def first_time(self, player: Player) -> bool:
        """Whether nothing has been ordered on this page of the game yet."""
        game = player.conductor.game
        key = f"{player.page} {game.state.turn} {game.decision}"
        new = key not in self.ordered
        self.ordered.add(key)
        return new

    def desk(self, player: Player) -> None: ...

    def session(self, player: Player) -> None: ...


class MouseHand(Hand):
    """Everything by the mouse."""

    def desk(self, player: Player) -> None:
        orders = player.all("order:")
        if self.first_time(player) and orders:
            player.click_on(orders[len(self.ordered) % len(orders)])
        else:
            player.click("main")

    def compose(self, player: Player) -> None:
        player.click("target:" if player.all("target:") else "main")

    def session(self, player: Player) -> None:
        if self.first_time(player) and player.all("stand:"):
            player.click("stand:")
        else:
            player.click("main")

    def hinge(self, player: Player) -> None:
        player.click("option:")
        player.click("main")

    def decision(self, player: Player) -> None:
        player.click("answer:")

    def digest(self, player: Player) -> None:
        player.click("main")

    def rollcall(self, player: Player) -> None:
        player.click("main" if player.all("main") else "skip")

    def dialog(self, player: Player) -> None:
        player.click("button:End it" if player.all("button:End it") else "button:")


class KeyHand(Hand):
    """Everything by the keys that are printed."""

    def desk(self, player: Player) -> None:
        orders = [each for each in player.all("order:") if each.key]
        if self.first_time(player) and orders:
            player.key(orders[len(self.ordered) % len(orders)].key)
        else:
            player.key("Space")

    def compose(self, player: Player) -> None:
        if player.all("target:"):
            player.walk_to("target:")
            player.key("Enter")
        else:
            player.key("Space")

    def session(self, player: Player) -> None:
        stands = player.all("stand:")
        if self.first_time(player) and stands:
            player.key(stands[0].key)
        else:
            player.key("Space")

    def hinge(self, player: Player) -> None:
        player.key(player.all("option:")[0].key)
        player.key("Space")

    def decision(self, player: Player) -> None:
        player.key(player.all("answer:")[-1].key)

    def digest(self, player: Player) -> None:
        player.key("Space")

    def rollcall(self, player: Player) -> None:
        player.key("Space")

    def dialog(self, player: Player) -> None:
        if "End it" in player.words():
            player.key("Space")
            return
        player.key("Esc")
        while player.page == "compose":  # what cannot be taken back is left alone
            player.key("Esc")


class QuickHand(KeyHand):
    """As the hand on the keys, but it looks straight at what it wants."""

    def compose(self, player: Player) -> None:
        targets = player.all("target:")
        if targets:
            player.app.stage.set_focus(targets[0])
            player.key("Enter")
        else:
            player.key("Space")
