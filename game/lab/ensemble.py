"""Many worlds of one scenario: played on every processor, kept as they come, summed up in one object."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from game.lab import keep, pool, world
from game.lab.progress import Progress
from game.lab.reliability import Reliability
from game.lab.world import Plan, World
from game.scenario.model import Scenario


@dataclass(slots=True)
class Ensemble:
    """The worlds of a plan, in order of their seeds; ``stopped`` if fewer than asked for."""

    plan: Plan
    asked: int
    worlds: list[World]
    stopped: bool = False
    forecasts: Reliability = field(default_factory=Reliability)

    def __post_init__(self) -> None:
        self.worlds.sort(key=lambda one: int(one["seed"]))
        for one in self.played:
            self.forecasts.add(one["forecasts"])

    @property
    def played(self) -> list[World]:
        """The worlds that came to an end."""
        return [one for one in self.worlds if "digest" in one]

    @property
    def faults(self) -> list[tuple[int, str]]:
        """Seeds and what went wrong there."""
        return [(int(one["seed"]), str(fault)) for one in self.worlds for fault in one["faults"]]

    @property
    def distinct(self) -> int:
        """How many different logs there are: orders and votes, whatever the seed."""
        return len({one["log"] for one in self.played})


def about(scenario: Scenario, plan: Plan) -> dict[str, Any]:
    """What worlds that may be put together have in common."""
    return {
        "scenario": scenario.id,
        "digest": plan.digest,
        "rivals": plan.rivals,
        "seat": plan.seat,
        "strength": plan.strength,
        "start": plan.start.isoformat() if plan.start else None,
        "until": plan.until.isoformat() if plan.until else None,
        "settings": dict(plan.settings),
        **({"types": list(plan.types)} if plan.types else {}),
        **({"lots": plan.lots} if plan.lots else {}),
    }


def run(
    scenario: Scenario,
    plan: Plan,
    seeds: Sequence[int],
    path: Path,
    jobs: int,
    executor: str = "processes",
    resume: bool = False,
    progress: Progress | None = None,
) -> Ensemble:
    """Play the worlds of ``seeds`` that are not kept in ``path`` yet.

    An interruption ends it early; what was done is in the result and in the file. Raises ``KeepError`` for a
    file that does not fit.
    """
    common, wanted = about(scenario, plan), set(seeds)
    kept = keep.read(path, common) if resume and path.exists() else []
    worlds = [one for one in kept if one["seed"] in wanted]
    done = {one["seed"] for one in worlds}
    stopped = False
    with keep.keeping(path, common, kept) as out:
        try:
            for one in _new(plan, [seed for seed in seeds if seed not in done], jobs, executor):
                keep.add(out, one)
                worlds.append(one)
                if progress is not None:
                    progress(len(worlds), len(seeds))
        except KeyboardInterrupt:
            stopped = True
    return Ensemble(plan, len(seeds), worlds, stopped)


def _new(plan: Plan, seeds: Sequence[int], jobs: int, executor: str) -> Iterable[World]:
    if not seeds:
        return
    with pool.workers(executor, jobs, world.prepare, (plan,)) as hands:
        yield from pool.completed(hands, world.play, ((plan, seed) for seed in seeds), 2 * jobs)
