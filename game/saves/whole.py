"""Writing a text file whole or not at all."""

from __future__ import annotations

import os
import secrets
from pathlib import Path


def write_whole(path: Path, text: str) -> None:
    """Write ``text`` beside ``path`` and put it in its place; on OSError nothing has changed."""
    name = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    # opened exclusively, so that the file gets the usual rights of the folder's owner and never a stranger's place
    handle = os.open(name, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as out:
            out.write(text)
            out.flush()
            os.fsync(out.fileno())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise
