"""Every reader of text that strangers write: its whole texts, how it is called, and the faults it may raise."""

from __future__ import annotations

import base64
import shutil
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from game.engine import apply, to_act
from game.engine.order import Order
from game.engine.random_play import RandomPlayer
from game.lab.script import ScriptError, read_script
from game.lab.table import Table
from game.saves import SaveError, Setup, SnapshotError, dump, parse
from game.saves.file import sealed
from game.saves.recovery import whole_rows
from game.saves.rows import MAGIC, parse_rows
from game.saves.snapshot import unpack
from game.scenario import find, lesson_file, load, vocabulary
from game.scenario.expr import ExpressionFault, Names, compile_expression
from game.scenario.faults import Fault, ScenarioFaults
from game.scenario.loading import examine
from game.scenario.reading import decode, read_tree
from game.scenario.verbs import World, parse_effect

load_once = cache(load)

NAMES = Names(
    {
        kind: {"anna": 0, "bruno": 1, "fork": 2}
        for kind in (*vocabulary.FIELD_OF_KIND, "event", "hinge", "person", "meeting")
    },
    {"fork": ("left", "right")},
    frozenset({"left", "right"}),
)
SIZES = {"small": 40, "medium": 100, "large": 215}
WORLD = World(NAMES, ("axis:one", "axis:other"), SIZES, frozenset(vocabulary.SYMBOLS))

EXPRESSIONS = [
    "holds(SELF, 'anna') and not (opinion(SELF, TARGET) > 200)", "holder('anna') in ('anna', 'bruno')",
    "clamp(quantity('anna'), 0, 500) + min(1, 2) + max(3, abs(-5)) >= 510", "100 < opinion(SELF, 'bruno') <= 300",
    "chose('fork', 'left') or CHOICE == 'left'", "turn() // 2 * 3 - 1 == 8", "power(SELF, 'press')", "nobody == -1",
]  # fmt: skip
EFFECTS = [
    "opinion anna>SELF +small", "axis anna axis:one -medium", "patron anna to nobody", "mood all anna +small",
    "post anna to holder('bruno')", "seat anna bruno lost", "document DOC to TARGET", "call anna postponed 2",
    "motion anna bruno - SELF", "note Nobody said a word.", "lobby MOTION +medium", "clients anna SELF 90", "table",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Target:
    """A reader. ``share`` is its part of the time."""

    name: str
    seeds: list[str]
    read: Callable[[str], object]
    faults: tuple[type[Exception], ...]
    share: int = 10


def targets(folder: Path) -> list[Target]:
    """All readers; files are written in ``folder``."""
    world = find("harbour-union")
    yaml = [path.read_text(encoding="utf-8") for path in sorted(world.rglob("*.yaml"))]
    pieces = [text[start : start + 1500] for text in yaml for start in range(0, min(len(text), 9000), 3000)]
    kept = _saves()
    orders = [row[2:] for row in kept[0].split("\n") if row.startswith("> ")][:60]
    script = "\n".join(f"1 {row.partition(' ')[2]}" for row in orders[:9])
    return [
        Target("expressions", EXPRESSIONS, lambda text: compile_expression(text, "any", NAMES), (ExpressionFault,)),
        Target("effects", EFFECTS, lambda text: parse_effect(text, WORLD), (ExpressionFault,)),
        Target("YAML", pieces, _yaml, ()),
        Target("orders", orders, Order.parse, (ValueError,)),
        Target("order files", [script], _script(folder), (ScriptError,)),
        Target("saves", kept, _save, (SaveError,)),
        Target("saves sealed again", kept, _sealed, (SaveError,)),
        Target("branches sealed again", [_branched()], _sealed, (SaveError,)),
        Target("snapshots", _snapshots(), _snapshot, (SnapshotError,), 20),
        Target("spoiled saves", kept, _spoiled, (SaveError,)),
        Target("lessons", [LESSON], _lesson(folder), (ScenarioFaults,)),
        Target("whole scenarios", yaml, _scenario(folder, world), (), 60),
    ]  # fmt: skip


LESSON = """\
title: Who answers the shipowners?
scenario: harbour-union
seed: 7
seats: [ravndal, brekke]
dial: nudged
minutes: 4
forbidden: [polemic, mediate]
events: [{event: blackleg_ship, on: "1911-11-10"}]
questions: ["Why did the treasurer stand with the office?"]
"""


def _saves() -> list[str]:
    table = Table.new(load(find("harbour-union")), Setup(rivals="free"))
    table.advance(lambda game: len(game.lines) < 12)
    short = dump(table.game)
    return [short, "\n".join(row for row in short.split("\n") if not row.startswith("? "))]


def _game(turn: int) -> Table:
    """A game of dice and clerks at the opening of a turn."""
    player = RandomPlayer(1)
    table = Table.new(load(find("harbour-union")), Setup(humans=("quist",), strength="clerk"))
    while table.game.state.turn < turn:
        table.advance()
        table.give(player(table.game.state, table.game.decision))
    return table


@cache
def _branched() -> str:
    return dump(_game(3).fork(2).fork(2).game)


@cache
def _snapshots() -> list[str]:
    """The data of two snapshots, unpacked."""
    kept = (parse(dump(_game(turn).game), "a save").snapshot for turn in (2, 4))
    return [zlib.decompress(base64.b64decode(text)).decode() for text in kept]


def _snapshot(text: str) -> None:
    """A forger packs what he wrote; what is taken for a game is played on for some decisions."""
    packed = base64.b64encode(zlib.compress(_raw(text), 1)).decode()
    state, player = unpack(packed, load_once(find("harbour-union"))).state, RandomPlayer(1)
    for _ in range(4):
        if decision := to_act(state):
            apply(state, player(state, decision))


def _raw(text: str) -> bytes:
    return text.encode("utf-8", errors="surrogatepass")


def _yaml(text: str) -> None:
    faults: list[Fault] = []
    read = decode(_raw(text), "x.yaml", faults)
    tree = read_tree(read, "x.yaml", faults) if read is not None else None
    assert tree is not None or faults or not (read or "").strip(), "neither a tree nor a fault"


def _save(text: str) -> None:
    parse(_raw(text).decode("utf-8", errors="replace"), "a save")


def _spoiled(text: str) -> None:
    parse_rows(whole_rows(_raw(text).decode("utf-8", errors="replace")), "a save")


def _sealed(text: str) -> None:
    """A forger counts his lines and makes the checksum right."""
    rows = _raw(text).decode("utf-8", errors="replace").rstrip("\n").split("\n")
    parse(sealed([f"{MAGIC} 1", *rows[1:-1]]), "a save")


def _script(folder: Path) -> Callable[[str], object]:
    path, scenario = folder / "orders.txt", load(find("harbour-union"))

    def read(text: str) -> object:
        path.write_bytes(_raw(text))
        return read_script(path, scenario, ("ravndal",))

    return read


def _lesson(folder: Path) -> Callable[[str], object]:
    path = folder / "lesson.yaml"
    lesson_file.load = cache(load)  # type: ignore[attr-defined]

    def read(text: str) -> object:
        path.write_bytes(_raw(text))
        return lesson_file.read_lesson(path)

    return read


def _scenario(folder: Path, world: Path) -> Callable[[str], object]:
    own = shutil.copytree(world, folder / "own")
    names = sorted(own.rglob("*.yaml"))

    def read(text: str) -> None:
        """One file of the scenario is broken, the rest stand."""
        path = names[len(text) % len(names)]
        was = path.read_bytes()
        path.write_bytes(_raw(text))
        try:
            scenario, faults = examine(own)
            assert scenario is not None or faults, "neither a scenario nor a fault"
        finally:
            path.write_bytes(was)

    return read
