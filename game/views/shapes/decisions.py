"""Moments and offers that must be answered."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.figures import FigureView, ForecastView, LinkText, Mark
from game.views.shapes.people import PersonView


@dataclass(frozen=True)
class HingeOptionView:
    """One argued alternative, its author, arguments and two forecasts."""

    id: str
    title: str
    author: PersonView | None
    authors_text: str
    consequence: str
    arguments: tuple[str, ...] = ()
    mark: Mark = Mark.FACT
    done_in_history: bool = False
    forecasts: tuple[ForecastView, ...] = ()
    locked_reason: str = ""
    figures: tuple[FigureView, ...] = ()
    risk: str = ""


@dataclass(frozen=True)
class HingeView:
    """A dated moment: the document or situation, the options and what you do not know."""

    id: str
    date_text: str
    turn_text: str
    context: str
    document_title: str
    document_text: str
    document_source: str
    document_mark: Mark
    title: str
    sentence: str
    options: tuple[HingeOptionView, ...]
    unknowns: tuple[str, ...]
    footnote: str = ""


@dataclass(frozen=True)
class DecisionOptionView:
    """One answer to a decision; locked with its reason."""

    id: str
    label: str
    detail: str = ""
    key: str = ""
    locked_reason: str = ""
    irreversible: str = ""
    figure: FigureView | None = None


@dataclass(frozen=True)
class DecisionView:
    """Something that must be answered: an offer, a demand, a call to order."""

    id: str
    title: str
    text: tuple[LinkText, ...]
    asker: PersonView | None
    options: tuple[DecisionOptionView, ...]
    figure: FigureView | None = None
