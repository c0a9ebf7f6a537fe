"""A run as one plain object: what ``run --json`` prints and every report is made from."""

from __future__ import annotations

from typing import Any

from game.chronicle import Divergence
from game.chronicle.landmarks import landmark_facts, recorded_vote
from game.engine import outcome
from game.engine.digest import digest
from game.engine.record import Record
from game.engine.state import Ballot
from game.lab.table import Table
from game.scenario.model import Fact, Scenario
from game.views.wording import Wording


def run_object(table: Table) -> dict[str, Any]:
    """Everything a report needs, JSON-able: outcome, votes, divergences with their causes, score by turn."""
    game, scenario = table.game, table.game.scenario
    words = Wording(scenario)
    first = table.log.first_departure(game.records)
    return {
        "scenario": scenario.id,
        "title": scenario.title,
        "seed": game.setup.seed,
        "rivals": game.setup.rivals,
        "humans": list(game.setup.humans),
        "start": scenario.start.isoformat(),
        "end": scenario.turn_dates(scenario.turns)[1].isoformat(),
        "turns": table.log.closed,
        "digest": digest(game.state),
        "outcome": _outcome(table),
        "votes": [_vote(scenario, ballot) for ballot in game.state.ballots],
        "divergences": [_divergence(one, table, words) for one in table.log.entries],
        "score": [{"turn": turn, "score": value} for turn, value in sorted(table.log.score.items())],
        "first_departure": _divergence(first.entry, table, words) if first else None,
        "facts": [_fact(fact) for fact in landmark_facts(scenario)],
        "fates": _fates(table, words),
    }


def _outcome(table: Table) -> dict[str, Any]:
    state, scenario = table.game.state, table.game.scenario
    leader, kind = outcome.leader(state)
    scores = {}
    for contender in scenario.contenders:
        figure = outcome.score(state, scenario.index["people"][contender.person])
        scores[contender.person] = figure.total
    name = scenario.people[leader].id if leader is not None and leader >= 0 else None
    return {"leader": name, "kind": kind, "scores": scores}


def _vote(scenario: Scenario, ballot: Ballot) -> dict[str, Any]:
    fact = recorded_vote(scenario, ballot)
    return {
        "date": ballot.day.isoformat(),
        "body": scenario.bodies[ballot.body].id,
        "motion": ballot.type,
        "subject": ballot.subject,
        "for": ballot.votes_for,
        "against": ballot.votes_against,
        "abstain": ballot.abstained,
        "carried": ballot.carried,
        "record": _recorded(fact) if fact else None,
    }


def _recorded(fact: Fact) -> dict[str, Any]:
    tally = {name: fact.data.get(name) for name in ("for", "against", "abstain", "carried", "tally")}
    return {**tally, "text": fact.text, "source": fact.citation.source}


def _divergence(one: Divergence, table: Table, words: Wording) -> dict[str, Any]:
    records = table.game.records
    return {
        "date": one.day.isoformat(),
        "turn": one.turn,
        "ended": one.ended,
        "fact": one.fact,
        "kind": str(one.kind),
        "mark": one.mark,
        "weight": round(one.weight / 1000, 1),
        "was": one.was,
        "is": one.here,
        "source": one.source,
        "confidence": one.confidence,
        "note": one.note,
        "about": list(one.about),
        "causes": [_cause(record, words) for record in table.log.path(one, records)],
    }


def _cause(record: Record, words: Wording) -> dict[str, Any]:
    return {
        "record": record.number,
        "date": record.day.isoformat(),
        "kind": record.kind,
        "who": record.who,
        "text": words.sentence(record),
    }


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "date": fact.begins.isoformat(),
        "kind": fact.kind,
        "text": fact.text,
        "source": fact.citation.source,
        "confidence": fact.citation.confidence,
    }


def _fates(table: Table, words: Wording) -> list[dict[str, Any]]:
    scenario = table.game.scenario
    return [
        {
            "person": contender.person,
            "name": scenario.people[scenario.index["people"][contender.person]].name,
            "here": words.fate(table.game.state, scenario.index["people"][contender.person]),
            "history": scenario.people[scenario.index["people"][contender.person]].fate,
        }
        for contender in scenario.contenders
    ]
