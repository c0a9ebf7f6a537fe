"""Whole games for tests: scenarios that come with the game, played by rivals."""

from __future__ import annotations

from functools import cache

from game.lab.table import Table
from game.saves import Setup
from game.scenario import find, load
from game.scenario.model import Scenario

SUCCESSION, HARBOUR = "succession-1923", "harbour-union"


@cache
def scenario_called(name: str) -> Scenario:
    """A scenario that comes with the game, loaded once."""
    return load(find(name))


def played(scenario: Scenario, **setup) -> Table:
    """A table played to its end by rivals."""
    table = Table.new(scenario, Setup(**setup))
    table.advance()
    return table
