"""Fit the model's numbers to the record up to a day: random search from their present values, with a mild pull.

The historical line is replayed once a seed, and the moment of every recorded vote is kept; a trial counts those
votes again under other numbers. Every term of the loss is a fact of the record or the distance of a number from
where it began; no number belongs to a vote, a day or a person.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from random import Random

from game.chronicle.divergence import TRUST
from game.engine import delegates, named_votes
from game.engine import question as questions
from game.engine.parameters import Parameters
from game.engine.state import Decision, Motion, Sitting, State
from game.lab.backtest import TIERS, Tally, loaded, vote_facts, workers
from game.lab.progress import Progress
from game.lab.replay import replay, steps_of
from game.scenario.model import Fact, Scenario

#: Numbers that are fitted: those by which ballots and tiers are counted. The others are read off the record or
#: belong to free play.
FITTED = (
    "line", "opinion", "axes", "unity", "ban", "word", "bandwagon", "undecided", "loyalty_bench", "grievance",
    "tier", "push",
)  # fmt: skip
#: One unit of loss: thousandths of a tally's share, and of a recorded share of the rank and file.
VOTE_UNIT, TIER_UNIT = 20, 40
#: A number that has moved by so much of its first value costs one unit; one that begins at nothing, by a thousand.
PULL, FROM_NOTHING = 0.5, 1000
#: Replays kept for the trials, and the usual step of a trial as a part of the value.
SEEDS, STEP, LEAST_STEP = 8, 0.12, 30


@dataclass(frozen=True, slots=True)
class Fit:
    """The best numbers of all chains and where they began, with their losses in thousandths."""

    before: Mapping[str, int]
    after: Mapping[str, int]
    loss_before: int
    loss_after: int
    chains: tuple[tuple[int, Mapping[str, int]], ...]  # loss and numbers of each chain
    trials: int


@dataclass(slots=True)
class Moment:
    """A recorded vote just before it is counted, in one replay."""

    fact: Fact
    state: State
    motion: Motion
    sitting: Sitting


def starting(scenario: Scenario) -> dict[str, int]:
    """The fitted numbers as the scenario has them now."""
    now = Parameters.of(scenario)
    return {name: int(getattr(now, name)) for name in FITTED}


def fit(folder: str, until: date, trials: int = 250, progress: Progress | None = None) -> Fit:
    """Search for better numbers with one chain a processor; pure, repeatable."""
    before = starting(loaded(folder))
    tasks = [(folder, until, trials, chain) for chain in range(1, workers() + 1)]
    found: list[tuple[float, float, dict[str, int]]] = []
    with ProcessPoolExecutor(len(tasks)) as pool:
        for one in pool.map(_chain, tasks):
            found.append(one)
            if progress is not None:
                progress(len(found), len(tasks))
    first, loss, after = min(found, key=lambda one: one[1])
    chains = tuple((round(1000 * lost), numbers) for _, lost, numbers in found)
    return Fit(before, after, round(1000 * first), round(1000 * loss), chains, trials)


def _chain(task: tuple[str, date, int, int]) -> tuple[float, float, dict[str, int]]:
    """The loss at the start and the least found by one chain, with its numbers."""
    folder, until, trials, number = task
    scenario, luck = loaded(folder), Random(number)
    kept = [moments(scenario, seed, until) for seed in range(1, SEEDS + 1)]
    start = starting(scenario)
    best, first = dict(start), loss_of(scenario, kept, start, start, until)
    least = first
    for _ in range(trials):
        tried = _step(best, luck)
        lost = loss_of(scenario, kept, tried, start, until)
        if lost < least:
            best, least = tried, lost
    return first, least, best


def _step(numbers: Mapping[str, int], luck: Random) -> dict[str, int]:
    """One to three numbers moved a little."""
    tried = dict(numbers)
    for name in luck.sample(sorted(tried), luck.randint(1, 3)):
        size = max(tried[name] * STEP, LEAST_STEP)
        tried[name] = max(round(tried[name] + luck.gauss(0, size)), 0)
    return tried


# ---- moments


def moments(scenario: Scenario, seed: int, until: date) -> list[Moment]:
    """Every recorded vote of one replay, as it stood at the last word before the count."""
    facts = {str(fact.data.get("key")): fact for fact in vote_facts(scenario, until)}
    found: dict[str, Moment] = {}

    def watch(state: State, decision: Decision) -> None:
        if decision.kind != "session":
            return
        sitting = next(one for one in state.sittings if one.meeting == state.session and not one.held)
        before = [m for m in state.agenda if m.body == sitting.body and m.meeting in ("", sitting.meeting)]
        if any(motion.key in facts for motion in before):
            twin = state.copy()
            for motion in twin.agenda:
                if motion.key in facts:
                    found[motion.key] = Moment(facts[motion.key], twin, motion, sitting)

    replay(scenario, seed, until, watch=watch)
    return list(found.values())


def counted(world: Scenario, moment: Moment) -> Tally:
    """The vote of a moment under a world's numbers."""
    state = moment.state
    state.scenario = world
    question = questions.of(state, moment.motion)
    if world.bodies[moment.sitting.body].kind == "assembly":
        cast = delegates.hold(state, question, moment.sitting).cast.tolist()
    else:
        cast = named_votes.hold(state, question, moment.sitting.body).cast.tolist()
    votes_for, votes_against = cast.count(1), cast.count(-1)
    return Tally(votes_for, votes_against, cast.count(0), votes_for > votes_against, cast.count(2))


# ---- the loss


def loss_of(
    scenario: Scenario,
    kept: Sequence[Sequence[Moment]],
    numbers: Mapping[str, int],
    start: Mapping[str, int],
    until: date,
) -> float:
    """Squared units of what is off, over the seeds, and of the distance from the start."""
    world = replace(scenario, parameters={**scenario.parameters, **numbers})
    votes: dict[str, list[Tally]] = {}
    facts: dict[str, Fact] = {}
    for moment in (one for seed in kept for one in seed):
        facts[moment.fact.id] = moment.fact
        votes.setdefault(moment.fact.id, []).append(counted(world, moment))
    total = sum(_pull(name, value, start[name]) for name, value in numbers.items())
    total += sum(sum(_vote_loss(facts[name], tallies)) for name, tallies in votes.items())
    return total + sum(_tier_losses(scenario, kept, until))


def _pull(name: str, value: int, first: int) -> float:
    return ((value - first) / (first * PULL if first else FROM_NOTHING)) ** 2


def _vote_loss(fact: Fact, tallies: Sequence[Tally]) -> Iterator[float]:
    """What the mean of the seeds is off, against and (where the count is exact) for, weighed by trust.

    Where the record counts everybody entitled, those away count too.
    """
    if "against" not in fact.data:
        return
    here = [t.votes_for + t.votes_against + t.abstained + (t.absent if "total" in fact.data else 0) for t in tallies]
    cast = max(_mean(here), 1)
    total = _total(fact) or cast
    off = _mean([t.votes_against for t in tallies]) / cast - int(fact.data["against"]) / total
    yield _trust(fact) * (1000 * off / VOTE_UNIT) ** 2
    if fact.data.get("tally") == "exact" and "for" in fact.data and "abstain" in fact.data:
        away = _mean([t.votes_for for t in tallies]) / cast - int(fact.data["for"]) / total
        yield _trust(fact) * (1000 * away / (2 * VOTE_UNIT)) ** 2


def _tier_losses(scenario: Scenario, kept: Sequence[Sequence[Moment]], until: date) -> Iterator[float]:
    """What recorded shares of the rank and file before an assembly are off."""
    for fact in scenario.record:
        step = TIERS.get(str(fact.data.get("name")), 0) if fact.kind == "figure" else 0
        if not step or fact.begins > until:
            continue
        turn, region = scenario.turn_of(fact.begins), scenario.index["regions"][str(fact.data["region"])]
        shares = [
            1000 - steps_of(one.state, questions.of(one.state, one.motion))[region][step]
            for seed in kept
            for one in seed
            if one.state.turn == turn and scenario.bodies[one.sitting.body].kind == "assembly"
        ]
        if shares:
            yield _trust(fact) * ((_mean(shares) - int(fact.data["value"])) / TIER_UNIT) ** 2


def _total(fact: Fact) -> int:
    parts = [int(fact.data.get(name, 0)) for name in ("for", "against", "abstain")]
    return sum(parts) if parts[0] else int(fact.data.get("total", 0))


def _trust(fact: Fact) -> float:
    return TRUST[fact.citation.confidence] / 1000


def _mean(values: Sequence[int]) -> float:
    return sum(values) / len(values)
