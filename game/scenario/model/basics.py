"""What every chapter of a scenario is written with: conditions, needs, effects, sources."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

#: How a part of a source begins that nobody looked up.
NOT_LOOKED_UP = ("general knowledge", "invented", "the scenario's")

#: A compiled condition or value: called with an engine ``Context``.
Compiled = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition or value as written, compiled once; ``value(context)`` evaluates it."""

    text: str
    kind: str  # "bool", "int" or "person"
    value: Compiled = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Need:
    """A precondition and the sentence shown when it fails."""

    test: Expression
    reason: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One verb of the effect vocabulary with its arguments, already checked against its signature.

    ``args`` hold ids (str), symbols such as ``SELF`` (str) or integers. ``chance`` (thousandths)
    and ``test`` guard the nested lists; a plain verb has neither.
    """

    verb: str
    args: tuple[Any, ...] = ()
    chance: int | None = None
    test: Expression | None = None
    then: tuple[Effect, ...] = ()
    otherwise: tuple[Effect, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact comes from and how sure it is (high, medium, low).

    ``source`` is written out: keys of the scenario's list of works stand replaced by the works.
    """

    source: str = ""
    confidence: str = "medium"
    note: str = ""
    mark: str = "fact"  # fact | model | speculation

    @property
    def looked_up(self) -> bool:
        """Whether the source names something that was looked up, not only what is generally known."""
        parts = (part.strip() for part in self.source.split(";"))
        return any(part and not part.startswith(NOT_LOOKED_UP) for part in parts)
