"""The log as a whole: its score, how entries begin and end, and the chain of causes back to an order."""

from __future__ import annotations

from itertools import pairwise
from types import SimpleNamespace

import pytest
from games import played

from game.chronicle import Chronicle, Kind, chain
from game.chronicle.chronicle import HALF
from game.chronicle.landmarks import landmark_facts, recorded_vote
from game.chronicle.record_book import RecordBook, holds_on
from game.engine.record import Record
from game.lab.script import read_script
from game.lab.table import Table
from game.saves import Setup


@pytest.fixture(scope="module")
def departed(harbour, tmp_path_factory):
    """The historical line, except that the letter is locked away and an offer is made."""
    path = tmp_path_factory.mktemp("departed") / "quist.orders"
    path.write_text(
        '2 make_offer target="brekke" term="alliance"\n4 choose hinge="reading_the_letter" option="lock_it"\n'
    )
    script = read_script(path, harbour, ("quist",))
    table = Table.new(harbour, Setup(rivals="rails", humans=("quist",)))
    while table.advance() is not None and (decision := table.game.decision) is not None:
        order = script.next(table.game.state, decision)
        if order is None:
            table.rival(decision)
        else:
            table.give(order)
    script.finish()
    return table


def test_the_score_rises_with_weight_and_is_a_half_at_its_mark():
    scores = [Chronicle.weight_to_score(weight) for weight in range(0, 5_000_000, 10_000)]
    assert scores == sorted(scores) and scores[0] == 0 and scores[-1] < 1000
    assert Chronicle.weight_to_score(HALF * 1000) == 500


def test_the_score_of_a_turn_is_that_of_what_is_open_at_its_close(rails_table, harbour_table):
    for table in (rails_table, harbour_table):
        for turn in table.log.score:
            weight = sum(one.weight for one in table.log.entries if one.open_in(turn))
            assert table.log.open_weight(turn) == weight
        last = max(table.log.score)
        assert table.log.score[last] == Chronicle.weight_to_score(table.log.open_weight(last))


def test_heavier_departures_score_higher(harbour, departed):
    history = played(harbour, rivals="rails")
    last = harbour.turns
    assert departed.log.open_weight(last) > history.log.open_weight(last)
    assert departed.log.score[last] > history.log.score[last]


def test_an_entry_is_open_from_its_turn_until_it_ends(rails_table):
    for entry in rails_table.log.entries:
        assert entry.open_in(entry.turn) or entry.ended == entry.turn
        assert not entry.open_in(entry.turn - 1)
        if entry.ended is not None:
            assert entry.ended >= entry.turn and not entry.open_in(entry.ended)
            assert entry.lasting


def test_every_entry_says_both_sides_and_cites_its_fact(rails_table, harbour_table, departed):
    for table in (rails_table, harbour_table, departed):
        facts = {fact.id: fact for fact in table.game.scenario.record}
        for entry in table.log.entries:
            assert entry.was and entry.here and entry.kind in Kind and entry.weight > 0
            assert entry.mark in ("fact", "model", "speculation")
            if entry.fact is not None:
                assert entry.source == facts[entry.fact].citation.source
                assert entry.confidence in ("high", "medium", "low")


def test_no_two_entries_speak_of_the_same(rails_table, harbour_table):
    for table in (rails_table, harbour_table):
        keys = [entry.key for entry in table.log.entries]
        assert len(keys) == len(set(keys))


def test_causes_are_earlier_records(rails_table, harbour_table):
    for table in (rails_table, harbour_table):
        last = {record.turn: record.number for record in table.game.records}
        for entry in table.log.entries:
            assert all(0 <= cause <= last[entry.turn] for cause in entry.causes)


def test_a_choice_stands_behind_what_it_changed(departed):
    locked = next(e for e in departed.log.entries if e.key == "choice reading_the_letter/0")
    root = departed.log.root(locked, departed.game.records)
    assert (root.kind, root.who) == ("hinge", "quist") or root.kind == "order"
    unread = next(e for e in departed.log.entries if e.key == "unread founders_letter")
    behind = chain(unread.causes, departed.game.records)
    assert any(r.kind == "hinge" and r.who == "quist" and "reading_the_letter" in r.about for r in behind)


def test_an_order_stands_behind_a_pact_it_brought(departed):
    made = [r for r in departed.game.records if r.kind == "offer" and r.data["change"] == "accepted"]
    both = {"brekke", "quist"}
    bound = [e for e in departed.log.entries if e.kind is Kind.ONLY_HERE and both <= set(e.about)]
    assert bool(made) == bool(bound)
    for entry in bound:
        kinds = [r.kind for r in chain(entry.causes, departed.game.records)]
        assert kinds[0] == "order" and kinds[-1] == "pact"


def test_the_first_departure_is_an_act_of_somebody(departed, harbour_table):
    for table in (departed, harbour_table):
        first = table.log.first_departure(table.game.records)
        assert first.act.acted and first.who in {one.person for one in table.game.scenario.contenders}
        assert first.entry in table.log.entries and first.leads
        assert departed.game.scenario.turn_of(first.day) == first.turn
        roots = [table.log.root(entry, table.game.records) for entry in first.leads]
        assert all(root == first.act for root in roots)


def test_the_way_back_begins_with_the_act(harbour_table):
    records = harbour_table.game.records
    explained = 0
    for entry in harbour_table.log.entries:
        root, path = harbour_table.log.root(entry, records), harbour_table.log.path(entry, records)
        if root is not None:
            explained += 1
            assert path[0] == root
            for one, later in pairwise(path):
                assert one.number in later.causes
    assert explained


def record(number, *causes):
    return Record(number, 1, None, "order", causes=causes)


def test_a_chain_holds_everything_behind_in_order_and_no_more_than_asked():
    records = [record(0), record(1, 0), record(2), record(3, 1, 2), record(4)]
    assert [one.number for one in chain((3,), records)] == [0, 1, 2, 3]
    assert len(chain((3,), records, limit=2)) == 2
    assert chain((), records) == [] and chain((99,), records) == []


def test_what_the_record_says_of_a_day():
    fact = SimpleNamespace(begins=2, ends=5)
    assert [day for day in range(8) if holds_on(fact, day)] == [2, 3, 4]


def test_the_record_is_found_by_office_kind_and_turn(harbour):
    book = RecordBook(harbour)
    assert [f.data["who"] for f in book.tenures_of["capstan_editor"] if holds_on(f, harbour.start)] == ["quist"]
    assert [f.id for f in book.falling_in("death", 3)] == ["death.moeller"]
    assert [f.begins for f in book.by_kind["tenure"]] == sorted(f.begins for f in book.by_kind["tenure"])


def test_the_recorded_vote_of_a_ballot_is_found(rails_table):
    game = rails_table.game
    found = {fact.id for ballot in game.state.ballots if (fact := recorded_vote(game.scenario, ballot))}
    votes = {fact.id for fact in game.scenario.record if fact.kind == "vote"}
    assert found <= votes and 2 * len(found) > len(votes)


def test_landmarks_are_the_heaviest_facts_in_order_of_date(succession):
    facts = landmark_facts(succession, most=12)
    days = [fact.begins for fact in facts]
    assert len(facts) == 12 and days == sorted(days)
    assert "vote_congress_14" in {fact.id for fact in facts}


def test_nothing_is_caused_by_what_came_after_it(succession, rails_table):
    """What should have come on a day was prevented by that day; only the record that tells of it may be later."""
    free = played(succession, rivals="free", strength="clerk", seed=3, until=succession.turn_dates(30)[1])
    for table in (rails_table, free):
        for entry in table.log.entries:
            if entry.kind == "did not happen" and not entry.lasting and not entry.follows:
                causes = [table.game.records[number] for number in entry.causes]
                late = [one for one in causes if one.day > entry.day]
                assert {one.kind for one in late} <= {"did not happen", "elsewhere"}, entry
