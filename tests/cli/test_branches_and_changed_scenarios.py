"""Branches of a save are named on the command line; a scenario changed since is told, with the ways to go on."""

from __future__ import annotations

import shutil

import pytest

from game.cli import Refused
from game.cli_saves import load_table
from game.engine.random_play import RandomPlayer
from game.lab.table import Table
from game.saves import Setup, write
from game.scenario import find, load


def play(table: Table, until: int, seed: int) -> Table:
    player = RandomPlayer(seed)
    while table.game.state.turn < until:
        table.advance()
        table.give(player(table.game.state, table.game.decision))
    return table


@pytest.fixture(scope="module")
def three(tmp_path_factory, harbour):
    """A save with two branches, and with its scenario beside it."""
    folder = tmp_path_factory.mktemp("three")
    shutil.copytree(find("harbour-union"), folder / "harbour-two")
    scenario = folder / "harbour-two" / "scenario.yaml"
    scenario.write_text(scenario.read_text().replace("harbour-union", "harbour-two"))
    world = load(folder / "harbour-two")
    first = play(Table.new(world, Setup(humans=("ravndal",), strength="clerk")), 4, 1)
    write(play(first.fork(2, "other"), 4, 2).game, folder / "a.game")
    return folder


def change(folder, old, new):
    people = folder / "harbour-two" / "people.yaml"
    text = people.read_text(encoding="utf-8")
    assert old in text
    people.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def own(three, tmp_path):
    """A copy whose scenario may be changed."""
    shutil.copytree(three, tmp_path / "own")
    return tmp_path / "own"


def test_the_list_of_saves_names_the_branches_that_in_play_first(general_line, three):
    assert "branches: other; main" in general_line("saves", str(three)).out


def test_a_replay_verifies_each_branch(general_line, three):
    for branch in ([], ["--branch", "main"], ["--branch", "other"]):
        answer = general_line("replay", str(three / "a.game"), "--verify", *branch)
        assert answer.status == 0 and "the same as the save in all 4 digests" in answer.out


def test_two_branches_are_shown_side_by_side_with_the_first_difference_marked(general_line, three):
    answer = general_line("replay", str(three / "a.game"), "--beside", "main")
    assert answer.status == 0 and answer.out.startswith("other ")
    assert sum(" * " in row for row in answer.out.splitlines()) == 1 and "Turn 1" not in answer.out
    assert "Their worlds differ from the opening of turn 3 on" in answer.out
    same = general_line("replay", str(three / "a.game"), "--beside", "other")
    assert same.out == "other and other are the same as far as both go.\n"


@pytest.mark.parametrize("words", [
    ["report", "-o", "a.md", "--branch"], ["replay", "--branch"], ["replay", "--beside"],
    ["why", "--turn", "2", "--branch"], ["worksheet", "-o", "a.html", "--branch"], ["play", "--text", "--branch"],
], ids=" ".join)  # fmt: skip
def test_a_strange_branch_is_refused_in_one_sentence(general_line, three, words, tmp_path):
    first = ["play", "--load"] if words[0] == "play" else [words[0]]
    answer = general_line(*first, str(three / "a.game"), *words[1:], "nowhere")
    assert answer.status == 2 and answer.err.count("\n") == 1
    assert "there is no branch 'nowhere'; there are main, other" in answer.err
    assert list(tmp_path.iterdir()) == []


def test_a_report_is_of_the_branch_that_is_named(general_line, three, tmp_path):
    for name in ("main", "other"):
        assert general_line("report", str(three / "a.game"), "--branch", name, "-o", f"{name}.json").status == 0
    assert (tmp_path / "main.json").read_text() != (tmp_path / "other.json").read_text()


def test_a_change_that_alters_nothing_is_told_and_the_game_goes_on(own, capsys):
    change(own, "\n", "\n# a remark\n")
    assert load_table(own / "a.game").game.state.turn == 4
    said = capsys.readouterr().err
    assert "(changed: people.yaml)" in said and "it plays as it did" in said


def test_a_change_that_alters_the_game_is_told_with_where_it_differs(own, capsys):
    change(own, "authority: 600", "authority: 500")
    load_table(own / "a.game")
    said = capsys.readouterr().err
    assert "played again it first differs when turn 1 opens in 'authority'" in said
    assert "--snapshot goes on from turn 4 as it was kept" in said


def test_the_snapshot_is_gone_on_with_when_it_is_asked_for(own, capsys):
    change(own, "authority: 600", "authority: 500")
    table = load_table(own / "a.game", snapshot=True)
    assert table.game.state.turn == 4 and table.game.names == ("main", "other", "turn 4")
    assert "(changed: people.yaml)" in capsys.readouterr().err


def test_a_game_that_can_no_longer_be_played_again_names_both_ways(own):
    bodies = own / "harbour-two" / "orders.yaml"
    text = bodies.read_text(encoding="utf-8")
    save = own / "a.game"
    kind = next(row.split(" ")[2] for row in save.read_text().splitlines() if row[:2] == "> " and " done" not in row)
    bodies.write_text(text.replace(f"id: {kind}", f"id: {kind}_x"), encoding="utf-8")
    with pytest.raises(Refused, match=r"(?s)changed: orders.yaml.*--snapshot goes on from turn 4.*--mend goes on"):
        load_table(save)
    assert load_table(save, snapshot=True).game.state.turn == 4
    assert load_table(save, mend=True).game.state.turn < 4
