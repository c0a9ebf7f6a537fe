"""Faults of a scenario: where, what, the nearest valid name, what to do. All are reported at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

FAULT = "fault"
WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One fault: ``file`` relative to the scenario's folder, ``line`` and ``column`` from 1."""

    file: str
    line: int
    column: int
    what: str
    nearest: str = ""
    do: str = ""
    level: str = FAULT  # a warning does not stop the scenario from loading

    def __str__(self) -> str:
        """``file:line:column: what; nearest valid name; what to do``."""
        parts = [f"{self.file}:{self.line}:{self.column}: {self.what}"]
        if self.nearest:
            parts.append(f"did you mean {self.nearest!r}?")
        if self.do:
            parts.append(self.do)
        text = "; ".join(parts).replace("?;", "?")
        return f"{text} (warning)" if self.level == WARNING else text


class ScenarioFaults(Exception):
    """A scenario that cannot be loaded, with every fault found."""

    def __init__(self, folder: str, faults: list[Fault]) -> None:
        self.folder = folder
        self.faults = faults
        super().__init__(folder, faults)

    def __str__(self) -> str:
        """One line a fault, each beginning with a path that can be opened."""
        return "\n".join(f"{self.folder}/{fault}" for fault in self.faults)


def nearest(word: str, names: Iterable[str]) -> str:
    """The valid name most like ``word``, or nothing when none is close."""
    from difflib import get_close_matches  # only faults need it, and it is slow to import

    close = get_close_matches(word[:80], list(names), n=1, cutoff=0.6)
    return close[0] if close else ""


def found_words(value: Any) -> str:
    """A value in words, for messages."""
    if value is None:
        return "nothing"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return f"the number {value}"
    if isinstance(value, str):
        return f"the text {value[:40]!r}"
    return "a list" if isinstance(value, list) else "a mapping"
