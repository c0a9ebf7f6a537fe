"""Records: what happened. The log, the chronicle, the window and the tests read these."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Record:
    """One thing that happened.

    ``number`` counts from 0 in a game. ``kind`` is engine vocabulary (order, refused, vote, post,
    seat, status, pact, document, thesis, hinge, event, death, secretary, severity, quantity,
    meeting, election, offer, turn, outcome, ...). ``who`` acted (or None), ``about`` are the ids
    it concerns, ``data`` the rest (tallies, amounts, breakdowns as plain data). ``causes`` are
    numbers of earlier records.
    """

    number: int
    turn: int
    day: date
    kind: str
    who: str | None = None
    about: tuple[str, ...] = ()
    data: Mapping[str, Any] = field(default_factory=dict)
    causes: tuple[int, ...] = ()
    secret_to: tuple[str, ...] | None = None  # None: everyone sees it; else only these seats
    acted: bool = False  # True if ``who`` took a personal part (the rule of no ghosts is tested on it)
