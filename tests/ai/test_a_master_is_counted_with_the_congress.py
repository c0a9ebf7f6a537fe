"""A *vozhd* whose aim counts the delegates of the last congress stands there where most of them will stand."""

from __future__ import annotations

from typing import Any

import pytest

from game import engine
from game.ai import motions
from game.ai.judge import Judge
from game.ai.strength import STRENGTHS
from game.engine.state import Motion, Sitting, State
from game.scenario.model import Scenario


@pytest.fixture
def opening(succession: Scenario) -> State:
    state = engine.new(succession, 1)
    state.sittings = [Sitting("x", state.scenario.index["bodies"]["party_congress"], state.day)]
    return state


def counted(state: State, who: str = "stalin", strength: str = "vozhd", **about: Any) -> int:
    people, bodies = state.scenario.index["people"], state.scenario.index["bodies"]
    body = bodies[about.get("body", "party_congress")]
    motion = Motion(
        "x/m",
        about.get("kind", "industry_line"),
        body,
        "x",
        (people["kamenev"],),
        *about.get("subject", ("none", "")),
    )
    judge = Judge.of(state, people[who], STRENGTHS[strength])
    return dict(motions._counted(judge, motion)).get("counted_with", 0)


@pytest.mark.parametrize(("odds", "sign"), [(900, 1), (500, 0), (100, -1)])
def test_he_stands_where_most_will_stand(opening: State, monkeypatch, odds: int, sign: int) -> None:
    monkeypatch.setattr(motions, "chance", lambda *_: odds)
    found = counted(opening)
    assert (found > 0) - (found < 0) == sign


@pytest.mark.parametrize(
    "other",
    [
        {"who": "rykov"},
        {"strength": "secretary"},
        {"body": "cc"},
        {"kind": "remove_from_bureau", "subject": ("person", "stalin")},
    ],
)
def test_nobody_else_and_nowhere_else(opening: State, monkeypatch, other: dict[str, Any]) -> None:
    """Whose aim does not ask for it, who does not reckon, before another body, or against himself."""
    monkeypatch.setattr(motions, "chance", lambda *_: 900)
    assert counted(opening, **other) == 0


def test_not_while_another_congress_is_called(opening: State, monkeypatch) -> None:
    monkeypatch.setattr(motions, "chance", lambda *_: 900)
    number = opening.scenario.index["bodies"]["party_congress"]
    opening.sittings.append(Sitting("y", number, opening.day.replace(year=opening.day.year + 1)))
    assert counted(opening) == 0
