"""A spoiled save is refused with what can be had of it, and ``--mend`` takes that."""

from __future__ import annotations

import pytest

from game.cli_saves import load_table


@pytest.fixture
def spoiled(kept_save, tmp_path):
    """A save cut off in its fourth turn."""
    path, raw = tmp_path / "evening.game", kept_save.read_bytes()
    path.write_bytes(raw[: raw.index(b"\n= 5 ") - 9])
    return path


def test_it_is_refused_with_the_turn_that_can_be_had(general_line, spoiled):
    answer = general_line("play", "--text", "--load", str(spoiled))
    assert answer.status == 2 and answer.out == ""
    assert answer.err.endswith("play --load evening.game --mend goes on from turn 4\n")


def test_mend_goes_on_from_it_and_says_so(spoiled, capsys):
    table = load_table(spoiled, mend=True)
    assert table.game.state.turn == 4
    said = capsys.readouterr().err
    assert said.count("\n") == 1 and "goes on from turn 4, the last that is whole" in said


def test_the_list_names_it(general_line, spoiled):
    answer = general_line("saves", str(spoiled.parent))
    assert answer.status == 0 and "goes on from turn 4" in answer.out


def test_a_name_with_a_terminal_escape_is_listed_without_it(general_line, tmp_path):
    (tmp_path / "a\x1b[31mb.game").write_text("nothing")
    answer = general_line("saves", str(tmp_path))
    assert answer.status == 0 and "\x1b" not in answer.out and "a[31mb" in answer.out
