"""What a condition rests on: the records that last changed the things its text names."""

from __future__ import annotations

import re
from collections.abc import Iterable

from game.engine.atlas import Atlas
from game.engine.people import can_act
from game.engine.state import State

#: Causal keys that end in the id of one thing.
_WORDS = (
    "post", "secretary", "pact", "severity", "document", "thesis", "mantle", "rule", "hinge", "event",
    "missed", "elsewhere", "committee",
)  # fmt: skip
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"")


def quoted(texts: Iterable[str]) -> tuple[str, ...]:
    """The ids that conditions as written name, in order."""
    return tuple(dict.fromkeys(a or b for text in texts for a, b in _QUOTED.findall(text)))


def behind(state: State, texts: Iterable[str]) -> tuple[int, ...]:
    """Record numbers behind conditions as written: what last changed each thing they name.

    What moved a person counts only while he cannot act.
    """
    index, found = Atlas.of(state.scenario).index["people"], []
    for name in quoted(texts):
        gone = name in index and not can_act(state, index[name])
        keys = [f"{word} {name}" for word in _WORDS] + ([f"status {name}"] if gone else [])
        found += [state.provenance[key] for key in keys if key in state.provenance]
    return tuple(sorted(set(found)))
