"""A game set to spare everybody: the log says who lives, what did not come of it, and that the game was set so."""

from __future__ import annotations

from datetime import date

import pytest
from games import SUCCESSION, scenario_called

from game.chronicle.divergence import Kind
from game.engine import timing
from game.lab.table import Table
from game.saves import Setup

FOUNDER = "lenin"


def table(word: str, seed: int = 1) -> Table:
    setup = Setup(seed=seed, rivals="rails", until=date(1924, 7, 31), settings=(("deaths", word),))
    made = Table.new(scenario_called(SUCCESSION), setup)
    made.advance()
    return made


@pytest.fixture(scope="module")
def spared() -> Table:
    return table("never")


def person(of: Table) -> int:
    return of.game.scenario.index["people"][FOUNDER]


def test_the_founder_lives_and_recovers(spared):
    state = spared.game.state
    assert state.alive[person(spared)] and not state.ill[person(spared)]


def test_his_death_is_a_difference_that_leads_to_the_setting(spared):
    entry = next(one for one in spared.log.entries if one.key == f"alive {FOUNDER}")
    assert entry.kind is Kind.MISSING and entry.ended is None
    because = {spared.game.records[number].data.get("because") for number in entry.causes}
    assert timing.SWITCHED_OFF in because


def test_what_needed_his_death_does_not_come(spared):
    missed = {one.about[0]: one.kind for one in spared.game.records if one.kind in ("did not happen", "elsewhere")}
    assert missed["recruitment_of_mourning"] == "did not happen"
    assert missed["funeral"] == "elsewhere"
    assert "lenin_dies" not in spared.game.state.events_fired


def test_a_death_moved_by_luck_is_told_as_earlier_or_agrees():
    moved = table("seeded", seed=2)
    event = next(one for one in moved.game.scenario.events if one.id == "lenin_dies")
    day = timing.opens(moved.game.state, event)
    assert day < date(1924, 1, 1)
    entry = next(one for one in moved.log.entries if one.key == f"dead {FOUNDER}")
    assert entry.kind is Kind.EARLIER and entry.turn == moved.game.scenario.turn_of(day)
    assert not moved.game.state.alive[person(moved)]
