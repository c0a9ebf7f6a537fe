"""Who is bound to whom, and what an offer would be worth."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.views.shapes.figures import FigureView
from game.views.shapes.people import BarView, PersonView


class LinkKind(StrEnum):
    """The four ties of the web."""

    PACT = "pact"
    SECRET = "secret"
    PATRON = "patron"
    FEUD = "feud"


@dataclass(frozen=True)
class NodeView:
    """A face in the web; x and y are thousandths of the drawing, weight sets its size."""

    person: PersonView
    x: int
    y: int
    weight: int = 500
    is_you: bool = False


@dataclass(frozen=True)
class TieView:
    """A tie between two faces; a patron tie points at the client."""

    kind: LinkKind
    first: str
    second: str
    label: str = ""


@dataclass(frozen=True)
class PactView:
    """A pact you can see: parties, terms, expiry and trust."""

    id: str
    people: tuple[PersonView, ...]
    title: str
    terms_text: str
    since: str
    ends: str
    secret: bool
    yours: bool
    trust: FigureView | None


@dataclass(frozen=True)
class OfferView:
    """What an offer is worth to its receiver, term by term, and the chance he accepts."""

    target: PersonView
    title: str
    accept: FigureView
    terms_text: str = ""
    locked_reason: str = ""


@dataclass(frozen=True)
class RelationsView:
    """Who is bound to whom, the pacts you know and the price of an offer."""

    bar: BarView
    title: str
    nodes: tuple[NodeView, ...]
    ties: tuple[TieView, ...]
    pacts: tuple[PactView, ...]
    offer: OfferView | None
