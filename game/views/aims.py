"""Aims: what a seat is measured by, which lines of it hold now, and how everybody fared at the end."""

from __future__ import annotations

from game.engine import outcome
from game.engine.state import State
from game.views.parts import Scene
from game.views.shapes import AimLine, AimView


def aim_view(at: Scene) -> AimView:
    """The seat's own aim, as far as the seat can see which lines hold."""
    return _aim(at, at.who, at.seen)


def fared(at: Scene) -> tuple[AimView, ...]:
    """Everybody's aim and points, the best first; nothing while the game lasts."""
    state = at.table.game.state
    if at.table.game.decision is not None:
        return ()
    people = at.atlas.index["people"]
    found = [_aim(at, people[one.person], state) for one in at.scenario.contenders]
    return tuple(sorted(found, key=lambda one: -one.points))


def aim_of(at: Scene, person: str) -> str:
    """The aim of a contender in a sentence, '' of anybody else."""
    return next((one.aim for one in at.scenario.contenders if one.person == person), "")


def _aim(at: Scene, person: int, state: State) -> AimView:
    one = at.scenario.contenders[at.atlas.contender[person]]
    lines = tuple(AimLine(goal.text, goal.points, holds) for _, goal, holds in outcome.graded(state, person))
    points = sum(line.points for line in lines if line.holds)
    most = sum(max(0, line.points) for line in lines)
    return AimView(at.scenario.people[person].name, one.person, one.aim, lines, points, most)
