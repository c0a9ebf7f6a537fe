"""Checks of a converted scenario as a whole."""

from __future__ import annotations

from game.scenario.draft import Draft
from game.scenario.faults import Fault


def check(draft: Draft, faults: list[Fault]) -> None:
    """Note every fault and warning of the whole."""
