"""A scenario between reading and checking: converted items with their places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from game.scenario.expr import Names
from game.scenario.faults import FAULT, WARNING, Fault, nearest
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
    leaders: tuple[str, ...] = ()  # of the blocs as written

    def of(self, section: str) -> Iterator[Item]:
        """The items of a field of Scenario."""
        return iter(self.items.get(section, ()))

    def made(self, section: str) -> dict[str, Any]:
        """Id -> dataclass of a field of Scenario."""
        return {item.made.id: item.made for item in self.of(section)}

    def last_day(self) -> date:
        """The last day of the last turn; needs a head."""
        months = self.head.start.month - 1 + self.head.turns * self.head.turn_months
        last = date(self.head.start.year + months // 12, months % 12 + 1, 1) - timedelta(1)
        return min(last, self.head.end or last)


@dataclass(slots=True)
class Notes:
    """Where checks note what they find."""

    faults: list[Fault]

    def fault(
        self, item: Item, where: str | tuple[Any, ...], what: str, do: str = "", known: Iterable[str] = ()
    ) -> None:
        """A fault at a key of an item."""
        self._note(item, where, what, do, known, FAULT)

    def warn(
        self, item: Item, where: str | tuple[Any, ...], what: str, do: str = "", known: Iterable[str] = ()
    ) -> None:
        """A warning at a key of an item."""
        self._note(item, where, what, do, known, WARNING)

    def whole(self, what: str, do: str) -> None:
        """A fault of the scenario as a whole."""
        self.faults.append(Fault("scenario.yaml", 1, 1, what, "", do))

    def _note(
        self, item: Item, where: str | tuple[Any, ...], what: str, do: str, known: Iterable[str], level: str
    ) -> None:
        path = (where,) if isinstance(where, str) else where
        place = item.node.at(path)
        word = place.data if isinstance(place.data, str) else ""
        near = nearest(word, known) if known else ""
        self.faults.append(Fault(item.file, place.line, place.column, what, near, do, level))
