"""The model held against the record: what counts as right, close and agreeing, and that the scenario passes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import lru_cache

import pytest

from game.engine.parameters import NAMES
from game.lab import agreement, backtest
from game.lab.backtest import Tally, VoteRow
from game.lab.intervals import quantile
from game.scenario import find, load
from game.scenario.model import Fact, Scenario

NAME = "succession-1923"
#: The last day of the record to which the numbers were fitted.
FITTED = date(1925, 12, 31)


@lru_cache(maxsize=1)
def scenario() -> Scenario:
    return load(find(NAME))


@lru_cache(maxsize=1)
def found() -> backtest.Backtest:
    return backtest.backtest(scenario().folder, seeds=3)


def row(tallies: list[Tally], seeds: int, assembly: bool = False, **data: object) -> VoteRow:
    fact = Fact("a_vote", "vote", date(1923, 10, 1), None, "", data)
    return VoteRow(fact, assembly, seeds, tallies)


# ---- what the words mean


def test_a_vote_is_right_when_most_seeds_take_the_side_of_the_record() -> None:
    won, lost = Tally(60, 40, 0, True), Tally(40, 60, 0, False)
    assert row([won, won, lost], 3, carried=True).right
    assert not row([won, won, lost], 3, carried=False).right
    assert not row([won, lost, lost], 3, carried=True).right


def test_a_vote_never_held_is_right_only_if_the_record_refused_it() -> None:
    assert row([], 3, carried=False).right
    assert not row([], 3, carried=True).right


@pytest.mark.parametrize(
    ("against", "assembly", "close"),
    [(7, False, True), (13, False, True), (25, False, False), (14, True, True), (20, True, False)],
)  # fmt: skip
def test_a_minority_is_close_within_five_points_or_three_votes(against: int, assembly: bool, close: bool) -> None:
    made = row([Tally(90, against, 0, True)], 1, assembly, carried=True, **{"for": 90, "against": 10})
    assert made.close is close


def test_a_record_without_a_tally_is_neither_close_nor_far() -> None:
    assert row([Tally(5, 4, 0, True)], 1, carried=True).close is None


def test_a_record_that_knows_only_the_minority_counts_votes() -> None:
    known = row([Tally(190, 5, 1, True)], 1, carried=True, against=2)
    assert known.close is True
    assert row([Tally(30, 6, 1, True)], 1, carried=True, against=2).close is False


def test_a_resignation_refused_compares_the_votes_to_let_him_go() -> None:
    assert row([Tally(1, 50, 0, False)], 1, carried=False, **{"for": 0}).close is True
    assert row([Tally(9, 40, 0, False)], 1, carried=False, **{"for": 0}).close is False


def test_quantiles_are_values_that_occur() -> None:
    assert quantile([5, 1, 3], 500) == 3
    assert quantile([5, 1, 3], 950) == 5
    assert quantile([], 500) == 0


def test_what_changes_inside_the_turn_agrees_either_way() -> None:
    world = scenario()
    turn = world.turn_of(date(1924, 5, 31))
    touched = agreement._touched(world, *world.turn_dates(turn))
    assert ("seat", "cc kaganovich") in touched  # elected in that turn
    assert ("post", "gensec") not in touched


def test_half_years_end_with_every_third_turn_and_the_last() -> None:
    turns = agreement.compared_turns(scenario())
    assert turns[:3] == [3, 6, 9] and turns[-1] == scenario().turns


# ---- the numbers


def test_no_number_of_the_model_is_keyed_to_a_vote_a_day_or_a_person() -> None:
    """Numbers have the engine's names and are one a scenario: plain integers, none for a case."""
    world = scenario()
    assert set(world.parameters) <= {*NAMES, "appointed"}
    assert all(type(value) is int for value in world.parameters.values())
    own = {thing.id for kind in (world.people, world.meetings, world.blocs, world.bodies) for thing in kind}
    own |= {fact.id for fact in world.record}
    for name in world.parameters:
        assert not any(character.isdigit() for character in name)
        assert name not in own and not own & set(name.split("_"))


def test_no_rule_of_the_engine_reads_the_tallies_of_the_record() -> None:
    """A world in which every recorded tally is another plays the same game."""
    from game.engine.digest import digest
    from game.lab.replay import replay

    world, until = scenario(), date(1923, 12, 31)
    lies = tuple(
        replace(fact, data={**fact.data, "for": 1, "against": 999, "carried": False}) if fact.kind == "vote" else fact
        for fact in world.record
    )
    assert digest(replay(world, 3, until).state) == digest(replay(replace(world, record=lies), 3, until).state)


# ---- the scenario passes


def test_every_recorded_vote_goes_to_the_right_side() -> None:
    assert [row.fact.id for row in found().wrong] == []


def test_minorities_at_congresses_and_conferences_are_within_five_points_in_sample() -> None:
    rows = [row for row in found().votes if row.assembly and row.fact.begins <= FITTED and row.close is not None]
    assert len(rows) >= 4
    assert [row.fact.id for row in rows if not row.close] == []


def test_offices_seats_expulsions_and_pacts_agree_at_every_half_year() -> None:
    units = found().units
    for turn in agreement.compared_turns(scenario()):
        here = [unit for unit in units if unit.turn == turn]
        assert len(here) > 150
        assert agreement.share(here) >= 950, [unit for unit in here if not unit.agrees]


def test_figures_that_are_predicted_or_put_in_lie_within_a_tenth() -> None:
    figures = [row for row in found().figures if not str(row.fact.data["name"]).startswith("opposition_")]
    assert len(figures) >= 18
    assert [(row.fact.id, row.model) for row in figures if row.off > 100] == []


@pytest.mark.long
def test_many_seeds_say_the_same() -> None:
    many = backtest.backtest(scenario().folder, seeds=100)
    assert [row.fact.id for row in many.wrong] == []
