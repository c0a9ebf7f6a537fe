"""A save that is cut, altered, or killed in the making costs at most the turn in play."""

from __future__ import annotations

import errno
import os
import random
import resource
import shutil
import signal
import time
from dataclasses import replace

import pytest

from game.lab.table import Table, restore, restored_as_far
from game.saves import SaveError, Setup, changes, dump, parse, read, recover, write
from game.saves.file import previous
from game.scenario import find, load

#: One byte in so many is cut off or altered; with --long every byte of the last turns.
STEP = 397


@pytest.fixture(scope="module")
def text(harbour_table):
    return dump(harbour_table.game)


@pytest.fixture(scope="module")
def whole(text):
    return parse(text, "a save")


def turns_before(text: str, place: int) -> int:
    """The last turn whose row is whole before a place; its line feed may be cut off, but not altered."""
    rows = [row for row in text[:place].split("\n")[:-1] if row.startswith("= ")]
    return int(rows[-1].split(" ")[1]) if rows else 0


def lines_before(text: str, turn: int) -> int:
    """Orders above the row of a turn."""
    rows = text.split(f"\n= {turn} ")[0].split("\n")
    return sum(row[:2] in ("> ", "@ ") for row in rows)


def check(path, raw, text, whole, place):
    """What is had of a spoiled save is what stood before the damage, no more and no less."""
    path.write_bytes(raw)
    with pytest.raises(SaveError):
        read(path)
    cut_at_a_line_end = len(raw) == place and text[place] == "\n"
    turn = turns_before(text, place + 1 if cut_at_a_line_end else place)
    if not turn:
        with pytest.raises(SaveError):
            recover(path)
        return
    saved, said = recover(path)
    lines, turn = lines_before(text, turn), min(turn, whole.turn)  # the end of a game is the opening of no turn
    assert (saved.turn, len(saved.lines)) == (turn, lines)
    assert saved.lines == whole.lines[: len(saved.lines)] and saved.setup == whole.setup
    assert f"from turn {turn}" in said and "\n" not in said


def test_a_save_cut_off_anywhere_gives_its_last_whole_turn(tmp_path, text, whole):
    for place in range(0, len(text) - 1, STEP):
        check(tmp_path / "a.game", text[:place].encode(), text, whole, place)


@pytest.mark.parametrize("bit", [1, 8, 128], ids=["a bit", "another", "not even text"])
def test_a_save_altered_anywhere_gives_the_last_turn_before_it(tmp_path, text, whole, bit):
    for place in range(bit, len(text) - 1, STEP):
        raw = bytearray(text.encode())
        raw[place] ^= bit
        check(tmp_path / "a.game", bytes(raw), text, whole, place)


def test_not_even_a_line_ending_changes_unnoticed(text):
    for spoiled in (text[:-1], text + "\n", text.replace("\n", "\r\n"), text[:-1] + "\r"):
        with pytest.raises(SaveError):
            parse(spoiled, "a save")


@pytest.mark.long
def test_every_byte_of_the_last_turns_may_be_cut_off_or_altered(tmp_path, text, whole):
    for place in range(max(0, len(text) - 20_000), len(text) - 1):
        raw = bytearray(text.encode())
        raw[place] ^= 1
        check(tmp_path / "a.game", bytes(raw), text, whole, place)
        check(tmp_path / "a.game", text[:place].encode(), text, whole, place)


def test_what_is_had_plays_on_with_the_digests_of_the_first_game(tmp_path, text, harbour, harbour_table):
    path = tmp_path / "a.game"
    path.write_text(text[: text.index("\n* ") * 2 // 3], encoding="utf-8")
    saved, _ = recover(path)
    table = restore(harbour, saved)
    assert table.game.state.turn == saved.turn > 1
    for turn, mark in table.game.turn_marks.items():
        assert mark == harbour_table.game.turn_marks[turn]
    table.advance()
    assert table.game.turn_marks == harbour_table.game.turn_marks


def test_the_save_before_is_kept_and_used_when_it_has_more(tmp_path, harbour, harbour_table, text):
    path = tmp_path / "a.game"
    write(harbour_table.game.fork(4), path, note="first")
    write(harbour_table.game, path, note="second")
    assert sorted(child.name for child in tmp_path.iterdir()) == ["a.game", "a.game.before"]
    assert (read(previous(path)).note, read(path).note) == ("first", "second")
    raw = path.read_bytes()
    path.write_bytes(raw[: raw.index(b"\n= 3 ")])
    saved, said = recover(path)
    assert (saved.turn, saved.note) == (4, "first") and "a.game.before" in said
    path.write_bytes(raw[: raw.index(b"\n= 6 ")])
    assert recover(path)[0].turn == 5


def test_a_spoiled_save_never_pushes_out_the_whole_one_before_it(tmp_path, harbour_table):
    path = tmp_path / "a.game"
    write(harbour_table.game, path, note="first")
    write(harbour_table.game, path, note="second")
    path.write_bytes(path.read_bytes()[:-9])
    write(harbour_table.game, path, note="third")
    assert (read(previous(path)).note, read(path).note) == ("first", "third")


def test_the_save_before_of_another_game_is_not_taken_for_this_one(tmp_path, harbour, harbour_table):
    path = tmp_path / "a.game"
    other = Table.new(harbour, Setup(seed=9, rivals="free"))
    other.advance(lambda game: game.state.turn < 5)
    write(other.game, path)
    write(harbour_table.game, path)
    raw = path.read_bytes()
    path.write_bytes(raw[: raw.index(b"\n= 3 ")])
    assert recover(path)[0].setup.seed == harbour_table.game.setup.seed
    path.write_bytes(b"")
    saved, said = recover(path)
    assert saved.setup.seed == 9 and "a.game.before" in said


def test_a_kill_at_any_moment_of_saving_loses_no_save_that_was_finished(tmp_path, harbour, request):
    """Forks a process that saves without end, kills it at a random moment, and reads what lies there."""
    table = Table.new(harbour, Setup(rivals="free"))
    table.advance(lambda game: len(game.lines) < 5)
    path, dice, cut_short, kept = tmp_path / "a.game", random.Random(5), 0, 0
    write(table.game, path, note="0")
    for _ in range(1000 if request.config.getoption("--long") else 200):
        done = killed_while_saving(table.game, path, dice.uniform(0.001, 0.025), kept)
        saved, before = read(path), read(previous(path)) if previous(path).exists() else None
        kept = int(saved.note)
        assert kept in (done, done + 1) and len(saved.lines) == len(table.game.lines)
        assert before is None or kept - int(before.note) in (0, 1)
        for child in tmp_path.iterdir():
            if child.name.startswith("."):
                cut_short += 1
                child.unlink()
    assert kept > 10 and cut_short > 5, "too few kills fell into a save to prove anything"


def killed_while_saving(game, path, seconds, number):
    """The number of the last save that was finished before the kill; they are numbered on from ``number``."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        while True:
            write(game, path, note=str(number + 1))
            number += 1
            os.write(writer, f"{number}\n".encode())
    os.close(writer)
    time.sleep(seconds)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    with os.fdopen(reader) as told:
        return int(([str(number), *told.read().split()])[-1])


def test_files_of_killed_processes_are_swept_away_and_fresh_ones_left(tmp_path, harbour_table):
    old, fresh, other = (tmp_path / f".{name}" for name in ("a.game." + "0" * 12, "a.game." + "1" * 12, "b.game"))
    for file in (old, fresh, other):
        file.write_text("half")
    for file in (old, other):
        os.utime(file, (1, 1))
    write(harbour_table.game, tmp_path / "a.game")
    assert not old.exists() and fresh.exists() and other.exists()


def test_a_disk_that_is_really_full_is_told_and_leaves_both_generations(tmp_path, harbour_table):
    """The limit on the size of files is the kernel's own way to refuse a write in the middle."""
    path = tmp_path / "a.game"
    for note in ("first", "second"):
        write(harbour_table.game, path, note=note)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (8192, hard))
    try:
        with pytest.raises(SaveError, match=r"could not be saved \(File too large\); choose another folder"):
            write(harbour_table.game, path, note="third")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert (read(previous(path)).note, read(path).note) == ("first", "second")
    assert len(list(tmp_path.iterdir())) == 2


@pytest.mark.parametrize("code", [errno.EROFS, errno.EACCES, errno.ENOSPC, errno.EDQUOT])
def test_a_folder_that_takes_nothing_is_told_in_a_sentence(tmp_path, harbour_table, monkeypatch, code):
    def refuse(*_, **__):
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(SaveError, match=os.strerror(code)):
        write(harbour_table.game, tmp_path / "a.game")
    assert not list(tmp_path.iterdir())


def test_a_file_system_without_links_keeps_the_save_before_as_well(tmp_path, harbour_table, monkeypatch):
    def refuse(*_, **__):
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(os, "link", refuse)
    for note in ("first", "second"):
        write(harbour_table.game, tmp_path / "a.game", note=note)
    assert read(tmp_path / "a.game.before").note == "first"


def test_what_changed_in_the_scenario_since_is_named_by_file(tmp_path, harbour_table, text):
    folder = shutil.copytree(find("harbour-union"), tmp_path / "own")
    saved = parse(text, "a save")
    assert changes(saved, load(folder)) == ""
    with (folder / "people.yaml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    (folder / "more.yaml").write_text("# nothing yet\n", encoding="utf-8")
    told = changes(saved, load(folder))
    assert told == "the scenario has changed since the save (changed: people.yaml; new: more.yaml)"
    assert changes(replace(saved, files={}), load(folder)) == "the scenario has changed since the save"


def test_a_game_that_cannot_be_played_to_its_end_again_is_had_up_to_that_turn(harbour, harbour_table, text):
    saved = parse(text, "a save")
    place = lines_before(text, 4) + 3
    strange = replace(saved.lines[place], order=replace(saved.lines[place].order, kind="fly"))
    saved = replace(saved, lines=(*saved.lines[:place], strange, *saved.lines[place + 1 :]))
    table = restored_as_far(harbour, saved)
    assert table.game.state.turn == 4
    assert table.game.turn_marks[4] == harbour_table.game.turn_marks[4]
