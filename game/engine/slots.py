"""The blanks of an order: what may fill each, seen from the one who gives it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from game.engine import motions, posts, vacancies
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.memo import lasting
from game.engine.state import State
from game.scenario import vocabulary
from game.scenario.model import OrderType, Scenario, Slot

#: What the term of an offer promises when it names nothing in particular.
NOTHING = "none"
#: Person slots in which the giver may not name himself.
OTHERS = ("target", "other")
_FIELDS = {"region": "regions", "document": "documents", "thesis": "theses", "pact": "pacts"}
_LOOKED_UP = {**_FIELDS, "person": "people", "post": "posts"}


def symbols(who: str, filled: Mapping[str, Any]) -> dict[str, Any]:
    """The symbols of an order's expressions: its giver and its filled blanks."""
    found: dict[str, Any] = {"SELF": who}
    for name, value in filled.items():
        found[vocabulary.SLOT_SYMBOLS[name]] = value
    return found


def candidates(state: State, who: str, slot: Slot, filled: Mapping[str, Any]) -> Iterator[str]:
    """Fillings of ``slot`` that pass its filter, given the blanks ``filled`` before it."""
    yield from filter(tester(state, who, slot, filled), raw(state, who, slot, filled))


def tester(state: State, who: str, slot: Slot, filled: Mapping[str, Any]) -> Callable[[str], bool]:
    """What says of one value after another whether it ``passes``: in one context, filled anew for each."""
    if slot.test is None:
        return lambda value: True
    test, symbol, known = slot.test.value, vocabulary.SLOT_SYMBOLS[slot.name], symbols(who, filled)
    if symbol == "SUBJECT":  # what it stands for hangs on the other symbols: only a new context knows it
        return lambda value: bool(test(Context(state, {**known, symbol: value})))
    return Context(state, known).asker(test, symbol)


def passes(state: State, who: str, slot: Slot, filled: Mapping[str, Any], value: str) -> bool:
    """True if the slot's own filter lets ``value`` through."""
    return tester(state, who, slot, filled)(value)


def raw(state: State, who: str, slot: Slot, filled: Mapping[str, Any]) -> list[str]:
    """Everything of the slot's kind, before its filter, in the scenario's order."""
    scenario = state.scenario
    if slot.kind in _FIELDS:
        return _ids(scenario, _FIELDS[slot.kind])
    if slot.kind == "person":
        return _people(state, who, slot, filled)
    if slot.kind == "post":
        return _posts(state)
    if slot.kind == "body":
        return _bodies(state, filled)
    if slot.kind == "motion":
        return _motions(state)
    if slot.kind == "motion_type":
        return _motion_types(state, filled)
    if slot.kind == "subject":
        return subjects(state, str(filled.get("motion_type", "")), str(filled.get("body", "")))
    if slot.kind == "pole":
        poles: list[str] = Atlas.of(scenario).once("poles", _poles)
        return poles
    if slot.kind == "term":
        return list(vocabulary.TERMS)
    return [choice for choice, _ in slot.choices] or _promised(state, str(filled.get("term", "")))


def is_raw(state: State, who: str, slot: Slot, filled: Mapping[str, Any], value: Any) -> bool:
    """``value in raw(...)``; of the long lists of ids the one is looked up, and no list is made."""
    field = _LOOKED_UP.get(slot.kind)
    if field is None or not isinstance(value, str):
        return value in raw(state, who, slot, filled)
    place = Atlas.of(state.scenario).index[field].get(value, -1)
    if place < 0 or field == "posts":
        return place >= 0 and posts.exists(state, place)
    return field != "people" or (bool(state.alive[place]) and value not in _taken(who, slot, filled))


def _ids(scenario: Scenario, field: str) -> list[str]:
    """Ids in the scenario's order, listed once: they are asked for with every throw and every blank."""
    ids: list[str] = Atlas.of(scenario).once(f"ids of {field}", lambda _: list(Atlas.of(scenario).ids[field]))
    return ids


def _posts(state: State) -> list[str]:
    return lasting(state, "posts there", lambda state: state.day, _list_posts)


def _list_posts(state: State) -> list[str]:
    return [post.id for index, post in enumerate(state.scenario.posts) if posts.exists(state, index)]


def _poles(scenario: Scenario) -> list[str]:
    return [f"{axis.id}:{pole}" for axis in scenario.axes for pole in (axis.low, axis.high)]


def _people(state: State, who: str, slot: Slot, filled: Mapping[str, Any]) -> list[str]:
    taken, living = _taken(who, slot, filled), _living(state)
    return [person for person in living if person not in taken] if taken else living


def _taken(who: str, slot: Slot, filled: Mapping[str, Any]) -> set[Any]:
    """The giver and those named already, who may not be named as somebody else."""
    return {who, *(filled.get(name) for name in OTHERS)} if slot.name in OTHERS else set()


def _living(state: State) -> list[str]:
    return lasting(state, "living", lambda state: state.alive.tobytes(), _list_living)


def _list_living(state: State) -> list[str]:
    both = zip(state.scenario.people, state.alive.tolist(), strict=True)
    return [person.id for person, alive in both if alive]


def _bodies(state: State, filled: Mapping[str, Any]) -> list[str]:
    """All bodies, or with a motion type those that may take it and sit this turn."""
    names = [body.id for body in state.scenario.bodies]
    if "motion_type" not in filled:
        return names
    kind = Atlas.of(state.scenario).at("motions", filled["motion_type"])
    return [
        name
        for index, name in enumerate(names)
        if motions.allowed(state, kind, index) and motions.sits_this_turn(state, index)
    ]


def _motions(state: State) -> list[str]:
    """Motions that can still be spoken to: in session those before the sitting, else all."""
    sitting = next((s for s in state.sittings if state.session and s.meeting == state.session), None)
    before = motions.on(state, sitting) if sitting else state.agenda
    return [motion.id for motion in before if not motion.blocked]


def _motion_types(state: State, filled: Mapping[str, Any]) -> list[str]:
    """Types that some sitting body may take, the session's own body if one sits."""
    atlas = Atlas.of(state.scenario)
    if "body" in filled:
        places = [atlas.at("bodies", filled["body"])]
    else:
        places = [b for b in range(len(state.scenario.bodies)) if motions.sits_this_turn(state, b)]
    elections = motions.election_type(state)
    return [
        kind.id
        for index, kind in enumerate(state.scenario.motions)
        if (index != elections or vacancies.open_posts(state, places))
        and any(motions.allowed(state, index, body) for body in places)
    ]


def subjects(state: State, motion_type: str, body: str = "") -> list[str]:
    """Ids a motion of the type may be about; one empty id if it is about nothing.

    A motion to fill a post is about "post:person", for each vacant post that ``body`` fills.
    """
    scenario = state.scenario
    index = Atlas.of(scenario).index["motions"].get(motion_type, -1)
    if index >= 0 and index == motions.election_type(state):
        return vacancies.nominees(state, Atlas.of(scenario).index["bodies"].get(body, -1))
    kind = scenario.motions[index].subject if index >= 0 else "none"
    if kind == "none":
        return [""]
    if kind == "person":
        return _living(state)
    if kind == "post":
        return _posts(state)
    if kind == "meeting":
        return [sitting.meeting for sitting in state.sittings if not sitting.held]
    field = {"bloc": "blocs", "rule": "rules", **_FIELDS}[kind]
    return [item.id for item in getattr(scenario, field)]


def _promised(state: State, term: str) -> list[str]:
    """What a term of an offer is about: a motion type, a post, or nothing."""
    if term == "support":
        return [kind.id for kind in state.scenario.motions]
    if term == "post":
        return _posts(state)
    return [NOTHING]


def fillings(state: State, who: str, order: OrderType) -> Iterator[dict[str, Any]]:
    """Every way to fill an order's blanks that passes the filters, in order."""
    yield from _fill(state, who, order.slots, {})


def _fill(state: State, who: str, slots: tuple[Slot, ...], filled: dict[str, Any]) -> Iterator[dict[str, Any]]:
    if not slots:
        yield dict(filled)
        return
    for value in candidates(state, who, slots[0], filled):
        yield from _fill(state, who, slots[1:], {**filled, slots[0].name: value})
