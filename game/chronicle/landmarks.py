"""What of the record a run is laid beside: the recorded vote of a ballot, and the heaviest dated facts."""

from __future__ import annotations

import re
from datetime import date

from game.engine.state import Ballot
from game.scenario.model import Fact, Scenario

#: How much more a fact of a kind says on the line of history than its weight alone.
_KINDS = {"vote": 5, "death": 4, "status": 3, "publication": 3, "happening": 1}


def recorded_vote(scenario: Scenario, ballot: Ballot) -> Fact | None:
    """The record's vote a ballot corresponds to: the same key, else the same motion, within a turn."""
    body, turn = scenario.bodies[ballot.body].id, scenario.turn_of(ballot.day)
    near = [
        fact for fact in scenario.record if fact.kind == "vote" and abs(scenario.turn_of(fact.begins) - turn) <= 1
    ]
    near.sort(key=lambda fact: (abs((fact.begins - ballot.day).days), fact.id))
    for fact in near:
        if ballot.key and fact.data.get("key") == ballot.key:
            return fact
    for fact in near:
        same = (fact.data.get("motion"), fact.data.get("body")) == (ballot.type, body)
        if same and fact.data.get("subject") in (None, ballot.subject):
            return fact
    return None


def landmark_facts(
    scenario: Scenario, most: int = 24, first: date | None = None, last: date | None = None
) -> list[Fact]:
    """The heaviest dated facts of the record from ``first`` to ``last``, in order of date: the line of history."""
    begins = first or scenario.start
    pool = [f for f in scenario.record if f.kind in _KINDS and begins <= f.begins and (not last or f.begins <= last)]
    pool.sort(key=lambda f: (-f.weight * _KINDS[f.kind], f.begins, f.id))
    told: dict[tuple[str, int], Fact] = {}
    for fact in pool:
        told.setdefault((headline(fact.text), scenario.turn_of(fact.begins)), fact)
    return sorted(list(told.values())[:most], key=lambda f: (f.begins, f.id))


def headline(text: str, most: int = 54) -> str:
    """The first clause of a sentence, at most so many letters, cut between words."""
    clause = re.split(r"[;.]\s", text.removesuffix("."), maxsplit=1)[0]
    if len(clause) <= most:
        return clause
    shorter = re.split(r", |: (?=[a-z0-9])", clause, maxsplit=1)[0]
    if len(shorter) <= most:
        return shorter
    cut = shorter[:most].rsplit(" ", 1)[0]
    loose = ("the", "a", "an", "of", "to", "in", "on", "by", "and", "at", "for", "with", "from", "his", "that", "is")
    words = cut.rstrip(",;:").split(" ")
    while len(words) > 1 and words[-1].lower() in loose:
        words.pop()
    return " ".join(words)
