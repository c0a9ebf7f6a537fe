"""A file of orders: each given once, in its turn, as soon as it is open; what it cannot do it says with its line."""

from __future__ import annotations

import pytest

from game.engine.order import DONE
from game.lab.script import LIMIT, ScriptError, read_script
from game.lab.table import Table
from game.saves import Setup

SEAT = "ravndal"


@pytest.fixture
def script_of(tmp_path, harbour):
    """Reads a text as the orders of the seat."""

    def read(text):
        path = tmp_path / "mine.orders"
        path.write_text(text, encoding="utf-8")
        return read_script(path, harbour, (SEAT,))

    return read


def play(scenario, script):
    """A game in which the seat does what the script says and rivals the rest; returns the table."""
    table = Table.new(scenario, Setup(humans=(SEAT,)))
    while table.advance() is not None and (decision := table.game.decision) is not None:
        order = script.next(table.game.state, decision)
        if order is None:
            table.rival(decision)
        else:
            table.give(order)
    return table


def given(table):
    """The seat's orders with their turns, ends of windows left out."""
    first = {number: turn for turn, (number, _) in table.game.turn_marks.items()}
    found, turn = [], 1
    for number, line in enumerate(table.game.lines):
        turn = first.get(number, turn)
        if line.order.who == SEAT and line.order.kind != DONE:
            found.append((turn, str(line.order)))
    return found


def test_orders_are_given_in_their_turn_and_order(script_of, harbour):
    script = script_of(
        '3 speak region="old_basin"\n# between\n\n1 choose hinge="owners_offer" option="sign"\n'
        '3 inquire region="ropewalk"   # a look round\n'
    )
    table = play(harbour, script)
    script.finish()
    mine = given(table)
    assert (1, f'{SEAT} choose hinge="owners_offer" option="sign"') in mine
    assert [order for turn, order in mine if turn == 3] == [
        f'{SEAT} speak region="old_basin"',
        f'{SEAT} inquire region="ropewalk"',
    ]
    assert all(entry.given for entry in script.entries)


def test_windows_the_file_leaves_are_closed_and_questions_are_the_seats_own(script_of, harbour):
    table = play(harbour, script_of(""))
    kinds = {order.split()[1] for _, order in given(table)}
    assert kinds <= {"choose", "reply", "voice"}
    assert "choose" in kinds


def test_every_kind_of_act_can_be_written(script_of, harbour):
    script = script_of('4 voice hinge="reading_the_letter" option="lock_it" side="for"\n')
    table = play(harbour, script)
    script.finish()
    assert any(r.kind == "voice" and r.who == SEAT and r.turn == 4 for r in table.game.records)


def test_an_order_given_twice_in_the_file_is_given_twice(script_of, harbour):
    script = script_of('2 inquire region="ropewalk"\n2 inquire region="ropewalk"\n')
    table = play(harbour, script)
    script.finish()
    assert [order for turn, order in given(table) if turn == 2] == [f'{SEAT} inquire region="ropewalk"'] * 2


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ('# one\n2 replace_secretary region="north_quay" person="bergan"\n', 2, "replace_secretary was not possible"),
        ('1 choose hinge="owners_offer" option="walk_out"\n', 1, "Others decide this."),
        ('2 step_back choice="in_full"\n', 1, "Nothing is held against you."),
        ('5 reply offer="nowhere" answer="accept"\n', 1, "reply was not possible"),
    ],
)
def test_what_never_becomes_possible_is_named_with_its_line_and_reason(script_of, harbour, text, line, words):
    script = script_of(text)
    play(harbour, script)
    with pytest.raises(ScriptError) as found:
        script.finish()
    assert f"mine.orders:{line}: " in str(found.value) and words in str(found.value)


def test_the_first_failure_is_the_one_that_is_told(script_of, harbour):
    script = script_of('2 inquire region="ropewalk"\n3 speak region="nowhere"\n4 speak region="nowhere"\n')
    play(harbour, script)
    with pytest.raises(ScriptError, match=r"mine\.orders:2: "):
        script.finish()


def test_a_file_beyond_all_measure_is_refused(script_of):
    with pytest.raises(ScriptError, match="too large"):
        script_of("#" * (LIMIT + 1))
