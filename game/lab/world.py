"""One world of many: a game played to its end by rivals, and what is kept of it."""

from __future__ import annotations

import traceback
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from hashlib import blake2b
from typing import Any

from game.engine import orders, outcome
from game.engine.digest import digest
from game.engine.record import Record
from game.engine.state import Decision, State
from game.lab import lots
from game.lab.observer import watching
from game.lab.order_fates import fates
from game.lab.pool import scenario_of
from game.lab.reliability import Reliability
from game.lab.standing import bands, holders
from game.lab.table import Table
from game.saves import Setup
from game.scenario.model import Scenario


@dataclass(frozen=True, slots=True)
class Plan:
    """Which worlds are played: one for each seed, everything else alike.

    ``strength`` is that of the seat if one is named, and everybody else is a *secretary*; else of everybody.
    """

    folder: str
    digest: str
    rivals: str = "free"
    seat: str | None = None
    strength: str = "secretary"
    start: date | None = None
    until: date | None = None
    settings: tuple[tuple[str, str], ...] = ()
    types: tuple[str, ...] = ()  # the only types of orders the seat thinks of; () for all
    lots: str = ""  # what every seat draws by lot (lots.KINDS), '' for nothing

    def setup(self, seed: int) -> Setup:
        """How the world of a seed is laid."""
        strength = "secretary" if self.seat else self.strength
        return Setup(
            seed=seed, rivals=self.rivals, strength=strength, start=self.start, until=self.until,
            settings=self.settings,
        )  # fmt: skip


#: What is kept of a world: plain data that goes through JSON and back unchanged.
World = dict[str, Any]


@dataclass(slots=True)
class Witness:
    """Looks on while a world is played."""

    forecasts: Reliability = field(default_factory=Reliability)
    open_types: set[str] = field(default_factory=set)
    faults: list[str] = field(default_factory=list)

    def before(self, state: State, decision: Decision) -> None:
        """Note which types of orders are open to the person asked."""
        if decision.kind not in orders.WINDOWS:
            return
        for kind in state.scenario.orders:
            if kind.id not in self.open_types and orders.type_reason(state, decision, kind) is None:
                self.open_types.add(kind.id)

    def after(self, alive: Mapping[str, int], records: list[Record]) -> None:
        """Nobody who was dead before the order takes a personal part in what it brings."""
        for record in records:
            if record.acted and record.who is not None and not alive[record.who]:
                self.faults.append(f"{record.who} acts after death (record {record.number}, {record.kind})")


def prepare(plan: Plan) -> None:
    """Load the scenario before the first world is asked for."""
    scenario_of(plan.folder, plan.digest)


def play(task: tuple[Plan, int]) -> World:
    """Play the world of a seed; a game that fails is kept as a fault with its place."""
    plan, seed = task
    witness, scenario = Witness(), scenario_of(plan.folder, plan.digest)
    try:
        table = _played(scenario, plan, seed, witness)
    except Exception as error:  # a fault of the rules is a finding here, not an end
        place = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{place.name} in {place.filename.rpartition('/')[2]}, line {place.lineno}"
        return {"seed": seed, "faults": [*witness.faults, f"{type(error).__name__}: {error} ({where})"]}
    return _row(plan, table, witness)


def _played(scenario: Scenario, plan: Plan, seed: int, witness: Witness) -> Table:
    table = Table.new(scenario, plan.setup(seed))
    if plan.seat:
        table.pilot.seats = {plan.seat: plan.strength}
    if plan.seat and plan.types:
        table.pilot.types = {plan.seat: frozenset(plan.types)}
    if plan.lots:
        drawn = lots.drawn(scenario, plan.lots, plan.strength, seed)
        table.pilot.seats = {seat: lot.strength for seat, lot in drawn.items()}
        table.pilot.types = {seat: lot.types(scenario) for seat, lot in drawn.items() if lot.lacks}
    game, names = table.game, [person.id for person in scenario.people]
    with watching(witness.forecasts.vote, witness.forecasts.offer):
        while (decision := game.decision) is not None:
            witness.before(game.state, decision)
            alive = dict(zip(names, game.state.alive.tolist(), strict=True))
            witness.after(alive, table.rival(decision))
    if plan.until is None and game.state.phase != "over":
        witness.faults.append(f"nothing is asked in turn {game.state.turn} and the game is not over")
    return table


def _row(plan: Plan, table: Table, witness: Witness) -> World:
    game = table.game
    state, scenario = game.state, game.scenario
    leader, kind = outcome.leader(state)
    first = scenario.turn_of(plan.start) if plan.start else 1
    return {
        "seed": game.setup.seed,
        "turns": table.log.closed,
        "digest": digest(state),
        "log": _log(table),
        "leader": scenario.people[leader].id if leader is not None and leader >= 0 else "",
        "kind": kind,
        "scores": {one.person: outcome.score(state, scenario.index["people"][one.person]).total
                   for one in scenario.contenders},
        "bands": bands(state),
        "divergence": [[turn, value] for turn, value in sorted(table.log.score.items())],
        "offices": _offices(game.history, first),
        "votes": _votes(state),
        "orders": fates(game.records),
        "open": sorted(witness.open_types),
        "forecasts": witness.forecasts.cells,
        "faults": witness.faults,
        **({"lots": _lots(plan, table)} if plan.lots else {}),
    }  # fmt: skip


def _lots(plan: Plan, table: Table) -> dict[str, Any]:
    """Per seat the plan drawn, the types of orders it lacked and those it gave."""
    scenario = table.game.scenario
    given: dict[str, set[str]] = {contender.person: set() for contender in scenario.contenders}
    for line in table.game.lines:
        if line.order is not None and line.order.who in given:
            given[line.order.who].add(line.order.kind)
    drawn = lots.drawn(scenario, plan.lots, plan.strength, table.game.setup.seed)
    return {
        seat: {"plan": lot.plan, "lacks": list(lot.lacks), "gave": sorted(given[seat])} for seat, lot in drawn.items()
    }


def _log(table: Table) -> str:
    """A mark of everything that was ordered and voted, whatever the seed."""
    made = blake2b(digest_size=12)
    for line in table.game.lines:
        made.update(f"{line.order}\n".encode())
    for ballot in table.game.state.ballots:
        tally = (ballot.votes_for, ballot.votes_against, ballot.abstained, ballot.absent)
        made.update(f"{ballot.motion} {ballot.day} {tally}\n".encode())
    return made.hexdigest()


def _offices(history: list[State], first: int) -> dict[str, list[list[Any]]]:
    """Per weighty post its holders as [turn at whose opening he had it, person], changes only."""
    found: dict[str, list[list[Any]]] = {}
    for state in history:
        turn = state.turn if state.phase != "over" else state.turn + 1
        if turn >= first:
            for post, who in holders(state).items():
                changes = found.setdefault(post, [])
                if not changes or changes[-1][1] != who:
                    changes.append([turn, who])
    return found


def _votes(state: State) -> dict[str, list[int]]:
    """Per type of motion: votes held and carried."""
    found: dict[str, list[int]] = {}
    for ballot in state.ballots:
        counts = found.setdefault(ballot.type, [0, 0])
        counts[0] += 1
        counts[1] += ballot.carried
    return found
