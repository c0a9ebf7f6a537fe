"""A roll call: the difference to the record opens into who voted against here; cries come from a divided hall."""

from __future__ import annotations

from dataclasses import replace

from game.lab.table import Table
from game.saves import Setup
from game.views.parts import Scene
from game.views.rollcall import HALL, rollcall_view
from tests.views.games import scenario

SEAT = scenario().contenders[0].person


def scene() -> Scene:
    table = Table.new(scenario(), Setup(seed=1, rivals="rails"))
    table.advance()
    return Scene(table, scenario().index["people"][SEAT])


def test_the_difference_names_who_was_against_and_sums() -> None:
    at = scene()
    found = [rollcall_view(at, number) for number in range(len(at.table.game.state.ballots))]
    told = [view for view in found if view.difference is not None]
    assert told
    for view in told:
        assert view.difference is not None
        here = [term for term in view.difference.terms if term.label != "Against in the record"]
        assert sum(term.amount for term in here) == view.against
        assert sum(term.amount for term in view.difference.terms) == view.difference.total


def test_a_divided_hall_cries_in_the_words_of_the_scenario_and_a_calm_one_does_not() -> None:
    at = scene()
    ballots = at.table.game.state.ballots
    words = set(scenario().settings["heckles"])
    ballots[0] = replace(ballots[0], votes_for=HALL, votes_against=HALL)
    cries = rollcall_view(at, 0).heckles
    assert 1 <= len(cries) <= 3 and set(cries) <= words
    assert cries == rollcall_view(at, 0).heckles
    ballots[0] = replace(ballots[0], votes_for=2 * HALL, votes_against=0)
    assert rollcall_view(at, 0).heckles == ()
