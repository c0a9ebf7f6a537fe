"""A turn passes: what moves by itself, in the fixed order of the rules."""

from __future__ import annotations

from typing import Any

import numpy as np

from game.engine import appointments, delegates, machines, recruitment, sentiment
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.parameters import Parameters
from game.engine.state import Ints, State


def pass_time(state: State, log: Log) -> None:
    """What moves by itself in a turn, from routine placement to the world's quantities.

    Writes one record, ``figures``, with the party's numbers after the drift.
    """
    appointments.inherit(state, log)
    appointments.routine(state)
    machines.drift(state)
    sentiment.drift(state)
    press(state)
    sentiment.follow_mood(state)
    sentiment.forget(state)
    recruitment.drift(state)
    machines.calm(state)
    grievance(state)
    blocs(state)
    quantities(state)
    log.write("figures", None, (), (), **figures(state))


def press(state: State) -> None:
    """The press forgets."""
    state.press = machines.fade(state.press, Parameters.of(state.scenario).press_keeps)


def grievance(state: State) -> None:
    """Grievance returns slowly to what it was when the scenario opened."""
    usual = np.array([region.grievance for region in state.scenario.regions], dtype=np.int64)
    state.grievance = machines.toward(state.grievance, usual, Parameters.of(state.scenario).grievance_rate)


def credit_income(state: State) -> Ints:
    """Per bloc the credit of a turn: a fixed part and a part of the leader's authority; 0 for the fallen."""
    parameters, heads = Parameters.of(state.scenario), list(Atlas.of(state.scenario).leaders)
    income = parameters.credit_income + state.authority[heads] // parameters.credit_authority
    return np.where((state.alive[heads] > 0) & (state.in_party[heads] > 0), income, 0)


def blocs(state: State) -> None:
    """Credit comes in, cohesion returns to the middle, exposure is forgotten, charges lapse."""
    parameters = Parameters.of(state.scenario)
    state.credit = np.minimum(state.credit + credit_income(state), parameters.credit_limit)
    usual = np.array([bloc.cohesion for bloc in state.scenario.blocs], dtype=np.int64)
    state.cohesion = machines.toward(state.cohesion, usual, parameters.cohesion_rate)
    state.exposure = machines.fade(state.exposure, parameters.exposure_keeps)
    state.charge = np.where(state.charge_until < state.turn, 0, state.charge)


def quantities(state: State) -> None:
    """Each quantity moves its own share of the way to its rest."""
    declared = state.scenario.quantities
    rest = np.array([quantity.rest for quantity in declared], dtype=np.int64)
    rate = np.array([quantity.drift for quantity in declared], dtype=np.int64)
    state.quantities = state.quantities + ((rest - state.quantities) * rate + 500) // 1000


def figures(state: State) -> dict[str, Any]:
    """Heads of members and candidates; shares of appointed secretaries and of officials in thousandths."""
    return {
        "full_members": int(state.members.sum()),
        "candidate_members": int(state.novices.sum()),
        "appointed_share": state.appointed,
        "official_share": delegates.officials(state),
    }
