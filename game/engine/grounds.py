"""What a condition rests on: the records that last changed the things its text names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

#: Causal keys that end in the id of one thing.
_WORDS = (
    "post", "secretary", "pact", "severity", "document", "thesis", "status", "mantle", "rule", "hinge",
    "event", "missed", "elsewhere", "committee",
)  # fmt: skip
_QUOTED = re.compile(r"'([^']+)'|\"([^\"]+)\"")


def behind(provenance: Mapping[str, int], texts: Iterable[str]) -> tuple[int, ...]:
    """Record numbers behind conditions as written: what last changed each thing they quote, in order."""
    named = dict.fromkeys(a or b for text in texts for a, b in _QUOTED.findall(text))
    keys = (f"{word} {name}" for name in named for word in _WORDS)
    return tuple(sorted({provenance[key] for key in keys if key in provenance}))
