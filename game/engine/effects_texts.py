"""Verbs about documents, theses, events and lines of the log."""

from __future__ import annotations

from typing import Any

from game.engine import doctrine, documents, events
from game.engine.act import Act, Verb


def document(act: Act, which: Any, word: str, who: Any = None) -> None:
    """A document comes further out, is suppressed, or gets a new holder."""
    place = act.at("documents", which)
    if place < 0:
        return
    if word == "to":
        person = act.living(who)
        if person >= 0:
            documents.give(act.state, act.log, place, person, act.causes)
    elif word == "suppressed":
        documents.deny(act.state, act.log, place, _self(act), act.causes)
    else:
        documents.advance(act.state, act.log, place, word, _self(act), act.causes)


def learn(act: Act, who: Any, which: Any) -> None:
    """Somebody reads a document."""
    person, place = act.living(who), act.at("documents", which)
    if person >= 0 and place >= 0:
        documents.learn(act.state, act.log, place, person, act.causes)


def thesis(act: Act, which: Any, word: str, who: Any = None) -> None:
    """A thesis is launched, attacked, adopted, condemned or passes to somebody."""
    place = act.at("theses", which)
    if place < 0:
        return
    person = act.member(who) if word == "to" else _self(act)
    move = {
        "launched": doctrine.launch, "attacked": doctrine.attack, "adopted": doctrine.adopt,
        "condemned": doctrine.condemn, "to": doctrine.give,
    }[word]  # fmt: skip
    move(act.state, act.log, place, person, act.causes)


def event(act: Act, which: Any) -> None:
    """An event happens now, if its cast can act."""
    place = act.at("events", which)
    if place >= 0:
        events.fire(act.state, act.log, place, act.causes)


def note(act: Act, *words: str) -> None:
    """A line of the log."""
    act.write("note", (), text=" ".join(words))


def _self(act: Act) -> int:
    """Whoever acts: SELF, or the decider of a hinge."""
    context = act.context
    return context.person_symbol("SELF", "DECIDER")


VERBS: dict[str, Verb] = {
    "document": document, "learn": learn, "thesis": thesis, "event": event, "note": note,
}  # fmt: skip
