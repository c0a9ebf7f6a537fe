"""Faces, orders and the bar over every screen of a game."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.figures import TermView


@dataclass(frozen=True)
class PersonView:
    """A person as a face and a line of words; `cut_out` leaves only the paper shape."""

    id: str
    name: str
    surname: str
    given: str = ""
    role: str = ""
    portrait: str = ""
    bloc_colour: str = "sand"
    emblem: str = ""
    status_text: str = ""
    cut_out: bool = False
    bloc: str = ""
    recipe: tuple[tuple[str, str], ...] = ()
    codex: str = ""


@dataclass(frozen=True)
class TargetView:
    """Somebody or something an order may be aimed at; locked with its reason."""

    id: str
    label: str
    detail: str = ""
    locked_reason: str = ""
    person: PersonView | None = None
    forecast: str = ""
    terms: tuple[TermView, ...] = ()
    total: int = 0


@dataclass(frozen=True)
class OrderView:
    """One order of the list: allowed, given or locked with its reason in a sentence."""

    kind: str
    family: str
    button: str
    key: str = ""
    forecast: str = ""
    locked_reason: str = ""
    given: bool = False
    targets: tuple[TargetView, ...] = ()
    cost: int = 1
    explanation: str = ""
    terms: tuple[TermView, ...] = ()
    total: int = 0
    irreversible: str = ""


@dataclass(frozen=True)
class GivenOrderView:
    """An order already given this turn, in words."""

    id: str
    title: str
    detail: str = ""
    undo_note: str = ""


@dataclass(frozen=True)
class BarView:
    """What the bar at the top shows on every screen of a game."""

    date_text: str
    turn: int
    turns: int
    orders_left: int
    orders_total: int
    you: PersonView | None = None
    window_text: str = ""
