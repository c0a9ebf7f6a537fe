"""Worlds kept as they come: a file of JSON lines that an interruption cannot spoil."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TextIO

from game.saves.whole import write_whole

#: First word of the first line, and the form of the file.
MAGIC = {"general-line worlds": 1}


class KeepError(Exception):
    """A file of worlds that cannot be used; the message says what to do."""


def name_of(about: dict[str, Any]) -> str:
    """A file name for worlds with these parameters: readable, and different for different parameters."""
    text = json.dumps(about, sort_keys=True)
    return f"{about['scenario']}-{hashlib.blake2b(text.encode(), digest_size=6).hexdigest()}.jsonl"


def read(path: Path, about: dict[str, Any]) -> list[dict[str, Any]]:
    """The worlds kept in a file; KeepError if it holds worlds of other parameters. A cut last line is left out."""
    first, worlds = opened(path)
    if first != about:
        raise KeepError(f"{path} holds worlds of other parameters or of a changed scenario; leave out --resume")
    return worlds


def opened(path: Path) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The parameters and worlds of any file of worlds; KeepError if it is none. A cut last line is left out."""
    try:
        rows = path.read_text(encoding="utf-8").split("\n")
        first = json.loads(rows[0])
    except OSError as error:
        raise KeepError(f"{path} cannot be read ({error.strerror}); give another file") from None
    except (ValueError, RecursionError):
        first = None
    if not isinstance(first, dict) or {key: first.get(key) for key in MAGIC} != MAGIC:
        raise KeepError(f"{path} is not a file of worlds, or of another version; give another file")
    about = {key: value for key, value in first.items() if key not in MAGIC}
    return about, [_world(path, number, row) for number, row in enumerate(rows[1:-1], 2)]


def _world(path: Path, number: int, row: str) -> dict[str, Any]:
    try:
        world = json.loads(row)
    except (ValueError, RecursionError):
        world = None
    if not isinstance(world, dict) or type(world.get("seed")) is not int:
        raise KeepError(f"{path}, line {number}, is spoiled; take the line out, or give another file")
    return world


@contextmanager
def keeping(path: Path, about: dict[str, Any], kept: list[dict[str, Any]]) -> Iterator[TextIO]:
    """The file open for new worlds, after its first line and those already ``kept``."""
    rows = [{**MAGIC, **about}, *kept]
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, "".join(_line(row) for row in rows))
        out = path.open("a", encoding="utf-8", newline="\n")
    except OSError as error:
        raise KeepError(f"{path} cannot be written ({error.strerror}); give another with --keep") from None
    with out:
        yield out


def add(out: TextIO, world: dict[str, Any]) -> None:
    """Keep one more world, on the disk at once."""
    out.write(_line(world))
    out.flush()


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=True, sort_keys=True, separators=(",", ":")) + "\n"
