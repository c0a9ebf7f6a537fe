"""Pacts are remembered: broken ones dearly, kept promises gladly, and guilt is shared."""

from __future__ import annotations

from dataclasses import replace

import world
from world import ASH, BIRCH, CEDAR, apply

from game.engine import motions, pacts
from game.engine.log import Log
from game.engine.state import Ballot, Clause
from game.scenario.model import OrderType


def between(state, terms=(), secret=False, until=0, members=(0, 1), name="deal"):
    log = Log(state)
    pact = pacts.make(state, log, name, members, 600, secret, until, terms)
    assert pact is not None
    return pact, log


def reasons(state, holder, about):
    return {m.reason: m.amount for m in state.memories if m.holder == holder and m.about == about}


def test_a_named_pact_leaves_out_members_who_cannot_act():
    state = world.state()
    state.in_party[CEDAR] = 0
    log = Log(state)
    pact = pacts.form(state, log, "trio")
    assert pact is not None and pact.members == (0, 1) and state.provenance["pact trio"] == pact.record


def test_a_pact_of_one_is_not_formed_and_the_log_says_why():
    state = world.state()
    state.in_party[CEDAR] = state.in_party[BIRCH] = 0
    log = Log(state)
    assert pacts.form(state, log, "trio") is None and state.pacts == []
    assert log.records[0].data["change"] == "not formed"


def test_breaking_costs_four_hundred_with_partners_and_a_little_with_witnesses():
    state = world.state()
    pact, log = between(state)
    authority, credit = int(state.authority[ASH]), int(state.credit[0])
    record = pacts.break_(state, log, pact, 0)
    assert reasons(state, BIRCH, ASH) == {"broken_pact": -400}
    assert reasons(state, CEDAR, ASH) == {"witnessed_breach": -40}
    assert int(state.authority[ASH]) == authority - 15 and int(state.credit[0]) < credit
    assert state.pacts == [] and state.provenance["pact deal"] == record


def test_nobody_witnesses_the_breach_of_a_secret_pact():
    state = world.state()
    pact, log = between(state, secret=True)
    pacts.break_(state, log, pact, 0)
    assert reasons(state, CEDAR, ASH) == {} and log.records[-1].secret_to == ("ash", "birch")


def test_those_who_stay_keep_the_pact():
    state = world.state()
    pact, log = between(state, members=(0, 1, 2))
    pacts.break_(state, log, pact, 2)
    assert pact.members == (0, 1) and state.pacts == [pact]
    assert reasons(state, ASH, CEDAR)["broken_pact"] == reasons(state, BIRCH, CEDAR)["broken_pact"] == -400


def test_strain_wears_a_pact_out_without_blame():
    state = world.state()
    pact, log = between(state)
    for left in (400, 200):
        pacts.strain(state, log, pact)
        assert pact.strength == left
    pacts.strain(state, log, pact)
    assert state.pacts == [] and state.memories == []


def test_the_verb_blames_a_breaker_who_is_a_member_only():
    state = world.state()
    pacts.form(state, Log(state), "trio")
    apply(state, "pact trio broken", SELF=ASH)
    assert reasons(state, BIRCH, ASH) == {"broken_pact": -400} and state.pacts == []
    state = world.state()
    pacts.form(state, Log(state), "hidden_two")
    apply(state, "pact hidden_two broken", SELF=CEDAR)
    assert state.memories == [] and state.pacts == []


def test_guilt_is_the_partners_worse_severity():
    state = world.state()
    state.severity[1] = 2000
    assert pacts.guilt(state, 0, 1) == 2000 and pacts.guilt(state, 1, 0) == 0


# ---- promises


def vote(state, how, clause):
    pact, log = between(state, (clause,))
    motion = motions.make(state, log, "resolve", "council", "", (BIRCH,))
    ballot = Ballot(motion.id, "resolve", "", 1, "x", state.day, "", 3, 2, 0, 0, True, (ASH, BIRCH), (how, 1))
    pacts.judge_vote(state, log, motion, ballot)
    return pact


def test_promised_support_is_kept_by_the_leaders_own_vote():
    state = world.state()
    pact = vote(state, 1, Clause("support", 0))
    assert reasons(state, BIRCH, ASH) == {"kept_promise": 100} and pact.terms[0].kept


def test_promised_support_is_broken_by_a_vote_against():
    state = world.state()
    pact = vote(state, -1, Clause("support", 0))
    assert reasons(state, BIRCH, ASH) == {"broken_promise": -400} and pact.terms == ()


def test_support_promised_on_other_motions_is_not_touched():
    state = world.state()
    vote(state, -1, Clause("support", 0, "rebuke"))
    assert state.memories == []


def test_an_attack_breaks_a_promised_peace_and_the_pact():
    state = world.state()
    _, log = between(state, (Clause("peace", 0), Clause("peace", 1)))
    assert pacts.judge_attack(state, log, ASH, BIRCH)
    assert set(reasons(state, BIRCH, ASH)) == {"broken_promise", "broken_pact"} and state.pacts == []


def test_a_motion_against_a_partner_is_an_attack():
    state = world.state()
    _, log = between(state, (Clause("peace", 0),))
    motions.make(state, log, "rebuke", "council", "of_birch", (ASH,))
    assert "broken_promise" in reasons(state, BIRCH, ASH)


def test_an_order_hurts_only_if_it_lowers_the_target():
    state = world.state()
    gentle = OrderType("g", "ally", "G", "g", "", effects=world.effects_of(state.scenario, "mantle TARGET +10"))
    harsh = replace(gentle, effects=world.effects_of(state.scenario, "mantle TARGET {-10 - oratory(SELF) // 10}"))
    _, log = between(state, (Clause("peace", 0),))
    assert not pacts.judge_order(state, log, ASH, gentle, BIRCH)
    assert pacts.judge_order(state, log, ASH, harsh, BIRCH)


def test_publishing_a_paper_about_a_partner_breaks_promised_silence():
    state = world.state()
    between(state, (Clause("silence", 0),))
    apply(state, "document letter leaked", SELF=ASH)
    assert "broken_promise" in reasons(state, BIRCH, ASH)


def test_peace_that_held_to_the_end_was_a_promise_kept():
    state = world.state()
    between(state, (Clause("peace", 0),), until=2)
    state.turn = 3
    pacts.fall_due(state, Log(state))
    assert reasons(state, BIRCH, ASH) == {"kept_promise": 100} and state.pacts == []


def test_a_post_promised_is_kept_when_it_is_given_and_broken_when_it_never_comes():
    state = world.state()
    between(state, (Clause("post", 0, "editor"),), until=2, members=(0, 2))
    apply(state, "post editor to cherry")
    pacts.fall_due(state, Log(state))
    assert reasons(state, CEDAR, ASH) == {"kept_promise": 100}
    state = world.state()
    between(state, (Clause("post", 0, "editor"),), until=2, members=(0, 2))
    state.turn = 3
    pacts.fall_due(state, Log(state))
    assert reasons(state, CEDAR, ASH) == {"broken_promise": -400}


def test_mediation_makes_a_peace_and_two_thanks():
    state = world.state()
    apply(state, "mediate birch cedar", SELF=ASH)
    assert [clause.kind for clause in state.pacts[0].terms] == ["peace", "peace"]
    assert state.pacts[0].until == state.turn + 3
    assert reasons(state, BIRCH, ASH) == reasons(state, CEDAR, ASH) == {"mediated": 40}


def test_breaking_with_somebody_ends_every_pact_with_him():
    state = world.state()
    pacts.form(state, Log(state), "hidden_two")
    apply(state, "bind ash birch 500")
    apply(state, "break birch", SELF=ASH)
    assert state.pacts == []
    apply(state, "bind ash birch 500", "unbind ash birch")
    assert state.pacts == []
