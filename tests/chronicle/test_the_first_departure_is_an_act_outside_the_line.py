"""A run leaves history where somebody first does what the historical line does not know."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest
from games import HARBOUR, SUCCESSION, played, scenario_called

from game.chronicle import Chronicle
from game.chronicle.ancestry import Ancestry
from game.chronicle.historical import HistoricalLine, is_act
from game.engine.record import Record

DAY = date(1911, 6, 1)


def record(number, kind="vote", who=None, causes=(), about=(), **data):
    return Record(number, 1, DAY, kind, who, about, data, tuple(causes), acted=who is not None)


@pytest.fixture(scope="module")
def free(succession):
    """A free game up to the end of its twelfth turn."""
    return played(succession, rivals="free", strength="clerk", seed=3, until=succession.turn_dates(12)[1])


@pytest.mark.parametrize("name", [HARBOUR, SUCCESSION])
def test_the_historical_line_never_departs(name):
    table = played(scenario_called(name), rivals="rails")
    line = HistoricalLine(table.game.scenario)
    assert not [one for one in table.game.records if line.departs(one)]
    assert table.log.first_departure(table.game.records) is None


def test_a_free_game_departs_by_an_act_that_is_named(free):
    first, line = free.log.first_departure(free.game.records), HistoricalLine(free.game.scenario)
    assert is_act(first.act) and line.departs(first.act)
    assert (first.turn, first.day, first.who) == (first.act.turn, first.act.day, first.act.who)
    assert first.leads and first.entry in free.log.entries
    for lead in first.leads:
        assert free.log.path(lead, free.game.records)[0] == first.act


def test_nine_in_ten_heavy_divergences_go_back_to_an_act(free):
    heavy = [one for one in free.log.entries if one.weight >= 5_000]
    reached = [one for one in heavy if free.log.root(one, free.game.records) is not None]
    assert len(heavy) > 10 and len(reached) * 10 >= len(heavy) * 9


def test_every_link_of_a_chain_is_a_cause_of_the_next(free):
    records = free.game.records
    for entry in free.log.entries:
        path = free.log.path(entry, records)
        numbers = [one.number for one in path]
        assert numbers == sorted(set(numbers))
        for before, after in pairwise(path):
            assert before.number in after.causes
        assert not path or path[-1].number in entry.causes


def test_an_option_of_history_is_no_departure(harbour):
    line = HistoricalLine(harbour)
    taken = {"option": "sign", "group": 0, "change": "decided", "historical": True}
    other = taken | {"option": "walk_out", "historical": False}
    assert not line.departs(record(0, "hinge", "ravndal", about=("owners_offer",), **taken))
    departure = record(0, "hinge", "ravndal", about=("owners_offer",), **other)
    assert line.departs(departure) and line.instead(departure) == "Sign for a year"


def test_an_order_is_historical_in_its_time_and_on_its_target_alone(succession):
    line = HistoricalLine(succession)
    deed = next(one for one in succession.history if one.order == "polemic")

    def order(turn, **args):
        return Record(0, turn, DAY, "order", deed.who, (), {"order": deed.order, "args": args}, acted=True)

    assert not line.departs(order(deed.turn, **deed.args))
    assert line.departs(order(deed.turn, target=deed.who))
    assert line.departs(order(deed.turn + 9, **deed.args))


def test_what_somebody_does_every_turn_is_routine_wherever(succession):
    line = HistoricalLine(succession)
    deed = next(one for one in succession.history if one.order == "place_people")
    for region in succession.regions:
        data = {"order": deed.order, "args": {"region": region.id}}
        assert not line.departs(Record(0, 30, DAY, "order", deed.who, (), data, acted=True))


def test_the_earliest_departure_and_the_shortest_way(harbour):
    order = {"order": "rest", "args": {}}
    records = [
        record(0, "event"),
        record(1, "order", "quist", **order),
        record(2, "order", "brekke", **order),
        record(3, causes=(1,)),
        record(4, causes=(3, 2)),
        record(5, causes=(1, 4)),
        record(6, causes=(0,)),
    ]
    found = Ancestry(HistoricalLine(harbour))
    found.read(records)
    assert found.path((4,)) == [1, 3, 4] and found.path((5,)) == [1, 5] and found.path((4, 5)) == [1, 5]
    assert found.departure((2,)) == 2 and found.departure((6,)) == -1 and found.root((6,)) == -1
    assert found.path((6,)) == [6] and found.path(()) == []


def test_records_taken_back_are_forgotten(harbour):
    order = record(0, "order", "quist", order="rest", args={})
    found = Ancestry(HistoricalLine(harbour))
    found.read([order, record(1, causes=(0,))])
    found.read([record(0, "event")])
    found.read([record(0, "event"), record(1, causes=(0,))])
    assert found.departure((1,)) == -1


def test_a_run_without_divergence_has_no_departure(harbour):
    assert Chronicle(harbour).first_departure([]) is None
