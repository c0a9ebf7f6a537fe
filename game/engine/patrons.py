"""Patron chains: whose man everybody is, worked out for all people at once and kept until a patron changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.atlas import Atlas
from game.engine.memo import lasting
from game.engine.state import Ints, State


@dataclass(slots=True)
class Belonging:
    """Per person: the bloc of the first leader up his chain, and of the last; -1 for nobody's man.

    ``leaders`` is ``ends`` as a read-only column with the number of blocs for nobody.
    """

    blocs: tuple[int, ...]
    ends: tuple[int, ...]
    leaders: Ints


def belonging(state: State) -> Belonging:
    """Whose man everybody is now."""
    memo = state.memo  # what ``lasting`` would find, looked up here: nothing is asked so often
    found: Belonging | None = memo.get("belonging") if memo else None
    return found or lasting(state, "belonging", lambda s: (s.patron.tobytes(), s.alive.tobytes()), _belonging)


def _belonging(state: State) -> Belonging:
    led, patrons, alive = Atlas.of(state.scenario).bloc_led, state.patron.tolist(), state.alive.tolist()
    blocs, ends = [], []
    for person in range(len(patrons)):
        heads = [link for link in _chain(patrons, person) if led[link] >= 0]
        blocs.append(led[heads[0]] if heads and alive[heads[0]] else -1)
        ends.append(led[heads[-1]] if heads and alive[heads[-1]] else -1)
    nobody = len(state.scenario.blocs)
    leaders = np.array([bloc if bloc >= 0 else nobody for bloc in ends], dtype=np.int64)
    leaders.flags.writeable = False
    return Belonging(tuple(blocs), tuple(ends), leaders)


def _chain(patrons: list[int], person: int) -> list[int]:
    """A person, his patron, the patron's patron and so on; a circle ends where it closes."""
    links: list[int] = []
    while person >= 0 and person not in links:
        links.append(person)
        person = patrons[person]
    return links
