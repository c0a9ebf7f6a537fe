"""Worlds of two plans with the same seeds: what is counted, and intervals that know the seeds are shared."""

from __future__ import annotations

import json
from math import isfinite, log

import numpy as np
import pytest

from game.engine import dice
from game.lab import ensemble, keep, paired
from game.lab.world import Plan

REPEATS, PAIRS = 600, 200


def world(seed, band, score, seat="lunde"):
    """A world of which only what is compared is kept."""
    return {"seed": seed, "digest": "d", "bands": {seat: band}, "scores": {seat: score}, "faults": []}


def failed(seed):
    return {"seed": seed, "faults": ["a rule failed"]}


@pytest.fixture
def common(harbour):
    return ensemble.about(harbour, Plan(harbour.folder, harbour.digest, seat="lunde", strength="vozhd"))


@pytest.fixture
def kept(common, tmp_path):
    """Write a file of worlds of another strength; its parameters may be spoiled."""

    def write(worlds, **spoiled):
        path = tmp_path / "before.jsonl"
        with keep.keeping(path, {**common, "strength": "clerk", **spoiled}, worlds):
            return path

    return write


# ---- what is counted


def test_each_seed_is_compared_with_itself(harbour, common, kept):
    before = [world(1, "full", 900), world(2, "open", 100), world(3, "partial", 400), world(9, "full", 999)]
    now = [world(3, "full", 700), world(1, "partial", 800), world(2, "lost", 0), world(4, "full", 999)]
    beside = paired.fitting(kept(before), harbour, common, range(1, 5))
    it = paired.compare(common, now, beside)
    assert (it["pairs"], it["left_out"], sorted(it["seeds"])) == (3, 0, [1, 2, 3])
    full, part = it["full"], it["partial"]
    assert [full[key] for key in ("both", "only_here", "only_there", "neither")] == [0, 1, 1, 1]
    assert [part[key] for key in ("both", "only_here", "only_there", "neither")] == [2, 0, 0, 1]
    assert full["here"]["worlds"] == full["there"]["worlds"] == 1 and part["here"]["share"] == 2 / 3
    assert it["points"]["here"] == 500 and it["points"]["difference"] == pytest.approx((300 - 100 - 100) / 3)
    assert it["here"]["strength"] == "vozhd" and it["there"]["strength"] == "clerk"
    assert json.loads(json.dumps(it, allow_nan=False)) == it


def test_a_game_that_failed_on_either_side_is_left_out(harbour, common, kept):
    beside = paired.fitting(kept([failed(1), world(2, "open", 5), world(3, "open", 5)]), harbour, common, range(1, 4))
    it = paired.compare(common, [world(1, "full", 9), failed(2), world(3, "full", 9)], beside)
    assert (it["pairs"], it["left_out"], it["seeds"]) == (1, 2, [3]) and it["full"]["only_here"] == 1
    none = paired.compare(common, [failed(1), failed(2), failed(3)], beside)
    assert none["pairs"] == 0 and none["points"]["difference"] is None and none["full"]["odds_ratio"]["ratio"] == 1


# ---- intervals


def test_the_odds_ratio_of_a_table_worked_by_hand():
    """6, 5, 2 and 7 pairs become 6.5, 5.5, 2.5 and 7.5 of 22: the odds are 12 to 10 here and 9 to 13 there.

    The variance of the log is 22/120 + 22/117 - 2 x 22 x (6.5 x 7.5 - 5.5 x 2.5) / (120 x 117) = 0.26168.
    """
    ratio, low, high = paired.odds_ratio(6, 5, 2, 7)
    assert ratio == pytest.approx(12 * 13 / (10 * 9))
    assert (low, high) == pytest.approx((0.6360, 4.7240), abs=0.0005)


def test_the_odds_ratio_turns_round_with_the_plans_and_is_always_finite():
    ratio, low, high = paired.odds_ratio(6, 5, 2, 7)
    assert paired.odds_ratio(6, 2, 5, 7) == pytest.approx((1 / ratio, 1 / high, 1 / low))
    for cells in ((0, 0, 0, 0), (9, 0, 0, 0), (0, 10**6, 0, 0), (0, 0, 10**6, 0), (0, 0, 0, 1)):
        assert all(isfinite(value) and value > 0 for value in paired.odds_ratio(*cells))
    assert paired.odds_ratio(50, 0, 0, 50)[0] == 1


def test_shared_luck_makes_the_interval_narrower():
    """Half of the worlds reach the aim on each side; only how often together differs."""
    widths = []
    for both in (0, 25, 45, 50):
        _, low, high = paired.odds_ratio(both, 50 - both, 50 - both, both)
        widths.append(log(high / low))
    assert widths == sorted(widths, reverse=True) and widths[-1] < widths[1] / 4


def test_the_mean_difference_worked_by_hand():
    """Mean 3, standard error sqrt(2.5 / 5), and 2.7764 of them to each side."""
    assert paired.mean_difference([1, 2, 3, 4, 5]) == pytest.approx((3, 1.0368, 4.9632), abs=0.001)
    assert paired.mean_difference([]) == (None, None, None)
    assert paired.mean_difference([7]) == paired.mean_difference([7, 7, 7]) == (7, None, None)


@pytest.mark.parametrize(
    ("free", "table"), [(1, 12.706), (2, 4.303), (3, 3.182), (4, 2.776), (9, 2.262), (30, 2.042), (10**6, 1.960)]
)
def test_students_points_are_those_of_the_tables(free, table):
    assert paired.student(free) == pytest.approx(table, abs=0.004)


def draws(repeat, what, count):
    """Numbers below 1000 that belong to a repeat."""
    return dice.draw(repeat, 1, dice.Purpose.EVENT, what, np.arange(count, dtype=np.int64)) * 1000 >> 32


@pytest.mark.parametrize(("here", "there"), [(600, 400), (500, 500), (850, 800), (200, 60)])
def test_the_interval_of_the_odds_ratio_holds_the_truth(here, there):
    """Three quarters of the seeds share their luck; the rest have luck of their own."""
    truth = here * (1000 - there) / ((1000 - here) * there)
    hits = []
    for repeat in range(REPEATS):
        luck, own = draws(repeat, "shared", PAIRS), draws(repeat, "own", PAIRS)
        one, other = luck < here, np.where(np.arange(PAIRS) % 4, luck, own) < there
        cells = [int(cell.sum()) for cell in (one & other, one & ~other, ~one & other, ~one & ~other)]
        _, low, high = paired.odds_ratio(*cells)
        hits.append(low <= truth <= high)
    assert 0.93 <= sum(hits) / REPEATS <= 0.975


@pytest.mark.parametrize("count", [3, 6, 40])
def test_the_interval_of_the_points_holds_the_truth(count):
    """Scores share the luck of the seed, which is larger than what the plan and its own luck add."""
    hits = []
    for repeat in range(REPEATS):
        luck = 5 * draws(repeat, "shared", count)
        here, there = (draws(repeat, what, 8 * count).reshape(count, 8).sum(axis=1) for what in ("here", "there"))
        _, low, high = paired.mean_difference((luck + here + 250 - (luck + there)).tolist())
        hits.append(low <= 250 <= high)
    assert 0.93 <= sum(hits) / REPEATS <= 0.975


# ---- what does not fit


@pytest.mark.parametrize(
    ("spoiled", "says"),
    [
        ({"digest": "another"}, "another scenario"),
        ({"rivals": "rails"}, "--rivals"),
        ({"start": "1911-09-01"}, "--from"),
        ({"until": "1911-12-31"}, "--until"),
        ({"settings": {"deaths": "never"}}, "--set"),
        ({"strength": "tsar"}, "spoiled"),
        ({"strength": ["clerk"]}, "spoiled"),
        ({"seat": "nobody"}, "spoiled"),
        ({"seat": ["lunde"]}, "spoiled"),
        ({"types": ["shout"]}, "spoiled"),
        ({"types": "polemic"}, "spoiled"),
    ],
)
def test_worlds_of_another_game_are_not_compared(harbour, common, kept, spoiled, says):
    with pytest.raises(keep.KeepError, match=says):
        paired.fitting(kept([world(1, "full", 900)], **spoiled), harbour, common, range(1, 3))


def test_another_seat_or_none_may_stand_beside(harbour, common, kept):
    for spoiled in ({"seat": None}, {"seat": "brekke"}, {"types": ["polemic"]}):
        assert paired.fitting(kept([world(1, "full", 900)], **spoiled), harbour, common, range(1, 3)).worlds


@pytest.mark.parametrize(
    "spoiled",
    [
        {"seed": 1, "digest": "d"},
        world(1, "full", 900, seat="brekke"),
        world(1, "glorious", 900),
        world(1, ["full"], 900),
        world(1, "full", "many"),
        world(1, "full", float("nan")),
        world(1, "full", 10**400),
        {**world(1, "full", 900), "bands": []},
    ],
)
def test_a_world_that_does_not_tell_how_the_seat_fared_is_refused(harbour, common, kept, spoiled):
    with pytest.raises(keep.KeepError, match="spoiled"):
        paired.fitting(kept([spoiled]), harbour, common, range(1, 3))


@pytest.mark.parametrize("line", ["[]", '{"seed": "1"}', '{"seed": true}', "{", "[" * 100_000, "9" * 5_000])
def test_a_line_that_is_no_world_is_named(harbour, common, kept, line):
    path = kept([world(1, "full", 900)])
    path.write_text(path.read_text() + line + "\n")
    with pytest.raises(keep.KeepError, match="line 3, is spoiled"):
        paired.fitting(path, harbour, common, range(1, 3))


@pytest.mark.parametrize("worlds", [[], [world(7, "full", 900)], [failed(1)]])
def test_without_a_common_seed_nothing_is_compared(harbour, common, kept, worlds):
    with pytest.raises(keep.KeepError, match="no world of these seeds"):
        paired.fitting(kept(worlds), harbour, common, range(1, 3))
