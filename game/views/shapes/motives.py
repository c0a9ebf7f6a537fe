"""Why a rival did what he did: the order chosen and the two next, with their reasons."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.figures import TermView
from game.views.shapes.people import PersonView


@dataclass(frozen=True)
class CandidateView:
    """An order that was weighed: its score in points, and the weightiest of the reasons that made it."""

    text: str
    score: int
    reasons: tuple[TermView, ...] = ()


@dataclass(frozen=True)
class MotiveView:
    """One choice: who, when, what, and what came next to it. ``as_recorded``: he kept to history."""

    turn: int
    turn_text: str
    person: PersonView
    chosen: CandidateView
    others: tuple[CandidateView, ...] = ()
    as_recorded: bool = False


@dataclass(frozen=True)
class DebriefView:
    """Every choice of the rivals in a game; ``people`` are those who chose, in the scenario's order."""

    title: str
    note: str
    people: tuple[PersonView, ...]
    motives: tuple[MotiveView, ...]
