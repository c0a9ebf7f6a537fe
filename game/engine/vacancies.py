"""Vacant seats and posts: candidates move up, and bodies are asked to fill the posts they elect."""

from __future__ import annotations

from game.engine import bodies, lines, motions, people, posts, powers, prepared
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.memo import still
from game.engine.patrons import belonging
from game.engine.prepared import SMALL
from game.engine.state import Sitting, State
from game.scenario.model import Post

#: Names put to the vote for one vacant post.
NOMINATIONS = 3
#: Days after which a body that could not agree looks for somebody who belongs to nobody.
LONG_EMPTY = 90
#: Roles of bodies whose sittings fill the vacant seats of the bodies they elect.
PLENARY = ("committee", "control", "joint")


def move_up(state: State, log: Log, sitting: Sitting) -> None:
    """At a plenary sitting, candidates take vacant full seats in order of authority.

    Seats of the leading bureau wait for a plenum that elects and settles their number, as the one after a
    congress does.
    """
    if state.scenario.bodies[sitting.body].role not in PLENARY:
        return
    settled = [one.sizes for one in state.scenario.meetings if one.id == sitting.meeting and one.elects]
    for body in _concerned(state, sitting.body):
        data = state.scenario.bodies[body]
        if data.role == "bureau" and not any(data.id in sizes for sizes in settled):
            continue
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
    every = state.scenario.bodies
    elected = [b for b, data in enumerate(every) if data.elected_by in names and b not in parts]
    return [b for b in (*parts, *elected) if every[b].kind in ("named", "committee")]


def _last_loss(state: State, body: int) -> str:
    """Key of the latest change of a seat in the body."""
    start = f"seat {state.scenario.bodies[body].id} "
    keys = [key for key in state.provenance if key.startswith(start)]
    return max(keys, key=lambda key: (state.provenance[key], key), default=start)


def propose(state: State, log: Log, sitting: Sitting) -> None:
    """Every vacant post that the body fills becomes a choice between up to three names.

    A post that fell vacant on this very day waits for the next sitting. Names that leaders have put forward
    themselves come first; small posts are filled without a vote.
    """
    for post, data in enumerate(state.scenario.posts):
        if not posts.to_be_filled(state, post) or not motions.fills(state, sitting.body, post):
            continue
        fresh = int(state.since[post]) == state.day.toordinal() and f"post {data.id}" in state.provenance
        if not fresh and not prepared.leaves_empty(state, post):
            if _by_vote(state, sitting.body, data):
                _nominate(state, log, sitting, post, data)
            else:
                _appoint(state, log, sitting, post, data)


def _by_vote(state: State, body: int, data: Post) -> bool:
    type_ = motions.election_type(state)
    return type_ >= 0 and data.weight >= SMALL and motions.allowed(state, type_, body)


def _appoint(state: State, log: Log, sitting: Sitting, post: int, data: Post) -> None:
    """The first of the names gets the post."""
    for _, person in nominations(state, sitting.body, post)[:1]:
        posts.fill(state, log, post, person, (log.cause(f"post {data.id}"),))


def _nominate(state: State, log: Log, sitting: Sitting, post: int, data: Post) -> None:
    """A motion for each name, as far as leaders have not named somebody themselves."""
    causes = (log.cause(f"post {data.id}"),)
    type_ = motions.election_type(state)
    named = [motion for motion in state.agenda if motion.post == post]
    taken = {mover for motion in named for mover in motion.movers} | {m.candidate for m in named}
    third = compromise(state, sitting.body, post)
    if third >= 0 and third not in taken:
        motions.make(state, log, type_, sitting.body, "", (), causes=causes, election=(post, third))
    for leader, person in nominations(state, sitting.body, post)[: max(NOMINATIONS - len(named), 0)]:
        if leader not in taken and person not in taken:
            election = (post, person)
            motions.make(state, log, type_, sitting.body, "", (leader,), causes=causes, election=election)


def nominations(state: State, body: int, post: int) -> list[tuple[int, int]]:
    """(leader, nominee) of up to three leaders with people in the body, the best liked there first.

    For small posts whoever names a man already at work in the field comes first, then who has most seats. A bloc
    from which a vote has taken the office is not asked for another name.
    """
    with still(state):
        return _nominations(state, body, post)


def _nominations(state: State, body: int, post: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    liking = _liking(state, body)
    for bloc in _blocs_by_seats(state, body):
        if bloc == int(state.taken[post]):
            continue
        leader = Atlas.of(state.scenario).leaders[bloc]
        nominee = _nominee(state, bloc, post, liking)
        if people.can_act(state, leader) and nominee >= 0:
            found.append((leader, nominee))
    if state.scenario.posts[post].weight < SMALL:
        return sorted(found, key=lambda pair: not _at_work(state, pair[1], post))[:NOMINATIONS]
    return sorted(found[:NOMINATIONS], key=lambda pair: -liking[pair[1]])


def compromise(state: State, body: int, post: int) -> int:
    """Nobody's man whom the body likes best, once the leaders' names have failed for a turn; else -1."""
    if state.day.toordinal() - int(state.since[post]) < LONG_EMPTY:
        return -1
    liking = _liking(state, body)
    able = [
        person
        for person in bodies.full_members(state, body)
        if people.present(state, person)
        and lines.leader_of(state, person) < 0
        and _heaviest(state, person) <= state.scenario.posts[post].weight
    ]
    return max(able, key=lambda person: (int(state.authority[person]) + 2 * liking[person], -person), default=-1)


def _liking(state: State, body: int) -> list[int]:
    """Per person what the full members of a body think of him on the average, thousandths."""
    members = list(bodies.full_members(state, body))
    if not members:
        return [0] * len(state.scenario.people)
    found: list[int] = (state.opinion[members].sum(axis=0) // len(members)).tolist()
    return found


def _blocs_by_seats(state: State, body: int) -> list[int]:
    seats = [0] * len(state.scenario.blocs)
    for person in bodies.full_members(state, body):
        bloc = lines.bloc_of(state, person)
        if bloc >= 0:
            seats[bloc] += 1
    leaders = Atlas.of(state.scenario).leaders
    order = sorted(range(len(seats)), key=lambda k: (-seats[k], -int(state.authority[leaders[k]]), k))
    return [bloc for bloc in order if seats[bloc]]


def _nominee(state: State, bloc: int, post: int, liking: list[int]) -> int:
    """The bloc's deputy in the field, else its person whom the body would rather take, or -1.

    Nobody is named who holds a weightier post or is named for another. Small posts go to those who
    have fewest, great ones to people of authority whom the body likes.
    """
    busy = {motion.candidate for motion in state.agenda if motion.post not in (-1, post)}
    able = [
        person
        for person, own in enumerate(belonging(state).blocs)
        if own == bloc
        and people.present(state, person)
        and person not in busy
        and _heaviest(state, person) <= state.scenario.posts[post].weight
    ]
    return max(able, key=lambda person: _fitness(state, person, post, liking[person]), default=-1)


def _fitness(state: State, person: int, post: int, liking: int) -> tuple[bool, int, int, int]:
    small = state.scenario.posts[post].weight < SMALL
    held, liked = (len(powers.posts_of(state, person)), 0) if small else (0, 2 * liking)
    return _at_work(state, person, post), -held, int(state.authority[person]) + liked, -person


def _at_work(state: State, person: int, post: int) -> bool:
    """True if a post he holds shares a power with the vacant one."""
    return bool(set(powers.of(state, person)).intersection(state.scenario.posts[post].powers))


def _heaviest(state: State, person: int) -> int:
    weights = [state.scenario.posts[held].weight for held in powers.posts_of(state, person)]
    return max(weights, default=-1)


def open_posts(state: State, places: list[int]) -> list[int]:
    """Vacant posts that one of the bodies fills by a vote."""
    return [
        post
        for post, data in enumerate(state.scenario.posts)
        if posts.to_be_filled(state, post)
        and any(motions.fills(state, body, post) and _by_vote(state, body, data) for body in places)
    ]


def nominees(state: State, body: int) -> list[str]:
    """Everyone who may be named, as "post:person", for the vacant posts a body fills."""
    if body < 0:
        return []
    scenario = state.scenario
    able = [person for person in range(len(scenario.people)) if people.present(state, person)]
    vacant = open_posts(state, [body])
    return [f"{scenario.posts[post].id}:{scenario.people[person].id}" for post in vacant for person in able]
