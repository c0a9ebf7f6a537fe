"""The counterfactual log: where and why a run leaves history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from game.chronicle.case import Case, Finding
from game.chronicle.compare import findings
from game.chronicle.divergence import Divergence, Kind
from game.chronicle.record_book import RecordBook
from game.engine.order import CHOOSE
from game.engine.record import Record
from game.engine.state import State
from game.scenario.model import Scenario

#: Points of open divergence at which the score stands at one half.
HALF = 600


@dataclass(slots=True)
class Chronicle:
    """Divergences of a run, turn by turn.

    ``score`` maps a turn to 0..1000: the weight W of the divergences open at its close, as W / (W + HALF).
    """

    scenario: Scenario
    entries: list[Divergence] = field(default_factory=list)
    score: dict[int, int] = field(default_factory=dict)
    closed: int = 0  # last turn compared
    _book: RecordBook = field(init=False, repr=False)
    _open: dict[str, Divergence] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        self._book = RecordBook(self.scenario)

    def close_turn(self, state: State, turn: int, records: Sequence[Record]) -> list[Divergence]:
        """Compare the world at the close of ``turn`` with the record; the new divergences."""
        day = self.scenario.turn_dates(turn)[1]
        found = {one.key: one for one in findings(Case(self._book, state, turn, day))}
        fresh = [
            self._enter(one, turn, state, records) for key, one in found.items() if key not in self._open
        ]
        for key in [key for key, one in self._open.items() if key not in found and one.ended is None]:
            self._close(key, turn)
        for entry in fresh:
            self._open[entry.key] = entry
        self.entries.extend(fresh)
        self.closed = turn
        self.score[turn] = self.weight_to_score(self.open_weight(turn))
        return fresh

    def _enter(self, found: Finding, turn: int, state: State, records: Sequence[Record]) -> Divergence:
        fact = found.fact
        return Divergence(
            key=found.key,
            turn=turn,
            day=found.day,
            kind=found.kind,
            weight=found.weight,
            fact=fact.id if fact else None,
            was=found.was,
            here=found.here,
            source=fact.citation.source if fact else "",
            confidence=fact.citation.confidence if fact else "",
            mark=found.mark,
            causes=causes_of(found, state, records),
            about=found.about,
            note=fact.citation.note if fact else "",
        )

    def _close(self, key: str, turn: int) -> None:
        entry = self._open[key]
        if entry.kind is Kind.MISSING and entry.fact is not None and not key.startswith(("vote", "tally")):
            entry.kind = Kind.LATER
        if not key.startswith(("vote", "tally", "ballot", "choice", "figure", "happening")):
            entry.ended = turn
            del self._open[key]

    def open_weight(self, turn: int) -> int:
        """Weight in thousandths of a point of what differs at the close of ``turn``."""
        return sum(one.weight for one in self.entries if one.open_in(turn))

    @staticmethod
    def weight_to_score(weight: int) -> int:
        """Divergence score 0..1000 of a weight in thousandths of a point."""
        return 1000 * weight // (weight + HALF * 1000)

    def first_departure(self, records: Sequence[Record]) -> Divergence | None:
        """The earliest divergence that an act of somebody in play brought about, else the earliest at all."""
        acted = [one for one in self.entries if self.root(one, records) is not None]
        pool = acted or self.entries
        return min(pool, key=lambda one: (one.turn, -one.weight, one.key)) if pool else None

    def root(self, entry: Divergence, records: Sequence[Record]) -> Record | None:
        """The earliest order or choice that stands behind an entry."""
        acts = [one for one in chain(entry.causes, records) if is_act(one)]
        return acts[0] if acts else None


def is_act(record: Record) -> bool:
    """Whether a record is something a seat chose to do."""
    return record.who is not None and record.kind in ("order", "hinge", CHOOSE)


def causes_of(found: Finding, state: State, records: Sequence[Record]) -> tuple[int, ...]:
    """Records behind a finding, by the provenance of what it speaks of."""
    numbers: list[int] = []
    for key in found.provenance:
        word, _, rest = key.partition(" ")
        if word == "vote" and rest.lstrip("-").isdigit():
            numbers.append(int(rest))
        elif key in state.provenance:
            numbers.append(state.provenance[key])
    return tuple(sorted({number for number in numbers if 0 <= number < len(records)}))


def chain(causes: Sequence[int], records: Sequence[Record], limit: int = 60) -> list[Record]:
    """All records behind ``causes``, the oldest first; at most ``limit``, nearest ones preferred."""
    seen: dict[int, Record] = {}
    queue = list(causes)
    while queue and len(seen) < limit:
        number = queue.pop(0)
        if number in seen or not 0 <= number < len(records):
            continue
        seen[number] = records[number]
        queue.extend(records[number].causes)
    return [seen[number] for number in sorted(seen)]
