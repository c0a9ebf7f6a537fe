"""The calendar: which bodies sit when, what is before them, and what a sitting does."""

from __future__ import annotations

from datetime import date, timedelta

from game.engine import bodies, committee, enactment, motions, people, posts, vacancies, votes
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.grounds import behind
from game.engine.log import Log
from game.engine.parameters import Parameters
from game.engine.state import Motion, Sitting, State
from game.scenario.model import AgendaItem, Meeting, Scenario

#: Days into a turn on which bodies that meet each turn sit.
STANDING_DAY = 20


def calendar(scenario: Scenario) -> list[Sitting]:
    """All dated meetings that have not closed when the scenario opens, in date order."""
    places = Atlas.of(scenario).index["bodies"]
    ahead = [
        Sitting(
            meeting.id,
            places[meeting.body],
            max(meeting.opens, scenario.start),
            meeting.seats,
            meeting.candidates_count,
        )
        for meeting in scenario.meetings
        if meeting.closes >= scenario.start
    ]
    return sorted(ahead, key=_date_order)


def _date_order(sitting: Sitting) -> tuple[date, int, str]:
    return sitting.day, sitting.body, sitting.meeting


def data_of(state: State, sitting: Sitting) -> Meeting | None:
    """The scenario's meeting, None for a standing or extraordinary sitting."""
    place = Atlas.of(state.scenario).index["meetings"].get(sitting.meeting, -1)
    return state.scenario.meetings[place] if place >= 0 else None


def of_turn(state: State) -> list[Sitting]:
    """Sittings of this turn still to be held, in date order."""
    last = state.scenario.turn_dates(state.turn)[1]
    return [sitting for sitting in state.sittings if not sitting.held and sitting.day <= last]


def in_session(state: State) -> Sitting | None:
    """The sitting in progress."""
    return next((s for s in state.sittings if s.meeting == state.session and not s.held), None)


def prepare_turn(state: State, log: Log) -> None:
    """Drop what is over, call the standing bodies, and put the standing items on the agendas."""
    state.sittings = [sitting for sitting in state.sittings if not sitting.held]
    dated = {sitting.body for sitting in of_turn(state)}
    first = state.scenario.turn_dates(state.turn)[0]
    for body, data in enumerate(state.scenario.bodies):
        if data.meets_each_turn and body not in dated:
            day = first + timedelta(days=STANDING_DAY)
            state.sittings.append(Sitting(f"{data.id}_turn_{state.turn}", body, day))
    _sort(state)
    for sitting in of_turn(state):
        put_items(state, log, sitting)


def _sort(state: State) -> None:
    state.sittings.sort(key=_date_order)


def put_items(state: State, log: Log, sitting: Sitting) -> None:
    """Move the standing items whose condition holds; take back those whose condition has lapsed."""
    meeting = data_of(state, sitting)
    for item in meeting.agenda if meeting else ():
        present = next((m for m in motions.on(state, sitting) if m.key == item.key), None)
        holds = item.test is None or bool(item.test.value(Context(state, {"BODY": sitting.body})))
        if holds and present is None:
            _put(state, log, sitting, item)
        elif not holds and present is not None:
            state.agenda.remove(present)


def _put(state: State, log: Log, sitting: Sitting, item: AgendaItem) -> None:
    context = Context(state, {"BODY": sitting.body})
    named = [int(mover.value(context)) for mover in item.movers]
    movers = [who for who in named if who >= 0] if named else [context.majority_leader()]
    if not movers and any(mover.text != "nobody" for mover in item.movers):
        return
    subject = item.subject or ""
    motion = motions.make(state, log, item.motion, sitting.body, subject, movers, key=item.key, sitting=sitting)
    if motion is None:
        return
    for expression in item.against:
        _oppose(state, motion, int(expression.value(context)))


def is_standing(state: State, motion: Motion) -> bool:
    """True for an item the calendar itself puts before a meeting."""
    place = Atlas.of(state.scenario).index["meetings"].get(motion.meeting, -1)
    if place < 0 or not motion.key:
        return False
    return any(item.key == motion.key for item in state.scenario.meetings[place].agenda)


def _oppose(state: State, motion: Motion, person: int) -> None:
    known = [who for who, _ in motion.stands]
    if people.can_act(state, person) and person not in motion.movers and person not in known:
        motion.stands = (*motion.stands, (person, motions.SIDES["against"]))


# ---- a sitting


def open_sitting(state: State, log: Log, sitting: Sitting) -> bool:
    """Open a sitting; False if what it needs is missing, and then it is not held."""
    state.day = max(state.day, sitting.day)
    sitting.day = state.day
    meeting = data_of(state, sitting)
    missing = _missing(state, sitting, meeting)
    name = state.scenario.bodies[sitting.body].id
    if missing:
        sitting.held = True
        rests = [need.test.text for need in meeting.needs] if meeting else []
        grounds = behind(state, rests)
        log.write("meeting", None, (sitting.meeting, name), grounds, change="not held", reason=missing)
        return False
    state.session = sitting.meeting
    log.write("meeting", None, (sitting.meeting, name), change="opened", body=name, seats=sitting.seats)
    vacancies.move_up(state, log, sitting)
    vacancies.propose(state, log, sitting)
    put_items(state, log, sitting)
    return True


def _missing(state: State, sitting: Sitting, meeting: Meeting | None) -> str:
    context = Context(state, {"BODY": sitting.body})
    for need in meeting.needs if meeting else ():
        if not need.test.value(context):
            return need.reason
    return ""


def _resize(state: State, meeting: Meeting) -> None:
    """Seats from here on; a body that is not elected anew loses no sitting member."""
    for name, (full, candidates) in meeting.sizes.items():
        body = Atlas.of(state.scenario).index["bodies"][name]
        if name not in meeting.elects:
            full = max(full, bodies.named_seats(state, body))
            candidates = max(candidates, len(state.candidates[body]))
        state.sizes[body] = (full, candidates)


def last_day(state: State, sitting: Sitting) -> date:
    """The day on which a sitting votes and closes, inside the turn."""
    meeting = data_of(state, sitting)
    length = meeting.closes - meeting.opens if meeting else timedelta(0)
    return max(state.day, min(sitting.day + length, state.scenario.turn_dates(state.turn)[1]))


def conclude(state: State, log: Log, sitting: Sitting) -> None:
    """Hold the votes and elections of a sitting and close it."""
    for motion in motions.on(state, sitting):
        if motion in state.agenda and not motion.blocked and _still_stands(state, motion):
            enactment.enact(state, log, motion, votes.hold(state, motion, sitting, log))
    motions.put_over(state, sitting)
    meeting = data_of(state, sitting)
    if meeting:
        _resize(state, meeting)
    for name in meeting.elects if meeting else ():
        committee.elect(state, Atlas.of(state.scenario).index["bodies"][name], sitting, log)
    if state.scenario.bodies[sitting.body].role == "congress":
        state.visibility = min(state.visibility + Parameters.of(state.scenario).visibility_step, 1000)
    sitting.held = True
    state.session = ""


def _still_stands(state: State, motion: Motion) -> bool:
    """False, and off the agenda, if the post has been filled meanwhile or the nominee is gone."""
    if motion.post < 0:
        return True
    open_ = int(state.holder[motion.post]) < 0 and posts.exists(state, motion.post)
    if open_ and people.can_act(state, motion.candidate):
        return True
    state.agenda.remove(motion)
    return False


def attending(state: State, sitting: Sitting) -> list[int]:
    """Contenders (people) who can come to a sitting and have a voice there, in the scenario's order."""
    places = Atlas.of(state.scenario).index["people"]
    seats = [places[contender.person] for contender in state.scenario.contenders]
    return [p for p in seats if attends(state, sitting, p)]


def attends(state: State, sitting: Sitting, person: int) -> bool:
    """True if a contender (a person) can come to a sitting and has a voice there."""
    return people.present(state, person) and bodies.attends(state, person, sitting.body)
