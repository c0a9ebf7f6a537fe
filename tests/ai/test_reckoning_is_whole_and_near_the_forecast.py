"""Rivals reckon votes in whole numbers, close to the forecast people are shown."""

from __future__ import annotations

from game.ai import reckoning
from game.ai.judge import Judge
from game.ai.proposals import draft
from game.engine import forecast
from game.engine.state import Motion, Sitting, State


def possible(state: State) -> list[Motion]:
    """A motion of every type on its first possible subject, in every body that may take it."""
    found = []
    for kind in state.scenario.motions:
        for body, data in enumerate(state.scenario.bodies):
            if data.id in kind.bodies and kind.subject in ("none", "bloc"):
                judge = Judge.of(state, state.scenario.index["people"][state.scenario.contenders[0].person])
                subject = state.scenario.blocs[-1].id if kind.subject == "bloc" else ""
                found.append(draft(judge, kind, Sitting("somewhere", body, state.day, 200), subject))
    return found


def test_chances_are_near_the_forecast(opening: State, later: State) -> None:
    compared = 0
    for state in (opening, later):
        for motion in possible(state):
            chance = reckoning.chance(state, motion)
            assert isinstance(chance, int) and 0 <= chance <= 1000
            assert abs(chance - forecast.vote(state, motion).chance) <= 150, motion.id
            compared += 1
    assert compared > 4
