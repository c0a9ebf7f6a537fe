"""A rival decides: one order for the decision the game waits for, with the reasons kept.

Rivals read their own view and nothing else, and draw from the same list of legal orders as people. The dial:
``rails`` follows the historical line unless it is impossible, ``nudged`` counts it as one consideration,
``free`` ignores it.
"""

from __future__ import annotations

from typing import Any

from game.ai import attitude, candidates, dealings, motions, rails, taste
from game.ai.worth import Judge, Line
from game.engine import bargain, effects, hinges, why_not
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.order import CHOOSE, DONE, REPLY, STAND, VOICE, Order
from game.engine.orders import cost
from game.engine.state import Decision, State
from game.engine.view import view

#: An order must be worth more than this to be given at all.
WORTHWHILE = 12
#: So many candidates are kept with a choice, and so many lines of each.
KEPT, KEPT_LINES = 3, 5

#: A considered order with its score and the lines behind it.
Weighed = tuple[int, Order, list[Line]]
#: An order with the reasons kept beside it.
Choice = tuple[Order, dict[str, Any]]


def plan(
    state: State, decision: Decision, dial: str = "free", strength: str = "secretary", luck: int = 0
) -> list[Choice]:
    """The orders a rival gives at this decision, in order, and why; the last one ends a window.

    Pure; ``luck`` seeds wavering. A window is thought through once: its orders are the best of one ranking
    that fit into what is left of his orders.
    """
    who = state.scenario.people[decision.who].id
    if dial == "rails":
        return [_on_rails(state, decision, who)]
    seen = view(state, decision.who).state
    seen.seed = luck
    judge = Judge(seen, attitude.read(seen, decision.who))
    weighed = _KINDS[decision.kind](judge, decision, strength)
    if dial == "nudged":
        weighed = _nudge(state, decision, weighed)
    weighed.sort(key=lambda one: (-one[0], str(one[1])))
    if decision.kind in ("window", "session"):
        return _window_plan(state, decision, weighed, dial)
    if decision.kind == "voice":
        weighed = [one for one in weighed if one[0] > 0]
        weighed.append((0, Order.of(who, DONE), []))
    chosen = next(order for _, order, _ in weighed if why_not(state, order) is None)
    return [(chosen, _why(chosen, weighed, dial))]


def decide(
    state: State, decision: Decision, dial: str = "free", strength: str = "secretary", luck: int = 0
) -> Choice:
    """The first order of the plan."""
    return plan(state, decision, dial, strength, luck)[0]


def _window_plan(state: State, decision: Decision, weighed: list[Weighed], dial: str) -> list[Choice]:
    """The best orders that the seat can pay for together, then the end of the window."""
    who = state.scenario.people[decision.who].id
    seat = Atlas.of(state.scenario).contender[decision.who]
    left = int(state.orders_left[seat])
    chosen: list[Choice] = []
    used: set[tuple[str, str]] = set()
    for score, order, _ in weighed:
        mark = (order.kind, str(order.get("motion") or order.get("region") or order.get("target") or ""))
        if score <= WORTHWHILE or mark in used:
            continue
        price = cost(state, order).orders
        if price > left or why_not(state, order) is not None:
            continue
        left -= price
        used.add(mark)
        chosen.append((order, _why(order, weighed, dial)))
    chosen.sort(key=lambda one: one[0].kind == STAND)
    return [*chosen, (Order.of(who, DONE), {"chosen": DONE})]


def _on_rails(state: State, decision: Decision, who: str) -> Choice:
    order = rails.next_deed(state, decision)
    if order is not None:
        return order, {"chosen": str(order), "history": True}
    if decision.kind in ("hinge", "offer"):
        return decide(state, decision, "free")
    return Order.of(who, DONE), {"chosen": DONE, "history": True}


def _nudge(state: State, decision: Decision, weighed: list[Weighed]) -> list[Weighed]:
    """The deed of history gains a labelled line, and is considered even if nothing else spoke for it."""
    order = rails.next_deed(state, decision)
    if order is None:
        return weighed
    rest = [one for one in weighed if one[1] != order]
    own = next((one for one in weighed if one[1] == order), (0, order, []))
    return [*rest, (own[0] + rails.NUDGE, order, [*own[2], ("history", rails.NUDGE)])]


def _why(order: Order, weighed: list[Weighed], dial: str) -> dict[str, Any]:
    best = [
        {
            "order": str(one),
            "score": score,
            "lines": sorted(lines, key=lambda line: (-abs(line[1]), line[0]))[:KEPT_LINES],
        }
        for score, one, lines in weighed[:KEPT]
    ]
    return {"chosen": str(order), "dial": dial, "candidates": best}


def _total(lines: list[Line]) -> int:
    return sum(amount for _, amount in lines)


def _wavering(judge: Judge, order: Order, strength: str) -> int:
    return taste.waver(judge.state.seed, judge.state.turn, judge.mind.person, str(order), strength)


# ---- one reading for each kind of decision


def _window(judge: Judge, decision: Decision, strength: str) -> list[Weighed]:
    """Orders of a window or a sitting, and how he stands on motions he has not declared himself on."""
    found = [
        _weigh_order(judge, kind, order, strength)
        for kind, order in candidates.considered(judge.state, decision, judge.mind, strength)
    ]
    if decision.kind == "session":
        found += _stands(judge, decision)
    return found


def _weigh_order(judge: Judge, kind: Any, order: Order, strength: str) -> Weighed:
    lines = dealings.order_lines(judge, kind, order)
    score = _total(lines) * 3 // (2 + max(kind.orders, 1)) + _wavering(judge, order, strength)
    return _fresh(judge, order, score), order, lines


def _fresh(judge: Judge, order: Order, score: int) -> int:
    """An order given lately is worth less, the very same one this turn least: people and halls tire of it."""
    if rails.given(judge.state, order):
        return score // 4 if score > 0 else score
    last = judge.state.given.get(f"{order.who} {order.kind}", 0)
    ago = judge.state.turn - last if last else 9
    return score * (600 + 100 * min(ago, 4)) // 1000 if score > 0 else score


def _stands(judge: Judge, decision: Decision) -> list[Weighed]:
    """Declaring oneself is free; it is done once, after the orders."""
    found: list[Weighed] = []
    for motion in judge.state.agenda:
        if dealings.standing(judge.state, motion, decision.who) is not None:
            continue
        side, lines = motions.side(judge, motion)
        if side == "open":
            continue
        order = Order.of(judge.state.scenario.people[decision.who].id, STAND, motion=motion.id, side=side)
        found.append((WORTHWHILE + 1 + min(abs(_total(lines)), 400), order, lines))
    return found


def _hinge(judge: Judge, decision: Decision, strength: str) -> list[Weighed]:
    """Options by what their effects are worth, the voices of others, and the consent they would need."""
    state = judge.state
    who = state.scenario.people[decision.who].id
    hinge = hinges.find(state, decision.about)
    context = hinges.context_of(state, hinge, decision.group)
    found: list[Weighed] = []
    for option in hinge.options:
        order = Order.of(who, CHOOSE, hinge=hinge.id, option=option.id)
        lines = judge.lines(effects.describe(option.effects, context))
        lines += [("voices", hinges.voices(state, hinge, option.id, decision.who).total // 4)]
        if option.consent is not None:
            lines = [(label, amount // 2) for label, amount in lines]
        found.append((_total(lines) + _wavering(judge, order, strength), order, lines))
    return found


def _offer(judge: Judge, decision: Decision, strength: str) -> list[Weighed]:
    """Accept what his own score line favours; else refuse, or counter with the terms both could bear."""
    state = judge.state
    who = state.scenario.people[decision.who].id
    offer = next(one for one in state.offers if one.id == decision.about)
    line = bargain.score(state, offer, offer.to)
    lines = [(term.reason, term.amount) for term in line.terms]
    accept = Order.of(who, REPLY, offer=offer.id, answer="accept")
    refuse = Order.of(who, REPLY, offer=offer.id, answer="refuse")
    wavering = _wavering(judge, accept, strength)
    return [(line.total + wavering, accept, lines), (0, refuse, [])]


def _voice(judge: Judge, decision: Decision, strength: str) -> list[Weighed]:
    """Speak for the option that serves him best, if it matters."""
    state = judge.state
    who = state.scenario.people[decision.who].id
    hinge = hinges.find(state, decision.about)
    context = Context(state, {"SELF": decision.who, "DECIDER": decision.who}, f"hinge:{hinge.id}")
    found: list[Weighed] = []
    for option in hinge.options:
        lines = judge.lines(effects.describe(option.effects, context))
        total = _total(lines)
        side = "for" if total > 0 else "against"
        order = Order.of(who, VOICE, hinge=hinge.id, option=option.id, side=side)
        found.append((abs(total) - 30, order, lines))
    return found


_KINDS = {"window": _window, "session": _window, "hinge": _hinge, "offer": _offer, "voice": _voice}
