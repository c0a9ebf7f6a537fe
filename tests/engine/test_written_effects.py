"""Every effect and expression of the small scenario works on its opening state."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from game.engine import effects, hinges
from game.engine.context import Context
from game.engine.log import Log
from game.engine.setup import start
from game.engine.state import State
from game.scenario.loading import load
from game.scenario.model import Effect

FOLDER = Path(__file__).parents[2] / "scenarios" / "harbour-union"


@pytest.fixture(scope="module")
def opening() -> State:
    return start(load(FOLDER), 1)[0]


def groups(state: State) -> Iterator[tuple[str, tuple[Effect, ...]]]:
    """All lists of effects an author wrote, with a name."""
    world = state.scenario
    for hinge in world.hinges:
        for option in hinge.options:
            yield f"{hinge.id}/{option.id}", option.effects
    for event in world.events:
        yield event.id, event.effects
    for order in world.orders:
        yield order.id, order.effects
    for document in world.documents:
        for case in document.surfacings:
            yield document.id, case.effects
    for motion in world.motions:
        yield motion.id, motion.carried + motion.lost


def symbols(state: State) -> dict[str, object]:
    """Something for every symbol."""
    first, second, third = (contender.person for contender in state.scenario.contenders[:3])
    world = state.scenario
    return {
        "SELF": first, "TARGET": second, "OTHER": third, "DECIDER": first, "OWNER": second, "PERSON": third,
        "REGION": 0, "POST": 0, "BODY": 0, "DOC": 0, "THESIS": 0, "PACT": 0, "CHOICE": "none", "TERM": "peace",
        "POLE": f"{world.axes[0].id}:{world.axes[0].low}",
    }  # fmt: skip


def test_every_written_effect_runs_and_is_described_without_a_change(opening):
    for name, written in groups(opening):
        state = opening.copy()
        context = Context(state, symbols(state), f"order:{name}")
        described = effects.describe(written, context)
        assert state.records == opening.records and len(described) <= 4 * max(len(written), 1), name
        log = Log(state)
        effects.run(context, written, log, (0,))
        assert all(record.causes for record in log.records), name
        assert (state.clients.sum(axis=1) == 1000).all() and (state.mantle >= 0).all(), name


def test_every_hinge_says_who_decides_or_why_it_does_not_come_up(opening):
    for hinge in opening.scenario.hinges:
        groups_ = range(len(hinge.deciders))
        able = any(hinges.decider(opening, hinge, group) >= 0 for group in groups_)
        assert hinges.failing(opening, hinge) or able, hinge.id
        closed = [reason for group in groups_ for _, reason in hinges.options(opening, hinge, group) if reason]
        assert all(reason.text.endswith(".") for reason in closed), hinge.id
