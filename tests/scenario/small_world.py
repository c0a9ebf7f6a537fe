"""Names shared by the tests of the scenario layer."""

from __future__ import annotations

from collections.abc import Callable

#: The small scenario that comes with the game.
SMALL = "harbour-union"
#: Breaks one file of a copy of it and lists the faults: (file, old text, new text) -> faults.
Break = Callable[[str, str, str], list[str]]
