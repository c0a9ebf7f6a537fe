"""Checks of the record: sources, tenures, rosters, tallies."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import pairwise
from typing import Any

from game.scenario.checks_dates import check_dates
from game.scenario.draft import Draft, Item, Notes

#: Without one of these a tenure is faulty already, and says nothing.
TENURE = {"who", "office", "role"}


def check_record(draft: Draft, notes: Notes) -> None:
    """Note what is impossible or odd in the record."""
    tenures = [item for item in draft.of("record") if item.made.kind == "tenure" and item.made.data.keys() >= TENURE]
    _sources(draft, notes)
    _offices(draft, notes, tenures)
    _overlaps(draft, notes, tenures)
    _rosters(draft, notes, tenures)
    _votes(draft, notes)
    check_dates(draft, notes)


def _sources(draft: Draft, notes: Notes) -> None:
    """A fact has a source."""
    for item in draft.of("record"):
        if item.made.citation.mark != "model" and not item.made.citation.source.strip():
            notes.fault(item, "source", "this fact has no source", "add source:, or mark: model")


def _offices(draft: Draft, notes: Notes, tenures: list[Item]) -> None:
    """A post is held only while it exists."""
    posts = draft.made("posts")
    for item in tenures:
        fact, post = item.made, posts.get(item.made.data["office"])
        if post is None or fact.data["role"] != "holder":
            continue
        if post.exists_from is not None and fact.begins < post.exists_from:
            notes.fault(item, "begins", f"{post.id} exists from {post.exists_from.isoformat()}", "correct the date")
        if post.exists_to is not None and (fact.ends or date.max) > post.exists_to:
            notes.fault(item, "ends", f"{post.id} exists to {post.exists_to.isoformat()}", "end the tenure then")


def _span(item: Item) -> tuple[date, date]:
    """First day and the day from which it no longer counts."""
    return item.made.begins, item.made.ends or date.max


def _overlaps(draft: Draft, notes: Notes, tenures: list[Item]) -> None:
    """One holder of a post at a time, and one seat a person in a body."""
    groups: dict[tuple[str, ...], list[Item]] = {}
    for item in tenures:
        data = item.made.data
        key: tuple[str, ...] = (data["office"],)
        if data["role"] != "holder":
            key += (data["who"],)
        groups.setdefault(key, []).append(item)
    for key, items in groups.items():
        items.sort(key=lambda item: (item.made.begins, item.made.id))
        for earlier, later in pairwise(items):
            if _span(later)[0] < _span(earlier)[1]:
                _overlap(notes, key, earlier, later)


def _overlap(notes: Notes, key: tuple[str, ...], earlier: Item, later: Item) -> None:
    """Two tenures at one time."""
    where = f"{earlier.file}:{earlier.node.line}"
    if len(key) == 2:
        notes.fault(later, "begins", f"{key[1]} sits in {key[0]} already by {where}", "end the earlier tenure")
        return
    what = f"{key[0]} is held by {earlier.made.data['who']} at this time ({where})"
    notes.fault(later, "begins", what, "end the earlier tenure first")


def _rosters(draft: Draft, notes: Notes, tenures: list[Item]) -> None:
    """A body has no more members than seats, at the start and after each meeting that changes its size."""
    if draft.head is None:
        return
    for body in draft.made("bodies").values():
        for day, seats in _sizes(draft, body):
            for role, limit in zip(("full", "candidate"), seats, strict=True):
                members = [item for item in tenures if _sits(item, body.id, role, day)]
                if len({item.made.data["who"] for item in members}) > limit:
                    _too_many(notes, body, role, limit, day, members)


def _sizes(draft: Draft, body: Any) -> Iterator[tuple[date, tuple[int, int]]]:
    """Days on which a body's size is known, with its seats."""
    if body.kind in ("assembly", "joint"):
        return
    yield draft.head.start, (body.full_seats, body.candidate_seats)
    for item in draft.of("meetings"):
        if body.id in item.made.sizes and item.made.closes >= draft.head.start:
            yield item.made.closes, item.made.sizes[body.id]


def _sits(item: Item, body: str, role: str, day: date) -> bool:
    """Whether a tenure puts somebody into a body on a day."""
    begins, ends = _span(item)
    data = item.made.data
    return bool(data["office"] == body and data["role"] == role and begins <= day < ends)


def _too_many(notes: Notes, body: Any, role: str, limit: int, day: date, members: list[Item]) -> None:
    """More members than seats; only a warning if some of them are doubtful."""
    count = len({item.made.data["who"] for item in members})
    sure = sum(item.made.citation.confidence != "low" for item in members)
    last = max(members, key=lambda item: (item.made.begins, item.file, item.node.line))
    what = f"{body.id} has {count} {role} members on {day.isoformat()}, but {limit} seats"
    note = notes.fault if sure > limit else notes.warn
    note(last, "data", what, "end a tenure, or mark doubtful ones confidence: low")


def _votes(draft: Draft, notes: Notes) -> None:
    """Tallies add up."""
    for item in draft.of("record"):
        data = item.made.data
        if item.made.kind != "vote" or "carried" not in data:
            continue
        cast = [data.get(side) or 0 for side in ("for", "against", "abstain")]
        total = data.get("total")
        if not all(isinstance(number, int) for number in (*cast, total or 0)):
            continue  # a faulty count is told already
        if total is not None and sum(cast) > total:
            notes.fault(
                item, ("data", "total"), f"the votes add up to {sum(cast)}, more than {total}", "check the tally"
            )
        both = data.get("for") is not None and data.get("against") is not None
        if both and data.get("tally") == "exact" and data.get("carried") and cast[0] <= cast[1]:
            notes.warn(item, ("data", "carried"), f"carried by {cast[0]} to {cast[1]}")
