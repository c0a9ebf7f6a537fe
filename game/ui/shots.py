"""Pictures of every screen: ``python -m game.ui.shots FOLDER [SCENARIO]``, from a game some turns in."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.engine import meetings, order_status
from game.lab.table import Table
from game.saves import Game, Setup
from game.scenario import available, find, load
from game.scenario.model import Scenario

if TYPE_CHECKING:
    from game.ui.app import App
    from game.ui.settings import Settings

#: Window size in pixels and text size in percent.
SIZES = (((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200), ((16 * 120, 9 * 120), 100))
TABS = ("desk", "table", "organisations", "relations", "doctrine", "codex", "log")
BESIDE = ("title", "library", "saves", "options", "keys", "export")
KINDS = {"hinge": "hinge", "offer": "decision", "voice": "decision", "session": "session", "window": "desk"}


def largest(names: list[str]) -> Scenario:
    """The scenario with most turns."""
    return max((load(find(name)) for name in names), key=lambda one: (one.turns, one.id))


def waits(kind: str) -> Callable[[Game], bool]:
    """Whether a game waits for a decision of a kind; a sitting counts only with something on its table."""

    def stop(game: Game) -> bool:
        decision, sitting = game.decision, meetings.in_session(game.state)
        if decision is None or decision.kind != kind:
            return False
        due = sitting is not None and any(motion.body == sitting.body for motion in game.state.agenda)
        return kind != "session" or due

    return stop


def played(scenario: Scenario, seat: str, turns: int, stop: Callable[[Game], bool] = lambda game: True) -> Table:
    """A game in which everybody follows his own judgement up to a decision of ``seat`` in a late enough turn."""
    table = Table.new(scenario, Setup(seed=7, humans=(seat,)))
    game = table.game
    while (decision := game.decision) is not None:
        if game.state.turn >= turns and game.human_to_act and stop(game):
            break
        table.rival(decision)
    return table


def screens(table: Table, seat: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Every screen that can be shown at this point of the game, with its arguments."""
    for name in (*TABS, *BESIDE):
        yield name, {}
    scenario, state = table.game.scenario, table.game.state
    for reference in (f"person:{seat}", f"body:{scenario.bodies[0].id}", f"region:{scenario.regions[0].id}"):
        yield "codex", {"ref": reference}
    yield "digest", {"first": max(0, len(table.game.records) - 60)}
    if state.ballots:
        widest = max(range(len(state.ballots)), key=lambda k: state.ballots[k].votes_for)
        yield "rollcall", {"number": widest}
    yield "contender", {"scenario": scenario}
    yield "handover", {"seat": seat, "before": next(c.person for c in scenario.contenders if c.person != seat)}
    order = next((kind for kind, reason in order_status(state, seat) if reason is None and kind.slots), None)
    if order is not None:
        yield "compose", {"kind": order.id, "filled": {}}
    for name in ("epilogue", "story", "motives", "branches"):
        yield name, {}


def main(words: list[str] | None = None) -> int:
    """Write the pictures; the exit status."""
    os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
    os.environ.setdefault("SDL_AUDIODRIVER", "dummy")
    parser = argparse.ArgumentParser(prog="python -m game.ui.shots", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("scenario", nargs="?")
    parser.add_argument("--turn", type=int, default=8)
    parser.add_argument("--as", dest="seat", default="")
    arguments = parser.parse_args(words)
    scenario = load(find(arguments.scenario)) if arguments.scenario else largest(list(available()))
    seat = arguments.seat or scenario.contenders[0].person
    arguments.folder.mkdir(parents=True, exist_ok=True)
    turn = min(arguments.turn, scenario.turns)
    table = played(scenario, seat, turn, waits("window"))
    for name, args in screens(table, seat):
        shoot(arguments.folder, table, seat, name, args)
    for kind in ("hinge", "session", "offer", "voice"):
        later = played(scenario, seat, min(2, turn), waits(kind))
        if later.game.decision is not None:
            shoot(arguments.folder, later, seat, KINDS[kind], {}, f"_{kind}")
    return 0


def shoot(folder: Path, table: Table, seat: str, name: str, args: dict[str, Any], tail: str = "") -> None:
    """One screen at every size."""
    from game.ui.settings import Settings

    tail = tail or next((f"_{value.partition(':')[0]}" for value in args.values() if isinstance(value, str)), "")
    for size, text in SIZES:
        settings = Settings(text_size=text, reduced_motion=True, sound=False, width=size[0], height=size[1])
        app = opened(table, seat, name, args, folder, settings)
        path = folder / f"{name}{tail}_{size[0]}_{text}.png"
        app.screenshot(path)
        print(path)


def opened(table: Table, seat: str, name: str, args: dict[str, Any], folder: Path, settings: Settings) -> App:
    """A window with one screen of a game, once what it waits for is there."""
    from game.ui.app import App
    from game.ui.flow import Conductor
    from game.ui.main import Blank
    from game.ui.screens import SCREENS

    app = App(Blank(), settings)
    conductor = Conductor(app, folder)
    conductor.shelf.put(table.game.scenario)
    conductor.table, conductor.seat = table, seat
    app.tabs = conductor.tabs()
    app.reset([SCREENS[name](conductor, **args)])
    app.step()
    while app.busy is not None:
        app.busy.wait(1)
        app.step()
    return app


if __name__ == "__main__":
    raise SystemExit(main())
