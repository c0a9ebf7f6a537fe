"""Which moments of a run the epilogue may tell: each with its clauses, and how much it matters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from game.chronicle import Divergence, Kind
from game.chronicle.landmarks import recorded_vote
from game.chronicle.record_book import holds_on
from game.chronicle.words import day_text, first_up
from game.engine.record import Record
from game.lab.table import Table
from game.scenario.model import Fact
from game.views.narrative_words import Calendar, fact_text, first_down, option_label, told
from game.views.shapes import ClauseView, Mark
from game.views.wording import Wording

#: How much a moment matters by its kind; what is behind a heavy divergence matters more.
WEIGHTS = {"vote": 45, "hinge": 45, "status": 70, "death": 60, "seat": 45, "pact": 35, "document": 40, "rule": 40,
           "severity": 40, "missed": 30}  # fmt: skip
#: Points of a great office that one of the seats loses to nobody: a vote took it, and the field is open.
OUSTED = 60
#: Points for a difference from the record, for a part taken from the table, and the most for a divergence behind it.
DIFFERS, PLAYED, BEHIND = 40, 45, 60
#: Statuses and states of papers that are told.
STATUSES = ("expelled", "exiled", "deported", "readmitted")
OUT = ("delegations", "press", "abroad")
#: How the log says that a recorded vote was not taken.
NO_VOTE = "no vote: "


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that may be told; ``what`` names its kind and thing, so that none is told twice."""

    day: date
    turn: int
    number: int  # of its record: the order within a day
    score: int
    what: str
    clauses: Callable[[Calendar], list[ClauseView]] = field(repr=False)


@dataclass(slots=True)
class Run:
    """A run that is told: its records since play began, as far as they may be read."""

    table: Table
    words: Wording
    records: list[Record]
    first_turn: int
    behind: dict[int, int] = field(init=False)  # record -> weight of the heaviest divergence it stands behind
    seats: frozenset[str] = field(init=False)

    def __post_init__(self) -> None:
        scenario, every = self.table.game.scenario, self.table.game.records
        self.seats = frozenset(one.person for one in scenario.contenders)
        self.behind = {}
        for entry in self.table.log.entries:
            for record in self.table.log.path(entry, every):
                self.behind[record.number] = max(self.behind.get(record.number, 0), entry.weight)

    @staticmethod
    def of(table: Table, readable: Callable[[Record], bool]) -> Run:
        """A table's run; only records that are ``readable`` are told."""
        every = table.game.records
        corrected = [record.number for record in every if record.kind == "correction"]
        begun = corrected[-1] + 1 if corrected else 0
        first = min(table.log.score, default=1)
        kept = [one for one in every if (one.number >= begun or one.kind == "turn") and one.turn >= first]
        return Run(table, Wording(table.game.scenario), [one for one in kept if readable(one)], first)

    @property
    def begins(self) -> date:
        """The day on which the run begins."""
        return self.table.game.scenario.turn_dates(self.first_turn)[0]

    def clause(self, record: Record, calendar: Calendar) -> ClauseView:
        """A record with its day."""
        text = first_up(f"{calendar.on(record.day)} {told(self.words, record)}")
        return ClauseView(text, Mark(self.words.mark(record)), record.kind, record.turn, (record.number,))

    def history(self, text: str, fact: Fact, turn: int, rule: str = "fact") -> ClauseView:
        """A sentence of the scenario's record."""
        return ClauseView(f"In history {text}", Mark.FACT, rule, turn, (), (fact.id,))

    def recorded(self, fact: Fact, text: str, turn: int, day: date | None = None, rule: str = "fact") -> ClauseView:
        """What the record has on its day; ``day`` is the one the text has just spoken of."""
        when = "the same day" if fact.begins == day else f"on {day_text(fact.begins)}"
        when = "at this time" if fact.begins < self.begins else when
        return ClauseView(f"In history, {when}: {first_down(text)}", Mark.FACT, rule, turn, (), (fact.id,))


def moments(run: Run) -> list[Moment]:
    """Everything that may be told, in no order."""
    return [*_of_records(run), *_missing(run)]


def _of_records(run: Run) -> Iterator[Moment]:
    for record in run.records:
        found = RULES.get(record.kind)
        if found is not None:
            yield from found(run, record)


def _moment(run: Run, record: Record, points: int, what: str, beside: ClauseView | None = None) -> Moment:
    """A record, and what history has beside it."""
    weight = min(run.behind.get(record.number, 0) // 1000, BEHIND)
    played = PLAYED if record.who in run.table.game.setup.humans and record.acted else 0
    return Moment(
        record.day, record.turn, record.number, points + weight + played, what,
        lambda calendar: [run.clause(record, calendar), *([beside] if beside else [])],
    )  # fmt: skip


def _people(run: Run, names: Iterable[object]) -> int:
    """How much the people of a record count: seats most, others by their standing."""
    people = run.table.game.scenario.index["people"]
    found = [str(one) for one in names if str(one) in people]
    known = [run.table.game.scenario.people[people[one]].authority for one in found]
    return 1000 if run.seats.intersection(found) else max(known, default=0)


def _office(run: Run, record: Record) -> int:
    """How much the office counts that a vote is about, as people do; nothing if it is about none."""
    posts, places = run.table.game.scenario.posts, run.table.game.scenario.index["posts"]
    return max((min(posts[places[one]].weight, 100) * 10 for one in record.about if one in places), default=0)


def _vote(run: Run, record: Record) -> Iterator[Moment]:
    ballot = next((one for one in run.table.game.state.ballots if one.record == record.number), None)
    fact = recorded_vote(run.table.game.scenario, ballot) if ballot else None
    counts = max(_people(run, record.about), _office(run, record))
    points = WEIGHTS["vote"] + (fact.weight if fact else 40 * counts // 1000)
    if fact is not None and fact.data.get("carried") != record.data.get("carried"):
        points += DIFFERS
    beside = run.recorded(fact, fact_text(fact), record.turn, record.day) if fact else None
    yield _moment(run, record, points, f"vote {record.data.get('motion')}", beside)


def _hinge(run: Run, record: Record) -> Iterator[Moment]:
    if record.data.get("change") == "decided" and option_label(run.words, record):
        beside = answer_then(run, record)
        points = WEIGHTS["hinge"] + (DIFFERS if beside else 0)
        yield _moment(run, record, points, f"hinge {record.about[0]}", beside)


def answer_then(run: Run, record: Record) -> ClauseView | None:
    """History's answer to a question that was answered otherwise, if the record has a fact of it."""
    scenario, name = run.table.game.scenario, record.about[0]
    if record.data.get("historical"):
        return None
    hinge, group = scenario.hinges[scenario.index["hinges"][name]], record.data.get("group", 0)
    then = [one for one in hinge.options if one.historical and one.decider == group]
    labels = {one.id: one.label.removesuffix(".") for one in then}
    facts = [f for f in scenario.record if f.kind == "choice" and f.data.get("hinge") == name]
    fact = next((one for one in facts if one.data.get("option") in labels), None)
    return fact and run.history(f"the answer was “{labels[str(fact.data['option'])]}”", fact, record.turn)


def _post(run: Run, record: Record) -> Iterator[Moment]:
    scenario = run.table.game.scenario
    name, now, was = str(record.data.get("post")), record.data.get("now"), record.data.get("was")
    place = scenario.index["posts"].get(name)
    if place is None or now == was:
        return
    fact = holder(run, name, record.day)
    beside = None
    if fact is not None and fact.data["who"] != now:
        beside = run.history(f"it is {run.words.person(fact.data['who'])} then", fact, record.turn, "holder")
    points = min(scenario.posts[place].weight, 100) * max(_people(run, (now, was)), 300) // 1000
    points += (DIFFERS if beside else 0) * min(points, 40) // 40
    points += OUSTED * points // 100 if now is None and was in run.seats else 0
    yield _moment(run, record, points, f"post {name}", beside)


def holder(run: Run, office: str, day: date) -> Fact | None:
    """The record's surest tenure of a post on a day."""
    found = [
        fact for fact in run.table.game.scenario.record
        if fact.kind == "tenure" and fact.data["office"] == office and holds_on(fact, day)
    ]  # fmt: skip
    return found[0] if len(found) == 1 else None


def _status(run: Run, record: Record) -> Iterator[Moment]:
    if record.data.get("status") in STATUSES:
        points = WEIGHTS["status"] * max(_people(run, record.about), 200) // 1000
        yield _moment(run, record, points, f"status {record.about[0]} {record.data['status']}")


def _death(run: Run, record: Record) -> Iterator[Moment]:
    yield _moment(run, record, WEIGHTS["death"] * _people(run, record.about) // 1000, f"death {record.about[0]}")


def _seat(run: Run, record: Record) -> Iterator[Moment]:
    scenario = run.table.game.scenario
    place = scenario.index["bodies"].get(str(record.data.get("body")))
    if place is not None and scenario.bodies[place].role == "bureau" and record.data.get("role") != "candidate":
        points = WEIGHTS["seat"] * max(_people(run, (record.who,)), 300) // 1000
        yield _moment(run, record, points, f"seat {record.who}")


def _pact(run: Run, record: Record) -> Iterator[Moment]:
    if record.data.get("change") in ("formed", "broken") and len(run.seats.intersection(record.about)) > 1:
        points = WEIGHTS["pact"] * min(int(record.data.get("strength", 500)), 1000) // 1000
        members = " ".join(sorted(one for one in record.about if one in run.seats))
        yield _moment(run, record, points, f"pact {members}")


def _document(run: Run, record: Record) -> Iterator[Moment]:
    if record.data.get("state") in OUT:
        yield _moment(run, record, WEIGHTS["document"], f"document {record.about[0]}")


def _rule(run: Run, record: Record) -> Iterator[Moment]:
    yield _moment(run, record, WEIGHTS["rule"], f"rule {record.about[0]}")


def _severity(run: Run, record: Record) -> Iterator[Moment]:
    if int(record.data.get("now", 0)) > int(record.data.get("was", 0)):
        points = WEIGHTS["severity"] * min(int(record.data["now"]), 3000) // 2000
        yield _moment(run, record, points, f"severity {record.about[0]} {record.data['now']}")


RULES: dict[str, Callable[[Run, Record], Iterator[Moment]]] = {
    "vote": _vote, "hinge": _hinge, "post": _post, "status": _status, "death": _death, "seat": _seat, "pact": _pact,
    "document": _document, "rule": _rule, "severity": _severity,
}  # fmt: skip


# ---- what history has and this run has not


def _missing(run: Run) -> Iterator[Moment]:
    facts = {fact.id: fact for fact in run.table.game.scenario.record}
    readable = {record.number for record in run.records}
    for entry in run.table.log.entries:
        fact, causes = facts.get(entry.fact or ""), tuple(one for one in entry.causes if one in readable)
        if entry.kind is Kind.MISSING and fact is not None and causes and sayable(entry):
            yield _absence(run, entry, fact, causes)


def _absence(run: Run, entry: Divergence, fact: Fact, causes: tuple[int, ...]) -> Moment:
    day = fact.begins if fact.begins >= run.begins else entry.day

    def clauses(calendar: Calendar) -> list[ClauseView]:
        history = run.recorded(fact, entry.was, entry.turn, calendar.day)
        calendar.on(day)
        return [history, ClauseView(here_text(entry), Mark(entry.mark), "absence", entry.turn, causes)]

    points = WEIGHTS["missed"] + min(entry.weight // 1000, BEHIND)
    return Moment(day, entry.turn, max(causes), points, f"missing {entry.about[:1]}", clauses)


def sayable(entry: Divergence) -> bool:
    """Whether what the run has can be said within a sentence."""
    return entry.here.startswith(NO_VOTE) or ": " not in entry.here


def here_text(entry: Divergence) -> str:
    """What the run has instead, after what the record has."""
    if entry.here.startswith(NO_VOTE):
        return "Here no such vote is taken"
    return f"Here {entry.here}"
