"""Dated decisions, and events nobody at the table decides."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from game.scenario.model.basics import Citation, Effect, Expression, Need


@dataclass(frozen=True, slots=True)
class Consent:
    """An offer inside a hinge: it takes effect only if ``who`` agree (each asked by the ordinary rules)."""

    who: tuple[Expression, ...]
    needed: int
    text: str
    refused: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative of a hinge."""

    id: str
    label: str
    effects: tuple[Effect, ...]
    argued_by: str = ""
    mark: str = "fact"
    historical: bool = False
    decider: int = 0  # which of the hinge's deciders may take it
    needs: tuple[Need, ...] = ()
    consent: Consent | None = None
    risk: str = ""
    counter: str = ""
    echo: str = ""  # what it may lead to later; told only after the decision


@dataclass(frozen=True, slots=True)
class Hinge:
    """A dated decision. ``deciders`` are groups: the first person expression of a group that names
    somebody who can act decides."""

    id: str
    name: str
    opens: date
    closes: date
    needs: tuple[Need, ...]
    deciders: tuple[tuple[Expression, ...], ...]
    options: tuple[Option, ...]
    cast: tuple[str, ...] = ()
    situation: str = ""
    unknown: str = ""
    elsewhere: str = ""
    question: str = ""
    document: str | None = None
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Event:
    """Something nobody at the table decides. ``kind``: fixed, shifted (waits inside its window until
    its needs hold), chance (``chance`` thousandths each turn of the window). ``settable`` names a setting
    of the scenario: dated, seeded (moved by luck) or never."""

    id: str
    name: str
    kind: str
    opens: date
    closes: date
    needs: tuple[Need, ...] = ()
    chance: int = 1000
    cast: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    eased_by: Expression | None = None
    story: str = ""
    fact: str | None = None
    settable: str | None = None  # the setting that may move the event or take it away
    leeway: int = 0  # days either way, when that setting is "seeded"
    citation: Citation = Citation()
