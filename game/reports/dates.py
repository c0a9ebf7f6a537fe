"""Dates in reports, from the ISO days of the run object."""

from __future__ import annotations

from datetime import date

from game.chronicle.words import day_text


def day(iso: str) -> str:
    """A day in words."""
    return day_text(date.fromisoformat(iso))
