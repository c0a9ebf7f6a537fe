"""A snapshot: the state at the opening of a turn with its records and its log, in one line of text.

It is a second way to a game whose scenario has changed since: the orders may no longer lead where they led,
the snapshot does. It comes from a file and may come from a stranger, so it is plain data, read by declared
types, measured against the scenario, and never run.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from game.engine.record import Record
from game.engine.state import State
from game.saves.bounds import fault_of
from game.saves.shape import fields_of, of_data, pieces_of
from game.scenario.model import Scenario

#: Bytes of a snapshot that is unpacked; the largest game needs 2 MB.
LIMIT = 12 << 20
#: So many ids that came or went are named.
NAMED = 3
#: Lists of the scenario by whose positions a state counts.
COUNTED = (
    "people", "blocs", "regions", "posts", "bodies", "axes", "documents", "theses", "quantities", "rules",
)  # fmt: skip


class SnapshotError(ValueError):
    """A snapshot that is none, or does not fit the scenario; the message says why."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A snapshot unpacked: state, records so far, and the log as the table above it has kept it."""

    state: State
    records: list[Record] = field(default_factory=list)
    log: Any = None


def pack(state: State, records: Sequence[Record], log: Any) -> str:
    """A snapshot as one line of letters and digits; of the records those that the state knows of."""
    data = {"ids": ids_of(state.scenario), "state": state, "records": list(records[: state.records]), "log": log}
    packer = zlib.compressobj(1)
    packed = [packer.compress(piece.encode()) for piece in pieces_of(data)]
    return base64.b64encode(b"".join((*packed, packer.flush()))).decode()


def unpack(text: str, scenario: Scenario, lesson: str = "") -> Kept:
    """The game of a snapshot in this scenario; SnapshotError with a sentence if it cannot be had.

    ``lesson`` is the digest of the lesson that it must have been played under.
    """
    data = _data(text)
    _same_ids(data.get("ids"), scenario)
    try:
        state = State(scenario=scenario, **fields_of(State, data["state"]))
        records = [of_data(Record, one) for one in data["records"]]
        fault = fault_of(state, records, lesson)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError) as error:
        raise SnapshotError(f"the snapshot cannot be read ({str(error)[:100]})") from None
    if fault:
        raise SnapshotError(f"the snapshot is not possible ({fault})")
    return Kept(state, records, data.get("log"))


def _data(text: str) -> dict[str, Any]:
    """The data of a snapshot; no more is unpacked than a game can need."""
    try:
        unpacker = zlib.decompressobj()
        raw = unpacker.decompress(base64.b64decode(text, validate=True), LIMIT)
        if not unpacker.eof:
            raise ValueError("it is too large or cut off")
        data = json.loads(raw)
    except (ValueError, zlib.error, RecursionError) as error:
        raise SnapshotError(f"the snapshot cannot be read ({str(error)[:100]})") from None
    if not isinstance(data, dict):
        raise SnapshotError("the snapshot cannot be read (it is no table)")
    return data


def ids_of(scenario: Scenario) -> dict[str, list[str]]:
    """What stands at the positions by which a state counts."""
    found = {name: [one.id for one in getattr(scenario, name)] for name in COUNTED}
    return {**found, "contenders": [one.person for one in scenario.contenders]}


def _same_ids(kept: object, scenario: Scenario) -> None:
    """SnapshotError naming what was added or taken out where a state counts by position."""
    now = ids_of(scenario)
    if not isinstance(kept, dict) or kept.keys() != now.keys():
        raise SnapshotError("the snapshot cannot be read (it does not say what it counts)")
    for name, ids in now.items():
        if kept[name] != ids:
            raise SnapshotError(f"the snapshot does not fit: {_told(name, kept[name], ids)}")


def _told(name: str, kept: object, ids: list[str]) -> str:
    before = [str(one) for one in kept] if isinstance(kept, list) else []
    parts = [
        f"{word} {', '.join(one[:40] for one in sorted(which)[:NAMED])}"
        for word, which in (("new", set(ids) - set(before)), ("gone", set(before) - set(ids)))
        if which
    ]
    return f"among its {name} {'; '.join(parts) or 'the order is another'}"
