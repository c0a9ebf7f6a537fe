"""Characters that steer a terminal instead of being read; names come from strangers."""

from __future__ import annotations

import re

#: Control characters but tab and line feed, and the marks that turn the direction of writing.
STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def plain(text: str) -> str:
    """The text without characters that move the cursor, colour the screen, ring or turn the writing."""
    return STEERING.sub("", text)
