"""Figures that explain themselves: a figure is a sum of labelled terms.

Rule code never adds a bare number to a shown figure; it adds a ``Term``. Labels are reason ids
with arguments; text is made by ``views`` from the scenario's templates when it is shown.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """One labelled part of a figure; ``about`` holds the ids its text template needs."""

    reason: str
    amount: int
    about: tuple[tuple[str, Any], ...] = ()
    mark: str = "model"  # fact | model | speculation
    terms: tuple[Term, ...] = ()  # a term may itself open


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A figure with its terms; ``total`` equals the sum of the terms exactly."""

    title: str
    terms: tuple[Term, ...]
    unit: str = "points"
    about: tuple[tuple[str, Any], ...] = ()

    @property
    def total(self) -> int:
        """The figure itself."""
        return sum(term.amount for term in self.terms)


@dataclass(slots=True)
class Ledger:
    """Collects terms while a rule computes; ``close`` freezes it."""

    title: str
    unit: str = "points"
    about: tuple[tuple[str, Any], ...] = ()
    terms: list[Term] = field(default_factory=list)

    def add(self, reason: str, amount: int, mark: str = "model", **about: Any) -> None:
        """Add a term unless it is nothing."""
        if amount:
            self.terms.append(Term(reason, int(amount), tuple(sorted(about.items())) if about else (), mark))

    def cap(self, low: int, high: int, reason: str = "limit") -> None:
        """Keep the figure inside low..high; the cut is a line of its own."""
        total = sum(term.amount for term in self.terms)
        self.add(reason, min(max(total, low), high) - total)

    def close(self) -> Breakdown:
        """The finished figure."""
        return Breakdown(self.title, tuple(self.terms), self.unit, self.about)
