"""A judge: one seat's view and attitude, with the small readings that every weighing of his uses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from game.ai import attitude
from game.ai.attitude import Attitude
from game.ai.strength import STRENGTHS, Strength
from game.engine.atlas import Atlas
from game.engine.state import State

#: A line of a score: (label, amount).
Line = tuple[str, int]
#: Good will that counts as being of one side.
FRIENDLY = 600
#: What one point of the aim is worth, thousandths, to somebody to whom his cause is all.
AIM = 2000


@dataclass(frozen=True, slots=True)
class Judge:
    """Values described effects from the point of view of one seat, in his own view."""

    state: State
    mind: Attitude
    atlas: Atlas
    strength: Strength = STRENGTHS["secretary"]
    _kept: dict[Any, Any] = field(default_factory=dict, repr=False)

    @staticmethod
    def of(state: State, person: int, strength: Strength | None = None) -> Judge:
        """The judge of the contender ``person`` in a view; without a strength, as another imagines him."""
        if strength is None:
            return Judge(state, attitude.read(state, person), Atlas.of(state.scenario))
        mind = attitude.read(state, person, strength.doubt, strength.numerate)
        return Judge(state, mind, Atlas.of(state.scenario), strength)

    def cached(self, key: Any, make: Callable[[], Any]) -> Any:
        """What was worked out once for this view."""
        if key not in self._kept:
            self._kept[key] = make()
        return self._kept[key]

    # ---- small readings
    @property
    def own(self) -> str:
        """His own id."""
        return self.state.scenario.people[self.mind.person].id

    def person(self, word: Any) -> int:
        """Index of a person's id, -1 if it is nobody."""
        return self.atlas.index["people"].get(str(word), -1)

    def wish(self, word: Any) -> int:
        """How far the seat wishes a person well, -1000..1000."""
        return self.mind.towards(self.person(word))

    def aim(self, *fact: str) -> int:
        """Points of score that a fact of his aim is worth if it comes true."""
        return self.mind.want(*fact) * AIM // 1000 * self.cause // 1250

    @property
    def cause(self) -> int:
        """What his aim weighs with him: his temper, and how closely he keeps to it."""
        return (250 + self.mind.weight("cause")) * self.strength.devotion // 1000

    @property
    def machines(self) -> int:
        """What machines weigh with him: his temper, and what he knows they are good for."""
        return (250 + self.mind.weight("machine")) * self.strength.building // 1000

    def regions(self, word: Any) -> list[int]:
        """Indexes of a region's id or of all."""
        if word == "all":
            return list(range(len(self.mind.shares)))
        number = self.atlas.index["regions"].get(str(word), -1)
        return [number] if number >= 0 else []

    def share(self, word: Any) -> int:
        """Thousandths of the party in a region or in all."""
        shares = self.mind.shares
        return sum(shares) if word == "all" else sum(shares[region] for region in self.regions(word))

    def influence(self, person: int) -> int:
        """What somebody's good opinion is worth, thousandths."""
        return self.mind.influence[person] if person >= 0 else 0

    @property
    def regions_led(self) -> dict[int, int]:
        """Person -> the region whose first secretary he is."""
        found: dict[int, int] = self.cached("regions led", self._regions_led)
        return found

    def _regions_led(self) -> dict[int, int]:
        return {self.holder(region): region for region in range(len(self.mind.shares))}

    def holder(self, region: int) -> int:
        """First secretary of a region, -1 if there is none."""
        post = self.atlas.first_secretary[region]
        return int(self.state.holder[post]) if post >= 0 else -1

    def places(self) -> bool:
        """True if people of his side hold the appointments."""
        posts = self.atlas.by_power.get("appointments", ())
        return any(self.mind.towards(int(self.state.holder[post])) >= FRIENDLY for post in posts)

    @property
    def appoints(self) -> bool:
        """True if he holds the appointments himself."""
        posts = self.atlas.by_power.get("appointments", ())
        return any(int(self.state.holder[post]) == self.mind.person for post in posts)

    def overshadowed(self, person: int) -> int:
        """How far the bloc of a person is ahead of his own in the appearance of power, 0 if it is his own."""
        bloc = self.mind.ends[person] if person >= 0 else self.mind.bloc
        if bloc == self.mind.bloc or bloc >= len(self.mind.power):
            return 0
        return max(self.mind.power[bloc] - self.mind.power[self.mind.bloc], 0)
