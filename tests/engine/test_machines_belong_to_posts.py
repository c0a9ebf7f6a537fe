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
    assert appointments.inherit(state, log) >= 0
    stay = lines.secretary_blocs(state) == before
    lost = old[:, before] - state.clients[:, before]
    assert (lost == np.where(stay, 0, old[:, before] * 600 // 1000)).all() and lost.sum() > 0
    assert (state.clients[:, 2] - old[:, 2] == lost).all()
    assert (state.clients.sum(axis=1) == 1000).all()


def test_nothing_moves_while_the_desk_stays() -> None:
    state = world.state()
    log = Log(state)
    appointments.inherit(state, log)
    old = state.clients.copy()
    assert appointments.inherit(state, log) == -1
    assert (state.clients == old).all()


def test_under_nobodys_man_they_belong_to_nobody() -> None:
    state = world.state()
    atlas, log = Atlas.of(state.scenario), Log(state)
    appointments.inherit(state, log)
    before = state.appointer
    free = next(p for p in range(len(state.scenario.people)) if lines.leader_of(state, p) < 0 and state.alive[p])
    desk = next(q for q in atlas.by_power[powers.APPOINTMENTS] if state.holder[q] >= 0)
    posts.fill(state, log, desk, free)
    old = state.clients.copy()
    assert appointments.inherit(state, log) >= 0
    gained = state.clients[:, -1] - old[:, -1]
    assert gained.sum() > 0 and (gained == old[:, before] - state.clients[:, before]).all()


def test_an_empty_desk_moves_nobody() -> None:
    state = world.state()
    atlas, log = Atlas.of(state.scenario), Log(state)
    appointments.inherit(state, log)
    for desk in atlas.by_power[powers.APPOINTMENTS]:
        state.holder[desk] = -1
    old = state.clients.copy()
    assert appointments.inherit(state, log) == -1 and (state.clients == old).all()


def test_a_first_secretary_goes_over_the_likelier_the_less_he_likes_the_old_patron() -> None:
    state = world.state()
    old, new = Atlas.of(state.scenario).leaders[:2]
    first = next(p for p in range(len(state.scenario.people)) if p not in (old, new))
    state.opinion[first, old], state.opinion[first, new] = 900, 0
    loyal = appointments.turncoat(state, first, old, new).total
    state.opinion[first, old] = 100
    assert loyal < appointments.turncoat(state, first, old, new).total
    state.opinion[first, new] = 800
    assert appointments.turncoat(state, first, old, new).total == 850
