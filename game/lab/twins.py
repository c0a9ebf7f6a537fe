"""Twin worlds: the same state and the same luck, one with an order or choice and one without.

Each pair is played twice. ``direct``: everybody goes on as he did in the kept game, as far as that is still
open. ``anew``: all but the person who acted decide again. What the second adds to the first came through
the reactions of others.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any

from game import engine
from game.engine import forecast, outcome
from game.engine.digest import digest
from game.engine.forecast import Forecast
from game.engine.order import Order
from game.engine.state import Ballot, Motion, Sitting, State
from game.lab.fork import Fork
from game.lab.observer import watching
from game.lab.pilot import Pilot
from game.lab.recall import Recall
from game.lab.rolls import Roll, shifts
from game.lab.standing import bands, holders

DIRECT, ANEW = "direct", "anew"
MODES = (DIRECT, ANEW)
#: Roll calls compared voter by voter: so many, in the turn of the fork and so many after it.
ROLLS, TURNS = 8, 1


@dataclass(frozen=True, slots=True)
class Course:
    """How twins are played: the dial and strength of rivals, and the last turn."""

    rivals: str
    strength: str
    last_turn: int


@dataclass(slots=True)
class End:
    """What is compared of a world."""

    leader: str
    kind: str
    bands: dict[str, str]
    posts: dict[str, str]
    votes: dict[str, bool]  # recorded votes held after the fork: carried or not
    state: str  # digest of the whole state
    rolls: list[Roll]


@dataclass(slots=True)
class Twin:
    """One world of a pair while it is played."""

    fork: Fork
    course: Course
    seed: int
    anew: bool
    rolls: list[Roll] = field(default_factory=list)

    def play(self, first: Order | None) -> End:
        """Go on from the fork with ``first`` (None: without it) to the last turn."""
        state = self.fork.state.copy()
        state.seed = self.seed
        held = len(state.ballots)
        with watching(self._watch):
            if first is not None:
                engine.apply(state, first)
            self._go_on(state)
        return self._end(state, held)

    def _go_on(self, state: State) -> None:
        """Those bound by the kept game do what they did there; the others, and new questions, decide anew."""
        fork, who = self.fork, self.fork.given.order.who
        recall = Recall(fork.later, fork.last_turn, fork.finished)
        pilot = Pilot(self.course.rivals, self.course.strength, self.seed)
        while (decision := engine.to_act(state)) is not None and state.turn <= self.course.last_turn:
            bound = not self.anew or state.scenario.people[decision.who].id == who
            order = recall.next(state, decision) if bound else None
            engine.apply(state, order or pilot.next(state, decision)[0])

    def _watch(self, state: State, motion: Motion, sitting: Sitting) -> Callable[[Ballot], None] | None:
        if len(self.rolls) >= ROLLS or state.turn > self.fork.given.turn + TURNS:
            return None
        expected: Forecast = forecast.vote(state, motion, sitting)
        return lambda ballot: self.rolls.append(Roll(state.scenario, ballot, expected))

    def _end(self, state: State, held: int) -> End:
        leader, kind = outcome.leader(state)
        recorded = {str(fact.data.get("key", "")) for fact in state.scenario.record if fact.kind == "vote"}
        return End(
            leader=state.scenario.people[leader].id if leader is not None and leader >= 0 else "",
            kind=kind,
            bands=bands(state),
            posts=holders(state),
            votes={one.key: one.carried for one in state.ballots[held:] if one.key and one.key in recorded},
            state=digest(state),
            rolls=self.rolls,
        )


def derived_seed(fork: Fork, world: int) -> int:
    """The luck of a world after the fork, common to both twins: 0 <= seed < 2**63."""
    text = f"{fork.state.seed}|{fork.given.line}|twin|{world}"
    return int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little") >> 1


def pair(fork: Fork, course: Course, world: int) -> dict[str, Any]:
    """A pair of twins in both modes, as plain data: each figure as [with, without]."""
    seed = derived_seed(fork, world)
    found: dict[str, Any] = {"world": world}
    for mode in MODES:
        with_it = Twin(fork, course, seed, mode == ANEW).play(fork.given.order)
        without = Twin(fork, course, seed, mode == ANEW).play(fork.instead)
        found[mode] = _side_by_side(with_it, without)
    return found


def _side_by_side(one: End, other: End) -> dict[str, Any]:
    keys = sorted({*one.votes, *other.votes})
    return {
        "leader": [one.leader, other.leader],
        "kind": [one.kind, other.kind],
        "bands": {who: [band, other.bands[who]] for who, band in one.bands.items()},
        "posts": {post: [who, other.posts[post]] for post, who in one.posts.items()},
        "votes": {key: [_word(one, key), _word(other, key)] for key in keys},
        "state": [one.state, other.state],
        "rolls": shifts(one.rolls, other.rolls),
    }


def _word(end: End, key: str) -> str:
    if key not in end.votes:
        return "not held"
    return "carried" if end.votes[key] else "lost"
