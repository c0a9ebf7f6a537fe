"""A save whose checksums a stranger has made right is refused with a sentence, or plays by the rules."""

from __future__ import annotations

import json
import os

import pytest

from game.engine import IllegalOrder
from game.engine.order import Order
from game.lab.script import ScriptError, read_script
from game.lab.table import Table, restore
from game.saves import SaveError, Setup, dump, glance, parse, read, recover, write
from game.saves.file import LIMIT, sealed
from game.saves.folder import listed
from game.saves.rows import LONGEST_SAVE


@pytest.fixture(scope="module")
def rows(harbour):
    """The rows of a small save without its last."""
    table = Table.new(harbour, Setup(humans=("ravndal",)))
    table.advance()
    return dump(table.game).split("\n")[:-2]


def with_header(rows: list[str], **changed: object) -> str:
    return sealed([rows[0], json.dumps({**json.loads(rows[1]), **changed}), *rows[2:]])


def test_what_is_sealed_here_is_what_the_game_writes(rows, harbour):
    assert restore(harbour, parse(sealed(rows), "a save")).game.human_to_act


@pytest.mark.parametrize(
    "changed",
    [
        {"seed": 10**400}, {"seed": -1}, {"seed": "x"}, {"seed": None}, {"seed": 1.5}, {"rivals": "wild"},
        {"strength": "x"}, {"humans": [1]}, {"humans": 7}, {"humans": ["\x1b[31m"]}, {"player": "\x1b]0;x\x07"},
        {"note": "\u202e"}, {"scenario": "../../etc"}, {"scenario": "/etc"}, {"scenario": ["x"]}, {"start": "soon"},
        {"start": "9999-99-99"}, {"settings": [1]}, {"files": "x"}, {"lesson": {"digest": "x"}}, {"lesson": 3},
        {"turn": "x"}, {"turn": 1e400},
    ],
    ids=str,
)  # fmt: skip
def test_a_forged_header_is_refused(rows, changed):
    with pytest.raises(SaveError) as found:
        parse(with_header(rows, **changed), "a save")
    assert "\n" not in str(found.value) and "\x1b" not in str(found.value) and len(str(found.value)) < 300


@pytest.mark.parametrize(
    "row",
    [
        "> ", "> ravndal", "> ravndal done x", "> ravndal done x=[1]", "> ravndal done x=1.5", "> ravndal done x=NaN",
        "> ravndal done x=" + "[" * 100_000, "> ravndal done x=" + "9" * 5000, "? {", "? " + "[" * 100_000, "@ today",
        "= one two", "! 7", "! " + "{" * 100_000, "end", "", "\x00", "! " + "9" * 5000,
    ],
    ids=lambda row: row[:20],
)  # fmt: skip
def test_a_forged_row_is_refused(rows, row):
    with pytest.raises(SaveError) as found:
        parse(sealed([*rows, row]), "a save")
    assert "\n" not in str(found.value)


@pytest.mark.parametrize(
    "order",
    [
        'ravndal fly', 'nobody done', 'ravndal done x=1', 'ravndal inquire region="../../x"', 'quist done',
        'ravndal inquire region=1000000000000000', 'ravndal inquire region=null', 'ravndal choose hinge=1 option=2',
    ],
    ids=range(8),
)  # fmt: skip
def test_an_order_the_rules_do_not_allow_is_not_played(rows, harbour, order):
    saved = parse(sealed([*rows, f"> {order}"]), "a save")
    with pytest.raises((IllegalOrder, LookupError, ValueError)):
        restore(harbour, saved)


def test_a_seat_the_scenario_does_not_have_is_refused(rows, harbour):
    with pytest.raises(ValueError, match="no seat 'nemo'"):
        restore(harbour, parse(with_header(rows, humans=["nemo"]), "a save"))


def test_a_huge_file_is_not_read(tmp_path):
    path = tmp_path / "huge.game"
    with path.open("wb") as file:
        file.truncate(LIMIT + 1)
    with pytest.raises(SaveError, match="too large"):
        read(path)


@pytest.mark.parametrize("text", ["x y a=" + "[" * 100_000, "x y a=1e999", "x y a=NaN", "x y a=" + "9" * 16, "x"])
def test_an_order_is_words_and_small_numbers(text):
    with pytest.raises(ValueError):
        Order.parse(text)


@pytest.mark.parametrize(
    "text",
    ["9" * 5000 + " done", "² done", "1 " + "x" * 100_000, "1 inquire region=" + "[" * 100_000, "1", "-1 done",
     "1 done\x00", "\x1b[31m done", "٣ fly", "1 ../../x"],
    ids=range(10),
)  # fmt: skip
def test_a_hostile_file_of_orders_is_refused_with_its_line(harbour, tmp_path, text):
    path = tmp_path / "orders.txt"
    path.write_text(f"# a remark\n{text}\n", encoding="utf-8")
    with pytest.raises(ScriptError, match=r"orders\.txt:2: ") as found:
        read_script(path, harbour, ("ravndal",))
    assert "\n" not in str(found.value)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_or_a_device_is_not_waited_for(tmp_path, harbour):
    """In a folder of saves from strangers either would hang the reader, or fill its memory."""
    os.mkfifo(tmp_path / "pipe.game")
    (tmp_path / "zeroes.game").symlink_to("/dev/zero")
    for path in (tmp_path / "pipe.game", tmp_path / "zeroes.game"):
        for reader in (read, glance, recover):
            with pytest.raises(SaveError, match="it is not a file"):
                reader(path)
        with pytest.raises(ScriptError, match="is not a file"):
            read_script(path, harbour, ("ravndal",))
    assert listed(tmp_path) == []


def test_a_save_is_put_in_the_place_of_a_link_and_never_through_it(tmp_path, harbour):
    elsewhere, link = tmp_path / "elsewhere.txt", tmp_path / "a.game"
    elsewhere.write_text("mine")
    link.symlink_to(elsewhere)
    write(Table.new(harbour, Setup()).game, link)
    assert elsewhere.read_text() == "mine" and not link.is_symlink() and read(link).turn == 1


def test_a_save_of_too_many_rows_is_not_read(rows):
    with pytest.raises(SaveError, match="too long"):
        parse(sealed([*rows, *["> ravndal done"] * LONGEST_SAVE]), "a save")
