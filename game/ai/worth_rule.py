"""The shape of a rule of worth, and the one figure they share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from game.ai.judge import Judge

#: A rule: the judge, the words of a described effect, its amount; returns points.
Rule = Callable[[Judge, dict[str, Any], int], int]


def spare(now: int, amount: int, top: int = 1000) -> int:
    """A rise counts for less the nearer a figure is to its top, a fall the nearer to nothing."""
    room = top - now if amount > 0 else now
    return amount * max(min(room * 2, 1200), 0) // 1000
