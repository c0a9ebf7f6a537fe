"""Whoever promised silence about somebody does not lightly bring out a paper that speaks of him."""

from __future__ import annotations

import pytest

from game import engine
from game.ai import answers, dealings
from game.ai.judge import Judge
from game.ai.strength import STRENGTHS
from game.ai.worth import Happening
from game.engine import pacts
from game.engine.state import Clause, Pact, State
from game.scenario.model import Scenario

SECRETARY, KEEPER, PAPER = "stalin", "kamenev", "postscript"


@pytest.fixture
def state(succession: Scenario) -> State:
    """The first turn, with no agreements in force."""
    found = engine.new(succession, 1)
    found.pacts = []
    return found


def judge_of(state: State, who: str) -> Judge:
    return Judge.of(state, state.scenario.index["people"][who], STRENGTHS["secretary"])


def silence(state: State) -> Pact:
    """An agreement of silence between the two."""
    both = tuple(sorted(judge_of(state, who).mind.bloc for who in (SECRETARY, KEEPER)))
    return Pact("hush", both, 250, True, 1, 0, 0, tuple(Clause("silence", one) for one in both))


def printing(odds: int = 1000, paper: str = PAPER, heard: str = "press") -> list[Happening]:
    return [Happening("document", {"word1": paper, "word2": heard}, 0, odds)]


def test_his_word_counts_against_bringing_out_a_paper(state: State) -> None:
    keeper = judge_of(state, KEEPER)
    assert dealings.pledged(keeper, printing()) == []
    state.pacts = [silence(state)]
    ((label, certain),) = dealings.pledged(keeper, printing())
    assert label == "his_word" and certain < -200
    assert dealings.pledged(keeper, printing(500)) == [("his_word", certain // 2)]


def test_a_leak_is_not_signed(state: State) -> None:
    state.pacts = [silence(state)]
    keeper = judge_of(state, KEEPER)
    assert dealings.pledged(keeper, printing(heard="leaked")) == []
    assert dealings.pledged(keeper, printing(heard="abroad")) and dealings.pledged(keeper, printing(400))


def test_it_counts_at_a_question_of_the_day_too(state: State) -> None:
    state.pacts = [silence(state)]
    assert "his_word" in dict(answers._effects(judge_of(state, KEEPER), printing()))


def test_a_paper_that_only_changes_hands_breaks_nothing(state: State) -> None:
    state.pacts = [silence(state)]
    given = [Happening("document", {"word1": PAPER, "word2": "to", "word3": KEEPER}, 0, 1000)]
    assert dealings.pledged(judge_of(state, KEEPER), given) == []


def test_a_promise_about_somebody_else_binds_nobody(state: State) -> None:
    state.pacts = [silence(state)]
    papers = state.scenario.documents
    number = state.scenario.index["documents"][PAPER]
    other = next(n for n, paper in enumerate(papers) if not {SECRETARY, KEEPER} & set(paper.names))
    keeper, third = (judge_of(state, who).mind.bloc for who in (KEEPER, "rykov"))
    assert pacts.promised_silence(state, keeper, number)
    assert not pacts.promised_silence(state, keeper, other)
    assert not pacts.promised_silence(state, third, number)


def test_the_word_of_the_scrupulous_weighs_more(state: State) -> None:
    state.pacts = [silence(state)]
    both = printing(paper="testament")  # it speaks of either
    (kept,), (broken,) = (dealings.pledged(judge_of(state, who), both) for who in (KEEPER, SECRETARY))
    assert kept[1] < broken[1] < 0
