"""What of the record a run is laid beside: the recorded vote of a ballot, and the heaviest dated facts."""

from __future__ import annotations

from game.engine.state import Ballot
from game.scenario.model import Fact, Scenario


def recorded_vote(scenario: Scenario, ballot: Ballot) -> Fact | None:
    """The record's vote a ballot corresponds to, if any."""
    body = scenario.bodies[ballot.body].id
    for fact in scenario.record:
        if fact.kind != "vote" or scenario.turn_of(fact.begins) != scenario.turn_of(ballot.day):
            continue
        if ballot.key and fact.data.get("key") == ballot.key:
            return fact
        same = (fact.data.get("motion"), fact.data.get("body")) == (ballot.type, body)
        if same and fact.data.get("subject") in (None, ballot.subject):
            return fact
    return None


def landmark_facts(scenario: Scenario, most: int = 24) -> list[Fact]:
    """The heaviest dated facts of the record, in order of date: the black line of the log."""
    kinds = {"vote": 5, "death": 4, "status": 3, "publication": 3, "happening": 1}
    pool = [f for f in scenario.record if f.kind in kinds and f.begins >= scenario.start]
    pool.sort(key=lambda f: (-f.weight * kinds[f.kind], f.begins, f.id))
    return sorted(pool[:most], key=lambda f: (f.begins, f.id))
