"""What motions are worth to a rival, carried rather than lost, and how he stands on one."""

from __future__ import annotations

from game.ai import reckoning, worth
from game.ai.judge import Judge, Line
from game.ai.worth import Happening
from game.engine import lines, motions, powers
from game.engine.context import Context
from game.engine.memo import kept
from game.engine.state import Motion, State

#: Points of worth above which he speaks for a motion, below minus which against it.
CARES = 40
#: What a person's fall is worth by its severity, and how much of it is fear of being next (divisors).
HIT, NEXT = 12000, 40000
#: Points of an empty office: days times its weight by a divisor, and the most.
VACANT, MOST_VACANT = 120, 450
#: What faith to a partner who is hit weighs (divisor of bond times his word).
FAITH = 4500


def value(judge: Judge, motion: Motion) -> list[Line]:
    """What it is worth that the motion carries rather than fails; worked out once for a view."""
    found: list[Line] = judge.cached(("value", _key(motion)), lambda: _value(judge, motion))
    return found


def chance(judge: Judge, motion: Motion) -> int:
    """Chance in thousandths that it is carried, as he sees it; worked out once for a view."""
    found: int = judge.cached(("chance", _key(motion)), lambda: reckoning.chance(judge.state, motion))
    return found


def _key(motion: Motion) -> tuple[object, ...]:
    return (motion.id, motion.body, motion.movers, motion.stands, motion.amended)


def _value(judge: Judge, motion: Motion) -> list[Line]:
    found: list[Line] = []
    if not motion.amended:
        key = ("carried or lost", motion.id, motion.type, motion.body, motion.movers[:1], motion.subject)
        carried, lost = kept(judge.state, key, lambda state: _either_way(state, motion))
        found = worth.lines(judge, carried)
        found += [(label, -n) for label, n in worth.lines(judge, lost)]
    found += _persons(judge, motion, lines.motion_type(judge.state, motion).severity)
    found += _aims(judge, motion)
    if motions.target(judge.state, motion) == judge.mind.person:
        found = [(label, amount * judge.strength.survival // 1000) for label, amount in found]
    return [line for line in found if abs(line[1]) >= worth.LEAST]


def _either_way(state: State, motion: Motion) -> tuple[list[Happening], list[Happening]]:
    """What happens if a motion is carried and if it is lost; the same whoever asks."""
    kind = lines.motion_type(state, motion)
    context = Context(state, motions.symbols(state, motion), f"motion:{motion.type}")
    return worth.happenings(context, kind.carried), worth.happenings(context, kind.lost)


def _persons(judge: Judge, motion: Motion, severity: int) -> list[Line]:
    """Who is hit, who is raised and who moves it."""
    mind, hit = judge.mind, motions.target(judge.state, motion)
    found: list[Line] = []
    if hit >= 0 and severity and not motion.amended:
        found.append(("who_is_hit", -mind.towards(hit) * severity // HIT))
        first = 2 if not judge.state.precedents.get(motion.type, 0) else 1  # what was never done frightens more
        found.append(("next_victim", -first * mind.weight("unity") * severity // NEXT))
    if motion.candidate >= 0:
        post = judge.state.scenario.posts[motion.post]
        found.append(("who_is_raised", mind.towards(motion.candidate) * (60 + post.weight) // 1000))
        found.append(("vacancy", _vacancy(judge, motion.post)))
        found.append(("many_offices", -_offices(judge, motion.candidate) * (60 + post.weight) // 250))
        if "appointments" in post.powers:
            found.append(("too_strong", -judge.overshadowed(motion.candidate) // 3))
        found.append(("his_aim", judge.aim("holds", _id(judge, motion.candidate), _post(judge, motion))))
    found.append(("who_moves", sum(mind.towards(mover) for mover in motion.movers[:2]) // 50))
    return found


def _vacancy(judge: Judge, post: int) -> int:
    """An office long empty is filled with whom one can get."""
    empty = judge.state.day.toordinal() - int(judge.state.since[post])
    return min(max(empty, 0) * judge.state.scenario.posts[post].weight // VACANT, MOST_VACANT)


def _offices(judge: Judge, person: int) -> int:
    """Weight of the offices somebody has already: one man cannot do everything."""
    posts = judge.state.scenario.posts
    return sum(posts[post].weight for post in powers.posts_of(judge.state, person))


def _aims(judge: Judge, motion: Motion) -> list[Line]:
    """What his aim says of such motions: that one be carried some time, or that it never be used."""
    done = judge.state.precedents.get(motion.type, 0)
    wanted = 0 if done else judge.aim("carried", motion.type)
    feared = judge.mind.want("precedents", motion.type) if not done else 0
    return [("his_aim", wanted + feared)]


def _id(judge: Judge, person: int) -> str:
    return judge.state.scenario.people[person].id


def _post(judge: Judge, motion: Motion) -> str:
    return judge.state.scenario.posts[motion.post].id


def side(judge: Judge, motion: Motion) -> tuple[str, list[Line]]:
    """How the seat stands: for, against or open (as his pacts have it), with the lines behind it."""
    found = [*value(judge, motion), *_promised(judge, motion), *_another(judge, motion), *_counted(judge, motion)]
    total = worth.total(found)
    if total > CARES:
        return "for", found
    return ("against", found) if total < -CARES else ("open", found)


def _another(judge: Judge, motion: Motion) -> list[Line]:
    """At an election whoever prefers another name on the table speaks for that one only."""
    if motion.post < 0:
        return []
    same = [other for other in judge.state.agenda if other.post == motion.post and other.id != motion.id]
    best = max((worth.total(value(judge, other)) for other in same), default=0)
    ahead = best - worth.total(value(judge, motion))
    return [("prefers_another", -ahead)] if ahead > 0 and best > 0 else []


def _counted(judge: Judge, motion: Motion) -> list[Line]:
    """Whose aim counts the delegates of the last congress stands there where most of them will stand."""
    asked = judge.aim("delegates", judge.own) if judge.strength.numerate else 0
    if (
        not asked
        or motions.target(judge.state, motion) == judge.mind.person
        or not _last_congress(judge.state, motion)
    ):
        return []
    return [("counted_with", asked * (2 * chance(judge, motion) - 1000) // 1000)]


def _last_congress(state: State, motion: Motion) -> bool:
    """True of a motion before a congress after which no other is called."""
    if state.scenario.bodies[motion.body].role != "congress":
        return False
    return not any(sitting.body == motion.body and sitting.day > state.day for sitting in state.sittings)


def _promised(judge: Judge, motion: Motion) -> list[Line]:
    """Support promised to a mover weighs as much as the pact is strong, and so does faith to a partner hit."""
    mind, found = judge.mind, []
    keep = 400 + mind.weight("word")
    for mover in motion.movers:
        other = mind.ends[mover]
        if other < len(mind.bond) and other != mind.bloc:
            found.append(("pact_with_mover", mind.bond[other] * keep // 12000))
    hit = motions.target(judge.state, motion)
    other = mind.ends[hit] if hit >= 0 else len(mind.bond)
    if other < len(mind.bond) and other != mind.bloc and lines.hostile(lines.motion_type(judge.state, motion)):
        found.append(("pact_with_target", -mind.bond[other] * keep // FAITH))
    return [line for line in found if line[1]]


def openness(chance_: int) -> int:
    """1000 for an even vote, 0 for one that is settled."""
    return 4 * chance_ * (1000 - chance_) // 1000
