"""The table of the leading bureau."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.figures import FigureView
from game.views.shapes.people import BarView, PersonView


@dataclass(frozen=True)
class SeatView:
    """A full member at the table: both Banzhaf figures and the band the seat belongs to."""

    person: PersonView
    band: int
    alone: FigureView
    as_bloc: FigureView
    is_chair: bool = False


@dataclass(frozen=True)
class BandView:
    """Those who vote alike: a name, a colour and how often they did."""

    name: str
    colour: str
    size: int
    detail: str = ""
    emblem: str = ""


@dataclass(frozen=True)
class MeetingItemView:
    """A motion on the agenda of a sitting."""

    id: str
    title: str
    detail: str = ""
    mover: str = ""
    done: bool = False


@dataclass(frozen=True)
class TableView:
    """The leading bureau: the sentence, the seats and bands, and where it is really decided."""

    bar: BarView
    body: str
    sentence: str
    explanation: str
    seats: tuple[SeatView, ...]
    bands: tuple[BandView, ...]
    candidates: tuple[PersonView, ...]
    on_the_table: tuple[MeetingItemView, ...]
    decided_title: str
    decided_text: str
    meeting_text: str = ""
