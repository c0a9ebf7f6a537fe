"""Which decisions and events of a scenario bring a thing about: where to look when it did not come."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from game.scenario.model import Effect, Scenario

#: Verbs whose first argument names the thing they change.
_VERBS = ("pact", "document", "event", "post", "status", "thesis", "motion", "rule")


class Sources:
    """For each causal key ("pact X", "motion TYPE", ...) the keys of the hinges and events that write it."""

    def __init__(self, scenario: Scenario) -> None:
        self._of: dict[str, dict[str, None]] = defaultdict(dict)
        self.needs: dict[str, tuple[str, ...]] = {}  # of each of those keys, the conditions it waits for
        for event in scenario.events:
            self._enter(event.effects, (f"event {event.id}", f"missed {event.id}"))
            self.needs[f"missed {event.id}"] = tuple(need.test.text for need in event.needs)
        for hinge in scenario.hinges:
            self.needs[f"elsewhere {hinge.id}"] = tuple(need.test.text for need in hinge.needs)
            for option in hinge.options:
                self._enter(option.effects, (f"hinge {hinge.id}", f"elsewhere {hinge.id}"))

    def _enter(self, effects: Iterable[Effect], origin: tuple[str, ...]) -> None:
        for key in written(effects):
            self._of[key].update(dict.fromkeys(origin))

    def of(self, *keys: str) -> tuple[str, ...]:
        """The keys themselves, then, marked with "?", those of what would have changed them in its time."""
        found = dict.fromkeys(keys)
        for key in keys:
            found.update(dict.fromkeys(f"?{one}" for one in self._of.get(key, ())))
        return tuple(found)


def written(effects: Iterable[Effect]) -> Iterator[str]:
    """Causal keys of what a list of effects changes, branches included."""
    for effect in effects:
        if effect.verb in _VERBS and effect.args and isinstance(effect.args[0], str):
            yield f"{effect.verb} {effect.args[0]}"
        if effect.verb in ("seat", "motion", "post"):
            yield from (f"about {one}" for one in effect.args[1:] if isinstance(one, str))
        yield from written(effect.then + effect.otherwise)
