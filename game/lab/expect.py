"""Plays what an author expects of a scenario, and says whether it comes so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game import engine
from game.engine import hinges
from game.engine.context import Context
from game.engine.order import CHOOSE, Order
from game.engine.state import Decision, State
from game.lab.pilot import Pilot
from game.lab.progress import Progress
from game.scenario.model import Expectation, Expression, Scenario


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one expectation fared; ``text`` says what was found."""

    expectation: Expectation
    held: bool
    text: str


def check(scenario: Scenario, progress: Progress | None = None) -> Iterator[Outcome]:
    """Play every expectation of a scenario, in its order."""
    games, done = sum(one.seeds * (2 if one.value else 1) for one in scenario.expect), 0
    for one in scenario.expect:
        yield _moves(scenario, one) if one.value is not None else _holds(scenario, one)
        done += one.seeds * (2 if one.value else 1)
        if progress is not None:
            progress(done, games)


def _holds(scenario: Scenario, one: Expectation) -> Outcome:
    """A condition in enough of the games."""
    assert one.test is not None
    held = sum(_value(play(scenario, one, seed, one.option), one.test) != 0 for seed in _seeds(one))
    enough = 1000 * held >= one.share * one.seeds
    return Outcome(one, enough, f"held in {held} of {one.seeds} games, {one.share / 10:g} % expected")


def _moves(scenario: Scenario, one: Expectation) -> Outcome:
    """A number that rises or falls, in the mean of games of the same luck."""
    assert one.value is not None
    ends = [(play(scenario, one, seed, one.option), play(scenario, one, seed, one.instead)) for seed in _seeds(one)]
    moved = sum(_value(with_it, one.value) - _value(without, one.value) for with_it, without in ends)
    held = moved > 0 if one.change == "rises" else moved < 0
    return Outcome(one, held, f"it moved by {moved / one.seeds:+.1f} in the mean of {one.seeds} pairs of games")


def _seeds(one: Expectation) -> range:
    return range(1, one.seeds + 1)


def _value(state: State, expression: Expression) -> int:
    return int(expression.value(Context(state, {})))


def play(scenario: Scenario, one: Expectation, seed: int, option: str) -> State:
    """The world at the close of the turn of ``by``, or at the end, with an option taken where it is open."""
    state, _ = engine.start(scenario, seed, by_record=one.dial == "rails")
    pilot, last = Pilot(one.dial, one.strength, seed), min(scenario.turn_of(one.by), scenario.turns)
    found: list[State] = []

    def closing(now: State, _: object) -> None:
        if now.turn == last:
            found.append(now.copy())

    while not found and (decision := engine.to_act(state)) is not None:
        order = _taken(state, decision, one, option) or pilot.next(state, decision)[0]
        engine.apply(state, order, closing)
    return found[0] if found else state


def _taken(state: State, decision: Decision, one: Expectation, option: str) -> Order | None:
    """The choice the expectation asks for, if it is this decision and open."""
    if not option or decision.kind != "hinge" or decision.about != one.hinge:
        return None
    known = hinges.option_of(hinges.find(state, decision.about), option)
    order = Order.of(state.scenario.people[decision.who].id, CHOOSE, hinge=decision.about, option=option)
    fits = known is not None and known.decider == decision.group and engine.why_not(state, order) is None
    return order if fits else None
