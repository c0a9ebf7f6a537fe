"""Texts somebody holds and formulas somebody stands for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from game.scenario.model.basics import Citation, Effect, Expression


@dataclass(frozen=True, slots=True)
class Surfacing:
    """What a document does when it comes out while ``test`` holds; the first that holds applies."""

    test: Expression
    at: str
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text somebody holds. ``state``: unwritten, secret, known, leaked, delegations, press, abroad."""

    id: str
    title: str
    gist: str
    owners: tuple[str, ...]
    known_to: tuple[str, ...] = ()
    state: str = "secret"
    written: date | None = None
    surfacings: tuple[Surfacing, ...] = ()
    names: tuple[str, ...] = ()  # people it speaks of
    counter: str = ""
    history: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Thesis:
    """A formula that can be launched, attacked, adopted or condemned."""

    id: str
    name: str
    gist: str
    axis: str
    pole: str
    owner: str | None = None
    state: str = "unspoken"  # unspoken | launched | adopted | condemned
    launch: tuple[Effect, ...] = ()
    attack: tuple[Effect, ...] = ()
    counter: str = ""
    history: str = ""
    citation: Citation = Citation()
