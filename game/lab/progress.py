"""How long work tells how far it is."""

from __future__ import annotations

from collections.abc import Callable

#: Told after each world, pair, game or replay how many are done, of how many.
Progress = Callable[[int, int], None]
