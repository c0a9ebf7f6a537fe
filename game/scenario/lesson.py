"""What a teacher sets for a class: one scenario or chapter, its luck, its seats and its terms.

A lesson is plain data. The game keeps it whole in its saves, and its digest goes into the digest of
every turn, so that a save cannot claim another lesson than the one it was played under.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any

from game.scenario.model import Chapter, Scenario


@dataclass(frozen=True, slots=True)
class LessonTerms:
    """What of a lesson the rules must know: its digest, orders it takes away, events it brings (ISO days)."""

    digest: str
    forbidden: tuple[str, ...] = ()
    injected: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Lesson:
    """A lesson as read from its file. ``events`` are pairs of an event and the day it is brought on.

    ``reveal``: the codex tells from the start what became of everything; else it does not.
    ``spoilers``: during play the record's outcome stands beside a vote; else only at the end.
    ``minutes``: time for a turn that players are shown, 0 for none.
    """

    title: str
    scenario: str
    chapter: str = ""
    start: date | None = None
    end: date | None = None
    seed: int = 1
    seats: tuple[str, ...] = ()
    dial: str = "free"
    strength: str = "secretary"
    reveal: bool = False
    spoilers: bool = True
    minutes: int = 0
    forbidden: tuple[str, ...] = ()
    events: tuple[tuple[str, date], ...] = ()
    settings: tuple[tuple[str, str], ...] = ()
    questions: tuple[str, ...] = ()

    @cached_property
    def digest(self) -> str:
        """16 hex digits that are equal for equal lessons."""
        text = json.dumps(self.as_data(), sort_keys=True, separators=(",", ":"))
        return hashlib.blake2b(text.encode(), digest_size=8).hexdigest()

    def as_data(self) -> dict[str, Any]:
        """The lesson as JSON-able data; ``of_data`` reads it back."""
        data = asdict(self)
        data["start"] = self.start.isoformat() if self.start else None
        data["end"] = self.end.isoformat() if self.end else None
        data["events"] = [[event, day.isoformat()] for event, day in self.events]
        for name in ("seats", "forbidden", "questions"):
            data[name] = list(data[name])
        data["settings"] = [list(pair) for pair in self.settings]
        return data

    @staticmethod
    def of_data(data: Mapping[str, Any]) -> Lesson:
        """A lesson from ``as_data``; KeyError, TypeError or ValueError if it is none."""
        return Lesson(
            **{
                **data,
                "start": date.fromisoformat(data["start"]) if data["start"] else None,
                "end": date.fromisoformat(data["end"]) if data["end"] else None,
                "events": tuple((str(event), date.fromisoformat(day)) for event, day in data["events"]),
                "settings": tuple((str(name), str(word)) for name, word in data["settings"]),
                **{name: tuple(data[name]) for name in ("seats", "forbidden", "questions")},
            }
        )

    @property
    def terms(self) -> LessonTerms:
        """What of it the rules must know from the first turn on."""
        return LessonTerms(self.digest, self.forbidden, tuple((name, day.isoformat()) for name, day in self.events))

    def told_in(self, scenario: Scenario) -> Scenario:
        """The scenario with its settings of what is told during play as the lesson has them."""
        told = {"reveal_history": self.reveal, "spoilers": self.spoilers}
        return replace(scenario, settings={**scenario.settings, **told})


def chapter_of(scenario: Scenario, name: str) -> Chapter:
    """A chapter by its id; LookupError names those that exist."""
    found = next((one for one in scenario.chapters if one.id == name), None)
    if found is None:
        known = ", ".join(one.id for one in scenario.chapters) or "none"
        raise LookupError(f"{scenario.id} has no chapter '{name}'; it has {known}")
    return found


def span_of(scenario: Scenario, chapter: Chapter) -> tuple[date | None, date]:
    """First day of a chapter, None if it is the scenario's own, and its last."""
    first, last = scenario.turn_dates(chapter.first_turn)[0], scenario.turn_dates(chapter.last_turn)[1]
    return (None if chapter.first_turn == 1 else first), last
