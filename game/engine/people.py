"""Life, absence and standing of people. ``can_act`` is the one gate of the rule of no ghosts."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from game.engine import bodies, dice, posts
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.state import ABROAD, CENTRE, EXILED, POSTED, Bench, State

#: Below this health a person may fall ill for a turn.
FRAIL = 450
#: What a turn of illness restores, thousandths.
RESTED = 40
#: Orders of somebody ill, and of somebody exiled or outside the party.
ORDERS_ILL, ORDERS_AWAY = 2, 1
#: Turns that status ``ill`` lasts.
ILLNESS = 2

STATUSES = ("centre", "posted", "abroad", "exiled", "deported", "expelled", "readmitted", "ill", "dead")
PLACES = {"centre": CENTRE, "posted": POSTED, "abroad": ABROAD, "exiled": EXILED, "deported": EXILED}
#: Statuses that cost every post and seat.
FALLS = ("exiled", "deported", "expelled")


def can_act(state: State, person: int) -> bool:
    """True if the person is alive, in the party and not exiled."""
    return (
        person >= 0
        and bool(state.alive[person])
        and bool(state.in_party[person])
        and int(state.place[person]) != EXILED
    )


def present(state: State, person: int) -> bool:
    """True if the person can come to a sitting: able to act, neither abroad nor ill."""
    return can_act(state, person) and int(state.place[person]) != ABROAD and int(state.ill[person]) == 0


def orders_of(state: State, seat: int) -> int:
    """Orders the contender in ``seat`` has for a turn, 0 if dead."""
    contender = state.scenario.contenders[seat]
    person = Atlas.of(state.scenario).index["people"][contender.person]
    if not state.alive[person]:
        return 0
    if not can_act(state, person):
        return min(ORDERS_AWAY, contender.orders)
    return min(ORDERS_ILL, contender.orders) if state.ill[person] else contender.orders


def set_status(state: State, log: Log, person: int, status: str, causes: Iterable[int] = ()) -> int:
    """Change where or what a person is (one of STATUSES); returns the record, or -1 if nothing changed."""
    if status == "dead":
        return die(state, log, person, causes)
    if person < 0 or not state.alive[person] or not _change(state, person, status):
        return -1
    name = state.scenario.people[person].id
    record = log.write("status", person, (name,), causes, status=status)
    log.changed(f"status {name}", record)
    if status in FALLS:
        leave_everything(state, log, person, (record,))
    return record


def _change(state: State, person: int, status: str) -> bool:
    before = (int(state.place[person]), int(state.in_party[person]), int(state.ill[person]))
    if status in PLACES:
        state.place[person] = PLACES[status]
    if status in ("expelled", "deported"):
        state.in_party[person] = 0
    if status == "readmitted":
        state.in_party[person] = 1
        state.place[person] = POSTED if before[0] == EXILED else before[0]
    if status == "ill":
        state.ill[person] = max(int(state.ill[person]), ILLNESS)
    return before != (int(state.place[person]), int(state.in_party[person]), int(state.ill[person]))


def die(state: State, log: Log, person: int, causes: Iterable[int] = ()) -> int:
    """A person dies: posts fall vacant, seats are lost, followers and clients are free again."""
    if person < 0 or not state.alive[person]:
        return -1
    name = state.scenario.people[person].id
    state.alive[person] = 0
    state.health[person] = 0
    record = log.write("death", person, (name,), causes)
    log.changed(f"status {name}", record)
    leave_everything(state, log, person, (record,))
    state.patron = np.where(state.patron == person, state.patron[person], state.patron)
    _disband(state, log, person, record)
    return record


def _disband(state: State, log: Log, person: int, record: int) -> None:
    """The bloc of a dead leader keeps nobody: its clients are free, its understandings lapse."""
    bloc = Atlas.of(state.scenario).bloc_led[person]
    if bloc < 0:
        return
    state.clients[:, -1] += state.clients[:, bloc]
    state.clients[:, bloc] = 0
    from game.engine import pacts  # pacts asks who can act

    for pact in [pact for pact in state.pacts if bloc in pact.members]:
        pact.members = tuple(member for member in pact.members if member != bloc)
        pact.terms = tuple(clause for clause in pact.terms if clause.by != bloc)
        if len(pact.members) < 2:
            pacts.end(state, log, pact, "lapsed", (record,))
    state.offers = [offer for offer in state.offers if bloc not in (offer.by, offer.to)]


def leave_everything(state: State, log: Log, person: int, causes: Iterable[int] = ()) -> None:
    """Take every post and seat from a person; motions he alone moved fall."""
    for post in range(len(state.scenario.posts)):
        if int(state.holder[post]) == person:
            posts.vacate(state, log, post, causes)
    for body in bodies.seats_of(state, person):
        lose_seat(state, log, body, person, causes)
    state.agenda = [motion for motion in state.agenda if motion.movers != (person,)]


def lose_seat(state: State, log: Log, body: int, person: int, causes: Iterable[int] = ()) -> int:
    """A person leaves a body; returns the record, or -1 if he had no seat there."""
    if person not in state.full[body] and person not in state.candidates[body]:
        return -1
    state.full[body] = tuple(member for member in state.full[body] if member != person)
    state.candidates[body] = tuple(member for member in state.candidates[body] if member != person)
    return _seat_record(state, log, body, person, "lost", causes)


def give_seat(state: State, log: Log, body: int, person: int, role: str, causes: Iterable[int] = ()) -> int:
    """Make a person a ``full`` or ``candidate`` member; returns the record, or -1 if nothing changed.

    If no seat is free he takes one of the bench, and a body without a bench grows by one.
    """
    members = state.full[body] if role == "full" else state.candidates[body]
    if person in members or not can_act(state, person):
        return -1
    _make_room(state, body, role)
    if role == "full":
        state.candidates[body] = tuple(member for member in state.candidates[body] if member != person)
        state.full[body] = (*state.full[body], person)
    else:
        state.full[body] = tuple(member for member in state.full[body] if member != person)
        state.candidates[body] = (*state.candidates[body], person)
    return _seat_record(state, log, body, person, role, causes)


def _make_room(state: State, body: int, role: str) -> None:
    """Free a seat: the last of the bench, else one more seat."""
    (full, candidates), bench = state.sizes[body], state.bench[body]
    if role != "full":
        state.sizes[body] = (full, max(candidates, len(state.candidates[body]) + 1))
    elif bodies.named_seats(state, body) < full:
        return
    elif bench is not None and len(bench.region):
        state.bench[body] = Bench(bench.region[:-1], bench.patron[:-1], bench.follows[:-1])
    else:
        state.sizes[body] = (full + 1, candidates)


def _seat_record(state: State, log: Log, body: int, person: int, role: str, causes: Iterable[int]) -> int:
    names = (state.scenario.bodies[body].id, state.scenario.people[person].id)
    record = log.write("seat", person, names, causes, body=names[0], role=role)
    log.changed(f"seat {names[0]} {names[1]}", record)
    return record


def health_of_the_turn(state: State, log: Log) -> None:
    """Illness ends, and the frail may fall ill: (450 - health) per mille, by keyed dice."""
    recovering = (state.ill > 0) & (state.alive > 0)
    state.ill = np.maximum(state.ill - 1, 0)
    state.health = np.where(recovering, np.minimum(state.health + RESTED, 1000), state.health)
    frail = (state.health < FRAIL) & (state.alive > 0) & (state.in_party > 0) & ~recovering
    for person in np.flatnonzero(frail).tolist():
        chance = FRAIL - int(state.health[person])
        if dice.chance(state, dice.Purpose.ILLNESS, state.turn, person, chance):
            set_status(state, log, person, "ill")
            state.ill[person] = 1
