"""The considerations of a named voter or a bench seat, as labelled terms."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine import bodies, lines, logistic
from game.engine import question as questions
from game.engine.atlas import Atlas
from game.engine.ledger import Breakdown, Term
from game.engine.lines import Sides
from game.engine.memo import kept, lasting
from game.engine.parameters import Parameters
from game.engine.question import Question
from game.engine.state import Bench, Ints, Motion, State
from game.engine.terms import Terms

#: Voter numbers: people first, then so many numbers for the bench of each body.
BENCH_NUMBERS = 4096


@dataclass(slots=True)
class Voters:
    """Those who can vote in a body, as columns. ``ids`` are people, then bench seats by body and seat."""

    ids: Ints
    people: int  # the first so many are people
    leader: Ints  # bloc, number of blocs for nobody
    region: Ints  # of bench seats; -1 for people
    entitled: int  # full seats filled, absent members included


def bench_id(state: State, body: int, seat: int) -> int:
    """The voter number of a bench seat; it stays the same across twin worlds."""
    return len(state.scenario.people) + body * BENCH_NUMBERS + seat


def bench_seat(state: State, voter: int) -> tuple[int, int]:
    """Body and seat of a bench voter's number."""
    return divmod(voter - len(state.scenario.people), BENCH_NUMBERS)


def bench_leaders(state: State, bench: Bench, firsts: Ints) -> Ints:
    """Per bench seat its bloc: that of the region's first secretary if it follows him, else its patron."""
    return np.where(bench.follows > 0, firsts[bench.region], bench.patron)


def voters(state: State, body: int, ends: Ints) -> Voters:
    """Everyone who votes in a body; a joint body has the people and the benches of its parts."""
    parts, name = bodies.joined(state, body), ("voters", body)
    if any(state.bench[part] is not None for part in parts):  # benches look different in every view
        return kept(state, name, lambda _: _voters(state, body, ends))
    return lasting(
        state, name,
        lambda state: ([state.full[part] for part in parts], ends.tobytes(), lines.voting(state).tobytes()),
        lambda _: _voters(state, body, ends),
    )  # fmt: skip


def _voters(state: State, body: int, ends: Ints) -> Voters:
    members = bodies.full_members(state, body)
    able = lines.voting(state).tolist()
    people = [person for person in members if able[person]]
    ids, leader = [np.array(people, dtype=np.int64)], [ends[people]]
    region = [np.full(len(people), -1, dtype=np.int64)]
    firsts = lines.secretary_blocs(state)
    for part in bodies.joined(state, body):
        bench = state.bench[part]
        if bench is not None and len(bench.region):
            ids.append(np.arange(len(bench.region), dtype=np.int64) + bench_id(state, part, 0))
            leader.append(bench_leaders(state, bench, firsts))
            region.append(bench.region)
    seats = np.concatenate(ids)
    entitled = len(members) + len(seats) - len(people)
    return Voters(seats, len(people), np.concatenate(leader), np.concatenate(region), entitled)


def weigh(state: State, question: Question, voters: Voters) -> Terms:
    """The terms of every voter, bandwagon included; ``Terms.total`` are the points used."""
    parameters, found = Parameters.of(state.scenario), Terms(len(voters.ids))
    named, bench = voters.ids[: voters.people], voters.region[voters.people :]
    standing = question.lines[voters.leader]
    found.add(
        "line",
        _split(voters, parameters.loyalty_named, parameters.loyalty_bench)
        * standing
        * parameters.line
        // 1_000_000,
    )
    regard = np.concatenate([question.regard[named], bench_regard(state, question)[bench]])
    found.add("opinion", regard * parameters.opinion // 1000)
    found.add("axes", questions.on_axes(question, _positions(state, voters), parameters.axes))
    authority = _split(voters, 0, parameters.bench_authority)
    authority[: voters.people] = state.authority[named]
    found.add("unity", question.margin * question.unity * (1400 - authority) // 1_000_000)
    found.add("ban", question.lead * parameters.ban * question.standing // 1_000_000)
    found.add("severity", question.severity)
    found.add("word", question.word)
    if question.speech:
        found.add("speech", question.speech)
    _personal(question, named, found)
    _bandwagon(parameters, question, named, found)
    found.limit()
    _declare(question, named, found)
    return found


def _split(voters: Voters, person: int, seat: int) -> Ints:
    values = np.full(len(voters.ids), seat, dtype=np.int64)
    values[: voters.people] = person
    return values


def bench_regard(state: State, question: Question) -> Ints:
    """Per region: authority-weighted liking of the leaders for minus that of the leaders against."""
    both = question.sides
    return kept(state, ("bench regard", both.for_blocs, both.against_blocs), lambda _: _bench_regard(state, both))


def _bench_regard(state: State, both: Sides) -> Ints:
    heads = Atlas.of(state.scenario).leaders
    weights = state.authority[list(heads)]
    towards = lines.weighted(state.sentiment, weights, both.for_blocs)
    return towards - lines.weighted(state.sentiment, weights, both.against_blocs)


def _positions(state: State, voters: Voters) -> Ints:
    """Axes of people; a bench seat takes half its patron's and its region's."""
    heads = Atlas.of(state.scenario).leaders
    patrons = np.zeros((len(heads) + 1, state.axes.shape[1]), dtype=np.int64)
    patrons[:-1] = state.axes[list(heads)]
    bench = patrons[voters.leader[voters.people :]] // 2 + state.region_axes[voters.region[voters.people :]]
    return np.concatenate([state.axes[voters.ids[: voters.people]], bench])


def _personal(question: Question, named: Ints, found: Terms) -> None:
    """Stakes of sponsors and targets, and what lobbying did."""
    for reason, given in (("stake", question.stakes), ("lobby", question.lobbied)):
        if given:
            row = np.zeros(found.width, dtype=np.int64)
            for column, person in enumerate(named.tolist()):
                row[column] = given.get(person, 0)
            found.add(reason, row)


def _bandwagon(parameters: Parameters, question: Question, named: Ints, found: Terms) -> None:
    """One pass: everybody reckons with the share the motion would get without this term."""
    chances = logistic.chances(found.total())
    for column, person in enumerate(named.tolist()):
        if person in question.declared:
            chances[column] = (1000 + question.declared[person]) * logistic.ONE // 2000
    found.add("bandwagon", bandwagon(parameters, int(chances.sum()), len(chances)))


def bandwagon(parameters: Parameters, chances: int, count: int) -> int:
    """Points of the bandwagon, given the sum of ``count`` chances of 2**32."""
    share = chances * 1000 // (count * logistic.ONE) if count else 500
    return parameters.bandwagon * (2 * share - 1000) // 1000


def _declare(question: Question, named: Ints, found: Terms) -> None:
    for column, person in enumerate(named.tolist()):
        if person in question.declared:
            side = question.declared[person]
            found.force(column, "declared", logistic.LIMIT * side // 1000)


def explain(state: State, motion: Motion, voter: int) -> Breakdown:
    """Why a voter (a person, or a bench number of the motion's body) leans as he does.

    ValueError if he does not vote in that body.
    """
    question = questions.of(state, motion)
    there = voters(state, motion.body, question.ends)
    columns = np.flatnonzero(there.ids == voter)
    if not len(columns):
        raise ValueError(f"voter {voter} does not vote in this body")
    return describe(state, weigh(state, question, there), there, int(columns[0]), question)


def describe(state: State, found: Terms, there: Voters, column: int, question: Question) -> Breakdown:
    """The breakdown of one column; an abstention declared shows as a line of nothing."""
    voter, bloc = int(there.ids[column]), int(there.leader[column])
    atlas = Atlas.of(state.scenario)
    leader = atlas.id("people", atlas.leaders[bloc]) if bloc < len(atlas.leaders) else "nobody"
    if column < there.people:
        made = found.breakdown(column, "ballot", voter=atlas.id("people", voter), leader=leader)
        if question.declared.get(voter) == 0:
            return Breakdown(made.title, (Term("declared", 0),), made.unit, made.about)
        return made
    region = atlas.id("regions", int(there.region[column]))
    return found.breakdown(column, "ballot", region=region, leader=leader, seat=bench_seat(state, voter)[1])
