"""Small rules of writing: articles, lists, dates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip


def day_text(day: date) -> str:
    """A day in words: day, month, year."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def the(name: str) -> str:
    """A name with its article, once."""
    return f"the {name[4:]}" if name.lower().startswith("the ") else f"the {name}"


def listed(names: Sequence[str]) -> str:
    """Names joined as in a sentence."""
    if len(names) < 2:
        return names[0] if names else "nobody"
    return f"{', '.join(names[:-1])} and {names[-1]}"


def first_up(text: str) -> str:
    """Words as a sentence begins."""
    return text[:1].upper() + text[1:]


def lower_first(text: str) -> str:
    """Words as they go on inside a sentence."""
    return text[:1].lower() + text[1:]


def said(text: str) -> str:
    """A sentence of the record without its full stop."""
    return text.removesuffix(".")
