"""Offers between leaders: both sides' score lines decide, and a refusal names its worst line.

A score line is a sum of labelled terms in points; above zero the deal is worth having. The same
lines answer for a rival and advise a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from game.engine import bargain, pacts, posts
from game.engine.atlas import Atlas
from game.engine.ledger import Breakdown, Term
from game.engine.log import Log
from game.engine.people import can_act
from game.engine.state import JOIN, Clause, Decision, Offer, Promise, State

#: Strength of the pact that each term makes.
STRENGTH = {"alliance": 700, "support": 400, "peace": 300, "silence": 250, "post": 500}
#: Choices of an order that say how an agreement is made, not what it is about.
OPENNESS = ("open", "secret")
#: Turns an agreement lasts unless the offer says otherwise.
TURNS = 6
#: What somebody owes whose motion is to be supported.
FAVOUR = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """What an offer is worth to both sides; ``reason`` is the worst line of the side that refuses."""

    accepted: bool
    giver: Breakdown
    receiver: Breakdown
    reason: Term | None = None
    refuser: int = -1  # bloc


def answer(state: State, offer: Offer) -> Answer:
    """The answer by both score lines; pure."""
    giver = bargain.score(state, offer, offer.by)
    receiver = bargain.score(state, offer, offer.to)
    refuser = next((b for b, line in ((offer.to, receiver), (offer.by, giver)) if line.total <= 0), -1)
    if refuser < 0:
        return Answer(True, giver, receiver)
    return Answer(False, giver, receiver, worst(receiver if refuser == offer.to else giver), refuser)


def worst(line: Breakdown) -> Term | None:
    """The largest negative term, the first of equals; None if none is negative."""
    lowest = min(line.terms, key=lambda term: term.amount, default=None)
    return lowest if lowest is not None and lowest.amount < 0 else None


# ---- making and answering


def proposed(state: State, by: int, to: int, term: str, choice: str = "") -> Offer:
    """The offer that an order of ``by`` (blocs) puts: its choice says whether openly, or what is promised.

    A post that is not named is the weightiest vacant one.
    """
    what = "" if choice in (*OPENNESS, "none") else choice
    if term == "post" and not what:
        what = weightiest_vacancy(state)
    return Offer("considered", by, to, term, what, choice != OPENNESS[0])


def weightiest_vacancy(state: State) -> str:
    """Id of the weightiest post that nobody holds, '' if none is vacant."""
    data, holders = state.scenario.posts, enumerate(state.holder.tolist())
    empty = [data[post] for post, holder in holders if holder < 0 and posts.exists(state, post)]
    return max(empty, key=lambda post: post.weight).id if empty else ""


def make(
    state: State, log: Log, by: int, to: int, term: str, what: str = "", secret: bool = True,
    turns: int = TURNS, causes: Iterable[int] = (), countered: bool = False,
) -> Offer:  # fmt: skip
    """An offer is made: somebody in a seat will be asked, anybody else answers at once by his score line."""
    name = _name(state, by, to, term)
    offer = Offer(name, by, to, term, "" if what == "none" else what, secret, turns, countered)
    _record(state, log, offer, "made", by, causes)
    state.offers.append(offer)
    atlas = Atlas.of(state.scenario)
    receiver = atlas.leaders[to]
    if atlas.contender[receiver] >= 0 and state.alive[receiver]:
        state.decisions.append(Decision("offer", receiver, name, day=state.day))
    else:
        reply(state, log, offer, "accept" if bargain.score(state, offer, to).total > 0 else "refuse")
    return offer


def invite(state: State, log: Log, template: str, by: int, causes: Iterable[int] = ()) -> None:
    """A named understanding comes about: whom it does not bind yet is asked to join, and nobody is bound unasked.

    ``by`` (bloc) asks; if the understanding is not meant for him, the first of whom it speaks does. On the
    historical line all are bound, as they were.
    """
    data, found = pacts.named(state, template), pacts.find(state, template)
    if state.by_record or len(pacts.able(state, data)) < 2:
        pacts.form(state, log, template, causes)
        return
    if found:
        own = (by,) if by in pacts.able(state, data) else ()
        pacts.bind(state, log, data, (*found.members, *own), causes)
    for put in invitations(state, template, by):
        make(state, log, put.by, put.to, put.term, put.what, put.secret, causes=causes, countered=put.countered)


def invitations(state: State, template: str, by: int) -> tuple[Offer, ...]:
    """What is put to those who can act, are meant to be of a named understanding and are not yet."""
    data, found = pacts.named(state, template), pacts.find(state, template)
    able, members = pacts.able(state, data), found.members if found else ()
    asker = by if by in able else next((bloc for bloc in (*members, *able) if bloc in able), -1)
    bound = (*members, asker)
    return tuple(
        Offer("considered", asker, bloc, JOIN, template, data.secret, countered=True)
        for bloc in able
        if bloc not in bound
    )


def find(state: State, name: str) -> Offer | None:
    """The open offer with this id."""
    return next((offer for offer in state.offers if offer.id == name), None)


def reply(state: State, log: Log, offer: Offer, word: str, term: str = "", what: str = "") -> bool:
    """The receiver accepts, refuses or counters; True if an agreement was made."""
    state.offers = [other for other in state.offers if other.id != offer.id]
    state.decisions = [d for d in state.decisions if not (d.kind == "offer" and d.about == offer.id)]
    causes = (log.cause(f"offer {offer.id}"),)
    if word == "accept":
        return _accept(state, log, offer, causes)
    if word == "counter" and not offer.countered and term:
        record = _record(state, log, offer, "countered", offer.to, causes)
        make(state, log, offer.to, offer.by, term, what, offer.secret, offer.turns, (record,), True)
        return False
    line = bargain.score(state, offer, offer.to)
    reason = worst(line)
    _record(
        state, log, offer, "refused", offer.to, causes,
        reason=reason.reason if reason else "", terms=bargain.plain(line),
    )  # fmt: skip
    return False


def _accept(state: State, log: Log, offer: Offer, causes: tuple[int, ...]) -> bool:
    leaders = Atlas.of(state.scenario).leaders
    if not all(can_act(state, leaders[bloc]) for bloc in (offer.by, offer.to)):
        _record(state, log, offer, "lapsed", -1, causes)
        return False
    line = bargain.score(state, offer, offer.to)
    record = _record(state, log, offer, "accepted", offer.to, causes, terms=bargain.plain(line))
    if offer.term == JOIN:
        _join(state, log, offer, record)
        return True
    name = f"{offer.id}:{offer.term}"
    pacts.make(
        state, log, name, (offer.by, offer.to), STRENGTH[offer.term], offer.secret,
        state.turn + offer.turns, clauses(offer), (record,),
    )  # fmt: skip
    _spend(state, log, offer, line, record)
    return True


def _join(state: State, log: Log, offer: Offer, record: int) -> None:
    """Whoever was asked is of the understanding, with whoever asked and those who are of it already."""
    found = pacts.find(state, offer.what)
    bound = found.members if found else (offer.by,)
    pacts.bind(state, log, pacts.named(state, offer.what), (*bound, offer.to), (record,))


def clauses(offer: Offer) -> tuple[Clause, ...]:
    """What each side promises: a post is promised by the giver for support, support by the receiver."""
    if offer.term == "support":
        return (Clause("support", offer.to, offer.what),)
    if offer.term == "post":
        return (Clause("post", offer.by, offer.what), Clause("support", offer.to))
    kind = "support" if offer.term == "alliance" else offer.term
    return (Clause(kind, offer.by), Clause(kind, offer.to))


def _spend(state: State, log: Log, offer: Offer, line: Breakdown, record: int) -> None:
    """Support makes the giver owe a favour; a debt without which it would have failed is paid."""
    leaders = Atlas.of(state.scenario).leaders
    giver, receiver = leaders[offer.by], leaders[offer.to]
    if offer.term == "support":
        state.debts.append(Promise(giver, receiver, FAVOUR, "support_promised", state.turn))
    called = sum(term.amount for term in line.terms if term.reason == "debt")
    if called and line.total <= called:
        state.debts = [p for p in state.debts if (p.debtor, p.creditor) != (receiver, giver)]
        people = state.scenario.people
        log.write("settled", None, (people[receiver].id, people[giver].id), (record,), amount=called)


def lapse(state: State, log: Log) -> None:
    """Offers nobody has answered by the end of the turn are off the table."""
    for offer in list(state.offers):
        state.offers.remove(offer)
        state.decisions = [d for d in state.decisions if not (d.kind == "offer" and d.about == offer.id)]
        _record(state, log, offer, "lapsed", -1, (log.cause(f"offer {offer.id}"),))


def _name(state: State, by: int, to: int, term: str) -> str:
    blocs = state.scenario.blocs
    name = f"{blocs[by].id}>{blocs[to].id}@{state.turn}:{term}"
    taken = sum(1 for pact in state.pacts if pact.id.startswith(name))
    return f"{name}.{taken}" if taken or find(state, name) else name


def _record(
    state: State, log: Log, offer: Offer, change: str, by: int, causes: Iterable[int], **data: object
) -> int:
    leaders, people = Atlas.of(state.scenario).leaders, state.scenario.people
    names = (people[leaders[offer.by]].id, people[leaders[offer.to]].id)
    record = log.write(
        "offer", leaders[by] if by >= 0 else None, names, causes, acted=by >= 0,
        secret_to=names if offer.secret else None, change=change, offer=offer.id, term=offer.term,
        what=offer.what, **data,
    )  # fmt: skip
    log.changed(f"offer {offer.id}", record)
    return record
