"""Labelled terms of many figures at once: a row is a reason, a column a voter, region or kind of delegate."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import numpy as np

from game.engine import logistic
from game.engine.ledger import Breakdown, Term
from game.engine.state import Ints


@dataclass(slots=True)
class Terms:
    """Rows of points by reason; the sum of a column is the figure used, term for term."""

    width: int
    reasons: list[str] = field(default_factory=list)
    rows: list[Ints] = field(default_factory=list)

    def add(self, reason: str, points: Ints | int) -> None:
        """Add a row of points (one number counts for every column)."""
        row = np.full(self.width, points, dtype=np.int64) if isinstance(points, int) else points
        self.reasons.append(reason)
        self.rows.append(row)

    def total(self) -> Ints:
        """The figures: sums of the columns."""
        found = np.zeros(self.width, dtype=np.int64)
        for row in self.rows:
            found += row
        return found

    def limit(self) -> Ints:
        """Keep the figures within the logistic table; the cut is a row of its own. Returns the figures."""
        total = self.total()
        kept = logistic.clip(total)
        if (kept != total).any():
            self.add("limit", kept - total)
        return kept

    def force(self, column: int, reason: str, points: int) -> None:
        """Replace a column by a single term, nothing included."""
        for row in self.rows:
            row[column] = 0
        if reason not in self.reasons:
            self.add(reason, 0)
        self.rows[self.reasons.index(reason)][column] = points

    def breakdown(self, column: int, title: str, **about: Any) -> Breakdown:
        """One figure with its terms, those that are nothing left out."""
        found = ((reason, int(row[column])) for reason, row in zip(self.reasons, self.rows, strict=True))
        terms = tuple(Term(reason, amount) for reason, amount in found if amount)
        return Breakdown(title, terms, "points", tuple(sorted(about.items())))

    def first_reasons(self) -> list[str]:
        """Per column the reason that pushes furthest in the direction of the figure, or ''."""
        kept = [index for index, reason in enumerate(self.reasons) if reason != "limit"]
        if not kept:
            return [""] * self.width
        pushes = np.stack([self.rows[index] for index in kept]) * np.where(self.total() < 0, -1, 1)
        furthest, most = pushes.argmax(axis=0).tolist(), pushes.max(axis=0).tolist()
        names = [self.reasons[index] for index in kept]
        return [names[row] if push > 0 else "" for row, push in zip(furthest, most, strict=True)]
