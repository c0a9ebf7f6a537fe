"""Verbs about understandings: named pacts, bonds, offers, breaking and making peace."""

from __future__ import annotations

from typing import Any

from game.engine import offers, opinions, pacts
from game.engine.act import Act, Verb
from game.engine.state import Clause

#: Strength and length of a peace made by a mediator (turns), and what both think better of him.
PEACE, PEACE_TURNS, THANKS = 300, 3, 40


def pact(act: Act, which: Any, word: str) -> None:
    """A named pact is formed, broken or strained."""
    name = act.id("pacts", act.at("pacts", which))
    if word == "formed":
        offers.invite(act.state, act.log, name, _by(act), act.causes)
        return
    found = pacts.find(act.state, name)
    if found is None:
        return
    if word == "strained":
        pacts.strain(act.state, act.log, found, act.causes)
    else:
        by = _by(act)
        breaker = by if by in found.members else -1
        pacts.break_(act.state, act.log, found, breaker, act.causes)
        if found in act.state.pacts:
            pacts.end(act.state, act.log, found, "dissolved", act.causes)


def _by(act: Act) -> int:
    """The bloc of whoever brings it about, -1 if nobody does."""
    return act.context.bloc(act.context.person_symbol("SELF", "DECIDER"))


def bind(act: Act, one: Any, other: Any, amount: int) -> None:
    """Two blocs come to an open understanding of that strength."""
    first, second = act.bloc(one, "actor"), act.bloc(other, "actor")
    if first >= 0 and second >= 0 and first != second:
        name = bond_name(act, first, second)
        pacts.make(act.state, act.log, name, (first, second), act.size(amount), False, causes=act.causes)


def bond_name(act: Act, one: int, other: int) -> str:
    """The id of a bond between two blocs."""
    low, high = min(one, other), max(one, other)
    return f"{act.id('blocs', low)}+{act.id('blocs', high)}"


def unbind(act: Act, one: Any, other: Any) -> None:
    """Whatever bound the two ends without blame."""
    first, second = act.bloc(one), act.bloc(other)
    for found in pacts.between(act.state, first, second):
        pacts.end(act.state, act.log, found, "dissolved", act.causes)


def offer(act: Act) -> None:
    """The order's offer: TERM to TARGET, as CHOICE says."""
    context = act.context
    giver, receiver = act.bloc("SELF", "living"), act.bloc("TARGET", "living")
    if giver >= 0 and receiver >= 0 and giver != receiver:
        put = offers.proposed(act.state, giver, receiver, str(context.TERM), str(context.CHOICE))
        offers.make(act.state, act.log, giver, receiver, put.term, put.what, put.secret, causes=act.causes)


def break_(act: Act, who: Any) -> None:
    """The giver of the order breaks with this leader."""
    by, other = act.bloc("SELF"), act.bloc(who)
    if by >= 0 and other >= 0:
        pacts.break_between(act.state, act.log, by, other, act.causes)


def mediate(act: Act, one: Any, other: Any) -> None:
    """Two leaders promise each other peace for three turns, and both thank the mediator."""
    first, second = act.bloc(one, "actor"), act.bloc(other, "actor")
    if first < 0 or second < 0 or first == second:
        return
    terms = (Clause("peace", first), Clause("peace", second))
    until = act.state.turn + PEACE_TURNS
    name = f"{bond_name(act, first, second)}:peace"
    made = pacts.make(act.state, act.log, name, (first, second), PEACE, False, until, terms, act.causes)
    mediator = act.person("SELF")
    for bloc in (first, second) if made and mediator >= 0 else ():
        opinions.remember(act.state, act.context.chief(bloc), mediator, "mediated", act.size(THANKS))


VERBS: dict[str, Verb] = {
    "pact": pact, "bind": bind, "unbind": unbind, "offer": offer, "break": break_, "mediate": mediate,
}  # fmt: skip
