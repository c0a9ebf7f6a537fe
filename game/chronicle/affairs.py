"""Understandings, texts, decisions, figures and happenings."""

from __future__ import annotations

from collections.abc import Iterator

from game.chronicle.case import Case, Finding, ids_of
from game.chronicle.divergence import Kind
from game.scenario.model import Fact


def pacts(c: Case) -> Iterator[Finding]:
    """Pacts recorded and not in force, or in force and not recorded; compared by their members."""
    leaders = {bloc.leader: number for number, bloc in enumerate(c.scenario.blocs)}
    world = {frozenset(pact.members): pact for pact in c.state.pacts if pact.strength >= 500}
    recorded: dict[frozenset[int], Fact] = {}
    for fact in c.book.standing_on("pact", c.day):
        members = frozenset(leaders[str(w)] for w in fact.data["members"] if str(w) in leaders)
        if len(members) > 1:
            recorded[members] = fact
    for members, fact in recorded.items():
        if not any(members <= other for other in world):
            yield Finding(
                key=f"pact {fact.id}", kind=Kind.MISSING, weight=c.weight("pact", fact), fact=fact,
                was=fact.text, here="there is no such understanding", provenance=(f"pact {fact.data.get('pact')}",),
                about=ids_of(fact), day=c.day,
            )  # fmt: skip
    for members, pact in world.items():
        if any(members <= other for other in recorded):
            continue
        names = [c.person(c.scenario.blocs[number].leader) for number in sorted(members)]
        yield Finding(
            key=f"bound {pact.id}", kind=Kind.ONLY_HERE, weight=c.weight("pact", None), fact=None,
            was="no such understanding is recorded", here=f"an understanding of {_list(names)}",
            provenance=(f"pact {pact.id}",), about=(pact.id,), day=c.day,
        )  # fmt: skip


def publications(c: Case) -> Iterator[Finding]:
    """Documents that should be out and are not, or are out early or here alone."""
    levels = {"known": 2, "leaked": 3, "delegations": 4, "press": 5, "abroad": 6}
    reached: dict[str, tuple[int, Fact]] = {}
    for fact in c.book.by_kind["publication"]:
        level = levels.get(str(fact.data.get("state", "press")), 2)
        if fact.begins <= c.day and "document" in fact.data:
            reached[str(fact.data["document"])] = (level, fact)
    for number, document in enumerate(c.scenario.documents):
        state = int(c.state.documents[number])
        level, found = reached.get(document.id, (0, None))
        if found is not None and state < min(level, 3):
            yield Finding(
                key=f"unread {document.id}", kind=Kind.MISSING, weight=c.weight("publication", found),
                fact=found, was=found.text, here=f"“{document.title}” is not out",
                provenance=(f"document {document.id}",), about=(document.id,), day=c.day,
            )  # fmt: skip
        elif state >= 4 and state > max(level, 3):
            later = any(f.data.get("document") == document.id for f in c.book.by_kind["publication"])
            yield Finding(
                key=f"out {document.id}", kind=Kind.EARLIER if later else Kind.ONLY_HERE,
                weight=c.weight("publication", None), fact=None, was=f"“{document.title}” was not out",
                here=f"“{document.title}” is read openly", provenance=(f"document {document.id}",),
                about=(document.id,), day=c.day,
            )  # fmt: skip


def choices(c: Case) -> Iterator[Finding]:
    """Hinges decided otherwise than in history."""
    for hinge in c.scenario.hinges:
        for group in range(len(hinge.deciders)):
            key = f"{hinge.id}/{group}"
            chosen = c.state.choices.get(key)
            if chosen is None or c.state.events_fired.get(hinge.id) != c.turn:
                continue
            options = {option.id: option for option in hinge.options}
            historical = [o for o in hinge.options if o.historical and o.decider == group]
            if not historical or chosen in {o.id for o in historical}:
                continue
            taken = options[chosen]
            yield Finding(
                key=f"choice {key}", kind=Kind.OTHERWISE, weight=c.weights["choice"] * 1000, fact=None,
                was=f"{hinge.name}: {historical[0].label}", here=f"{hinge.name}: {taken.label}",
                provenance=(f"hinge {hinge.id}",), about=(hinge.id,), day=c.day, lasting=False,
                mark=taken.mark if taken.mark == "speculation" else "model",
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
        if name not in world:
            continue
        was, here = int(fact.data["value"]), world[name]
        if abs(was - here) * 10 <= was:
            continue
        yield Finding(
            key=f"figure {fact.id}", kind=Kind.OTHERWISE, weight=c.weight("figure", fact), fact=fact,
            was=f"{fact.text}", here=f"{here:,} here", provenance=("recruitment",), about=(name,),
            day=c.day, lasting=False,
        )  # fmt: skip


def happenings(c: Case) -> Iterator[Finding]:
    """Events of the scenario that the record dates in this turn and that did not come."""
    fired = c.state.events_fired
    for fact in c.book.falling_in("happening", c.turn):
        event = fact.data.get("event")
        if event is None or fired.get(str(event), 0) > 0:
            continue
        yield Finding(
            key=f"happening {fact.id}", kind=Kind.MISSING, weight=c.weight("happening", fact), fact=fact,
            was=fact.text, here="it did not come to this", provenance=(f"event {event}",), about=ids_of(fact),
            day=fact.begins,
        )  # fmt: skip


def _list(names: list[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]
