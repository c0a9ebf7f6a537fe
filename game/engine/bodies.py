"""Who sits where: the membership of bodies, joint bodies and assemblies."""

from __future__ import annotations

from game.engine.atlas import Atlas
from game.engine.state import State


def joined(state: State, body: int) -> tuple[int, ...]:
    """The bodies that sit as ``body``: those it joins, or itself."""
    return Atlas.of(state.scenario).joined[body]


def full_members(state: State, body: int) -> tuple[int, ...]:
    """Named full members in order; a joint body has those of its parts, once each."""
    return tuple(dict.fromkeys(person for part in joined(state, body) for person in state.full[part]))


def sits(state: State, person: int, body: int) -> bool:
    """True if ``person`` is a full member."""
    return any(person in state.full[part] for part in joined(state, body))


def attends(state: State, person: int, body: int) -> bool:
    """True if ``person`` has a voice there: a member, a candidate, or anyone at an assembly."""
    if state.scenario.bodies[body].kind == "assembly":
        return True
    return any(person in state.full[part] or person in state.candidates[part] for part in joined(state, body))


def named_seats(state: State, body: int) -> int:
    """Full seats that named people or the bench occupy."""
    bench = state.bench[body]
    return len(state.full[body]) + (0 if bench is None else len(bench.region))


def seats_of(state: State, person: int) -> list[int]:
    """Bodies where ``person`` is a full or candidate member."""
    return [
        body
        for body in range(len(state.scenario.bodies))
        if person in state.full[body] or person in state.candidates[body]
    ]
