"""The three strengths differ in how much they look at and how steady they are, the dial in history."""

from __future__ import annotations

from game import engine
from game.ai import candidates, plan, rails, taste
from game.ai.judge import Judge
from game.ai.strength import STRENGTHS
from game.engine.order import DONE, Order
from game.engine.state import State

ORDER = [STRENGTHS[name] for name in ("clerk", "secretary", "vozhd")]


def test_stronger_rivals_look_at_more_and_waver_less() -> None:
    clerk, secretary, vozhd = ORDER
    assert clerk.targets <= secretary.targets < vozhd.targets
    assert clerk.answers < secretary.answers < vozhd.answers
    assert clerk.waver > secretary.waver > vozhd.waver
    assert clerk.doubt > secretary.doubt > vozhd.doubt


def test_wavering_stays_within_its_width_and_is_keyed() -> None:
    order = Order.of("somebody", DONE)
    drawn = [taste.waver(seed, 1, 0, order, 22) for seed in range(60)]
    assert max(map(abs, drawn)) <= 22
    assert len(set(drawn)) > 10
    assert drawn[0] == taste.waver(0, 1, 0, order, 22)


def test_the_stronger_thinks_of_more_orders(opening: State) -> None:
    decision = engine.to_act(opening)
    assert decision is not None
    judges = [Judge.of(opening, decision.who, one) for one in ORDER]
    plain = [kind for kind in opening.scenario.orders if candidates.plain(kind)]
    counts = [sum(1 for _ in candidates.considered(judge, decision, plain)) for judge in judges]
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
