"""Theses, the mantle, axes and papers."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.figures import FigureView, Mark
from game.views.shapes.people import BarView, PersonView


@dataclass(frozen=True)
class ThesisView:
    """A thesis of the dispute: who launched it, where it stands and who holds it."""

    id: str
    title: str
    text: str
    author: PersonView | None
    standing: FigureView
    axis: str = ""
    supporters: tuple[PersonView, ...] = ()
    opponents: tuple[PersonView, ...] = ()


@dataclass(frozen=True)
class MantleView:
    """One contender's standing as the founder's heir."""

    person: PersonView
    standing: FigureView


@dataclass(frozen=True)
class AxisView:
    """An axis with its two ends and where somebody stands, 0 to 1000; None is unknown."""

    label: str
    left: str
    right: str
    position: int | None
    figure: FigureView | None = None
    line: int | None = None


@dataclass(frozen=True)
class DocumentView:
    """A document: owner, who knows of it, who may publish it, what its surfacing does."""

    id: str
    title: str
    owner: str
    known_by: str
    may_publish: str
    text: str = ""
    mark: Mark = Mark.FACT
    yours: bool = False
    surfaced: bool = False
    consequence: str = ""


@dataclass(frozen=True)
class DoctrineView:
    """The dispute: theses, the founder's mantle, the axes and the documents you hold."""

    bar: BarView
    title: str
    mantle_label: str
    theses: tuple[ThesisView, ...]
    mantle: tuple[MantleView, ...]
    axes: tuple[AxisView, ...]
    documents: tuple[DocumentView, ...]
    theses_label: str = "Theses"
