"""Entries of the codex."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.doctrine import AxisView
from game.views.shapes.figures import FigureView, LinkText, Mark
from game.views.shapes.people import BarView, PersonView


@dataclass(frozen=True)
class CodexLineView:
    """A dated or labelled line of a codex section."""

    label: str
    text: str
    mark: Mark = Mark.FACT
    source: str = ""
    ref: str = ""


@dataclass(frozen=True)
class CodexSectionView:
    """A headed part of a codex entry: lines, figures, axes or running text."""

    title: str
    note: str = ""
    lines: tuple[CodexLineView, ...] = ()
    figure: FigureView | None = None
    axes: tuple[AxisView, ...] = ()
    text: tuple[LinkText, ...] = ()
    people: tuple[PersonView, ...] = ()


@dataclass(frozen=True)
class CodexView:
    """An entry on a person, body, post, document, term or source."""

    bar: BarView | None
    id: str
    kind: str
    title: str
    sentence: str
    person: PersonView | None
    sections: tuple[CodexSectionView, ...]
    links: tuple[LinkText, ...] = ()
    sources: tuple[str, ...] = ()
    emblem: str = ""
