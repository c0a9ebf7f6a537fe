"""Set the world's offices as the record has them on a day: how a game that starts later begins.

The past is replayed along the historical line first, so machines, moods and memories are the model's; who
holds what is then the record's.
"""

from __future__ import annotations

from datetime import date

import numpy as np

from game.engine import setup, turn
from game.engine.log import Log
from game.engine.record import Record
from game.engine.state import State
from game.scenario.model import Opening
from game.scenario.opening import opening as opening_of


def correct(state: State, day: date, by_record: bool = False) -> list[Record]:
    """Put every post, roster, place and named pact right for ``day``, and ask the turn's questions anew.

    ``by_record`` says whether lists go on being prepared as recorded.
    """
    state.by_record = int(by_record)
    opening = opening_of(state.scenario, day)
    log = Log(state)
    record = log.write("correction", None, (), day=day.isoformat())
    _places(state, log, opening, record)
    _posts(state, log, opening, record)
    _bodies(state, log, opening, record)
    _pacts(state, opening)
    _calendar(state, day)
    turn.ask_windows(state)
    turn.run_on(state, log)
    return log.records


def _places(state: State, log: Log, opening: Opening, record: int) -> None:
    before = (state.alive.copy(), state.in_party.copy(), state.place.copy())
    setup.put_people(state, opening)
    now = (state.alive, state.in_party, state.place)
    changed = np.flatnonzero(sum((a != b).astype(np.int64) for a, b in zip(before, now, strict=True)))
    for person in changed.tolist():
        log.changed(f"status {state.scenario.people[person].id}", record)


def _posts(state: State, log: Log, opening: Opening, record: int) -> None:
    before = state.holder.copy()
    setup.put_posts(state, opening)
    for number in np.flatnonzero(before != state.holder).tolist():
        post = state.scenario.posts[number]
        log.changed(f"post {post.id}", record)
        if post.first_secretary:
            log.changed(f"secretary {post.region}", record)


def _bodies(state: State, log: Log, opening: Opening, record: int) -> None:
    """Named members as recorded; bench seats and their patrons stay as the last election left them."""
    before = list(state.full)
    for number, body in enumerate(state.scenario.bodies):
        state.full[number] = setup.seated(state, opening.full.get(body.id, ()))
        state.candidates[number] = setup.seated(state, opening.candidates.get(body.id, ()))
        for person in sorted(set(before[number]) ^ set(state.full[number])):
            log.changed(f"seat {body.id} {state.scenario.people[person].id}", record)


def _pacts(state: State, opening: Opening) -> None:
    """Named pacts the record has in force are in force, others are not; private ones stay."""
    named = {template.id: template for template in state.scenario.pacts}
    state.pacts = [pact for pact in state.pacts if pact.id not in named or pact.id in opening.pacts]
    have = {pact.id for pact in state.pacts}
    for name in opening.pacts:
        if name not in have:
            pact = setup.pact_of(state.scenario, named[name])
            pact.since = state.turn
            state.pacts.append(pact)


def _calendar(state: State, day: date) -> None:
    """It is the day; what met and closed earlier in the turn has met, and its motions are off the table."""
    state.day = max(state.day, day)
    over = {meeting.id for meeting in state.scenario.meetings if meeting.closes < day}
    for sitting in state.sittings:
        sitting.held = sitting.held or sitting.meeting in over
    state.agenda = [motion for motion in state.agenda if motion.meeting not in over]
