"""A named understanding binds whoever brings it about and those who say yes; on the historical line, all it bound."""

from __future__ import annotations

import world
from world import ASH, BIRCH, CEDAR, apply

from game.engine import bargain, offers, pacts
from game.engine.log import Log


def asked(state):
    return {(offer.by, offer.to, offer.term, offer.what) for offer in state.offers}


def answered(state, word):
    log = Log(state)
    for offer in list(state.offers):
        offers.reply(state, log, offer, word)
    return log


def test_others_are_asked_and_whoever_brings_it_about_is_of_it():
    state = world.state()
    apply(state, "pact trio formed", SELF=BIRCH)
    assert state.pacts == [] and asked(state) == {(1, 0, "join", "trio"), (1, 2, "join", "trio")}
    answered(state, "accept")
    assert pacts.find(state, "trio").members == (0, 1, 2) and state.offers == []


def test_who_refuses_stays_out_and_alone_nobody_has_an_understanding():
    state = world.state()
    apply(state, "pact trio formed", SELF=BIRCH)
    log = Log(state)
    first, second = state.offers
    offers.reply(state, log, first, "accept")
    offers.reply(state, log, second, "refuse")
    assert pacts.find(state, "trio").members == (0, 1)
    state = world.state()
    apply(state, "pact trio formed", SELF=BIRCH)
    log = answered(state, "refuse")
    assert state.pacts == [] and {record.data["change"] for record in log.records} == {"refused"}


def test_who_is_of_it_already_is_not_asked_again():
    state = world.state()
    apply(state, "pact trio formed", SELF=ASH)
    log = Log(state)
    offers.reply(state, log, state.offers[0], "accept")
    state.offers.clear()
    pacts.strain(state, log, pacts.find(state, "trio"))
    apply(state, "pact trio formed", SELF=ASH)
    pact = pacts.find(state, "trio")
    assert pact.strength == state.scenario.pacts[0].strength and asked(state) == {(0, 2, "join", "trio")}


def test_who_had_left_it_and_brings_it_about_again_is_of_it_and_asks_nobody_in_it():
    state = world.state()
    log = Log(state)
    pacts.bind(state, log, state.scenario.pacts[0], (0, 2))
    apply(state, "pact trio formed", SELF=BIRCH)
    assert pacts.find(state, "trio").members == (0, 1, 2) and state.offers == []


def test_if_nobody_brings_it_about_a_member_asks_whoever_is_not_of_it():
    state = world.state()
    pacts.bind(state, Log(state), state.scenario.pacts[0], (1, 2))
    apply(state, "pact trio formed")
    assert asked(state) == {(1, 0, "join", "trio")} and pacts.find(state, "trio").members == (1, 2)


def test_if_it_is_not_meant_for_whoever_brings_it_about_its_first_member_asks():
    state = world.state()
    apply(state, "pact hidden_two formed", SELF=CEDAR)
    assert {(by, to) for by, to, *_ in asked(state)} == {(0, 1)}


def test_on_the_historical_line_all_are_bound():
    state = world.state()
    state.by_record = 1
    apply(state, "pact trio formed", SELF=BIRCH)
    assert state.offers == [] and pacts.find(state, "trio").members == (0, 1, 2)


def test_an_invitation_is_answered_by_yes_or_no_and_weighed_as_belonging():
    state = world.state()
    apply(state, "pact trio formed", SELF=BIRCH)
    put = state.offers[0]
    assert put.countered
    reasons = {term.reason for term in bargain.score(state, put, put.to).terms}
    assert {"asked_join", "brought_join"} <= reasons and "many_promises" not in reasons
