"""The rules of the game, and the few names everything above them uses.

``new(scenario, seed)`` gives a ``State`` that waits at its first decision::

    state = new(scenario, seed)
    records = []
    while (decision := to_act(state)) is not None:
        order = driver(state, decision)
        records += apply(state, order)

``start`` is ``new`` with the records of the opening. ``legal_orders`` and ``why_not`` are the only
gate: ``apply`` raises ``IllegalOrder`` and changes nothing if ``why_not`` gives a reason. Names of
people in orders are ids; in a ``Decision`` they are positions in ``scenario.people``.
"""

from __future__ import annotations

from collections.abc import Callable

from game.engine import acts, orders, turn
from game.engine.correction import correct
from game.engine.log import Log
from game.engine.memo import still
from game.engine.order import NATIVE, Order, Reason
from game.engine.orders import IllegalOrder, legal_orders, order_status, why_not
from game.engine.record import Record
from game.engine.setup import start
from game.engine.state import Decision, State
from game.engine.turn import to_act
from game.engine.view import view
from game.scenario.model import Opening, Scenario

__all__ = [
    "NATIVE",
    "Decision",
    "IllegalOrder",
    "Order",
    "Reason",
    "Record",
    "State",
    "apply",
    "correct",
    "legal_orders",
    "new",
    "order_status",
    "start",
    "to_act",
    "view",
    "why_not",
]


def new(scenario: Scenario, seed: int, opening: Opening | None = None) -> State:
    """A new game at its first decision; ``opening`` overrides who holds what on the first day."""
    return start(scenario, seed, opening)[0]


def apply(state: State, order: Order, on_close: Callable[[State, list[Record]], None] | None = None) -> list[Record]:
    """Carry out an order and run on to the next decision; returns what happened, in order.

    ``on_close`` is told the state and the records of this call so far at the close of each turn.

    Raises ``IllegalOrder`` with the reason, and changes nothing, if the order is not open.
    """
    with still(state):
        reason = why_not(state, order)
    if reason is not None:
        raise IllegalOrder(reason)
    log, decision, agenda = Log(state, on_close), state.decisions[-1], len(state.agenda)
    if order.kind in NATIVE:
        acts.perform(state, log, decision, order)
    else:
        orders.give(state, log, order)
        if len(state.agenda) > agenda:
            turn.ask_again(state)
    turn.run_on(state, log)
    return log.records
