"""Fit the model's numbers to the record up to a day: random search from their present values, with a mild pull.

Every term of the loss is a fact of the record or the distance of a number from where it began; no number belongs
to a vote, a day or a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, fields, replace
from datetime import date
from random import Random

from game.chronicle.divergence import TRUST
from game.engine.parameters import Parameters
from game.lab.backtest import Progress, Sample, loaded, sample, vote_facts, workers
from game.scenario.model import Fact, Scenario

#: Numbers that are fitted. The others are read off the record or belong to free play.
FITTED = (
    "line", "opinion", "axes", "unity", "ban", "bandwagon", "undecided", "cross", "loyalty_bench", "grievance",
    "tier", "push", "appointments",
)  # fmt: skip
#: One unit of loss: thousandths of a tally's share, of a recorded share of the rank and file, of the appointed.
VOTE_UNIT, TIER_UNIT, APPOINTED_UNIT = 20, 40, 10
#: A number that has moved by so much of its first value costs one unit.
PULL = 0.5
#: Numbers that begin at nothing move in steps of this.
FIRST_STEP = 100
#: Replays of one trial, and the widest step of a trial as a part of the value.
SEEDS, STEP = range(1, 6), 0.15


@dataclass(frozen=True, slots=True)
class Fit:
    """The best numbers of all chains and where they began, with their losses in thousandths."""

    before: Mapping[str, int]
    after: Mapping[str, int]
    loss_before: int
    loss_after: int
    chains: tuple[tuple[int, Mapping[str, int]], ...]  # loss and numbers of each chain
    trials: int


def starting(scenario: Scenario) -> dict[str, int]:
    """The fitted numbers as the scenario has them now."""
    now = Parameters.of(scenario)
    names = {field.name for field in fields(Parameters)}
    return {name: int(getattr(now, name)) for name in FITTED if name in names}


def fit(folder: str, until: date, trials: int = 120, progress: Progress | None = None) -> Fit:
    """Search for better numbers with one chain a processor; pure, repeatable."""
    before = starting(loaded(folder))
    tasks = [(folder, until, trials, chain) for chain in range(1, workers() + 1)]
    found: list[tuple[float, dict[str, int]]] = []
    with ProcessPoolExecutor(len(tasks)) as pool:
        for one in pool.map(_chain, tasks):
            found.append(one)
            if progress is not None:
                progress(len(found), len(tasks))
    loss, after = min(found, key=lambda pair: pair[0])
    first = loss_of(folder, before, before, until)
    chains = tuple((round(1000 * lost), numbers) for lost, numbers in found)
    return Fit(before, after, round(1000 * first), round(1000 * loss), chains, trials)


def _chain(task: tuple[str, date, int, int]) -> tuple[float, dict[str, int]]:
    folder, until, trials, number = task
    luck, start = Random(number), starting(loaded(folder))
    best = dict(start)
    least = loss_of(folder, best, start, until)
    for _ in range(trials):
        tried = _step(best, luck)
        lost = loss_of(folder, tried, start, until)
        if lost < least:
            best, least = tried, lost
    return least, best


def _step(numbers: Mapping[str, int], luck: Random) -> dict[str, int]:
    """One to three numbers moved a little."""
    tried = dict(numbers)
    for name in luck.sample(sorted(tried), luck.randint(1, 3)):
        size = max(abs(tried[name]) * STEP, FIRST_STEP / 2 if tried[name] == 0 or name == "cross" else 1)
        tried[name] = max(round(tried[name] + luck.gauss(0, size)), 0)
    return tried


# ---- the loss


def loss_of(folder: str, numbers: Mapping[str, int], start: Mapping[str, int], until: date) -> float:
    """Squared units of what is off, over the seeds of a trial, and of the distance from the start."""
    base = loaded(folder)
    world = with_numbers(base, numbers)
    drawn = [sample(world, seed, until) for seed in SEEDS]
    return sum(misfits(base, drawn, until)) + sum(_pulls(numbers, start))


def with_numbers(scenario: Scenario, numbers: Mapping[str, int]) -> Scenario:
    """The same world under other numbers."""
    return replace(scenario, parameters={**scenario.parameters, **numbers})


def _pulls(numbers: Mapping[str, int], start: Mapping[str, int]) -> Iterator[float]:
    for name, value in numbers.items():
        first = start[name] or 1000
        yield ((value - start[name]) / (first * PULL)) ** 2


def misfits(scenario: Scenario, drawn: Sequence[Sample], until: date) -> Iterator[float]:
    """Per known tally and figure: the squared distance of the mean of the seeds, weighed by trust."""
    for fact in vote_facts(scenario, until):
        tallies = [one.votes[fact.id] for one in drawn if fact.id in one.votes]
        if "against" not in fact.data or not tallies:
            continue
        cast = max(_mean([t.votes_for + t.votes_against + t.abstained for t in tallies]), 1)
        total = _total(fact) or cast
        off = _mean([t.votes_against for t in tallies]) / cast - int(fact.data["against"]) / total
        yield _trust(fact) * (1000 * off / VOTE_UNIT) ** 2
        if fact.data.get("tally") == "exact" and "for" in fact.data and "abstain" in fact.data:
            away = _mean([t.votes_for for t in tallies]) / cast - int(fact.data["for"]) / total
            yield _trust(fact) * (1000 * away / (2 * VOTE_UNIT)) ** 2
    for fact in scenario.record:
        unit = _unit(fact)
        values = [one.figures[fact.id] for one in drawn if fact.id in one.figures]
        if unit and values and fact.begins <= until:
            yield _trust(fact) * ((_mean(values) - int(fact.data["value"])) / unit) ** 2


def _unit(fact: Fact) -> int:
    if fact.kind != "figure":
        return 0
    name = str(fact.data["name"])
    return TIER_UNIT if name.startswith("opposition_") else APPOINTED_UNIT if name == "appointed_share" else 0


def _total(fact: Fact) -> int:
    parts = [int(fact.data.get(name, 0)) for name in ("for", "against", "abstain")]
    return sum(parts) if parts[0] else int(fact.data.get("total", 0))


def _trust(fact: Fact) -> float:
    return TRUST[fact.citation.confidence] / 1000


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
