"""A run that begins on a later date starts from the record: what was different already is not its doing."""

from __future__ import annotations

from datetime import date

import pytest

from game.lab.table import Table
from game.saves import Setup


@pytest.fixture(scope="module")
def chapter(succession):
    """The historical line, played from the opening of 1926 to the end of that year."""
    table = Table.new(succession, Setup(rivals="rails", start=date(1926, 2, 1), until=date(1926, 11, 30)))
    assert not table.log.entries and not table.log.score
    table.advance()
    return table


def test_the_first_turn_opens_no_older_difference(chapter):
    first = min(chapter.log.score)
    start = chapter.game.scenario.turn_dates(first)[0]
    assert len(chapter.log.score) == 5
    assert all(one.turn >= first and one.day >= start for one in chapter.log.entries)
    assert max(chapter.log.score.values()) < 100


def test_a_difference_that_comes_back_is_new(closes, harbour, place):
    from game.chronicle import Chronicle

    log, post, viken = Chronicle(harbour), place("posts", "capstan_editor"), place("people", "viken")
    twin = closes[3].state.copy()
    twin.turn, twin.holder[post] = 4, viken
    log.begin(twin, closes[3].records)
    for turn, held, opened in ((4, viken, False), (5, place("people", "quist"), False), (6, viken, True)):
        state = closes[turn].state.copy()
        state.holder[post] = held
        log.close_turn(state, turn, closes[turn].records)
        assert any("capstan_editor" in one.about for one in log.entries) is opened
