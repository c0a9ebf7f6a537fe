"""A seat held to some types of orders gives no others, and everybody else thinks as before."""

from __future__ import annotations

from game.lab.table import Table
from game.saves import Setup
from game.scenario.model import Scenario

ONLY = frozenset(("speak", "polemic"))


def given(harbour: Scenario, types: dict[str, frozenset[str]]) -> dict[str, set[str]]:
    table = Table.new(harbour, Setup(seed=5))
    table.pilot.types = types
    table.advance()
    native, found = {one.id for one in harbour.orders}, {one.person: set[str]() for one in harbour.contenders}
    for line in table.game.lines:
        if line.order is not None and line.order.kind in native:
            found[line.order.who].add(line.order.kind)
    return found


def test_a_seat_held_to_some_orders_gives_no_others(harbour: Scenario) -> None:
    seat = harbour.contenders[0].person
    held, free = given(harbour, {seat: ONLY}), given(harbour, {})
    assert held[seat] and held[seat] <= ONLY
    assert not free[seat] <= ONLY
    assert any(not held[other] <= ONLY for other in held if other != seat)
