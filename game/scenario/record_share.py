"""How much of the record was looked up: the share of known sources among the facts a run is compared with."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from game.scenario.model import Fact, Scenario

#: Kinds of facts that last; the others happen on their day.
LASTING = ("tenure", "pact", "status")
#: Kinds of facts that tell when and where, and are compared with nothing.
UNCOMPARED = ("meeting",)


@dataclass(frozen=True, slots=True)
class Share:
    """Facts a run is compared with, and those of them whose source was looked up."""

    looked_up: int
    compared: int

    @property
    def percent(self) -> int:
        """The share in whole percent, rounded down; 0 without facts."""
        return self.looked_up * 100 // self.compared if self.compared else 0


def compared(scenario: Scenario) -> tuple[Fact, ...]:
    """The facts that can count as a difference: in force at the close of some turn, or dated in one."""
    closes = tuple(scenario.turn_dates(turn)[1] for turn in range(1, scenario.turns + 1))
    return tuple(fact for fact in scenario.record if _counts(fact, scenario.start, closes))


def _counts(fact: Fact, start: date, closes: tuple[date, ...]) -> bool:
    """Whether a run is ever compared with this fact."""
    if fact.kind in UNCOMPARED or fact.weight == 0:
        return False
    if fact.kind in LASTING:
        return any(fact.begins <= close and (fact.ends is None or close < fact.ends) for close in closes)
    return start <= fact.begins <= closes[-1]


def looked_up(scenario: Scenario) -> Share:
    """The share of the compared facts that rest on a source somebody looked up."""
    facts = compared(scenario)
    return Share(sum(fact.citation.looked_up for fact in facts), len(facts))
