"""Whether forecasts come true: each one counted in the tenth its chance falls into."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from game.engine import forecast
from game.engine.atlas import Atlas
from game.engine.state import Ballot, Motion, Offer, Sitting, State
from game.engine.view import glance
from game.lab.intervals import share_interval

TENTHS = 10
#: Kinds of forecasts that are counted.
KINDS = ("vote", "offer")
#: Of one tenth: forecasts, how many came true, sum of the chances in thousandths.
Cell = list[int]


def empty() -> list[Cell]:
    """A table in which nothing is counted yet."""
    return [[0, 0, 0] for _ in range(TENTHS)]


@dataclass(slots=True)
class Reliability:
    """Counts by kind and tenth; watches a world through ``vote`` and ``offer``."""

    cells: dict[str, list[Cell]] = field(default_factory=lambda: {kind: empty() for kind in KINDS})

    def count(self, kind: str, chance: int, happened: bool) -> None:
        """One forecast of ``chance`` thousandths, and whether it came true."""
        cell = self.cells[kind][min(chance * TENTHS // 1000, TENTHS - 1)]
        cell[0] += 1
        cell[1] += happened
        cell[2] += chance

    def vote(self, state: State, motion: Motion, sitting: Sitting) -> Callable[[Ballot], None]:
        """Forecast a motion just before it is put."""
        chance = forecast.vote(state, motion, sitting).chance
        return lambda ballot: self.count("vote", chance, ballot.carried)

    def offer(self, state: State, made: Offer) -> Callable[[bool], None]:
        """Forecast an offer just before it is answered, from the view of whoever makes it."""
        chance = forecast.offer(glance(state, Atlas.of(state.scenario).leaders[made.by]), made)[1]
        return lambda agreed: self.count("offer", chance, agreed)

    def add(self, other: dict[str, list[Cell]]) -> None:
        """Count what another world has seen."""
        for kind, cells in other.items():
            for mine, theirs in zip(self.cells[kind], cells, strict=True):
                mine[:] = [one + two for one, two in zip(mine, theirs, strict=True)]


@dataclass(frozen=True, slots=True)
class Row:
    """One tenth of a reliability table; shares are 0..1."""

    low: int  # per cent
    count: int
    forecast: float  # mean chance
    happened: float
    interval: tuple[float, float]

    @property
    def off(self) -> float:
        """Observed share minus mean forecast."""
        return self.happened - self.forecast


def rows(cells: Sequence[Cell]) -> list[Row]:
    """The table of the tenths in which something was forecast."""
    found = []
    for place, (count, true, chances) in enumerate(cells):
        if count:
            interval = share_interval(true, count)
            found.append(Row(place * 100 // TENTHS, count, chances / 1000 / count, true / count, interval))
    return found
