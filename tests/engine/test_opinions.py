"""Opinions are a base and labelled memories, clipped once, and open into their terms."""

from __future__ import annotations

import world
from world import ASH, BIRCH, CEDAR

from game.engine import opinions


def test_remembering_and_refreshing_agree():
    state = world.state()
    opinions.remember(state, BIRCH, ASH, "slight", -300)
    opinions.remember(state, BIRCH, ASH, "slight", -600)
    opinions.remember(state, BIRCH, ASH, "favour", 100)
    opinions.remember(state, CEDAR, ASH, "slight", -70)
    kept = state.opinion.copy()
    opinions.refresh(state)
    assert kept.tolist() == state.opinion.tolist()
    assert int(state.opinion[BIRCH, ASH]) == -1000


def test_an_opinion_opens_into_its_terms_and_its_limit():
    state = world.state()
    opinions.remember(state, BIRCH, ASH, "slight", -900)
    line = opinions.explain(state, BIRCH, ASH)
    assert [(t.reason, t.amount) for t in line.terms] == [
        ("opinion_base", -200), ("slight", -900), ("limit", 100),
    ]  # fmt: skip
    assert line.total == int(state.opinion[BIRCH, ASH])


def test_what_has_faded_is_forgotten():
    state = world.state()
    opinions.remember(state, BIRCH, ASH, "slight", -50)
    state.memories[0].amount = 0
    opinions.refresh(state)
    assert state.memories == [] and int(state.opinion[BIRCH, ASH]) == -200


def test_nobody_remembers_anything_of_himself_or_of_nobody():
    state = world.state()
    opinions.remember(state, ASH, ASH, "pride", 100)
    opinions.remember(state, -1, ASH, "pride", 100)
    assert state.memories == []


def test_an_opinion_counts_what_is_remembered_of_that_man_only():
    state = world.state()
    opinions.remember(state, BIRCH, CEDAR, "favour", 70)
    opinions.remember(state, CEDAR, ASH, "favour", 90)
    opinions.remember(state, BIRCH, ASH, "slight", -30)
    assert [(t.reason, t.amount) for t in opinions.explain(state, BIRCH, ASH).terms] == [
        ("opinion_base", -200), ("slight", -30),
    ]  # fmt: skip
