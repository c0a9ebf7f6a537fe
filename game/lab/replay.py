"""Play the historical line: every seat does what the record says it did, every ballot is computed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from game import engine
from game.ai import decide
from game.engine import cells, lines, logistic
from game.engine import question as questions
from game.engine.question import Question
from game.engine.record import Record
from game.engine.state import Decision, State
from game.scenario.model import Scenario

#: Told the state before each decision; may change it (a world that differs from the record).
Watcher = Callable[[State, Decision], None]
#: Told the state at the close of each turn.
Closing = Callable[[State], None]
#: Expected shares for a motion in cells, districts, province and delegation, thousandths.
Stairs = tuple[int, ...]


@dataclass(slots=True)
class Replay:
    """A finished replay: the last state, its records, and what was seen on the way."""

    state: State
    records: list[Record]
    figures: dict[int, dict[str, int]] = field(default_factory=dict)  # turn -> the drift's figures
    stairs: dict[str, tuple[int, list[Stairs]]] = field(default_factory=dict)  # key -> turn, steps a region
    camps: dict[int, list[Stairs]] = field(default_factory=dict)  # turn -> the same between the camps, at its close


def replay(
    scenario: Scenario,
    seed: int,
    until: date | None = None,
    watch: Watcher | None = None,
    close: Closing | None = None,
    dial: str = "rails",
) -> Replay:
    """Play from the first day on, to the close of the turn of ``until`` or to the end."""
    state, records = engine.start(scenario, seed, by_record=dial == "rails")
    found = Replay(state, records)
    last = scenario.turns if until is None else scenario.turn_of(until)

    def closing(now: State, _: list[Record]) -> None:
        found.camps[now.turn] = _at_rest(now)
        if close is not None:
            close(now)

    while (decision := engine.to_act(state)) is not None and state.turn <= last:
        if watch is not None:
            watch(state, decision)
            if (decision := engine.to_act(state)) is None:
                break
        _look(found, decision)
        order, _ = decide(state, decision, dial, luck=seed)
        found.records += engine.apply(state, order, closing)
    for record in found.records:
        if record.kind == "figures":
            found.figures[record.turn] = {name: int(value) for name, value in record.data.items()}
    return found


def _look(found: Replay, decision: Decision) -> None:
    """Keep what is expected at the tiers of every region for the motions before an assembly."""
    state = found.state
    if decision.kind != "session":
        return
    for motion in state.agenda:
        if state.scenario.bodies[motion.body].kind == "assembly" and motion.meeting in ("", state.session):
            found.stairs[motion.key] = (state.turn, steps_of(state, questions.of(state, motion)))


def steps_of(state: State, question: Question) -> list[Stairs]:
    """Per region the expected shares for one side of a question at each tier, without luck."""
    steps = cells.tiers(state, question, cells.weigh(state, question, luck=False).total())
    columns = zip(*(step.tolist() for step in steps), strict=True)
    return [tuple(logistic.thousandths(points) for points in column) for column in columns]


def _at_rest(state: State) -> list[Stairs]:
    """The tiers if the two camps of the bureau faced each other at the close of the turn."""
    leading, facing = lines.camps(state)
    return steps_of(state, questions.between(state, leading, facing, "camps"))
