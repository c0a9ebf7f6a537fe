"""The record by date: which facts hold on a day, who held what, which votes fell in a turn."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from game.chronicle.historical import HistoricalLine
from game.chronicle.naming import Names
from game.chronicle.sources import Sources
from game.scenario.model import Fact, Scenario

END_OF_TIME = date(9999, 12, 31)
#: Days by which the ends of a term may be off, by how far the record is trusted.
SLACK = {"high": timedelta(21), "medium": timedelta(62), "low": timedelta(183)}


class RecordBook:
    """The scenario's facts, indexed once for the comparison of a run."""

    def __init__(self, scenario: Scenario) -> None:
        self.scenario = scenario
        self.line = HistoricalLine(scenario)
        self.sources = Sources(scenario)
        self.names = Names(scenario)
        self.by_id = {fact.id: fact for fact in scenario.record}
        self.by_kind: dict[str, list[Fact]] = defaultdict(list)
        for fact in sorted(scenario.record, key=lambda one: (one.begins, one.id)):
            self.by_kind[fact.kind].append(fact)
        self.tenures_of: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.by_kind["tenure"]:
            self.tenures_of[str(fact.data["office"])].append(fact)
        self._spans = {office: [_span(fact) for fact in facts] for office, facts in self.tenures_of.items()}
        self.status_of: dict[str, list[Fact]] = defaultdict(list)
        for fact in self.by_kind["status"]:
            self.status_of[str(fact.data["who"])].append(fact)

    def tenures_about(self, office: str, first: date, last: date) -> list[Fact]:
        """Tenures that may hold on some day from ``first`` to ``last``, their dates being as sure as they are."""
        return [fact for begins, ends, fact in self._spans.get(office, ()) if begins <= last and first <= ends]

    def falling_in(self, kind: str, turn: int) -> Iterable[Fact]:
        """Facts of a kind that begin inside ``turn``."""
        first, last = self.scenario.turn_dates(turn)
        return (fact for fact in self.by_kind[kind] if first <= fact.begins <= last)


def holds_on(fact: Fact, day: date) -> bool:
    """Whether a fact holds on a day; its last day is the first on which it does not."""
    return fact.begins <= day < (fact.ends or END_OF_TIME)


def holds_about(fact: Fact, first: date, last: date) -> bool:
    """Whether a fact may hold on some day of a span, given how sure its dates are."""
    begins, ends, _ = _span(fact)
    return begins <= last and first <= ends


def _span(fact: Fact) -> tuple[date, date, Fact]:
    """The first and the last day on which a fact may hold, and the fact."""
    slack = SLACK[fact.citation.confidence]
    return fact.begins - slack, fact.ends + slack if fact.ends else END_OF_TIME, fact
