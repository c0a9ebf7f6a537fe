"""The counterfactual log: where and why a run leaves history."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from game.chronicle.ancestry import Ancestry
from game.chronicle.case import Case, Finding
from game.chronicle.compare import findings
from game.chronicle.divergence import Departure, Divergence, Kind
from game.chronicle.record_book import RecordBook, holds_about
from game.engine.grounds import behind, quoted
from game.engine.record import Record
from game.engine.state import State
from game.scenario.model import Scenario

#: Points of open divergence at which the score stands at one half.
HALF = 1000
#: Points of weight (in thousandths of a point) from which a divergence makes an act a departure.
WEIGHTY = 5_000
#: Turns within which a decision may explain what did not follow from it.
SOON = 4
#: Records that tell that something did not come.
ABSENCES = ("did not happen", "elsewhere")
#: Heaviest divergences named with the first departure.
LEADS = 3


@dataclass(frozen=True, slots=True)
class KeptLog:
    """What of a log cannot be had from the records: kept in a snapshot of a game."""

    entries: list[Divergence]
    score: list[tuple[int, int]]  # turn and score
    closed: int
    given: list[str]


@dataclass(slots=True)
class Chronicle:
    """Divergences of a run, turn by turn.

    ``score`` maps a turn to 0..1000: the weight W of the divergences open at its close, as W / (W + HALF).
    """

    scenario: Scenario
    entries: list[Divergence] = field(default_factory=list)
    score: dict[int, int] = field(default_factory=dict)
    closed: int = 0  # last turn compared
    _given: set[str] = field(default_factory=set, repr=False)  # differences the run began with, while they last
    _book: RecordBook = field(init=False, repr=False)
    _ancestry: Ancestry = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._book = RecordBook(self.scenario)
        self._ancestry = Ancestry(self._book.line)

    # ---- comparing

    def begin(self, state: State, records: Sequence[Record]) -> None:
        """The run begins here: what differs already is the starting point, not a departure of the run."""
        self.entries.clear()
        self.score.clear()
        self._given = {one.key for one in findings(Case(self._book, state, state.turn - 1, records))}

    def kept(self) -> KeptLog:
        """The log as it stands, to be kept."""
        return KeptLog(self.entries, sorted(self.score.items()), self.closed, sorted(self._given))

    def resume(self, kept: KeptLog) -> None:
        """Go on with a log that was kept."""
        self.entries, self.score = list(kept.entries), dict(kept.score)
        self.closed, self._given = kept.closed, set(kept.given)

    def close_turn(self, state: State, turn: int, records: Sequence[Record]) -> list[Divergence]:
        """Compare the world at the close of ``turn`` with the record; the new divergences."""
        case = Case(self._book, state, turn, records)
        every = {one.key: one for one in findings(case)}
        self._given &= every.keys()
        found = {key: one for key, one in every.items() if key not in self._given}
        known = {one.key: one for one in self.entries}
        for key, entry in known.items():
            if key in found:
                _refresh(entry, found[key])
            elif entry.lasting and entry.ended is None:
                self._end(entry, case)
        self._ancestry.read(records)
        fresh = [self._enter(one, case) for key, one in found.items() if key not in known]
        fresh = [entry for entry in fresh if not self._of_the_line(entry)]
        self.entries.extend(fresh)
        self.closed = turn
        self.score[turn] = self.weight_to_score(self.open_weight(turn))
        return fresh

    def _enter(self, found: Finding, case: Case) -> Divergence:
        fact, causes, follows = found.fact, causes_of(found, case), ""
        if self._ancestry.departure(causes) < 0:
            before = self._before(found, case)
            causes, follows = (before.causes, before.key) if before else (causes, "")
        return Divergence(
            key=found.key,
            turn=case.turn,
            day=found.day,
            kind=found.kind,
            weight=found.weight,
            fact=fact.id if fact else None,
            was=found.was,
            here=found.here,
            source=fact.citation.source if fact else "",
            confidence=fact.citation.confidence if fact else "",
            mark=found.mark,
            causes=causes,
            instead=_instead(found, case),
            follows=follows,
            about=found.about,
            note=fact.citation.note if fact else "",
            lasting=found.lasting,
        )

    def _before(self, found: Finding, case: Case) -> Divergence | None:
        """The heaviest earlier divergence, brought about by somebody, in a thing that this one rests on."""
        named = set(found.about) | set(quoted(_conditions(found, case)))
        known = [
            one for one in self.entries
            if one.key != found.key and (one.ended is None or case.turn - one.ended <= SOON)
            and named.intersection(one.about) and self._ancestry.departure(one.causes) >= 0
        ]  # fmt: skip
        return max(known, key=lambda one: (one.weight, -one.turn, one.key), default=None)

    def _of_the_line(self, entry: Divergence) -> bool:
        """Whether the record is merely silent: nobody's departure stands behind what it does not speak of."""
        silent = entry.kind is Kind.ONLY_HERE and entry.fact is None
        return silent and self._ancestry.departure(entry.causes) < 0

    def _end(self, entry: Divergence, case: Case) -> None:
        """Run and record agree again; what came true after all came late."""
        entry.ended = case.turn
        fact = self._book.by_id.get(entry.fact or "")
        if entry.kind is Kind.MISSING and fact is not None and holds_about(fact, case.first, case.day):
            entry.kind = Kind.LATER

    def open_weight(self, turn: int) -> int:
        """Weight in thousandths of a point of what differs at the close of ``turn``."""
        return sum(one.weight for one in self.entries if one.open_in(turn))

    @staticmethod
    def weight_to_score(weight: int) -> int:
        """Divergence score 0..1000 of a weight in thousandths of a point."""
        return 1000 * weight // (weight + HALF * 1000)

    # ---- explaining

    def first_departure(self, records: Sequence[Record]) -> Departure | None:
        """The earliest act outside the historical line behind a divergence of weight; None if there is none."""
        self._ancestry.read(records)
        behind: dict[int, list[Divergence]] = {}
        for entry in self.entries:
            root = self._ancestry.departure(entry.causes)
            if root >= 0:
                behind.setdefault(root, []).append(entry)
        heavy = [root for root, entries in behind.items() if max(one.weight for one in entries) >= WEIGHTY]
        if not behind:
            return None
        root = min(heavy or behind)
        leads = sorted(behind[root], key=lambda one: (-one.weight, one.turn, one.key))
        weighty = [one for one in leads if one.weight >= WEIGHTY] or leads
        entry = min(weighty, key=lambda one: (one.turn, -one.weight, one.key))
        act = records[root]
        return Departure(act, self._book.line.instead(act), entry, tuple(leads[:LEADS]))

    def root(self, entry: Divergence, records: Sequence[Record]) -> Record | None:
        """The act an entry goes back to: the earliest outside the historical line, else the earliest."""
        self._ancestry.read(records)
        number = self._ancestry.root(entry.causes)
        return records[number] if number >= 0 else None

    def path(self, entry: Divergence, records: Sequence[Record]) -> list[Record]:
        """The shortest chain of records from that act to an entry, the act first."""
        self._ancestry.read(records)
        return [records[number] for number in self._ancestry.path(entry.causes) if number < len(records)]

    def path_of(self, record: Record, records: Sequence[Record]) -> list[Record]:
        """The shortest chain from an act to a record, which is its last link."""
        self._ancestry.read(records)
        found = [records[number] for number in self._ancestry.path((record.number,))]
        return found if found else [record]


def _refresh(entry: Divergence, found: Finding) -> None:
    """A difference that goes on, or has come back, is told as it stands now."""
    if entry.lasting:
        entry.ended = None
        entry.weight, entry.here = found.weight, found.here


def _instead(found: Finding, case: Case) -> tuple[int, ...]:
    """Acts done in place of what history has."""
    acts = [key.partition(" ")[2] for key in found.provenance if key.startswith("acts ")]
    return tuple(number for who in acts for number in _acts(case, who, _due(found)))


def causes_of(found: Finding, case: Case) -> tuple[int, ...]:
    """Records behind a finding, by the provenance of what it speaks of."""
    numbers: list[int] = []
    for key in found.provenance:
        word, _, rest = key.partition(" ")
        if word in ("vote", "record") and rest.lstrip("-").isdigit():
            numbers.append(int(rest))
        elif word == "acts":
            numbers += _acts(case, rest, _due(found))
        elif key.startswith("?"):
            numbers += _of_the_time(case, key[1:])
        elif key in case.state.provenance:
            numbers.append(case.state.provenance[key])
    return tuple(sorted(_no_later(numbers, _due(found), case.records)))


def _due(found: Finding) -> date:
    """The last day on which something may have caused a finding: what did not come was caused before its day."""
    return found.day if found.kind is Kind.MISSING and not found.lasting else date.max


def _no_later(numbers: Sequence[int], day: date, records: Sequence[Record]) -> set[int]:
    """Records up to a day; in place of later ones what stands behind them. What tells of an absence comes later."""
    kept: set[int] = set()
    seen, queue = set(numbers), list(numbers)
    while queue:
        number = queue.pop()
        if not 0 <= number < len(records):
            continue
        record = records[number]
        if record.day <= day or record.kind in ABSENCES:
            kept.add(number)
        else:
            queue += [cause for cause in record.causes if cause not in seen]
            seen.update(record.causes)
    return kept


def _conditions(found: Finding, case: Case) -> list[str]:
    """The conditions, as written, of whatever should have brought a finding's fact about."""
    origins = [key.removeprefix("?") for key in found.provenance]
    return [text for key in origins for text in case.book.sources.needs.get(key, ())]


def _of_the_time(case: Case, key: str) -> list[int]:
    """The record of a decision or an event of about this time, unless it was decided as in history.

    For one that still waits: what its conditions rest on.
    """
    number = case.state.provenance.get(key, -1)
    if not 0 <= number < len(case.records):
        settled = key.partition(" ")[2] in case.state.events_fired
        return [] if settled else list(behind(case.state, case.book.sources.needs.get(key, ())))
    record = case.records[number]
    return [number] if case.turn - record.turn <= SOON and not record.data.get("historical") else []


def _acts(case: Case, who: str, day: date) -> list[int]:
    """The last order somebody gave by a day, of this turn or the one before: what he did instead."""
    for record in reversed(case.records):
        if case.turn - record.turn > 1:
            break
        if record.kind == "order" and record.who == who and record.day <= day:
            return [record.number]
    return []


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
