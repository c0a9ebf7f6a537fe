"""Figures and how sure they are: terms, forecasts, leans, tallies."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How sure a statement is: sourced, computed, argued, or not known to the viewer."""

    FACT = "fact"
    MODEL = "model"
    SPECULATION = "speculation"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class TermView:
    """One labelled, signed part of a figure; it may open into terms of its own."""

    label: str
    amount: int
    mark: Mark = Mark.MODEL
    terms: tuple[TermView, ...] = ()
    decimals: int = 0
    note: str = ""
    codex: str = ""


@dataclass(frozen=True)
class FigureView:
    """A figure with its words and the terms that sum to `total`; `fraction` fills its bar."""

    label: str
    value_text: str
    detail: str = ""
    terms: tuple[TermView, ...] = ()
    total: int = 0
    fraction: int | None = None
    decimals: int = 0
    sum_label: str = "Sum of terms"
    mark: Mark = Mark.MODEL
    codex: str = ""


@dataclass(frozen=True)
class ForecastView:
    """A chance in thousandths: 9 worlds in 10, the middle half, the median, all 0 to 1000."""

    low: int
    quarter: int
    median: int
    three_quarters: int
    high: int
    label: str = ""
    worlds: int = 0

    @property
    def text(self) -> str:
        """The median as a whole percentage."""
        return f"{round(self.median / 10)} %"

    @property
    def range_text(self) -> str:
        """The range that belongs beside every percentage."""
        return f"{round(self.low / 10)} to {round(self.high / 10)}"


@dataclass(frozen=True)
class LeanView:
    """A lean from -1000 (against) to 1000 (for) and the half-width of what is not known."""

    lean: int
    doubt: int = 0
    terms: tuple[TermView, ...] = ()
    total: int = 0


@dataclass(frozen=True)
class TallyView:
    """The five parts of the vote bar and how many votes win."""

    supporting: int
    leaning: int
    unknown: int
    against: int
    needed: int
    abstained: int = 0

    @property
    def seats(self) -> int:
        """Everyone counted."""
        return self.supporting + self.leaning + self.unknown + self.against + self.abstained


@dataclass(frozen=True)
class LinkText:
    """A piece of running text; with a `ref` it is a link."""

    text: str
    ref: str = ""
