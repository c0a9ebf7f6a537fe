"""Vacant seats and posts: candidates move up, and bodies are asked to fill the posts they elect."""

from __future__ import annotations

from game.engine import bodies, lines, motions, people, posts, powers
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.state import Sitting, State
from game.scenario.model import Post

#: Names put to the vote for one vacant post.
NOMINATIONS = 3
#: Roles of bodies whose sittings fill the vacant seats of the bodies they elect.
PLENARY = ("committee", "control", "joint")


def move_up(state: State, log: Log, sitting: Sitting) -> None:
    """At a plenary sitting, candidates take vacant full seats in order of authority."""
    if state.scenario.bodies[sitting.body].role not in PLENARY:
        return
    for body in _concerned(state, sitting.body):
        while bodies.named_seats(state, body) < state.sizes[body][0]:
            waiting = [person for person in state.candidates[body] if people.can_act(state, person)]
            if not waiting:
                break
            best = max(waiting, key=lambda person: (int(state.authority[person]), -person))
            people.give_seat(state, log, body, best, "full", (log.cause(_last_loss(state, body)),))


def _concerned(state: State, body: int) -> list[int]:
    """The bodies that sit, and the bodies they elect."""
    parts = bodies.joined(state, body)
    names = {state.scenario.bodies[part].id for part in parts} | {state.scenario.bodies[body].id}
    elected = [b for b, data in enumerate(state.scenario.bodies) if data.elected_by in names and b not in parts]
    return [b for b in (*parts, *elected) if state.scenario.bodies[b].kind in ("named", "committee")]


def _last_loss(state: State, body: int) -> str:
    """Key of the latest change of a seat in the body."""
    start = f"seat {state.scenario.bodies[body].id} "
    keys = [key for key in state.provenance if key.startswith(start)]
    return max(keys, key=lambda key: (state.provenance[key], key), default=start)


def propose(state: State, log: Log, sitting: Sitting) -> None:
    """Every vacant post that the body fills becomes a choice between up to three names."""
    names = {state.scenario.bodies[part].id for part in (sitting.body, *bodies.joined(state, sitting.body))}
    for post, data in enumerate(state.scenario.posts):
        if data.filled_by in names and _is_open(state, post, data):
            _nominate(state, log, sitting, post, data)


def _is_open(state: State, post: int, data: Post) -> bool:
    if data.first_secretary or int(state.holder[post]) >= 0 or not posts.exists(state, post):
        return False
    return data.vacant_from is None or state.day < data.vacant_from


def _nominate(state: State, log: Log, sitting: Sitting, post: int, data: Post) -> None:
    causes = (log.cause(f"post {data.id}"),)
    type_ = election_motion(state)
    for leader, person in nominations(state, sitting.body, post):
        if type_ < 0:
            posts.fill(state, log, post, person, causes)
            return
        of_person = state.scenario.motions[type_].subject == "person"
        subject = state.scenario.people[person].id if of_person else data.id
        motions.make(
            state, log, type_, sitting.body, subject, (leader,), causes=causes, election=(post, person)
        )


def election_motion(state: State) -> int:
    """Index of the motion type by which bodies fill posts, or -1 if the scenario has none.

    It is the setting ``election_motion``, or the first type on a person that has no effects of its own.
    """
    named = state.scenario.settings.get("election_motion")
    if isinstance(named, str):
        return Atlas.of(state.scenario).index["motions"].get(named, -1)
    for index, kind in enumerate(state.scenario.motions):
        if kind.subject == "person" and not kind.carried and not kind.severity:
            return index
    return -1


def nominations(state: State, body: int, post: int) -> list[tuple[int, int]]:
    """(leader, nominee) of the leaders with most seats in the body, each naming his weightiest free man."""
    found: list[tuple[int, int]] = []
    for bloc in _blocs_by_seats(state, body):
        leader = Atlas.of(state.scenario).leaders[bloc]
        nominee = _nominee(state, bloc, post)
        if people.can_act(state, leader) and nominee >= 0:
            found.append((leader, nominee))
    return found[:NOMINATIONS]


def _blocs_by_seats(state: State, body: int) -> list[int]:
    seats = [0] * len(state.scenario.blocs)
    for person in bodies.full_members(state, body):
        bloc = lines.bloc_of(state, person)
        if bloc >= 0:
            seats[bloc] += 1
    leaders = Atlas.of(state.scenario).leaders
    order = sorted(range(len(seats)), key=lambda k: (-seats[k], -int(state.authority[leaders[k]]), k))
    return [bloc for bloc in order if seats[bloc]]


def _nominee(state: State, bloc: int, post: int) -> int:
    weight = state.scenario.posts[post].weight
    able = [
        person
        for person in range(len(state.scenario.people))
        if people.present(state, person)
        and lines.bloc_of(state, person) == bloc
        and _heaviest(state, person) <= weight
    ]
    return max(able, key=lambda person: (int(state.authority[person]), -person), default=-1)


def _heaviest(state: State, person: int) -> int:
    weights = [state.scenario.posts[held].weight for held in powers.posts_of(state, person)]
    return max(weights, default=-1)
