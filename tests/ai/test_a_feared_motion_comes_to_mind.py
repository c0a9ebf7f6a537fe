"""A motion that is sure to be carried is still worth a thought to whoever has much to fear from it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.ai import candidates, foresight, motions
from game.ai.judge import Judge
from game.engine.state import Motion, State
from game.scenario.model import Slot


def judge_of(state: State) -> Judge:
    return Judge.of(state, state.scenario.index["people"][state.scenario.contenders[0].person])


@pytest.fixture
def motion(opening: State) -> Motion:
    """A motion on the agenda; what it is worth and how likely it is are set by each test."""
    kind = next(one for one in opening.scenario.motions if one.severity and one.subject == "person")
    body = next(b for b, data in enumerate(opening.scenario.bodies) if data.id in kind.bodies)
    found = Motion("x/m", kind.id, body, "x", (1,), "person", opening.scenario.blocs[0].leader)
    opening.agenda.append(found)
    return found


def thought_of(judge: Judge, monkeypatch: pytest.MonkeyPatch, worth: int, chance: int) -> list[str]:
    monkeypatch.setattr(motions, "value", lambda *_: [("set", worth)])
    monkeypatch.setattr(motions, "chance", lambda *_: chance)
    monkeypatch.setattr(candidates.slots, "raw", lambda *_: ["x/m"])
    return candidates._motions(judge, judge.own, Slot("motion", "motion"), {})


@pytest.mark.parametrize(
    ("worth", "chance", "thought"),
    [
        (-400, 990, True), (-400, 10, False), (400, 990, False), (-250, 990, False), (-100, 500, True),
        (100, 500, True),
    ],
)  # fmt: skip
def test_what_is_feared_or_contested_is_thought_of(opening, motion, monkeypatch, worth, chance, thought) -> None:
    assert thought_of(judge_of(opening), monkeypatch, worth, chance) == (["x/m"] if thought else [])


def test_a_motion_that_is_gone_frightens_nobody(opening: State) -> None:
    assert foresight.threat(judge_of(opening), "no/such") == 0


def test_the_most_feared_comes_first(opening: State, motion: Motion, monkeypatch: pytest.MonkeyPatch) -> None:
    opening.agenda.append(replace(motion, id="x/n"))
    monkeypatch.setattr(motions, "value", lambda _, one: [("set", -900 if one.id == "x/n" else 300)])
    monkeypatch.setattr(motions, "chance", lambda _, one: 980 if one.id == "x/n" else 500)
    monkeypatch.setattr(candidates.slots, "raw", lambda *_: ["x/m", "x/n"])
    assert candidates._motions(judge_of(opening), "me", Slot("motion", "motion"), {}) == ["x/n", "x/m"]
