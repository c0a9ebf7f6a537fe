"""How quick and how large the window is: ``python -m game.ui.measure [RIVALS]`` prints what the README keeps.

First paint from the start of the process, frames with everything moving at 1080p drawn by the processor alone,
redraws while nothing happens, and memory after the longest scenario was played to its end.
"""

from __future__ import annotations

import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

SIZE = (16 * 120, 9 * 120)
FIRST = """
import os, time
from game.ui.main import start
from game.ui.app import App
from game.ui.main import Blank
from game.ui.settings import Settings
app = App(Blank(), Settings(sound=False))
start(app)
app.step()
print(time.time())
"""


def resident() -> int:
    """Memory of this process now, in mebibytes; where the system does not tell, the most it ever was."""
    status = Path("/proc/self/status")
    if status.is_file():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def first_paint() -> int:
    """Milliseconds from the start of a process to the first page on the screen."""
    begun = time.time()
    made = subprocess.run([sys.executable, "-c", FIRST], capture_output=True, text=True, check=True)
    return round(1000 * (float(made.stdout.split()[-1]) - begun))


def frames(conductor: object, count: int = 120) -> tuple[float, float]:
    """Median and longest milliseconds of a frame in which the hall is called and the wedge crosses the page."""
    from game.ui.flow import Conductor
    from game.ui.screens import SCREENS
    from game.ui.widgets import TurnChange

    assert isinstance(conductor, Conductor)
    app = conductor.app
    ballots = conductor.game.state.ballots
    largest = max(range(len(ballots)), key=lambda k: ballots[k].votes_for + ballots[k].votes_against)
    app.reset([SCREENS["rollcall"](conductor, number=largest)])
    took = []
    for number in range(count):
        if number % 24 == 0:
            app.stage.play(TurnChange("OCT\N{EN DASH}NOV"))
        app.stage.dirty = True
        begun = time.perf_counter()
        app.step()
        took.append(1000 * (time.perf_counter() - begun))
    return statistics.median(took), max(took[1:])


def longest_wait(conductor: object, turns: int = 3) -> tuple[float, float]:
    """Longest milliseconds between two looks at the window's events while the others decide.

    By the clock, which other work on the machine lengthens, and of the window's own work.
    """
    import pygame

    from game.saves import Setup
    from game.ui.flow import Conductor

    assert isinstance(conductor, Conductor)
    app, scenario = conductor.app, conductor.game.scenario
    seat = scenario.contenders[0].person
    conductor.title()
    conductor.begin(scenario, Setup(seed=2, humans=(seat,)))
    longest, own = 0.0, 0.0
    while conductor.table is None or conductor.game.state.turn <= turns:
        while app.busy is not None:
            begun, worked = time.perf_counter(), time.thread_time()
            pygame.time.wait(4)
            app.step(pygame.event.get())
            longest = max(longest, 1000 * (time.perf_counter() - begun))
            own = max(own, 1000 * (time.thread_time() - worked))
        decision = conductor.game.decision
        assert decision is not None and conductor.table is not None
        order, _ = conductor.table.pilot.next(conductor.game.state, decision)
        conductor.give(order)
    return longest, own


def main() -> int:
    """Print the measurements."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    from game.lab.table import Table
    from game.saves import Setup
    from game.scenario import available
    from game.ui.app import App
    from game.ui.flow import Conductor
    from game.ui.main import Blank
    from game.ui.settings import Settings
    from game.ui.shots import largest

    print(f"first paint {first_paint()} ms")
    app = App(Blank(), Settings(sound=False, width=SIZE[0], height=SIZE[1]))
    conductor = Conductor(app)
    scenario = largest(list(available()))
    print(f"memory before a game {resident()} MiB")
    table = Table.new(scenario, Setup(seed=1, rivals=sys.argv[1] if len(sys.argv) > 1 else "free"))
    table.advance()
    conductor.shelf.put(scenario)
    conductor.table, conductor.seat = table, scenario.contenders[0].person
    print(f"memory after {table.game.state.turn} turns {resident()} MiB")
    for name in ("desk", "organisations", "relations", "log", "codex"):
        conductor.open(name)
        app.step()
    print(f"memory with pictures {resident()} MiB")
    median, longest = frames(conductor)
    print(f"frame at 1080p: median {median:.1f} ms, longest {longest:.1f} ms")
    conductor.open("desk")
    while app.stage.moving:
        app.step()
    app.step()
    before = app.redraws
    for _ in range(100):
        app.step()
    print(f"redraws while nothing happens: {app.redraws - before} of 100")
    longest, own = longest_wait(conductor)
    print(f"longest wait of the window while secretaries decide: {longest:.0f} ms, its own work {own:.0f} ms")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
