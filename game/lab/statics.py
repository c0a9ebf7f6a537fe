"""Worlds that differ from the historical line in one thing, and what they come to: comparative statics.

The worlds are the scenario's own (``settings['statics']``); each is replayed on the rails with the change made
in its turn, so every seed shares its luck with the record's.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import Any

from game.engine import effects
from game.engine.context import Context
from game.engine.log import Log
from game.engine.state import Decision, State
from game.lab import probes
from game.lab.backtest import HIGH, LOW, loaded, workers
from game.lab.intervals import quantile
from game.lab.progress import Progress
from game.lab.replay import replay
from game.scenario.expr import Names
from game.scenario.model import Effect, Scenario
from game.scenario.verbs import World, parse_effect

#: What one seed of a world gives: measure -> thousandths, and 1000 or 0 for questions won or lost.
Measures = dict[str, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One measure over the seeds: mean and 5 to 95 per cent, in thousandths; chance of more than half."""

    mean: int
    low: int
    high: int
    won: int
    seeds: int


def cell(values: Sequence[int]) -> Cell:
    """The seeds of one measure."""
    won = 1000 * sum(value > 500 for value in values) // max(len(values), 1)
    mean = (2 * sum(values) + len(values)) // (2 * max(len(values), 1))
    return Cell(mean, quantile(values, LOW), quantile(values, HIGH), won, len(values))


def spec(scenario: Scenario) -> Mapping[str, Any]:
    """What the scenario says about its worlds; empty if it has none."""
    found: Mapping[str, Any] = scenario.settings.get("statics", {})
    return found


def effects_of(scenario: Scenario, texts: Iterable[str]) -> tuple[Effect, ...]:
    """Effects written in the verbs of scenarios, read against this scenario."""
    poles = tuple(f"{axis.id}:{pole}" for axis in scenario.axes for pole in (axis.low, axis.high))
    world = World(Names.read(scenario), poles, scenario.sizes, frozenset())
    return tuple(parse_effect(text, world) for text in texts)


# ---- one world, one seed


def variant(scenario: Scenario, world: Mapping[str, Any]) -> Scenario:
    """The scenario with a world's numbers, and without the orders it leaves out."""
    out, until = set(world.get("without", {}).get("orders", ())), world.get("without", {}).get("until", 0)
    kept = tuple(deed for deed in scenario.history if deed.order not in out or deed.turn > until)
    return replace(scenario, history=kept, parameters={**scenario.parameters, **world.get("parameters", {})})


def measure(scenario: Scenario, world: Mapping[str, Any], seed: int) -> Measures:
    """Replay a world with one seed and take its measures."""
    own, said = variant(scenario, world), spec(scenario)
    watch = _Watch(own, world, said.get("cells"))
    run = replay(own, seed, watch=watch)
    for name in ("vote", "later"):
        ballot = next((one for one in run.state.ballots if one.key == said.get(name)), None)
        if ballot is not None:
            of = ballot.votes_for + ballot.votes_against + ballot.abstained + ballot.absent
            watch.found[name] = 1000 * ballot.votes_against // max(of, 1)
    return watch.found


class _Watch:
    """Makes a world's changes when their turn opens, and puts its questions."""

    def __init__(self, scenario: Scenario, world: Mapping[str, Any], cells: Mapping[str, Any] | None) -> None:
        self.world, self.cells = world, cells
        self.found: Measures = {}
        self.turn = 0
        texts = {id(change): change["do"] for change in world.get("changes", ())}
        self.effects = {key: effects_of(scenario, text) for key, text in texts.items()}

    def __call__(self, state: State, decision: Decision) -> None:
        if state.turn == self.turn:
            return
        self.turn = state.turn
        for event in self.world.get("never", ()):
            state.events_fired.setdefault(event, 0)
        for ask in self.world.get("asks", ()):
            if ask["turn"] == state.turn:
                self.found[ask["name"]] = answer(state, ask)
        for change in self.world.get("changes", ()):
            if change["turn"] == state.turn:
                _make(state, change, self.effects[id(change)])
        if self.cells and state.turn == self.cells["turn"] + 1:
            share = probes.cell_share(state, self.cells["people"], self.cells["against"], self.cells["region"])
            self.found["cells"] = 1000 - share


def _make(state: State, change: Mapping[str, Any], made: tuple[Effect, ...]) -> None:
    symbols = {"SELF": state.scenario.index["people"][change["by"]]} if "by" in change else {}
    effects.run(Context(state, symbols), made, Log(state), ())


def answer(state: State, ask: Mapping[str, Any]) -> int:
    """The share that a question gets, thousandths."""
    twin = probes.joined(state, ask["people"], ask.get("published", ""))
    if ask["kind"] == "removal":
        return probes.removal(twin, ask["people"], ask["name"], ask.get("word", 0)).share
    if ask["kind"] == "congress":
        return probes.congress(twin, ask["people"], ask["against"], ask["name"], ask.get("seats", 0)).share
    return probes.censure(twin, ask["people"], ask["against"][0], ask["name"], ask.get("word", 0)).share


# ---- all worlds, many seeds


def statics(folder: str, seeds: int, progress: Progress | None = None) -> dict[str, dict[str, Cell]]:
    """World -> measure -> what the seeds give; worlds and measures in the scenario's order."""
    names = [str(world["id"]) for world in spec(loaded(folder)).get("worlds", ())]
    tasks = [(folder, name, seed) for name in names for seed in range(1, seeds + 1)]
    found: dict[str, list[Measures]] = {name: [] for name in names}
    with ProcessPoolExecutor(workers()) as pool:
        for done, (name, measures) in enumerate(pool.map(_work, tasks, chunksize=2), 1):
            found[name].append(measures)
            if progress is not None:
                progress(done, len(tasks))
    return {name: _cells(all_of) for name, all_of in found.items()}


def _cells(all_of: Sequence[Measures]) -> dict[str, Cell]:
    names = list(dict.fromkeys(name for one in all_of for name in one))
    return {name: cell([one[name] for one in all_of if name in one]) for name in names}


def _work(task: tuple[str, str, int]) -> tuple[str, Measures]:
    folder, name, seed = task
    scenario = loaded(folder)
    world = next(one for one in spec(scenario)["worlds"] if one["id"] == name)
    return name, measure(scenario, world, seed)
