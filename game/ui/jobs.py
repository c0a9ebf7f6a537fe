"""Work beside the window: a thread with progress, so that the end of a turn does not freeze it."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

Result = TypeVar("Result")
#: Seconds after which the work gives way to the window; by default it would be fifty times as long.
GIVES_WAY = 0.0001


class Job(Generic[Result]):
    """One piece of work. `progress` is 0 to 1000; `error` is what it raised."""

    def __init__(
        self, work: Callable[[Callable[[int, str], None]], Result], wake: Callable[[], None]
    ) -> None:
        self._work, self._wake = work, wake
        self.progress = 0
        self.words = ""
        self.result: Result | None = None
        self.error: BaseException | None = None
        self.done = False
        self._thread = threading.Thread(target=self._run, daemon=True)

    def start(self) -> None:
        """Begin."""
        sys.setswitchinterval(GIVES_WAY)
        self._thread.start()

    def wait(self, seconds: float | None = None) -> bool:
        """Wait for the end; True when it has come."""
        self._thread.join(seconds)
        return self.done

    def report(self, progress: int, words: str = "") -> None:
        """Called by the work: how far it is and what it does."""
        self.progress, self.words = progress, words
        self._wake()

    def _run(self) -> None:
        try:
            self.result = self._work(self.report)
        except Exception as error:
            self.error = error
        self.done = True
        self._wake()
