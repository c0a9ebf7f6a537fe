"""Which orders a rival considers: the open ones, cut down to the targets that matter to him."""

from __future__ import annotations

from collections.abc import Iterator

from game.ai.attitude import Attitude
from game.engine import slots
from game.engine.atlas import Atlas
from game.engine.order import Order
from game.engine.orders import filled_reason, type_reason
from game.engine.state import Decision, State
from game.scenario.model import OrderType, Slot

#: So many targets of a blank are looked at, the weightiest first.
MOST = {"clerk": 3, "secretary": 5, "vozhd": 8}


def considered(
    state: State, decision: Decision, mind: Attitude, strength: str, skip: frozenset[str] = frozenset()
) -> Iterator[tuple[OrderType, Order]]:
    """Orders open to the seat that are worth a thought, in the scenario's order of types."""
    who = state.scenario.people[decision.who].id
    most = MOST.get(strength, MOST["secretary"])
    for kind in state.scenario.orders:
        if kind.id in skip or type_reason(state, decision, kind) is not None:
            continue
        for filled in _fill(state, who, mind, kind.slots, {}, most):
            if filled_reason(state, who, kind, filled) is None:
                yield kind, Order.of(who, kind.id, **filled)


def _fill(
    state: State, who: str, mind: Attitude, blanks: tuple[Slot, ...], filled: dict[str, str], most: int
) -> Iterator[dict[str, str]]:
    if not blanks:
        yield filled
        return
    slot = blanks[0]
    for value in _weightiest(state, who, mind, slot, filled, most):
        yield from _fill(state, who, mind, blanks[1:], {**filled, slot.name: value}, most)


def _weightiest(state: State, who: str, mind: Attitude, slot: Slot, filled: dict[str, str], most: int) -> list[str]:
    if slot.kind == "choice" and not slot.choices and filled.get("term") in ("support", "post"):
        return _promises(state, filled["term"])
    values = list(slots.candidates(state, who, slot, filled))
    if slot.kind not in ("person", "region", "post", "subject") or len(values) <= most:
        return values
    return sorted(values, key=lambda value: (-_weight(state, mind, slot.kind, value), value))[:most]


def _promises(state: State, term: str) -> list[str]:
    """What is worth promising now: support on a motion that lies on the table, a vacant post."""
    if term == "support":
        return sorted({motion.type for motion in state.agenda})[:2]
    vacant = [q for q, holder in enumerate(state.holder.tolist()) if holder < 0]
    vacant.sort(key=lambda q: (-state.scenario.posts[q].weight, q))
    return [state.scenario.posts[q].id for q in vacant[:1]]


def _weight(state: State, mind: Attitude, kind: str, value: str) -> int:
    """How much a target matters: a person's standing, a region's share of the party, a post's weight."""
    index = Atlas.of(state.scenario).index
    if value in index["people"] and kind in ("person", "subject"):
        person = index["people"][value]
        return int(state.authority[person]) + abs(mind.towards(state, person)) // 2
    if value in index["regions"]:
        return mind.shares[index["regions"][value]]
    if value in index["posts"]:
        return state.scenario.posts[index["posts"][value]].weight
    if value in index["blocs"]:
        return mind.power[index["blocs"][value]]
    return 0
