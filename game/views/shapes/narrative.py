"""The epilogue as a text: passages of clauses, each with what supports it."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.figures import Mark


@dataclass(frozen=True)
class ClauseView:
    """One sentence without its full stop, and what it rests on.

    ``records`` are numbers of records of the run, ``facts`` ids of the scenario's record; one of the
    two is never empty. ``rule`` names the template, ``turn`` the turn it speaks of.
    """

    text: str
    mark: Mark
    rule: str
    turn: int
    records: tuple[int, ...] = ()
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class PassageView:
    """A paragraph with a short title."""

    title: str
    clauses: tuple[ClauseView, ...]

    @property
    def text(self) -> str:
        """The paragraph as it is read."""
        return " ".join(f"{clause.text}." for clause in self.clauses)
