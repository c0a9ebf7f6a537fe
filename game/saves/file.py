"""The save file: one portable text, a line an order.

::

    general-line save 1
    {"scenario": ..., "digest": ..., "seed": 1, ...}      header, one line of JSON
    = 1 6f1c... 90ab... 4e02...                          a turn opens: its digest, marks of its fields,
                                                         checksum of everything above and of this row
    > someone speak region="north"                       an order
    ? {"chosen": ...}                                    the reasons of the order above
    @ 2001-06-01                                         office holders set from the record
    ! {"leader": ...}                                    what had come of it when it was saved
    end 812 90ab...                                      lines above and their checksum
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from game import __version__
from game.engine.order import Order
from game.saves.game import Game, Line, Setup
from game.saves.whole import write_whole
from game.scenario.lesson import Lesson
from game.scenario.plain import STEERING
from game.scenario.vocabulary import DIALS, STRENGTHS

MAGIC = "general-line save"
FORMAT = 1
PREVIOUS = ".before"
LIMIT = 64 * 1024 * 1024  # bytes; a full game is below 2 MB


class SaveError(Exception):
    """A save that cannot be read or written; the message says what to do."""


@dataclass(frozen=True, slots=True)
class Saved:
    """What a save file holds."""

    scenario: str
    digest: str
    version: str
    setup: Setup
    lines: tuple[Line, ...]
    digests: dict[int, str]  # turn -> digest at its opening
    fields: dict[int, str]  # turn -> marks of the state's fields then
    turn: int
    note: str
    result: Mapping[str, Any] | None = None
    files: Mapping[str, str] = field(default_factory=dict)  # marks of the scenario's files when it was saved


class Chain:
    """The checksum of a save's rows, and at each turn that of the rows so far."""

    def __init__(self) -> None:
        self._made = hashlib.blake2b(digest_size=16)

    def add(self, row: str) -> None:
        """Add a row."""
        self._made.update(f"{row}\n".encode())

    def mark(self, row: str) -> str:
        """What stands at the end of a turn's row ``row``: 16 hex digits."""
        made = self._made.copy()
        made.update(row.encode())
        return made.hexdigest()[:16]


def dump(game: Game, note: str = "") -> str:
    """The text of a save."""
    chain, rows = Chain(), []
    for row in _rows(game, note):
        marked = f"{row} {chain.mark(row)}" if row.startswith("= ") else row
        chain.add(marked)
        rows.append(marked)
    body = "\n".join(rows) + "\n"
    return f"{body}{_ending(body)}\n"


def _rows(game: Game, note: str) -> Iterator[str]:
    yield f"{MAGIC} {FORMAT}"
    yield json.dumps(_header(game, note), ensure_ascii=True, sort_keys=True)
    turn_of_line = _turn_marks(game)
    for number, line in enumerate(game.lines):
        yield from turn_of_line.get(number, ())
        if line.order is not None:
            yield f"> {line.order}"
        elif line.opening is not None:
            yield f"@ {line.opening.isoformat()}"
        if line.why is not None:
            yield "? " + json.dumps(line.why, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    yield from turn_of_line.get(len(game.lines), ())
    if game.result is not None:
        yield "! " + json.dumps(game.result(), ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _header(game: Game, note: str) -> dict[str, Any]:
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


def _turn_marks(game: Game) -> dict[int, list[str]]:
    """Digest rows by the number of the line they stand before."""
    marks: dict[int, list[str]] = {}
    for turn, (number, value) in game.turn_marks.items():
        marks.setdefault(number, []).append(f"= {turn} {value} {game.field_marks[turn]}")
    return marks


def _ending(body: str) -> str:
    """The last line of a file: how many lines stand above it, and their checksum."""
    return f"end {body.count(chr(10))} {hashlib.blake2b(body.encode(), digest_size=16).hexdigest()}"


def write(game: Game, path: Path, note: str = "") -> None:
    """Write a save whole or not at all, and keep the one that stood there; SaveError says what stood in the way."""
    text = dump(game, note)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, text, previous(path) if _is_whole(path) else None)
    except OSError as error:
        raise SaveError(f"{path} could not be saved ({error.strerror}); choose another folder") from None


def previous(path: Path) -> Path:
    """Where the save before this one is kept."""
    return path.with_name(f"{path.name}{PREVIOUS}")


def _is_whole(path: Path) -> bool:
    """Whether a whole save lies here; one that is spoiled must not push out the one before it."""
    try:
        return path.is_file() and bool(_rows_of(_text(path), ""))
    except SaveError:
        return False


def read(path: Path) -> Saved:
    """Read a save; SaveError with one sentence if it is not whole."""
    return parse(_text(path), str(path))


def glance(path: Path) -> Saved:
    """A save with its setup and result but without its orders, many times quicker; SaveError as for ``read``.

    A save that keeps no result is read whole.
    """
    rows = _rows_of(_text(path), str(path))
    if not rows[-1].startswith("! "):
        return parse_rows(rows, str(path))
    return parse_rows([*rows[:2], rows[-1]], str(path))


def _text(path: Path) -> str:
    """The text of a file."""
    try:
        if path.stat().st_size > LIMIT:
            raise SaveError(f"{path} is too large to be a save of this game")
        return path.read_bytes().decode("utf-8")  # as it stands: a changed line ending is a change
    except UnicodeDecodeError:
        raise SaveError(f"{path} is not a save of this game (it is not text)") from None
    except OSError as error:
        raise SaveError(f"{path} could not be opened ({error.strerror}); give the path of a save") from None


def parse(text: str, name: str) -> Saved:
    """Read the text of a save called ``name``."""
    return parse_rows(_rows_of(text, name), name)


def _rows_of(text: str, name: str) -> list[str]:
    """The lines of a save that is whole."""
    if not text.startswith(MAGIC + " "):
        raise SaveError(f"{name} is not a save of this game (its first line should be '{MAGIC} {FORMAT}')")
    first = text.split("\n", 1)[0]
    if first != f"{MAGIC} {FORMAT}":
        raise SaveError(f"{name} has save format {first[len(MAGIC) + 1 :][:20]}, this version reads {FORMAT}")
    body, _, end = text[:-1].rpartition("\n")
    body += "\n"
    if f"{end}\n" != f"{_ending(body)}{text[-1]}":
        raise SaveError(f"{name} is cut off or was altered after it was saved; use an earlier save")
    return body[:-1].split("\n")


def parse_rows(rows: list[str], name: str) -> Saved:
    """Read the rows of a save without its last; SaveError if they hold something else."""
    lines: list[Line] = []
    digests: dict[int, str] = {}
    fields: dict[int, str] = {}
    result: Mapping[str, Any] | None = None
    try:
        header = json.loads(rows[1])
        for row in rows[2:]:
            mark, _, rest = row.partition(" ")
            if mark == ">":
                lines.append(Line(Order.parse(rest)))
            elif mark == "@":
                lines.append(Line(None, opening=date.fromisoformat(rest)))
            elif mark == "?":
                lines[-1] = Line(lines[-1].order, lines[-1].opening, json.loads(rest))
            elif mark == "!":
                result = dict(json.loads(rest))
            elif mark == "=":
                turn, value, *more = rest.split(" ")
                digests[int(turn)] = value
                fields[int(turn)] = more[0] if more else ""
            else:
                raise ValueError(row[:40])
        return Saved(
            scenario=_id(header["scenario"]),
            digest=str(header["digest"]),
            version=str(header["engine"]),
            setup=_setup(header),
            lines=tuple(lines),
            digests=digests,
            fields=fields,
            turn=int(header["turn"]),
            note=_word(header.get("note", "")),
            result=result,
            files={str(name): str(mark) for name, mark in header.get("files", {}).items()},
        )
    except (ValueError, KeyError, IndexError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise SaveError(f"{name} cannot be read as a save ({error}); use an earlier save") from None


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


def _word(value: object) -> str:
    """A word or a name; ValueError if it would steer a terminal."""
    if not isinstance(value, str) or STEERING.search(value):
        raise ValueError(f"{str(value)[:40]!r} is no name")
    return value


def _id(value: object) -> str:
    """The id of a scenario; ValueError if it is none, so that no save names a place on the disk."""
    if not isinstance(value, str) or not re.fullmatch("[a-z][a-z0-9-]{0,59}", value):
        raise ValueError(f"{str(value)[:40]!r} is no scenario")
    return value


def _seed(value: object) -> int:
    """A seed; ValueError for what the command line would not take either."""
    if type(value) is not int or not 0 <= value < 1 << 63:
        raise ValueError("the seed is not possible")
    return value


def _setup(header: dict[str, Any]) -> Setup:
    """The setup of a header; ValueError or TypeError if a value is not of its kind."""

    def day(value: str | None) -> date | None:
        return date.fromisoformat(value) if value else None

    return Setup(
        seed=_seed(header["seed"]),
        humans=tuple(_word(one) for one in header["humans"]),
        rivals=_one_of(header["rivals"], DIALS),
        strength=_one_of(header["strength"], STRENGTHS),
        start=day(header["start"]),
        until=day(header["until"]),
        lesson=_lesson(header["lesson"]),
        chapter=str(header.get("chapter", "")),
        player=_word(header.get("player", "")),
        settings=tuple(sorted((str(name), str(word)) for name, word in header.get("settings", {}).items())),
    )
