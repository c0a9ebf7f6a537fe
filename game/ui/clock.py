"""The window's clock; it decides what is shown when, never what happens in the game."""

from __future__ import annotations

import time


def now() -> int:
    """Milliseconds of a clock that only goes forward. (pygame's own stands still until all of it is set up.)"""
    return time.monotonic_ns() // 1_000_000
