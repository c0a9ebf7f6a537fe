"""People, what they think of the world and of each other, and the seats someone can play."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from game.scenario.model.basics import Citation, Expression


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of opinion from -1000 (low pole) to +1000 (high pole)."""

    id: str
    name: str
    low: str
    low_name: str
    high: str
    high_name: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A world quantity 0..1000, drifting by ``drift`` per mille of its distance to ``rest`` each turn."""

    id: str
    name: str
    start: int = 500
    rest: int = 500
    drift: int = 100
    role: str = ""  # "unity": the engine scales loyalty to the leadership by it


@dataclass(frozen=True, slots=True)
class Person:
    """A person; ``axes`` follow ``Scenario.axes``."""

    id: str
    name: str
    given: str
    surname: str
    axes: tuple[int, ...]
    authority: int = 250
    oratory: int = 400
    organisation: int = 400
    theory: int = 400
    intrigue: int = 400
    health: int = 700
    female: bool = False
    born: date | None = None
    died: date | None = None
    patron: str | None = None
    region: str | None = None
    place: str = "centre"  # centre | posted | abroad
    role: str = ""
    about: str = ""
    fate: str = ""
    portrait: str | None = None
    face: Mapping[str, Any] = field(default_factory=dict)
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Feeling:
    """A starting opinion of one person about another, -1000..1000, with the reason shown."""

    holder: str
    about: str
    value: int
    reason: str


@dataclass(frozen=True, slots=True)
class Goal:
    """One graded line of an aim: points if ``test`` holds at the end; ``text`` is shown from the start."""

    test: Expression
    points: int
    text: str


@dataclass(frozen=True, slots=True)
class Bloc:
    """A leader and those who follow him; every leader of the scenario has exactly one bloc."""

    id: str
    name: str
    leader: str
    colour: str = "sand"  # red | ink | blue | sand | ash
    emblem: str = "neutral"
    cohesion: int = 500
    exposure: int = 0
    severity: int = 0  # 0 tolerated, 1000 warned, 2000 condemned, 3000 banned
    mantle: int = 400
    credit: int = 250
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contender:
    """A seat someone can play."""

    person: str
    title: str
    aim: str
    win: Goal
    partial: Goal
    lose: Goal
    goals: tuple[Goal, ...] = ()
    difficulty: int = 3
    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict)  # posts machine doctrine applause ... 0..1000
    orders: int = 3
    people: tuple[str, ...] = ()  # his short list of reliable people
    history: str = ""
    citation: Citation = Citation()
