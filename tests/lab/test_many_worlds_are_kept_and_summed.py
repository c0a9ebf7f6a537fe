"""An ensemble: the same seeds give the same worlds, however they are played; what is done is never lost."""

from __future__ import annotations

import json

import pytest

from game.lab import ensemble, keep, world
from game.lab.pool import PoolError, scenario_of
from game.lab.sums import sums
from game.lab.world import Plan
from game.reports.ensemble import page, text

SEEDS = range(1, 7)


@pytest.fixture
def plan(harbour):
    return Plan(harbour.folder, harbour.digest, strength="clerk")


@pytest.fixture(scope="module")
def whole(harbour, tmp_path_factory):
    plan = Plan(harbour.folder, harbour.digest, strength="clerk")
    path = tmp_path_factory.mktemp("worlds") / "whole.jsonl"
    return ensemble.run(harbour, plan, SEEDS, path, 1)


def stop_after(count):
    def progress(done, of):
        if done == count:
            raise KeyboardInterrupt

    return progress


def test_a_world_is_the_game_of_its_seed(harbour, whole):
    from game.engine.digest import digest
    from game.lab.table import Table
    from game.saves import Setup

    table = Table.new(harbour, Setup(seed=4, strength="clerk"))
    table.advance()
    assert whole.worlds[3]["seed"] == 4 and whole.worlds[3]["digest"] == digest(table.game.state)
    assert not whole.faults and not whole.stopped


def test_two_processes_play_the_same_worlds(harbour, plan, whole, tmp_path):
    assert ensemble.run(harbour, plan, SEEDS, tmp_path / "two.jsonl", 2).worlds == whole.worlds


def test_a_dask_cluster_plays_the_same_worlds(harbour, plan, whole, tmp_path):
    pytest.importorskip("distributed")
    found = ensemble.run(harbour, plan, SEEDS, tmp_path / "dask.jsonl", 2, "dask")
    assert found.worlds == whole.worlds


def test_an_interruption_keeps_what_is_done_and_resume_goes_on(harbour, plan, whole, tmp_path):
    path = tmp_path / "kept.jsonl"
    found = ensemble.run(harbour, plan, SEEDS, path, 1, progress=stop_after(2))
    assert found.stopped and len(found.worlds) == 2
    assert len(path.read_text().splitlines()) == 3
    played = []
    after = ensemble.run(harbour, plan, SEEDS, path, 1, resume=True, progress=lambda done, of: played.append(done))
    assert played == [3, 4, 5, 6] and after.worlds == whole.worlds and not after.stopped


def test_a_line_cut_off_is_played_again(harbour, plan, whole, tmp_path):
    path = tmp_path / "cut.jsonl"
    ensemble.run(harbour, plan, SEEDS, path, 1, progress=stop_after(3))
    path.write_text(path.read_text()[:-40])
    played = []
    after = ensemble.run(harbour, plan, SEEDS, path, 1, resume=True, progress=lambda done, of: played.append(done))
    assert played == [3, 4, 5, 6] and after.worlds == whole.worlds


def test_worlds_of_other_parameters_are_not_mixed_in(harbour, plan, tmp_path):
    path = tmp_path / "other.jsonl"
    ensemble.run(harbour, Plan(harbour.folder, harbour.digest, rivals="rails"), range(1, 2), path, 1)
    with pytest.raises(keep.KeepError, match="other parameters"):
        ensemble.run(harbour, plan, SEEDS, path, 1, resume=True)
    path.write_text("no worlds\n")
    with pytest.raises(keep.KeepError, match="not a file of worlds"):
        ensemble.run(harbour, plan, SEEDS, path, 1, resume=True)


def test_a_world_goes_through_its_file_unchanged(whole):
    assert json.loads(json.dumps(whole.worlds)) == whole.worlds


def test_a_game_that_fails_is_a_fault_with_its_place(plan, monkeypatch):
    def fail(*_):
        raise ZeroDivisionError("a rule failed")

    monkeypatch.setattr(world, "_played", fail)
    found = world.play((plan, 3))
    assert found["seed"] == 3 and "a rule failed" in found["faults"][0] and "fail in" in found["faults"][0]


def test_the_dead_who_act_are_a_fault(harbour_table):
    witness = world.Witness()
    acted = [one for one in harbour_table.game.records if one.acted][:1]
    witness.after({person.id: 1 for person in harbour_table.game.scenario.people}, acted)
    assert not witness.faults
    witness.after({person.id: 0 for person in harbour_table.game.scenario.people}, acted)
    assert str(acted[0].who) in witness.faults[0]


def test_a_scenario_that_has_changed_meanwhile_is_refused(harbour):
    with pytest.raises(PoolError, match="has changed"):
        scenario_of(harbour.folder, "another digest")


def test_one_seat_may_be_stronger_than_the_rest(harbour):
    plan = Plan(harbour.folder, harbour.digest, seat="lunde", strength="vozhd")
    table = world._played(harbour, plan, 1, world.Witness())
    assert table.pilot.seats == {"lunde": "vozhd"} and table.game.setup.strength == "secretary"


def test_every_share_counts_the_worlds(harbour, whole):
    it = sums(harbour, whole)
    count = len(SEEDS)
    assert it["worlds"] == count and it["distinct"] == len({one["log"] for one in whole.worlds})
    assert sum(row["worlds"] for row in it["leaders"]) == sum(row["worlds"] for row in it["kinds"]) == count
    for row in it["aims"]:
        assert row["full"] + row["partial"] + row["open"] + row["lost"] == count
        assert row["reached_partial"]["worlds"] == row["full"] + row["partial"]
    for office in it["offices"]:
        assert all(sum(one["worlds"] for one in cell["holders"]) <= count for cell in office["turns"])
        assert office["turns"][0]["holders"][0]["share"] == 1
    for row in it["orders"]:
        given = sum(one["orders"].get(row["id"], [0])[0] for one in whole.worlds)
        assert row["given"] == given and row["used_in"]["worlds"] <= row["open_in"] <= count
    assert [row["turn"] for row in it["divergence"]] == list(range(1, harbour.turns + 1))
    assert all(row["low"] <= row["middle"] <= row["high"] for row in it["divergence"])
    held = sum(row["held"] for row in it["votes"])
    assert sum(row["count"] for row in it["forecasts"]["vote"]) == held


def test_the_reports_show_every_figure_by_name(harbour, whole):
    it = sums(harbour, whole)
    lines, html = text(harbour, it), page(harbour, json.loads(json.dumps(it)))
    for name in ("Ravndal", "Win somebody over", "Lunde"):
        assert name in lines and name in html
    assert "ravndal" not in html and "http" not in html and "<script" not in html


def test_worlds_may_begin_later_and_end_earlier(harbour):
    from datetime import date

    plan = Plan(harbour.folder, harbour.digest, "rails", start=date(1911, 9, 1), until=date(1911, 12, 31))
    found = world.play((plan, 1))
    assert not found["faults"]
    assert [turn for turn, _ in found["divergence"]] == [3, 4]
    assert min(turn for changes in found["offices"].values() for turn, _ in changes) == 3
