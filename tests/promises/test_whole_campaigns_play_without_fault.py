"""Free campaigns end in December 1929 without a fault, a dead end or a ghost, and repeat themselves exactly.

Who may act is worked out here from the records alone, not from the state the engine keeps.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from datetime import date

import pytest
from games import played

from game.__main__ import main
from game.scenario.opening import opening

#: Seeds of the long run.
TWENTY = range(1, 21)
#: A need that is nothing but the possession of a power.
POWER = re.compile(r"power\(SELF, '(\w+)'\)(?: or power\(SELF, '(\w+)'\))*")
FALLEN = {"expelled": "outside", "deported": "outside", "exiled": "exiled"}
RETURNED = ("readmitted", "centre", "posted", "abroad")


@dataclass
class Party:
    """Who lives, is a member and holds what, as the records tell it."""

    scenario: object
    dead: set[str] = field(default_factory=set)
    outside: set[str] = field(default_factory=set)
    exiled: set[str] = field(default_factory=set)
    holders: dict[str, str | None] = field(default_factory=dict)

    @staticmethod
    def at_start(scenario):
        first = opening(scenario, scenario.start)
        party = Party(scenario, holders=dict(first.holders))
        for who, place in first.places.items():
            if place in ("dead", "exiled", "expelled"):
                {"dead": party.dead, "exiled": party.exiled, "expelled": party.outside}[place].add(who)
        return party

    def read(self, record):
        """What a record changes."""
        if record.kind == "death":
            self.dead.add(record.who)
        elif record.kind == "post":
            self.holders[record.data["post"]] = record.data["now"]
        elif record.kind == "status":
            self._status(record.who, record.data["status"])

    def _status(self, who, status):
        if status in ("expelled", "deported"):
            self.outside.add(who)
        if status in ("exiled", "deported"):
            self.exiled.add(who)
        if status in RETURNED:
            self.exiled.discard(who)
        if status == "readmitted":
            self.outside.discard(who)

    def can_act(self, who):
        return who not in self.dead and who not in self.outside and who not in self.exiled

    def has_power(self, who, powers):
        held = {post for post, holder in self.holders.items() if holder == who}
        return any(power in post.powers for post in self.scenario.posts if post.id in held for power in powers)


def powers_needed(kind):
    """Lists of powers of which an order needs one each, where the need speaks of nothing else."""
    for need in kind.needs:
        if POWER.fullmatch(need.test.text):
            yield re.findall(r"'(\w+)'", need.test.text)


def ghosts(table):
    """Records of acts by people who could not act, or who did not hold what they acted by."""
    scenario, records = table.game.scenario, table.game.records
    kinds = {kind.id: kind for kind in scenario.orders}
    ballots = {ballot.record: ballot for ballot in table.game.state.ballots}
    party, found = Party.at_start(scenario), []
    for record in records:
        if record.acted and not may_act(record, records, party):
            found.append(record)
        if record.kind == "order":
            needed = powers_needed(kinds[record.data["order"]])
            found += [record for powers in needed if not party.has_power(record.who, powers)]
        if record.number in ballots:
            found += [record for who in voters(ballots[record.number], scenario) if not party.can_act(who)]
        party.read(record)
    return found


def may_act(record, records, party):
    """Whether who acted could: able by the records, or outside but alive where the scenario lets him speak."""
    if party.can_act(record.who):
        return True
    return record.who not in party.dead and from_outside(record, records, party.scenario)


def from_outside(record, records, scenario):
    """Whether an act belongs to an order that may be given from exile, or answers a hinge put to the expelled."""
    if record.kind == "hinge":
        hinge = scenario.hinges[scenario.index["hinges"][record.about[0]]]
        return any("not in_party(" in need.test.text for need in hinge.needs)
    kinds, index = scenario.orders, scenario.index["orders"]
    orders = [one for one in (record, *(records[cause] for cause in record.causes)) if one.kind == "order"]
    return any(kinds[index[one.data["order"]]].away for one in orders)


def voters(ballot, scenario):
    """People who cast a ballot; numbers above theirs are seats of the bench."""
    cast = zip(ballot.voters, ballot.ballots, strict=True)
    return [scenario.people[who].id for who, vote in cast if vote != 2 and who < len(scenario.people)]




def whole(table):
    """A campaign that ran its course."""
    game = table.game
    assert game.decision is None and game.state.phase == "over"
    assert game.state.turn == game.scenario.turns
    assert game.records[-1].kind == "outcome"
    assert sorted(table.log.score) == list(range(1, game.scenario.turns + 1))
    assert [record.number for record in game.records] == list(range(len(game.records)))
    assert all(cause < record.number for record in game.records for cause in record.causes)
    assert ghosts(table) == []


@pytest.fixture(scope="module")
def first_years(succession):
    """A free game of the first two years, twice the same and once with another seed."""
    until = date(1925, 1, 31)
    return [played(succession, seed=seed, until=until) for seed in (1, 1, 2)]


def test_the_same_call_gives_the_same_game_and_another_seed_another(first_years):
    one, again, other = (table.game for table in first_years)
    assert one.turn_marks == again.turn_marks
    assert one.records == again.records
    assert len(one.turn_marks) == 12
    assert all(one.turn_marks[turn] != other.turn_marks[turn] for turn in range(2, 13))


def test_no_ghost_acts_in_the_first_years(first_years):
    for table in first_years[1:]:
        assert ghosts(table) == []


def test_no_ghost_acts_on_the_historical_line(rails_table):
    whole(rails_table)
    fallen = [r for r in rails_table.game.records if r.kind == "status" and r.data["status"] in FALLEN]
    assert len(fallen) > 5


def test_the_search_for_ghosts_finds_one(rails_table):
    """A record of an act by somebody expelled is noticed."""
    from dataclasses import replace
    from types import SimpleNamespace

    game = rails_table.game
    placings = [r for r in game.records if r.kind == "order" and r.data["order"] == "place_people"]
    last = placings[-1]
    for who in ("lenin", "trotsky", "bukharin"):
        records = [replace(r, who=who) if r is last else r for r in game.records]
        twin = SimpleNamespace(scenario=game.scenario, records=records, state=game.state)
        assert [r.number for r in ghosts(SimpleNamespace(game=twin))][:1] == [last.number]


def test_a_free_campaign_reaches_december_1929(capsys):
    """The command as a person types it, and what it prints."""
    assert main(["run", "succession-1923", "--seed", "1", "--rivals", "free", "--json"]) == 0
    run = json.loads(capsys.readouterr().out)
    assert run["turns"] == 41 and run["end"].startswith("1929-12")
    assert run["votes"][-1]["date"] > "1929-01"
    assert [row["turn"] for row in run["score"]] == list(range(1, 42))
    assert len(run["digest"]) == 32


@pytest.mark.parametrize("seed", [2, 3])
def test_quick_campaigns_run_their_course(succession, seed):
    whole(played(succession, seed=seed, strength="clerk"))


@pytest.mark.long
@pytest.mark.parametrize("seed", TWENTY)
def test_twenty_campaigns_run_their_course(succession, seed):
    whole(played(succession, seed=seed))


@pytest.mark.long
def test_the_same_campaign_twice(succession):
    assert played(succession, seed=1).game.turn_marks == played(succession, seed=1).game.turn_marks
