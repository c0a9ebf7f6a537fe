"""Worlds played in a process of their own, so that a window never waits for them.

``Apart`` starts another Python, hands it one question and reads a line of JSON for each world done and
one for the answer; stopping it ends the process and nothing else.
"""

from __future__ import annotations

import json
import os
import pickle
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import game
from game.lab import ahead, attribution, pool
from game.lab.ahead import Question
from game.lab.fork import Fork, ForkError, Kept, at_order
from game.lab.progress import Progress
from game.lab.twins import Course
from game.saves import parse

#: What the other Python runs.
ENTRY = "from game.lab.apart import main; main()"


class ApartError(Exception):
    """The worlds could not be played; the message says why."""


@dataclass(frozen=True, slots=True)
class Why:
    """With and without one order of a kept game: its text, the line of the order, and how many pairs."""

    folder: str
    digest: str
    save: str
    line: int
    pairs: int
    last_turn: int


class Apart:
    """One question under way."""

    def __init__(self, question: Why | Question) -> None:
        root = str(Path(game.__file__).parents[1])
        path = os.pathsep.join([root, *filter(None, [os.environ.get("PYTHONPATH", "")])])
        self._process = subprocess.Popen(
            [sys.executable, "-c", ENTRY], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": path},
        )  # fmt: skip
        self._question = pickle.dumps(question, protocol=5)
        self.stopped = False

    def answer(self, progress: Progress) -> Any:
        """Wait for the answer; ApartError if there is none. To be called in a thread of its own."""
        assert self._process.stdin is not None and self._process.stdout is not None
        try:
            self._process.stdin.write(self._question)
            self._process.stdin.close()
        except OSError:
            raise ApartError("the worlds could not be started") from None
        for row in self._process.stdout:
            told = json.loads(row)
            if "done" in told:
                progress(int(told["done"]), int(told["of"]))
            elif "fault" in told:
                raise ApartError(str(told["fault"]))
            else:
                self._process.wait()
                return told["answer"]
        raise ApartError("stopped" if self.stopped else "the worlds broke off")

    def stop(self) -> None:
        """End it; ``answer`` then raises."""
        self.stopped = True
        self._process.kill()
        self._process.wait()


# ---- in the process


def _why(question: Why, progress: Progress) -> dict[str, Any]:
    scenario = pool.scenario_of(question.folder, question.digest)
    saved = parse(question.save, "the game")
    kept = Kept.of(scenario, saved)
    step = next((one for one in kept.steps if one.line == question.line), None)
    if step is None:
        raise ForkError("this order cannot be found in the game")
    place = kept.orders(step.turn).index(step) + 1
    fork: Fork = at_order(kept, step.turn, place)
    course = Course(saved.setup.rivals, "clerk", question.last_turn)
    found = attribution.run(fork, course, saved.setup, question.pairs, 1, progress=progress)
    if not found.pairs:
        raise ForkError("no pair of worlds could be played")
    return attribution.sums(found)


def _say(row: dict[str, Any]) -> None:
    print(json.dumps(row), flush=True)


def main() -> None:
    """Answer the question on standard input: a line for each world, then the answer or a fault."""
    question: Why | Question = pickle.load(sys.stdin.buffer)

    def progress(done: int, of: int) -> None:
        _say({"done": done, "of": of})

    try:
        found = _why(question, progress) if isinstance(question, Why) else ahead.answer(question, progress)
    except Exception as error:  # whoever asked shows what failed
        _say({"fault": str(error) or type(error).__name__})
    else:
        _say({"answer": found})
