"""Whole numbers that sum exactly, and the words for small ones."""

from __future__ import annotations

from collections.abc import Sequence

_IN_ORDER = (
    "no one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen twenty"
)
WORDS = tuple(_IN_ORDER.split())


def parts_of(total: int, weights: Sequence[int]) -> list[int]:
    """``total`` split in proportion to ``weights`` (>= 0), each part within one of its share; sums exactly."""
    whole = sum(weights)
    found, so_far, given = [], 0, 0
    for weight in weights:
        so_far += weight
        upto = total * so_far // whole if whole else 0
        found.append(upto - given)
        given = upto
    return found


def word(count: int) -> str:
    """A small number as a word, a large one in figures."""
    return WORDS[count] if 0 <= count < len(WORDS) else f"{count:,}"


def plural(count: int, one: str, many: str = "") -> str:
    """A number with its noun."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
