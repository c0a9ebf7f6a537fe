"""Understandings, texts, decisions, figures, meetings and happenings."""

from __future__ import annotations

from collections.abc import Iterator

from game.chronicle.case import Case, Finding, ids_of
from game.chronicle.divergence import Kind
from game.chronicle.record_book import holds_about, holds_on
from game.chronicle.words import day_text, said
from game.engine.grounds import behind
from game.engine.state import DELEGATIONS, KNOWN, LEAKED, Pact
from game.scenario.model import Document, Fact, Hinge

#: Strength from which an understanding is one that the record would know.
STRONG = 500
#: Thousandths of its class: a paper that only some should know; a decision that was never put; time alone.
FEW_READERS, NEVER_PUT, TIME_ALONE = 400, 500, 400
_NEVER: tuple[int, Fact | None] = (0, None)
#: What the compared figures count.
UNITS = {
    "full_members": "full members",
    "candidate_members": "candidate members",
    "appointed_share": "in a thousand secretaries appointed from above",
}
#: How far out a paper is, by the record's word.
LEVELS = {"known": 2, "leaked": 3, "delegations": 4, "press": 5, "abroad": 6}


def pacts(c: Case) -> Iterator[Finding]:
    """Pacts recorded and not in force, or in force and not recorded; compared by their members."""
    world = {frozenset(pact.members): pact for pact in c.state.pacts if pact.strength >= STRONG}
    about = {fact.id: members for fact in c.book.by_kind["pact"] if (members := _members(c, fact))}
    for fact_id, members in about.items():
        fact = c.book.by_id[fact_id]
        surely = holds_on(fact, c.first) and holds_on(fact, c.day)
        if surely and not any(members <= other for other in world):
            yield _no_pact(c, fact)
    near = [about[one] for one in about if holds_about(c.book.by_id[one], c.first, c.day)]
    for members, pact in world.items():
        if not any(members <= other for other in near):
            yield _new_pact(c, pact, any(members <= other for other in about.values()))


def _members(c: Case, fact: Fact) -> frozenset[int]:
    """Blocs of a recorded pact whose leaders can still keep it."""
    leaders = {bloc.leader: number for number, bloc in enumerate(c.scenario.blocs)}
    found = frozenset(leaders[str(who)] for who in fact.data["members"] if str(who) in leaders)
    return found if len(found) > 1 else frozenset()


def _no_pact(c: Case, fact: Fact) -> Finding:
    name = str(fact.data.get("pact"))
    people = [str(who) for who in fact.data["members"]]
    return Finding(
        key=f"pact {fact.id}", kind=Kind.MISSING, weight=c.weight("pact", fact), fact=fact, was=said(fact.text),
        here=f"there is no understanding of {c.people(people)}",
        provenance=(*c.book.sources.of(f"pact {name}"), *(key for who in people for key in c.unable(who))),
        about=(name, *people), day=c.day,
    )  # fmt: skip


def _new_pact(c: Case, pact: Pact, known: bool) -> Finding:
    """Every pact of the same people is one difference, however often it is made anew."""
    people = [c.scenario.blocs[number].leader for number in sorted(pact.members)]
    return Finding(
        key=f"bound {' '.join(people)}", kind=Kind.ONLY_HERE,
        weight=c.weight("pact", None, TIME_ALONE if known else pact.strength), fact=None,
        was="no such understanding is recorded at this time" if known else "no such understanding is recorded",
        here=f"an understanding of {c.people(people)}", provenance=(f"pact {pact.id}",),
        about=(pact.id, *people), day=c.scenario.turn_dates(max(pact.since, 1))[0],
    )  # fmt: skip


def publications(c: Case) -> Iterator[Finding]:
    """Documents that should be out and are not, or are out early or here alone."""
    reached: dict[str, tuple[int, Fact | None]] = {}
    to_come: dict[str, Fact] = {}
    for fact in c.book.by_kind["publication"]:
        name = str(fact.data.get("document"))
        if fact.begins < c.first:
            level = LEVELS.get(str(fact.data.get("state", "press")), KNOWN)
            if level >= reached.get(name, (0, fact))[0]:
                reached[name] = (level, fact)
        else:
            to_come.setdefault(name, fact)
    for number, document in enumerate(c.scenario.documents):
        state = int(c.state.documents[number])
        level, found = reached.get(document.id, _NEVER)
        if found is not None and found.begins >= c.scenario.start and state < min(level, LEAKED):
            yield _unread(c, document, found, level)
        elif state >= DELEGATIONS and state > max(level, LEAKED):
            ahead = to_come.get(document.id)
            if ahead is None or ahead.begins > c.day:
                yield _out(c, document, ahead)


def _unread(c: Case, document: Document, fact: Fact, level: int) -> Finding:
    return Finding(
        key=f"unread {document.id}", kind=Kind.MISSING,
        weight=c.weight("publication", fact, FEW_READERS if level <= KNOWN else 1000), fact=fact,
        was=said(fact.text), here=f"“{document.title}” is not out",
        provenance=(*c.book.sources.of(f"document {document.id}"), *(f"acts {who}" for who in document.owners[:1])),
        about=(document.id,), day=c.day,
    )  # fmt: skip


def _out(c: Case, document: Document, ahead: Fact | None) -> Finding:
    return Finding(
        key=f"out {document.id}", kind=Kind.EARLIER if ahead else Kind.ONLY_HERE,
        weight=c.weight("publication", None, TIME_ALONE if ahead else 1000), fact=ahead,
        was=f"“{document.title}” was not out", here=f"“{document.title}” is read openly",
        provenance=(f"document {document.id}",), about=(document.id,), day=c.day,
    )  # fmt: skip


def choices(c: Case) -> Iterator[Finding]:
    """Decisions taken otherwise than in history, and those that never came up."""
    facts = {(str(f.data["hinge"]), str(f.data["option"])): f for f in c.book.by_kind["choice"]}
    for hinge in c.scenario.hinges:
        if c.state.events_fired.get(hinge.id) == c.turn:
            yield from _otherwise(c, hinge, facts)
        elif hinge.id not in c.state.events_fired and c.first <= hinge.closes <= c.day:
            yield from _never_put(c, hinge, facts)


def _otherwise(c: Case, hinge: Hinge, facts: dict[tuple[str, str], Fact]) -> Iterator[Finding]:
    options = {option.id: option for option in hinge.options}
    for group in range(len(hinge.deciders)):
        chosen = c.state.choices.get(f"{hinge.id}/{group}")
        historical = [o for o in hinge.options if o.historical and o.decider == group]
        if chosen is None or not historical or chosen in {o.id for o in historical}:
            continue
        fact = facts.get((hinge.id, historical[0].id))
        record = c.state.provenance.get(f"hinge {hinge.id}", -1)
        yield Finding(
            key=f"choice {hinge.id}/{group}", kind=Kind.OTHERWISE, weight=c.weight("choice", fact), fact=fact,
            was=f"{hinge.name}: {said(historical[0].label)}", here=f"{hinge.name}: {said(options[chosen].label)}",
            provenance=(f"hinge {hinge.id}",), about=(hinge.id,), lasting=False,
            day=c.records[record].day if 0 <= record < len(c.records) else c.day,
            mark="speculation" if options[chosen].mark == "speculation" else "model",
        )  # fmt: skip


def _never_put(c: Case, hinge: Hinge, facts: dict[tuple[str, str], Fact]) -> Iterator[Finding]:
    known = [fact for (name, _), fact in facts.items() if name == hinge.id]
    for fact in known[:1]:
        yield Finding(
            key=f"unput {hinge.id}", kind=Kind.MISSING, weight=c.weight("choice", fact, NEVER_PUT), fact=fact,
            was=said(fact.text), here=f"{hinge.name}: it does not come up", provenance=(f"elsewhere {hinge.id}",),
            about=(hinge.id,), day=min(hinge.closes, c.day), lasting=False,
        )  # fmt: skip


def figures(c: Case) -> Iterator[Finding]:
    """Known figures of this turn that differ by more than a tenth."""
    world = {
        "full_members": int(c.state.members.sum()),
        "candidate_members": int(c.state.novices.sum()),
        "appointed_share": int(c.state.appointed),
    }
    for fact in c.book.falling_in("figure", c.turn):
        name = str(fact.data["name"])
        if name not in world or fact.begins < c.scenario.start:
            continue
        was, here = int(fact.data["value"]), world[name]
        if abs(was - here) * 10 <= was:
            continue
        yield Finding(
            key=f"figure {fact.id}", kind=Kind.OTHERWISE, weight=c.weight("figure", fact), fact=fact,
            was=said(fact.text), here=f"{here:,} {UNITS[name]}", provenance=("recruitment",), about=(name,),
            day=c.day, lasting=False,
        )  # fmt: skip


def meetings(c: Case) -> Iterator[Finding]:
    """Recorded meetings of this turn that were not held in it."""
    planned = {one.id: one for one in c.scenario.meetings}
    held = {s.meeting for s in c.state.sittings if s.held}
    for fact in c.book.falling_in("meeting", c.turn):
        name = str(fact.data.get("meeting"))
        if name not in planned or name in held:
            continue
        waits = next((s.day for s in c.state.sittings if s.meeting == name and s.day > c.day), None)
        before = next((one.day for one in c.state.ballots if one.meeting == name), None)
        here = f"it was held on {day_text(before)}" if before else "it is not held"
        here = f"it is put off to {day_text(waits)}" if waits else here
        body = str(fact.data.get("body"))
        needs = behind(c.state, [need.test.text for need in planned[name].needs])
        kind = Kind.EARLIER if before else Kind.LATER if waits else Kind.MISSING
        yield Finding(
            key=f"meeting {fact.id}", kind=kind, weight=c.weight("meeting", fact), fact=fact,
            was=said(fact.text), here=f"{planned[name].name}: {here}",
            provenance=(f"meeting {name}", *(f"record {number}" for number in needs)), about=(name, body),
            day=fact.begins, lasting=False,
        )  # fmt: skip


def happenings(c: Case) -> Iterator[Finding]:
    """Events of the scenario that the record dates in this turn and that did not come."""
    fired = c.state.events_fired
    for fact in c.book.falling_in("happening", c.turn):
        event = str(fact.data.get("event"))
        if event not in c.scenario.index["events"] or fired.get(event, 0) > 0:
            continue
        yield Finding(
            key=f"happening {fact.id}", kind=Kind.MISSING, weight=c.weight("happening", fact), fact=fact,
            was=said(fact.text), here=f"{c.book.names.inside(event, 'events')} does not happen",
            provenance=(f"missed {event}",), about=ids_of(fact), day=fact.begins,
        )  # fmt: skip
