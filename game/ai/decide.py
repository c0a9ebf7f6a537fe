"""A rival decides: the orders for the decision the game waits for, with the reasons kept.

Rivals read their own view and nothing else, and draw from the same list of legal orders as people. The dial:
``rails`` follows the historical line unless it is impossible, ``nudged`` counts it as one consideration,
``free`` ignores it.
"""

from __future__ import annotations

from itertools import islice
from typing import Any

from game.ai import answers, bargains, candidates, dealings, foresight, motions, proposals, rails, worth
from game.ai.answers import Weighed
from game.ai.judge import Judge, Line
from game.ai.strength import STRENGTHS, Strength
from game.engine import meetings, why_not
from game.engine import motions as rules
from game.engine.bodies import joined
from game.engine.memo import still
from game.engine.order import DONE, STAND, Order
from game.engine.orders import WINDOWS, cost, gate, type_reason
from game.engine.powers import posts_of
from game.engine.state import Decision, State
from game.engine.view import glance
from game.scenario.model import OrderType, Scenario

#: An order must be worth more than this to be given at all.
WORTHWHILE = 12
#: Above this a score counts for a third: a very good order does not drive out all others.
PLENTY = 70
#: So many candidates are kept with a choice, and so many lines of each.
KEPT, KEPT_LINES = 3, 3
#: A motion on the agenda worth this much makes him keep an order for the sitting.
FIGHT = 60
#: Families of orders that come to mind in every turn.
ALWAYS = ("personal",)

#: An order with the reasons kept beside it.
Choice = tuple[Order, dict[str, Any]]


def plan(
    state: State,
    decision: Decision,
    dial: str = "free",
    strength: str = "secretary",
    luck: int = 0,
    types: frozenset[str] | None = None,
) -> list[Choice]:
    """The orders a rival gives at this decision, in order, and why; the last one ends a window.

    Pure; ``luck`` seeds wavering. A window is thought through once: its orders are the best of one ranking
    that fit into what is left of his orders. ``types`` are the only types of orders he thinks of (None: all).
    """
    with still(state):
        return _plan(state, decision, dial, strength, luck, types)


def _plan(
    state: State, decision: Decision, dial: str, strength: str, luck: int, types: frozenset[str] | None
) -> list[Choice]:
    who = state.scenario.people[decision.who].id
    if dial == "rails":
        return [_on_rails(state, decision, who)]
    if dial != "nudged" and (_nothing_before(state, decision) or _idle(decision, STRENGTHS[strength])):
        return [_done(who)]
    seen = glance(state, decision.who)
    seen.seed, seen.memo = luck, {}
    judge = Judge.of(seen, decision.who, STRENGTHS[strength])
    weighed = _KINDS[decision.kind](judge, decision)
    if dial == "nudged":
        weighed = _nudge(state, decision, weighed)
    weighed.sort(key=lambda one: (-one[0], one[1].kind, one[1].args))
    if decision.kind in WINDOWS:
        if types is not None:
            weighed = [one for one in weighed if one[1].kind == STAND or one[1].kind in types]
        return _window_plan(state, decision, judge, weighed, dial)
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


def _done(who: str) -> Choice:
    return Order.of(who, DONE), {"chosen": DONE}


def _nothing_before(state: State, decision: Decision) -> bool:
    """True if no motion lies before the sitting: agendas are known to everybody."""
    sitting = meetings.in_session(state)
    if decision.kind != "session":
        return False
    return sitting is None or not any(motion.body == sitting.body for motion in state.agenda)


def _idle(decision: Decision, strength: Strength) -> bool:
    """A clerk goes with his pacts at a sitting and raises no voice."""
    return not strength.at_sittings and decision.kind in ("session", "voice")


# ---- windows and sittings


def _window_plan(state: State, decision: Decision, judge: Judge, weighed: list[Weighed], dial: str) -> list[Choice]:
    """The best orders that the seat can pay for together, then the end of the window."""
    left = int(judge.state.orders_left[judge.atlas.contender[decision.who]]) - _kept_back(judge, decision)
    credit = int(judge.state.credit[judge.mind.bloc])
    chosen: list[Choice] = []
    used: set[str] = set()
    for score, order, _ in weighed:
        if score <= WORTHWHILE:
            break
        once = _once(judge, order)
        if order.kind != STAND and (once in used or _type_of(judge, order).orders > left):
            continue
        price = cost(judge.state, order)
        if price.orders > left or price.credit > credit or why_not(state, order) is not None:
            continue
        left, credit = left - price.orders, credit - price.credit
        used.add(once)
        chosen.append((order, _why(order, weighed, dial)))
    chosen.sort(key=lambda one: one[0].kind != STAND)
    return [*chosen, _done(judge.own)]


def _once(judge: Judge, order: Order) -> str:
    """What is done once in a window: each type of order, and one thing for his own person."""
    if order.kind == STAND:
        return STAND
    family = _type_of(judge, order).family
    return family if family in ALWAYS else order.kind


def _type_of(judge: Judge, order: Order) -> OrderType:
    return judge.state.scenario.orders[judge.atlas.index["orders"][order.kind]]


def _kept_back(judge: Judge, decision: Decision) -> int:
    """Orders are kept for the sitting if a vote that matters is coming, most of all one against himself."""
    if decision.kind != "window":
        return 0
    agenda = judge.state.agenda
    if not any(foresight.stake(judge, motion.id) >= FIGHT for motion in agenda):
        return int(judge.strength.watchful and _office_at_stake(judge, decision))
    hit = any(rules.target(judge.state, motion) == judge.mind.person for motion in agenda)
    return judge.strength.reserve if hit else 1


def _office_at_stake(judge: Judge, decision: Decision) -> bool:
    """True if a sitting of this turn could take an office his aim asks for, and he can keep a paper off its table."""
    state, bodies = judge.state, judge.atlas.index["bodies"]
    if not any(type_reason(state, decision, kind) is None for kind in judge.atlas.once("orders that block", _block)):
        return False
    held = (state.scenario.posts[post] for post in posts_of(state, decision.who))
    asked = (post for post in held if judge.mind.want("holds", judge.own, post.id) > 0)
    emptied = {bodies.get(post.emptied_by or "", -1) for post in asked}
    return any(emptied.intersection(joined(state, sitting.body)) for sitting in meetings.of_turn(state))


def _block(scenario: Scenario) -> list[OrderType]:
    """Orders that keep a motion off the table."""
    return [kind for kind in scenario.orders if any(effect.verb == "block" for effect in kind.effects)]


def _window(judge: Judge, decision: Decision) -> list[Weighed]:
    """Orders of the window: work, agreements and motions."""
    kinds = _open_kinds(judge, decision)
    found = [
        _weigh_order(judge, kind, order)
        for kind, order in candidates.considered(judge, decision, [k for k in kinds if candidates.plain(k)])
    ]
    for kind in kinds:
        verbs = {effect.verb for effect in kind.effects}
        if "offer" in verbs:
            found += [_shaken(judge, one) for one in bargains.considered(judge, kind.id)]
        if "table" in verbs:
            found += [_shaken(judge, one) for one in proposals.considered(judge, kind.id)]
    return found


def _open_kinds(judge: Judge, decision: Decision) -> list[OrderType]:
    """Open types of orders he thinks of: nobody thinks of everything in every turn."""
    window, rounds = WINDOWS[decision.kind], judge.strength.rounds
    turn, reason = judge.state.turn + decision.who, gate(judge.state, decision)
    found = []
    for number, kind in enumerate(judge.state.scenario.orders):
        if kind.window not in window:
            continue
        if decision.kind == "session":
            thought = _of_session(kind)
        else:
            at_hand = judge.strength.at_sittings and (kind.family in ALWAYS or candidates.of_office(judge, kind))
            thought = at_hand or (number + turn) % rounds == 0
        if thought and reason(kind) is None:
            found.append(kind)
    return found


def _session(judge: Judge, decision: Decision) -> list[Weighed]:
    """At a sitting: how he stands on what lies before it, and work on those motions."""
    sitting = meetings.in_session(judge.state)
    if sitting is None:
        return []
    found = _stands(judge, dealings.contested(judge.state, sitting, decision.who))
    kinds = _open_kinds(judge, decision)
    for kind, order in candidates.considered(judge, decision, kinds):
        found.append(_weigh_order(judge, kind, order))
    return found


def _of_session(kind: OrderType) -> bool:
    """Orders that bear on a sitting; those open in both windows were thought of before."""
    return candidates.plain(kind) and (kind.window == "session" or any(s.kind == "motion" for s in kind.slots))


def _stands(judge: Judge, before: list[Any]) -> list[Weighed]:
    """Declaring oneself is free; it is done once, and only on what matters."""
    found: list[Weighed] = []
    for motion in before:
        side, lines = motions.side(judge, motion)
        if side != "open":
            order = Order.of(judge.own, STAND, motion=motion.id, side=side)
            found.append((WORTHWHILE + 1 + min(abs(worth.total(lines)), 400), order, lines))
    return found


def _weigh_order(judge: Judge, kind: OrderType, order: Order) -> Weighed:
    lines = dealings.order_lines(judge, kind, order)
    score = worth.total(lines) * 3 // (2 + max(kind.orders, 1))
    if score > PLENTY:
        score = PLENTY + (score - PLENTY) // 3
    return _shaken(judge, (_fresh(judge, order, score), order, lines))


def _shaken(judge: Judge, one: Weighed) -> Weighed:
    """Nobody weighs to the last point: a keyed wavering is added."""
    score, order, lines = one
    return score + answers.waver(judge, order), order, lines


def _fresh(judge: Judge, order: Order, score: int) -> int:
    """An order given lately is worth less: people and halls tire of it."""
    last = judge.state.given.get(f"{order.who} {order.kind}", 0)
    ago = judge.state.turn - last if last else 9
    return score * (250 + 150 * min(ago, 5)) // 1000 if score > 0 else score


# ---- history, and what is kept


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
    """The order chosen and its nearest rivals, each with its score and weightiest lines."""
    others = islice((one for one in weighed if one[1] != order), KEPT - 1)
    best = [*(one for one in weighed if one[1] == order), *others]
    kept = [
        {"order": _short(one), "score": score, "lines": _lines(lines, KEPT_LINES if one == order else 1)}
        for score, one, lines in best
    ]
    return {"dial": dial, "candidates": kept}


def _short(order: Order) -> str:
    """An order without the person who gives it."""
    return str(order).partition(" ")[2]


def _lines(lines: list[Line], most: int) -> list[Line]:
    """The weightiest lines, those of one label added up."""
    summed: dict[str, int] = {}
    for label, amount in lines:
        summed[label] = summed.get(label, 0) + amount
    return sorted(summed.items(), key=lambda line: (-abs(line[1]), line[0]))[:most]


_KINDS = {
    "window": _window, "session": _session, "hinge": answers.hinge, "offer": answers.offer, "voice": answers.voice,
}  # fmt: skip
