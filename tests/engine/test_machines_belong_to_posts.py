"""Machines belong to posts: when the desk of appointments passes to another bloc, part of its people go with it."""

from __future__ import annotations

import numpy as np
import votes_world as world

from game.engine import appointments, lines, posts, powers
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.state import State


def passed(state: State, to: int) -> tuple[int, Log]:
    """The desk passes from whoever holds it to the leader of another bloc."""
    atlas, log = Atlas.of(state.scenario), Log(state)
    appointments.inherit(state, log)
    before = state.appointer
    desk = next(q for q in atlas.by_power[powers.APPOINTMENTS] if state.holder[q] >= 0)
    posts.fill(state, log, desk, atlas.leaders[to])
    return before, log


def test_part_of_the_people_go_with_the_desk() -> None:
    state = world.state()
    before, log = passed(state, 2)
    assert before not in (-1, 2)
    old = state.clients.copy()
    stay = lines.secretary_blocs(state) == before
    assert appointments.inherit(state, log) >= 0
    lost = old[:, before] - state.clients[:, before]
    assert (lost == np.where(stay, 0, old[:, before] * 400 // 1000)).all() and lost.sum() > 0
    assert (state.clients[:, 2] - old[:, 2] == lost).all()
    assert (state.clients.sum(axis=1) == 1000).all()


def test_nothing_moves_while_the_desk_stays() -> None:
    state = world.state()
    log = Log(state)
    appointments.inherit(state, log)
    old = state.clients.copy()
    assert appointments.inherit(state, log) == -1
    assert (state.clients == old).all()
