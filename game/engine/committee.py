"""Elections of committees and of the bodies they choose: the leadership's list, crossings and the bench."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from game.engine import apportionment, ballots, bodies, delegates, dice, lines, logistic, powers, prepared
from game.engine import question as questions
from game.engine.atlas import Atlas
from game.engine.bench import draw_bench, patron_of_newcomer
from game.engine.dice import Purpose
from game.engine.ledger import Breakdown
from game.engine.log import Log
from game.engine.memo import still
from game.engine.parameters import Parameters
from game.engine.people import can_act
from game.engine.question import Question
from game.engine.state import Ints, Sitting, State
from game.engine.terms import Terms

#: Points under which a mover's sides are told apart from those who merely lean.
_SIDE = 1000


@dataclass(frozen=True, slots=True)
class Electors:
    """Those who vote on a list: people, who judge by their own opinion, then others, who judge by their region's.

    ``ticket`` is the side each came with (1, 0, -1); ``kind`` of the others is region * 3 + ticket + 1.
    """

    ids: Ints
    ticket: Ints
    people: Ints  # the first electors, as persons
    kind: Ints  # of the rest


def elect(state: State, body: int, sitting: Sitting, log: Log) -> int:
    """Elect a body at a sitting; returns the record.

    The side that won the meeting's report makes the list; a listed person fails if more than half
    the electors cross him out, and the next takes his place. A committee gets a bench beside its
    named members.
    """
    with still(state):
        question = contest(state, sitting)
        electors = electors_of(state, question, _electing_body(state, body, sitting), sitting)
    listed = prepared.names(state, body, sitting)
    named, candidates = places(state, body, listed)
    seats = state.sizes[body]
    state.sizes[body] = (max(seats[0], named), max(seats[1], candidates))
    elected, crossings = _run(state, body, sitting, question, electors, named + candidates, listed)
    before, known = set(state.full[body]), set(_members(state, body))
    state.full[body], state.candidates[body] = elected[:named], elected[named:]
    record = _record(state, log, body, sitting, before, crossings, len(electors.ids))
    if state.scenario.bodies[body].kind == "committee":
        size = state.sizes[body][0]
        state.bench[body] = draw_bench(state, body, max(size - len(state.full[body]), 0))
        _adopt(state, log, [person for person in elected if person not in known], record)
    return record


def _adopt(state: State, log: Log, entered: list[int], record: int) -> None:
    """New members who are nobody's owe their seats to somebody, as bench seats do."""
    atlas = Atlas.of(state.scenario)
    for person in entered:
        if state.patron[person] >= 0 or atlas.bloc_led[person] >= 0:
            continue
        bloc = patron_of_newcomer(state, person)
        if bloc < len(atlas.leaders):
            state.patron[person] = atlas.leaders[bloc]
            about = (atlas.id("people", person), atlas.id("people", atlas.leaders[bloc]))
            log.changed(f"patron {about[0]}", log.write("patron", None, about, (record,), was="nobody"))


def _electing_body(state: State, body: int, sitting: Sitting) -> int:
    """The body whose members vote: the one that elects, if it is a committee, else the one that sits."""
    data = state.scenario.bodies[body]
    place = state.scenario.index["bodies"].get(data.elected_by or "", sitting.body)
    return place if state.scenario.bodies[place].kind in ("committee", "named", "joint") else sitting.body


def contest(state: State, sitting: Sitting) -> Question:
    """Winners against losers of the meeting's most divided vote, else the bureau's two camps."""
    best, most = None, -1
    for ballot in state.ballots:
        divided = 1000 in ballot.lines and -1000 in ballot.lines
        if ballot.meeting == sitting.meeting and ballot.body == sitting.body and divided:
            against = min(ballot.votes_for, ballot.votes_against)
            best, most = (ballot, against) if against > most else (best, most)
    if best is None:
        leading, facing = lines.camps(state)
        return questions.between(state, leading, facing, f"list {sitting.meeting}")
    side = _SIDE if best.carried else -_SIDE
    winners = tuple(bloc for bloc, line in enumerate(best.lines) if line == side)
    losers = tuple(bloc for bloc, line in enumerate(best.lines) if line == -side)
    return questions.between(state, winners, losers, best.motion)


def electors_of(state: State, question: Question, body: int, sitting: Sitting) -> Electors:
    """Delegates with their tickets, or members with their leaders' lines."""
    if state.scenario.bodies[body].kind == "assembly":
        there = delegates.seat(state, question, apportionment.delegations(state, sitting))
        ticket = 2 * there.ticket - 1
        return Electors(there.ids, ticket, there.ids[:0], there.region * 3 + ticket + 1)
    members = ballots.voters(state, body, question.ends)
    ticket, count = np.sign(question.lines[members.leader]), members.people
    kind = members.region[count:] * 3 + ticket[count:] + 1
    return Electors(members.ids, ticket, members.ids[:count], kind)


def places(state: State, body: int, listed: Mapping[int, int]) -> tuple[int, int]:
    """Named full and candidate seats of a body: a committee leaves the rest of its full seats to the bench.

    It names as many as the prepared list does, and an office sits as the list has it; without one, a committee
    names a fixed share.
    """
    full, candidates = state.sizes[body]
    data, parameters = state.scenario.bodies[body], Parameters.of(state.scenario)
    roles = list(listed.values())
    if listed and data.role == "office":
        return roles.count(prepared.FULL), roles.count(prepared.CANDIDATE)
    if data.kind != "committee":
        return full, candidates
    if listed:
        return min(roles.count(prepared.FULL), full), min(roles.count(prepared.CANDIDATE), candidates)
    share = parameters.control_share if data.role == "control" else parameters.named_share
    return full * share // 1000, candidates * share // 1000


def ranking(
    state: State,
    body: int,
    people: list[int],
    question: Question,
    about: str,
    listed: Mapping[int, int] | None = None,
) -> Terms:
    """What puts people high on the list of the winning side: a column each, the highest come first."""
    parameters, found = Parameters.of(state.scenario), Terms(len(people))
    line = question.lines[question.ends[people]]
    standing = np.array(
        [lines.shared_severity(state, bloc) for bloc in range(len(state.severity))] + [0], dtype=np.int64
    )[question.ends[people]]
    found.add("authority", state.authority[people])
    found.add("leading_side", np.where(line > 0, parameters.list_leadership, 0))
    found.add("other_side", np.where(line < 0, -(parameters.list_opposition + standing // 8), 0))
    sitting = [2 * (p in state.full[body]) or int(p in state.candidates[body]) for p in people]
    found.add("sitting_member", np.array(sitting, dtype=np.int64) * parameters.list_sitting // 2)
    if listed:
        ready = [listed.get(person, prepared.NONE) for person in people]
        found.add("prepared", np.array(ready, dtype=np.int64) * parameters.list_prepared // prepared.FULL)
    ids, deviation = np.array(people, dtype=np.int64), parameters.list_luck
    found.add("luck", dice.bell(state.seed, state.turn, Purpose.LIST, about, ids, deviation))
    return found


def rank(state: State, body: int, person: int, question: Question, about: str) -> Breakdown:
    """What puts one person high or low on the list."""
    found = ranking(state, body, [person], question, about)
    return found.breakdown(0, "list", person=state.scenario.people[person].id)


def pool(state: State, body: int) -> list[int]:
    """Those who may be listed: able to act; where a committee elects, its members and those who sit already.

    A control body takes nobody who sits in the committee; it and an office take no leader but sitting ones.
    """
    able = [person for person in range(len(state.alive)) if can_act(state, person)]
    data, led = state.scenario.bodies[body], Atlas.of(state.scenario).bloc_led
    if data.role == "control":
        sitting = {
            p
            for b, other in enumerate(state.scenario.bodies)
            if other.role == "committee"
            for p in _members(state, b)
        }
        able = [person for person in able if person not in sitting]
    if data.role in ("control", "office"):
        able = [person for person in able if led[person] < 0 or person in _members(state, body)]
    elector = state.scenario.index["bodies"].get(data.elected_by or "", -1)
    if elector >= 0 and state.scenario.bodies[elector].kind == "committee":
        inside = {*bodies.full_members(state, elector), *_members(state, body)}
        return [person for person in able if person in inside]
    return able


def _members(state: State, body: int) -> tuple[int, ...]:
    return state.full[body] + state.candidates[body]


def _run(
    state: State,
    body: int,
    sitting: Sitting,
    question: Question,
    electors: Electors,
    seats: int,
    listed: Mapping[int, int],
) -> tuple[tuple[int, ...], dict[int, int]]:
    """Go down the list until the named seats are filled; returns the elected in order and the crossings."""
    about = f"{state.scenario.bodies[body].id} {sitting.meeting}"
    people = sorted({*pool(state, body), *listed})
    ranked = ranking(state, body, people, question, about, listed)
    points = dict(zip(people, ranked.total().tolist(), strict=True))
    elected: list[int] = []
    crossings: dict[int, int] = {}
    for person in sorted(points, key=lambda person: (-points[person], person)):
        if len(elected) == seats:
            break
        crossings[person] = crossed(state, question, electors, person, about)
        if 2 * crossings[person] <= len(electors.ids):
            elected.append(person)
    return tuple(elected), crossings


def crossed(state: State, question: Question, electors: Electors, person: int, about: str) -> int:
    """How many electors cross a listed person out."""
    name = f"{about} {state.scenario.people[person].id}"
    draws = dice.draw(state.seed, state.turn, Purpose.CROSSING, name, electors.ids)
    people = len(electors.people)
    by_name, by_kind = crossing_points(state, question, electors, person)
    count = np.count_nonzero(draws[:people] < logistic.chances(by_name))
    return int(count + np.count_nonzero(draws[people:] < logistic.chances(by_kind)[electors.kind]))


def crossing_points(state: State, question: Question, electors: Electors, person: int) -> tuple[Ints, Ints]:
    """Points for crossing a person out: dislike, and his bloc being on the other ticket.

    First those of each elector who is a person, then those of each kind of the others.
    """
    parameters, led = Parameters.of(state.scenario), Atlas.of(state.scenario).bloc_led
    side = int(np.sign(question.lines[question.ends[person]]))
    known = led[person] >= 0
    liking = state.sentiment[:, led[person]] if known else np.zeros(len(state.members), dtype=np.int64)
    kinds = np.repeat(-parameters.crossing - liking * parameters.opinion // 1000, 3)
    kinds[1 - side :: 3] += parameters.line if side else 0
    names = -parameters.crossing - state.opinion[electors.people, person] * parameters.opinion // 1000
    names[electors.ticket[: len(names)] * side < 0] += parameters.line
    names[electors.people == person] = -logistic.LIMIT
    return names, kinds


def _record(
    state: State, log: Log, body: int, sitting: Sitting, before: set[int], crossings: dict[int, int], of: int
) -> int:
    """Write the election and remember who won or lost a seat by it."""
    people, name = state.scenario.people, state.scenario.bodies[body].id
    now = state.full[body]
    causes = _causes(state, log, body, sitting)
    record = log.write(
        "election", None, (name, sitting.meeting), causes, body=name, electors=of,
        full=[people[p].id for p in now], candidates=[people[p].id for p in state.candidates[body]],
        bench=max(state.sizes[body][0] - len(now), 0) if state.scenario.bodies[body].kind == "committee" else 0,
        entered=[people[p].id for p in now if p not in before],
        left=[people[p].id for p in sorted(before) if p not in now],
        crossings={people[p].id: count for p, count in crossings.items()},
    )  # fmt: skip
    log.changed(f"committee {name}", record)
    for person in sorted(before.symmetric_difference(now)):
        log.changed(f"seat {name} {people[person].id}", record)
    return record


def _causes(state: State, log: Log, body: int, sitting: Sitting) -> list[int]:
    """What a list rests on: the sitting's last votes, the electing body's own election, and who draws it up."""
    ballots_here = [ballot.record for ballot in state.ballots if ballot.meeting == sitting.meeting]
    elector = state.scenario.bodies[body].elected_by or ""
    posts = [state.scenario.posts[post].id for post in Atlas.of(state.scenario).by_power.get(powers.APPOINTMENTS, ())]
    keys = [f"committee {elector}", *(f"post {post}" for post in posts)]
    return [*ballots_here[-3:], *(log.cause(key) for key in keys)]
