"""The three strengths differ in how much they look at and how steady they are, the dial in history."""

from __future__ import annotations

from game import engine
from game.ai import candidates, plan, proposals, rails, taste
from game.ai.judge import Judge
from game.engine.order import DONE, Order
from game.engine.state import State

ORDER = ("clerk", "secretary", "vozhd")


def test_stronger_rivals_look_at_more_and_waver_less() -> None:
    assert [candidates.MOST[one] for one in ORDER] == sorted(candidates.MOST[one] for one in ORDER)
    assert [proposals.ANSWERS[one] for one in ORDER] == sorted(proposals.ANSWERS[one] for one in ORDER)
    assert taste.WAVER["clerk"] > taste.WAVER["secretary"] > taste.WAVER["vozhd"]


def test_wavering_stays_within_its_width_and_is_keyed() -> None:
    order = Order.of("somebody", DONE)
    drawn = [taste.waver(seed, 1, 0, order, "secretary") for seed in range(60)]
    assert max(map(abs, drawn)) <= taste.WAVER["secretary"]
    assert len(set(drawn)) > 10
    assert drawn[0] == taste.waver(0, 1, 0, order, "secretary")


def test_the_stronger_thinks_of_more_orders(opening: State) -> None:
    decision = engine.to_act(opening)
    assert decision is not None
    judge = Judge.of(opening, decision.who)
    plain = [kind for kind in opening.scenario.orders if candidates.plain(kind)]
    counts = [sum(1 for _ in candidates.considered(judge, decision, plain, one)) for one in ORDER]
    assert counts == sorted(counts) and counts[0] < counts[-1]


def test_nudged_rivals_count_history_as_one_consideration(opening: State) -> None:
    """Where history knows a deed that is open now, its line stands among the others."""
    found, state = False, opening
    while (decision := engine.to_act(state)) is not None and state.turn < 6 and not found:
        deed = rails.next_deed(state, decision)
        if deed is not None and decision.kind in ("window", "hinge"):
            choices = plan(state, decision, "nudged")
            found = any(
                label == "history" and amount == rails.NUDGE
                for _, why in choices
                for one in why.get("candidates", ())
                for label, amount in one["lines"]
            )
        engine.apply(state, plan(state, decision, "rails")[0][0])
    assert found
