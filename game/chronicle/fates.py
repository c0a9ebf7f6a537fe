"""What became of people: expulsion, exile, missions, death."""

from __future__ import annotations

from collections.abc import Iterator

from game.chronicle.case import Case, Finding, ids_of
from game.chronicle.divergence import Kind
from game.engine.state import ABROAD, EXILED
from game.scenario.model import Fact


def statuses(c: Case) -> Iterator[Finding]:
    """Expulsions, exiles, missions: recorded and not come true, or come true and not recorded."""
    expected: dict[int, Fact] = {}
    for fact in c.book.by_kind["status"]:
        if fact.begins <= c.day and fact.data["status"] not in ("recanted", "ill"):
            expected[c.person_index(str(fact.data["who"]))] = fact
    for person, fact in expected.items():
        if fact.ends is not None and c.day >= fact.ends:
            continue
        if not c.state.alive[person] or _has_status(c, person, str(fact.data["status"])):
            continue
        yield Finding(
            key=f"status {fact.id}", kind=Kind.MISSING, weight=c.weight("status", fact), fact=fact,
            was=fact.text, here=f"{c.scenario.people[person].surname}: {_status_text(c, person)}",
            provenance=(f"status {fact.data['who']}",), about=ids_of(fact), day=c.day,
        )  # fmt: skip
    for person, who in enumerate(c.scenario.people):
        gone = not c.state.in_party[person] or c.state.place[person] == EXILED
        if not gone or not c.state.alive[person]:
            continue
        known = expected.get(person)
        if known is not None and known.data["status"] in ("expelled", "exiled", "deported"):
            continue
        yield Finding(
            key=f"gone {who.id}", kind=_gone_kind(c, who.id), weight=c.weight("status", None), fact=None,
            was=f"{who.surname}: in the party", here=f"{who.surname}: {_status_text(c, person)}",
            provenance=(f"status {who.id}",), about=(who.id,), day=c.day,
        )  # fmt: skip


def _gone_kind(c: Case, who: str) -> Kind:
    later = any(
        f.data["who"] == who and f.begins > c.day and f.data["status"] in ("expelled", "exiled", "deported")
        for f in c.book.by_kind["status"]
    )
    return Kind.EARLIER if later else Kind.ONLY_HERE


def _has_status(c: Case, person: int, status: str) -> bool:
    state = c.state
    if status in ("expelled",):
        return not state.in_party[person]
    if status in ("exiled", "deported"):
        return bool(state.place[person] == EXILED) or not state.in_party[person]
    if status == "readmitted":
        return bool(state.in_party[person])
    if status == "abroad":
        return bool(state.place[person] == ABROAD)
    return True


def _status_text(c: Case, person: int) -> str:
    state = c.state
    if not state.alive[person]:
        return "dead"
    if not state.in_party[person]:
        return "expelled and exiled" if state.place[person] == EXILED else "expelled"
    return ("at the centre", "posted away", "abroad", "in exile")[int(state.place[person])]


def deaths(c: Case) -> Iterator[Finding]:
    """People alive past their recorded death, or dead before it."""
    died: dict[int, Fact] = {}
    for fact in c.book.by_kind["death"]:
        died[c.person_index(str(fact.data["who"]))] = fact
    for person, fact in died.items():
        who = c.scenario.people[person]
        if fact.begins <= c.day and c.state.alive[person]:
            yield Finding(
                key=f"alive {who.id}", kind=Kind.MISSING, weight=c.weight("death", fact), fact=fact,
                was=fact.text, here=f"{who.surname} is alive", provenance=(f"status {who.id}",),
                about=(who.id,), day=c.day,
            )  # fmt: skip
    for person, who in enumerate(c.scenario.people):
        if c.state.alive[person] or (who.died is not None and who.died <= c.day):
            continue
        yield Finding(
            key=f"dead {who.id}", kind=Kind.EARLIER if who.died else Kind.ONLY_HERE,
            weight=c.weight("death", died.get(person)), fact=died.get(person),
            was=f"{who.surname} was alive", here=f"{who.surname} is dead", provenance=(f"status {who.id}",),
            about=(who.id,), day=c.day,
        )  # fmt: skip
