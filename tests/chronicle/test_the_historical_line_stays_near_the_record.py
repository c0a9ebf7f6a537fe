"""On the historical line the log is short, and its score stays low; free play leaves the record behind."""

from __future__ import annotations


def test_the_log_of_the_historical_line_is_short(rails_table):
    assert len(rails_table.log.entries) <= 60
    assert max(rails_table.log.score.values()) < 150


def test_no_list_of_a_body_is_told_seat_by_seat(rails_table):
    scenario = rails_table.game.scenario
    for body in scenario.bodies:
        if body.role in ("committee", "control", "office"):
            turns = [one.turn for one in rails_table.log.entries if one.key.startswith(f"list {body.id}")]
            assert len(turns) == len(set(turns))


def test_facts_before_the_first_day_are_left_alone(rails_table):
    scenario = rails_table.game.scenario
    facts = {fact.id: fact for fact in scenario.record}
    for entry in rails_table.log.entries:
        if entry.fact and facts[entry.fact].kind != "tenure":
            assert facts[entry.fact].begins >= scenario.start


def test_what_the_record_does_not_speak_of_needs_a_departure(rails_table):
    assert not [one for one in rails_table.log.entries if one.kind == "only here" and one.fact is None]
