"""Recruitment: entrants, promotion of candidates, leavers, and what newcomers do to independence."""

from __future__ import annotations

import numpy as np

from game.engine import apportionment
from game.engine.parameters import Parameters
from game.engine.state import State


def entrants(state: State) -> int:
    """Heads that join this turn: what the gate lets in, and the enrolment campaign while it runs."""
    campaign = Parameters.of(state.scenario).enrolment if state.enrolment > 0 else 0
    return state.gate + campaign


def drift(state: State) -> None:
    """A turn of growth: candidates join, some become members, some leave; independence is diluted."""
    parameters = Parameters.of(state.scenario)
    heads = state.members + state.novices
    joined = apportionment.largest_remainder(heads, entrants(state))
    promoted = state.novices * parameters.promoted // 1000
    state.members = state.members + promoted - state.members * parameters.leavers // 1000
    state.novices = state.novices - promoted - state.novices * parameters.leavers // 1000 + joined
    grown = np.maximum(heads + joined, 1)
    diluted = state.independence * heads + parameters.newcomers * joined
    state.independence = (diluted + grown // 2) // grown
    _untaught(state, int(heads.sum()), int(joined.sum()))
    state.enrolment = max(state.enrolment - 1, 0)


def _untaught(state: State, heads: int, joined: int) -> None:
    """Newcomers belong to nobody until somebody teaches them; a few find their own way each turn."""
    kept = state.untaught * (1000 - Parameters.of(state.scenario).teaching) // 1000
    state.untaught = (kept * heads + 1000 * joined) // max(heads + joined, 1)
