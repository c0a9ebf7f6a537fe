"""Attribution by re-simulation: in how many twin worlds each outcome changes with one order or choice.

Its limit: it says what this model would do with the same luck, not what would have happened.
"""

from __future__ import annotations

import traceback
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from game.lab import pool, twins
from game.lab.fork import Fork
from game.lab.intervals import difference_interval, share_interval
from game.lab.progress import Progress
from game.lab.standing import FULL, PARTIAL
from game.lab.twins import ANEW, DIRECT, MODES, Course
from game.saves import Setup
from game.saves.game import as_played

#: A pair of twins as plain data; a figure is [with, without].
Pair = dict[str, Any]

LIMITS = (
    "This is what the model would do with the same luck, not what would have happened.",
    "The person who acted goes on as in the kept game wherever that is still open.",
    "In the direct part everybody does; a question that was never asked there is answered by a rival, "
    "and so is everything after the kept game's last order.",
    "The interval speaks of the number of worlds only, not of what the model leaves out.",
)


@dataclass(slots=True)
class Attribution:
    """Pairs of twins of one fork; ``failed`` are worlds in which a rule or a rival failed, with what it said."""

    fork: Fork
    course: Course
    asked: int
    pairs: list[Pair]
    failed: list[Pair]
    stopped: bool = False


_work: list[tuple[Fork, Course]] = []


def _prepare(folder: str, digest: str, setup: Setup, packed: bytes, course: Course) -> None:
    scenario = as_played(pool.scenario_of(folder, digest), setup)
    _work[:] = [(Fork.unpacked(packed, scenario), course)]


def _pair(world: int) -> Pair:
    fork, course = _work[0]
    try:
        return twins.pair(fork, course, world)
    except Exception as error:  # a world that fails is named and left out
        place = traceback.extract_tb(error.__traceback__)[-1]
        return {"world": world, "fault": f"{type(error).__name__}: {error} ({place.name}, line {place.lineno})"}


def run(
    fork: Fork,
    course: Course,
    setup: Setup,
    worlds: int,
    jobs: int,
    executor: str = "processes",
    progress: Progress | None = None,
) -> Attribution:
    """Play so many pairs; an interruption ends it early with the pairs that are done."""
    scenario = fork.state.scenario
    arguments = (scenario.folder, scenario.digest, setup, fork.packed(), course)
    found: list[Pair] = []
    stopped = False
    try:
        with pool.workers(executor, jobs, _prepare, arguments) as hands:
            for one in pool.completed(hands, _pair, range(worlds), 2 * jobs):
                found.append(one)
                if progress is not None:
                    progress(len(found), worlds)
    except KeyboardInterrupt:
        stopped = True
    found.sort(key=lambda one: int(one["world"]))
    pairs = [one for one in found if "fault" not in one]
    return Attribution(fork, course, worlds, pairs, [one for one in found if "fault" in one], stopped)


# ---- summing up


def sums(attribution: Attribution) -> dict[str, Any]:
    """Everything a report shows, JSON-able; shares, differences and intervals are 0..1."""
    fork, pairs = attribution.fork, attribution.pairs
    scenario = fork.state.scenario
    return {
        "scenario": scenario.id,
        "title": scenario.title,
        "who": fork.given.order.who,
        "turn": fork.given.turn,
        "date": fork.state.day.isoformat(),
        "given": str(fork.given.order),
        "instead": str(fork.instead) if fork.instead else None,
        "until_turn": attribution.course.last_turn,
        "rivals": attribution.course.rivals,
        "strength": attribution.course.strength,
        "asked": attribution.asked,
        "pairs": len(pairs),
        "stopped": attribution.stopped,
        "faults": attribution.failed,
        "leader": _leader(pairs),
        "aims": [_aim(one.person, pairs) for one in scenario.contenders],
        "posts": [_figure(post, pairs, "posts") for post in (pairs[0][DIRECT]["posts"] if pairs else ())],
        "votes": [_figure(key, pairs, "votes") for key in _keys(pairs)],
        "rolls": {mode: _rolls(pairs, mode) for mode in MODES},
        "limits": list(LIMITS),
    }


def changed(pairs: Sequence[Pair], read: Callable[[Pair], Sequence[Any]]) -> dict[str, Any]:
    """In what share of pairs a figure [with, without] differs, with its interval."""
    hits = sum(one != other for one, other in map(read, pairs))
    low, high = share_interval(hits, len(pairs))
    return {"pairs": hits, "share": hits / len(pairs) if pairs else 0.0, "low": low, "high": high}


def difference(
    pairs: Sequence[Pair], first: Callable[[Pair], bool], second: Callable[[Pair], bool]
) -> dict[str, Any]:
    """Share of pairs with ``first`` less share with ``second``, with the interval of paired shares."""
    gained = sum(first(one) and not second(one) for one in pairs)
    lost = sum(second(one) and not first(one) for one in pairs)
    low, high = difference_interval(gained, lost, len(pairs))
    return {"difference": (gained - lost) / len(pairs) if pairs else 0.0, "low": low, "high": high}


def parts(pairs: Sequence[Pair], read: Callable[[dict[str, Any]], Sequence[Any]]) -> dict[str, Any]:
    """How often a figure changes directly, how often once others decide anew, and what the second adds."""

    def differs(one: Pair, mode: str) -> bool:
        with_it, without = read(one[mode])
        return bool(with_it != without)

    return {
        DIRECT: changed(pairs, lambda one: read(one[DIRECT])),
        ANEW: changed(pairs, lambda one: read(one[ANEW])),
        "reactions": difference(pairs, lambda one: differs(one, ANEW), lambda one: differs(one, DIRECT)),
    }


def _counts(pairs: Sequence[Pair], mode: str, read: Callable[[dict[str, Any]], Sequence[Any]]) -> dict[str, Any]:
    """How often each value occurs with and without, the most frequent first."""
    sides: list[dict[str, int]] = []
    for side in (0, 1):
        counted = Counter(str(read(one[mode])[side]) for one in pairs)
        sides.append(dict(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))))
    return {"with": sides[0], "without": sides[1]}


def _both(pairs: Sequence[Pair], read: Callable[[dict[str, Any]], Sequence[Any]]) -> dict[str, Any]:
    return {**parts(pairs, read), "values": {mode: _counts(pairs, mode, read) for mode in MODES}}


def _leader(pairs: Sequence[Pair]) -> dict[str, Any]:
    """Who leads at the end: changes, and for each person the shares with and without in both modes."""
    names = sorted({who for one in pairs for mode in MODES for who in one[mode]["leader"]})
    people = []
    for who in names:
        row: dict[str, Any] = {"id": who}
        for mode in MODES:
            row[mode] = _leads(pairs, mode, who)
        people.append(row)
    people.sort(key=lambda row: (-row[ANEW]["with"], row["id"]))
    return {**_both(pairs, lambda one: one["leader"]), "people": people}


def _leads(pairs: Sequence[Pair], mode: str, who: str) -> dict[str, Any]:
    counts = [sum(one[mode]["leader"][side] == who for one in pairs) for side in (0, 1)]
    return {
        "with": counts[0] / len(pairs),
        "without": counts[1] / len(pairs),
        **difference(
            pairs, lambda one: one[mode]["leader"][0] == who, lambda one: one[mode]["leader"][1] == who
        ),
    }


def _aim(who: str, pairs: Sequence[Pair]) -> dict[str, Any]:
    found = {"id": who, **_both(pairs, lambda one: one["bands"][who])}
    found["reached"] = {mode: _reaching(pairs, mode, who) for mode in MODES}
    return found


def _reaching(pairs: Sequence[Pair], mode: str, who: str) -> dict[str, Any]:
    """How much oftener the aim is reached at least in part with the order than without."""

    def reached(one: Pair, side: int) -> bool:
        return one[mode]["bands"][who][side] in (FULL, PARTIAL)

    return difference(pairs, lambda one: reached(one, 0), lambda one: reached(one, 1))


def _figure(key: str, pairs: Sequence[Pair], field: str) -> dict[str, Any]:
    return {"id": key, **_both(pairs, lambda one: one[field].get(key, ["not held", "not held"]))}


def _keys(pairs: Sequence[Pair]) -> list[str]:
    """Recorded votes held in some world, in the order in which they come to be known."""
    return list(dict.fromkeys(key for one in pairs for mode in MODES for key in one[mode]["votes"]))


# ---- roll calls


def _rolls(pairs: Sequence[Pair], mode: str) -> list[dict[str, Any]]:
    """The next ballots: in how many worlds each is held, and who votes otherwise and why, most often first."""
    found: dict[tuple[str, ...], dict[str, Any]] = {}
    moves: dict[tuple[str, ...], dict[str, list[list[Any]]]] = {}
    tallies: dict[tuple[str, ...], list[list[list[int]]]] = {}
    for one in pairs:
        for roll in one[mode]["rolls"]:
            key = tuple(roll["motion"])
            row = found.setdefault(key, {"motion": list(key), "both": 0, "with": 0, "without": 0})
            row[roll["held"]] += 1
            if roll["held"] == "both":
                tallies.setdefault(key, []).append(roll["tally"])
            for who, with_it, without, reason in roll["voters"]:
                moves.setdefault(key, {}).setdefault(who, []).append([with_it, without, reason])
    for key, row in found.items():
        row["tally"] = _mean_tally(tallies.get(key, []))
        row["voters"] = [_voter(who, seen, row["both"]) for who, seen in sorted(moves.get(key, {}).items())]
        row["voters"].sort(key=lambda voter: (-voter["pairs"], voter["id"]))
    return list(found.values())


def _mean_tally(seen: list[list[list[int]]]) -> list[list[float]]:
    """Mean votes for and against, with and without, where the ballot is held in both worlds."""
    return [
        [sum(one[side][count] for one in seen) / max(len(seen), 1) for count in (0, 1)] for side in (0, 1)
    ]


def _voter(who: str, seen: list[list[Any]], of: int) -> dict[str, Any]:
    """A voter or delegation: in what share of the ballots held in both worlds it changed, how, and why mostly."""
    low, high = share_interval(len(seen), of)
    reason, times = sorted(Counter(str(one[2]) for one in seen).items(), key=lambda pair: (-pair[1], pair[0]))[0]
    return {
        "id": who,
        "pairs": len(seen),
        "share": len(seen) / of,
        "low": low,
        "high": high,
        "change": _change(seen),
        "reason": reason,
        "reason_pairs": times,
    }


def _change(seen: list[list[Any]]) -> list[Any]:
    """Of a person the most frequent [with, without]; of a delegation the mean votes for, with and without."""
    if isinstance(seen[0][0], int):
        return [round(sum(one[side] for one in seen) / len(seen), 1) for side in (0, 1)]
    counted = Counter((str(one[0]), str(one[1])) for one in seen)
    return list(sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[0][0])
