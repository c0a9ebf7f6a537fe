"""Plays a whole game by the mouse of a real X server: ``python -m tests.ui.x11 SCENARIO FOLDER [--shots]``.

It needs a DISPLAY of 1280 x 720 (Xvfb will do) and xdotool. Every act is a pointer movement, a click or a turn of the
wheel that the X server sends to the window. It ends with the exported log in FOLDER/reports; the exit status is 0.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import time
from pathlib import Path

import pygame

from tests.ui.player import MouseHand, Player, finish

#: Seconds to wait for an event that was sent.
PATIENCE = 5.0


class XPlayer(Player):
    """A player whose hand is xdotool; the window's clock is the real one."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.sent = 0
        self.app.clock = self.app.stage.clock = lambda: int(time.monotonic() * 1000)

    def tool(self, *words: str) -> None:
        """One call of xdotool."""
        subprocess.run(["xdotool", *words], check=True)
        self.sent += 1

    def await_event(self, kind: int) -> None:
        """Let the window live until an event of a kind has come, and all that follows from it is done."""
        end = time.monotonic() + PATIENCE
        come = False
        while not come:
            assert time.monotonic() < end, "the X server sends nothing"
            events = pygame.event.get()
            come = any(event.type == kind for event in events)
            self.app.step(events)
            pygame.time.wait(2)
        self.settle()

    def click_on(self, widget: object) -> None:
        from game.ui.widgets import Widget

        assert isinstance(widget, Widget)
        for _ in range(200):
            if self._seen(widget):
                break
            self._wheel(widget)
        assert self._seen(widget), f"{widget.name} cannot be brought into view"
        x, y = self._point(widget)
        self.tool("mousemove", str(x), str(y), "click", "1")
        self.await_event(pygame.MOUSEBUTTONUP)

    def _wheel(self, widget: object) -> None:
        from game.ui.widgets import Scroll, Widget

        assert isinstance(widget, Widget)
        inside = [each for each in self.app.stage.scope.walk() if isinstance(each, Scroll) and widget in each.walk()]
        before = widget.rect.top
        for holder in reversed(inside):
            x, y = holder.rect.clip(self.app.surface.get_rect()).center
            button = "4" if widget.rect.top < holder.rect.top else "5"
            self.tool("mousemove", str(x), str(y), "click", button)
            self.await_event(pygame.MOUSEWHEEL)
            if widget.rect.top != before:
                return


class Watcher(MouseHand):
    """A hand on the mouse that keeps a picture of each kind of page, and one every so many acts."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__()
        self.folder, self.acts = folder, 0

    def act(self, player: Player) -> None:
        self.acts += 1
        if self.folder is not None and (player.page not in self.seen or self.acts % 25 == 0):
            player.app.screenshot(self.folder / f"{self.acts:04} {player.page}.png")
        super().act(player)


def play(scenario: str, folder: Path, seat: int, shots: bool) -> XPlayer:
    """From the title to the exported log."""
    from game.ui.screens import export

    (folder / "reports").mkdir(parents=True, exist_ok=True)
    export.reports_folder = lambda: folder / "reports"  # type: ignore[assignment]
    player = XPlayer(folder / "saves")
    assert pygame.display.get_driver() == "x11"
    player.click("menu:New game")
    player.click(f"scenario:{scenario}")
    player.click("main")
    player.click_on(player.all("contender:")[seat])
    player.click("main")
    pictures = folder / "pictures"
    pictures.mkdir(exist_ok=True)
    finish(player, Watcher(pictures if shots else None))
    player.app.screenshot(pictures / "the end.png")
    player.click("button:Export")
    player.click("form:.html")
    assert "lies in" in player.words()
    return player


def main() -> int:
    """Play, and say how many acts it took."""
    parser = argparse.ArgumentParser(prog="python -m tests.ui.x11", description=__doc__)
    parser.add_argument("scenario")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seat", type=int, default=0)
    parser.add_argument("--shots", action="store_true")
    arguments = parser.parse_args()
    os.environ["SDL_VIDEODRIVER"], os.environ["SDL_AUDIODRIVER"] = "x11", "dummy"
    player = play(arguments.scenario, arguments.folder, arguments.seat, arguments.shots)
    game = player.conductor.game
    turns = f"turn {game.state.turn} of {game.scenario.turns}"
    print(f"{player.sent} calls of xdotool, {turns}, over: {game.decision is None}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
