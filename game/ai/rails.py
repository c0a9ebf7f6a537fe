"""The historical line: what each contender did, offered to the seat whose turn it is."""

from __future__ import annotations

from game.engine import why_not
from game.engine.motions import SIDES
from game.engine.order import CHOOSE, REPLY, STAND, Order
from game.engine.state import Decision, State
from game.scenario.model import Deed

#: Points a deed of history counts for on the middle setting of the dial.
NUDGE = 120


def deeds(state: State, decision: Decision) -> list[Deed]:
    """Deeds of this turn and seat, in the order of the record."""
    who = state.scenario.people[decision.who].id
    return [deed for deed in state.scenario.history if deed.turn == state.turn and deed.who == who]


def next_deed(state: State, decision: Decision) -> Order | None:
    """The next order of the historical line that is open now and was not given yet; None if there is none."""
    if decision.kind == "hinge":
        return _choice(state, decision)
    if decision.kind == "offer":
        return _reply(state, decision)
    for deed in deeds(state, decision):
        order = _order(state, deed)
        if order is None or given(state, order) or order.kind in (CHOOSE, REPLY):
            continue
        if why_not(state, order) is None:
            return order
    return None


def given(state: State, order: Order) -> bool:
    """Whether exactly this order was given in this turn."""
    return state.given.get(str(order)) == state.turn


def _order(state: State, deed: Deed) -> Order | None:
    args = dict(deed.args)
    if deed.order == STAND:
        return _stand(state, deed.who, args)
    return Order.of(deed.who, deed.order, **args)


def _stand(state: State, who: str, args: dict[str, str]) -> Order | None:
    """A stand names its motion by key, or by type and subject; the agenda says which motion that is."""
    for motion in state.agenda:
        if args.get("key") not in (None, motion.key):
            continue
        if args.get("motion") not in (None, motion.type, motion.id):
            continue
        if args.get("subject") not in (None, motion.subject):
            continue
        person = state.scenario.index["people"][who]
        if dict(motion.stands).get(person) == SIDES[args["side"]]:
            continue
        return Order.of(who, STAND, motion=motion.id, side=args["side"])
    return None


def _choice(state: State, decision: Decision) -> Order | None:
    """The option taken in history by this decider, if it is open."""
    who = state.scenario.people[decision.who].id
    hinge = next(one for one in state.scenario.hinges if one.id == decision.about)
    named = [
        str(deed.args["option"])
        for deed in state.scenario.history
        if deed.order == CHOOSE and deed.who == who and deed.args.get("hinge") == hinge.id
    ]
    recorded = [o.id for o in hinge.options if o.historical and o.decider == decision.group]
    for option in (*named, *recorded):
        order = Order.of(who, CHOOSE, hinge=hinge.id, option=option)
        if why_not(state, order) is None:
            return order
    return None


def _reply(state: State, decision: Decision) -> Order | None:
    """An offer is accepted if history knows a pact of the two in these months."""
    offer = next((one for one in state.offers if one.id == decision.about), None)
    if offer is None:
        return None
    blocs = state.scenario.blocs
    pair = {blocs[offer.by].leader, blocs[offer.to].leader}
    who = state.scenario.people[decision.who].id
    for fact in state.scenario.record:
        if fact.kind != "pact" or not pair <= {str(name) for name in fact.data["members"]}:
            continue
        first = state.scenario.turn_of(fact.begins)
        last = state.scenario.turn_of(fact.ends) if fact.ends else state.scenario.turns
        if first - 1 <= state.turn < last:
            return Order.of(who, REPLY, offer=offer.id, answer="accept")
    return Order.of(who, REPLY, offer=offer.id, answer="refuse")
