"""Orders: costs, reasons, the one gate, and the text form."""

from __future__ import annotations

import machine_world as world
import pytest
from machine_world import begun

from game.engine import IllegalOrder, Order, apply, legal_orders, order_status, to_act, why_not
from game.engine.digest import digest
from game.engine.orders import cost


def window_of(name, seed=1, **changes):
    """A game waiting at the first window of one contender."""
    state = begun(seed, **changes)
    while state.scenario.people[to_act(state).who].id != name:
        apply(state, Order.of(state.scenario.people[to_act(state).who].id, "done"))
    assert to_act(state).kind == "window"
    return state


def reason(state, order):
    found = why_not(state, order)
    return found.id if found else None


def test_an_order_uses_up_the_orders_of_the_turn():
    state = window_of("birch")
    for target in ("lime", "larch", "cherry"):
        assert why_not(state, Order.of("birch", "court", target=target)) is None
        apply(state, Order.of("birch", "court", target=target))
    assert reason(state, Order.of("birch", "court", target="bay")) == "orders"


def test_credit_authority_and_health_are_paid():
    state = window_of("ash")
    credit, authority, health = int(state.credit[0]), int(state.authority[0]), int(state.health[0])
    apply(state, Order.of("ash", "send", region="west", person="alder"))
    assert state.credit[0] == credit - 80
    apply(state, Order.of("ash", "watch", target="birch"))
    assert state.authority[0] == authority - 20
    assert reason(state, Order.of("ash", "write")) == "orders"
    assert state.health[0] == health


def test_an_order_too_dear_is_refused_with_the_price():
    state = window_of("ash")
    state.credit[0] = 79
    refused = why_not(state, Order.of("ash", "send", region="west", person="alder"))
    assert refused.id == "credit"
    assert "80" in refused.text and "79" in refused.text


def test_a_need_that_fails_gives_its_own_sentence():
    state = window_of("birch")
    assert why_not(state, Order.of("birch", "send", region="west", person="box")).text == "You do not appoint."


def test_a_filtered_choice_is_refused():
    state = window_of("birch")
    state.place[state.scenario.index["people"]["lime"]] = 3
    assert reason(state, Order.of("birch", "court", target="lime")) == "filter"


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.of("birch", "court"), "blank"),
        (Order.of("birch", "court", target="birch"), "value"),
        (Order.of("birch", "court", target="nobody_at_all"), "value"),
        (Order.of("birch", "court", target="lime", region="west"), "blank"),
        (Order.of("birch", "dance"), "unknown"),
        (Order.of("cedar", "court", target="lime"), "turn"),
        (Order.of("stranger", "done"), "turn"),
        (Order.of("birch", "choose", hinge="x", option="y"), "decision"),
        (Order.of("birch", "done", why="tired"), "blank"),
    ],
)
def test_bad_orders_have_reasons(order, expected):
    assert reason(window_of("birch"), order) == expected


def test_an_illegal_order_raises_and_changes_nothing():
    state = window_of("birch")
    before = digest(state)
    with pytest.raises(IllegalOrder) as caught:
        apply(state, Order.of("birch", "send", region="west", person="box"))
    assert caught.value.reason.text == "You do not appoint."
    assert digest(state) == before


def test_the_gate_and_the_list_agree():
    state = window_of("ash")
    orders = legal_orders(state, "ash")
    assert all(why_not(state, order) is None for order in orders)
    assert orders[-1] == Order.of("ash", "done")
    assert len(set(orders)) == len(orders)


def test_the_list_of_one_kind_is_part_of_the_whole():
    state = window_of("ash")
    every = legal_orders(state, "ash")
    assert legal_orders(state, "ash", "court") == [order for order in every if order.kind == "court"]
    assert legal_orders(state, "birch") == []


def test_the_menu_shows_every_type_with_its_first_reason():
    state = window_of("birch")
    status = {kind.id: reason for kind, reason in order_status(state, "birch")}
    assert set(status) == {kind.id for kind in state.scenario.orders}
    assert status["court"] is None
    assert status["send"].text == "You do not appoint."


def test_asking_changes_nothing():
    state = window_of("ash")
    before = digest(state)
    legal_orders(state, "ash")
    order_status(state, "ash")
    assert digest(state) == before


def test_every_legal_order_reads_back_from_its_text():
    state = window_of("ash")
    for order in legal_orders(state, "ash"):
        assert Order.parse(str(order)) == order


def test_a_tabled_motion_adds_its_price():
    state = window_of("ash")
    order = Order.of("ash", "move", motion_type="rebuke", body="presidium", subject="of_birch")
    assert cost(state, order).credit == 200
    before = int(state.credit[0])
    apply(state, order)
    assert state.credit[0] == before - 200


def test_an_open_charge_halves_the_price():
    state = window_of("ash")
    state.charge[1], state.charge_until[1] = 1000, state.turn
    order = Order.of("ash", "move", motion_type="rebuke", body="presidium", subject="of_birch")
    assert cost(state, order).credit == 100


def test_outside_the_party_only_away_orders_are_open():
    state = window_of("birch", places={"birch": "expelled"})
    kinds = {order.kind for order in legal_orders(state, "birch")}
    assert kinds == {"write", "done"}
    assert state.orders_left[1] == 1


def test_session_orders_wait_for_a_sitting():
    from dataclasses import replace

    kinds = tuple(replace(kind, window="session") if kind.id == "delay" else kind for kind in world.order_types())
    state = window_of("ash", world=world.scenario(orders=kinds))
    assert {kind.id: r for kind, r in order_status(state, "ash")}["delay"].id == "window"


def test_an_offer_is_answered_before_anything_else():
    state = window_of("ash")
    apply(state, Order.of("ash", "propose", target="cedar", term="peace", choice="none"))
    assert (to_act(state).kind, to_act(state).who) == ("offer", 2)
    answers = legal_orders(state, "cedar")
    assert {order.kind for order in answers} == {"reply"}
    apply(state, next(order for order in answers if order.get("answer") == "accept"))
    assert to_act(state).who == 0
    assert any(pact.members == (0, 2) for pact in state.pacts)
