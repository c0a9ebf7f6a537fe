"""Banzhaf's index against values known from the literature, and against plain counting."""

from __future__ import annotations

from itertools import product

import votes_world as world
from hypothesis import given, settings
from hypothesis import strategies as some

from game.engine import power_index


def test_the_six_of_the_first_council() -> None:
    # Germany, France, Italy; Belgium, Netherlands; Luxembourg, which could never decide anything
    assert power_index.swings((4, 4, 4, 2, 2, 1), 12) == (10, 10, 10, 6, 6, 0)
    assert power_index.banzhaf((4, 4, 4, 2, 2, 1), 12) == (238, 238, 238, 142, 142, 0)


def test_small_games() -> None:
    assert power_index.swings((2, 1, 1), 3) == (3, 1, 1)
    assert power_index.banzhaf((3, 1, 1), 3) == (1000, 0, 0)
    assert power_index.banzhaf((1,) * 7, 4) == (142,) * 7


@settings(max_examples=60, deadline=None)
@given(some.lists(some.integers(0, 5), min_size=1, max_size=8), some.integers(1, 20))
def test_counting_coalitions_one_by_one_gives_the_same(weights: list[int], quota: int) -> None:
    found = [0] * len(weights)
    for bits in product((0, 1), repeat=len(weights)):
        total = sum(w for w, bit in zip(weights, bits, strict=True) if bit)
        for voter, bit in enumerate(bits):
            found[voter] += bit and total >= quota > total - weights[voter]
    assert power_index.swings(tuple(weights), quota) == tuple(found)


def test_followers_make_a_bloc_stronger_than_its_head() -> None:
    state = world.state()
    assert power_index.as_blocs(state, 0) == (142,) * 7
    # three more in the bureau who follow the first leader: he decides alone
    state.full[0] = (0, 1, 2, *(world.person_of(state, f"sorrel_{n}") for n in range(3)))
    assert power_index.share(state, 0) == 1000
    assert power_index.as_blocs(state, 0) == (1000, 0, 0, 0, 0, 0, 0)


@settings(max_examples=60, deadline=None)
@given(some.lists(some.integers(0, 5), min_size=1, max_size=8), some.integers(1, 20), some.data())
def test_swings_by_the_votes_of_the_others_are_counted_one_by_one(weights, quota, data) -> None:
    voter = data.draw(some.integers(0, len(weights) - 1))
    others, found = weights[:voter] + weights[voter + 1 :], {}
    for bits in product((0, 1), repeat=len(others)):
        votes = sum(bit * weight for bit, weight in zip(bits, others, strict=True))
        if votes < quota <= votes + weights[voter]:
            found[votes] = found.get(votes, 0) + 1
    assert power_index.swings_by_votes(tuple(weights), quota, voter) == tuple(sorted(found.items()))
