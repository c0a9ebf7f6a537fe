"""What happened, as a seat may know it: records turned into items of news, weightiest first."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from game.chronicle.words import first_up
from game.engine.record import Record
from game.views import aftermath, sentences_many
from game.views.news_once import DONE_BY_EVENT, Piece, event_of, pieces, yours
from game.views.parts import Scene, day_text, person_view
from game.views.shapes import Mark, PersonView

#: How much a kind of record is worth telling; kinds that are not here are figures and private matters.
WEIGHTS = {
    "outcome": 1000, "severity": 780, "hinge": 720, "document": 640, "consent": 560, "death": 560, "event": 560,
    "status": 540, "vote": 540, "election": 520, "pact": 500, "offer": 480, "seat": 460, "post": 430,
    "surfaced": 430, "charge": 420, "secretary": 400, "thesis": 400, "refused": 380, "revealed": 370,
    "recantation": 360, "rule": 340, "patron": 320, "motion": 300, "squad": 290,
    "inherited": 330, "elsewhere": 240, "did not happen": 90,
    "order": 120,
}  # fmt: skip
#: What touches the reader or his people counts for so much more.
YOURS = 400
#: A change of place that is no fall counts for less than an expulsion or an exile.
PLACES = {"posted": -200, "abroad": -200, "ill": -350, "centre": -350}
#: What a person's rank adds to news of him: a leader, a full member of the bureau, one of the committee.
LEADER, BUREAU, COMMITTEE = 300, 200, 80
#: What the death of one who sat in the leading bureau counts for above any other.
GREAT_DEATH = 400
#: What it counts for that a man of nobody's finds a patron, beside a change of sides.
FOUND_A_PATRON = -150
GREAT = ("bureau", "congress", "joint", "committee")


@dataclass(frozen=True, slots=True)
class Item:
    """One piece of news: a sentence, what is behind it, what came with it, and how much it matters to the reader."""

    record: Record
    text: str
    detail: str
    weight: int
    date_text: str
    mark: Mark
    person: PersonView | None
    yours: bool
    also: tuple[str, ...] = ()
    records: tuple[Record, ...] = ()

    @property
    def story(self) -> str:
        """All that stands under the sentence."""
        return " ".join(part for part in (self.detail, *(f"{one}." for one in self.also)) if part)


def visible(record: Record, who: str) -> bool:
    """Whether a seat may read a record."""
    return record.secret_to is None or who in record.secret_to


def since(at: Scene, first: int, turn: int = 0) -> list[Record]:
    """Records from number ``first`` on (and not before ``turn``) that the seat may read."""
    return [r for r in at.table.game.records[first:] if r.turn >= turn and visible(r, at.id)]


def items(at: Scene, records: Iterable[Record]) -> list[Item]:
    """News of the records, weightiest first, nothing twice; one's own orders are not news."""
    told = [record for record in records if _told(at, record)]
    weights = {record.number: _weight(at, record) for record in told}
    found = [_item(at, piece, weights[piece.lead.number]) for piece in pieces(at, told, weights)]
    found.sort(key=lambda one: (-one.weight, one.record.number))
    return _once(found)


def _once(found: Sequence[Item]) -> list[Item]:
    """The same sentence is told once, and a story under the first of those it stands behind."""
    seen: dict[str, Item] = {}
    stories: set[str] = set()
    for one in found:
        if one.text not in seen:
            seen[one.text] = replace(one, detail="") if one.detail in stories else one
            stories.add(one.detail)
    return list(seen.values())


def _told(at: Scene, record: Record) -> bool:
    if record.kind == "election" and not record.data.get("entered") and not record.data.get("left"):
        return False
    if record.kind == "patron" and str(record.data.get("was") or "nobody") == (*record.about, "nobody")[1]:
        return False  # he followed him before
    own = record.who == at.id and record.kind in ("order", "motion", "thesis", "recantation")
    if record.kind not in WEIGHTS or own:
        return False
    # A death empties posts and seats: the death itself says so.
    return not (record.kind in ("post", "seat") and not record.data.get("now") and _dead(at, record))


def _dead(at: Scene, record: Record) -> bool:
    return any(at.table.game.records[cause].kind == "death" for cause in record.causes)


def _touches(at: Scene, record: Record) -> bool:
    """Whether the reader should hear of it first: what did not happen did nothing to him."""
    return record.kind != "did not happen" and yours(at, record)


def _weight(at: Scene, record: Record) -> int:
    touched = YOURS if record.who != at.id and _touches(at, record) else 0  # what one did oneself is no news
    return WEIGHTS[record.kind] + touched + _extra(at, record)


def _item(at: Scene, piece: Piece, weight: int) -> Item:
    lead = piece.lead
    details = dict.fromkeys(_detail(at, record) for record in piece.records)
    under = sorted(piece.under, key=lambda one: one.number)
    return Item(
        record=lead,
        text=sentences_many.sentence(at.words, piece.records),
        detail=" ".join(one for one in details if one),
        weight=weight,
        date_text=day_text(lead.day),
        mark=Mark.MODEL,
        person=_person(at, lead),
        yours=any(_touches(at, record) for record in piece.records),
        also=tuple(dict.fromkeys(_below(at, record) for record in under)),
        records=tuple(piece.whole),
    )


def _below(at: Scene, record: Record) -> str:
    """The sentence of a record that stands under another; a count of consent need not name the question again."""
    text = at.words.sentence(record)
    return first_up(text.rpartition(": ")[2]) if record.kind == "consent" else text


def _extra(at: Scene, record: Record) -> int:
    """Leaders, offices of weight, large organisations and the great bodies count for more."""
    index = at.atlas.index
    if record.kind == "patron":
        left = str(record.data.get("was") or "nobody")
        return _rank(at, index["people"][record.about[0]]) + (FOUND_A_PATRON if left == "nobody" else 0)
    rank = max((_rank(at, index["people"][one]) for one in record.about if one in index["people"]), default=0)
    if record.kind == "status":
        return rank + PLACES.get(str(record.data.get("status", "")), 0)
    if record.kind == "death":
        return rank + (GREAT_DEATH if any(one in _founders(at) for one in record.about) else 0)
    if record.kind == "event":
        return rank // 2
    if record.kind == "post":
        post = index["posts"].get(str(record.data.get("post", "")), -1)
        return 10 * at.scenario.posts[post].weight + rank // 4 if post >= 0 else 0
    if record.kind == "secretary":
        largest = max((region.full for region in at.scenario.regions), default=1)
        found = [at.scenario.regions[index["regions"][one]].full for one in record.about if one in index["regions"]]
        return 300 * max(found, default=0) // max(largest, 1)
    return _body(at, record) if record.kind in ("vote", "election", "seat") else 0


def _founders(at: Scene) -> frozenset[str]:
    """Those who sat in the leading bureau at the opening of the turn or of the scenario; their death is news."""
    bureau = at.atlas.bureau
    history = at.table.game.history
    states = [history[0], *history[-2:]] if history else [at.table.game.state]
    return frozenset(at.scenario.people[p].id for one in states if bureau >= 0 for p in one.full[bureau])


def _body(at: Scene, record: Record) -> int:
    """What the body adds, and that a vote was in dispute."""
    index = at.atlas.index["bodies"]
    great = any(at.scenario.bodies[index[one]].role in GREAT for one in record.about if one in index)
    against, carried = int(record.data.get("against", 0) or 0), bool(record.data.get("carried", True))
    disputed = record.kind == "vote" and (against * 8 >= int(record.data.get("for", 0) or 0) or not carried)
    return (150 if great else 0) + (150 if great and disputed else 0)


def _rank(at: Scene, person: int) -> int:
    """What a person's rank adds."""
    if at.atlas.contender[person] >= 0 or person in at.atlas.leaders:
        return LEADER
    bodies = {one.role: number for number, one in enumerate(at.scenario.bodies)}
    full = at.table.game.state.full
    if "bureau" in bodies and person in full[bodies["bureau"]]:
        return BUREAU
    return COMMITTEE if "committee" in bodies and person in full[bodies["committee"]] else 0


def _detail(at: Scene, record: Record) -> str:
    """The story of an event, the gist of a paper, what nobody could know before a choice."""
    scenario, index, key = at.scenario, at.atlas.index, record.about[0] if record.about else ""
    if record.kind == "event" and key in index["events"]:
        return scenario.events[index["events"][key]].story
    if record.kind in DONE_BY_EVENT and (event := event_of(at, record)) >= 0:
        return _detail(at, at.table.game.records[event])
    if record.kind == "hinge" and key in index["hinges"]:
        return " ".join(aftermath.told_of(at, record))
    if record.kind == "document" and key in index["documents"]:
        return scenario.documents[index["documents"][key]].gist if not at.unknown(f"document {key}") else ""
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
    if told and told[0].kind == "offer":  # an offer made tells less than the answer to it
        made = told[0].data.get("offer")
        told = [r for r in after if r.kind == "offer" and r.data.get("offer") == made and visible(r, at.id)][-1:]
    return at.words.sentence(told[0]) if told else ""
