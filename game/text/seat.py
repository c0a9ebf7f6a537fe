"""A player at a terminal: what is read, what is written, and the figures that open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from game.lab.table import Table
from game.scenario.plain import plain
from game.text.page import Page
from game.views.parts import Scene, scene

#: Reads one line for a prompt; None when there is no more.
Read = Callable[[str], str | None]
Write = Callable[[str], object]


class Quit(Exception):
    """The player leaves, or there is no more input."""


@dataclass(slots=True)
class Seat:
    """A player at a terminal."""

    table: Table
    read: Read
    write: Write
    figures: Page = field(default_factory=Page)
    records: int = 0
    ballots: int = 0
    turn: int = 0
    reveal: bool = False
    menu: bool = False  # whether the whole menu has been shown
    told: int = 0  # the turn whose news has just been told

    # ---- reading and writing

    def at(self) -> Scene:
        """What the seat sees now."""
        return scene(self.table)

    def show(self, page: Page) -> None:
        """Write a page; its figures are those that open from now on."""
        if page.figures:
            self.figures = page
        self.write(f"{plain(page.text)}\n")

    def ask(self, prompt: str) -> str:
        """One line, stripped; Quit when there is none."""
        line = self.read(plain(prompt))
        if line is None:
            raise Quit
        return line.strip()

    def say(self, text: str) -> None:
        """One sentence."""
        page = Page()
        page.say(text)
        self.write(f"{plain(page.text)}\n")
