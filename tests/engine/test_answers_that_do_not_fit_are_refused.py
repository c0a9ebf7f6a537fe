"""Whatever answers another question than the one asked, or in words that are none, is refused with its reason."""

from __future__ import annotations

import pytest

from game.engine import apply, start, to_act, why_not
from game.engine.acts import offer_of
from game.engine.order import CHOOSE, REPLY, STAND, VOICE, Order
from game.engine.random_play import RandomPlayer


@pytest.fixture(scope="module")
def asked(harbour):
    """A state for each kind of decision, met in games of dice."""
    found = {}
    for seed in range(1, 40):
        state, _ = start(harbour, seed)
        player = RandomPlayer(seed)
        while decision := to_act(state):
            if decision.kind not in found and (decision.kind != "session" or state.agenda):
                found[decision.kind] = state.copy()
            apply(state, player(state, decision))
        if len(found) == 5:
            return found
    raise AssertionError(f"no game of dice asked more than {sorted(found)}")


def refused(state, kind, **args):
    """The id of the reason why the person asked may not give this order."""
    who = state.scenario.people[to_act(state).who].id
    reason = why_not(state, Order.of(who, kind, **args))
    assert reason is not None and reason.text.endswith(".")
    return reason.id


def test_a_question_is_answered_with_one_of_its_options(asked):
    state = asked["hinge"]
    about = to_act(state).about
    assert refused(state, CHOOSE, hinge="another", option="x") == "hinge"
    assert refused(state, CHOOSE, hinge=about, option="neither") == "option"
    assert refused(state, REPLY, offer="x", answer="accept") != ""


def test_a_voice_is_for_or_against_an_option_of_its_question(asked):
    state = asked["voice"]
    about = to_act(state).about
    option = next(one for one in state.scenario.hinges if one.id == about).options[0].id
    assert refused(state, VOICE, hinge="another", option=option, side="for") == "hinge"
    assert refused(state, VOICE, hinge=about, option="neither", side="for") == "option"
    assert refused(state, VOICE, hinge=about, option=option, side="perhaps") == "side"


def test_an_offer_is_answered_by_yes_no_or_other_terms(asked):
    state = asked["offer"]
    about = to_act(state).about
    own = offer_of(state, to_act(state)).term
    other = "peace" if own != "peace" else "silence"
    assert refused(state, REPLY, offer="another", answer="accept") == "offer"
    assert refused(state, REPLY, offer=about, answer="perhaps") == "answer"
    assert refused(state, REPLY, offer=about, answer="counter", term="gold") == "term"
    assert refused(state, REPLY, offer=about, answer="counter", term=own) == "term"
    if own != "post":
        assert refused(state, REPLY, offer=about, answer="counter", term="post") == "what"
    offer_of(state, to_act(state)).countered = True
    assert refused(state, REPLY, offer=about, answer="counter", term=other) == "countered"


def test_a_stand_is_on_a_motion_of_the_agenda_in_known_words(asked):
    state = asked["session"].copy()
    motion = state.agenda[0]
    assert refused(state, STAND, motion="another", side="for") == "motion"
    assert refused(state, STAND, motion=motion.id, side="perhaps") == "side"
    motion.movers = (to_act(state).who,)
    assert refused(state, STAND, motion=motion.id, side="for") == "own"


def test_only_its_sponsor_withdraws_a_motion_and_nobody_one_that_stands_by_rule(asked):
    state = asked["session"].copy()
    reasons = set()
    for motion in state.agenda:
        for made_by_rule in (True, False):
            motion.key = motion.key if made_by_rule else ""
            reasons.add(refused(state, STAND, motion=motion.id, side="withdraw"))
    assert reasons <= {"standing", "sponsor"} and "sponsor" in reasons


def test_who_has_no_voice_in_a_body_takes_no_stand_in_it(asked):
    state = asked["session"].copy()
    who, motion = to_act(state).who, state.agenda[0]
    motion.movers = ()
    state.full = [tuple(one for one in row if one != who) for row in state.full]
    state.candidates = [tuple(one for one in row if one != who) for row in state.candidates]
    state.alive[who] = 0
    assert why_not(state, Order.of(state.scenario.people[who].id, STAND, motion=motion.id, side="for")) is not None
