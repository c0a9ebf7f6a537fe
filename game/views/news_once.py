"""What is told once: records that another piece of news already says, and equal things as one piece."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field

from game.engine.record import Record
from game.views.parts import Scene

#: Kinds that say plainly what an event with a story did; the story then stands under them.
DONE_BY_EVENT = ("death", "status", "post", "secretary", "patron")
#: Outcomes beside which the order that brought them about is no second piece of news.
DONE_BY_ORDER = (
    "status", "post", "pact", "offer", "document", "motion", "thesis", "refused", "patron", "recantation",
)  # fmt: skip
PASSED_ON = ("held", "given", "learned", "read")
RAN_OUT = ("ran out", "lapsed")


@dataclass(slots=True)
class Piece:
    """Records told as one piece of news.

    ``records`` are equal things and share a sentence; ``under`` have a sentence each below it; ``behind``
    are said by it already, as an order is by what came of it.
    """

    records: list[Record]
    under: list[Record] = field(default_factory=list)
    behind: list[Record] = field(default_factory=list)

    @property
    def lead(self) -> Record:
        """The weightiest of them, which names the day and what the news leads to."""
        return self.records[0]

    @property
    def whole(self) -> list[Record]:
        """All that it stands for."""
        return [*self.records, *self.under, *self.behind]


def yours(at: Scene, record: Record) -> bool:
    """Whether a record touches the seat or its bloc."""
    bloc = at.scenario.blocs[at.bloc].id if at.bloc >= 0 else ""
    about = (*record.about, str(record.data.get("was", ""))) if record.kind == "patron" else record.about
    return record.who == at.id or at.id in about or bool(bloc and bloc in about)


def event_of(at: Scene, record: Record) -> int:
    """The event about the same person that brought a record about; -1 if none did."""
    for cause in record.causes:
        event = at.table.game.records[cause]
        if event.kind == "event" and set(event.about[1:]) & {*record.about, record.who}:
            return event.number
    return -1


def pieces(at: Scene, told: Sequence[Record], weights: Mapping[int, int]) -> list[Piece]:
    """The records as pieces of news, the weighty before the light; equal things are together."""
    hosts = _Hosts(at, told, weights)
    groups: dict[Hashable, Piece] = {}
    of: dict[int, Piece] = {}
    stand_alone = [record for record in told if hosts.of(record) is None]
    covered = {host.number for record in told if (host := hosts.of(record)) is not None}
    for record in sorted(stand_alone, key=lambda one: (-weights[one.number], one.number)):
        key = ("one", record.number) if record.number in covered else _key(at, record)
        piece = groups.setdefault(key, Piece([]))
        piece.records.append(record)
        of[record.number] = piece
    for record in told:
        host = hosts.of(record)
        if host is not None:
            piece = of[host.number]
            (piece.under if _adds(record, host, hosts.next(record)) else piece.behind).append(record)
    return list(groups.values())


class _Hosts:
    """Which record already says another."""

    def __init__(self, at: Scene, told: Sequence[Record], weights: Mapping[int, int]) -> None:
        self.at, self.weights = at, weights
        self.told = {record.number: record for record in told}
        self.votes = {frozenset(record.about): record for record in told if record.kind == "vote"}
        self.after: dict[int, list[Record]] = defaultdict(list)
        self.kinds: dict[str, list[Record]] = defaultdict(list)
        self.events: dict[tuple[int, bool], Record] = {}
        for record in told:
            self.kinds[record.kind].append(record)
            for cause in record.causes:
                self.after[cause].append(record)
        for record in sorted(told, key=lambda one: (-weights[one.number], one.number)):
            if record.kind in DONE_BY_EVENT and (event := event_of(at, record)) >= 0:
                self.events.setdefault((event, yours(at, record)), record)

    def of(self, record: Record) -> Record | None:
        """The piece of news that says this record too; None if it stands for itself."""
        found = self.next(record)
        while found is not None and (further := self.next(found)) is not None:
            found = further
        return found

    def next(self, record: Record) -> Record | None:
        """What says a record at first hand; it may itself be said by something else."""
        rule = getattr(self, f"_{record.kind}", None)
        found: Record | None = rule(record) if rule else None
        if found is None and record.kind in DONE_BY_EVENT:
            found = self.events.get((event_of(self.at, record), yours(self.at, record)))
        return found if found is not record else None

    def _caused(self, record: Record, *kinds: str) -> Record | None:
        """The weightiest told record of these kinds that this one brought about."""
        found = [one for one in self.after[record.number] if one.kind in kinds]
        return min(found, key=lambda one: (-self.weights[one.number], one.number), default=None)

    def _later(self, record: Record) -> list[Record]:
        """What was told after it of the same kind and of the same."""
        return [one for one in self.kinds[record.kind] if one.number > record.number and one.about == record.about]

    def _event(self, record: Record) -> Record | None:
        return self.events.get((record.number, False)) or self.events.get((record.number, True))

    def _motion(self, record: Record) -> Record | None:
        return self.votes.get(frozenset(record.about))

    def _vote(self, record: Record) -> Record | None:
        return self._caused(record, "post")

    def _seat(self, record: Record) -> Record | None:
        """A seat that a vote gave, or that came and went with an office on its day."""
        vote = next((self.told[c] for c in record.causes if c in self.told and self.told[c].kind == "vote"), None)
        if vote is not None or record.causes:
            return vote
        posts = (one for one in self.kinds["post"] if one.day == record.day)
        return next((one for one in posts if record.who in one.about), None)

    def _secretary(self, record: Record) -> Record | None:
        if not record.about:
            return None
        same = (record.about[-1], record.day)
        return next((one for one in self.kinds["post"] if one.about and (one.about[-1], one.day) == same), None)

    def _post(self, record: Record) -> Record | None:
        """A place that falls vacant and is filled again at once: whoever takes it says so."""
        if record.data.get("now"):
            return None
        later = (one for one in self.kinds["post"] if one.number > record.number and one.data.get("now"))
        return next((one for one in later if one.data.get("post") == record.data.get("post")), None)

    def _charge(self, record: Record) -> Record | None:
        """A charge that is followed by another against the same."""
        return next(reversed(self._later(record)), None)

    def _consent(self, record: Record) -> Record | None:
        return self._caused(record, "hinge")

    def _surfaced(self, record: Record) -> Record | None:
        return next((self.told[c] for c in record.causes if c in self.told and self.told[c].kind == "document"), None)

    def _status(self, record: Record) -> Record | None:
        """Somebody of whom the same is told again in this turn, with what brought it about."""
        same = record.data.get("status")
        return next((one for one in self._later(record) if one.data.get("status") == same), None)

    def _pact(self, record: Record) -> Record | None:
        """Whoever joins last tells who is of it now; one renewed by those who form another says no more."""
        same = (one for one in self.kinds["pact"] if one.about[0] == record.about[0])
        joined = [one for one in same if one.data.get("change") == "joined" and one.number > record.number]
        if record.data.get("change") in ("formed", "joined") and joined:
            return joined[-1]
        if record.data.get("change") != "renewed":
            return None
        formed = (one for one in self.kinds["pact"] if one.data.get("change") == "formed")
        return next((one for one in formed if set(one.about[1:]) == set(record.about[1:])), None)

    def _offer(self, record: Record) -> Record | None:
        """An offer is said by its answer, an answer by the understanding or the offer it led to."""
        change = record.data.get("change")
        if change == "made":
            same = [one for one in self.kinds["offer"] if one.data.get("offer") == record.data.get("offer")]
            return next((one for one in same if one.data.get("change") != "made"), None)
        return self._caused(record, "pact", "offer") if change in ("accepted", "countered") else None

    def _order(self, record: Record) -> Record | None:
        """What came of an order to the same people says it; a person who is only aimed at hears of the order too."""
        people = self.at.atlas.index["people"]
        aims = {one for one in record.about if one in people}
        came = [one for one in self.after[record.number] if one.kind in DONE_BY_ORDER]
        named = [one for one in came if aims <= {*one.about, one.who}]
        return min(named, key=lambda one: (-self.weights[one.number], one.number), default=None)


def _adds(record: Record, host: Record, nearest: Record | None) -> bool:
    """Whether a record says more than its host: who brought it about, on what terms, by what vote."""
    if record.kind == "order":
        return host.kind == "status" or record.who not in (host.who, *host.about)
    if record.kind == "offer":
        return host.kind == "pact" and record.data.get("change") == "accepted"
    if record.kind in ("vote", "consent"):
        return True
    if record.kind == "seat":
        return host.kind == "post"
    return record.kind in DONE_BY_EVENT and nearest is not None and not _same_place(record, nearest)


def _same_place(record: Record, host: Record) -> bool:
    """Whether both speak of one office: the vacancy and whoever fills it, a post and its organisation."""
    if record.kind == "secretary":
        return host.kind == "post" and record.about[-1:] == host.about[-1:]
    return record.kind == host.kind == "post" and record.data.get("post") == host.data.get("post")


def _key(at: Scene, record: Record) -> Hashable:
    """Equal things have an equal key: the same done to several people, by several people, or by one in a turn."""
    data, mine = record.data, yours(at, record)
    if record.kind == "order" and record.who != at.id:
        return ("aimed", data.get("order"), str(data.get("args"))) if mine else ("acts", record.who)
    if record.kind == "seat":
        return "seat", record.day, data.get("role"), data.get("body"), mine
    if record.kind == "status" and event_of(at, record) < 0:
        return "status", record.day, data.get("status"), mine
    if record.kind == "document" and data.get("state") in PASSED_ON:
        return "document", record.about[:1], data.get("state"), mine
    if record.kind == "patron":
        return "patron", record.day, record.about[1:], data.get("was"), mine
    if record.kind == "charge":
        return "charge", record.day, data.get("step"), mine
    if record.kind == "event":
        return "event", at.scenario.events[at.atlas.index["events"][record.about[0]]].name
    if record.kind == "pact" and data.get("change") in RAN_OUT:
        return "ran out", record.day, mine
    return "one", record.number
