"""News since the last turn, and the run beside the record."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.figures import FigureView, Mark
from game.views.shapes.people import BarView, PersonView


@dataclass(frozen=True)
class DigestItemView:
    """One thing that happened since you last gave orders."""

    date_text: str
    text: str
    mark: Mark
    weight: int = 0
    goto: str = ""
    person: PersonView | None = None
    detail: str = ""
    yours: bool = False


@dataclass(frozen=True)
class DigestView:
    """What happened since the last turn, most important first."""

    bar: BarView
    title: str
    items: tuple[DigestItemView, ...]
    changes: tuple[FigureView, ...]
    removed: tuple[PersonView, ...] = ()


@dataclass(frozen=True)
class TimelinePointView:
    """A dated point of a line; `at` is 0 to 1000 along it; `text` is the whole of a short title."""

    at: int
    title: str
    date_text: str
    goto: str = ""
    weight: int = 500
    text: str = ""


@dataclass(frozen=True)
class DivergenceView:
    """Where this run and the record differ."""

    id: str
    when: str
    kind: str
    history: str
    here: str
    weight: int
    mark: Mark
    source: str = ""


@dataclass(frozen=True)
class CauseView:
    """A link in a chain of causes; ``mark`` says what the sentence is, ``turn`` where it belongs (0: before play)."""

    when: str
    text: str
    kind: str
    ref: str = ""
    mark: Mark = Mark.MODEL
    turn: int = 0

    @property
    def note(self) -> str:
        """What the sentence is and its turn, as it stands beside it."""
        word = "not known" if self.mark is Mark.UNKNOWN else str(self.mark)
        return f"{word}, turn {self.turn}" if self.turn else word


@dataclass(frozen=True)
class LogView:
    """The two lines, the fork, the score and the chain of causes of the chosen entry."""

    bar: BarView
    title: str
    seed_text: str
    ticks: tuple[TimelinePointView, ...]
    facts: tuple[TimelinePointView, ...]
    here: tuple[TimelinePointView, ...]
    fork: int | None
    fork_text: str
    turns_as_recorded: int
    turns_own: int
    divergences: tuple[DivergenceView, ...]
    score: tuple[int, ...]
    score_total: FigureView
    score_labels: tuple[TimelinePointView, ...]
    history_tally: str = ""
    here_tally: str = ""
    chain_title: str = ""
    chain: tuple[CauseView, ...] = ()
    chain_note: str = ""
