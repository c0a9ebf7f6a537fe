"""What a rival expects of motions before him, or that he might move: how others will stand, what hangs on it."""

from __future__ import annotations

from dataclasses import replace

from game.ai import motions, worth
from game.ai.judge import Judge
from game.engine import motions as rules
from game.engine import people
from game.engine.state import Motion

#: A motion he wants lost by so much is worth a thought although it is sure to be carried.
FEARED = 300


def answered(judge: Judge, motion: Motion) -> Motion:
    """The motion after the weightiest others have answered it: each stands as it serves him, as far as one sees."""
    found, known = replace(motion), dict(motion.stands)
    for person in _others(judge)[: judge.strength.answers]:
        if person not in motion.movers:
            stand, _ = motions.side(_imagined(judge, person), motion)
            if stand != "open":
                known.setdefault(person, rules.SIDES[stand])
    found.stands = tuple(known.items())
    return found


def _others(judge: Judge) -> list[int]:
    """The other seats at the table, the most powerful first."""
    mind, seats = judge.mind, judge.atlas.contender
    leaders = [
        (-mind.power[bloc], leader)
        for bloc, leader in enumerate(judge.atlas.leaders)
        if leader != mind.person and seats[leader] >= 0 and people.can_act(judge.state, leader)
    ]
    return [leader for _, leader in sorted(leaders)]


def _imagined(judge: Judge, person: int) -> Judge:
    """Another seat as he imagines it from his own view; worked out once."""
    found: Judge = judge.cached(("other", person), lambda: Judge.of(judge.state, person))
    return found


def outlook(judge: Judge, motion: Motion) -> int:
    """Chance that a motion on the agenda is carried: as it lies there, or as the others will have answered it."""
    if not judge.strength.foresight:
        return motions.chance(judge, motion)
    seen: Motion = judge.cached(("answered", motion.id), lambda: answered(judge, motion))
    return motions.chance(judge, seen)


def stake(judge: Judge, name: str) -> int:
    """How much hangs on a motion on the agenda for him: its worth, weighed by how open the vote is."""
    motion = rules.find(judge.state, name)
    if motion is None:
        return 0
    worthy = abs(worth.total(motions.value(judge, motion)))
    return worthy * motions.openness(outlook(judge, motion)) // 1000 if worthy >= motions.CARES else 0


def threat(judge: Judge, name: str) -> int:
    """How much he has to fear from a motion that is likely to be carried, 0 if it is little."""
    motion = rules.find(judge.state, name)
    if motion is None:
        return 0
    feared = -worth.total(motions.value(judge, motion)) * outlook(judge, motion) // 1000
    return feared if feared >= FEARED else 0
