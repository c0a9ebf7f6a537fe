"""The bench: unnamed seats of a committee, each with a region and a patron (MODEL section 2)."""

from __future__ import annotations

import numpy as np

from game.engine import dice
from game.engine.dice import Purpose
from game.engine.state import BANNED, Bench, Ints, State

#: Half the bench follows the first secretary of its region, whoever he becomes.
FOLLOWS = 500


def fill_bench(state: State, body: int) -> None:
    """Fill the full seats of a committee that no named person holds, from the regions as they are."""
    count = max(state.sizes[body][0] - len(state.full[body]), 0)
    state.bench[body] = draw_bench(state, body, count)


def draw_bench(state: State, body: int, count: int) -> Bench:
    """Draw ``count`` bench seats by this turn's keyed dice; seat numbers are 0, 1, 2 and so on."""
    about, seats = state.scenario.bodies[body].id, np.arange(count, dtype=np.int64)
    draws = [
        dice.draw(state.seed, state.turn, purpose, about, seats)
        for purpose in (Purpose.BENCH_REGION, Purpose.BENCH_FOLLOWS, Purpose.BENCH_PATRON)
    ]
    region = _pick(np.cumsum(state.members), draws[0])
    follows = (draws[1] * 1000 >> 32 < FOLLOWS).astype(np.int64)
    shares = np.cumsum(electable(state)[region], axis=1)
    patron = (shares <= (draws[2] * 1000 >> 32)[:, None]).sum(axis=1)
    return Bench(region, patron.astype(np.int64), follows)


def patron_of_newcomer(state: State, person: int) -> int:
    """The bloc a new named member owes his seat to, drawn as for a bench seat of his region; or nobody's number."""
    region = state.scenario.index["regions"].get(state.scenario.people[person].region or "", -1)
    shares = electable(state)
    row = shares[region] if region >= 0 else (shares * state.members[:, None]).sum(axis=0)
    draw = dice.draw(state.seed, state.turn, Purpose.NEWCOMER, "committee", person)
    return int(_pick(np.cumsum(row), np.array([draw], dtype=np.int64))[0])


def electable(state: State) -> Ints:
    """Regions x (blocs and nobody): shares of lower secretaries by the patron they can own up to at an election.

    Clients of a bloc that is not tolerated are passed over, a third at each step, for people of nobody's.
    """
    found = state.clients.copy()
    found[:, :-1] = found[:, :-1] * (BANNED - state.severity) // BANNED
    found[:, -1] += state.clients.sum(axis=1) - found.sum(axis=1)
    return found


def _pick(cumulative: Ints, draws: Ints) -> Ints:
    """Index of the interval of ``cumulative`` that each 32-bit draw falls into."""
    points = draws * int(cumulative[-1]) >> 32
    return np.searchsorted(cumulative, points, side="right").astype(np.int64)
