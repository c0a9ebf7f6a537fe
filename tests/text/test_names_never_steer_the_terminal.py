"""Text mode writes no control character, whatever people and scenarios are called, and no number stops it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.lab.table import Table
from game.saves import Game, Setup
from game.scenario.plain import STEERING
from game.text.page import whole
from game.text.play import play

HOSTILE = "\x1b]0;owned\x07\x1b[2J\u202e"


def test_hostile_names_are_written_without_what_steers(harbour):
    people = tuple(replace(one, name=HOSTILE + one.name, surname=HOSTILE + one.surname) for one in harbour.people)
    world = replace(harbour, title=HOSTILE + harbour.title, people=people)
    table, written = Table(Game.start(world, Setup(humans=("ravndal",)))), []
    words = iter(["table", "relations", "codex", "map", "log", "whip", "orders", "1", HOSTILE, "quit"])
    play(table, lambda prompt: written.append(prompt) or next(words, None), written.append)
    text = "".join(written)
    assert "owned" in text and STEERING.search(text) is None


@pytest.mark.parametrize("typed", ["²", "9" * 5000, "-1", "", "x", "1.5", "\x00"])
def test_what_is_no_number_is_none(typed):
    assert whole(typed) == -1


def test_numbers_out_of_reach_are_answered(harbour):
    table, written = Table.new(harbour, Setup(humans=("ravndal",))), []
    verbs, numbers = ("open", "fork", "whip", "log", "stand"), ("²", "9" * 5000)
    words = iter([f"{verb} {number}" for verb in verbs for number in numbers])
    play(table, lambda prompt: next(words, None), written.append)
    assert any("fork TURN" in line for line in written)
