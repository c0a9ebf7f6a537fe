"""What posts empower their holders to do."""

from __future__ import annotations

from game.engine.memo import lasting
from game.engine.state import State
from game.scenario import vocabulary

APPOINTMENTS = "appointments"  # names regional first secretaries
AGENDA = "agenda"  # sets what a body talks about
CIRCULATION = "circulation"  # sends or holds back papers
PRESS = "press"  # edits the party's paper
DISCIPLINE = "discipline"  # opens cases against members
SURVEILLANCE = "surveillance"  # watches and intercepts
ARMY = "army"
ECONOMY = "economy"
GOVERNMENT = "government"
INTERNATIONAL = "international"
UNIONS = "unions"
YOUTH = "youth"
REGION = "region"  # leads a regional machine
SCHOOLS = "schools"
ARCHIVE = "archive"  # keeps the founder's papers
CHAIR = "chair"  # presides over a body


def posts_of(state: State, person: int) -> list[int]:
    """Indexes of the posts ``person`` holds, in the scenario's order."""
    return lasting(state, "posts held", lambda state: state.holder.tobytes(), _posts_held).get(person, [])


def _posts_held(state: State) -> dict[int, list[int]]:
    """Person -> the posts he holds, for all at once."""
    found: dict[int, list[int]] = {}
    for post, holder in enumerate(state.holder.tolist()):
        found.setdefault(holder, []).append(post)
    return found


def has(state: State, person: int, power: str) -> bool:
    """True if a post that ``person`` holds carries ``power``."""
    posts = state.scenario.posts
    return person >= 0 and any(power in posts[post].powers for post in posts_of(state, person))


def wielder(state: State, power: str) -> int:
    """Holder of the first post that carries ``power`` and is filled, or -1."""
    for post, holder in zip(state.scenario.posts, state.holder.tolist(), strict=True):
        if holder >= 0 and power in post.powers:
            return int(holder)
    return -1


def of(state: State, person: int) -> tuple[str, ...]:
    """All powers ``person`` has, in vocabulary order."""
    held = {power for post in posts_of(state, person) for power in state.scenario.posts[post].powers}
    return tuple(power for power in vocabulary.POWERS if power in held)
