"""The quiet clock of a lesson: minutes left of a seat's turn. At its end it says so once; nothing is ended by it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from game.saves import Game
from game.ui.widgets import notice

if TYPE_CHECKING:
    from game.ui.app import App

MINUTE = 60_000


class LessonClock:
    """Counts the minutes of one seat's turn at a time; wakes the window when a minute is over."""

    def __init__(self, app: App) -> None:
        self.app, self.stage = app, app.stage
        self.minutes = 0  # of a turn; 0: no clock
        self._since: dict[tuple[str, int], int] = {}
        self._now: tuple[str, int] = ("", 0)
        self._told: set[tuple[str, int]] = set()

    def attend(self, seat: str, game: Game) -> None:
        """A seat sees its own page now; its time runs from the first moment of the turn that it does."""
        lesson = game.setup.lesson
        self.minutes = lesson.minutes if lesson is not None and game.decision is not None else 0
        self._now = (seat, game.state.turn)
        if self.minutes:
            self._since.setdefault(self._now, self.stage.clock())
            self._wait()

    def stop(self) -> None:
        """No game is played."""
        self.minutes = 0
        self._since.clear()
        self._told.clear()
        self.stage.wake_at(None, self._tick)

    @property
    def left(self) -> int:
        """Minutes left of this turn, begun ones counted whole; never less than 0."""
        gone = self.stage.clock() - self._since.get(self._now, self.stage.clock())
        return max(0, -((gone - self.minutes * MINUTE) // MINUTE))

    def _wait(self) -> None:
        gone = self.stage.clock() - self._since[self._now]
        due = None if gone >= self.minutes * MINUTE else self.stage.clock() + MINUTE - gone % MINUTE
        self.stage.wake_at(due, self._tick)

    def _tick(self) -> None:
        self._wait()
        self.app.refresh()
        if self.left == 0 and self._now not in self._told:
            self._told.add(self._now)
            text = f"The {self.minutes} minutes of this turn are over. Nothing ends by itself: finish what you do."
            notice(self.stage, "The time of this turn", text)
