"""Ordinary orders and their blanks."""

from __future__ import annotations

from dataclasses import dataclass

from game.scenario.model.basics import Citation, Effect, Expression, Need


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank of an order. ``kind``: person, region, post, body, document, thesis, pact, motion,
    motion_type, pole, term, choice. ``test`` filters candidates (seen as the slot's symbol)."""

    name: str
    kind: str
    test: Expression | None = None
    choices: tuple[tuple[str, str], ...] = ()  # (id, label) for kind "choice"
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class OrderType:
    """An ordinary order, declared as data."""

    id: str
    family: str  # organise | agitate | ally | session | inform | personal
    name: str
    key: str
    fiction: str
    slots: tuple[Slot, ...] = ()
    window: str = "before"  # before | session | both
    orders: int = 1
    credit: int = 0
    authority: int = 0
    health: int = 0
    needs: tuple[Need, ...] = ()  # tested with SELF only
    target_needs: tuple[Need, ...] = ()  # tested with the slots filled
    effects: tuple[Effect, ...] = ()
    away: bool = False  # may be given from exile or after expulsion
    delay: str = ""
    risk: str = ""
    counter: str = ""
    forecast: str = ""
    carries: tuple[str, ...] = ()
    instance: str = ""
    citation: Citation = Citation()
