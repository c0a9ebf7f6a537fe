"""Which ordinary orders a rival considers: the open types, with the few targets that matter most to him.

Targets are put in order by cheap figures first; the tests of a blank are asked only until enough pass.
Offers and motions have thoughts of their own (``bargains``, ``proposals``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice, zip_longest

from game.ai import foresight
from game.ai.attitude import FOE, FRIEND
from game.ai.judge import Judge
from game.ai.strength import BESIDES, OWN_OFFICE
from game.engine import slots
from game.engine.order import Order
from game.engine.orders import filled_reason
from game.engine.state import Decision
from game.scenario.model import OrderType, Scenario, Slot

#: Blanks whose fillings are few and are all looked at.
WHOLE = ("choice", "pole", "body", "document")
#: A need that is one power and nothing else.
_ONE_POWER = re.compile(r"power\(SELF, '\w+'\)")
#: Motions smaller than this (points) are not worth an order.
MATTERS = 40


def considered(judge: Judge, decision: Decision, kinds: list[OrderType]) -> Iterator[tuple[OrderType, Order]]:
    """Orders of the open ``kinds`` that are worth a thought, in the scenario's order of types."""
    who = judge.state.scenario.people[decision.who].id
    others = min(judge.strength.targets, BESIDES) if judge.appoints else judge.strength.targets
    for kind in kinds:
        most = OWN_OFFICE if of_office(judge, kind) else others
        for filled in _fill(judge, who, kind.slots, {}, most):
            if filled_reason(judge.state, who, kind, filled) is None:
                yield kind, Order.of(who, kind.id, **filled)


def plain(kind: OrderType) -> bool:
    """True for an order that is neither an offer nor a motion."""
    return not any(slot.kind in ("term", "motion_type") for slot in kind.slots)


def of_office(judge: Judge, kind: OrderType) -> bool:
    """True for the work of one office, which nobody else can do: it comes to its holder's mind in every turn."""
    return kind.id in judge.atlas.once("orders of one office", _of_one_office)


def _of_one_office(scenario: Scenario) -> frozenset[str]:
    orders = scenario.orders
    return frozenset(one.id for one in orders if any(_ONE_POWER.fullmatch(need.test.text) for need in one.needs))


def _fill(
    judge: Judge, who: str, blanks: tuple[Slot, ...], filled: dict[str, str], most: tuple[int, int]
) -> Iterator[dict[str, str]]:
    if not blanks:
        yield filled
        return
    slot, limit = blanks[0], most[1 if filled else 0]
    for value in _passing(judge, who, slot, filled, limit):
        yield from _fill(judge, who, blanks[1:], {**filled, slot.name: value}, most)


def _passing(judge: Judge, who: str, slot: Slot, filled: dict[str, str], limit: int) -> Iterable[str]:
    """The weightiest fillings that pass the blank's test."""
    values = ranked(judge, who, slot, filled)
    if slot.test is not None:
        values = filter(slots.tester(judge.state, who, slot, filled), values)
    return values if slot.kind in WHOLE else islice(values, limit)


def ranked(judge: Judge, who: str, slot: Slot, filled: dict[str, str]) -> Iterable[str]:
    """Everything that might fill a blank, the weightiest first."""
    if slot.kind == "person":
        order = judge.cached("people", lambda: people_ranked(judge))
        if slot.name == "person":
            order = judge.cached("own people", lambda: _own_first(judge, order))
        return (name for name in order if name != who and name not in filled.values())
    if slot.kind == "motion":
        names: list[str] = judge.cached("motions", lambda: _motions(judge, who, slot, filled))
        return names
    if slot.kind in ("region", "post"):
        values: list[str] = judge.cached(slot.kind, lambda: _by_weight(judge, who, slot, filled))
        return values
    return slots.raw(judge.state, who, slot, filled)


def people_ranked(judge: Judge) -> list[str]:
    """Living people in turn: those most feared, leaders, those who belong to nobody, friends."""
    mind, data = judge.mind, judge.state.scenario.people
    weight = [influence + abs(good) // 2 for influence, good in zip(mind.influence, mind.people, strict=True)]
    for person, region in judge.regions_led.items():
        weight[person] += 200 + 4 * mind.shares[region] if person >= 0 else 0
    alive = judge.state.alive.tolist()
    living = sorted((-weight[p], p) for p in range(len(weight)) if alive[p] and p != mind.person)
    pools: tuple[list[int], ...] = ([], [], [], [])
    for _, person in living:
        pools[_pool(judge, person)].append(person)
    return [data[p].id for four in zip_longest(*pools) for p in four if p is not None]


def _pool(judge: Judge, person: int) -> int:
    """0 those most feared, 1 those who belong to nobody or matter little, 2 leaders, 3 friends and foes."""
    mind, leads = judge.mind, judge.atlas.bloc_led[person] >= 0
    good = mind.people[person]
    if leads and good < FOE:
        return 0
    if mind.ends[person] == len(mind.relation):
        return 1
    if leads:
        return 2
    return 3 if good < FOE or good > FRIEND else 1


def _own_first(judge: Judge, order: list[str]) -> list[str]:
    """His own followers, the ablest organisers first who are not needed where they are, then the rest."""
    index, data = judge.atlas.index["people"], judge.state.scenario.people
    own = [name for name in order if judge.mind.ends[index[name]] == judge.mind.bloc]
    own.sort(key=lambda name: (judge.influence(index[name]) - data[index[name]].organisation, name))
    return own + [name for name in order if judge.mind.ends[index[name]] != judge.mind.bloc]


def _motions(judge: Judge, who: str, slot: Slot, filled: dict[str, str]) -> list[str]:
    """Motions before him that matter, the most contested or most feared first."""
    names = slots.raw(judge.state, who, slot, filled)
    weighed = [(max(foresight.stake(judge, name), foresight.threat(judge, name)), name) for name in names]
    return [name for stake, name in sorted(weighed, key=lambda one: (-one[0], one[1])) if stake >= MATTERS]


def _by_weight(judge: Judge, who: str, slot: Slot, filled: dict[str, str]) -> list[str]:
    values = slots.raw(judge.state, who, slot, filled)
    weight = _region_weight if slot.kind == "region" else _post_weight
    return sorted(values, key=lambda value: (-weight(judge, value), value))


def _region_weight(judge: Judge, value: str) -> int:
    """Share of the party, more if the aim names the region or its secretary is a friend or a foe."""
    region = judge.atlas.index["regions"][value]
    first = judge.mind.towards(judge.holder(region))
    own = judge.state.scenario.people[judge.mind.person].id
    return judge.mind.shares[region] * (600 + abs(first)) // 1000 + abs(judge.mind.want("controls", own, value))


def _post_weight(judge: Judge, value: str) -> int:
    post = judge.atlas.index["posts"][value]
    holder = judge.mind.towards(int(judge.state.holder[post]))
    return judge.state.scenario.posts[post].weight * (200 + abs(holder)) // 1000
