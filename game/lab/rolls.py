"""Two roll calls of the same motion side by side: who voted otherwise, and which consideration moved him."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from game.engine.forecast import Forecast, Lean
from game.engine.ledger import Breakdown
from game.engine.state import Ballot
from game.scenario.model import Scenario

WORDS = {1: "for", -1: "against", 0: "abstained", 2: "absent"}


@dataclass(slots=True)
class Roll:
    """A ballot, and what was expected of each voter just before it."""

    scenario: Scenario
    ballot: Ballot
    expected: Forecast

    @property
    def motion(self) -> tuple[str, ...]:
        """What is voted on: type, body and subject."""
        return self.ballot.type, self.scenario.bodies[self.ballot.body].id, self.ballot.subject

    def people(self) -> dict[str, tuple[str, Lean]]:
        """Per person who votes by name: how he voted, and his lean."""
        cast = dict(zip(self.ballot.voters, self.ballot.ballots, strict=True))
        named = [lean for lean in self.expected.leans if lean.kind == "person" and lean.voter in cast]
        return {self.scenario.people[lean.voter].id: (WORDS[cast[lean.voter]], lean) for lean in named}

    def delegations(self) -> dict[str, tuple[int, Lean]]:
        """Per region that sends delegates: votes for, and the lean."""
        found = {}
        for lean in self.expected.leans:
            if lean.kind == "delegation" and self.ballot.by_region:
                found[self.scenario.regions[lean.voter].id] = (self.ballot.by_region[lean.voter][0], lean)
        return found


def shifts(one: Sequence[Roll], other: Sequence[Roll]) -> list[dict[str, Any]]:
    """The roll calls held in both worlds or in one, in the order of the first world."""
    rest = list(other)
    found = []
    for roll in one:
        twin = next((item for item in rest if item.motion == roll.motion), None)
        if twin is not None:
            rest.remove(twin)
        found.append(_shift(roll, twin))
    return found + [_alone(roll, "without") for roll in rest]


def _alone(roll: Roll, world: str) -> dict[str, Any]:
    return {"motion": list(roll.motion), "held": world, "voters": []}


def _shift(roll: Roll, twin: Roll | None) -> dict[str, Any]:
    if twin is None:
        return _alone(roll, "with")
    tallies = [[item.ballot.votes_for, item.ballot.votes_against] for item in (roll, twin)]
    voters = _people(roll, twin) + _regions(roll, twin)
    return {"motion": list(roll.motion), "held": "both", "tally": tallies, "voters": voters}


def _people(roll: Roll, twin: Roll) -> list[list[Any]]:
    """[who, with, without, reason] of everybody who voted otherwise."""
    others = twin.people()
    found = []
    for who, (cast, lean) in roll.people().items():
        if who in others and others[who][0] != cast:
            found.append([who, cast, others[who][0], moved(lean.breakdown, others[who][1].breakdown)])
    return found


def _regions(roll: Roll, twin: Roll) -> list[list[Any]]:
    """[region, votes for with, without, reason] of every delegation that voted otherwise."""
    others = twin.delegations()
    found: list[list[Any]] = []
    for region, (votes, lean) in roll.delegations().items():
        if region in others and others[region][0] != votes:
            found.append([region, votes, others[region][0], moved(lean.breakdown, others[region][1].breakdown)])
    return found


def moved(one: Breakdown, other: Breakdown) -> str:
    """The reason whose points differ most between two breakdowns; '' if none does."""
    points: dict[str, int] = {}
    for sign, figure in ((1, one), (-1, other)):
        for term in figure.terms:
            points[term.reason] = points.get(term.reason, 0) + sign * term.amount
    reason = max(sorted(points), key=lambda name: abs(points[name]), default="")
    return reason if reason and points[reason] else ""
