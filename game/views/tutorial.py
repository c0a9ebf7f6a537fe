"""The tutorial of a scenario: a short game with a fixed seat and seed, and a hint for each thing to do.

``settings.tutorial`` names ``seat``, ``seed``, ``turns`` and ``rivals``; ``settings.hints`` lists what to do in
order: ``turn``, ``at`` (the kind of decision), ``text``, perhaps ``look`` (where to look) with ``label``, and
``order`` (a kind with its blanks, as in ``speak region=x``). A hint with an order is over when the order was given
in that turn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from game.engine.order import REPLY, Order
from game.saves import Setup
from game.scenario.model import Scenario
from game.views.parts import Scene
from game.views.shapes import HintView


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing to do, and when."""

    turn: int
    at: str
    text: str
    look: str = ""
    label: str = "Look"
    order: str = ""


def lesson(scenario: Scenario) -> Setup | None:
    """The game that the tutorial is; None if the scenario has none."""
    data: Any = scenario.settings.get("tutorial")
    if not isinstance(data, dict):
        return None
    until = scenario.turn_dates(int(data.get("turns", scenario.turns)))[1]
    seat = str(data.get("seat", scenario.contenders[0].person))
    rivals = str(data.get("rivals", "free"))
    return Setup(seed=int(data.get("seed", 1)), humans=(seat,), rivals=rivals, until=until)


def plan(scenario: Scenario) -> tuple[Hint, ...]:
    """All hints in order."""
    return tuple(Hint(**entry) for entry in scenario.settings.get("hints", ()))


def is_lesson(at: Scene) -> bool:
    """Whether the game in play is the tutorial."""
    wanted, setup = lesson(at.scenario), at.table.game.setup
    if wanted is None:
        return False
    return (wanted.seed, wanted.humans, wanted.until) == (setup.seed, setup.humans, setup.until)


def order_of(at: Scene, text: str) -> Order:
    """The order a hint names, by the seat; a reply goes to the offer on the table."""
    kind, *blanks = text.split()
    args = dict(blank.split("=", 1) for blank in blanks)
    decision = at.table.game.decision
    if kind == REPLY and decision is not None:
        args["offer"] = decision.about
    return Order.of(at.id, kind, **args)


def given(at: Scene) -> list[Order]:
    """The seat's orders of this turn."""
    game = at.table.game
    first = game.turn_marks.get(game.state.turn, (0, ""))[0]
    return [line.order for line in game.lines[first:] if line.order is not None and line.order.who == at.id]


def now(at: Scene) -> Hint | None:
    """What to do now; None if this is no tutorial or nothing is suggested."""
    decision = at.table.game.decision
    if decision is None or decision.who != at.who or not is_lesson(at):
        return None
    turn, done = at.table.game.state.turn, given(at)
    for one in plan(at.scenario):
        if (one.turn, one.at) != (turn, decision.kind):
            continue
        if not one.order or order_of(at, one.order) not in done:
            return one
    return None


def hint(at: Scene) -> HintView | None:
    """The card of the present hint."""
    one = now(at)
    if one is None:
        return None
    everything = plan(at.scenario)
    return HintView(one.text, one.label if one.look else "", one.look, everything.index(one) + 1, len(everything))
