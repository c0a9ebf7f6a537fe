"""Saves of every format there ever was are read, and written again in the format of today."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.lab.table import restored_as_far
from game.saves import dump, parse, read
from game.saves.folder import listed
from game.saves.rows import FORMAT, FORMATS, MAGIC

FOLDER = Path(__file__).parent / "saves"
#: File -> branches in the order of making, that in play, lines of it, turn in which it stands.
SAVES = {
    "format-1": (("main",), "main", 60, 4),
    "format-2": (("main", "early", "turn 3"), "turn 3", 51, 4),
}


def test_there_is_a_save_of_every_format():
    assert {path.stem for path in FOLDER.glob("*.game")} == {f"format-{number}" for number in FORMATS} == set(SAVES)
    for number in FORMATS:
        assert (FOLDER / f"format-{number}.game").read_text().startswith(f"{MAGIC} {number}\n")


@pytest.mark.parametrize("name", SAVES)
def test_it_is_read_as_it_was_written(name):
    saved = read(FOLDER / f"{name}.game")
    names, here, lines, turn = SAVES[name]
    assert (saved.names, saved.origin.name, len(saved.lines), saved.turn) == (names, here, lines, turn)
    assert (saved.setup.seed, saved.setup.humans, saved.setup.player) == (3, ("quist",), "A student")
    assert saved.setup.settings == (("deaths", "never"),) and saved.note == "kept for later"
    assert sorted(saved.digests) == [1, 2, 3, 4] == sorted(saved.fields)


@pytest.mark.parametrize("name", SAVES)
def test_it_migrates_to_the_format_of_today(name, harbour):
    """Rules change: it is played as far as it can be, written, and read again."""
    table = restored_as_far(harbour, read(FOLDER / f"{name}.game"))
    text = dump(table.game)
    assert text.startswith(f"{MAGIC} {FORMAT}\n")
    again = parse(text, "a save")
    assert again.names == SAVES[name][0] and again.lines == tuple(table.game.lines)


def test_the_list_of_saves_tells_them(harbour):
    assert {row.name: row.problem for row in listed(FOLDER)} == dict.fromkeys(SAVES, "")
