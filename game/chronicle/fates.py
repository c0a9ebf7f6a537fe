"""What became of people: expulsion, exile, missions, death."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from game.chronicle.case import Case, Finding, ids_of
from game.chronicle.divergence import Kind
from game.chronicle.record_book import SLACK
from game.chronicle.words import lower_first, said
from game.engine.state import ABROAD, EXILED
from game.scenario.model import Fact

#: Facts that put somebody out, and how many thousandths of its class a mere mission has.
OUT = ("expelled", "exiled", "deported")
MISSION = 300
#: A difference of time alone.
TIME_ALONE = 400


def statuses(c: Case) -> Iterator[Finding]:
    """Expulsions, exiles, missions: recorded and not come true, or come true and not recorded."""
    for person, who in enumerate(c.scenario.people):
        if not c.state.alive[person]:
            continue
        facts = [fact for fact in c.book.status_of[who.id] if fact.begins >= c.scenario.start]
        fact = _in_force(c, facts)
        if fact is not None and not _has_status(c, person, fact):
            yield _missing(c, person, who.id, fact)
        out = not c.state.in_party[person] or bool(c.state.place[person] == EXILED)
        if out and not _was_out(c, facts):
            yield _gone(c, person, who.id, facts)


def _in_force(c: Case, facts: list[Fact]) -> Fact | None:
    """The last fact that surely holds: begun before this turn, and nothing else has begun or ended since."""
    begun = [fact for fact in facts if fact.begins <= c.day and fact.data["status"] not in ("recanted", "ill")]
    if not begun or _day_of(begun[-1]) >= c.first:
        return None
    last = begun[-1]
    return None if last.ends is not None and c.first <= last.ends else _unended(c, last)


def _unended(c: Case, fact: Fact) -> Fact | None:
    return None if fact.ends is not None and fact.ends <= c.day else fact


def _day_of(fact: Fact) -> date:
    return fact.begins + SLACK[fact.citation.confidence]


def _was_out(c: Case, facts: list[Fact]) -> bool:
    """Whether the record may have him out on some day about this turn."""
    out = False
    for fact in facts:
        slack, status = SLACK[fact.citation.confidence], fact.data["status"]
        if fact.begins - slack > c.day:
            break
        if status in OUT:
            out = True
        elif status == "readmitted" and fact.begins + slack < c.first:
            out = False
    return out


def _motions(c: Case, status: str) -> Iterator[str]:
    """Causal keys of the motions that put their subject into a status when carried."""
    for motion in c.scenario.motions:
        if any(effect.verb == "status" and effect.args[-1] == status for effect in motion.carried):
            yield f"motion {motion.id}"


def _missing(c: Case, person: int, who: str, fact: Fact) -> Finding:
    out = fact.data["status"] in OUT or fact.data["status"] == "readmitted"
    return Finding(
        key=f"status {fact.id}", kind=Kind.MISSING, weight=c.weight("status", fact, 1000 if out else MISSION),
        fact=fact, was=_told(c.person(who), fact), here=f"{c.person(who)} is {_status_text(c, person)}",
        provenance=(
            *c.book.sources.of(f"status {who}", *_motions(c, str(fact.data["status"])), f"about {who}"),
            *_of_leader(c, person), *c.last_ballot(who),
        ),
        about=ids_of(fact), day=c.day,
    )  # fmt: skip


def _told(surname: str, fact: Fact) -> str:
    """What the record says of somebody, with the name if the sentence has none."""
    text = said(fact.text)
    return text if surname in text else f"{surname}: {lower_first(text)}"


def _of_leader(c: Case, person: int) -> tuple[str, ...]:
    """What was decided about the bloc he leads or belongs to."""
    blocs = [bloc for bloc in c.scenario.blocs if c.person_index(bloc.leader) == person]
    return tuple(f"severity {bloc.id}" for bloc in blocs)


def _gone(c: Case, person: int, who: str, facts: list[Fact]) -> Finding:
    later = any(fact.begins > c.day and fact.data["status"] in OUT for fact in facts)
    was = f"{c.person(who)} is {'still ' if later else ''}in the party"
    return Finding(
        key=f"gone {who}", kind=Kind.EARLIER if later else Kind.ONLY_HERE,
        weight=c.weight("status", None, TIME_ALONE if later else 1000), fact=None, was=was,
        here=f"{c.person(who)} is {_status_text(c, person)}", provenance=(f"status {who}", *c.last_ballot(who)),
        about=(who,), day=c.day,
    )  # fmt: skip


def _has_status(c: Case, person: int, fact: Fact) -> bool:
    state, status = c.state, fact.data["status"]
    if status == "expelled":
        return not state.in_party[person]
    if status in ("exiled", "deported"):
        return bool(state.place[person] == EXILED) or not state.in_party[person]
    if status == "readmitted":
        return bool(state.in_party[person])
    if status == "abroad":
        return bool(state.place[person] == ABROAD) or not state.in_party[person]
    return True


def _status_text(c: Case, person: int) -> str:
    state = c.state
    if not state.in_party[person]:
        return "expelled and exiled" if state.place[person] == EXILED else "expelled"
    return ("at the centre", "posted away", "abroad", "in exile")[int(state.place[person])]


def deaths(c: Case) -> Iterator[Finding]:
    """People alive past their recorded death, or dead before it; a death inside the turn agrees."""
    died = {c.person_index(str(fact.data["who"])): fact for fact in c.book.by_kind["death"]}
    for person, fact in died.items():
        who = c.scenario.people[person]
        if fact.begins < c.first and c.state.alive[person]:
            yield Finding(
                key=f"alive {who.id}", kind=Kind.MISSING, weight=c.weight("death", fact), fact=fact,
                was=said(fact.text), here=f"{who.surname} is alive",
                provenance=c.book.sources.of(f"status {who.id}")[1:], about=(who.id,), day=c.day,
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
