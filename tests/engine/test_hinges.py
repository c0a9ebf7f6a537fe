"""Hinges come up in their window, are decided by those who can act, and ask consent where they must."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
import world
from world import ALDER, ASH, BIRCH, CEDAR, always

from game.engine import hinges
from game.engine.log import Log
from game.scenario.model import Consent, Need

BASE = world.base()


def state(**changes):
    return world.state(hinges=(world.dawn(BASE, **changes),))


def dawn(of):
    return of.scenario.hinges[0]


def choose(of, option):
    log = Log(of)
    return hinges.choose(of, log, "dawn", 0, option), log


def test_a_hinge_is_due_while_its_window_is_open_and_its_needs_hold():
    of = state()
    assert [(d.kind, d.who, d.about, d.group) for d in hinges.due(of)] == [("hinge", ASH, "dawn", 0)]
    of.day = date(2001, 2, 21)
    assert hinges.due(of) == []
    assert hinges.due(state(needs=(Need(always(False), "There was no frost."),))) == []


def test_a_hinge_is_asked_once():
    of = state()
    of.decisions = hinges.due(of)
    assert hinges.due(of) == []
    of.decisions = []
    choose(of, "take")
    assert hinges.due(of) == []


def test_the_first_who_can_act_decides_and_a_followers_decision_is_his_leaders():
    group = (always(CEDAR, "person"), always(ALDER, "person"))
    of = state(deciders=(group,))
    assert hinges.due(of)[0].who == CEDAR
    of.alive[CEDAR] = 0
    assert hinges.decider(of, dawn(of), 0) == ALDER and hinges.due(of)[0].who == ASH


def test_a_decision_has_its_effects_its_record_and_its_place_in_the_choices():
    of = state()
    before = int(of.authority[ASH])
    done, log = choose(of, "take")
    assert done and int(of.authority[ASH]) == before + 50
    assert of.choices == {"dawn/0": "take"} and of.events_fired == {"dawn": 1}
    decided, effect = log.records
    assert (decided.kind, decided.who, decided.acted, decided.data["historical"]) == ("hinge", "ash", True, True)
    assert effect.causes == (decided.number,) and of.provenance["hinge dawn"] == decided.number


def test_a_closed_option_says_why_and_cannot_be_taken():
    of = state()
    reasons = {option.id: reason for option, reason in hinges.options(of, dawn(of), 0)}
    assert reasons["take"] is None and reasons["shut"].text == "Nobody would print it."
    with pytest.raises(ValueError):
        choose(of, "shut")


def test_consent_given_lets_the_option_take_effect():
    of = state()
    of.opinion[CEDAR, ASH] = 500
    done, log = choose(of, "ask")
    assert done and int(of.holder[1]) == CEDAR
    asked, decided = log.records[:2]
    assert asked.kind == "consent" and asked.data["agreed"] == 1 and asked.number in decided.causes


def unwilling(**changes):
    of = state(**changes)
    of.opinion[CEDAR, ASH] = -1000
    return of


def test_a_refusal_without_a_stated_sequel_must_be_chosen_again_and_costs_authority():
    of = unwilling()
    before = int(of.authority[ASH])
    done, log = choose(of, "ask")
    assert not done and int(of.authority[ASH]) == before - 40 and of.choices == {}
    assert log.records[0].data["reason"] == "opinion"
    assert [(d.kind, d.who) for d in of.decisions] == [("hinge", ASH)]
    assert [option.id for option in hinges.available(of, dawn(of), 0)] == ["take"]


def test_a_refusal_with_a_stated_sequel_has_it():
    options = list(world.dawn(BASE).options)
    refused = world.effects_of(BASE, "quantity unity -40")
    options[1] = replace(options[1], consent=Consent((always(CEDAR, "person"),), 1, "", refused))
    of = unwilling(options=tuple(options))
    done, log = choose(of, "ask")
    assert done and int(of.quantities[0]) == 460 and int(of.holder[1]) == BIRCH
    assert log.records[1].data["change"] == "refused"


def test_when_all_is_refused_the_moment_passes():
    only = world.dawn(BASE).options[1]
    of = unwilling(options=(only,))
    done, log = choose(of, "ask")
    assert done and log.records[-1].data["change"] == "undecided" and of.decisions == []


def test_voices_are_kept_by_name_and_weigh_by_regard():
    of = state()
    log = Log(of)
    hinges.voice(of, log, dawn(of), "take", BIRCH)
    hinges.voice(of, log, dawn(of), "take", CEDAR, against=True)
    of.opinion[ASH, BIRCH], of.opinion[ASH, CEDAR] = 500, -500
    line = hinges.voices(of, dawn(of), "take", ASH)
    assert [term.amount for term in line.terms] == [60, -20]
    assert [record.who for record in log.records] == ["birch", "cedar"]
    assert hinges.voices(of, dawn(of), "ask", ASH).total == 0


def test_a_hinge_that_history_left_behind_is_logged_with_the_need_that_failed():
    of = state(needs=(Need(always(False), "There was no frost."),))
    log = Log(of)
    hinges.close_windows(of, log)
    assert log.records == []
    of.day = date(2001, 2, 28)
    hinges.close_windows(of, log)
    hinges.close_windows(of, log)
    assert [(r.kind, r.data["because"], r.data["text"]) for r in log.records] == [
        ("elsewhere", "There was no frost.", "No dawn.")
    ]


def test_a_hinge_nobody_can_decide_says_so():
    of = state()
    of.alive[ASH] = 0
    assert hinges.due(of) == [] and "can act" in hinges.failing(of, dawn(of))
