"""The saves folder is listed newest first, and what is no save says so instead of stopping the list."""

from __future__ import annotations

import os
from datetime import datetime

import pytest

from game.saves import write
from game.saves.folder import SUFFIX, listed, saves_folder


@pytest.fixture
def folder(tmp_path, harbour_table, harbour_play):
    """Two saves of different age and a file that is none."""
    write(harbour_table.game, tmp_path / f"old{SUFFIX}")
    write(harbour_play.game, tmp_path / f"new{SUFFIX}")
    (tmp_path / f"picture{SUFFIX}").write_bytes(b"\x89PNG")
    (tmp_path / "notes.txt").write_text("not a save")
    for age, name in enumerate(("new", "old", "picture")):
        os.utime(tmp_path / f"{name}{SUFFIX}", (1_000_000 - age, 1_000_000 - age))
    return tmp_path


def test_saves_are_listed_the_newest_first_with_what_they_are(folder):
    rows = listed(folder)
    assert [row.name for row in rows] == ["new", "old", "picture"]
    new, old, picture = rows
    assert (new.scenario, new.seat, new.turn, new.problem) == ("harbour-union", "ravndal", 1, "")
    assert (old.scenario, old.seat, old.turn) == ("harbour-union", "nobody", 6)
    assert new.written == datetime.fromtimestamp(1_000_000)
    assert picture.scenario == "" and str(picture.path) in picture.problem


def test_a_folder_that_is_not_there_is_empty(tmp_path):
    assert listed(tmp_path / "nowhere") == []


def test_the_folder_is_this_users_own():
    assert saves_folder().name == "saves" and "general-line" in str(saves_folder())
