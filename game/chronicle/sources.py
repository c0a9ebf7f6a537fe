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
        for event in scenario.events:
            self._enter(event.effects, (f"event {event.id}", f"missed {event.id}"))
        for hinge in scenario.hinges:
            for option in hinge.options:
                self._enter(option.effects, (f"hinge {hinge.id}", f"elsewhere {hinge.id}"))

    def _enter(self, effects: Iterable[Effect], origin: tuple[str, ...]) -> None:
        for key in written(effects):
            self._of[key].update(dict.fromkeys(origin))

    def of(self, *keys: str) -> tuple[str, ...]:
        """The keys themselves, then those of what would have changed them."""
        found = dict.fromkeys(keys)
        for key in keys:
            found.update(dict.fromkeys(self._of.get(key, ())))
        return tuple(found)


def written(effects: Iterable[Effect]) -> Iterator[str]:
    """Causal keys of what a list of effects changes, branches included."""
    for effect in effects:
        if effect.verb in _VERBS and effect.args and isinstance(effect.args[0], str):
            yield f"{effect.verb} {effect.args[0]}"
        yield from written(effect.then + effect.otherwise)
