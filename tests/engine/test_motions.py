"""Motions: made, joined, put off, withdrawn, bargained away, and what a counted vote does."""

from __future__ import annotations

from dataclasses import replace

import pytest
from machine_world import log_of, new_state

from game.engine import enactment, motions, posts
from game.engine.state import Ballot, Sitting

ASH, BIRCH, CEDAR = 0, 1, 2
LARCH = 9


def ready(**changes):
    """A state with a sitting of the presidium ahead."""
    state = new_state(**changes)
    state.sittings.insert(0, Sitting("presidium_now", 0, state.day))
    return state, log_of(state)


def rebuke(state, log, mover=ASH, subject="of_birch"):
    return motions.make(state, log, "rebuke", "presidium", subject, (mover,))


def counted(motion, carried):
    return Ballot(motion.id, motion.type, motion.key, 0, motion.meeting, motion_day(), motion.subject,
                  3 if carried else 1, 1 if carried else 3, 0, 0, carried)  # fmt: skip


def motion_day():
    from datetime import date

    return date(2001, 1, 21)


def test_a_motion_goes_to_the_next_sitting_with_the_key_of_the_record():
    state, log = ready()
    motion = rebuke(state, log)
    assert (motion.meeting, motion.key) == ("presidium_now", "rebuke:of_birch@presidium_now")
    assert state.agenda == [motion]


def test_the_same_motion_is_joined_not_doubled():
    state, log = ready()
    first = rebuke(state, log)
    second = rebuke(state, log, mover=CEDAR)
    assert second is first
    assert first.movers == (ASH, CEDAR)


def test_nobody_who_cannot_act_moves_anything():
    state, log = ready(places={"ash": "exiled"})
    assert rebuke(state, log) is None
    assert state.agenda == []


def test_the_target_resents_each_sponsor():
    state, log = ready()
    before = int(state.opinion[BIRCH, ASH])
    motion = rebuke(state, log)
    assert state.opinion[BIRCH, ASH] == before - 300
    motions.second(state, log, motion, CEDAR)
    assert state.opinion[BIRCH, CEDAR] == -300


def test_a_resolution_about_nothing_offends_nobody():
    state, log = ready()
    motions.make(state, log, "resolve", "presidium", "-", (ASH,))
    assert state.memories == []


def test_a_stand_replaces_the_earlier_one():
    state, log = ready()
    motion = rebuke(state, log)
    motions.stand(state, log, motion, CEDAR, "for")
    motions.stand(state, log, motion, CEDAR, "against")
    assert motion.stands == ((CEDAR, -1000),)
    motions.stand(state, log, motion, CEDAR, "open")
    assert motion.stands == ()


def test_an_item_is_put_off_once_only():
    state, log = ready()
    motion = rebuke(state, log)
    assert motions.block(state, log, motion, CEDAR)
    motions.put_over(state, state.sittings[0])
    assert (motion.blocked, motion.meeting) == (False, "")
    assert not motions.block(state, log, motion, CEDAR)


def test_carried_does_its_effects_and_moves_authority():
    state, log = ready()
    motion = rebuke(state, log)
    mover, target = int(state.authority[ASH]), int(state.authority[BIRCH])
    enactment.enact(state, log, motion, counted(motion, True))
    assert state.severity[1] == 1000
    assert state.authority[ASH] == mover + 10
    assert state.authority[BIRCH] == target - 40
    assert state.precedents == {"rebuke": 1}
    assert state.agenda == []


def test_lost_costs_each_sponsor_25_of_authority():
    state, log = ready()
    motion = rebuke(state, log)
    motions.second(state, log, motion, CEDAR)
    before = state.authority.copy()
    enactment.enact(state, log, motion, counted(motion, False))
    assert state.authority[ASH] == before[ASH] - 25
    assert state.authority[CEDAR] == before[CEDAR] - 25
    assert state.severity[1] == 0


def test_losing_the_power_of_appointments_costs_80_of_authority():
    state, log = ready()
    motion = motions.make(state, log, "relieve", "council", "head_clerk", (BIRCH,))
    before = int(state.authority[ASH])
    enactment.enact(state, log, motion, counted(motion, True))
    assert state.holder[state.scenario.index["posts"]["head_clerk"]] == -1
    assert state.authority[ASH] == before - 80


def test_an_amended_motion_changes_nothing_but_authority():
    state, log = ready()
    motion = rebuke(state, log)
    motions.amend(state, log, motion, CEDAR)
    target = int(state.authority[BIRCH])
    enactment.enact(state, log, motion, counted(motion, True))
    assert state.severity[1] == 0
    assert state.authority[BIRCH] == target


def test_a_sponsor_who_accepts_terms_withdraws():
    state, log = ready()
    rebuke(state, log)
    kept = rebuke(state, log, subject="of_cedar")
    motions.bargain(state, log, ASH, BIRCH)
    assert state.agenda == [kept]


def test_an_election_gives_the_post_to_the_person_carried():
    state, log = ready()
    editor, box = state.scenario.index["posts"]["editor"], state.scenario.index["people"]["box"]
    motion = motions.make(state, log, "elect", "presidium", "box", (BIRCH,), election=(editor, box))
    enactment.enact(state, log, motion, counted(motion, True))
    assert state.holder[editor] == box


def test_price_is_a_sum_of_terms():
    state, _ = ready()
    place = state.scenario.index["motions"]["rebuke"]
    state.charge[1], state.charge_until[1] = 1000, 3
    price = motions.price(state, place, "of_birch")
    assert [term.amount for term in price.terms] == [200, -100]
    assert price.total == 100


def test_a_standing_item_cannot_be_withdrawn():
    from machine_world import begun

    from game.engine import Order, apply, to_act, why_not

    state = begun()
    while to_act(state).who != ASH:
        apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))
    books = Order.of("ash", "stand", motion=state.agenda[0].id, side="withdraw")
    assert why_not(state, books).id == "standing"
    apply(state, Order.of("ash", "move", motion_type="rebuke", body="presidium", subject="of_birch"))
    own = Order.of("ash", "stand", motion=state.agenda[-1].id, side="withdraw")
    assert why_not(state, own) is None
    apply(state, own)
    assert [motion.key for motion in state.agenda] == ["books"]


def test_terms_accepted_before_the_ballot_take_the_motion_back():
    from machine_world import begun

    from game.engine import Order, apply, to_act

    def pass_until(state, who):
        while to_act(state).who != who:
            apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))

    def order_of_windows(seed):
        return [decision.who for decision in reversed(begun(seed).decisions)]

    state = begun(next(seed for seed in range(50) if order_of_windows(seed)[-1] == BIRCH))
    pass_until(state, ASH)
    apply(state, Order.of("ash", "move", motion_type="rebuke", body="presidium", subject="of_birch"))
    pass_until(state, BIRCH)
    apply(state, Order.of("birch", "propose", target="ash", term="peace", choice="none"))
    offer = to_act(state)
    assert (offer.kind, offer.who) == ("offer", ASH)
    apply(state, Order.of("ash", "reply", offer=offer.about, answer="accept"))
    assert [motion.type for motion in state.agenda] == ["resolve"]


@pytest.mark.parametrize("name", ["Presidium", "The Presidium"])
def test_who_has_no_voice_is_told_with_one_article(name):
    state, _ = ready()
    scenario = state.scenario
    state.scenario = replace(scenario, bodies=(replace(scenario.bodies[0], name=name), *scenario.bodies[1:]))
    kind = scenario.index["motions"]["rebuke"]
    outsider = next(p for p in range(len(scenario.people)) if p not in state.full[0] + state.candidates[0])
    reason = motions.why_not(state, outsider, kind, 0, "of_birch")
    assert reason is not None and reason.text == "You have no voice in the Presidium."


def test_each_body_takes_its_own_motions_on_the_days_it_sits():
    state, _ = ready()
    kinds, bodies = state.scenario.index["motions"], state.scenario.index["bodies"]
    assert motions.why_not(state, ASH, kinds["rebuke"], bodies["presidium"], "of_birch") is None
    desk = motions.why_not(state, ASH, kinds["rebuke"], bodies["desk"], "of_birch")
    assert desk is not None and desk.id == "motion_body"
    hall = motions.why_not(state, ASH, kinds["rebuke"], bodies["assembly_of_all"], "of_birch")
    assert hall is not None and hall.id == "motion_meets"


def test_a_name_is_put_for_a_vacant_post_by_whoever_fills_it_once_and_only_if_he_can_serve():
    state, log = ready(places={"lime": "exiled"})
    places = state.scenario.index
    elect, presidium = places["motions"]["elect"], places["bodies"]["presidium"]

    def told(subject, body=presidium):
        reason = motions.why_not(state, ASH, elect, body, subject)
        return reason and reason.id

    assert told("editor:larch") == "motion_vacancy"  # birch holds it
    posts.vacate(state, log, places["posts"]["editor"])
    assert told("editor:larch") is None
    assert told("editor:lime") == "motion_person"
    motions.make(state, log, "elect", presidium, "", (ASH,), election=(places["posts"]["editor"], LARCH))
    assert told("editor:larch") == "motion_again"


def test_what_was_never_on_the_agenda_can_be_carried_out():
    """A question put by the calendar itself is counted without having lain before the body."""
    state, log = ready()
    motion = rebuke(state, log)
    state.agenda.clear()
    enactment.enact(state, log, motion, counted(motion, True))
    assert state.severity.tolist() == [0, 1000, 0]
