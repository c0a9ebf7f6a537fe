"""Laws of the largest remainder."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as some

from game.engine.apportionment import largest_remainder

weights = some.lists(some.integers(0, 300_000), min_size=1, max_size=25)
seats = some.integers(0, 2000)


def apportion(numbers: list[int], count: int) -> list[int]:
    return largest_remainder(np.array(numbers, dtype=np.int64), count).tolist()


@given(weights, seats)
def test_all_seats_are_given_and_none_is_negative(numbers: list[int], count: int) -> None:
    found = apportion(numbers, count)
    assert sum(found) == count and min(found) >= 0


@given(weights, seats)
def test_everyone_gets_his_quota_rounded_down_or_up(numbers: list[int], count: int) -> None:
    total = sum(numbers)
    for number, got in zip(numbers, apportion(numbers, count), strict=True):
        if total:
            assert number * count // total <= got <= -(-number * count // total)


@given(weights, seats)
def test_more_members_never_get_fewer_seats(numbers: list[int], count: int) -> None:
    found = apportion(numbers, count)
    order = sorted(range(len(numbers)), key=lambda place: numbers[place])
    for low, high in itertools.pairwise(order):
        assert numbers[low] == numbers[high] or found[low] <= found[high]


def test_ties_go_to_the_earlier_entry() -> None:
    assert apportion([5, 5, 5], 4) == [2, 1, 1]
    assert apportion([0, 0], 3) == [2, 1]


def test_a_known_case() -> None:
    assert apportion([47_000, 16_000, 15_800, 12_000, 6_100, 3_100], 10) == [5, 2, 1, 1, 1, 0]
