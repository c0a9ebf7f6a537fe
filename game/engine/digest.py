"""A digest of the whole state, and the first field in which two states differ."""

from __future__ import annotations

import json
from array import array
from dataclasses import fields
from hashlib import blake2b
from typing import Any, Protocol

import numpy as np

from game.engine.state import Ballot, Bench, Ints, State

#: The scenario is read-only and has a digest of its own; kept answers say nothing new.
_SKIPPED = ("scenario", "memo")
#: Arrays with more numbers than this are packed.
_LARGE = 4096
#: Hex digits that mark one field.
MARK = 4
_NAMES = tuple(name for name in State.__dataclass_fields__ if name not in _SKIPPED)


def digest(state: State) -> str:
    """32 hex digits that are equal for equal states: arrays in declared order, the rest as canonical text."""
    made = blake2b(state.scenario.digest.encode(), digest_size=16)
    for name in _NAMES:
        made.update(name.encode())
        _feed(made, getattr(state, name))
    return made.hexdigest()


class _Fed(Protocol):
    """What takes the bytes of a state."""

    def update(self, data: bytes, /) -> None:
        """Add data."""


class _Twice:
    """Feeds the digest of the whole and that of one field together."""

    def __init__(self, whole: blake2b, part: blake2b) -> None:
        self.whole, self.part = whole, part

    def update(self, data: bytes, /) -> None:
        """Add data to both."""
        self.whole.update(data)
        self.part.update(data)


def marks(state: State) -> tuple[str, str]:
    """The digest, and four hex digits for each field, by which a later replay can name what differs."""
    made, fields_of_it = blake2b(state.scenario.digest.encode(), digest_size=16), []
    for name in _NAMES:
        made.update(name.encode())
        part = blake2b(digest_size=MARK // 2)
        _feed(_Twice(made, part), getattr(state, name))
        fields_of_it.append(part.hexdigest())
    return made.hexdigest(), "".join(fields_of_it)


def first_differing_mark(one: str, other: str) -> str:
    """Name of the first field whose marks differ; '' if none does or they are of another version."""
    if len(one) != len(other) or len(one) != MARK * len(_NAMES):
        return ""
    for place, name in enumerate(_NAMES):
        if one[MARK * place : MARK * (place + 1)] != other[MARK * place : MARK * (place + 1)]:
            return name
    return ""


def _feed(made: _Fed, value: Any) -> None:
    """Feed one field; arrays as their shape and bytes, lists of ballots apart, the rest as JSON."""
    if isinstance(value, np.ndarray):
        made.update(f"{value.shape}".encode())
        made.update(_packed(value))
    elif (isinstance(value, list) and value and isinstance(value[0], (Ballot, Bench))) or (
        isinstance(value, list) and any(isinstance(item, Bench) for item in value)
    ):
        for item in value:
            _feed_item(made, item)
    else:
        made.update(json.dumps(value, default=plain, sort_keys=True, separators=(",", ":")).encode())


def _packed(values: Ints) -> bytes:
    """The numbers of an array; large tables of small numbers in two bytes each, marked as such."""
    if values.size > _LARGE and int(values.max()) < 1 << 15 and int(values.min()) >= -(1 << 15):
        return b"2" + values.astype("<i2").tobytes()
    return b"8" + values.astype("<i8", copy=False).tobytes()


def _feed_item(made: _Fed, item: Any) -> None:
    if isinstance(item, Ballot):
        made.update(array("q", item.voters).tobytes())
        made.update(array("q", item.ballots).tobytes())
        short = {name: getattr(item, name) for name in _BALLOT if name not in ("voters", "ballots")}
        made.update(json.dumps(short, default=plain, sort_keys=True, separators=(",", ":")).encode())
    elif isinstance(item, Bench):
        for column in (item.region, item.patron, item.follows):
            _feed(made, column)
    else:
        made.update(b"-")


_BALLOT = tuple(field.name for field in fields(Ballot))


def plain(value: Any) -> Any:
    """A dataclass as its fields, a date as text, a numpy integer as an integer."""
    names = getattr(value, "__dataclass_fields__", None)
    if names is not None:
        return {name: getattr(value, name) for name in names}
    if hasattr(value, "isoformat"):
        return value.isoformat()
    if isinstance(value, np.integer):
        return int(value)
    raise TypeError(f"a state cannot hold {type(value).__name__}")
