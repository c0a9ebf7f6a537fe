"""What came of an answer in other worlds, in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.views.parts import number


def worlds_text(worlds: Sequence[dict[str, Any]], turns: int) -> str:
    """Authority and score in the middle world with their range, and in how many worlds the aim was lost."""
    if not worlds:
        return ""
    authority = _range([int(one["authority"]) for one in worlds], 1)
    score = _range([int(one["score"]) for one in worlds], 0)
    lost = sum(bool(one["lost"]) for one in worlds)
    aim = f"the aim lost in {lost}" if lost else "the aim lost in none"
    return f"{turns} turns on, in {len(worlds)} other worlds: authority {authority}; score {score}; {aim}"


def _range(values: list[int], decimals: int) -> str:
    ordered = sorted(values)
    middle, low, high = (number(one, decimals) for one in (ordered[len(ordered) // 2], ordered[0], ordered[-1]))
    return f"{middle} ({low} to {high})" if low != high else middle
