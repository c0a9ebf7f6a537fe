"""If everybody does what was done, the model's own votes bring about what happened."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from games import played

from game.engine import outcome
from game.engine.state import EXILED

#: What a recorded tally is changed to in the test of the last law.
OTHER = {"for": 1, "against": 999, "abstain": 500}


def person(table, who):
    return table.game.scenario.index["people"][who]


def holder(table, post):
    place = int(table.game.state.holder[table.game.scenario.index["posts"][post]])
    return table.game.scenario.people[place].id if place >= 0 else None


def ballot(table, meeting, motion):
    return next(b for b in table.game.state.ballots if (b.meeting, b.type) == (meeting, motion))


def test_all_turns_are_played_to_december_1929(rails_table):
    game = rails_table.game
    assert game.decision is None
    assert game.state.turn == game.scenario.turns == 41
    assert game.scenario.turn_dates(41)[1] == date(1929, 12, 31)
    assert date(1929, 12, 1) <= max(record.day for record in game.records)
    assert sorted(rails_table.log.score) == list(range(1, 42))


def test_the_general_secretary_of_1923_is_still_in_office(rails_table):
    assert holder(rails_table, "gensec") == "stalin"
    leader, _ = outcome.leader(rails_table.game.state)
    assert leader == person(rails_table, "stalin")


def test_no_post_record_ever_takes_the_office_from_him(rails_table):
    changes = [r for r in rails_table.game.records if r.kind == "post" and r.data["post"] == "gensec"]
    assert [r.data["now"] for r in changes] in ([], ["stalin"])


def test_the_fourteenth_congress_outvotes_leningrad_by_more_than_four_to_one(rails_table):
    vote = ballot(rails_table, "congress_14", "approve_report")
    assert vote.day.year == 1925
    assert vote.carried and vote.votes_for > 4 * vote.votes_against
    place = rails_table.game.scenario.index["regions"]["leningrad"]
    towards, against, _ = vote.by_region[place]
    assert against > towards


def test_the_thirteenth_conference_leaves_the_opposition_a_handful(rails_table):
    vote = ballot(rails_table, "conference_13", "condemn_bloc")
    assert vote.carried
    assert 20 * vote.votes_against < vote.votes_for


@pytest.mark.parametrize("who", ["trotsky", "zinoviev", "kamenev"])
def test_the_recorded_expulsions_happen(rails_table, who):
    facts = [
        fact for fact in rails_table.game.scenario.record
        if fact.kind == "status" and fact.data["who"] == who and fact.data["status"] == "expelled"
    ]  # fmt: skip
    assert facts
    recorded = facts[0]
    happened = [
        record for record in rails_table.game.records
        if record.kind == "status" and record.who == who and record.data["status"] in ("expelled", "deported")
    ]  # fmt: skip
    assert happened, f"{who} was never expelled"
    scenario = rails_table.game.scenario
    assert abs(happened[0].turn - scenario.turn_of(recorded.begins)) <= 1


def test_trotsky_ends_outside_the_country(rails_table):
    state, who = rails_table.game.state, person(rails_table, "trotsky")
    assert not state.in_party[who]
    assert state.place[who] == EXILED


@pytest.mark.parametrize("post", ["pravda_editor", "unions_head", "comintern_head"])
def test_the_right_has_lost_its_posts(rails_table, post):
    assert holder(rails_table, post) not in ("bukharin", "tomsky")


def test_the_politburo_of_december_1929_has_none_of_the_opposition(rails_table):
    game = rails_table.game
    bureau = game.scenario.index["bodies"]["politburo"]
    seated = {game.scenario.people[p].id for p in game.state.full[bureau]}
    assert "stalin" in seated
    assert not seated & {"trotsky", "zinoviev", "kamenev", "bukharin"}


def test_most_recorded_results_come_out_as_recorded(rails_table):
    scenario, ballots = rails_table.game.scenario, {b.key: b for b in rails_table.game.state.ballots if b.key}
    facts = [fact for fact in scenario.record if fact.kind == "vote" and fact.data["key"] in ballots]
    same = [fact for fact in facts if ballots[fact.data["key"]].carried == fact.data["carried"]]
    assert len(facts) >= 20
    assert 10 * len(same) >= 8 * len(facts)


def test_the_founder_dies_on_his_day_and_nobody_of_the_cast_before_his_own(rails_table):
    died = {fact.data["who"]: fact.begins for fact in rails_table.game.scenario.record if fact.kind == "death"}
    deaths = {record.who: record.day for record in rails_table.game.records if record.kind == "death"}
    assert deaths["lenin"] == date(1924, 1, 21)
    for who, day in deaths.items():
        assert who in died and abs((day - died[who]).days) <= 62, who


@pytest.fixture(scope="module")
def altered(succession):
    """The scenario with every recorded tally and result changed."""

    def other(fact):
        if fact.kind != "vote":
            return fact
        return replace(fact, data={**fact.data, **OTHER, "carried": not fact.data["carried"]})

    facts = tuple(other(fact) for fact in succession.record)
    assert facts != succession.record
    return replace(succession, record=facts)


def test_no_recorded_tally_reaches_the_historical_line(rails_table, altered):
    twin = played(altered, rivals="rails")
    assert twin.game.turn_marks == rails_table.game.turn_marks
    assert twin.log.entries != rails_table.log.entries


def test_no_recorded_tally_reaches_a_free_game(succession, altered):
    until = date(1924, 2, 1)
    one, other = (played(world, rivals="free", strength="clerk", until=until) for world in (succession, altered))
    assert len(one.game.turn_marks) >= 6
    assert one.game.turn_marks == other.game.turn_marks


@pytest.mark.long
def test_no_recorded_tally_reaches_a_whole_free_game(succession, altered):
    one, other = (played(world, rivals="free", strength="clerk") for world in (succession, altered))
    assert one.game.turn_marks == other.game.turn_marks
