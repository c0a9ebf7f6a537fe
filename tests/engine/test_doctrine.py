"""The mantle is nearly a fixed sum, and theses are launched, attacked, adopted and condemned once."""

from __future__ import annotations

import world
from world import ASH, BIRCH, CEDAR, apply

from game.engine import doctrine
from game.engine.log import Log


def mantle(state):
    return state.mantle.tolist()


def test_what_one_gains_the_others_lose_in_proportion():
    state = world.state()
    state.mantle[:] = (400, 300, 100)
    record = doctrine.shift_mantle(state, Log(state), 0, 100)
    assert mantle(state) == [500, 240, 80]
    assert state.provenance["mantle of_birch"] == state.provenance["mantle of_ash"] == record


def test_a_loss_is_nobodys_gain():
    state = world.state()
    state.mantle[:] = (400, 300, 100)
    doctrine.shift_mantle(state, Log(state), 0, -100)
    assert mantle(state) == [300, 300, 100]


def test_gains_above_six_hundred_count_half():
    state = world.state()
    state.mantle[:] = (580, 0, 0)
    doctrine.shift_mantle(state, Log(state), 0, 60)
    assert mantle(state)[0] == 620


def test_those_who_cannot_act_have_nothing_to_lose():
    state = world.state()
    state.mantle[:] = (400, 300, 300)
    state.alive[CEDAR] = 0
    doctrine.shift_mantle(state, Log(state), 0, 100)
    assert mantle(state) == [500, 220, 300]


def test_whoever_launches_a_thesis_owns_it_and_its_effects_are_felt():
    state = world.state()
    log = apply(state, "thesis calm launched", SELF=ASH)
    assert int(state.theses[0]) == 1 and int(state.thesis_owner[0]) == 0
    assert state.region_axes[:, 0].tolist() == [-40, -40, -40]
    thesis, lean = log.records
    assert lean.causes == (thesis.number,) and state.provenance["thesis calm"] == thesis.number


def test_an_attack_falls_on_the_owner_and_not_on_what_nobody_has_said():
    state = world.state()
    apply(state, "thesis calm attacked", SELF=BIRCH)
    assert mantle(state) == [400, 400, 400]
    apply(state, "thesis calm launched", SELF=ASH)
    apply(state, "thesis calm attacked", SELF=BIRCH)
    assert mantle(state)[0] < 400 < mantle(state)[1]


def test_adoption_pays_the_owner_and_condemnation_costs_him():
    state = world.state()
    apply(state, "thesis calm launched", SELF=ASH)
    apply(state, "thesis calm adopted")
    adopted = mantle(state)[0]
    assert int(state.theses[0]) == 2 and adopted == 440
    apply(state, "thesis calm condemned")
    assert int(state.theses[0]) == 3 and mantle(state)[0] == adopted - 100
    log = apply(state, "thesis calm launched", "thesis calm adopted", "thesis calm condemned", SELF=ASH)
    assert log.records == []


def test_a_thesis_can_change_hands():
    state = world.state()
    apply(state, "thesis calm to birch")
    assert int(state.thesis_owner[0]) == 1


def test_nobody_loses_more_mantle_than_he_has():
    state = world.state()
    state.mantle[:] = (0, 30, 10)
    doctrine.shift_mantle(state, Log(state), 0, 500)
    assert mantle(state) == [500, 0, 0]


def test_a_thesis_of_nobodys_man_belongs_to_nobody_and_its_adoption_pays_nobody():
    state = world.state()
    state.thesis_owner[0] = -1
    apply(state, "thesis calm launched", SELF=world.LIME)
    assert int(state.theses[0]) == 1 and int(state.thesis_owner[0]) == -1
    before = mantle(state)
    apply(state, "thesis calm adopted", SELF=ASH)
    assert int(state.theses[0]) > 1 and mantle(state) == before


def test_a_thesis_may_belong_to_a_bloc_by_its_own_name():
    from dataclasses import replace

    theses = (replace(world.scenario().theses[0], owner="of_birch"),)
    assert int(world.state(theses=theses).thesis_owner[0]) == 1
