"""How a seat sees the others: power as it appears to him, danger, and how far he wishes each well.

Everything is read once from his own view and is integer, so a choice is the same on every machine.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.ai import aims, taste
from game.ai.aims import Fact, Want
from game.engine import lines, people
from game.engine.atlas import Atlas
from game.engine.memo import kept
from game.engine.state import Ints, State

#: What a seat cares for if its scenario does not say, thousandths.
MIDDLING = 500
#: What a seat in the leading bureau adds to the appearance of power.
BUREAU_SEAT = 200
#: What a pact adds to good will, thousandths of its strength.
BOND = 450
#: Good will below which somebody is a foe, above which a friend.
FOE, FRIEND = -150, 350


@dataclass(frozen=True, slots=True)
class Attitude:
    """One seat's reading of the table. Blocs and people are indexes; all figures are thousandths."""

    person: int
    bloc: int
    weights: Mapping[str, int]
    wants: Mapping[Fact, Want]
    power: tuple[int, ...]  # per bloc, as it appears
    relation: tuple[int, ...]  # per bloc, -1000 enemy to 1000 himself
    bond: tuple[int, ...]  # per bloc, strength of the strongest pact with him
    people: tuple[int, ...]  # per person, how far he wishes him well
    ends: tuple[int, ...]  # per person, the bloc he follows, the number of blocs for nobody
    influence: tuple[int, ...]  # per person, authority and a seat in the bureau
    shares: tuple[int, ...]  # per region, share of all full members
    danger: int  # the bloc he has most to fear from, -1 if none
    threatened: bool  # a case lies open against him

    def weight(self, name: str) -> int:
        """What he cares for, 0..1000."""
        return self.weights.get(name, MIDDLING)

    def towards(self, person: int) -> int:
        """How far he wishes a person well, 0 for nobody."""
        return self.people[person] if person >= 0 else 0

    def bare(self, bloc: int) -> int:
        """Good will towards a bloc without what an understanding adds."""
        return self.relation[bloc] - (self.bond[bloc] * BOND // 1000 if bloc != self.bloc else 0)

    def want(self, *fact: str) -> int:
        """Points of his aim that hang on a fact, negative if it should not be."""
        want = self.wants.get(fact)
        return want.points if want else 0


def read(state: State, person: int, doubt: int = 0, numerate: bool = False) -> Attitude:
    """The attitude of the contender ``person`` in his own view ``state``.

    ``doubt`` (thousandths) is how far he may misjudge the power of others; the seed of his view draws it. Who is
    ``numerate`` looks at which alternatives of his aim hold.
    """
    atlas, common = Atlas.of(state.scenario), kept(state, "appearance", _appearance)
    own, seat = atlas.bloc_led[person], atlas.contender[person]
    power = taste.believed(state, person, own, list(common.power), doubt)
    bond = lines.pacts(state)[own].tolist()
    relation = _relations(state, atlas, person, power, bond)
    danger = _danger(state, atlas, own, relation, power)
    return Attitude(
        person=person,
        bloc=own,
        weights=state.scenario.contenders[seat].weights,
        wants=aims.now(state, seat) if numerate else aims.of(state.scenario, seat),
        power=tuple(power),
        relation=tuple(relation),
        bond=tuple(bond),
        people=tuple(_good_will(state, person, lines.leaders(state), relation, danger)),
        ends=common.ends,
        influence=common.influence,
        shares=common.shares,
        danger=danger,
        threatened=int(state.charge_until[own]) >= state.turn and int(state.charge[own]) > 0,
    )


@dataclass(slots=True)
class _Appearance:
    """What every seat reads alike in one view; see ``Attitude``."""

    power: tuple[int, ...]
    ends: tuple[int, ...]
    influence: tuple[int, ...]
    shares: tuple[int, ...]


def _appearance(state: State) -> _Appearance:
    atlas, ends = Atlas.of(state.scenario), lines.leaders(state)
    shares = state.members * 1000 // max(int(state.members.sum()), 1)
    power, influence = _powers(state, atlas, ends, shares), _influence(state, atlas)
    return _Appearance(tuple(power), tuple(ends.tolist()), tuple(influence), tuple(shares.tolist()))


def _powers(state: State, atlas: Atlas, ends: Ints, shares: Ints) -> list[int]:
    """How strong blocs look: authority of the leader, bureau seats, machines that can be seen, mantle."""
    bureau = state.full[atlas.bureau] if atlas.bureau >= 0 else ()
    seats = np.bincount(ends[list(bureau)], minlength=len(atlas.leaders) + 1).tolist() if bureau else []
    machines = (state.clients * shares[:, None]).sum(axis=0).tolist()
    found = []
    for bloc, leader in enumerate(atlas.leaders):
        if not people.can_act(state, leader):
            found.append(0)
            continue
        held = seats[bloc] * BUREAU_SEAT if seats else 0
        found.append(int(state.authority[leader]) + held + machines[bloc] // 500 + int(state.mantle[bloc]) // 2)
    return found


def _relations(state: State, atlas: Atlas, person: int, power: list[int], bond: list[int]) -> list[int]:
    """Liking and pacts, less the threat of a bloc stronger than most and than himself; the fallen are no threat."""
    own, mean, found = atlas.bloc_led[person], sum(power) // len(power), []
    feared, ahead = max(mean, power[own] * 4 // 5), max(mean, power[own]) * 9 // 8
    opinion = state.opinion[person].tolist()
    for bloc, strong in enumerate(power):
        threat = max(0, strong - feared) * 2 // 3
        threat += max(0, strong - ahead)  # one so far ahead is a danger to all
        liking = opinion[atlas.leaders[bloc]] * 2 // 5
        value = max(-1000, min(900, liking + bond[bloc] * BOND // 1000 - threat - 60))
        found.append(value // 2 if value < 0 and strong < mean // 2 else value)
    found[own] = 1000
    return found


def _good_will(state: State, person: int, ends: Ints, relation: list[int], danger: int) -> list[int]:
    """Followers are wished what their leader is, the most feared worse; nobody's people what he thinks of them."""
    felt = [max(value * 3 // 2, -1000) if bloc == danger else value for bloc, value in enumerate(relation)]
    found = np.append(np.array(felt, dtype=np.int64), 0)[ends]
    free = ends == len(relation)
    found = np.where(free, state.opinion[person] // 3, found)
    found[person] = 1000
    values: list[int] = found.tolist()
    return values


def _influence(state: State, atlas: Atlas) -> list[int]:
    found: list[int] = state.authority.tolist()
    for member in state.full[atlas.bureau] if atlas.bureau >= 0 else ():
        found[member] += 500
    return found


def _danger(state: State, atlas: Atlas, own: int, relation: list[int], power: list[int]) -> int:
    """The bloc that is most disliked for its strength; the weak are no danger."""
    mean = sum(power) // len(power)
    others = [
        (value - power[bloc] // 4, bloc)
        for bloc, value in enumerate(relation)
        if bloc != own and value < 0 and power[bloc] > mean // 2 and people.can_act(state, atlas.leaders[bloc])
    ]
    return min(others)[1] if others else -1
