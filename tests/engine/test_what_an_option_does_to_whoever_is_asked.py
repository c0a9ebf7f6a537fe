"""Whoever is asked for consent counts what the option does to him: figures, posts, places, the legal ladder."""

from __future__ import annotations

from dataclasses import replace

import pytest
import world
from world import ASH, BIRCH, CEDAR

from game import engine
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


def test_an_office_of_his_aim_weighs_with_whoever_is_asked_to_give_it_up_for_another(succession):
    """The war commissariat for the Secretariat is no bargain to whoever must be General Secretary."""
    state = engine.new(succession, 1)
    people, effects = succession.index["people"], ("post gensec vacated", "post war_commissar to {}")
    swap = [world.effects_of(succession, line.format("stalin"))[0] for line in effects]
    own, other = Context(state, {"SELF": people["kamenev"]}), people["molotov"]
    posts = [150 + post.weight // 2 for post in succession.posts if post.id in ("gensec", "war_commissar")]
    assert bargain.touches(own, people["stalin"], swap) == posts[1] - bargain.LIFEWORK * posts[0] < -500
    state.holder[succession.index["posts"]["gensec"]] = other
    swap[1] = world.effects_of(succession, effects[1].format("molotov"))[0]
    assert bargain.touches(own, other, swap) == posts[1] - posts[0]


def test_what_is_left_to_chance_counts_by_its_chance():
    state = world.state()
    line = world.effects_of(state.scenario, "authority cedar -200")
    certain = bargain.touches(Context(state, {}), CEDAR, line)
    chance = replace(line[0], verb="chance", chance=250, then=line, otherwise=())
    assert bargain.touches(Context(state, {}), CEDAR, (chance,)) == certain // 4
    assert bargain.touches(Context(state, {}), BIRCH, (chance,)) == 0
