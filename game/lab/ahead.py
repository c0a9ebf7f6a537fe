"""What an answer may lead to, as one seat can reckon it: a few worlds played on from what that seat sees.

The worlds start from the seat's view, in which the seed and all secrets are hidden, and have a luck of their own.
Everybody, the seat too, then decides as a rival would. What comes of it is the model's, and a guess.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from game import engine
from game.engine import outcome
from game.engine.order import CHOOSE, Order
from game.engine.state import State
from game.engine.view import view
from game.lab import pool
from game.lab.pilot import Pilot
from game.lab.progress import Progress
from game.lab.standing import LOST, band
from game.saves.game import Setup, as_played
from game.scenario.model import Scenario

#: So strong are those who play on.
STRENGTH = "clerk"


@dataclass(frozen=True, slots=True)
class Question:
    """A moment as ``who`` sees it (packed without its scenario), the answers that are open, how far and how often."""

    folder: str
    digest: str
    setup: Setup
    packed: bytes
    who: str
    hinge: str
    options: tuple[str, ...]
    turns: int
    worlds: int


def asked(
    state: State, setup: Setup, who: str, hinge: str, options: tuple[str, ...], turns: int, worlds: int
) -> Question:
    """The question of a seat; nothing but its view goes into it."""
    seen = view(state, who).state
    scenario: Scenario = seen.scenario
    seen.scenario = None  # type: ignore[assignment]
    seen.memo = None
    packed = pickle.dumps(seen, protocol=5)
    return Question(scenario.folder, scenario.digest, setup, packed, who, hinge, options, turns, worlds)


def answer(question: Question, progress: Progress) -> list[dict[str, Any]]:
    """Each option with what came of it in each world: authority (thousandths), score, whether the aim is lost."""
    scenario = as_played(pool.scenario_of(question.folder, question.digest), question.setup)
    start: State = pickle.loads(question.packed)
    start.scenario = scenario
    found: list[dict[str, Any]] = [{"option": option, "worlds": []} for option in question.options]
    done, of = 0, question.worlds * len(question.options)
    for world in range(question.worlds):
        for row in found:
            row["worlds"].append(_play(start.copy(), question, str(row["option"]), world))
            done += 1
            progress(done, of)
    return found


def _play(state: State, question: Question, option: str, world: int) -> dict[str, Any]:
    """One world: the answer given, then so many turns."""
    text = f"{question.who}|{question.hinge}|{state.turn}|ahead|{world}"
    state.seed = int.from_bytes(blake2b(text.encode(), digest_size=8).digest(), "little") >> 1
    last = min(state.scenario.turns, state.turn + question.turns)
    engine.apply(state, Order.of(question.who, CHOOSE, hinge=question.hinge, option=option))
    pilot = Pilot(question.setup.rivals, STRENGTH, state.seed)
    while (decision := engine.to_act(state)) is not None and state.turn <= last:
        engine.apply(state, pilot.next(state, decision)[0])
    person = state.scenario.index["people"][question.who]
    contender = next(one for one in state.scenario.contenders if one.person == question.who)
    return {
        "authority": int(state.authority[person]),
        "score": outcome.score(state, person).total,
        "lost": band(state, contender) == LOST,
    }
