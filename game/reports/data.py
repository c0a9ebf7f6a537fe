"""A run as one plain object: what ``run --json`` prints and every report is made from.

Dates are ISO days, weights are points, scores of divergence thousandths. Ids stand beside names, so that
a program and a reader both find what they need.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from game.chronicle import Departure, Divergence
from game.chronicle.landmarks import headline, landmark_facts, recorded_vote
from game.chronicle.words import first_up
from game.engine import outcome
from game.engine.digest import digest
from game.engine.record import Record
from game.engine.state import Ballot
from game.lab.table import Table
from game.scenario.model import Contender, Fact, Scenario
from game.views.narrative import narrative
from game.views.shapes import PassageView
from game.views.wording import Wording


def run_object(table: Table) -> dict[str, Any]:
    """Everything a report needs, JSON-able: outcome, votes, divergences with their causes, score by turn."""
    game, scenario = table.game, table.game.scenario
    words = Wording(scenario)
    first, start = table.log.first_departure(game.records), game.setup.start or scenario.start
    return {
        "scenario": scenario.id,
        "title": scenario.title,
        "seed": game.setup.seed,
        "rivals": game.setup.manner,
        "humans": list(game.setup.humans),
        "start": start.isoformat(),
        "end": _last_day(table).isoformat(),
        "turns": table.log.closed,
        "digest": digest(game.state),
        "outcome": _outcome(table),
        "votes": [
            _vote(scenario, ballot, words, game.records) for ballot in game.state.ballots if ballot.day >= start
        ],
        "divergences": [_divergence(one, table, words) for one in table.log.entries],
        "score": [_score(table, turn) for turn in sorted(table.log.score)],
        "first_departure": _departure(first, table, words) if first else None,
        "facts": [_fact(fact) for fact in landmark_facts(scenario, first=start, last=_last_day(table))],
        "fates": [_fate(table, words, contender) for contender in scenario.contenders],
        "story": [_passage(one) for one in narrative(table)],
    }


def _last_day(table: Table) -> date:
    return table.game.scenario.turn_dates(max(table.log.closed, 1))[1]


def _score(table: Table, turn: int) -> dict[str, Any]:
    day = table.game.scenario.turn_dates(turn)[1]
    return {"turn": turn, "date": day.isoformat(), "score": table.log.score[turn]}


def _outcome(table: Table) -> dict[str, Any]:
    state, scenario = table.game.state, table.game.scenario
    leader, kind = outcome.leader(state)
    index = scenario.index["people"]
    person = scenario.people[leader] if leader is not None and leader >= 0 else None
    return {
        "leader": person.id if person else None,
        "kind": kind,
        "scores": {one.person: outcome.score(state, index[one.person]).total for one in scenario.contenders},
        "leader_name": person.name if person else "nobody",
    }


# ---- votes


def _vote(scenario: Scenario, ballot: Ballot, words: Wording, records: list[Record]) -> dict[str, Any]:
    fact = recorded_vote(scenario, ballot)
    known = 0 <= ballot.record < len(records)
    mover = str(records[ballot.record].who or "") if known else ""
    body = scenario.bodies[ballot.body].id
    return {
        "date": ballot.day.isoformat(),
        "turn": scenario.turn_of(ballot.day),
        "body": body,
        "motion": ballot.type,
        "subject": ballot.subject,
        "for": ballot.votes_for,
        "against": ballot.votes_against,
        "abstain": ballot.abstained,
        "carried": ballot.carried,
        "record": _recorded(fact) if fact else None,
        "body_name": words.name(body),
        "text": first_up(words.names.motion_by_id(ballot.motion, mover, body)),
    }


def _recorded(fact: Fact) -> dict[str, Any]:
    tally = {name: fact.data.get(name) for name in ("for", "against", "abstain", "carried", "tally")}
    return {
        **tally,
        "id": fact.id,
        "date": fact.begins.isoformat(),
        "text": fact.text,
        "source": fact.citation.source,
        "confidence": fact.citation.confidence,
        "mark": "fact",
    }


# ---- divergences


def _divergence(one: Divergence, table: Table, words: Wording) -> dict[str, Any]:
    path = table.log.path(one, table.game.records)
    return {
        "date": one.day.isoformat(),
        "fact": one.fact,
        "kind": str(one.kind),
        "weight": round(one.weight / 1000, 1),
        "was": first_up(one.was),
        "is": first_up(one.here),
        "source": one.source,
        "causes": [_cause(record, words, record.number in one.instead) for record in path],
        "turn": one.turn,
        "ended": one.ended,
        "mark": one.mark,
        "confidence": one.confidence,
        "note": one.note,
        "about": list(one.about),
        "follows": _follows(one, table),
        "headline": headline(first_up(one.here)),
    }


def _follows(one: Divergence, table: Table) -> str:
    """The earlier divergence it rests on, in words."""
    before = next((other for other in table.log.entries if other.key == one.follows), None)
    return first_up(before.here) if before else ""


def _departure(first: Departure, table: Table, words: Wording) -> dict[str, Any]:
    """The first departure: its act, what history has instead, and the heaviest divergences it led to."""
    entry = _divergence(first.entry, table, words)
    act = _cause(first.act, words)
    return {
        **entry,
        "date": act["date"],
        "turn": first.turn,
        "who": first.who,
        "who_name": words.person(first.who),
        "act": act,
        "instead": first.instead,
        "leads": [_divergence(one, table, words) for one in first.leads],
    }


def _cause(record: Record, words: Wording, instead: bool = False) -> dict[str, Any]:
    text = words.sentence(record)
    return {
        "record": record.number,
        "date": record.day.isoformat(),
        "kind": record.kind,
        "who": record.who,
        "turn": record.turn,
        "text": f"In its place, {text}" if instead else text,
        "mark": words.mark(record),
    }


# ---- the story, the record, and fates


def _passage(one: PassageView) -> dict[str, Any]:
    """A paragraph of the epilogue, clause by clause with what supports it."""
    clauses = [
        {"text": clause.text, "mark": str(clause.mark), "turn": clause.turn, "rule": clause.rule,
         "records": list(clause.records), "facts": list(clause.facts)}
        for clause in one.clauses
    ]  # fmt: skip
    return {"title": one.title, "clauses": clauses}


def _fact(fact: Fact) -> dict[str, Any]:
    return {
        "id": fact.id,
        "date": fact.begins.isoformat(),
        "kind": fact.kind,
        "text": fact.text,
        "headline": headline(fact.text),
        "weight": fact.weight,
        "source": fact.citation.source,
        "confidence": fact.citation.confidence,
        "mark": "fact",
    }


def _fate(table: Table, words: Wording, contender: Contender) -> dict[str, Any]:
    state, scenario = table.game.state, table.game.scenario
    number = scenario.index["people"][contender.person]
    figure = outcome.score(state, number)
    return {
        "person": contender.person,
        "name": scenario.people[number].name,
        "aim": contender.aim,
        "score": figure.total,
        "lines": [{"text": text, "points": points} for text, points in words.figure(figure)],
        "here": words.fate(state, number),
        "history": scenario.people[number].fate or contender.history,
    }
