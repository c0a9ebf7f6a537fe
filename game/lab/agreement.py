"""Offices, seats, expulsions and pacts of a run beside the record, at the close of every half-year."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from game.engine import lines
from game.engine.state import ABROAD, EXILED, State
from game.scenario.model import Fact, Scenario
from game.scenario.opening import in_force, opening

#: Classes of things compared.
CLASSES = ("post", "seat", "status", "pact")
#: Turns between two comparisons, in months.
HALF_YEAR = 6


@dataclass(frozen=True, slots=True)
class Unit:
    """One thing compared: ``was`` in the record, ``here`` in the run; empty means nothing."""

    turn: int
    kind: str  # post, seat, status, pact
    what: str  # post, body, person or pact
    was: str
    here: str
    agrees: bool


def compared_turns(scenario: Scenario) -> list[int]:
    """Turns at whose close a half-year ends, and the last."""
    step = HALF_YEAR // scenario.turn_months
    return sorted({*range(step, scenario.turns + 1, step), scenario.turns})


def compare(state: State) -> list[Unit]:
    """Everything that is compared at the close of the turn of ``state``.

    What changes inside the compared turn agrees either way: as it was on its first day or on its last.
    """
    scenario = state.scenario
    first, last = scenario.turn_dates(state.turn)
    before, after = (_picture(scenario, day) for day in (first - timedelta(days=1), last))
    touched = _touched(scenario, first, last)
    here = dict(_world(state))
    found = []
    for key in sorted({*after, *here}):
        was, now = after.get(key, ""), here.get(key, "")
        if _silent(scenario, key, was, now, last):
            continue
        agrees = was == now or before.get(key, "") == now or key in touched
        found.append(Unit(state.turn, key[0], key[1], was, now, agrees))
    return found


def _silent(scenario: Scenario, key: tuple[str, str], was: str, now: str, day: date) -> bool:
    """True if the record does not say who holds a post, or where a sick man is treated."""
    facts = [fact for fact in scenario.record if key in _keys(fact)]
    if key[0] == "post" and not was:
        return not any(str(fact.data["who"]) == now for fact in facts)
    if key[0] == "status" and not was:
        return any(fact.data["status"] == "ill" and in_force(fact, day) for fact in facts)
    return False


def share(units: list[Unit], kind: str | None = None) -> int:
    """Thousandths of the units (of a kind) that agree; 1000 if there are none."""
    chosen = [unit for unit in units if kind in (None, unit.kind)]
    return 1000 * sum(unit.agrees for unit in chosen) // len(chosen) if chosen else 1000


def _picture(scenario: Scenario, day: date) -> dict[tuple[str, str], str]:
    """What the record has on a day."""
    found = opening(scenario, day)
    picture = {("post", post): who for post, who in found.holders.items()}
    for body in _compared_bodies(scenario):
        picture |= {("seat", f"{body} {who}"): "full" for who in found.full[body]}
        picture |= {("seat", f"{body} {who}"): "candidate" for who in found.candidates[body]}
    for who, place in found.places.items():
        if who in found.outside and place != "dead":
            picture["status", who] = "out"
        elif place in ("exiled", "abroad"):
            picture["status", who] = "out" if place == "exiled" else "abroad"
    picture |= {("pact", pact): "in force" for pact in found.pacts}
    return picture


def _compared_bodies(scenario: Scenario) -> list[str]:
    known = {str(fact.data["office"]) for fact in scenario.record if fact.kind == "tenure"}
    return [body.id for body in scenario.bodies if body.id in known]


def _world(state: State) -> Iterator[tuple[tuple[str, str], str]]:
    """What the run has now."""
    scenario = state.scenario
    known = {str(fact.data["office"]) for fact in scenario.record if fact.kind == "tenure"}
    for number, post in enumerate(scenario.posts):
        if state.holder[number] >= 0 and post.id in known:
            yield ("post", post.id), scenario.people[int(state.holder[number])].id
    for body in _compared_bodies(scenario):
        number = scenario.index["bodies"][body]
        for roster, role in ((state.candidates[number], "candidate"), (state.full[number], "full")):
            for member in roster:
                yield ("seat", f"{body} {scenario.people[member].id}"), role
    for number, person in enumerate(scenario.people):
        if state.alive[number] and (not state.in_party[number] or state.place[number] == EXILED):
            yield ("status", person.id), "out"
        elif state.alive[number] and state.place[number] == ABROAD:
            yield ("status", person.id), "abroad"
    for pact in state.pacts:
        if pact.strength >= 500 and lines.in_force(state, pact):
            yield ("pact", pact.id), "in force"


def _touched(scenario: Scenario, first: date, last: date) -> set[tuple[str, str]]:
    """Things of which a fact begins or ends inside the turn."""
    found: set[tuple[str, str]] = set()
    for fact in scenario.record:
        if _inside(fact.begins, first, last) or (fact.ends is not None and _inside(fact.ends, first, last)):
            found |= set(_keys(fact))
    return found


def _inside(day: date, first: date, last: date) -> bool:
    return first <= day <= last


def _keys(fact: Fact) -> Iterator[tuple[str, str]]:
    data = fact.data
    if fact.kind == "tenure":
        holder = data["role"] == "holder"
        yield ("post", str(data["office"])) if holder else ("seat", f"{data['office']} {data['who']}")
    elif fact.kind == "status":
        yield "status", str(data["who"])
    elif fact.kind == "pact" and data.get("pact"):
        yield "pact", str(data["pact"])
