"""A sitting: the whip list, the curve, the roll call."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.views.shapes.figures import FigureView, ForecastView, LeanView, TallyView
from game.views.shapes.people import BarView, OrderView, PersonView


class Ballot(StrEnum):
    """How one seat voted, or that it has not voted yet."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINED = "abstained"
    WAITING = "waiting"


@dataclass(frozen=True)
class WhipRowView:
    """A member or delegation on the whip list."""

    id: str
    name: str
    detail: str
    person: PersonView | None
    seats: int
    lean: LeanView
    sure: int | None
    reason: str
    price: str = ""
    can_move: bool = False
    figure: FigureView | None = None
    pledged: bool = False


@dataclass(frozen=True)
class CurveView:
    """A distribution: heights along an axis, where the motion divides it and where you stand."""

    title: str
    detail: str
    left: str
    right: str
    heights: tuple[int, ...]
    divide: int | None = None
    divide_label: str = ""
    you: int | None = None


@dataclass(frozen=True)
class WhipView:
    """Who will vote how on one motion, why, and what an order would change."""

    bar: BarView
    motion_id: str
    meeting: str
    title: str
    sentence: str
    tally: TallyView
    rows: tuple[WhipRowView, ...]
    curve: CurveView | None
    orders: tuple[OrderView, ...]
    selected: str = ""
    row_word: str = "members"
    forecast: ForecastView | None = None


@dataclass(frozen=True)
class DelegationVoteView:
    """How one delegation or member voted."""

    name: str
    supporting: int
    against: int
    abstained: int
    broke: bool = False
    person: PersonView | None = None


@dataclass(frozen=True)
class RollCallView:
    """A counted vote: seat by seat in order of the call, and history's tally beside it."""

    meeting: str
    title: str
    ballots: tuple[Ballot, ...]
    supporting: int
    against: int
    abstained: int
    needed: int
    carried: bool
    result_text: str
    delegations: tuple[DelegationVoteView, ...] = ()
    presidium: tuple[PersonView, ...] = ()
    heckles: tuple[str, ...] = ()
    history_title: str = ""
    history_supporting: int | None = None
    history_against: int | None = None
    history_note: str = ""
    difference: FigureView | None = None
    first_departure: str = ""
