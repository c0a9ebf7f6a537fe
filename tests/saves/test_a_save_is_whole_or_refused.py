"""A save file comes back as it was written, and anything else is refused with one sentence."""

from __future__ import annotations

import os
from datetime import date

import pytest

from game.lab.table import Table, restore
from game.saves import SaveError, Setup, dump, glance, parse, read, write
from game.scenario.lesson import Lesson

#: One byte in so many is tried.
STEP = 37


@pytest.fixture(scope="module")
def text(harbour_table):
    return dump(harbour_table.game, note="an evening's game")


def test_everything_comes_back(harbour_table, text):
    game, saved = harbour_table.game, parse(text, "a save")
    assert saved.setup == game.setup
    assert [line.order for line in saved.lines] == [line.order for line in game.lines]
    assert [line.why is None for line in saved.lines] == [line.why is None for line in game.lines]
    assert saved.digests == {turn: value for turn, (_, value) in game.turn_marks.items()}
    assert (saved.scenario, saved.digest) == (game.scenario.id, game.scenario.digest)
    assert (saved.turn, saved.note) == (game.state.turn, "an evening's game")


def test_the_text_is_written_again_as_it_was(harbour, text):
    again = restore(harbour, parse(text, "a save"))
    assert dump(again.game, note="an evening's game") == text


def test_a_restored_game_has_the_digests_records_and_log_of_the_first(harbour, harbour_table, text):
    again = restore(harbour, parse(text, "a save"))
    assert again.game.turn_marks == harbour_table.game.turn_marks
    assert again.game.records == harbour_table.game.records
    assert again.log.entries == harbour_table.log.entries
    assert again.log.score == harbour_table.log.score


def test_every_setting_of_a_game_is_kept(harbour):
    lesson = Lesson("The strike", "harbour-union", seats=("quist", "lunde"), forbidden=("polemic",))
    setup = Setup(
        seed=2**62, humans=("quist", "lunde"), rivals="nudged", strength="clerk", start=date(1911, 9, 1),
        until=date(1911, 12, 1), lesson=lesson, settings=(("deaths", "never"),),
    )  # fmt: skip
    table = Table.new(harbour, setup)
    saved = parse(dump(table.game), "a save")
    assert saved.setup == setup
    assert any(line.opening == date(1911, 9, 1) for line in saved.lines)
    assert restore(harbour, saved).game.turn_marks == table.game.turn_marks


def test_a_save_cut_off_anywhere_is_refused(text):
    whole = text.encode()
    for length in range(0, len(whole) - 1, STEP):
        with pytest.raises(SaveError) as found:
            parse(whole[:length].decode(), "a save")
        assert "\n" not in str(found.value)


def test_an_altered_byte_is_noticed(text):
    whole = text.encode()
    assert whole.isascii()
    for place in (*range(0, len(whole) - 50, STEP), *range(len(whole) - 50, len(whole) - 1)):
        other = b"~" if whole[place : place + 1] != b"~" else b"!"
        with pytest.raises(SaveError):
            parse((whole[:place] + other + whole[place + 1 :]).decode(), "a save")


@pytest.mark.parametrize(
    "foreign",
    ["", "\n", "PK\x03\x04", '{"scenario": "elsewhere"}', "general-line save", "general-line save 2\n{}\nend 2 0\n"],
    ids=["empty", "blank", "archive", "json", "headless", "newer"],
)
def test_a_foreign_text_is_refused_by_name(foreign):
    with pytest.raises(SaveError, match="some file"):
        parse(foreign, "some file")


def test_a_foreign_file_is_refused(tmp_path):
    picture = tmp_path / "picture.game"
    picture.write_bytes(bytes(range(256)))
    for path in (picture, tmp_path / "nothing.game", tmp_path):
        with pytest.raises(SaveError) as found:
            read(path)
        assert str(path) in str(found.value)


def test_a_file_is_written_whole_and_nothing_else_is_left(tmp_path, harbour_table):
    path = tmp_path / "new folder" / "evening.game"
    write(harbour_table.game, path)
    assert read(path).digests
    assert [child.name for child in path.parent.iterdir()] == ["evening.game"]


def test_what_cannot_be_written_leaves_the_old_save(tmp_path, harbour_table, monkeypatch):
    path = tmp_path / "evening.game"
    write(harbour_table.game, path)
    before = path.read_bytes()

    def full(handle):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match="could not be saved"):
        write(harbour_table.game, path)
    assert path.read_bytes() == before
    assert [child.name for child in tmp_path.iterdir()] == ["evening.game"]


def test_a_glance_tells_setup_and_result_without_the_orders(harbour_table, tmp_path):
    path = tmp_path / "a.game"
    write(harbour_table.game, path)
    whole, quick = read(path), glance(path)
    assert (quick.setup, quick.result, quick.turn) == (whole.setup, whole.result, whole.turn)
    assert quick.result["closed"] == harbour_table.log.closed and quick.lines == () and whole.lines


def test_a_glance_refuses_what_a_reading_refuses(text, tmp_path):
    path = tmp_path / "a.game"
    for spoiled in (text[:-40], text.replace('"closed"', '"klosed"', 1), "general-line save 1\n", ""):
        path.write_text(spoiled, encoding="utf-8")
        with pytest.raises(SaveError):
            glance(path)
