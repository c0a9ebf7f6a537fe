"""What the rank and file think of the leaders, and how it moves opinions above."""

from __future__ import annotations

import numpy as np

from game.engine import lines, machines, opinions
from game.engine.parameters import Parameters
from game.engine.state import Ints, State

#: The share of a change that stays when the excitement has passed, thousandths.
STAYS = 200


def base(state: State) -> Ints:
    """Regions x blocs: the liking to which sentiment returns."""
    if state.sentiment_base.shape == state.sentiment.shape:
        return state.sentiment_base
    return np.array([region.sentiment for region in state.scenario.regions], dtype=np.int64)


def move(state: State, region: int, bloc: int, change: int) -> None:
    """Change a region's liking of a bloc's leader; a fifth of the change stays for good."""
    state.sentiment_base = base(state).copy()
    stays = change * STAYS // 1000
    state.sentiment_base[region, bloc] = min(
        max(int(state.sentiment_base[region, bloc]) + stays, -1000), 1000
    )
    state.sentiment[region, bloc] = min(max(int(state.sentiment[region, bloc]) + change, -1000), 1000)


def goals(state: State) -> Ints:
    """Regions x blocs: where liking is moving: base, mantle, press and the secretary's slant."""
    parameters = Parameters.of(state.scenario)
    mantle = (state.mantle - parameters.mantle_centre) // 2
    credulity = 1300 - state.independence
    press = state.press * parameters.press // 1000
    read = credulity[:, None] * press[None, :] // 500
    slant = slants(state) * state.machine[:, None] // 1000
    goal: Ints = base(state) + mantle[None, :] + read + slant
    return goal


def slants(state: State) -> Ints:
    """Regions x blocs: how the first secretary speaks of each leader; nothing without a patron."""
    parameters, strength = Parameters.of(state.scenario), lines.pacts(state)
    firsts, nobody = lines.secretary_blocs(state), len(state.scenario.blocs)
    partner = strength * parameters.slant_pact // 1000
    table = np.where(strength > 0, partner, parameters.slant_stranger)
    np.fill_diagonal(table, parameters.slant_own)
    padded = np.vstack([table, np.zeros((1, nobody), dtype=np.int64)])
    found: Ints = padded[firsts]
    return found


def drift(state: State) -> None:
    """A turn of the rank and file's feelings."""
    rate = Parameters.of(state.scenario).sentiment_rate
    state.sentiment = np.clip(machines.toward(state.sentiment, goals(state), rate), -1000, 1000)


def mood(state: State) -> Ints:
    """Per bloc the party's mean liking of its leader, weighted by members."""
    total = max(int(state.members.sum()), 1)
    found: Ints = (state.sentiment * state.members[:, None]).sum(axis=0) // total
    return found


def follow_mood(state: State) -> None:
    """A turn in which what people think of the leaders follows the mood of the party a little."""
    rate, places = Parameters.of(state.scenario).mood, state.scenario.index["people"]
    heads = [places[bloc.leader] for bloc in state.scenario.blocs]
    state.base_opinion[:, heads] = machines.toward(state.base_opinion[:, heads], mood(state), rate)
    state.base_opinion[heads, heads] = 0  # nobody has an opinion of himself


def forget(state: State) -> None:
    """A turn's fading of memories; opinions are recomputed."""
    keeps = Parameters.of(state.scenario).memory_keeps
    for memory in state.memories:
        size = abs(memory.amount) * keeps // 1000
        memory.amount = size if memory.amount > 0 else -size
    opinions.refresh(state)
