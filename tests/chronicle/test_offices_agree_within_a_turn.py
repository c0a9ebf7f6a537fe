"""Dates of the record are as sure as they are: a handover inside a turn agrees both ways, a brief vacancy too."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from game.chronicle.divergence import Kind
from game.chronicle.record_book import SLACK, RecordBook, holds_about
from game.scenario.model import Citation, Fact


@pytest.mark.parametrize("holder", ["tveit", "viken"])
def test_a_handover_inside_the_turn_agrees_both_ways(closes, place, holder):
    """The record changes the man in the turn of the twentieth of January; either may hold the post at its close."""
    turn = next(n for n, close in closes.items() if close.book.scenario.turn_of(date(1912, 1, 20)) == n)

    def change(state):
        state.holder[place("posts", "old_basin_secretary")] = place("people", holder)

    assert not [one for one in closes[turn].new(change) if "old_basin_secretary" in one.about]


def test_the_old_holder_a_year_later_is_late(closes, place):
    post = place("posts", "old_basin_secretary")

    def change(state):
        state.holder[post] = place("people", "tveit")
        state.since[post] = date(1907, 3, 1).toordinal()

    found = [one for one in closes[6].find(twin(closes[6], change)).values() if "old_basin_secretary" in one.about]
    assert [one.kind for one in found] == [Kind.LATER]


def twin(close, change):
    state = close.state.copy()
    change(state)
    return state


def test_a_difference_of_time_alone_weighs_less(closes, place):
    post = place("posts", "old_basin_secretary")

    def held_by(who):
        def change(state):
            state.holder[post] = place("people", who)
            state.since[post] = date(1907, 3, 1).toordinal()

        found = closes[6].find(twin(closes[6], change)).values()
        return next(one for one in found if "old_basin_secretary" in one.about)

    assert held_by("tveit").weight < held_by("dahlin").weight


def test_a_vacancy_of_this_turn_is_no_difference(closes, place):
    post = place("posts", "strike_organiser")

    def change(state):
        state.holder[post] = -1
        state.since[post] = state.scenario.turn_dates(state.turn)[0].toordinal()

    assert closes[4].new(change) == []


@pytest.mark.parametrize("confidence", list(SLACK))
def test_the_less_sure_a_date_the_wider_it_agrees(confidence):
    cited = Citation("", confidence)
    fact = Fact("one", "tenure", date(1912, 3, 1), date(1912, 9, 1), "Somebody sits.", {}, citation=cited)
    slack = SLACK[confidence]
    for day, agrees in ((fact.begins - slack, True), (fact.begins - slack - timedelta(1), False)):
        assert holds_about(fact, day - timedelta(10), day) is agrees
    for day, agrees in ((fact.ends + slack, True), (fact.ends + slack + timedelta(1), False)):
        assert holds_about(fact, day, day + timedelta(10)) is agrees
    assert SLACK["high"] < SLACK["medium"] < SLACK["low"]


def test_low_confidence_weighs_less_and_is_said(closes, harbour, place):
    facts = tuple(
        replace(fact, citation=replace(fact.citation, confidence="low")) if fact.id == "tenure.editor" else fact
        for fact in harbour.record
    )
    doubtful = replace(closes[3], book=RecordBook(replace(harbour, record=facts)))

    def change(state):
        state.holder[place("posts", "capstan_editor")] = place("people", "viken")

    found = [close.new(change) for close in (closes[3], doubtful)]
    sure, unsure = ([one for one in new if "capstan_editor" in one.about] for new in found)
    assert unsure[0].weight < sure[0].weight and unsure[0].fact.citation.confidence == "low"
