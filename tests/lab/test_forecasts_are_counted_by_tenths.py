"""Each vote and offer is forecast just before it is decided, and counted in its tenth; the rules do not notice."""

from __future__ import annotations

import pytest

from game.engine import offers, votes
from game.engine.digest import digest
from game.lab.observer import watching
from game.lab.reliability import Reliability, rows
from game.lab.table import Table
from game.saves import Setup


@pytest.fixture(scope="module")
def counted(succession):
    """Forecasts of the historical line's first turns, and the table."""
    from datetime import date

    reliability, setup = Reliability(), Setup(rivals="rails", until=date(1924, 5, 31))
    table = Table.new(succession, setup)
    with watching(reliability.vote, reliability.offer):
        table.advance()
    return reliability, table


def test_every_vote_is_counted_once(counted):
    reliability, table = counted
    cells, ballots = reliability.cells["vote"], table.game.state.ballots
    assert ballots and sum(cell[0] for cell in cells) == len(ballots)
    assert sum(cell[1] for cell in cells) == sum(ballot.carried for ballot in ballots)


def test_watching_changes_nothing(counted, succession):
    _, table = counted
    plain = Table.new(succession, table.game.setup)
    plain.advance()
    assert digest(plain.game.state) == digest(table.game.state)


def test_the_rules_are_as_before_when_nobody_watches_any_more():
    hold, reply = votes.hold, offers.reply
    with pytest.raises(RuntimeError), watching(lambda *_: None, lambda *_: None):
        assert votes.hold is not hold and offers.reply is not reply
        raise RuntimeError
    assert votes.hold is hold and offers.reply is reply


def test_an_offer_is_counted_with_what_came_of_it(harbour):
    """An offer made and answered in play is watched from beside the rules."""
    from game import engine
    from game.engine.order import DONE, REPLY, Order

    reliability = Reliability()
    table = Table.new(harbour, Setup(humans=("ravndal", "brekke", "quist", "lunde")))
    game = table.game
    with watching(reliability.vote, reliability.offer):
        while (decision := game.decision) is not None and decision.kind != "offer":
            who = harbour.people[decision.who].id
            made = engine.legal_orders(game.state, who, "make_offer") if decision.kind == "window" else []
            table.rival(decision) if decision.kind == "hinge" else table.give(
                made[0] if made else Order.of(who, DONE)
            )
        assert decision is not None
        table.give(Order.of(harbour.people[decision.who].id, REPLY, offer=decision.about, answer="accept"))
    cells = reliability.cells["offer"]
    assert sum(cell[0] for cell in cells) == 1 and sum(cell[1] for cell in cells) == 1


def test_the_ends_of_the_scale_have_a_tenth():
    reliability = Reliability()
    for chance, happened in ((0, False), (99, True), (100, False), (999, True), (1000, True)):
        reliability.count("vote", chance, happened)
    cells = reliability.cells["vote"]
    assert cells[0] == [2, 1, 99] and cells[1] == [1, 0, 100] and cells[9] == [2, 2, 1999]
    table = rows(cells)
    assert [row.low for row in table] == [0, 10, 90]
    assert table[2].forecast == pytest.approx(0.9995) and table[2].happened == 1


def test_a_true_forecast_lies_inside_its_interval():
    """Counts drawn at their own chances are covered in nearly every tenth."""
    import numpy as np

    from game.engine import dice

    reliability = Reliability()
    chances = np.arange(4000, dtype=np.int64) % 1001
    draws = dice.draw(1, 1, dice.Purpose.EVENT, "forecast", np.arange(4000, dtype=np.int64)) * 1000 >> 32
    for chance, drawn in zip(chances.tolist(), draws.tolist(), strict=True):
        reliability.count("vote", chance, drawn < chance)
    inside = [row.interval[0] <= row.forecast <= row.interval[1] for row in rows(reliability.cells["vote"])]
    assert sum(inside) >= 9
