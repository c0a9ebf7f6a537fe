"""A thesis put forward or attacked does what the scenario says of it, and is told with what brings it about."""

from __future__ import annotations

import pytest

from game.engine import effects
from game.engine.context import Context
from game.engine.doctrine import context_of
from game.engine.state import ADOPTED, CONDEMNED_THESIS, LAUNCHED, UNSPOKEN
from game.lab.table import Table
from game.saves import Setup
from game.scenario.model import Effect
from game.views.effect_words import described, effect_view
from game.views.parts import scene


@pytest.mark.parametrize(
    ("stands", "word", "told"),
    [
        (UNSPOKEN, "launched", True), (LAUNCHED, "launched", False), (UNSPOKEN, "attacked", False),
        (LAUNCHED, "attacked", True), (ADOPTED, "attacked", True), (CONDEMNED_THESIS, "attacked", False),
    ],
)  # fmt: skip
def test_effects_of_a_thesis_are_told(succession, stands: int, word: str, told: bool) -> None:
    at = scene(Table.new(succession, Setup(seed=1, humans=("trotsky",))), "trotsky")
    person, number = at.atlas.index["people"]["trotsky"], at.atlas.index["theses"]["permanent_revolution"]
    at.seen.theses[number], thesis = stands, succession.theses[number]
    own = thesis.launch if word == "launched" else thesis.attack
    brought = [effect_view(at, one) for one in effects.describe(own, context_of(at.seen, number, person))]
    _, *after = described(at, [Effect("thesis", (thesis.id, word))], Context(at.seen, {"SELF": person}))
    assert own
    assert after == (brought if told else [])
