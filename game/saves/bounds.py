"""What a state of this scenario can be: the shapes of its columns and the range of every number that points."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from game.engine.atlas import Atlas
from game.engine.ballots import BENCH_NUMBERS
from game.engine.record import Record
from game.engine.setup import build
from game.engine.state import State
from game.scenario.opening import opening

#: Seats of a body, and of anything else that is counted one by one.
MOST = 20_000
PHASES = ("open", "window", "meetings", "close", "over")
DECISIONS = ("window", "session", "hinge", "offer", "voice")
#: Least and greatest of columns that do not point at anything; all others only have to be numbers of the game.
RANGES = {
    "alive": (0, 1), "in_party": (0, 1), "place": (0, 3), "ill": (0, 1000), "health": (0, 1000),
    "authority": (0, 1000), "severity": (0, 3000), "charge": (0, 3000), "credit": (0, 1000), "cohesion": (0, 1000),
    "exposure": (0, 1000), "machine": (0, 1000), "autonomy": (0, 1000), "fear": (0, 1000), "clients": (0, 1000),
    "opinion": (-1000, 1000), "base_opinion": (-1000, 1000), "documents": (0, 6), "theses": (0, 3), "rules": (0, 1),
    "members": (0, 10**9), "novices": (0, 10**9), "orders_left": (0, 100), "since": (1, 3_652_059),
}  # fmt: skip
#: Least and greatest of everything else.
LARGEST = 10**12
#: What a motion can be about, by the list of the scenario it is found in.
SUBJECTS = {
    "person": "people", "bloc": "blocs", "post": "posts", "document": "documents", "thesis": "theses",
    "region": "regions", "rule": "rules",
}  # fmt: skip


def fault_of(state: State, records: Sequence[Record], lesson: str) -> str:
    """What cannot be in a state of its scenario under this lesson, in few words; '' if nothing is found."""
    return next(filter(None, _faults(state, records, lesson)), "")


def _faults(state: State, records: Sequence[Record], lesson: str) -> Iterator[str]:
    yield from _columns(state)
    yield from _plain(state, lesson)
    yield from (_pointing(name, low, values, end) for name, low, values, end in _positions(state))
    yield from (_named(name, ids, known) for name, ids, known in _ids(state))
    yield from _bench(state)
    if state.records != len(records) or any(record.number != place for place, record in enumerate(records)):
        yield "its records are not numbered as its state has them"
    if any(not 0 <= cause < record.number for record in records for cause in record.causes):
        yield "a record comes before its cause"


def _columns(state: State) -> Iterator[str]:
    """Arrays and lists of other shapes than the scenario gives, and numbers out of range."""
    pattern = build(state.scenario, 0, opening(state.scenario, state.scenario.start))
    for name in State.__dataclass_fields__:
        here, there = getattr(state, name), getattr(pattern, name)
        if isinstance(there, np.ndarray):
            low, high = RANGES.get(name, (-LARGEST, LARGEST))
            size = there.shape if name != "orders_left" else (len(state.scenario.contenders),)
            if here.shape != size:
                yield f"{name} has another shape"
            elif here.size and not low <= int(here.min()) <= int(here.max()) <= high:
                yield f"{name} is out of range"
    for name in ("full", "candidates", "bench", "sizes", "document_known", "document_owner", "knowledge"):
        if len(getattr(state, name)) != len(getattr(pattern, name)):
            yield f"{name} has another length"


def _plain(state: State, lesson: str) -> Iterator[str]:
    scenario = state.scenario
    if not 1 <= state.turn <= scenario.turns or state.phase not in PHASES:
        yield "its turn is not one of the scenario"
    elif not scenario.start <= state.day <= scenario.turn_dates(scenario.turns)[1]:
        yield "its day is not one of the scenario"
    if state.clients.size and not (state.clients.sum(axis=1) == 1000).all():
        yield "clients do not add up"
    if any(not 0 <= seats <= MOST for size in state.sizes for seats in size):
        yield "a body has an impossible size"
    if any(not 0 <= sitting.seats <= MOST for sitting in state.sittings):
        yield "a sitting has an impossible size"
    if any(abs(number) > LARGEST for number in _amounts(state)):
        yield "an amount is out of range"
    if any(mask < 0 for mask in (*state.document_known, *state.knowledge, *(one.known_to for one in state.pacts))):
        yield "a mask is out of range"
    if state.lesson != lesson:
        yield "it was played under another lesson"
    if any(one.kind not in DECISIONS for one in state.decisions) or (not state.decisions and state.phase != "over"):
        yield "nobody in it has anything to decide"


def _amounts(state: State) -> Iterator[int]:
    """Every single number that is reckoned with."""
    yield from (state.appointed, state.untaught, state.gate, state.enrolment, state.visibility, state.orders_given)
    yield from (number for one in state.memories for number in (one.amount, one.turn))
    yield from (number for one in (*state.debts, *state.dossiers) for number in (one.size, one.turn))
    yield from (number for one in state.pacts for number in (one.strength, one.since, one.until))
    yield from (one.turns for one in state.offers)
    for motion in state.agenda:
        yield from (points for _, points in (*motion.stands, *motion.lobbied, *motion.speeches))
    for table in (state.precedents, state.events_fired, state.given, state.scores, state.voices):
        yield from table.values()
    yield from state.placements


def _positions(state: State) -> Iterator[tuple[str, int, list[int], int]]:
    """Numbers that point: name, the least there is (-1 where nobody is possible), the numbers, and the end."""
    scenario = state.scenario
    people, blocs, bodies = len(scenario.people), len(scenario.blocs), len(scenario.bodies)
    yield "patron", -1, state.patron.tolist(), people
    yield "holder", -1, state.holder.tolist(), people
    yield "thesis_owner", -1, state.thesis_owner.tolist(), blocs
    yield "appointer", -1, [state.appointer], blocs
    for name in ("full", "candidates", "document_owner"):
        yield name, 0, [person for row in getattr(state, name) for person in row], people
    yield "memories", 0, [person for one in state.memories for person in (one.holder, one.about)], people
    promises = (*state.debts, *state.dossiers)
    yield "promises", 0, [person for one in promises for person in (one.debtor, one.creditor)], people
    yield "decisions", 0, [one.who for one in state.decisions], people
    yield "pacts", 0, [bloc for pact in state.pacts for bloc in (*pact.members, *(t.by for t in pact.terms))], blocs
    yield "offers", 0, [bloc for offer in state.offers for bloc in (offer.by, offer.to)], blocs
    yield "bodies", 0, [one.body for many in (state.agenda, state.sittings, state.ballots) for one in many], bodies
    for motion in state.agenda:
        pairs = (*motion.stands, *motion.lobbied, *motion.speeches)
        yield "motions", 0, [*motion.movers, *(person for person, _ in pairs)], people
        yield "motions", -1, [motion.candidate], people
        yield "motions", -1, [motion.post], len(scenario.posts)
    for ballot in state.ballots:
        yield "ballots", 0, list(ballot.voters), people + bodies * BENCH_NUMBERS
        if len(ballot.voters) != len(ballot.ballots):
            yield "ballots", 0, [-1], 0


def _pointing(name: str, low: int, numbers: list[int], end: int) -> str:
    return f"{name} points at nobody" if numbers and not low <= min(numbers) <= max(numbers) < end else ""


def _ids(state: State) -> Iterator[tuple[str, list[str], dict[str, int]]]:
    """Names that must be known: what they are of, the names, and those there are."""
    index = Atlas.of(state.scenario).index
    yield "motions", [one.type for many in (state.agenda, state.ballots) for one in many], index["motions"]
    yield "hinges", [one.about for one in state.decisions if one.kind in ("hinge", "voice")], index["hinges"]
    for kind, field in SUBJECTS.items():
        yield kind, [one.subject for one in state.agenda if one.subject_kind == kind], index[field]


def _named(name: str, ids: list[str], known: dict[str, int]) -> str:
    strange = [one for one in ids if one not in known]
    return f"there is no '{strange[0][:40]}' among the {name}" if strange else ""


def _bench(state: State) -> Iterator[str]:
    """Unnamed seats of another number, region or patron than there can be."""
    regions, blocs = len(state.scenario.regions), len(state.scenario.blocs)
    for bench in state.bench:
        if bench is None:
            continue
        size = len(bench.region)
        if any(column.shape != (size,) for column in (bench.region, bench.patron, bench.follows)) or size > MOST:
            yield "a bench has columns of different lengths"
        for column, end in ((bench.region, regions), (bench.patron, blocs + 1), (bench.follows, 2)):
            if size and not 0 <= int(column.min()) <= int(column.max()) < end:
                yield "a bench points at nobody"
