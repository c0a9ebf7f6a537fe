"""The header of a save: how the game was started, as one line of JSON and back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

from game import __version__
from game.saves.branch import LONGEST, Origin, checked_name
from game.saves.game import Game, Setup
from game.scenario.lesson import Lesson
from game.scenario.plain import STEERING
from game.scenario.vocabulary import DIALS, STRENGTHS


def header_of(game: Game, note: str) -> dict[str, Any]:
    """The header of a game, without its branches."""
    setup = game.setup
    return {
        "engine": __version__,
        "scenario": game.scenario.id,
        "digest": game.scenario.digest,
        "files": dict(game.scenario.files),
        "seed": setup.seed,
        "humans": list(setup.humans),
        "rivals": setup.rivals,
        "strength": setup.strength,
        "start": setup.start.isoformat() if setup.start else None,
        "until": setup.until.isoformat() if setup.until else None,
        "lesson": {"digest": setup.lesson.digest, **setup.lesson.as_data()} if setup.lesson else None,
        "chapter": setup.chapter,
        "player": setup.player,
        "settings": dict(setup.settings),
        "turn": game.state.turn,
        "note": note,
    }


def origin_data(origin: Origin, bases: Sequence[str]) -> dict[str, Any]:
    """Where a branch comes from; its snapshot is named by its place among ``bases``."""
    return {
        "name": origin.name,
        "parent": origin.parent,
        "turn": origin.turn,
        "number": origin.number,
        "base": bases.index(origin.base) if origin.base else None,
    }


def origin_of(data: dict[str, Any], bases: Sequence[str], known: Sequence[str]) -> Origin:
    """Where a branch comes from; ValueError, TypeError or LookupError if it cannot be."""
    parent, base = data["parent"], data["base"]
    if len(parent) > LONGEST or (base is not None and not 0 <= base < len(bases)):
        raise ValueError("a branch comes from nowhere")
    return Origin(
        checked_name(word(data["name"]), known), word(parent), small(data["turn"]), small(data["number"]),
        "" if base is None else bases[base],
    )  # fmt: skip


def small(value: object) -> int:
    """A turn or a count; ValueError for another value."""
    if type(value) is not int or not 0 <= value <= 100_000:
        raise ValueError(f"{str(value)[:40]!r} is no such number")
    return value


def _lesson(data: dict[str, Any] | None) -> Lesson | None:
    """The lesson of a header; ValueError if its digest is not its own."""
    if data is None:
        return None
    lesson = Lesson.of_data({name: value for name, value in data.items() if name != "digest"})
    if lesson.digest != data["digest"]:
        raise ValueError("its lesson was altered")
    return lesson


def _one_of(value: str, known: tuple[str, ...]) -> str:
    """A value that is possible; ValueError for another."""
    if value not in known:
        raise ValueError(f"{str(value)[:40]} is not possible")
    return value


def word(value: object) -> str:
    """A word or a name; ValueError if it would steer a terminal."""
    if not isinstance(value, str) or STEERING.search(value):
        raise ValueError(f"{str(value)[:40]!r} is no name")
    return value


def id_of(value: object) -> str:
    """The id of a scenario; ValueError if it is none, so that no save names a place on the disk."""
    if not isinstance(value, str) or not re.fullmatch("[a-z][a-z0-9-]{0,59}", value):
        raise ValueError(f"{str(value)[:40]!r} is no scenario")
    return value


def _seed(value: object) -> int:
    """A seed; ValueError for what the command line would not take either."""
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise ValueError("the seed is not possible")
    return value


def setup_of(header: dict[str, Any]) -> Setup:
    """The setup of a header; ValueError or TypeError if a value is not of its kind."""

    def day(value: str | None) -> date | None:
        return date.fromisoformat(value) if value else None

    return Setup(
        seed=_seed(header["seed"]),
        humans=tuple(word(one) for one in header["humans"]),
        rivals=_one_of(header["rivals"], DIALS),
        strength=_one_of(header["strength"], STRENGTHS),
        start=day(header["start"]),
        until=day(header["until"]),
        lesson=_lesson(header["lesson"]),
        chapter=str(header.get("chapter", "")),
        player=word(header.get("player", "")),
        settings=tuple(sorted((str(name), str(value)) for name, value in header.get("settings", {}).items())),
    )
