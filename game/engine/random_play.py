"""A player who gives legal orders at random, by dice of his own that the game never uses."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from typing import Any, TypeVar

from game.engine import acts, orders, slots
from game.engine.memo import still
from game.engine.order import DONE, Order
from game.engine.state import Decision, State
from game.scenario.model import OrderType, Slot

Choice = TypeVar("Choice")
#: Order types looked at before a window is ended.
TRIES = 4
#: Values thrown at a blank before an order is given up.
THROWS = 12


class RandomPlayer:
    """Chooses by dice keyed to ``salt`` and to how often he was asked; never draws the game's dice."""

    def __init__(self, salt: int = 0, idle: int = 300) -> None:
        self.salt = salt
        self.idle = idle  # thousandths of windows ended at once
        self.asked = 0

    def __call__(self, state: State, decision: Decision) -> Order:
        """A legal order for the decision."""
        with still(state):
            return self._chosen(state, decision)

    def _chosen(self, state: State, decision: Decision) -> Order:
        if decision.kind not in orders.WINDOWS:
            return self._pick(list(acts.each_legal(state, decision)))
        done = Order.of(state.scenario.people[decision.who].id, DONE)
        if self._below(1000) < self.idle:
            return done
        ordinary = self._ordinary(state, decision)
        return ordinary or self._pick([done, *self._undeclared(state, decision)])

    def _undeclared(self, state: State, decision: Decision) -> list[Order]:
        """Declarations on motions where he has not declared himself yet."""
        fresh = [motion for motion in state.agenda if decision.who not in dict(motion.stands)]
        return list(acts.stands(state, decision, fresh))

    def _ordinary(self, state: State, decision: Decision) -> Order | None:
        """A random order of a random open type, or None if a few tries found none."""
        who, reason = state.scenario.people[decision.who].id, orders.gate(state, decision)
        for _ in range(min(TRIES, len(state.scenario.orders))):
            kind = self._pick(state.scenario.orders)
            if reason(kind) is None:
                filled = self._fill(state, who, kind)  # its blanks have passed: what is left is asked of the whole
                if filled is not None and orders.filled_reason(state, who, kind, filled) is None:
                    return Order.of(who, kind.id, **filled)
        return None

    def _fill(self, state: State, who: str, kind: OrderType) -> dict[str, Any] | None:
        filled: dict[str, Any] = {}
        for slot in kind.slots:
            value = self._candidate(state, who, slot, filled)
            if value is None:
                return None
            filled[slot.name] = value
        return filled

    def _candidate(self, state: State, who: str, slot: Slot, filled: dict[str, Any]) -> str | None:
        """A random filling that passes the filter, None if a few throws hit none."""
        values, passes = slots.raw(state, who, slot, filled), slots.tester(state, who, slot, filled)
        for _ in range(THROWS if values else 0):
            value = self._pick(values)
            if passes(value):
                return value
        return None

    def _pick(self, values: Sequence[Choice]) -> Choice:
        return values[self._below(len(values))]

    def _below(self, limit: int) -> int:
        self.asked += 1
        key = f"random player|{self.salt}|{self.asked}".encode()
        return int.from_bytes(blake2b(key, digest_size=8).digest(), "little") % limit
