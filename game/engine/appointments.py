"""Appointments: the routine of the holder of the power to appoint, orders to place, replace and break."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from game.engine import dice, lines, logistic, machines, posts, powers
from game.engine.atlas import Atlas
from game.engine.dice import Purpose
from game.engine.ledger import Breakdown, Ledger
from game.engine.log import Log
from game.engine.parameters import Parameters
from game.engine.state import Ints, State


def appointing_bloc(state: State) -> int:
    """The bloc whose people are placed by routine: that of the holder of appointments, or -1."""
    holder = powers.wielder(state, powers.APPOINTMENTS)
    return lines.leader_of(state, holder) if holder >= 0 else -1


def routine(state: State) -> Ints:
    """A turn of routine placement; returns clients gained per region.

    He takes h per mille of the unattached and 2h of the clients of those not allied with him, less
    (1000 - autonomy) where the first secretary is not his.
    """
    gained = np.zeros(len(state.clients), dtype=np.int64)
    bloc = appointing_bloc(state)
    if bloc < 0:
        return gained
    pace = _pace(state)
    strangers = np.append(lines.pacts(state)[bloc] < Parameters.of(state.scenario).alliance, False)
    rates = np.where(strangers, 2 * pace, 0)
    rates[-1] = pace
    own = lines.secretary_blocs(state) == bloc
    reach = np.where(own, 1000, 1000 - state.autonomy)
    moved = (state.clients * rates * reach[:, None] + 500_000) // 1_000_000
    gained += moved.sum(axis=1)
    state.clients = state.clients - moved
    state.clients[:, bloc] += gained
    refresh_share(state)
    return gained


def inherit(state: State, log: Log) -> int:
    """The desk has passed to another bloc, or to nobody's man: part of the people placed from it go with it.

    Lower secretaries owe their places to the office as much as to the man; where the first secretary stays with
    the old appointer they stay too. Under nobody's man they belong to nobody. The record, or -1.
    """
    holder, before = powers.wielder(state, powers.APPOINTMENTS), state.appointer
    if holder < 0:
        return -1
    bloc = state.appointer = lines.leader_of(state, holder)
    if before in (-1, bloc):
        return -1
    office = next(q for q in Atlas.of(state.scenario).by_power[powers.APPOINTMENTS] if state.holder[q] >= 0)
    causes = (log.cause(f"post {state.scenario.posts[office].id}"),)
    turned = _turn_coats(state, log, before, bloc, causes)
    stay = lines.secretary_blocs(state) == before
    moved = np.where(stay, 0, state.clients[:, before] * Parameters.of(state.scenario).inherited // 1000)
    state.clients = state.clients.copy()
    state.clients[:, before] -= moved
    state.clients[:, bloc] += moved  # the last column, -1, is nobody's
    blocs = state.scenario.blocs
    about = (blocs[bloc].id, blocs[before].id) if bloc >= 0 else (blocs[before].id,)
    record = log.write("inherited", None, about, (*causes, *turned), amount=int(moved.sum()))
    for region in np.flatnonzero(moved).tolist():
        log.changed(f"region {state.scenario.regions[region].id}", record)
    return record


def _turn_coats(state: State, log: Log, before: int, bloc: int, causes: Iterable[int]) -> list[int]:
    """First secretaries of the fallen appointer who go over to the new one, by liking and by luck; the records."""
    atlas, found = Atlas.of(state.scenario), []
    old, new = atlas.leaders[before], atlas.leaders[bloc] if bloc >= 0 else -1
    firsts = [int(state.holder[post]) for post in atlas.first_secretary if post >= 0]
    for first in firsts:
        if first < 0 or first in atlas.leaders or lines.leader_of(state, first) != before:
            continue
        name = state.scenario.people[first].id
        if not dice.chance(state, Purpose.DESK, name, first, turncoat(state, first, old, new).total):
            continue
        state.patron[first] = new
        people = state.scenario.people
        about = (name, people[new].id) if new >= 0 else (name,)
        found.append(log.write("patron", None, about, causes, was=people[old].id))
        log.changed(f"patron {name}", found[-1])
    return found


def turncoat(state: State, first: int, old: int, new: int) -> Breakdown:
    """Chance in thousandths that a first secretary whose patron lost the desk goes over to the new appointer."""
    ledger = Ledger("turncoat", "thousandths")
    ledger.add("desk_passed", Parameters.of(state.scenario).turncoat)
    ledger.add("likes_old_patron", -int(state.opinion[first, old]) // 2)
    if new >= 0:
        ledger.add("likes_new_patron", int(state.opinion[first, new]) // 2)
    ledger.cap(50, 850)
    return ledger.close()


def _pace(state: State) -> int:
    """Routine placement per mille a turn, as the standing rules in force allow."""
    pace = Parameters.of(state.scenario).appointments
    for rule, on in zip(state.scenario.rules, state.rules, strict=True):
        pace = pace * rule.appointments // 1000 if on else pace
    return pace


def share_of(state: State, bloc: int) -> int:
    """Thousandths of provincial secretaries who owe their place to a bloc."""
    provinces = np.array([region.provinces for region in state.scenario.regions], dtype=np.int64)
    return int((provinces * state.clients[:, bloc]).sum()) // max(int(provinces.sum()), 1)


def refresh_share(state: State) -> None:
    """The share of secretaries appointed from above: it does not fall when the appointer changes."""
    bloc = appointing_bloc(state)
    if bloc >= 0:
        state.appointed = max(state.appointed, share_of(state, bloc))


def place(state: State, log: Log, region: int, bloc: int, amount: int, causes: Iterable[int] = ()) -> int:
    """Unattached lower secretaries of a region, up to ``amount`` per mille, pass to a bloc; the record."""
    gained = machines.attach(state, region, bloc, amount)
    refresh_share(state)
    name = state.scenario.regions[region].id
    record = log.write("clients", None, (name, state.scenario.blocs[bloc].id), causes, amount=gained)
    log.changed(f"region {name}", record)
    return record


def install(state: State, log: Log, region: int, person: int, causes: Iterable[int] = ()) -> int:
    """A person becomes first secretary of a region; returns the record, or -1 if nothing changed."""
    post = Atlas.of(state.scenario).first_secretary[region]
    return posts.fill(state, log, post, person, causes) if post >= 0 else -1


def resistance(state: State, region: int, by: int) -> Breakdown:
    """Points with which a region resists a first secretary sent by a person; the chance of success is 1 - L.

    Nobody resists where the place is empty or the incumbent is the sender's own; a pact partner's
    man cannot be replaced.
    """
    incumbent = lines.secretary(state, region)
    sender = lines.bloc_of(state, by) if by >= 0 else -1
    bloc = lines.leader_of(state, incumbent) if incumbent >= 0 else -1
    ledger = Ledger("resistance", about=(("region", state.scenario.regions[region].id),))
    if incumbent < 0 or (bloc >= 0 and bloc == sender):
        ledger.add("own_man" if incumbent >= 0 else "empty_place", -logistic.LIMIT)
    elif (
        bloc >= 0
        and sender >= 0
        and lines.pact_strength(state, bloc, sender) >= Parameters.of(state.scenario).alliance
    ):
        ledger.add("pact_partner", logistic.LIMIT)
    else:
        autonomy = int(state.autonomy[region])
        ledger.add("autonomy", 2 * autonomy)
        if bloc >= 0:
            ledger.add("machine", 10 * autonomy * int(state.machine[region]) // 1000 - 2 * autonomy)
        ledger.add("centre", -1600)
        ledger.cap(-logistic.LIMIT, logistic.LIMIT)
    return ledger.close()


def replace_chance(state: State, region: int, by: int) -> int:
    """Chance in thousandths that a region accepts a first secretary sent by a person."""
    against = resistance(state, region, by).total
    if abs(against) == logistic.LIMIT:
        return 0 if against > 0 else 1000
    return 1000 - logistic.thousandths(against)


def try_replace(state: State, log: Log, region: int, person: int, by: int, causes: Iterable[int] = ()) -> int:
    """The centre sends a first secretary, the region takes him by chance; the record of what came of it."""
    name = state.scenario.regions[region].id
    chance = replace_chance(state, region, by)
    if not dice.chance(state, Purpose.REPLACE, name, person, chance):
        who = state.scenario.people[person].id
        return log.write("refused", by, (name, who), causes, region=name, chance=chance)
    record = install(state, log, region, person, causes)
    if record >= 0:
        state.placements = [*state.placements, state.turn]
    return record


def flying_squad(
    state: State, log: Log, region: int, against: int, by: int, causes: Iterable[int] = ()
) -> int:
    """A flying squad breaks a leader's hold on a region for the sender's side; returns the record."""
    parameters = Parameters.of(state.scenario)
    name, bloc = state.scenario.regions[region].id, lines.bloc_of(state, by) if by >= 0 else -1
    gained = machines.take(state, region, bloc, parameters.squad_clients)
    state.machine[region] = parameters.squad_machine
    state.autonomy[region] = int(state.autonomy[region]) * parameters.squad_autonomy // 1000
    machines.frighten(state, region, parameters.squad_fear)
    liking = int(state.sentiment[region, against]) - parameters.squad_sentiment
    state.sentiment[region, against] = max(liking, -1000)
    refresh_share(state)
    about = (name, state.scenario.blocs[against].id)
    record = log.write("squad", by if by >= 0 else None, about, causes, region=name, amount=gained)
    log.changed(f"region {name}", record)
    return record
