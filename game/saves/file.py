"""The save file: one portable text, written whole or not at all. ``game.saves.rows`` says what stands in it."""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path

from game.saves.game import Game
from game.saves.rows import FORMAT, FORMATS, MAGIC, parse_rows, rows_of
from game.saves.saved import Saved, SaveError
from game.saves.whole import write_whole

PREVIOUS = ".before"
LIMIT = 32 * 1024 * 1024  # bytes; a full game is below 2 MB


def dump(game: Game, note: str = "") -> str:
    """The text of a save."""
    return sealed(rows_of(game, note))


def sealed(rows: list[str]) -> str:
    """The text of a save with these rows above its last."""
    return "\n".join((*rows, _ending(rows), ""))


def _ending(rows: list[str]) -> str:
    """The last line of a file: how many lines stand above it, and their checksum."""
    made = hashlib.blake2b(digest_size=16)
    for row in rows:
        made.update(f"{row}\n".encode())
    return f"end {len(rows)} {made.hexdigest()}"


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
    bases = (row for row in rows if row.startswith("^ "))
    return parse_rows([*rows[:2], *bases, rows[-1]], str(path))


def _text(path: Path) -> str:
    """The text of a file."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):  # a pipe would be waited for, a device would never end
            raise SaveError(f"{path} is not a save of this game (it is not a file)")
        if found.st_size > LIMIT:
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
    if first not in [f"{MAGIC} {number}" for number in FORMATS]:
        raise SaveError(f"{name} has save format {first[len(MAGIC) + 1 :][:20]}; this version reads 1 to {FORMAT}")
    rows = text.split("\n")
    rest, end = rows.pop(), rows.pop() if len(rows) > 1 else ""
    if rest or end != _ending(rows):
        raise SaveError(f"{name} is cut off or was altered after it was saved; use an earlier save")
    return rows
