"""How it ends: each contender's score, who leads and in what way, and who has lost."""

from __future__ import annotations

from typing import Any

from game.engine import lines, powers
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.ledger import Breakdown, Ledger
from game.engine.memo import still
from game.engine.people import can_act
from game.engine.state import State
from game.scenario.model import Contender, Goal

#: A leader with this much power, or so far ahead of the next, leads undisputed (thousandths).
UNDISPUTED, FAR_AHEAD = 550, 300
#: So far ahead he is first among equals, or a quarter of it if his people hold the desk of appointments; with less
#: than the least nobody leads.
AHEAD, LEAST = 120, 120

UNDISPUTED_KIND, FIRST_KIND, COLLECTIVE_KIND, NOBODY_KIND = (
    "undisputed", "first among equals", "collective", "nobody",
)  # fmt: skip


def score(state: State, person: int) -> Breakdown:
    """Points of a contender (a person): every graded line of his aim that holds now."""
    ledger = Ledger("score", about=(("person", _contender(state, person).person),))
    goals = 0
    for reason, goal, holds in graded(state, person):
        about: dict[str, Any] = {"text": goal.text}
        if reason == "goal":
            goals += 1
            about["number"] = goals
        ledger.add(reason, goal.points if holds else 0, **about)
    return ledger.close()


def graded(state: State, person: int) -> list[tuple[str, Goal, bool]]:
    """The graded lines of a contender's aim: reason id, line, and whether it holds now."""
    data = _contender(state, person)
    context = _context(state, data)
    lines_ = [("aim_won", data.win), ("aim_partly_won", data.partial), ("aim_lost", data.lose)]
    lines_ += [("goal", goal) for goal in data.goals]
    return [(reason, goal, bool(goal.test.value(context))) for reason, goal in lines_]


def _contender(state: State, person: int) -> Contender:
    return state.scenario.contenders[Atlas.of(state.scenario).contender[person]]


def tally(state: State) -> None:
    """Write every contender's points into the state."""
    people = Atlas.of(state.scenario).index["people"]
    with still(state):
        found = {one.person: _points(state, people[one.person]) for one in state.scenario.contenders}
    state.scores.update(found)


def _points(state: State, person: int) -> int:
    """The total of ``score`` without its lines: taken in every turn, while the lines are read once a game."""
    return sum(goal.points for _, goal, holds in graded(state, person) if holds)


def lost(state: State, person: int) -> bool:
    """A contender who is dead, out of the party, exiled, or where his aim counts as lost."""
    data = _contender(state, person)
    return not can_act(state, person) or bool(data.lose.test.value(_context(state, data)))


def power(state: State, bloc: int) -> Breakdown:
    """Power of a bloc 0..1000: a quarter each of bureau, delegates, posts and mantle."""
    context, leader = Context(state), Atlas.of(state.scenario).leaders[bloc]
    ledger = Ledger("power", "thousandths", (("bloc", state.scenario.blocs[bloc].id),))
    if can_act(state, leader):
        ledger.add("power_bureau", context.power_share(leader) // 4)
        ledger.add("power_delegates", context.machines_of(leader) // 4)
        ledger.add("power_posts", post_share(state, bloc) // 4)
        ledger.add("power_mantle", _mantle_share(state, bloc) // 4)
    return ledger.close()


def post_share(state: State, bloc: int) -> int:
    """Thousandths of the weight of all posts that the bloc's people hold."""
    context = Context(state)
    posts = state.scenario.posts
    total = sum(post.weight for post in posts)
    held = sum(post.weight for q, post in enumerate(posts) if context.bloc(context.holder(q)) == bloc)
    return 1000 * held // total if total else 0


def _mantle_share(state: State, bloc: int) -> int:
    total = int(state.mantle.sum())
    return 1000 * int(state.mantle[bloc]) // total if total else 0


def leader(state: State) -> tuple[int | None, str]:
    """Who leads (a person, or None) and how: undisputed, first among equals, collective or nobody."""
    blocs = range(len(state.scenario.blocs))
    ranks = sorted(((power(state, bloc).total, -bloc) for bloc in blocs), reverse=True)
    first, second = ranks[0][0] if ranks else 0, ranks[1][0] if len(ranks) > 1 else 0
    person = Atlas.of(state.scenario).leaders[-ranks[0][1]] if ranks else -1
    if first < LEAST:
        return None, NOBODY_KIND
    if first >= UNDISPUTED or first - second >= FAR_AHEAD:
        return person, UNDISPUTED_KIND
    if first - second >= (AHEAD // 4 if _appoints(state, person) else AHEAD):
        return person, FIRST_KIND
    return None, COLLECTIVE_KIND


def _appoints(state: State, leader: int) -> bool:
    """True if the desk of appointments is in the hands of a leader's bloc."""
    holder = powers.wielder(state, powers.APPOINTMENTS)
    return holder >= 0 and lines.leader_of(state, holder) == lines.bloc_of(state, leader) >= 0


def _context(state: State, data: Contender) -> Context:
    return Context(state, {"SELF": data.person}, "goal")
