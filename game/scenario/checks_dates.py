"""Checks of the record's dates: lives, meetings, hinges, documents, figures."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from game.scenario.draft import Draft, Item, Notes

#: Kind of a fact -> the key of its data that names who did it.
DOERS = {"tenure": "who", "status": "who", "publication": "who", "choice": "decider"}


def check_dates(draft: Draft, notes: Notes) -> None:
    """Note facts dated where they cannot be."""
    _lives(draft, notes)
    _deaths(draft, notes)
    _meetings(draft, notes)
    _choices(draft, notes)
    _documents(draft, notes)
    _figures(draft, notes)


def _of_kind(draft: Draft, *kinds: str) -> Iterator[Item]:
    """The facts of some kinds."""
    return (item for item in draft.of("record") if item.made.kind in kinds)


def _lives(draft: Draft, notes: Notes) -> None:
    """Nobody holds, signs, decides or agrees to anything before birth or after death."""
    people = draft.made("people")
    for item in draft.of("record"):
        for where, name in _people_of(item.made):
            if name in people:
                _within_life(notes, item, where, people[name])


def _people_of(fact: Any) -> Iterator[tuple[tuple[Any, ...], str]]:
    """Who takes part in a fact, and where that is written."""
    key = DOERS.get(fact.kind, "")
    if fact.data.get(key):
        yield ("begins",), fact.data[key]
    if fact.kind == "pact":
        for place, name in enumerate(fact.data.get("members", ())):
            yield ("data", "members", place), name


def _within_life(notes: Notes, item: Item, where: tuple[Any, ...], person: Any) -> None:
    """The fact begins and ends while the person lives."""
    fact = item.made
    if person.born is not None and fact.begins < person.born:
        notes.fault(item, where, f"{person.id} was born on {person.born.isoformat()}", "correct the date")
    if person.died is None:
        return
    if fact.begins > person.died:
        notes.fault(item, where, f"{person.id} died on {person.died.isoformat()}", "correct the date")
    elif fact.kind == "tenure" and fact.ends is not None and fact.ends > person.died:
        notes.fault(item, "ends", f"{person.id} died on {person.died.isoformat()}", "end the tenure then")


def _deaths(draft: Draft, notes: Notes) -> None:
    """A recorded death is the person's own date, and comes once."""
    people, seen = draft.made("people"), set()
    for item in _of_kind(draft, "death"):
        person = people.get(item.made.data.get("who", ""))
        if person is None:
            continue
        if person.died is not None and person.died != item.made.begins:
            notes.fault(item, "begins", f"{person.id} died on {person.died.isoformat()}", "make the two dates one")
        if person.id in seen:
            notes.fault(item, ("data", "who"), f"{person.id} dies twice in the record", "keep one of them")
        seen.add(person.id)


def _meetings(draft: Draft, notes: Notes) -> None:
    """What is recorded of a meeting falls on its days and in its body."""
    meetings = draft.made("meetings")
    for item in _of_kind(draft, "vote", "meeting"):
        meeting = meetings.get(item.made.data.get("meeting", ""))
        if meeting is None:
            continue
        if not meeting.opens <= item.made.begins <= meeting.closes:
            what = f"{meeting.id} sits {_span(meeting.opens, meeting.closes)}"
            notes.fault(item, "begins", what, "correct the date or the meeting")
        body = item.made.data.get("body")
        if body is not None and body != meeting.body:
            notes.fault(item, ("data", "body"), f"{meeting.id} is a meeting of {meeting.body}", "correct one of them")


def _choices(draft: Draft, notes: Notes) -> None:
    """A recorded choice falls in a turn in which its hinge is open."""
    hinges = draft.made("hinges")
    for item in _of_kind(draft, "choice") if draft.head is not None else ():
        hinge = hinges.get(item.made.data.get("hinge", ""))
        if hinge is None:
            continue
        first, last = (_turn(draft, day) for day in (hinge.opens, hinge.closes))
        if not first <= _turn(draft, item.made.begins) <= last:
            what = f"the hinge {hinge.id} is open {_span(hinge.opens, hinge.closes)}, in another turn"
            notes.fault(item, "begins", what, "correct the date or the hinge")


def _turn(draft: Draft, day: date) -> int:
    """The turn of a day, from 1; needs a head."""
    months = (day.year - draft.head.start.year) * 12 + day.month - draft.head.start.month
    return int(months // draft.head.turn_months) + 1


def _documents(draft: Draft, notes: Notes) -> None:
    """Nothing comes out before it is written."""
    documents = draft.made("documents")
    for item in _of_kind(draft, "publication"):
        document = documents.get(item.made.data.get("document", ""))
        if document is not None and document.written is not None and item.made.begins < document.written:
            what = f"{document.id} was written on {document.written.isoformat()}"
            notes.fault(item, "begins", what, "correct one of the dates")


def _figures(draft: Draft, notes: Notes) -> None:
    """A figure has one value on a day."""
    seen: dict[tuple[Any, ...], Item] = {}
    for item in _of_kind(draft, "figure"):
        data = item.made.data
        key = (data.get("name"), data.get("region"), item.made.begins)
        if key in seen:
            first = f"{seen[key].file}:{seen[key].node.line}"
            notes.fault(item, ("data", "name"), f"{data.get('name')} of this day is given at {first}", "keep one")
        seen.setdefault(key, item)


def _span(first: date, last: date) -> str:
    """Two days in words."""
    return f"from {first.isoformat()} to {last.isoformat()}"
