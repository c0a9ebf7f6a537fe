"""How a seat sees the other leaders: power as it appears to him, threat, and how far he wishes each well.

Everything is read from his own view and is integer, so a choice is the same on every machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from game.engine import lines
from game.engine.atlas import Atlas
from game.engine.state import State
from game.scenario.model import Contender

#: What a seat cares for if its scenario does not say, thousandths.
MIDDLING = 500
#: Weight of a seat in the leading bureau in the appearance of power, thousandths.
BUREAU_SEAT = 400


@dataclass(frozen=True, slots=True)
class Attitude:
    """One seat's reading of the table. Blocs are indexes; relations and powers are thousandths."""

    person: int
    bloc: int
    weights: dict[str, int]
    power: tuple[int, ...]  # per bloc, as it appears
    relation: tuple[int, ...]  # per bloc, -1000 enemy to 1000 himself
    shares: tuple[int, ...]  # per region, thousandths of all full members
    quantities: frozenset[int]  # world quantities his aim speaks of

    def weight(self, name: str) -> int:
        """What he cares for, 0..1000."""
        return self.weights.get(name, MIDDLING)

    def towards(self, state: State, person: int) -> int:
        """How far he wishes a person well: by the leader the person follows, else by his own opinion."""
        if person == self.person:
            return 1000
        if person < 0:
            return 0
        bloc = lines.leader_of(state, person)
        if bloc >= 0:
            return self.relation[bloc]
        return int(state.opinion[self.person, person]) // 3


def read(state: State, person: int) -> Attitude:
    """The attitude of the contender ``person`` in his own view ``state``."""
    atlas = Atlas.of(state.scenario)
    bloc = atlas.bloc_led[person]
    contender = state.scenario.contenders[atlas.contender[person]]
    total = max(int(state.members.sum()), 1)
    shares = tuple(int(heads) * 1000 // total for heads in state.members.tolist())
    power = tuple(_power(state, atlas, number, shares) for number in range(len(state.scenario.blocs)))
    relation = tuple(_relation(state, atlas, person, bloc, number, power) for number in range(len(power)))
    return Attitude(person, bloc, dict(contender.weights), power, relation, shares, _cares(state, contender))


def _power(state: State, atlas: Atlas, bloc: int, shares: tuple[int, ...]) -> int:
    """How strong a bloc looks: its leader's authority, its bureau seats, the machines that can be seen."""
    leader = atlas.leaders[bloc]
    if not state.alive[leader] or not state.in_party[leader]:
        return 0
    bureau = state.full[atlas.bureau] if atlas.bureau >= 0 else ()
    seats = sum(lines.leader_of(state, member) == bloc for member in bureau)
    machines = sum(int(state.clients[r, bloc]) * share for r, share in enumerate(shares)) // 1000
    return int(state.authority[leader]) + seats * BUREAU_SEAT // 2 + machines * 2 + int(state.mantle[bloc]) // 2


def _relation(state: State, atlas: Atlas, person: int, own: int, other: int, power: tuple[int, ...]) -> int:
    if own == other:
        return 1000
    leader = atlas.leaders[other]
    liking = int(state.opinion[person, leader]) * 2 // 5
    bond = lines.pact_strength(state, own, other) * 3 // 5
    mean = sum(power) // len(power)
    threat = max(0, power[other] - max(mean, power[own] * 4 // 5)) // 3
    return max(-1000, min(900, liking + bond - threat - 60))


def _cares(state: State, contender: Contender) -> frozenset[int]:
    """Quantities named in the tests of his aim."""
    goals = (contender.win, contender.partial, *contender.goals)
    names = {name for goal in goals for name in re.findall(r"quantity\('(\w+)'\)", goal.test.text)}
    return frozenset(n for n, one in enumerate(state.scenario.quantities) if one.id in names)
