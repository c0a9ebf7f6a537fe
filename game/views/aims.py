"""Aims: what a seat is measured by, which lines of it hold now, and how everybody fared at the end."""

from __future__ import annotations

from dataclasses import dataclass

from game.engine import outcome
from game.engine.ledger import Breakdown
from game.scenario.model import Contender
from game.views.parts import Scene


@dataclass(frozen=True)
class AimLine:
    """A graded line of an aim: its words, its points, and whether it holds."""

    text: str
    points: int
    holds: bool


@dataclass(frozen=True)
class AimView:
    """An aim with its lines and what they come to."""

    name: str
    person: str
    aim: str
    lines: tuple[AimLine, ...]
    points: int
    most: int


def aim_view(at: Scene) -> AimView:
    """The seat's own aim, as far as the seat can see which lines hold."""
    return _aim(at, at.who, outcome.score(at.seen, at.who))


def fared(at: Scene) -> tuple[AimView, ...]:
    """Everybody's aim and points, the best first; nothing while the game lasts."""
    state = at.table.game.state
    if at.table.game.decision is not None:
        return ()
    people = at.atlas.index["people"]
    found = [_aim(at, people[one.person], outcome.score(state, people[one.person])) for one in at.scenario.contenders]
    return tuple(sorted(found, key=lambda one: -one.points))


def aim_of(at: Scene, person: str) -> str:
    """The aim of a contender in a sentence, '' of anybody else."""
    return next((one.aim for one in at.scenario.contenders if one.person == person), "")


def _aim(at: Scene, person: int, score: Breakdown) -> AimView:
    one = at.scenario.contenders[at.atlas.contender[person]]
    goals = _goals(one)
    terms = {(term.reason, str(dict(term.about).get("text", ""))) for term in score.terms if term.amount}
    lines = tuple(AimLine(text, points, (reason, text) in terms) for reason, text, points in goals)
    most = sum(max(0, points) for _, _, points in goals)
    return AimView(at.scenario.people[person].name, one.person, one.aim, lines, score.total, most)


def _goals(one: Contender) -> list[tuple[str, str, int]]:
    graded = (("aim_won", one.win), ("aim_partly_won", one.partial), ("aim_lost", one.lose))
    found = [(reason, goal.text, goal.points) for reason, goal in graded]
    return found + [("goal", goal.text, goal.points) for goal in one.goals]
