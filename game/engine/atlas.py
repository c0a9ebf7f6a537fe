"""Lookups derived once from a scenario: who leads which bloc, which body is the bureau, ids to indexes."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from game.scenario.model import Opening, Scenario
from game.scenario.opening import opening

#: Fields of ``Scenario`` whose members are found by id.
FIELDS = (
    "axes", "quantities", "people", "blocs", "bodies", "posts", "regions", "pacts", "documents",
    "theses", "rules", "motions", "meetings", "orders", "hinges", "events",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Atlas:
    """Derived tables of one scenario; people and blocs are indexes, -1 means none."""

    scenario: Scenario
    index: dict[str, dict[str, int]]
    ids: dict[str, tuple[str, ...]]  # what stands at each position of an index
    leaders: tuple[int, ...]  # per bloc: the person who leads it
    bloc_led: tuple[int, ...]  # per person: the bloc he leads
    contender: tuple[int, ...]  # per person: his seat
    bureau: int
    by_power: dict[str, tuple[int, ...]]  # power -> posts
    first_secretary: tuple[int, ...]  # per region: the post of its first secretary
    joined: tuple[tuple[int, ...], ...]  # per body: the bodies that sit as it, itself if it joins none
    openings: dict[date, Opening] = field(default_factory=dict)  # who holds what by the record, as far as asked for
    derived: dict[str, Any] = field(default_factory=dict)  # what others read off the scenario once
    lasting: dict[Hashable, tuple[Any, Any]] = field(default_factory=dict)  # last answers, see game.engine.memo
    days: dict[Hashable, Any] = field(default_factory=dict)  # of events, see game.engine.timing

    @staticmethod
    def of(scenario: Scenario) -> Atlas:
        """The atlas of ``scenario``, made once."""
        found = _MADE.get(id(scenario))
        if found is None or found.scenario is not scenario:
            if len(_MADE) >= _KEEP:
                _MADE.clear()
            found = _MADE[id(scenario)] = _make(scenario)
        return found

    def opening(self, day: date) -> Opening:
        """Who holds what on a day by the record, worked out once."""
        found = self.openings.get(day)
        if found is None:
            found = self.openings[day] = opening(self.scenario, day)
        return found

    def once(self, name: str, make: Callable[[Scenario], Any]) -> Any:
        """What ``make`` reads off the scenario, worked out once under a name."""
        if name not in self.derived:
            self.derived[name] = make(self.scenario)
        return self.derived[name]

    def at(self, field: str, key: Any) -> int:
        """Position of an id among ``Scenario.<field>``, -1 if there is none; a position stays itself."""
        if isinstance(key, int):
            return key
        return self.index[field].get(key, -1)

    def id(self, field: str, key: Any) -> str:
        """The id at a position of ``Scenario.<field>``; an id stays itself."""
        if isinstance(key, str):
            return key
        return self.ids[field][key] if key >= 0 else "nobody"


_KEEP = 16
_MADE: dict[int, Atlas] = {}


def _positions(items: Sequence[Any]) -> dict[str, int]:
    return {item.id: position for position, item in enumerate(items)}


def _make(scenario: Scenario) -> Atlas:
    index = {field: _positions(getattr(scenario, field)) for field in FIELDS}
    people = index["people"]
    leaders = tuple(people.get(bloc.leader, -1) for bloc in scenario.blocs)
    led, seat = [-1] * len(people), [-1] * len(people)
    for bloc, leader in enumerate(leaders):
        led[leader] = bloc
    for position, contender in enumerate(scenario.contenders):
        seat[people[contender.person]] = position
    bureau = next((b for b, body in enumerate(scenario.bodies) if body.role == "bureau"), -1)
    powers: dict[str, tuple[int, ...]] = {}
    for position, post in enumerate(scenario.posts):
        for power in post.powers:
            powers[power] = (*powers.get(power, ()), position)
    firsts = {post.region: q for q, post in enumerate(scenario.posts) if post.first_secretary}
    joined = (tuple(index["bodies"][name] for name in body.joins) for body in scenario.bodies)
    ids = {field: tuple(places) for field, places in index.items()}
    return Atlas(
        scenario, index, ids, leaders, tuple(led), tuple(seat), bureau, powers,
        tuple(firsts.get(region.id, -1) for region in scenario.regions),
        tuple(parts or (body,) for body, parts in enumerate(joined)),
    )  # fmt: skip
