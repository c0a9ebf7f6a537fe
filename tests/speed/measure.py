"""What the game costs, each figure as a multiple of one calibrating loop in the same run."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from game import engine
from game.ai import plan
from game.engine import votes
from game.engine.digest import digest
from game.engine.log import Log
from game.engine.order import Order
from game.engine.random_play import RandomPlayer
from game.engine.state import Ballot, Motion, Sitting, State
from game.lab.pilot import Pilot
from game.lab.table import Table, restore
from game.saves import Setup, dump, parse
from game.scenario import find, load
from game.scenario.model import Scenario

ROOT = Path(__file__).parents[2]
#: Additions of the calibrating loop.
LOOP = 100_000
#: Seconds of the calibrating loops so far.
UNIT: list[float] = []


@dataclass(frozen=True, slots=True)
class Figure:
    """A thing that was timed: seconds of its quickest run, and how many calibrating loops that is."""

    name: str
    seconds: float
    loops: float


def best(act: Callable[[], object], runs: int, clock: Callable[[], float] = time.process_time) -> float:
    """Seconds of the quickest of so many runs, by the processor's clock: others may be at work."""
    times = []
    for _ in range(runs):
        begin = clock()
        act()
        times.append(clock() - begin)
    return min(times)


def calibrating() -> int:
    """A plain loop of whole numbers."""
    total = 0
    for number in range(LOOP):
        total += number & 7
    return total


def figure(
    name: str, act: Callable[[], object], runs: int, clock: Callable[[], float] = time.process_time
) -> Figure:
    """Time an act, and calibrate again: the unit is the quickest loop so far."""
    UNIT.append(best(calibrating, 5))
    return Figure(name, seconds := best(act, runs, clock), seconds / min(UNIT))


@cache
def scenario(name: str) -> Scenario:
    """A scenario, loaded once."""
    return load(find(name))


def random_campaign(world: Scenario, seed: int = 1) -> State:
    """A whole game of legal dice."""
    state, _ = engine.start(world, seed)
    player = RandomPlayer(seed)
    while decision := engine.to_act(state):
        engine.apply(state, player(state, decision))
    return state


def free_campaign(world: Scenario, strength: str, seed: int = 1) -> State:
    """A whole game of rivals who think."""
    state, _ = engine.start(world, seed)
    pilot = Pilot("free", strength, seed)
    while decision := engine.to_act(state):
        engine.apply(state, pilot.next(state, decision)[0])
    return state


def before_a_congress(world: Scenario) -> tuple[State, Motion]:
    """A state with a motion before an assembly."""
    for seed in range(1, 20):
        state, _ = engine.start(world, seed)
        player = RandomPlayer(seed)
        while decision := engine.to_act(state):
            for motion in state.agenda:
                if world.bodies[motion.body].kind == "assembly" and motion.type not in _elections(world):
                    return state, motion
            engine.apply(state, player(state, decision))
    raise LookupError("no motion came before an assembly")


def _elections(world: Scenario) -> list[str]:
    return [one.id for one in world.motions if one.subject == "person"]


def vote(state: State, motion: Motion, seats: int) -> Callable[[], Ballot]:
    """A vote of so many delegates on a motion, which changes nothing."""
    sitting = Sitting("", motion.body, state.day, seats)

    def act() -> Ballot:
        records = state.records
        votes.hold(state, motion, sitting, Log(state))
        state.records = records
        return state.ballots.pop()

    return act


def at_a_window(world: Scenario) -> tuple[State, str]:
    """A state in which somebody gives orders, and who."""
    state, _ = engine.start(world, 1)
    player = RandomPlayer(1)
    while (decision := engine.to_act(state)) is not None and (decision.kind != "window" or state.turn < 3):
        engine.apply(state, player(state, decision))
    assert decision is not None
    return state, world.people[decision.who].id


@dataclass(frozen=True, slots=True)
class Ground:
    """Where the quick things are timed: a state in which ``who`` gives orders, and a hall with a motion."""

    world: Scenario
    state: State
    who: str
    hall: State
    motion: Motion


@cache
def ground(name: str) -> Ground:
    """The ground of a scenario, walked to once; what is timed leaves it as it was."""
    world = scenario(name)
    return Ground(world, *at_a_window(world), *before_a_congress(world))


def planned(at: Ground, strength: str) -> Callable[[], list[tuple[Order, dict[str, Any]]]]:
    """What a rival needs to plan his orders of a turn."""
    decision = at.state.decisions[-1]
    assert at.world.people[decision.who].id == at.who
    return lambda: plan(at.state, decision, "free", strength)


def quick(name: str) -> list[Figure]:
    """Everything that takes less than a second."""
    at = ground(name)
    state, who, sizes = at.state, at.who, (1000, 1600, 10_000)
    return [
        *(figure(f"plan of a {one}", planned(at, one), 10) for one in ("clerk", "secretary", "vozhd")),
        *(figure(f"vote of {seats:,} delegates", vote(at.hall, at.motion, seats), 40) for seats in sizes),
        figure("legal orders of a seat", lambda: engine.legal_orders(state, who), 5),
        figure("view of a seat", lambda: engine.view(state, who), 40),
        figure("digest", lambda: digest(state), 40),
        figure("fork of a state", state.copy, 100),
    ]


#: Opens the window on its title, draws it and ends.
TITLE = """
import tempfile
from pathlib import Path

from tests.ui.player import Player

with tempfile.TemporaryDirectory() as folder:
    assert Player(Path(folder)).page == "title"
"""


def started(call: list[str]) -> None:
    """Run a command to its end, its window on no screen."""
    unseen = {**os.environ, "SDL_VIDEODRIVER": "dummy", "SDL_AUDIODRIVER": "dummy"}
    subprocess.run(call, cwd=ROOT, check=True, capture_output=True, env=unseen)


def slow(world: Scenario) -> list[Figure]:
    """Whole games, saves, loading, and the start of the command line."""
    table = Table.new(world, Setup(rivals="rails"))
    table.advance()
    text = dump(table.game)
    long = Table.new(world, Setup(strength="secretary"))
    long.advance()
    kept = parse(dump(long.game), "a save")
    call, window = [sys.executable, "-m", "game", "--version"], [sys.executable, "-c", TITLE]
    return [
        figure("load of the scenario", lambda: load(find(world.id)), 3),
        figure("start of the command line", lambda: started(call), 5, time.perf_counter),
        figure("start of the window, title drawn", lambda: started(window), 5, time.perf_counter),
        figure("campaign of dice", lambda: random_campaign(world), 5),
        figure("campaign of clerks", lambda: free_campaign(world, "clerk"), 3),
        figure("campaign of secretaries", lambda: free_campaign(world, "secretary"), 3),
        figure("text of a whole save", lambda: dump(table.game), 5),
        figure("reading of a whole save", lambda: parse(text, "a save"), 5),
        figure("a whole save of secretaries played again", lambda: restore(world, kept), 5),
    ]
