"""The point of no return: on each date, what leaders joined against the Secretariat would get, and what shut it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any

import numpy as np

from game.engine.state import Decision, State
from game.lab import probes
from game.lab.backtest import loaded, workers
from game.lab.progress import Progress
from game.lab.replay import replay
from game.lab.statics import Cell, Measures, cell, spec
from game.scenario.model import Scenario

#: What a knob does to a copy of the late state, given the states of the early turn and of the bureau's turn.
Knob = Callable[[State, State, State, Mapping[str, Any]], None]


def table(folder: str, seeds: int, progress: Progress | None = None) -> dict[str, Cell]:
    """Measure -> what the seeds give: "date|coalition" and "date|coalition|congress", "knob|measure"."""
    found: list[Measures] = []
    tasks = [(folder, seed) for seed in range(1, seeds + 1)]
    with ProcessPoolExecutor(workers()) as pool:
        for measures in pool.map(_work, tasks, chunksize=2):
            found.append(measures)
            if progress is not None:
                progress(len(found), len(tasks))
    names = list(dict.fromkeys(name for one in found for name in one))
    return {name: cell([one[name] for one in found if name in one]) for name in names}


def _work(task: tuple[str, int]) -> Measures:
    folder, seed = task
    return measure(loaded(folder), seed)


def measure(scenario: Scenario, seed: int) -> Measures:
    """One replay of the record's line with every question put at the opening of each date's turn."""
    said, found, kept = spec(scenario), Measures(), dict[int, State]()
    dates = {int(one["turn"]): str(one["name"]) for one in said.get("dates", ())}
    knobs = said.get("knobs")
    turns = {int(knobs[name]) for name in ("turn", "early", "bureau")} if knobs else set()

    def watch(state: State, _: Decision) -> None:
        if state.turn in kept:
            return
        kept[state.turn] = state.copy() if state.turn in turns else state
        if state.turn in dates:
            found.update(_on_date(state, dates[state.turn], said["coalitions"]))
        if knobs and state.turn == knobs["turn"]:
            found.update(_knobs(state, kept, knobs))

    replay(scenario, seed, until=scenario.turn_dates(max([*dates, *turns]))[0], watch=watch)
    return found


def _on_date(state: State, date: str, coalitions: Sequence[Mapping[str, Any]]) -> Measures:
    found: Measures = {}
    holder = _appointer(state)
    for one in coalitions:
        people, name = [who for who in one["people"] if who != holder], f"{date}|{one['name']}"
        twin = probes.joined(state, people)
        found[name] = probes.removal(twin, people, name).share
        found[f"{name}|congress"] = probes.congress(twin, people, [holder], name).share
    return found


def _appointer(state: State) -> str:
    """The leader who has appointments, or whose man has."""
    from game.engine.appointments import appointing_bloc

    return state.scenario.blocs[appointing_bloc(state)].leader


# ---- what shut it


def _lift_condemnation(state: State, early: State, bureau: State, said: Mapping[str, Any]) -> None:
    state.severity = np.zeros_like(state.severity)


def _sentiment(state: State, early: State, bureau: State, said: Mapping[str, Any]) -> None:
    state.sentiment = early.sentiment.copy()


def _independence(state: State, early: State, bureau: State, said: Mapping[str, Any]) -> None:
    state.independence = early.independence.copy()


def _machines(state: State, early: State, bureau: State, said: Mapping[str, Any]) -> None:
    state.machine, state.clients = early.machine.copy(), early.clients.copy()
    for post, data in enumerate(state.scenario.posts):
        if data.first_secretary:
            state.holder[post] = early.holder[post]


def _bureau(state: State, early: State, bureau: State, said: Mapping[str, Any]) -> None:
    place = next(number for number, body in enumerate(state.scenario.bodies) if body.role == "bureau")
    state.full[place] = tuple(person for person in bureau.full[place] if state.alive[person])


def _crisis(state: State, early: State, bureau: State, said: Mapping[str, Any]) -> None:
    state.grievance = np.minimum(early.grievance + 350, 1000)


def _loose(state: State, early: State, bureau: State, said: Mapping[str, Any]) -> None:
    """Those named stand on neither side: their understandings lapse."""
    free = {probes.bloc_of(state, who) for who in said["loose"]}
    state.pacts = [pact for pact in state.pacts if not free & set(pact.members)]


KNOBS: dict[str, tuple[Knob, ...]] = {
    "nothing": (),
    "condemnation lifted": (_lift_condemnation,),
    "sentiment of the start": (_sentiment,),
    "independence of the start": (_independence,),
    "machines, clients, secretaries of the start": (_machines,),
    "the earlier bureau": (_bureau,),
    "condemnation + sentiment": (_lift_condemnation, _sentiment),
    "condemnation + bureau + machines": (_lift_condemnation, _bureau, _machines),
    "the same + sentiment": (_lift_condemnation, _bureau, _machines, _sentiment),
    "the same + independence + crisis": (
        _lift_condemnation, _bureau, _machines, _sentiment, _independence, _crisis,
    ),
    "condemnation + bureau + the loose uncommitted": (_lift_condemnation, _bureau, _loose),
}  # fmt: skip


def _knobs(state: State, kept: Mapping[int, State], said: Mapping[str, Any]) -> Measures:
    """The question of the late turn with one thing after another relaxed."""
    found: Measures = {}
    early, bureau = kept[int(said["early"])], kept[int(said["bureau"])]
    for name, turned in KNOBS.items():
        twin = probes.joined(state, said["people"])
        for knob in turned:
            knob(twin, early, bureau, said)
        against = said["against"]
        if _loose in turned:
            against = [who for who in against if who not in said["loose"]]
        found[f"{name}|cells"] = probes.cell_share(twin, said["people"], against)
        found[f"{name}|congress"] = probes.congress(twin, said["people"], against, f"knob {name}").share
        found[f"{name}|committee"] = probes.removal(twin, said["people"], f"knob {name}").share
    return found
