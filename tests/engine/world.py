"""The little party of ``machine_world`` with pacts, papers, theses, hinges and events, for tests of the world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import machine_world
import numpy as np

from game.engine.context import Context
from game.engine.effects import run
from game.engine.log import Log
from game.engine.state import State
from game.scenario.expr import Names, compile_expression
from game.scenario.model import (
    Consent,
    Document,
    Effect,
    Event,
    Expression,
    Hinge,
    Need,
    Option,
    PactTemplate,
    Scenario,
    Surfacing,
    Thesis,
)
from game.scenario.verbs import World, parse_effect
from game.scenario.vocabulary import FIELD_OF_KIND, SYMBOLS

ASH, BIRCH, CEDAR, ASPEN, ALDER, BOX, BAY, CHERRY, LIME, LARCH = range(10)


def names(scenario: Scenario) -> Names:
    """The ids expressions may quote."""
    ids = {
        kind: scenario.index[field] for kind, field in FIELD_OF_KIND.items() if field in scenario.index
    }
    options = {hinge.id: tuple(option.id for option in hinge.options) for hinge in scenario.hinges}
    return Names(ids, options, frozenset(name for row in options.values() for name in row))


def written(scenario: Scenario) -> World:
    """What effects may name."""
    poles = tuple(f"{axis.id}:{pole}" for axis in scenario.axes for pole in (axis.low, axis.high))
    return World(names(scenario), poles, scenario.sizes, frozenset(SYMBOLS))


def always(value: Any, kind: str = "bool") -> Expression:
    """An expression that always has this value."""
    return Expression("always", kind, lambda context: value)


def base() -> Scenario:
    """The little party with two named pacts, two papers and a thesis, before anything refers to anything."""
    return machine_world.scenario(
        pacts=(
            PactTemplate("trio", "Trio", machine_world.LEADERS, 800),
            PactTemplate("hidden_two", "Hidden two", ("ash", "birch"), 600, secret=True),
        ),
        documents=(
            Document("letter", "Letter", "", ("ash",), names=("birch",)),
            Document("diary", "Diary", "", ("birch",), state="unwritten", written=date(2001, 2, 1)),
        ),
        theses=(Thesis("calm", "Calm", "", "pace", "slow", owner="cedar"),),
    )


def effects_of(scenario: Scenario, *lines: str) -> tuple[Effect, ...]:
    """Effects as an author writes them."""
    world = written(scenario)
    return tuple(parse_effect(line, world) for line in lines)


def scenario(**changes: Any) -> Scenario:
    """The world with surfacings, thesis effects, one event and one hinge; ``changes`` replace fields."""
    world = base()
    letter = replace(
        world.documents[0],
        surfacings=(
            Surfacing(always(False), "never", effects_of(world, "authority ash -900")),
            Surfacing(always(True), "now", effects_of(world, "authority birch -90")),
        ),
    )
    calm = replace(
        world.theses[0],
        launch=effects_of(world, "lean all pace:slow 40"),
        attack=effects_of(world, "mantle OWNER -30", "mantle SELF +10"),
    )
    storm = Event(
        "storm", "Storm", "fixed", date(2001, 1, 1), date(2001, 2, 28), cast=("larch",),
        effects=effects_of(world, "quantity unity -100"),
    )  # fmt: skip
    papers = (letter, world.documents[1])
    parts = {"documents": papers, "theses": (calm,), "events": (storm,), "hinges": (dawn(world),)}
    fresh = replace(world, **{**parts, **changes})
    return replace(fresh, index=machine_world.index_of(fresh))


def dawn(world: Scenario, **changes: Any) -> Hinge:
    """A hinge of ash: take it, offer it to cedar, or leave it to a closed option."""
    options = (
        Option("take", "Take it", effects_of(world, "authority SELF +50"), historical=True),
        Option(
            "ask", "Ask him", effects_of(world, "authority SELF +20", "post editor to cedar"),
            consent=Consent((always(CEDAR, "person"),), 1, "Cedar must agree"),
        ),
        Option("shut", "Shut", (), needs=(Need(always(False), "Nobody would print it."),)),
    )  # fmt: skip
    whole = Hinge(
        "dawn", "Dawn", date(2001, 1, 1), date(2001, 2, 20), (), ((always(ASH, "person"),),), options,
        cast=("ash", "birch", "cedar"), elsewhere="No dawn.",
    )  # fmt: skip
    return replace(whole, **changes)


def state(**changes: Any) -> State:
    """A built state of the world; ``changes`` replace fields of the scenario."""
    return machine_world.new_state(world=scenario(**changes))


def expression(of: State, text: str, want: str = "any") -> Expression:
    """An expression as an author writes it."""
    return compile_expression(text, want, names(of.scenario))


def apply(of: State, *lines: str, causes: tuple[int, ...] = (), about: str = "order:test", **symbols: Any) -> Log:
    """Run effects as written; returns the log."""
    log = Log(of)
    run(Context(of, symbols, about), effects_of(of.scenario, *lines), log, causes)
    return log


def kinds(log: Log) -> list[str]:
    """Kinds of the records, in order."""
    return [record.kind for record in log.records]


def same(one: State, other: State) -> bool:
    """Two states are equal in every field."""
    for name in one.__dataclass_fields__:
        left, right = getattr(one, name), getattr(other, name)
        if isinstance(left, np.ndarray):
            if not np.array_equal(left, right):
                return False
        elif name not in ("scenario", "bench") and left != right:
            return False
    return True
