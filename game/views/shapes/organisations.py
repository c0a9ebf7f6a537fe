"""The map of organisations and the one under the cursor."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.figures import FigureView
from game.views.shapes.people import BarView, PersonView


@dataclass(frozen=True)
class StairStepView:
    """One tier of the staircase: a label and the share left, in thousandths."""

    label: str
    share: int


@dataclass(frozen=True)
class OrganisationView:
    """A block of the map: its size, patron's colour, machine in five bars and secretary."""

    id: str
    name: str
    members: int
    seats: int
    colour: str
    emblem: str
    patron: str
    machine: int | None
    secretary: PersonView | None
    territory: bool = True
    column: int = 0
    row: int = 0
    mood: int | None = None


@dataclass(frozen=True)
class OrganisationDetailView:
    """The selected organisation: its machine as a sum, the staircase and its autonomy."""

    organisation: OrganisationView
    secretary_text: str
    patron_text: str
    figures: tuple[FigureView, ...]
    machine: FigureView
    staircase_title: str
    staircase: tuple[StairStepView, ...]
    autonomy: FigureView
    sentiment: tuple[FigureView, ...] = ()
    clients: tuple[FigureView, ...] = ()


@dataclass(frozen=True)
class LegendView:
    """A colour and emblem with its meaning."""

    colour: str
    emblem: str
    label: str


@dataclass(frozen=True)
class OrganisationWords:
    """What the scenario calls what the map counts and names."""

    members: str = "members"
    seats: str = "seats"
    secretary: str = "secretary"
    first_secretary: str = "first secretary"


@dataclass(frozen=True)
class OrganisationsView:
    """The map of the organisation and the block under the cursor."""

    bar: BarView
    title: str
    explanation: str
    organisations: tuple[OrganisationView, ...]
    legend: tuple[LegendView, ...]
    selected: OrganisationDetailView | None
    words: OrganisationWords = OrganisationWords()
