"""Feeds broken texts to the readers for a while, and counts crashes, hangs and memory."""

from __future__ import annotations

import signal
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from random import Random

from tests.fuzz.mutate import mutated
from tests.fuzz.targets import Target

#: Seconds after which a reader hangs.
PATIENCE = 2.0


class Hang(BaseException):
    """A reader took too long; no handler of ordinary errors may swallow it."""


@dataclass(slots=True)
class Count:
    """What became of one reader's inputs."""

    inputs: int = 0
    refused: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    crashes: list[tuple[str, str]] = field(default_factory=list)  # fault, input


@contextmanager
def patience() -> Iterator[None]:
    """Raise Hang in the block after ``PATIENCE`` seconds."""

    def ring(*_: object) -> None:
        raise Hang

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def feed(target: Target, text: str, count: Count) -> None:
    """Give one text to a reader."""
    begin = time.perf_counter()
    try:
        with patience():
            target.read(text)
    except target.faults:
        count.refused += 1
    except (Exception, Hang) as fault:
        count.crashes.append((f"{type(fault).__name__}: {fault}"[:200], text))
    took = time.perf_counter() - begin
    count.inputs += 1
    count.seconds += took
    count.slowest = max(count.slowest, took)


def fuzz(all_targets: list[Target], seconds: float, seed: int) -> dict[str, Count]:
    """Feed every reader for its share of the time; a reader that has crashed ten times rests."""
    dice, counts = Random(seed), {target.name: Count() for target in all_targets}
    end, shares = time.monotonic() + seconds, sum(target.share for target in all_targets)
    for target in all_targets:
        count = counts[target.name]
        until = time.monotonic() + (end - time.monotonic()) * target.share / shares
        shares -= target.share
        while time.monotonic() < until and len(count.crashes) < 10:
            feed(target, mutated(dice, target.seeds), count)
    return counts
