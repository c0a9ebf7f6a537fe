"""What happened: facts, the deeds of the historical line, who held what on a date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from game.scenario.model.basics import Citation


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated fact of the record. ``kind``: tenure, vote, meeting, pact, status, death,
    publication, choice, figure, happening. ``data`` holds the kind's own fields."""

    id: str
    kind: str
    begins: date
    ends: date | None
    text: str
    data: Mapping[str, Any]
    weight: int = 100
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the historical line: an order or a hinge choice of a turn."""

    turn: int
    who: str
    order: str  # order id, or the native act
    args: Mapping[str, Any]
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Opening:
    """Who holds what on a date, as the record has it."""

    on: date
    holders: Mapping[str, str]  # post -> person
    since: Mapping[str, date]
    full: Mapping[str, tuple[str, ...]]  # body -> full members
    candidates: Mapping[str, tuple[str, ...]]
    pacts: tuple[str, ...]
    places: Mapping[str, str]  # person -> centre | posted | abroad | exiled | expelled | dead
    outside: tuple[str, ...] = ()  # people who are not in the party
