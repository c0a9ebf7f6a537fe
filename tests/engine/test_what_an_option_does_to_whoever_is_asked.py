"""Whoever is asked for consent counts what the option does to him: figures, posts, places, the legal ladder."""

from __future__ import annotations

from dataclasses import replace

import pytest
import world
from world import ASH, BIRCH, CEDAR

from game.engine import bargain
from game.engine.context import Context

#: Effects as written -> points for cedar, who holds nothing; the editor's post weighs 400.
POINTS = {
    "authority cedar -215": -215,
    "authority birch -215": 0,
    "post editor to cedar": 350,
    "post editor to ash": 0,
    "post editor vacated": 0,
    "post POST to cedar": 0,
    "legal cedar warned": -100,
    "legal cedar condemned": -200,
    "severity cedar down": 100,
    "status cedar exiled": -300,
    "status cedar centre": 150,
    "status birch exiled": 0,
    "opinion ash>cedar 80": 20,
    "opinion cedar>ash 80": 0,
    "quantity unity -100": 0,
}
#: The same when cedar is the editor.
HELD = {
    "post editor to cedar": 0,
    "post editor to ash": -350,
    "post editor vacated": -350,
    "post editor threatened": -(350 // 3),
}


def points(state, line):
    return bargain.touches(Context(state, {"SELF": ASH}), CEDAR, world.effects_of(state.scenario, line))


@pytest.mark.parametrize("line", POINTS)
def test_what_it_does_to_one_who_holds_nothing(line):
    assert points(world.state(), line) == POINTS[line]


@pytest.mark.parametrize("line", HELD)
def test_what_it_does_to_one_who_holds_the_post(line):
    state = world.state()
    state.holder[state.scenario.index["posts"]["editor"]] = CEDAR
    assert points(state, line) == HELD[line]


def test_what_is_left_to_chance_counts_by_its_chance():
    state = world.state()
    line = world.effects_of(state.scenario, "authority cedar -200")
    certain = bargain.touches(Context(state, {}), CEDAR, line)
    chance = replace(line[0], verb="chance", chance=250, then=line, otherwise=())
    assert bargain.touches(Context(state, {}), CEDAR, (chance,)) == certain // 4
    assert bargain.touches(Context(state, {}), BIRCH, (chance,)) == 0
