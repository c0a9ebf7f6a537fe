"""Both sides' score lines decide an offer; a refusal names its largest negative line."""

from __future__ import annotations

import pytest
import world
from world import ASH, BIRCH, CEDAR, apply

from game.engine import bargain, offers
from game.engine.log import Log
from game.engine.state import Memory, Offer, Pact, Promise

TERMS = ("alliance", "support", "peace", "silence", "post")


def friends(state, amount=900):
    state.opinion[ASH, BIRCH] = state.opinion[BIRCH, ASH] = amount


def offer(term="alliance", what="", secret=True):
    return Offer("o", 0, 1, term, what, secret)


def made(state, term="alliance", what=""):
    log = Log(state)
    return offers.make(state, log, 0, 1, term, what), log


def line(state, term="alliance", side=1, what=""):
    return {t.reason: t.amount for t in bargain.score(state, offer(term, what), side).terms}


@pytest.mark.parametrize("term", TERMS)
def test_friends_agree_and_enemies_refuse_by_a_named_line(term):
    state = world.state()
    friends(state)
    assert offers.answer(state, offer(term, "editor")).accepted
    friends(state, -900)
    answer = offers.answer(state, offer(term, "editor"))
    assert not answer.accepted and answer.refuser == 1
    assert answer.reason == min(answer.receiver.terms, key=lambda t: t.amount)
    assert answer.reason.amount < 0 and answer.reason.reason == "opinion"


def test_the_giver_may_be_the_one_who_refuses():
    state = world.state()
    friends(state)
    state.opinion[ASH, BIRCH] = -1000
    answer = offers.answer(state, offer())
    assert answer.receiver.total > 0 >= answer.giver.total and answer.refuser == 0


def test_a_score_line_sums_to_its_total_and_answering_is_pure():
    state = world.state()
    before = state.copy()
    answer = offers.answer(state, offer("post", "editor"))
    assert world.same(state, before)
    assert answer.giver.total == sum(term.amount for term in answer.giver.terms)


def test_guilt_by_association_and_broken_words_are_lines_of_their_own():
    state = world.state()
    clean = line(state)
    state.severity[0] = 2000
    state.memories.append(Memory(CEDAR, ASH, "broken_pact", -400, 1))
    stained = line(state)
    assert "guilt" not in clean and stained["guilt"] == -300
    assert "broken_word" not in clean and stained["broken_word"] == -100


def test_whoever_left_somebody_does_not_take_him_back_at_once():
    state = world.state()
    state.turn = 20
    state.memories.append(Memory(ASH, BIRCH, "broken_pact", -300, 17))
    assert line(state)["parted"] == -bargain.PARTED * 9 // bargain.PARTED_TURNS
    assert "parted" not in {t.reason for t in bargain.score(state, offer(), 0).terms}  # the one who was left
    state.turn = 17 + bargain.PARTED_TURNS
    assert "parted" not in line(state)


def test_an_alliance_may_be_renewed_in_its_last_turn():
    state = world.state()
    state.pacts.append(Pact("old", (0, 1), 700, False, 1, 9, 0b111))
    state.turn = 8
    assert line(state)["already_bound"] == bargain.ALREADY
    state.turn = 9
    assert "already_bound" not in line(state)


def test_a_common_threat_draws_together_and_a_strong_partner_repels():
    state = world.state()
    friends(state, 0)
    weak = line(state).get("common_threat", 0)
    state.authority[CEDAR] = 1000
    state.mantle[2] = 900
    assert line(state)["common_threat"] > weak
    state.authority[ASH] = state.mantle[0] = 1000
    assert line(state)["partner_too_strong"] < 0


def test_present_commitments_weigh_half_in_a_secret_offer():
    state = world.state()
    apply(state, "bind birch cedar 800")
    state.opinion[CEDAR, ASH] = -600
    public = {t.reason: t.amount for t in bargain.score(state, offer(secret=False), 1).terms}
    assert public["commitment"] == -300 and line(state)["commitment"] == -150


@pytest.mark.parametrize(
    ("choice", "what", "secret"),
    [("open", "", False), ("secret", "", True), ("editor", "editor", True), ("none", "", True)],
)
def test_an_order_says_how_an_offer_is_made_or_what_it_is_about(choice, what, secret):
    put = offers.proposed(world.state(), 0, 1, "support", choice)
    assert (put.by, put.to, put.term, put.what, put.secret) == (0, 1, "support", what, secret)


def test_a_post_that_is_not_named_is_the_weightiest_vacant_one():
    state = world.state()
    state.holder[:] = 0
    assert offers.proposed(state, 0, 1, "post", "secret").what == ""
    state.holder[:] = -1
    weights = {post.id: post.weight for post in state.scenario.posts}
    assert weights[offers.proposed(state, 0, 1, "post", "secret").what] == max(weights.values())


def test_a_post_one_cannot_give_is_worth_less():
    state = world.state()
    assert "cannot_deliver" not in line(state, "post", what="editor")
    state.holder[0] = -1
    assert line(state, "post", what="editor")["cannot_deliver"] < 0


def test_an_offer_to_a_seat_waits_for_its_answer():
    state = world.state()
    found, log = made(state)
    assert state.offers == [found] and state.decisions[-1].kind == "offer" and state.decisions[-1].who == BIRCH
    assert log.records[0].secret_to == ("ash", "birch")


def test_acceptance_makes_the_pact_with_its_clauses_and_its_cause():
    state = world.state()
    found, log = made(state, "support", "resolve")
    assert offers.reply(state, log, found, "accept")
    pact = state.pacts[0]
    assert (pact.members, pact.strength, pact.secret) == ((0, 1), 400, True)
    assert [(c.kind, c.by, c.what) for c in pact.terms] == [("support", 1, "resolve")]
    assert state.debts[0].debtor == ASH and state.offers == [] and state.decisions == []
    accepted = next(r for r in log.records if r.data.get("change") == "accepted")
    formed = next(r for r in log.records if r.kind == "pact")
    assert accepted.number in formed.causes and log.records[0].number in accepted.causes


def test_a_refusal_names_its_largest_negative_line():
    state = world.state()
    friends(state, -900)
    found, log = made(state)
    assert not offers.reply(state, log, found, "refuse")
    assert log.records[-1].data["reason"] == "opinion" and state.pacts == []


def test_a_counter_offer_comes_back_once():
    state = world.state()
    found, log = made(state)
    offers.reply(state, log, found, "counter", "peace")
    back = state.offers[0]
    assert (back.by, back.to, back.term, back.countered) == (1, 0, "peace", True)
    assert state.decisions[-1].who == ASH
    offers.reply(state, log, back, "counter", "silence")
    assert state.offers == []


def test_a_debt_that_decided_is_paid():
    state = world.state()
    friends(state, -600)
    state.debts.append(Promise(BIRCH, ASH, 1000, "saved", 1))
    found, log = made(state)
    offers.reply(state, log, found, "accept")
    assert [p for p in state.debts if p.debtor == BIRCH] == []


def test_an_unanswered_offer_lapses():
    state = world.state()
    made(state)
    log = Log(state)
    offers.lapse(state, log)
    assert state.offers == [] and state.decisions == [] and log.records[0].data["change"] == "lapsed"


def test_somebody_who_can_no_longer_act_agrees_to_nothing():
    state = world.state()
    found, log = made(state)
    state.in_party[ASH] = 0
    assert not offers.reply(state, log, found, "accept") and state.pacts == []


# ---- consent


def test_consent_weighs_what_the_option_does_to_the_one_asked():
    state = world.state()
    context = world.Context(state, {"SELF": ASH}, "hinge:dawn")
    gift = world.effects_of(state.scenario, "post editor to cedar")
    blow = world.effects_of(state.scenario, "authority cedar -215", "legal cedar condemned")
    assert bargain.consent(context, ASH, CEDAR, gift).total > 0
    hurt = bargain.consent(context, ASH, CEDAR, blow)
    assert hurt.total < 0 and offers.worst(hurt).reason == "what_it_does"
