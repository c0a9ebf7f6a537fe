"""``python -m tests.speed.growth``: what a campaign costs as its delegates, its people and its turns grow.

A world is made from the small scenario by adding members of its branches, widening its congresses and going on for
longer. The exponent is that of the last doubling and more: 1 is linear.
"""

from __future__ import annotations

import math
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from game.scenario import find, load
from game.scenario.model import Scenario
from tests.speed.measure import best, random_campaign

LEADERS = ("ravndal", "brekke", "quist", "lunde")
REGIONS = ("north_quay", "old_basin", "ropewalk")
#: What grows, and how far: delegates of a congress, people, turns.
DELEGATES = (60, 1_000, 2_500, 5_000, 10_000)
PEOPLE = (10, 60, 125, 250, 500)
TURNS = (6, 12, 24, 48)
#: People the small scenario has.
FIRST = 10


def world(folder: Path, delegates: int, people: int, turns: int) -> Scenario:
    """The small scenario with so many delegates, people and turns, written to a folder and loaded."""
    shutil.copytree(find("harbour-union"), folder)
    _rewrite(folder / "scenario.yaml", r"(?m)^turns: \d+", f"turns: {turns}")
    if people > FIRST:
        members = "".join(_member(number) for number in range(people - FIRST))
        (folder / "people_grown.yaml").write_text(f"people:\n{members}", encoding="utf-8")
    made = load(folder)
    halls = (replace(one, seats=delegates) if one.seats else one for one in made.meetings)
    return replace(made, meetings=tuple(halls))  # a file may say 5,000 at most


def _rewrite(path: Path, pattern: str, new: str) -> None:
    path.write_text(re.sub(pattern, new, path.read_text(encoding="utf-8")), encoding="utf-8")


def _member(number: int) -> str:
    """A member of a branch as a row of YAML."""
    leader, region = LEADERS[number % len(LEADERS)], REGIONS[number % len(REGIONS)]
    axes = f"{{struggle: {number * 37 % 1600 - 800}, order: {number * 53 % 1600 - 800}}}"
    return (
        f"- {{id: member_{number}, name: Member Number{number}, axes: {axes}, authority: {100 + number % 300},"
        f" oratory: 300, organisation: 400, born: '1880', patron: {leader}, region: {region}, place: posted,"
        " role: docker, face: {head: square}, source: invented}\n"
    )


def seconds(delegates: int = DELEGATES[0], people: int = FIRST, turns: int = TURNS[0]) -> float:
    """Seconds of a campaign of dice in such a world."""
    with tempfile.TemporaryDirectory() as folder:
        made = world(Path(folder) / "grown", delegates, people, turns)
        return best(lambda: random_campaign(made), 5)


def exponent(sizes: tuple[int, ...], times: list[float]) -> float:
    """The power of the size with which the cost grows over the upper half of the range."""
    middle = len(sizes) // 2
    return math.log(times[-1] / times[middle]) / math.log(sizes[-1] / sizes[middle])


def tables() -> Iterator[tuple[str, tuple[int, ...], list[float]]]:
    """What grows, its sizes, and the seconds of a campaign for each."""
    yield "delegates", DELEGATES, [seconds(delegates=size) for size in DELEGATES]
    yield "people", PEOPLE, [seconds(people=size) for size in PEOPLE]
    yield "turns", TURNS, [seconds(turns=size) for size in TURNS]
    both = tuple(zip(DELEGATES[1:], PEOPLE[1:], strict=True))
    yield "delegates and people", DELEGATES[1:], [seconds(delegates, people) for delegates, people in both]


def main() -> None:
    """Measure and print."""
    for name, sizes, times in tables():
        told = (f"{size:,}: {1000 * time:.0f} ms" for size, time in zip(sizes, times, strict=True))
        print(f"| {name} | {' · '.join(told)} | {exponent(sizes, times):.2f} |", flush=True)


if __name__ == "__main__":
    main()
