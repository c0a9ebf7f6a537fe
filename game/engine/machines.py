"""Regional machines: how they grow, change hands and are broken, and the fear that follows."""

from __future__ import annotations

import numpy as np

from game.engine import lines
from game.engine.parameters import Parameters
from game.engine.state import Ints, State


def toward(values: Ints, goals: Ints, rate: int) -> Ints:
    """Values moved ``rate`` per mille of the way to their goals, rounded to the nearest."""
    moved: Ints = values + ((goals - values) * rate + 500) // 1000
    return moved


def fade(values: Ints, keeps: int) -> Ints:
    """Values kept at ``keeps`` per mille, floored in size so that they die out on both sides of zero."""
    faded: Ints = np.sign(values) * (np.abs(values) * keeps // 1000)
    return faded


def drift(state: State) -> None:
    """A turn of the machines: towards what like-minded lower secretaries and long tenure support."""
    parameters = Parameters.of(state.scenario)
    state.machine = np.clip(toward(state.machine, goals(state), parameters.machine_rate), 0, 1000)
    state.tenure = state.tenure + 1


def goals(state: State) -> Ints:
    """Per region the machine it is moving to: base, clients of the first secretary's side, tenure."""
    parameters = Parameters.of(state.scenario)
    regions = np.arange(len(state.machine), dtype=np.int64)
    alike = state.clients[regions, lines.secretary_blocs(state)]
    tenure = np.minimum(state.tenure, parameters.tenure_limit)
    goal: Ints = (
        parameters.machine_base
        + parameters.machine_clients * alike // 1000
        + parameters.machine_tenure * tenure
    )
    return goal


def new_secretary(state: State, region: int, bloc: int) -> None:
    """A new first secretary: others' clients pass to his bloc, the machine loosens, tenure restarts."""
    parameters = Parameters.of(state.scenario)
    take(state, region, bloc, parameters.change_clients)
    state.machine[region] = int(state.machine[region]) * parameters.change_machine // 1000
    state.tenure[region] = 0


def take(state: State, region: int, bloc: int, share: int) -> int:
    """``share`` per mille of everybody else's clients pass to a bloc; returns how many (per mille)."""
    if bloc < 0 or bloc >= len(state.scenario.blocs):
        return 0
    row = state.clients[region]
    moved = row * share // 1000
    moved[bloc] = 0
    gained = int(moved.sum())
    state.clients[region] = row - moved
    state.clients[region, bloc] += gained
    return gained


def attach(state: State, region: int, bloc: int, amount: int) -> int:
    """Up to ``amount`` per mille of lower secretaries, out of the unattached, pass to a bloc; how many."""
    gained = min(max(amount, 0), int(state.clients[region, -1]))
    state.clients[region, -1] -= gained
    state.clients[region, bloc] += gained
    return gained


def frighten(state: State, region: int | None = None, amount: int | None = None) -> None:
    """Fear rises: everywhere by a step when a bloc's standing worsens, or in one region by ``amount``."""
    step = Parameters.of(state.scenario).fear_step if amount is None else amount
    if region is None:
        state.fear = np.minimum(state.fear + step, 1000)
    else:
        state.fear[region] = min(int(state.fear[region]) + step, 1000)


def calm(state: State) -> None:
    """A turn's fading of fear, down to its rest."""
    parameters = Parameters.of(state.scenario)
    state.fear = np.maximum(state.fear - parameters.fear_fades, parameters.fear_rest)
