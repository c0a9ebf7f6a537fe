"""What happened since the seat last gave orders: its own figures first, then the news."""

from __future__ import annotations

from game.engine.record import Record
from game.saves import Line
from game.views import motives, news, standing
from game.views.desk import reference
from game.views.parts import Scene, bar_view, person_view
from game.views.shapes import DigestItemView, DigestView, PersonView

#: So many items are told; the log holds the rest.
MOST = 24
GONE = ("dead", "expelled", "exiled", "deported")


def digest_view(at: Scene, first: int) -> DigestView:
    """News of all records from number ``first`` on."""
    records = news.since(at, first)
    found = news.items(at, records)
    told = sorted(found[:MOST], key=lambda one: not one.yours)  # what concerns the reader comes first
    acts = motives.kept_with(at, first)
    return DigestView(
        bar=bar_view(at),
        title=_title(told),
        items=tuple(
            DigestItemView(
                one.date_text, one.text, one.mark, one.weight, reference(at, one.record), one.person,
                detail=_detail(at, one, acts), yours=one.yours,
            )
            for one in told
        ),
        changes=standing.changes(at),
        removed=_removed(at, records),
    )  # fmt: skip


def _detail(at: Scene, one: news.Item, acts: dict[int, Line]) -> str:
    """What is behind a piece of news; of a rival's public acts what weighed most in them."""
    told = [words for record in one.records if (words := motives.motive_of(at, acts.get(record.number)))]
    motive = f"{motives.weighed(told[0])}." if len(told) == 1 else motives.weighed_in(told)
    return " ".join(part for part in (one.story, motive) if part)


def _title(told: list[news.Item]) -> str:
    if not told:
        return "A quiet season."
    return max(told, key=lambda one: one.weight).text.rstrip(".") + "."


def _removed(at: Scene, records: list[Record]) -> tuple[PersonView, ...]:
    """Those who died or were put out, in order."""
    people = at.atlas.index["people"]
    names = [
        record.about[0] for record in records
        if record.about and record.about[0] in people
        and (record.kind == "death" or (record.kind == "status" and record.data.get("status") in GONE))
    ]  # fmt: skip
    return tuple(person_view(at.seen, people[name]) for name in dict.fromkeys(names))
