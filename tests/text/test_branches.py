"""Branches in text mode: forked, listed, taken up, laid beside another, dropped."""

from __future__ import annotations

import pytest

from game.lab.table import Table
from game.saves import Setup, read
from game.text.play import play


@pytest.fixture
def say(harbour, tmp_path):
    """Plays a fresh game by these lines; what was written."""

    def said(*lines: str) -> str:
        written, left = [], iter(lines)
        table = Table.new(harbour, Setup(humans=("ravndal",), strength="clerk"))
        play(table, lambda _: next(left, None), written.append)
        return "".join(written)

    return said


def test_a_fork_is_a_named_branch_and_the_first_one_rests(say):
    said = say("fork 1 the other way", "branches")
    assert "A twin of this game stands at the opening of turn 1" in said
    assert " - main: in turn 1" in said
    assert " * the other way: in turn 1, from “main” at the opening of turn 1" in said


def test_a_branch_is_taken_up_and_told(say):
    said = say("fork 1 x", "branch main", "branch main", "branch y", "branch")
    assert "You are on the branch “main”, in turn 1." in said and "You are on the branch “main”.\n" in said
    assert "branch NAME: there is no branch 'y'; there are main, x." in said


def test_branches_are_saved_with_the_game(say, tmp_path):
    path = tmp_path / "a.game"
    say("fork 1 x", f"save {path}")
    assert read(path).names == ("main", "x")


def test_another_branch_is_shown_beside_this_one(say):
    said = say("done", "fork 1 x", "beside main", "beside nowhere")
    assert "\nx " in said and " * " in said.split("\nx ")[1]
    assert "beside NAME: there is no branch 'nowhere'" in said


def test_a_name_that_is_taken_and_a_turn_that_never_was_are_refused(say):
    said = say("fork 1 main", "fork 99", "fork 99 x", "drop main", "drop x", "fork 1 x", "drop main", "branches")
    assert "There is a branch 'main' already; give another name." in said
    assert "fork TURN NAME, from 1 to 1" in said
    assert "drop NAME: the branch in play cannot be dropped" in said and "The branch “main” is dropped." in said
    assert "- main: in turn" not in said.split("dropped.\n")[-1]
