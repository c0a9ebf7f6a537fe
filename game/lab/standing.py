"""Where everybody stands in a world: how far each aim is reached, and who holds the posts that weigh."""

from __future__ import annotations

from game.engine.context import Context
from game.engine.state import State
from game.scenario.model import Contender, Post, Scenario

#: Bands of a contender's aim, the best first.
FULL, PARTIAL, OPEN, LOST = "full", "partial", "open", "lost"
BANDS = (FULL, PARTIAL, OPEN, LOST)
#: So many posts, by weight, are followed through the worlds.
MOST = 10


def band(state: State, contender: Contender) -> str:
    """How far a contender's aim is reached now."""
    context = Context(state, {"SELF": contender.person}, "goal")
    if contender.win.test.value(context):
        return FULL
    if contender.lose.test.value(context):
        return LOST
    return PARTIAL if contender.partial.test.value(context) else OPEN


def bands(state: State) -> dict[str, str]:
    """The band of every contender, by id."""
    return {contender.person: band(state, contender) for contender in state.scenario.contenders}


def weighty_posts(scenario: Scenario) -> list[tuple[int, Post]]:
    """The posts with the largest weights, with their positions, the heaviest first."""
    heavy = [(q, post) for q, post in enumerate(scenario.posts) if post.weight > 0]
    return sorted(heavy, key=lambda pair: (-pair[1].weight, pair[0]))[:MOST]


def holders(state: State) -> dict[str, str]:
    """Who holds each weighty post, by ids; '' for a vacant one."""
    people = state.scenario.people
    held = {post.id: int(state.holder[q]) for q, post in weighty_posts(state.scenario)}
    return {post: people[person].id if person >= 0 else "" for post, person in held.items()}
