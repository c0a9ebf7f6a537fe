"""Writing a text file whole or not at all."""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
from pathlib import Path

#: Seconds after which a file left half-written by a process that was killed is swept away.
STALE = 3600


def write_whole(path: Path, text: str, keep: Path | None = None) -> None:
    """Write ``text`` beside ``path`` and put it in its place; on OSError nothing has changed.

    What stood at ``path`` is kept as ``keep`` if that is given.
    """
    name = _beside(path)
    # opened exclusively, so that the file gets the usual rights of the folder's owner and never a stranger's place
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        if keep is not None:
            _keep(path, keep)
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
    with contextlib.suppress(OSError):  # the file is in its place; what follows is tidiness
        _settle(path.parent)
        _sweep(path)


def _beside(path: Path) -> Path:
    """A name in the same folder that nobody has."""
    return path.with_name(f".{path.name}.{secrets.token_hex(6)}")


def _keep(path: Path, keep: Path) -> None:
    """Give the file at ``path`` the name ``keep`` as well; at no moment is either name without a whole file."""
    name = _beside(keep)
    try:
        try:
            os.link(path, name)
        except OSError:  # a file system without second names
            shutil.copyfile(path, name)
        os.replace(name, keep)
    except BaseException:
        name.unlink(missing_ok=True)
        raise


def _settle(folder: Path) -> None:
    """Have the new name reach the disk."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _sweep(path: Path) -> None:
    """Remove half-written files of this name that no living process can still be writing."""
    now = path.stat().st_mtime
    pattern = re.compile(rf"\.{re.escape(path.name)}(\.before)?\.[0-9a-f]{{12}}")
    for other in path.parent.iterdir():
        if pattern.fullmatch(other.name) and other.lstat().st_mtime < now - STALE:
            other.unlink(missing_ok=True)
