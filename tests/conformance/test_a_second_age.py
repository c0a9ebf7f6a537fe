"""The second real scenario follows its record on rails, and its end is open when everybody is free."""

from __future__ import annotations

from itertools import islice

import pytest
from games import played, scenario_called

from game.engine import outcome
from game.lab import expect

DIRECTORY = "directory-1795"
#: Seeds of the free games; whole games, so few.
FREE = range(3, 9)


@pytest.fixture(scope="module")
def scenario():
    return scenario_called(DIRECTORY)


def test_on_rails_the_record_is_followed_to_the_end(scenario):
    table = played(scenario, rivals="rails", seed=1)
    state = table.game.state
    assert table.log.score[scenario.turns] <= 100  # thousandths of the way to another history
    person, kind = outcome.leader(state)
    assert (scenario.people[person].id, kind) == ("bonaparte", "undisputed")


def test_in_free_play_different_people_stand_first(scenario):
    first = {strongest(scenario, seed) for seed in FREE}
    assert len(first) >= 2, first


def strongest(scenario, seed: int) -> str:
    """The leader of most power at the end of a free game."""
    state = played(scenario, rivals="free", seed=seed).game.state
    blocs = range(len(scenario.blocs))
    return scenario.blocs[max(blocs, key=lambda bloc: outcome.power(state, bloc).total)].leader


def test_what_the_scenario_says_of_itself_holds(scenario):
    brief = islice(expect.check(scenario), 3)  # the others are played by validate --expect
    assert [found.text for found in brief if not found.held] == []
