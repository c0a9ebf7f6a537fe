"""Bodies that vote, offices, party organisations, and the understandings between leaders."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from game.scenario.model.basics import Citation


@dataclass(frozen=True, slots=True)
class Body:
    """A body that meets and votes.

    ``kind``: ``named`` (every voter is a person), ``committee`` (people and bench seats),
    ``assembly`` (delegates of the regions), ``joint`` (the bodies in ``joins`` sitting together).
    ``role`` tells the engine what the body is for: ``bureau`` (the leading one: the margin is
    counted here), ``committee``, ``control``, ``congress``, ``conference``, ``joint``,
    ``office`` (secretariat and the like), ``council`` (government, unions...).
    """

    id: str
    name: str
    short: str
    kind: str
    role: str
    elected_by: str | None = None
    joins: tuple[str, ...] = ()
    full_seats: int = 0
    candidate_seats: int = 0
    motions: tuple[str, ...] = ()
    emblem: str = "neutral"
    meets_each_turn: bool = False
    about: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Post:
    """An office. ``powers`` are engine vocabulary (see game.engine.powers)."""

    id: str
    name: str
    short: str
    powers: tuple[str, ...] = ()
    filled_by: str | None = None  # body that elects the holder
    emptied_by: str | None = None  # body that may remove him
    region: str | None = None
    first_secretary: bool = False
    weight: int = 0  # thousandths, for the index of posts
    vacant_from: date | None = None
    exists_from: date | None = None
    exists_to: date | None = None
    emblem: str = "neutral"
    about: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Region:
    """A party organisation. ``clients`` has one entry a bloc plus a last one for nobody; it sums to 1000."""

    id: str
    name: str
    short: str
    territorial: bool
    full: int  # heads
    candidates: int  # heads
    provinces: int
    independence: int
    autonomy: int
    machine: int
    grievance: int
    axes: tuple[int, ...]
    clients: tuple[int, ...]
    sentiment: tuple[int, ...]
    fear: int = 200
    workers: int = 0
    map_x: int = 0
    map_y: int = 0
    emblem: str = "neutral"
    covers: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class PactTemplate:
    """A named understanding; ``at_start`` ones are in force when the scenario opens."""

    id: str
    name: str
    members: tuple[str, ...]
    strength: int = 700
    secret: bool = False
    at_start: bool = False
    since: date | None = None
    until: date | None = None
    about: str = ""
    citation: Citation = Citation()
