"""Acts every game has: choose, reply, stand, voice, done."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.engine import bodies, hinges, lines, meetings, motions, offers, people
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.order import CHOOSE, DONE, REPLY, STAND, VOICE, Order, Reason
from game.engine.state import Decision, Motion, Offer, State
from game.scenario.vocabulary import TERMS

#: Declared sides, and what a sponsor may do with his own motion.
STANDS = ("for", "against", "abstain", "open")
WITHDRAW = "withdraw"
ANSWERS = ("accept", "refuse", "counter")
VOICES = ("for", "against")

_BLANKS = {
    CHOOSE: ("hinge", "option"),
    REPLY: ("offer", "answer", "term", "what"),
    STAND: ("motion", "side"),
    VOICE: ("hinge", "option", "side"),
    DONE: (),
}
_KINDS = {
    CHOOSE: ("hinge",),
    REPLY: ("offer",),
    STAND: ("window", "session"),
    VOICE: ("voice",),
    DONE: ("window", "session", "voice"),
}


def offer_of(state: State, decision: Decision) -> Offer:
    """The offer a decision is about."""
    return next(offer for offer in state.offers if offer.id == decision.about)


# ---- may it be done


def why_not(state: State, decision: Decision, order: Order) -> Reason | None:
    """Why a native act is not open at this decision, or None."""
    unknown = sorted({name for name, _ in order.args} - set(_BLANKS[order.kind]))
    if unknown:
        return Reason(f"{order.kind} has no blank called {unknown[0]}.", "blank")
    if decision.kind not in _KINDS[order.kind]:
        return Reason(_WAITING[decision.kind], "decision")
    return _CHECKS[order.kind](state, decision, order)


_WAITING = {
    "hinge": "A question of the day must be decided first.",
    "offer": "An offer must be answered first.",
    "voice": "You are asked to speak to a question of the day, or to keep silent.",
    "window": "That is not asked now.",
    "session": "That is not asked now.",
}


def _check_choose(state: State, decision: Decision, order: Order) -> Reason | None:
    if order.get("hinge") != decision.about:
        return Reason("Another question is open.", "hinge")
    hinge = hinges.find(state, decision.about)
    option = hinges.option_of(hinge, str(order.get("option")))
    if option is None:
        return Reason("There is no such option.", "option")
    return hinges.why_not(state, hinge, decision.group, option)


def _check_reply(state: State, decision: Decision, order: Order) -> Reason | None:
    answer = order.get("answer")
    if order.get("offer") != decision.about:
        return Reason("Another offer is on the table.", "offer")
    if answer not in ANSWERS:
        return Reason("Answer accept, refuse or counter.", "answer")
    if answer == "counter":
        return _check_counter(offer_of(state, decision), order)
    return None


def _check_counter(offer: Offer, order: Order) -> Reason | None:
    if offer.countered:
        return Reason("He has countered already; say yes or no.", "countered")
    if order.get("term") not in TERMS:
        return Reason("Say on what terms.", "term")
    if order.get("term") == offer.term:
        return Reason("Those are his own terms.", "term")
    if order.get("term") == "post" and not order.get("what"):
        return Reason("Say which post.", "what")
    return None


def _check_stand(state: State, decision: Decision, order: Order) -> Reason | None:
    motion = motions.find(state, str(order.get("motion")))
    if motion is None:
        return Reason("That is not on the agenda.", "motion")
    side = order.get("side")
    if side == WITHDRAW:
        return _check_withdraw(state, decision, motion)
    if side not in STANDS:
        return Reason("Stand for, against, abstain or open.", "side")
    return _check_voter(state, decision.who, motion)


def _check_voter(state: State, person: int, motion: Motion) -> Reason | None:
    """Why somebody may not declare himself on a motion, whatever the side."""
    if not people.can_act(state, person) or not _concerns(state, person, motion):
        return Reason("You have no voice in that body.", "voice")
    if person in motion.movers:
        return Reason("It is your own motion.", "own")
    return None


def _check_withdraw(state: State, decision: Decision, motion: Motion) -> Reason | None:
    if meetings.is_standing(state, motion):
        return Reason("This stands on the agenda by rule; nobody can withdraw it.", "standing")
    own = bool(motion.movers) and motion.movers[0] == decision.who
    return None if own else Reason("Only its sponsor can withdraw a motion.", "sponsor")


def _concerns(state: State, person: int, motion: Motion) -> bool:
    return bodies.attends(state, person, motion.body) or lines.target(state, motion) == person


def _check_voice(state: State, decision: Decision, order: Order) -> Reason | None:
    if order.get("hinge") != decision.about:
        return Reason("Another question is open.", "hinge")
    if order.get("option") not in [option.id for option in hinges.find(state, decision.about).options]:
        return Reason("There is no such option.", "option")
    if order.get("side") not in VOICES:
        return Reason("Speak for or against it.", "side")
    return None


def _check_done(state: State, decision: Decision, order: Order) -> Reason | None:
    return None


_CHECKS = {
    CHOOSE: _check_choose,
    REPLY: _check_reply,
    STAND: _check_stand,
    VOICE: _check_voice,
    DONE: _check_done,
}


# ---- what can be done


def each_legal(state: State, decision: Decision) -> Iterator[Order]:
    """The native acts open at a decision, ``done`` last."""
    who = state.scenario.people[decision.who].id
    if decision.kind in _KINDS[STAND]:
        yield from stands(state, decision, state.agenda)
    for order in _possible(state, decision, who):
        if why_not(state, decision, order) is None:
            yield order


def _possible(state: State, decision: Decision, who: str) -> Iterator[Order]:
    if decision.kind == "hinge":
        for option in hinges.find(state, decision.about).options:
            yield Order.of(who, CHOOSE, hinge=decision.about, option=option.id)
    elif decision.kind == "offer":
        yield from _replies(state, decision, who)
    elif decision.kind == "voice":
        for option in hinges.find(state, decision.about).options:
            for side in VOICES:
                yield Order.of(who, VOICE, hinge=decision.about, option=option.id, side=side)
    yield Order.of(who, DONE)


def _replies(state: State, decision: Decision, who: str) -> Iterator[Order]:
    for answer in ("accept", "refuse"):
        yield Order.of(who, REPLY, offer=decision.about, answer=answer)
    for term in TERMS:
        yield Order.of(who, REPLY, offer=decision.about, answer="counter", term=term)


def stands(state: State, decision: Decision, before: Iterable[Motion]) -> Iterator[Order]:
    """Legal declarations that would change something on some motions of the agenda, and withdrawals.

    Whether he has a voice is asked once a motion: it is the same for every side.
    """
    person, who = decision.who, state.scenario.people[decision.who].id
    for motion in before:
        now = dict(motion.stands).get(person)
        for side in STANDS if _check_voter(state, person, motion) is None else ():
            if motions.SIDES.get(side) != now:
                yield Order.of(who, STAND, motion=motion.id, side=side)
        if _check_withdraw(state, decision, motion) is None:
            yield Order.of(who, STAND, motion=motion.id, side=WITHDRAW)


# ---- doing it


def perform(state: State, log: Log, decision: Decision, order: Order) -> None:
    """Carry out a legal native act; an answered decision leaves the stack."""
    _ACTS[order.kind](state, log, decision, order)


def _choose(state: State, log: Log, decision: Decision, order: Order) -> None:
    state.decisions.remove(decision)
    hinges.choose(state, log, decision.about, decision.group, str(order.get("option")))


def _reply(state: State, log: Log, decision: Decision, order: Order) -> None:
    offer = offer_of(state, decision)
    words = (str(order.get(name) or "") for name in ("answer", "term", "what"))
    if offers.reply(state, log, offer, *words):
        motions.bargain(state, log, decision.who, Atlas.of(state.scenario).leaders[offer.by])


def _stand(state: State, log: Log, decision: Decision, order: Order) -> None:
    motion = motions.find(state, str(order.get("motion")))
    assert motion is not None
    if order.get("side") == WITHDRAW:
        motions.withdraw(state, log, motion, decision.who)
    else:
        motions.stand(state, log, motion, decision.who, str(order.get("side")))


def _voice(state: State, log: Log, decision: Decision, order: Order) -> None:
    state.decisions.remove(decision)
    hinge, against = hinges.find(state, decision.about), order.get("side") == "against"
    hinges.voice(state, log, hinge, str(order.get("option")), decision.who, against)


def _done(state: State, log: Log, decision: Decision, order: Order) -> None:
    state.decisions.remove(decision)


_ACTS = {CHOOSE: _choose, REPLY: _reply, STAND: _stand, VOICE: _voice, DONE: _done}
