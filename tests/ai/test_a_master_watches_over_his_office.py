"""A *vozhd* keeps in hand what keeps a paper against his office off the table, and minds the figures of his aim."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game import engine
from game.ai import dealings, foresight, motions, worth_people
from game.ai.decide import _kept_back
from game.ai.judge import Judge
from game.ai.strength import STRENGTHS
from game.engine.state import Decision, Motion, Sitting, State
from game.scenario.model import Scenario

SECRETARY = "stalin"


@pytest.fixture
def opening(succession: Scenario) -> State:
    return engine.new(succession, 1)


def judge_of(state: State, strength: str = "vozhd") -> Judge:
    return Judge.of(state, state.scenario.index["people"][SECRETARY], STRENGTHS[strength])


def window_of(state: State) -> Decision:
    return next(
        one for one in state.decisions if one.kind == "window" and state.scenario.people[one.who].id == SECRETARY
    )


def sits(state: State, body: str) -> None:
    """Only this body sits in the turn that is open, and nothing lies before it."""
    state.agenda, number = [], state.scenario.index["bodies"][body]
    state.sittings = [Sitting("x", number, state.day)]


def removal(state: State, post: str) -> Motion:
    body = state.scenario.index["bodies"]["cc"]
    kind = "remove_gensec" if post == "gensec" else "remove_from_post"
    return Motion("x/m", kind, body, "x", (state.scenario.index["people"]["trotsky"],), "post", post)


@pytest.mark.parametrize(
    ("strength", "body", "kept"),
    [("vozhd", "cc", 1), ("vozhd", "joint_plenum", 1), ("vozhd", "politburo", 0), ("secretary", "cc", 0)],
)
def test_an_order_is_kept_for_a_sitting_that_could_take_his_office(opening, strength, body, kept) -> None:
    sits(opening, body)
    opening.decisions = [window_of(opening)]
    assert _kept_back(judge_of(opening, strength), opening.decisions[-1]) == kept


def test_nothing_is_kept_by_whoever_could_block_nothing(opening: State) -> None:
    sits(opening, "cc")
    opening.decisions = [window_of(opening)]
    opening.given[f"{SECRETARY} keep_off"] = opening.turn  # a second delay would need a vote
    assert _kept_back(judge_of(opening), opening.decisions[-1]) == 0


def test_he_does_not_spend_on_a_lesser_paper_what_keeps_off_the_one_against_him(opening: State) -> None:
    lesser, own = removal(opening, "war_commissar"), removal(opening, "gensec")
    assert ("spared", -dealings.SPARED) in dealings._work(judge_of(opening), "block", lesser)
    assert "spared" not in dict(dealings._work(judge_of(opening), "block", own))
    assert "spared" not in dict(dealings._work(judge_of(opening, "secretary"), "block", lesser))


def test_a_master_expects_the_others_to_answer_what_lies_before_him(opening, monkeypatch) -> None:
    motion = removal(opening, "gensec")
    answered = replace(motion, stands=((0, 1000),))
    monkeypatch.setattr(foresight, "answered", lambda *_: answered)
    monkeypatch.setattr(motions, "chance", lambda _, one: 900 if one.stands else 100)
    assert foresight.outlook(judge_of(opening), motion) == 900
    assert foresight.outlook(judge_of(opening, "secretary"), motion) == 100


def test_a_figure_that_he_lacks_weighs_more(opening: State) -> None:
    enough = 300 + worth_people.MARGIN

    def asked(strength: str, now: int) -> int:
        return worth_people._asked(judge_of(opening, strength), "mantle", SECRETARY, 20, now)

    assert 0 < asked("secretary", 200) == asked("secretary", enough) < asked("vozhd", enough) < asked("vozhd", 200)
