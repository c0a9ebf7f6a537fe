"""What happened, as a seat may know it: records turned into items of news, weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from game.engine.record import Record
from game.views.parts import Scene, day_text, person_view
from game.views.shapes import Mark, PersonView

#: How much a kind of record is worth telling; kinds that are not here are figures and private matters.
WEIGHTS = {
    "outcome": 1000, "death": 950, "status": 900, "event": 800, "severity": 780, "hinge": 720, "post": 700,
    "document": 640, "election": 620, "consent": 560, "vote": 540, "secretary": 520, "pact": 500,
    "offer": 480, "seat": 460, "surfaced": 430, "charge": 420, "thesis": 400, "refused": 380,
    "revealed": 370, "recantation": 360, "rule": 340, "motion": 300, "squad": 290, "elsewhere": 240,
    "did not happen": 90, "order": 120,
}  # fmt: skip
#: What touches the reader or his people counts for so much more.
YOURS = 400
#: Illness and return are news of leaders more than of others.
PASSING = ("ill", "centre")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news: a sentence, what is behind it, and how much it matters to the reader."""

    record: Record
    text: str
    detail: str
    weight: int
    date_text: str
    mark: Mark
    person: PersonView | None
    yours: bool


def visible(record: Record, who: str) -> bool:
    """Whether a seat may read a record."""
    return record.secret_to is None or who in record.secret_to


def since(at: Scene, first: int, turn: int = 0) -> list[Record]:
    """Records from number ``first`` on (and not before ``turn``) that the seat may read."""
    return [r for r in at.table.game.records[first:] if r.turn >= turn and visible(r, at.id)]


def items(at: Scene, records: Iterable[Record]) -> list[Item]:
    """News of the records, weightiest first; one's own orders are not news."""
    found = [_item(at, record) for record in records if _told(at, record)]
    found.sort(key=lambda one: (-one.weight, one.record.number))
    return _once(found)


def _once(found: Sequence[Item]) -> list[Item]:
    """The same sentence on the same day is told once."""
    seen: dict[tuple[str, str], Item] = {}
    for one in found:
        seen.setdefault((one.text, one.date_text), one)
    return list(seen.values())


def _told(at: Scene, record: Record) -> bool:
    if record.kind == "election" and not record.data.get("entered") and not record.data.get("left"):
        return False
    own = record.who == at.id and record.kind in ("order", "motion", "thesis", "recantation")
    if record.kind not in WEIGHTS or own:
        return False
    # A death empties posts and seats: the death itself says so.
    return not (record.kind in ("post", "seat") and not record.data.get("now") and _dead(at, record))


def _dead(at: Scene, record: Record) -> bool:
    return any(at.table.game.records[cause].kind == "death" for cause in record.causes)


def yours(at: Scene, record: Record) -> bool:
    """Whether a record touches the seat or its bloc."""
    bloc = at.scenario.blocs[at.bloc].id if at.bloc >= 0 else ""
    return record.who == at.id or at.id in record.about or bool(bloc and bloc in record.about)


def _item(at: Scene, record: Record) -> Item:
    mine = yours(at, record)
    weight = WEIGHTS[record.kind] + (YOURS if mine else 0) + _extra(at, record)
    return Item(
        record=record,
        text=at.words.sentence(record),
        detail=_detail(at, record),
        weight=weight,
        date_text=day_text(record.day),
        mark=Mark.MODEL,
        person=_person(at, record),
        yours=mine,
    )


def _extra(at: Scene, record: Record) -> int:
    """Offices of weight, the great bodies and events with a story count for more."""
    if record.kind == "status" and record.data.get("status") in PASSING:
        people = [at.atlas.index["people"].get(one, -1) for one in record.about]
        return -300 if any(p >= 0 and at.atlas.contender[p] >= 0 for p in people) else -650
    if record.kind == "event":
        return 150 if _detail(at, record) else 0
    if record.kind == "post":
        post = at.atlas.index["posts"].get(str(record.data.get("post", "")), -1)
        return at.scenario.posts[post].weight if post >= 0 else 0
    if record.kind in ("vote", "election", "seat"):
        bodies = [
            at.scenario.bodies[at.atlas.index["bodies"][one]]
            for one in record.about
            if one in at.atlas.index["bodies"]
        ]
        return max((150 for body in bodies if body.role in ("bureau", "congress", "joint", "committee")), default=0)
    return 0


def _detail(at: Scene, record: Record) -> str:
    """The story of an event, the gist of a paper, what nobody could know before a choice."""
    scenario, index, key = at.scenario, at.atlas.index, record.about[0] if record.about else ""
    if record.kind == "event" and key in index["events"]:
        return scenario.events[index["events"][key]].story
    if record.kind == "hinge" and key in index["hinges"]:
        hinge = scenario.hinges[index["hinges"][key]]
        reveal = dict(scenario.settings.get("reveal", {})).get("unknowns_after_choice", True)
        return f"What nobody could know: {hinge.unknown}" if reveal and hinge.unknown else ""
    if record.kind == "document" and key in index["documents"]:
        return scenario.documents[index["documents"][key]].gist if not at.unknown(f"document {key}") else ""
    if record.kind in ("elsewhere", "did not happen"):
        return str(record.data.get("because", ""))
    return ""


def _person(at: Scene, record: Record) -> PersonView | None:
    people = at.atlas.index["people"]
    name = next((one for one in (record.who, record.data.get("now"), *record.about) if one in people), None)
    return person_view(at.seen, people[name]) if name is not None else None


def outcome_of(at: Scene, order: Record) -> str:
    """The weightiest thing that came of an order, in a sentence; '' if nothing worth telling."""
    after = at.table.game.records[order.number + 1 :]
    came = [r for r in after if order.number in r.causes and visible(r, at.id)]
    told = [r for r in came if r.kind in WEIGHTS] or came
    told.sort(key=lambda r: (-WEIGHTS.get(r.kind, 0), r.number))
    return at.words.sentence(told[0]) if told else ""
