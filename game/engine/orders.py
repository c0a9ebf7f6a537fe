"""Orders: which are open, why one is not, and giving it. ``why_not`` is the only gate."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.engine import acts, effects, lines, motions, pacts, people, slots
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.log import Log
from game.engine.memo import still
from game.engine.order import DONE, NATIVE, Order, Reason
from game.engine.state import Decision, State
from game.scenario.model import OrderType, Scenario

#: Decisions in which ordinary orders are given, with the windows of orders they admit.
WINDOWS = {"window": ("before", "both"), "session": ("session", "both")}


class IllegalOrder(Exception):
    """An order that ``why_not`` refuses was applied; the state is unchanged."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason.text)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Cost:
    """What an order takes: orders of the turn, credit, authority, health (thousandths)."""

    orders: int = 0
    credit: int = 0
    authority: int = 0
    health: int = 0


def current(state: State) -> Decision | None:
    """The decision the game waits for."""
    return state.decisions[-1] if state.decisions and state.phase != "over" else None


# ---- may it be given


def why_not(state: State, order: Order) -> Reason | None:
    """Why the order may not be given now, or None if it may."""
    decision, atlas = current(state), Atlas.of(state.scenario)
    if decision is None:
        return Reason("The game is over.", "over")
    who = atlas.index["people"].get(order.who, -1)
    if who != decision.who:
        name = state.scenario.people[decision.who].name
        return Reason(f"It is for {name} to decide now.", "turn")
    if order.kind in NATIVE:
        return acts.why_not(state, decision, order)
    place = atlas.index["orders"].get(order.kind, -1)
    if place < 0:
        return Reason(f"There is no order called {order.kind}.", "unknown")
    kind = state.scenario.orders[place]
    return type_reason(state, decision, kind) or _args_reason(state, order, kind)


def type_reason(state: State, decision: Decision, kind: OrderType) -> Reason | None:
    """Why no order of this type is open at the decision, whatever its blanks."""
    return gate(state, decision)(kind)


def gate(state: State, decision: Decision) -> Callable[[OrderType], Reason | None]:
    """What says of one type after another why no order of it is open: all are asked of one decider and his purse."""
    if decision.kind not in WINDOWS:
        return lambda kind: Reason("Something else must be answered first.", "decision")
    admitted, here = WINDOWS[decision.kind], people.can_act(state, decision.who)
    purse, context = _purse(state, decision.who), Context(state, {"SELF": decision.who})

    def reason(kind: OrderType) -> Reason | None:
        if kind.id in state.forbidden:
            return Reason("The lesson does not allow this order.", "lesson")
        if kind.window not in admitted:
            session = kind.window == "session"
            text = "This is done while a body sits." if session else "This is done before the bodies meet."
            return Reason(text, "window")
        if not here and not kind.away:
            return Reason("You are outside; this is no longer open to you.", "away")
        return _short(purse, kind) or _unmet(context, kind.needs)

    return reason


def _unmet(context: Context, needs: tuple[Any, ...]) -> Reason | None:
    for need in needs:
        if not need.test.value(context):
            return Reason(need.reason)
    return None


def cost(state: State, order: Order) -> Cost:
    """What an order costs with its blanks filled; a tabled motion adds its price."""
    if order.kind in NATIVE:
        return Cost()
    kind = state.scenario.orders[Atlas.of(state.scenario).index["orders"][order.kind]]
    return _cost(state, kind, dict(order.args))


def _cost(state: State, kind: OrderType, filled: Mapping[str, Any]) -> Cost:
    price = 0
    if _tables(state, kind):
        motion_type = Atlas.of(state.scenario).at("motions", filled["motion_type"])
        price = motions.credit(state, motion_type, str(filled.get("subject", "")))
    return Cost(kind.orders, kind.credit + price, kind.authority, kind.health)


def _tables(state: State, kind: OrderType) -> bool:
    """True for an order that tables a motion."""
    return kind.id in Atlas.of(state.scenario).once("orders that table", _tabling)


def _tabling(scenario: Scenario) -> frozenset[str]:
    tables = (kind.id for kind in scenario.orders if any(effect.verb == "table" for effect in kind.effects))
    return frozenset(tables)


def _purse(state: State, who: int) -> Cost:
    """What somebody has to pay with."""
    seat, bloc = Atlas.of(state.scenario).contender[who], lines.bloc_of(state, who)
    return Cost(
        int(state.orders_left[seat]) if seat >= 0 else 0,
        int(state.credit[bloc]) if bloc >= 0 else 0,
        int(state.authority[who]),
        int(state.health[who]),
    )


def _short(purse: Cost, price: Cost | OrderType) -> Reason | None:
    """Why a cost, or the declared cost of an order type, is more than a purse has."""
    if price.orders > purse.orders:
        need = "one order" if price.orders == 1 else f"{price.orders} orders"
        return Reason(f"It takes {need}; you have {purse.orders} left.", "orders")
    if price.credit > purse.credit:
        return Reason(f"It costs {price.credit} of credit; you have {purse.credit}.", "credit")
    if price.authority > purse.authority:
        return Reason(f"It costs {price.authority} of authority; you have less.", "authority")
    if price.health and price.health >= purse.health:
        return Reason("Your health would not bear it.", "health")
    return None


def _args_reason(state: State, order: Order, kind: OrderType) -> Reason | None:
    """Why these blanks do not fit an order whose type is open."""
    given = dict(order.args)
    unknown = sorted(set(given) - {slot.name for slot in kind.slots})
    if unknown:
        return Reason(f"{kind.name} has no blank called {unknown[0]}.", "blank")
    filled: dict[str, Any] = {}
    for slot in kind.slots:
        value = given.get(slot.name)
        if value is None:
            return Reason(slot.prompt or f"Say which {slot.name}.", "blank")
        if not slots.is_raw(state, order.who, slot, filled, value):
            return Reason(f"{value!r} is no {slot.kind.replace('_', ' ')} that can be named here.", "value")
        if not slots.passes(state, order.who, slot, filled, value):
            return _explain_filter(state, order, kind, filled, slot.name, value)
        filled[slot.name] = value
    return filled_reason(state, order.who, kind, filled)


def _explain_filter(
    state: State, order: Order, kind: OrderType, filled: dict[str, Any], name: str, value: Any
) -> Reason:
    """A filtered choice is refused with the first sentence of the order that also refuses it."""
    known = slots.symbols(order.who, {**filled, name: value})
    unmet = _unmet(Context(state, known), kind.target_needs)
    return unmet or Reason("That choice is not open to you here.", "filter")


def filled_reason(state: State, who: str, kind: OrderType, filled: dict[str, Any]) -> Reason | None:
    """Why an order with well-chosen blanks is still not open: needs, price, rules of motions."""
    tables = _tables(state, kind)
    if not tables and not kind.target_needs:
        return None
    context = Context(state, slots.symbols(who, filled), kind.id)
    unmet = _unmet(context, kind.target_needs)
    if unmet or not tables:
        return unmet
    person = context.atlas.at("people", who)
    subject = str(filled.get("subject", ""))
    refused = motions.why_not(state, person, int(context.MTYPE), int(context.BODY), subject)
    return refused or _short(_purse(state, person), _cost(state, kind, filled))


# ---- which are open


def order_status(state: State, who: str) -> list[tuple[OrderType, Reason | None]]:
    """Every order type with the first reason that closes it to ``who`` at his decision, for the menu."""
    decision = current(state)
    place = Atlas.of(state.scenario).index["people"].get(who, -1)
    if decision is None or decision.who != place:
        closed = Reason("It is not your turn to decide.", "turn")
        return [(kind, closed) for kind in state.scenario.orders]
    with still(state):
        reason = gate(state, decision)
        return [(kind, reason(kind)) for kind in state.scenario.orders]


def legal_orders(state: State, who: str, kind: str | None = None) -> list[Order]:
    """All orders ``who`` may give now, native acts last; only those of one ``kind`` if it is named."""
    with still(state):
        return list(each_legal(state, who, kind))


def each_legal(state: State, who: str, kind: str | None = None) -> Iterator[Order]:
    """The legal orders one by one, without listing what is not asked for."""
    decision = current(state)
    if decision is None or Atlas.of(state.scenario).index["people"].get(who, -1) != decision.who:
        return
    reason = gate(state, decision)
    for order_type in state.scenario.orders:
        if kind in (None, order_type.id) and reason(order_type) is None:
            yield from legal_of_type(state, who, order_type)
    for order in acts.each_legal(state, decision):
        if kind in (None, order.kind):
            yield order


def legal_of_type(state: State, who: str, kind: OrderType) -> Iterator[Order]:
    """Legal fillings of an order type that is itself open to ``who``."""
    for filled in slots.fillings(state, who, kind):
        if filled_reason(state, who, kind, filled) is None:
            yield Order.of(who, kind.id, **filled)


def has_something_to_do(state: State, decision: Decision) -> bool:
    """True if a window or session offers anything but to end it; with orders left it always does."""
    seat = Atlas.of(state.scenario).contender[decision.who]
    if decision.kind not in WINDOWS or (people.can_act(state, decision.who) and state.orders_left[seat]):
        return True
    with still(state):
        return _any_legal(state, decision)


def _any_legal(state: State, decision: Decision) -> bool:
    if any(order.kind != DONE for order in acts.each_legal(state, decision)):
        return True
    who, reason = state.scenario.people[decision.who].id, gate(state, decision)
    open_ = (kind for kind in state.scenario.orders if reason(kind) is None)
    return any(True for kind in open_ for _ in legal_of_type(state, who, kind))


# ---- giving it


def give(state: State, log: Log, order: Order) -> int:
    """Carry out a legal order: pay, record, effects; returns the record."""
    atlas = Atlas.of(state.scenario)
    kind = state.scenario.orders[atlas.index["orders"][order.kind]]
    who = atlas.index["people"][order.who]
    price = cost(state, order)
    _pay(state, who, price)
    state.given[f"{order.who} {order.kind}"] = state.given[str(order)] = state.turn
    state.orders_given += 1
    record = _record(log, order, kind, price)
    context = Context(state, slots.symbols(order.who, dict(order.args)), f"order:{kind.id}")
    effects.run(context, kind.effects, log, (record,))
    pacts.judge_order(state, log, who, kind, context.TARGET, (record,))
    return record


def _pay(state: State, who: int, price: Cost) -> None:
    seat, bloc = Atlas.of(state.scenario).contender[who], lines.bloc_of(state, who)
    if seat >= 0:
        state.orders_left[seat] -= price.orders
    if bloc >= 0:
        state.credit[bloc] -= price.credit
    state.authority[who] -= price.authority
    state.health[who] -= price.health


def _record(log: Log, order: Order, kind: OrderType, price: Cost) -> int:
    hidden = kind.family == "inform" or order.get("choice") == "secret"
    target = order.get("target")
    readers = (order.who, str(target)) if target and kind.family == "ally" else (order.who,)
    about = tuple(value for _, value in order.args if isinstance(value, str) and value)
    return log.write(
        "order",
        order.who,
        about,
        acted=True,
        secret_to=readers if hidden else None,
        order=order.kind,
        args=dict(order.args),
        credit=price.credit,
        away=kind.away,
    )
