"""A turn: open, windows, drift, sittings in date order, close. Runs on to the next decision.

``State.phase`` says which step comes next once no decision is waiting; ``State.session`` names the
sitting in progress. Decisions are a stack: the last is asked first.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import numpy as np

from game.engine import (
    dice,
    documents,
    drift,
    events,
    hinges,
    meetings,
    offers,
    orders,
    outcome,
    pacts,
    people,
    posts,
    prepared,
    timing,
)
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.state import Decision, Sitting, State


def to_act(state: State) -> Decision | None:
    """The decision the game waits for; None when the game is over."""
    return orders.current(state)


def run_on(state: State, log: Log) -> None:
    """Pass time until somebody must decide or the game is over."""
    while state.phase != "over":
        if state.decisions and _still_asked(state, log, state.decisions[-1]):
            return
        if state.decisions:
            state.decisions.pop()
        else:
            STEPS[state.phase](state, log)


def _still_asked(state: State, log: Log, decision: Decision) -> bool:
    """False if the decider is gone or has nothing to decide."""
    if decision.kind == "hinge":
        return _hinge_stands(state, decision)
    if decision.kind == "offer":
        return _offer_stands(state, decision)
    if not state.alive[decision.who]:
        return False
    if decision.kind == "session":
        sitting = meetings.in_session(state)
        present = sitting is not None and meetings.attends(state, sitting, decision.who)
        return present and orders.has_something_to_do(state, decision)
    if decision.kind == "voice":
        return people.can_act(state, decision.who)
    return orders.has_something_to_do(state, decision)


def _hinge_stands(state: State, decision: Decision) -> bool:
    """False if the group has decided or can no longer; a successor of its decider is asked instead."""
    hinge = hinges.find(state, decision.about)
    if f"{hinge.id}/{decision.group}" in state.choices:
        return False
    decision.who = hinges.asked_of(state, hinge, decision.group)
    return decision.who >= 0 and bool(hinges.available(state, hinge, decision.group))


def _offer_stands(state: State, decision: Decision) -> bool:
    """False, and the offer lapses, if its receiver can no longer answer."""
    if people.can_act(state, decision.who):
        return True
    state.offers = [offer for offer in state.offers if offer.id != decision.about]
    return False


# ---- the steps


def _open(state: State, log: Log) -> None:
    """A turn begins: terms fall due, events happen, vacancies and standing items become motions."""
    state.day = state.scenario.turn_dates(state.turn)[0]
    state.given = {key: turn for key, turn in state.given.items() if "=" not in key}
    log.write("turn", change="opened")
    people.health_of_the_turn(state, log)
    pacts.fall_due(state, log)
    documents.write_due(state, log)
    events.fire_due(state, log)
    posts.close_abolished(state, log)
    if state.turn > 1:
        prepared.follow_record(state, log, state.scenario.turn_dates(state.turn - 1)[0], state.day)
    meetings.prepare_turn(state, log)
    ask_windows(state)
    state.phase = "window"
    _ask_hinges(state)


def ask_windows(state: State) -> None:
    """Everybody's orders are counted anew, and everybody living is asked for them."""
    seats = range(len(state.scenario.contenders))
    state.orders_left = np.array([people.orders_of(state, seat) for seat in seats], dtype=np.int64)
    others = [decision for decision in state.decisions if decision.kind != "window"]
    state.decisions = [*_windows(state), *others]


def _windows(state: State) -> list[Decision]:
    """A window for every living contender, in this turn's keyed order; the first asked stands last."""
    places = Atlas.of(state.scenario).index["people"]
    seats = [places[contender.person] for contender in state.scenario.contenders]
    living = [person for person in seats if state.alive[person]]
    draws = {p: dice.draw(state.seed, state.turn, dice.Purpose.SEATS, "window", p) for p in living}
    return [Decision("window", p, day=state.day) for p in sorted(living, key=lambda p: (draws[p], p))]


def _ask_hinges(state: State) -> None:
    """Put the hinges that are due on the stack; the others of its cast are heard before it is decided."""
    for decision in reversed(hinges.due(state)):
        state.decisions += [decision, *_voices(state, decision)]


def _voices(state: State, decision: Decision) -> list[Decision]:
    """Contenders named in a hinge's cast who do not decide it themselves."""
    places, seats = Atlas.of(state.scenario).index["people"], Atlas.of(state.scenario).contender
    hinge = hinges.find(state, decision.about)
    deciding = {hinges.asked_of(state, hinge, group) for group in range(len(hinge.deciders))}
    cast = [places[name] for name in hinge.cast]
    heard = [p for p in cast if seats[p] >= 0 and p not in deciding and people.can_act(state, p)]
    asked = {(d.who, d.about) for d in state.decisions if d.kind == "voice"}
    return [Decision("voice", p, hinge.id, day=state.day) for p in heard if (p, hinge.id) not in asked]


def _pass_days(state: State, log: Log, until: date) -> None:
    """Go on to ``until`` by the days on which something comes due, stopping when somebody must decide."""
    _come_due(state, log)
    while not state.decisions and state.day < until:
        state.day = _next_due(state, until)
        _come_due(state, log)


def _come_due(state: State, log: Log) -> None:
    """What the day brings: papers written, then events, then the questions they raise."""
    documents.write_due(state, log)
    events.fire_due(state, log)
    _ask_hinges(state)


def _next_due(state: State, until: date) -> date:
    """The next day after today on which a paper, an event or a hinge is dated, ``until`` if none is before."""
    scenario, fired, today = state.scenario, state.events_fired, state.day
    events = timing.first_days(state).between(today, until)
    ahead = [hinge.opens for hinge in scenario.hinges if today < hinge.opens < until and hinge.id not in fired]
    ahead += [day for day, place in events if scenario.events[place].id not in fired]
    ahead += [paper.written for paper in scenario.documents if paper.written and today < paper.written < until]
    return min(ahead, default=until)


def _after_windows(state: State, log: Log) -> None:
    """Time passes: vacant regions are filled and the world drifts."""
    posts.fill_regions(state, log)
    drift.pass_time(state, log)
    state.phase = "meetings"


def _meetings(state: State, log: Log) -> None:
    """The next thing of the turn's calendar: a hinge that has come due, a sitting, or its votes."""
    sitting = meetings.in_session(state) if state.session else None
    if sitting is not None:
        _pass_days(state, log, meetings.last_day(state, sitting))
        if not state.decisions:
            meetings.conclude(state, log, sitting)
        return
    ahead = meetings.of_turn(state)
    _pass_days(state, log, ahead[0].day if ahead else state.scenario.turn_dates(state.turn)[1])
    if state.decisions:
        return
    if not ahead:
        state.phase = "close"
    elif meetings.open_sitting(state, log, ahead[0]):
        state.decisions = _sessions(state, ahead[0])


def _sessions(state: State, sitting: Sitting) -> list[Decision]:
    """A session decision for each contender present, in this sitting's keyed order.

    Whoever has no order left is not asked while nothing lies before the sitting.
    """
    idle = not any(motion.body == sitting.body for motion in state.agenda)
    seats = Atlas.of(state.scenario).contender
    present = [p for p in meetings.attending(state, sitting) if not idle or int(state.orders_left[seats[p]]) > 0]
    draws = {p: dice.draw(state.seed, state.turn, dice.Purpose.SEATS, sitting.meeting, p) for p in present}
    order = sorted(present, key=lambda p: (draws[p], p))
    return [Decision("session", p, sitting.meeting, day=sitting.day) for p in order]


def ask_again(state: State) -> None:
    """A motion has been moved in session: those already heard are asked how they stand, last of all."""
    sitting = meetings.in_session(state) if state.session else None
    if sitting is None:
        return
    waiting = [d.who for d in state.decisions if d.kind == "session" and d.about == sitting.meeting]
    late = [d for d in _sessions(state, sitting) if d.who not in waiting]
    state.decisions = [*late, *state.decisions]


def _close(state: State, log: Log) -> None:
    """The turn ends: offers lapse, the score is taken, and the game goes on or is over."""
    offers.lapse(state, log)
    hinges.close_windows(state, log)
    outcome.tally(state)
    log.write("turn", change="closed", scores=dict(state.scores))
    if log.on_close is not None:
        log.on_close(state, log.records)
    if state.turn >= state.scenario.turns:
        _finish(state, log)
    else:
        state.turn += 1
        state.phase = "open"


def _finish(state: State, log: Log) -> None:
    """The last turn is over: the outcome is written and nothing more is asked."""
    person, kind = outcome.leader(state)
    about = (state.scenario.people[person].id,) if person is not None and person >= 0 else ()
    log.write("outcome", None, about, leadership=kind, scores=dict(state.scores))
    state.phase = "over"
    state.decisions = []


STEPS: dict[str, Callable[[State, Log], None]] = {
    "open": _open,
    "window": _after_windows,
    "meetings": _meetings,
    "close": _close,
}
