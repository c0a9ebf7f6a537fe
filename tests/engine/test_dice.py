"""Dice are functions of seed, turn, purpose, subject and entity, and of nothing else."""

from __future__ import annotations

import numpy as np

from game.engine import dice
from game.engine.dice import Purpose
from game.engine.state import State

IDS = np.arange(4000, dtype=np.int64)


def test_a_draw_is_the_same_alone_and_in_company() -> None:
    many = dice.draw(5, 3, Purpose.BALLOT, "a motion", IDS)
    assert [dice.draw(5, 3, Purpose.BALLOT, "a motion", entity) for entity in (0, 7, 3999)] == [
        int(many[0]), int(many[7]), int(many[3999])
    ]  # fmt: skip


def test_known_draws_never_change() -> None:
    assert dice.draw(1, 1, Purpose.BALLOT, "x", 0) == KNOWN[0]
    assert dice.draw(1, 1, Purpose.LUCK, "x", 1) == KNOWN[1]
    assert dice.draw(-3, 41, Purpose.CROSSING, 9, 123456) == KNOWN[2]


def test_every_part_of_the_key_matters() -> None:
    base = dice.draw(1, 1, Purpose.BALLOT, "x", IDS)
    others = [
        dice.draw(2, 1, Purpose.BALLOT, "x", IDS),
        dice.draw(1, 2, Purpose.BALLOT, "x", IDS),
        dice.draw(1, 1, Purpose.LUCK, "x", IDS),
        dice.draw(1, 1, Purpose.BALLOT, "y", IDS),
    ]
    for other in others:
        assert (base == other).sum() == 0


def test_draws_fill_their_range_evenly() -> None:
    high, low = dice.pair(9, 1, Purpose.TICKET, "x", IDS)
    for part in (high, low):
        assert part.min() >= 0 and part.max() < 1 << 32
        counts = np.bincount(part >> 28, minlength=16)
        assert ((counts - 250) ** 2 / 250).sum() < 37.7  # chi square, 15 degrees, one in a thousand
    assert abs(np.corrcoef(high, low)[0, 1]) < 0.06


def test_chance_comes_as_often_as_it_says() -> None:
    hits = sum(
        dice.chance(State(scenario=None, seed=seed), Purpose.EFFECT, "x", 1, 300) for seed in range(3000)
    )
    assert 820 < hits < 980


def test_the_bell_has_its_deviation() -> None:
    luck = dice.bell(4, 1, Purpose.LUCK, "x", IDS, 370)
    assert abs(luck.mean()) < 20
    assert abs(luck.std() - 370) < 15


KNOWN = (3339626181, 1836871286, 2362300412)
