"""Aims: what a seat is measured by, and which lines of it hold."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class AimLine:
    """A graded line of an aim: its words, its points, and whether it holds."""

    text: str
    points: int
    holds: bool


@dataclass(frozen=True)
class AimView:
    """An aim with its lines and what they come to."""

    name: str
    person: str
    aim: str
    lines: tuple[AimLine, ...]
    points: int
    most: int
