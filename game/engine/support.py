"""Support: how many votes of a body somebody counts on, without a motion."""

from __future__ import annotations

import numpy as np

from game.engine import ballots, lines
from game.engine.parameters import Parameters
from game.engine.state import Ints, State


def support(state: State, person: int, body: int) -> tuple[int, int]:
    """(certain, of): voters who follow the person or his allies, and all who vote in the body.

    In an assembly both are thousandths: what the secretaries of his side would send.
    """
    bloc = lines.bloc_of(state, person)
    if state.scenario.bodies[body].kind == "assembly":
        return (_machine_share(state, bloc) if bloc >= 0 else 0), 1000
    there = ballots.voters(state, body, lines.leaders(state))
    sure = _side(state, bloc)[there.leader]
    own = np.zeros(len(there.ids), dtype=np.int64)
    own[: there.people] = there.ids[: there.people] == person
    return int(np.maximum(sure, own).sum()), there.entitled


def _side(state: State, bloc: int) -> Ints:
    """Per bloc, and a last entry for nobody, 1 if it is the bloc or its ally."""
    found = np.zeros(len(state.scenario.blocs) + 1, dtype=np.int64)
    if bloc >= 0:
        bound = Parameters.of(state.scenario).alliance
        found[:-1] = lines.pacts(state)[bloc] >= bound
    return found


def _machine_share(state: State, bloc: int) -> int:
    """Thousandths of members whose delegation the secretaries of a side fill."""
    side = _side(state, bloc)
    first = side[lines.secretary_blocs(state)] * 1000
    filled = state.machine * (first + (state.clients * side).sum(axis=1)) // 2000
    return int((filled * state.members).sum()) // max(int(state.members.sum()), 1)
