"""A rival at the table: his plan for a window is thought through once and given order by order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from game.ai import plan
from game.engine import why_not
from game.engine.order import Order
from game.engine.state import Decision, State


@dataclass(slots=True)
class Pilot:
    """Decides for every seat. ``luck`` seeds the wavering of rivals, never what happens.

    ``seats`` gives single people (ids) another strength than the rest, ``types`` the only types of orders they
    think of.
    """

    dial: str
    strength: str
    luck: int
    seats: Mapping[str, str] = field(default_factory=dict)
    types: Mapping[str, frozenset[str]] = field(default_factory=dict)
    _plan: list[tuple[Order, dict[str, Any]]] = field(default_factory=list, repr=False)
    _planned: tuple[object, ...] = ()

    def next(self, state: State, decision: Decision, dial: str | None = None) -> tuple[Order, dict[str, Any]]:
        """The next order at this decision, with its reasons: of his plan if still open, or of a new plan."""
        about = (state.turn, decision.kind, decision.who, decision.about, decision.group)
        if about != self._planned:
            self._plan, self._planned = [], about
        while self._plan:
            order, why = self._plan.pop(0)
            if why_not(state, order) is None:
                return order, why
        who = state.scenario.people[decision.who].id
        strength, types = self.seats.get(who, self.strength), self.types.get(who)
        self._plan = plan(state, decision, dial or self.dial, strength, self.luck, types)
        return self._plan.pop(0)

    def forget(self) -> None:
        """Whoever was in the middle of his window thinks again."""
        self._plan, self._planned = [], ()
