"""Worlds in which every seat draws by lot how it plays: one set of worlds tells what many things are worth.

With ``orders`` each seat lacks each type of order in a tenth of the worlds. With ``plans`` half of the seats play
as a *secretary*; the others are clerks, of whom three in four are held to one family of orders. Lots are keyed by
seed and seat, and no rule of the game reads them.
Source of the design: R. A. Fisher, The Design of Experiments (1935), on trying many factors at once.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b

from game.scenario.model import Scenario

#: What may be drawn.
KINDS = ("orders", "plans")
#: With ``orders``, one in so many types is lacking.
LACKING = 10
#: Families of orders a clerk may be held to.
FAMILIES = ("organise", "agitate", "ally")
#: The plan with which the others are compared, and that of half of the seats.
CLERK, SECRETARY = "clerk", "secretary"


@dataclass(frozen=True, slots=True)
class Lot:
    """How a seat plays in one world: name of its plan, its strength, and types of orders it does not think of."""

    plan: str
    strength: str
    lacks: tuple[str, ...] = ()

    def types(self, scenario: Scenario) -> frozenset[str]:
        """The types of orders that are left."""
        return frozenset(one.id for one in scenario.orders if one.id not in self.lacks)


def drawn(scenario: Scenario, kind: str, strength: str, seed: int) -> Mapping[str, Lot]:
    """The lot of every seat in the world of a seed; ``strength`` is that of everybody with ``orders``."""
    seats = (contender.person for contender in scenario.contenders)
    if kind == "orders":
        return {seat: _without_some(scenario, strength, seed, seat) for seat in seats}
    return {seat: _plan(scenario, seed, seat) for seat in seats}


def _without_some(scenario: Scenario, strength: str, seed: int, seat: str) -> Lot:
    lacks = tuple(one.id for one in scenario.orders if _draw(LACKING, seed, seat, one.id) == 0)
    return Lot(strength, strength, lacks)


def _plan(scenario: Scenario, seed: int, seat: str) -> Lot:
    number = _draw(2 * (1 + len(FAMILIES)), seed, seat, "plan")
    if number < len(FAMILIES):
        family = FAMILIES[number]
        return Lot(family, CLERK, tuple(one.id for one in scenario.orders if one.family != family))
    return Lot(CLERK, CLERK) if number == len(FAMILIES) else Lot(SECRETARY, SECRETARY)


def _draw(sides: int, *key: int | str) -> int:
    text = "|".join(str(part) for part in key)
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little") % sides
