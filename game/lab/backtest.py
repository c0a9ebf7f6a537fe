"""The model held against the record: the historical line replayed, every recorded vote with its spread."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache
from pathlib import Path

from game.engine.state import Ballot, State
from game.lab import agreement
from game.lab.intervals import quantile
from game.lab.progress import Progress
from game.lab.replay import Replay, Stairs, replay
from game.scenario import load
from game.scenario.model import Fact, Scenario

#: A minority may differ by so much: thousandths of a share, votes in a committee.
CLOSE_SHARE, CLOSE_VOTES = 50, 3
#: Shares of seeds between which the spread is given, thousandths.
LOW, HIGH = 50, 950
#: Figures of the record that are computed from the drift, and those that come from the tiers.
DRIFT = ("full_members", "candidate_members", "appointed_share", "official_share")
TIERS = {"opposition_cell_share": 0, "opposition_district_share": 1, "opposition_province_share": 2}


@dataclass(frozen=True, slots=True)
class Tally:
    """One ballot counted."""

    votes_for: int
    votes_against: int
    abstained: int
    carried: bool
    absent: int = 0

    @property
    def minority(self) -> int:
        """Thousandths of the votes cast for either side that the smaller side has."""
        cast = self.votes_for + self.votes_against
        return 1000 * min(self.votes_for, self.votes_against) // cast if cast else 0


@dataclass(frozen=True, slots=True)
class Sample:
    """What one seed gives: a tally for each recorded vote, and each known figure."""

    seed: int
    votes: Mapping[str, Tally]
    figures: Mapping[str, int]


@dataclass(slots=True)
class VoteRow:
    """A recorded vote and what the model makes of it; tallies are in order of seeds."""

    fact: Fact
    assembly: bool
    seeds: int
    tallies: list[Tally] = field(default_factory=list)

    @property
    def held(self) -> bool:
        """Whether most replays hold the vote; one the record refused may never come to a count."""
        return 2 * len(self.tallies) > self.seeds

    @property
    def right(self) -> bool:
        """Whether most replays take the side of the record."""
        carried = bool(self.fact.data.get("carried", True))
        agree = sum(tally.carried == carried for tally in self.tallies)
        if not self.held:
            return not carried
        return 2 * agree > len(self.tallies)

    def middle(self, of: Callable[[Tally], int]) -> int:
        """Median over the seeds."""
        return quantile([of(tally) for tally in self.tallies], 500)

    def spread(self, of: Callable[[Tally], int]) -> tuple[int, int]:
        """Where nine tenths of the seeds lie."""
        values = [of(tally) for tally in self.tallies]
        return quantile(values, LOW), quantile(values, HIGH)

    @property
    def recorded(self) -> Tally | None:
        """The tally of the record, as far as one is known; what it does not say of the majority is nothing."""
        data = self.fact.data
        if "against" not in data and "for" not in data:
            return None
        against = int(data.get("against", 0))
        total = int(data.get("total", 0)) - against - int(data.get("abstain", 0))
        return Tally(
            int(data.get("for", max(total, 0))), against, int(data.get("abstain", 0)), bool(data.get("carried", True))
        )

    @property
    def close(self) -> bool | None:
        """Whether the minority is as near to the record's as asked; None if the record has no tally."""
        known = self.recorded
        if known is None or not self.held:
            return None
        off = abs(self.middle(lambda t: min(t.votes_for, t.votes_against)) - min_of(self, known))
        if known.votes_for and known.votes_for + known.votes_against:
            share = abs(self.middle(lambda tally: tally.minority) - known.minority)
            return share <= CLOSE_SHARE or (not self.assembly and off <= CLOSE_VOTES)
        size = self.middle(lambda t: t.votes_for + t.votes_against)
        return off <= CLOSE_VOTES or 1000 * off <= CLOSE_SHARE * size


def min_of(row: VoteRow, known: Tally) -> int:
    """Votes of the record's minority: the smaller count, or the only one that is known."""
    if known.votes_for and known.votes_against:
        return min(known.votes_for, known.votes_against)
    return known.votes_against if bool(row.fact.data.get("carried", True)) else known.votes_for


@dataclass(slots=True)
class FigureRow:
    """A figure of the record and the model's, as the median of the seeds."""

    fact: Fact
    model: int
    put_in: bool

    @property
    def off(self) -> int:
        """Difference in thousandths of the record's value."""
        value = int(self.fact.data["value"])
        return 1000 * abs(self.model - value) // value if value else 0


@dataclass(slots=True)
class Backtest:
    """Everything the comparison finds."""

    scenario: Scenario
    seeds: int
    votes: list[VoteRow]
    figures: list[FigureRow]
    units: list[agreement.Unit]
    shares: dict[int, tuple[int, int]]  # year -> appointed, official share at its end

    @property
    def wrong(self) -> list[VoteRow]:
        """Recorded votes that go to the wrong side."""
        return [row for row in self.votes if not row.right]


# ---- one seed


def vote_facts(scenario: Scenario, until: date | None = None) -> list[Fact]:
    """Recorded votes since the first day, in order of date."""
    facts = [f for f in scenario.record if f.kind == "vote" and f.begins >= scenario.start]
    return sorted((f for f in facts if until is None or f.begins <= until), key=lambda f: (f.begins, f.id))


def matching(scenario: Scenario, fact: Fact, ballots: Iterable[Ballot]) -> Ballot | None:
    """The ballot that is the recorded vote: by its key, else by kind, body and subject in the same turn."""
    turn, data = scenario.turn_of(fact.begins), fact.data
    near = [one for one in ballots if abs(scenario.turn_of(one.day) - turn) <= 1]
    for ballot in near:
        if ballot.key and ballot.key == data.get("key"):
            return ballot
    for ballot in near:
        same = (ballot.type, scenario.bodies[ballot.body].id) == (data.get("motion"), data.get("body"))
        if same and scenario.turn_of(ballot.day) == turn and data.get("subject") in (None, ballot.subject):
            return ballot
    return None


def sample(scenario: Scenario, seed: int, until: date | None = None) -> Sample:
    """Replay one seed and take from it what the record knows."""
    return measured(scenario, seed, replay(scenario, seed, until), until)


def measured(scenario: Scenario, seed: int, run: Replay, until: date | None = None) -> Sample:
    """The tallies and figures of a replay."""
    votes = {}
    for fact in vote_facts(scenario, until):
        ballot = matching(scenario, fact, run.state.ballots)
        if ballot is not None:
            votes[fact.id] = Tally(
                ballot.votes_for, ballot.votes_against, ballot.abstained, ballot.carried, ballot.absent
            )
    return Sample(seed, votes, dict(_figures(scenario, run)))


def _figures(scenario: Scenario, run: Replay) -> Iterable[tuple[str, int]]:
    for fact in scenario.record:
        if fact.kind != "figure" or fact.begins < scenario.start:
            continue
        name, turn = str(fact.data["name"]), scenario.turn_of(fact.begins)
        if name in DRIFT and turn in run.figures:
            yield fact.id, _drifted(scenario, run, name, fact.begins, turn)
        elif name in TIERS:
            found = _tier(scenario, run, fact)
            if found is not None:
                yield fact.id, found


def _drifted(scenario: Scenario, run: Replay, name: str, day: date, turn: int) -> int:
    """A figure on a day inside a turn, between the close of the turn before and its own, by days."""
    first, last = scenario.turn_dates(turn)
    now, before = run.figures[turn][name], run.figures.get(turn - 1, run.figures[turn])[name]
    passed, length = (day - first).days, max((last - first).days, 1)
    return before + (now - before) * passed // length


def _tier(scenario: Scenario, run: Replay, fact: Fact) -> int | None:
    """The opposition's share at a tier, thousandths: before the assembly of the fact's turn, cells at its close."""
    turn, step = scenario.turn_of(fact.begins), TIERS[str(fact.data["name"])]
    steps = run.camps.get(turn) if step == 0 else _before_assembly(scenario, run, turn)
    if steps is None:
        return None
    if "region" in fact.data:
        return 1000 - steps[scenario.index["regions"][str(fact.data["region"])]][step]
    heads: list[int] = run.state.members.tolist()
    return 1000 - sum(one[step] * count for one, count in zip(steps, heads, strict=True)) // sum(heads)


def _before_assembly(scenario: Scenario, run: Replay, turn: int) -> list[Stairs] | None:
    """The tiers of the first motion of the turn that the record counts votes on."""
    recorded = {fact.data.get("key") for fact in scenario.record if fact.kind == "vote"}
    return next((steps for key, (when, steps) in run.stairs.items() if when == turn and key in recorded), None)


# ---- many seeds


@lru_cache(maxsize=4)
def loaded(folder: str, parameters: tuple[tuple[str, int], ...] = ()) -> Scenario:
    """A scenario by folder, with some of its numbers replaced; kept, since compiled conditions do not travel."""
    scenario = load(Path(folder))
    return replace(scenario, parameters={**scenario.parameters, **dict(parameters)}) if parameters else scenario


def _work(task: tuple[str, tuple[tuple[str, int], ...], int, date | None]) -> Sample:
    folder, parameters, seed, until = task
    return sample(loaded(folder, parameters), seed, until)


def workers() -> int:
    """Processes to use."""
    return max(os.cpu_count() or 1, 1)


def samples(
    folder: str,
    seeds: Sequence[int],
    until: date | None = None,
    parameters: Mapping[str, int] | None = None,
    progress: Progress | None = None,
) -> list[Sample]:
    """Replays of many seeds, in order of seed, spread over the processors."""
    numbers = tuple(sorted((parameters or {}).items()))
    tasks = [(folder, numbers, seed, until) for seed in seeds]
    found: list[Sample] = []
    if len(seeds) < 4:
        made: Iterable[Sample] = map(_work, tasks)
        return _gather(made, len(tasks), progress, found)
    with ProcessPoolExecutor(workers()) as pool:
        return _gather(pool.map(_work, tasks, chunksize=2), len(tasks), progress, found)


def _gather(made: Iterable[Sample], count: int, progress: Progress | None, found: list[Sample]) -> list[Sample]:
    for one in made:
        found.append(one)
        if progress is not None:
            progress(len(found), count)
    return found


def backtest(folder: str, seeds: int = 200, until: date | None = None, progress: Progress | None = None) -> Backtest:
    """Compare a scenario with its own record over so many seeds; offices by the first."""
    scenario = loaded(folder)
    units: list[agreement.Unit] = []

    def close(state: State) -> None:
        if state.turn in turns:
            units.extend(agreement.compare(state))

    turns = agreement.compared_turns(scenario)
    first = replay(scenario, 1, until, close=close)
    drawn = [measured(scenario, 1, first, until)]
    if seeds > 1:
        drawn += samples(folder, range(2, seeds + 1), until, None, progress)
    return Backtest(
        scenario,
        seeds,
        [_row(scenario, fact, drawn) for fact in vote_facts(scenario, until)],
        _figure_rows(scenario, drawn),
        units,
        _shares(scenario, first),
    )


def _row(scenario: Scenario, fact: Fact, drawn: Sequence[Sample]) -> VoteRow:
    body = scenario.bodies[scenario.index["bodies"][str(fact.data["body"])]]
    tallies = [one.votes[fact.id] for one in drawn if fact.id in one.votes]
    return VoteRow(fact, body.kind == "assembly", len(drawn), tallies)


def _figure_rows(scenario: Scenario, drawn: Sequence[Sample]) -> list[FigureRow]:
    rows = []
    for fact in sorted((f for f in scenario.record if f.kind == "figure"), key=lambda f: (f.begins, f.id)):
        values = [one.figures[fact.id] for one in drawn if fact.id in one.figures]
        if values:
            rows.append(FigureRow(fact, quantile(values, 500), str(fact.data["name"]).endswith("_members")))
    return rows


def _shares(scenario: Scenario, run: Replay) -> dict[int, tuple[int, int]]:
    """Appointed and official shares at the end of each year."""
    found = {}
    for turn, figures in sorted(run.figures.items()):
        found[scenario.turn_dates(turn)[0].year] = (figures["appointed_share"], figures["official_share"])
    return found
