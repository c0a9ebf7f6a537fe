"""What a counted vote does: effects, authority won and lost, offices taken, precedent."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine import effects, lines, motions, pacts, posts, powers
from game.engine.context import Context
from game.engine.log import Log
from game.engine.state import Ballot, Motion, State
from game.scenario.model import MotionType

#: Authority won and lost, thousandths (MODEL §5).
CARRIED, LOST, CENSURED, REMOVED, LOST_APPOINTMENTS = 10, -25, -40, -200, -80
#: Severity from which a motion carried against somebody counts as removal.
REMOVAL = 2000


def enact(state: State, log: Log, motion: Motion, ballot: Ballot) -> None:
    """What a counted vote does: effects, authority, precedent."""
    kind = lines.motion_type(state, motion)
    if motion in state.agenda:
        state.agenda.remove(motion)
    state.provenance.pop(f"motion {motion.id}", None)
    causes = (ballot.record, motion.made_by)
    hit = motions.target(state, motion)
    held, offices = powers.has(state, hit, powers.APPOINTMENTS), powers.posts_of(state, hit)
    if ballot.carried:
        state.precedents[kind.id] = state.precedents.get(kind.id, 0) + 1
    if not (ballot.carried and motion.amended):
        context = Context(state, motions.symbols(state, motion), f"motion:{kind.id}")
        effects.run(context, kind.carried if ballot.carried else kind.lost, log, causes)
    if ballot.carried and motion.post >= 0:
        posts.fill(state, log, motion.post, motion.candidate, causes)
    pacts.judge_vote(state, log, motion, ballot)
    _authority(state, motion, ballot)
    if ballot.carried and hit >= 0:
        _fall(state, motion, kind, hit, held)
        if kind.severity:
            _take(state, hit, offices)


def _authority(state: State, motion: Motion, ballot: Ballot) -> None:
    for mover in motion.movers:
        add_authority(state, mover, CARRIED if ballot.carried else LOST)


def _fall(state: State, motion: Motion, kind: MotionType, hit: int, held: bool) -> None:
    """What the target of a carried motion loses."""
    amount = 0
    if kind.severity and not motion.amended:
        amount = REMOVED if kind.severity >= REMOVAL else CENSURED
    if held and not powers.has(state, hit, powers.APPOINTMENTS):
        amount += LOST_APPOINTMENTS
    add_authority(state, hit, amount)


def _take(state: State, hit: int, offices: Iterable[int]) -> None:
    """Offices that a vote took from somebody are remembered as taken from his bloc."""
    for post in offices:
        if int(state.holder[post]) < 0:
            state.taken[post] = lines.bloc_of(state, hit)


def add_authority(state: State, person: int, amount: int) -> None:
    """Change a person's authority within 0..1000."""
    state.authority[person] = min(max(int(state.authority[person]) + amount, 0), 1000)
