"""What motions are worth to a rival, carried or lost, and how he stands on one."""

from __future__ import annotations

from game.ai.worth import Judge, Line
from game.engine import effects, forecast, lines, motions
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.state import Motion, State

#: Points of worth above which he speaks for a motion, below minus which against it.
CARES = 25
#: A severe motion is moved only if it would carry with this chance (thousandths).
CONFIDENT = 580
#: Motions of one seat lie at least this many turns apart.
PAUSE = 3


def worth(judge: Judge, motion: Motion) -> list[Line]:
    """What it is worth that the motion carries rather than fails."""
    state = judge.state
    kind = motions.type_of(state, motion)
    context = Context(state, motions.symbols(state, motion), f"motion:{motion.type}")
    found = judge.lines(effects.describe(kind.carried, context))
    found += [(label, -amount) for label, amount in judge.lines(effects.describe(kind.lost, context))]
    hit = lines.target(state, motion)
    if hit >= 0 and kind.severity:
        feared = judge.mind.towards(state, hit)
        found.append(("who_is_hit", -feared * kind.severity // 10000))
        found += [("next_victim", -judge.mind.weight("unity") * kind.severity // 60000)]
    if motion.candidate >= 0:
        found.append(("who_is_raised", judge.mind.towards(state, motion.candidate) // 8))
    found += [("who_moves", sum(judge.mind.towards(state, m) for m in motion.movers[:2]) // 40)]
    return [line for line in found if line[1]]


def side(judge: Judge, motion: Motion) -> tuple[str, list[Line]]:
    """How the seat stands: for, against or open (as his pacts have it), with the lines behind it."""
    found = worth(judge, motion)
    found += _promised(judge.state, judge.mind.bloc, motion)
    total = sum(amount for _, amount in found)
    if total > CARES:
        return "for", found
    return ("against", found) if total < -CARES else ("open", found)


def _promised(state: State, bloc: int, motion: Motion) -> list[Line]:
    """Support promised to a mover weighs as much as the pact is strong."""
    found: list[Line] = []
    for mover in motion.movers:
        other = lines.leader_of(state, mover)
        if other >= 0 and other != bloc:
            found.append(("pact_with_mover", lines.pact_strength(state, bloc, other) // 12))
    hit = lines.target(state, motion)
    other = lines.leader_of(state, hit) if hit >= 0 else -1
    if other >= 0 and other != bloc and motions.type_of(state, motion).severity:
        found.append(("pact_with_target", -lines.pact_strength(state, bloc, other) // 6))
    return [line for line in found if line[1]]


def proposal(judge: Judge, type_: str, body: str, subject: str) -> tuple[Motion, int] | None:
    """A motion the seat might move and its chance of carrying in thousandths; None if nobody would sit."""
    state = judge.state
    atlas = Atlas.of(state.scenario)
    place = atlas.index["bodies"][body]
    kind = state.scenario.motions[atlas.index["motions"][type_]]
    sitting = motions.next_sitting(state, place)
    if sitting is None:
        return None
    motion = Motion(
        f"{sitting.meeting}/{type_}/{subject}",
        type_,
        place,
        sitting.meeting,
        (judge.mind.person,),
        kind.subject,
        subject,
    )
    return motion, forecast.vote(state, motion).chance
