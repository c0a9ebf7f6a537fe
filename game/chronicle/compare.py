"""Compare the world at the close of a turn with the record, chapter by chapter."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from game.chronicle import affairs, ballots, fates, offices
from game.chronicle.case import Case, Finding

#: The rules of comparison in the order of the log.
RULES = (
    offices.posts,
    offices.bureau,
    offices.lists,
    ballots.votes,
    fates.statuses,
    fates.deaths,
    affairs.pacts,
    affairs.publications,
    affairs.choices,
    affairs.meetings,
    affairs.figures,
    affairs.happenings,
)


def findings(case: Case) -> Iterator[Finding]:
    """Everything that differs."""
    return chain.from_iterable(rule(case) for rule in RULES)
