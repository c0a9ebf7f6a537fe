"""A campaign costs at most in proportion to its delegates, its people and its turns."""

from __future__ import annotations

import pytest

from tests.speed.growth import seconds

#: So much more than in proportion is put down to a busy machine.
SLACK = 1.5


@pytest.mark.parametrize(
    ("less", "more", "factor"),
    [({"delegates": 1000}, {"delegates": 10_000}, 10), ({"people": 60}, {"people": 500}, 500 / 60),
     ({"turns": 6}, {"turns": 36}, 6)],
    ids=["delegates", "people", "turns"],
)  # fmt: skip
def test_cost_grows_no_faster_than_what_grows(less, more, factor):
    assert seconds(**more) < SLACK * factor * seconds(**less)
