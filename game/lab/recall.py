"""What people did in a kept game, given again in another world as far as it is open there."""

from __future__ import annotations

from collections.abc import Iterable

from game import engine
from game.engine.order import DONE, REPLY, Order
from game.engine.orders import WINDOWS
from game.engine.state import Decision, State
from game.lab.fork import Step


class Recall:
    """The steps of a kept game after a fork, each given once.

    Luck decides who is asked first, so an order that is not open yet in its window is tried again at the
    sittings of its turn; answers to questions are given whenever the question comes.
    """

    def __init__(self, steps: Iterable[Step], last_turn: int, finished: bool) -> None:
        self.last_turn, self.finished = last_turn, finished
        self.orders: dict[tuple[int, str], list[Step]] = {}
        self.answers: dict[tuple[str, str, int, str], list[Order]] = {}
        for step in steps:
            who = step.order.who
            if step.kind not in WINDOWS:
                self.answers.setdefault((step.kind, step.about, step.group, who), []).append(step.order)
            elif step.order.kind != DONE:
                self.orders.setdefault((step.turn, who), []).append(step)

    def next(self, state: State, decision: Decision) -> Order | None:
        """What the person asked did then; None if he never had to answer this, and must think anew."""
        who = state.scenario.people[decision.who].id
        find = self._order if decision.kind in WINDOWS else self._answer
        return find(state, decision, who) or self._silence(state, decision, who)

    def _order(self, state: State, decision: Decision, who: str) -> Order | None:
        waiting = self.orders.get((state.turn, who), [])
        for step in waiting:
            due = step.kind == "window" or (decision.kind == "session" and step.about == decision.about)
            if due and engine.why_not(state, step.order) is None:
                waiting.remove(step)
                return step.order
        return None

    def _answer(self, state: State, decision: Decision, who: str) -> Order | None:
        waiting = self.answers.get((decision.kind, decision.about, decision.group, who), [])
        while waiting:
            order = waiting.pop(0)
            if engine.why_not(state, order) is None:
                return order
        return None

    def _silence(self, state: State, decision: Decision, who: str) -> Order | None:
        """He does nothing he did not do then; a question must be decided, and after the last order all is open."""
        beyond = state.turn > self.last_turn or (state.turn == self.last_turn and not self.finished)
        if beyond or decision.kind == "hinge":
            return None
        if decision.kind == "offer":
            return Order.of(who, REPLY, offer=decision.about, answer="refuse")
        return Order.of(who, DONE)
