"""Who holds what on a date, as the record has it.

A tenure lasts from its first day up to, not including, its last; so on the day of a handover the
new holder is in place. The dead hold nothing from the day of their death.
"""

from __future__ import annotations

from datetime import date

from game.scenario.model import Fact, Opening, PactTemplate, Scenario

#: A recorded status -> the place it puts a person in; the others change no place.
PLACE_OF_STATUS = {
    "posted": "posted",
    "abroad": "abroad",
    "exiled": "exiled",
    "expelled": "expelled",
    "deported": "expelled",
    "readmitted": "centre",
}


def opening(scenario: Scenario, day: date) -> Opening:
    """Holders, rosters, pacts and places on ``day``."""
    dead = _dead(scenario, day)
    tenures = [fact for fact in scenario.record if fact.kind == "tenure" and in_force(fact, day)]
    tenures = [fact for fact in tenures if fact.data["who"] not in dead]
    holders, since = _holders(scenario, tenures)
    return Opening(
        on=day,
        holders=holders,
        since=since,
        full=_rosters(scenario, tenures, "full"),
        candidates=_rosters(scenario, tenures, "candidate"),
        pacts=_pacts(scenario, day),
        places=_places(scenario, day, dead),
        outside=_outside(scenario, day),
    )


def in_force(fact: Fact, day: date) -> bool:
    """Whether the fact covers the day: its last day no longer counts, unless it is its only one."""
    if fact.begins > day:
        return False
    return fact.ends is None or day < fact.ends or fact.begins == fact.ends == day


def _dead(scenario: Scenario, day: date) -> frozenset[str]:
    """Everyone dead by the day."""
    by_life = {person.id for person in scenario.people if person.died is not None and person.died <= day}
    by_record = {fact.data["who"] for fact in scenario.record if fact.kind == "death" and fact.begins <= day}
    return frozenset(by_life | by_record)


def _holders(scenario: Scenario, tenures: list[Fact]) -> tuple[dict[str, str], dict[str, date]]:
    """Post -> holder, and since when; the latest to begin counts."""
    holders: dict[str, str] = {}
    since: dict[str, date] = {}
    posts = scenario.index["posts"]
    for fact in tenures:
        post = str(fact.data["office"])
        if fact.data["role"] == "holder" and post in posts and fact.begins >= since.get(post, date.min):
            holders[post], since[post] = str(fact.data["who"]), fact.begins
    return holders, since


def _rosters(scenario: Scenario, tenures: list[Fact], role: str) -> dict[str, tuple[str, ...]]:
    """Body -> its members of a role, in the order of the people."""
    place = scenario.index["people"]
    found: dict[str, list[str]] = {body.id: [] for body in scenario.bodies}
    for fact in tenures:
        roster = found.get(str(fact.data["office"]))
        if roster is not None and fact.data["role"] == role and fact.data["who"] not in roster:
            roster.append(str(fact.data["who"]))
    return {body: tuple(sorted(roster, key=place.__getitem__)) for body, roster in found.items()}


def _pacts(scenario: Scenario, day: date) -> tuple[str, ...]:
    """The named understandings in force: by the record where it speaks of them, else by their own dates."""
    recorded: dict[str, bool] = {}
    for fact in scenario.record:
        pact = fact.data.get("pact") if fact.kind == "pact" else None
        if pact is not None:
            recorded[pact] = recorded.get(pact, False) or in_force(fact, day)
    return tuple(pact.id for pact in scenario.pacts if recorded.get(pact.id, _by_dates(pact, scenario.start, day)))


def _by_dates(pact: PactTemplate, start: date, day: date) -> bool:
    """Whether a pact the record is silent on is in force."""
    since = pact.since or (start if pact.at_start else None)
    return since is not None and since <= day and (pact.until is None or day < pact.until)


def _places(scenario: Scenario, day: date, dead: frozenset[str]) -> dict[str, str]:
    """Person -> place: his own, changed by the recorded statuses in order of date.

    Where a status has ended and no other is in force, he is at the centre; a posting does not hide an expulsion.
    """
    places = {person.id: person.place for person in scenario.people}
    facts = [fact for fact in scenario.record if fact.kind == "status" and fact.begins <= day]
    for fact in sorted(facts, key=lambda fact: (fact.begins, not in_force(fact, day))):
        who, place = str(fact.data["who"]), PLACE_OF_STATUS.get(fact.data["status"])
        if place is None:
            continue
        if in_force(fact, day):
            hidden = places[who] in ("expelled", "exiled") and place in ("posted", "abroad")
            places[who] = places[who] if hidden else place
        elif places[who] == place:
            places[who] = "centre"
    places.update(dict.fromkeys(sorted(dead & places.keys()), "dead"))
    return places


def _outside(scenario: Scenario, day: date) -> tuple[str, ...]:
    """People whom the record has expelled or deported and not taken back by the day."""
    out: dict[str, bool] = {}
    facts = [fact for fact in scenario.record if fact.kind == "status" and fact.begins <= day]
    for fact in sorted(facts, key=lambda fact: fact.begins):
        who, status = str(fact.data["who"]), fact.data["status"]
        if status in ("expelled", "deported"):
            out[who] = out.get(who, False) or in_force(fact, day)
        elif status == "readmitted":
            out[who] = False
    return tuple(who for who, is_out in sorted(out.items()) if is_out)
