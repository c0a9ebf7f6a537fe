"""The rows of a save: what a game is in lines of text, and what lines of text are a game.

::

    general-line save 2
    {"scenario": ..., "digest": ..., "seed": 1, ...}   header, one line of JSON
    ^ eJy0...                                          a snapshot that a branch plays on from
    = 1 6f1c... 90ab... 4e02...                        a turn opens: its digest, marks of its fields,
                                                       checksum of everything above and of this row
    > someone speak region="north"                     an order
    ? {"chosen": ...}                                  the reasons of the order above
    @ 2001-06-01                                       office holders set from the record
    / {"name": ..., "after": ..., "lines": 12} 17cd... a branch that rests: it has so many lines of another
                                                       branch, then those below; checksum as above
    * eJy0...                                          a snapshot of the branch in play, at its last opening
    ! {"leader": ...}                                  what had come of it when it was saved
    end 812 90ab...                                    lines above and their checksum

The branch in play stands first, so that damage to another costs it nothing. Format 1 had neither branches nor
snapshots.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import date
from itertools import islice
from typing import Any

from game.engine.order import Order
from game.saves.branch import MOST, Branch, Line, Origin, shared
from game.saves.game import Game
from game.saves.header import header_of, id_of, origin_data, origin_of, setup_of, small, word
from game.saves.saved import Saved, SaveError

MAGIC = "general-line save"
FORMAT = 2
#: Formats that are read.
FORMATS = (1, FORMAT)
#: Rows of a save; a whole campaign has 4,000.
LONGEST_SAVE = 400_000


class Chain:
    """The checksum of a save's rows, and at each turn and branch that of the rows so far."""

    MARKED = ("= ", "/ ")

    def __init__(self) -> None:
        self._made = hashlib.blake2b(digest_size=16)

    def add(self, row: str) -> None:
        """Add a row."""
        self._made.update(f"{row}\n".encode())

    def mark(self, row: str) -> str:
        """What stands at the end of a marked row ``row``: 16 hex digits."""
        made = self._made.copy()
        made.update(row.encode())
        return made.hexdigest()[:16]


# ---- writing


def rows_of(game: Game, note: str) -> list[str]:
    """The rows of a game, without the last."""
    chain, rows = Chain(), []
    for row in _rows(game, note):
        marked = f"{row} {chain.mark(row)}" if row.startswith(Chain.MARKED) else row
        chain.add(marked)
        rows.append(marked)
    return rows


def _rows(game: Game, note: str) -> Iterator[str]:
    here, rest = game.resting, [branch for branch in game.branches if branch.name in game.others]
    bases = list(dict.fromkeys(one.origin.base for one in (here, *rest) if one.origin.base))
    yield f"{MAGIC} {FORMAT}"
    yield json.dumps({**header_of(game, note), "branch": origin_data(game.origin, bases)}, sort_keys=True)
    yield from (f"^ {base}" for base in bases)
    yield from _block(here, 0)
    written = [here]
    for branch in rest:
        after = max(written, key=lambda one: shared(one.lines, branch.lines) if _akin(one, branch) else 0)
        count = shared(after.lines, branch.lines) if _akin(after, branch) else 0
        data = {**origin_data(branch.origin, bases), "after": after.name, "lines": count, "at": branch.turn}
        yield f"/ {_json(data)}"
        yield from _block(branch, count)
        written.append(branch)
    yield f"* {game.snapshot()}"
    if game.result is not None:
        yield f"! {_json(game.result())}"


def _akin(one: Branch, other: Branch) -> bool:
    """Whether two branches begin at the same place."""
    return one.origin.base == other.origin.base


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))


def _block(branch: Branch, count: int) -> Iterator[str]:
    """The lines of a branch but the first ``count``, with the openings of turns among them."""
    marks = {number: turn for turn, (number, _) in branch.turn_marks.items()}
    for number in range(count, len(branch.lines) + 1):
        if number in marks and (number > count or not count):
            turn = marks[number]
            yield f"= {turn} {branch.turn_marks[turn][1]} {branch.field_marks[turn]}"
        if number < len(branch.lines):
            yield from _line(branch.lines[number])


def _line(line: Line) -> Iterator[str]:
    if line.order is not None:
        yield f"> {line.order}"
    elif line.opening is not None:
        yield f"@ {line.opening.isoformat()}"
    if line.why is not None:
        yield f"? {_json(line.why)}"


# ---- reading


class _Reader:
    """Reads rows one by one into branches."""

    def __init__(self, header: dict[str, Any]) -> None:
        self.header = header
        self.bases: list[str] = []
        self.done: dict[str, Branch] = {}
        self.result: dict[str, Any] | None = None
        self.snapshot = ""
        self.lines: list[Line] = []
        self.marks: dict[int, tuple[int, str]] = {}
        self.fields: dict[int, str] = {}
        self.rest: dict[str, Any] | None = None  # what was said of the branch that is read; None for that in play

    def read(self, row: str) -> None:
        """Take in a row; ValueError and its like if it is none."""
        mark, _, text = row.partition(" ")
        if mark == ">":
            self.lines.append(Line(Order.parse(text)))
        elif mark == "@":
            self.lines.append(Line(None, opening=date.fromisoformat(text)))
        elif mark == "?":
            self.lines[-1] = Line(self.lines[-1].order, self.lines[-1].opening, json.loads(text))
        elif mark == "=":
            turn, value, *more = text.split(" ")
            self.marks[int(turn)] = (len(self.lines), value)
            self.fields[int(turn)] = more[0] if more else ""
        elif mark == "/":
            self._next_branch(json.loads(text.rpartition(" ")[0]))
        elif mark == "^":
            self.bases.append(text)
        elif mark == "*":
            self.snapshot = text
        elif mark == "!":
            self.result = dict(json.loads(text))
        else:
            raise ValueError(row[:40])

    def _next_branch(self, data: dict[str, Any]) -> None:
        self.finish()
        after, count = self.done[data["after"]], small(data["lines"])
        if len(self.done) >= MOST or count > len(after.lines):
            raise ValueError("a branch cannot be there")
        self.rest, self.lines = data, list(after.lines[:count])
        self.marks = {turn: mark for turn, mark in after.turn_marks.items() if mark[0] <= count and count}
        self.fields = {turn: after.field_marks[turn] for turn in self.marks}

    def finish(self) -> Branch:
        """The branch that was read."""
        said = self.rest if self.rest is not None else self.header.get("branch")
        origin = origin_of(said, self.bases, list(self.done)) if said is not None else Origin()
        turn = small(self.header["turn"] if self.rest is None else said["at"] if said is not None else 0)
        branch = Branch(origin, tuple(self.lines), self.marks, self.fields, turn)
        self.done[branch.name] = branch
        return branch


def parse_rows(rows: list[str], name: str) -> Saved:
    """Read the rows of a save without its last; SaveError if they hold something else."""
    if len(rows) > LONGEST_SAVE:
        raise SaveError(f"{name} is too long to be a save of this game")
    try:
        header = json.loads(rows[1])
        reader = _Reader(header)
        for row in islice(rows, 2, None):
            reader.read(row)
        reader.finish()
        here, *rest = reader.done.values()
        return Saved(
            scenario=id_of(header["scenario"]),
            digest=str(header["digest"]),
            version=str(header["engine"]),
            setup=setup_of(header),
            lines=here.lines,
            digests={turn: value for turn, (_, value) in here.turn_marks.items()},
            fields=dict(here.field_marks),
            turn=here.turn,
            note=word(header.get("note", "")),
            result=reader.result,
            files={str(name): str(mark) for name, mark in header.get("files", {}).items()},
            origin=here.origin,
            places={turn: number for turn, (number, _) in here.turn_marks.items()},
            others={branch.name: branch for branch in rest},
            snapshot=reader.snapshot,
        )
    except (ValueError, LookupError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise SaveError(f"{name} cannot be read as a save ({str(error)[:120]}); use an earlier save") from None
