"""A scenario between reading and checking: converted items with their places."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from game.scenario.expr import Names
from game.scenario.reading import Node


@dataclass(frozen=True, slots=True)
class Item:
    """A converted dataclass, where it was written and in which file."""

    made: Any
    node: Node
    file: str


@dataclass(slots=True)
class Draft:
    """Everything that could be converted, by field of Scenario; ``head`` is None if it has faults."""

    items: dict[str, list[Item]] = field(default_factory=dict)
    head: Any = None
    names: Names = field(default_factory=lambda: Names({}))

    def of(self, section: str) -> Iterator[Item]:
        """The items of a field of Scenario."""
        return iter(self.items.get(section, ()))

    def made(self, section: str) -> dict[str, Any]:
        """Id -> dataclass of a field of Scenario."""
        return {item.made.id: item.made for item in self.of(section)}
