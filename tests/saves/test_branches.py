"""Named branches live in one save: each is taken up where it was left, and two can be laid side by side."""

from __future__ import annotations

import json

import pytest

from game.engine.digest import digest
from game.engine.order import DONE, Order
from game.engine.random_play import RandomPlayer
from game.lab.table import Table, restore
from game.saves import SaveError, Setup, dump, parse, read, recover, write
from game.saves.branch import LONGEST, MOST
from game.saves.file import sealed

SEAT = "ravndal"


def play(table: Table, until: int, seed: int) -> Table:
    """Legal dice for the seat up to the opening of a turn."""
    player, game = RandomPlayer(seed), table.game
    while game.decision is not None and game.state.turn < until:
        table.advance()
        if game.decision is not None and game.state.turn < until:
            table.give(player(game.state, game.decision))
    return table


@pytest.fixture(scope="module")
def first(harbour):
    """The first branch, played to turn 5."""
    return play(Table.new(harbour, Setup(humans=(SEAT,))), 5, 1)


@pytest.fixture(scope="module")
def third(first):
    """A branch of a branch."""
    return play(play(first.fork(3, "late"), 4, 2).fork(4), 6, 3)


@pytest.fixture(scope="module")
def text(third):
    return dump(third.game, note="three lines")


def test_a_branch_knows_where_it_comes_from(first, third):
    assert third.game.names == ("main", "late", "turn 4")
    origins = [(one.name, one.origin.parent, one.origin.turn) for one in third.game.branches]
    assert origins == [("main", "", 1), ("late", "main", 3), ("turn 4", "late", 4)]
    assert first.game.names == ("main",) and not first.game.others


def test_a_branch_begins_as_its_parent_stood(first, harbour_table):
    twin = first.fork(3, "x")
    assert twin.game.state.turn == 3
    assert twin.game.turn_marks[3] == first.game.turn_marks[3]
    assert twin.log.score == {turn: score for turn, score in first.log.score.items() if turn < 3}


def test_every_branch_is_taken_up_where_it_was_left(first, third):
    again = third.switch("main")
    assert digest(again.game.state) == digest(first.game.state)
    assert again.game.records == first.game.records and again.log.entries == first.log.entries
    back = again.switch("turn 4")
    assert digest(back.game.state) == digest(third.game.state) and back.game.names == third.game.names


def test_all_branches_come_back_from_the_file(harbour, third, text):
    saved = parse(text, "a save")
    assert saved.names == third.game.names and saved.origin == third.game.origin
    assert saved.resting.turn_marks == third.game.resting.turn_marks
    table = restore(harbour, saved)
    assert dump(table.game, note="three lines") == text
    for name in ("main", "late"):
        assert table.switch(name).game.turn_marks == third.switch(name).game.turn_marks
        assert restore(harbour, saved.on(name)).game.turn_marks == third.switch(name).game.turn_marks


def test_shared_lines_are_kept_once(text, third):
    orders = sum(row.startswith("> ") for row in text.splitlines())
    assert orders < sum(len(branch.lines) for branch in third.game.branches)
    assert orders <= len({id(line) for branch in third.game.branches for line in branch.lines})


def test_the_branch_in_play_suffers_nothing_from_damage_to_another(tmp_path, text, third):
    path = tmp_path / "a.game"
    for place in range(text.index("\n/ ") + 1, text.index("\n* "), 97):
        path.write_text(text[:place] + "~" + text[place + 1 :], encoding="utf-8")
        with pytest.raises(SaveError):
            read(path)
        saved, said = recover(path)
        whole = text[: text.index("\n/ ")].rsplit("\n= ", 1)[0].count("\n> ")
        assert saved.origin == third.game.origin and len(saved.lines) >= whole and said


def test_two_branches_are_compared_to_the_first_order_that_differs(third):
    found = third.game.compare("main")
    assert (found.one, found.other, found.turn) == ("turn 4", "main", 3)
    one, other = found.first
    assert one != other and not (one and one.same(other))
    earlier = [turn for turn in found.turns if turn.turn < 3]
    assert earlier and all(turn.same and turn.one == turn.other for turn in earlier)
    assert found.opens == 4 and found.field


def test_a_branch_beside_itself_shows_no_difference(third):
    found = third.game.compare("turn 4")
    assert (found.turn, found.opens, found.field) == (0, 0, "")


def test_a_branch_that_goes_on_differs_where_the_other_ends(harbour):
    short = Table.new(harbour, Setup(humans=(SEAT,)))
    longer = play(short.fork(1, "longer"), 2, 1)
    found = longer.game.compare("main")
    assert found.turn == 1 and found.first[1] is None


def test_a_game_that_begins_later_is_forked_only_where_it_was_played(harbour):
    from datetime import date

    table = Table.new(harbour, Setup(humans=(SEAT,), start=date(1911, 9, 1), rivals="rails"))
    turn = table.game.first_turn
    assert turn == table.game.state.turn > 1
    twin = table.fork(turn, "again")
    assert twin.game.lines == table.game.lines and digest(twin.game.state) == digest(table.game.state)
    assert twin.log.entries == table.log.entries
    with pytest.raises(ValueError, match=f"turns {turn} to {turn}"):
        table.fork(turn - 1)


@pytest.mark.parametrize("name", ["late", "LATE", "x" * (LONGEST + 1), "\x1b[31m", "a\nb", " \t "])
def test_a_name_that_is_none_or_taken_is_refused(third, name):
    with pytest.raises(ValueError) as found:
        third.fork(3, name)
    assert "\x1b" not in str(found.value) and "\n" not in str(found.value)


def test_a_strange_branch_is_refused_with_those_there_are(third, text):
    for act in (third.switch, third.game.compare, third.game.drop, parse(text, "a save").on):
        with pytest.raises(LookupError, match="there are main, late, turn 4"):
            act("nowhere")


def test_a_branch_that_rests_can_be_dropped_and_that_in_play_cannot(third):
    twin = third.switch("main")
    twin.game.drop("late")
    assert twin.game.names == ("main", "turn 4") and third.game.names == ("main", "late", "turn 4")
    with pytest.raises(ValueError, match="in play"):
        twin.game.drop("main")


def test_a_game_has_no_more_branches_than_a_file_may(harbour):
    table = Table.new(harbour, Setup(humans=(SEAT,)))
    table.game.give(Order.of(SEAT, DONE)) if table.game.human_to_act else None
    for _ in range(MOST - 1):
        table = table.fork(1)
    assert parse(dump(table.game), "a save").names == table.game.names
    with pytest.raises(ValueError, match="drop one first"):
        table.fork(1)


def test_a_branch_may_be_written_to_and_read_from_a_file(tmp_path, third):
    write(third.game, tmp_path / "a.game")
    assert read(tmp_path / "a.game").names == third.game.names


@pytest.mark.parametrize(
    "changed",
    [
        {"after": "nowhere"}, {"after": ["x"]}, {"lines": -1}, {"lines": 10**9}, {"lines": "x"}, {"name": "turn 4"},
        {"name": "\x1b[31m"}, {"name": 7}, {"name": ""}, {"parent": "x" * 99}, {"parent": 3}, {"base": 0},
        {"base": -1}, {"base": "x"}, {"turn": 1.5}, {"number": -1}, {"at": None}, {"at": 10**9},
    ],
    ids=str,
)  # fmt: skip
def test_a_forged_branch_is_refused(text, changed):
    rows = text.split("\n")[:-2]
    place = next(number for number, row in enumerate(rows) if row.startswith("/ "))
    data = json.loads(rows[place][2:].rpartition(" ")[0])
    rows[place] = f"/ {json.dumps({**data, **changed})} 0000"
    with pytest.raises(SaveError) as found:
        parse(sealed(rows), "a save")
    assert "\n" not in str(found.value) and "\x1b" not in str(found.value) and len(str(found.value)) < 300
