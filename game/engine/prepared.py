"""Staff work by the record: lists prepared before an election, small posts, and seats in councils.

Whoever appoints prepares the lists and moves the small pieces. On the historical line, while he is the man of the
record, the lists are the record's: they are put in, not predicted. In every other game, and under another man, no
list is prepared, and authority, allegiance and the seats people hold decide.
"""

from __future__ import annotations

from datetime import date, timedelta

from game.engine import people, posts, powers
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.state import BANNED, Sitting, State
from game.scenario.model import Opening

#: What a prepared list has for a person.
NONE, CANDIDATE, FULL = 0, 1, 2
#: Days within which those elected take up their seats.
WITHIN = timedelta(days=7)
#: Posts of less weight than this are staff work, filled without a vote.
SMALL = 10


# ---- lists


def names(state: State, body: int, sitting: Sitting) -> dict[int, int]:
    """Person -> FULL or CANDIDATE on the list prepared for a body's election at a sitting; empty if none is."""
    place = Atlas.of(state.scenario).index["meetings"].get(sitting.meeting, -1)
    if place < 0 or not state.by_record:
        return {}
    meeting = state.scenario.meetings[place]
    if not same_hand(state, Atlas.of(state.scenario).opening(meeting.opens)):
        return {}
    after = Atlas.of(state.scenario).opening(meeting.closes + WITHIN)
    index, name = Atlas.of(state.scenario).index["people"], state.scenario.bodies[body].id
    found = {index[who]: CANDIDATE for who in after.candidates[name]}
    found |= {index[who]: FULL for who in after.full[name]}
    return {person: role for person, role in found.items() if _fit(state, person)}


def same_hand(state: State, recorded: Opening) -> bool:
    """True if appointments are in the hands of the record's man."""
    wielder = powers.wielder(state, powers.APPOINTMENTS)
    here = state.scenario.people[wielder].id if wielder >= 0 else ""
    return any(
        powers.APPOINTMENTS in post.powers and recorded.holders.get(post.id) == here for post in state.scenario.posts
    )


def leaves_empty(state: State, post: int) -> bool:
    """True if, on the historical line, the record's man appoints and the record has nobody in a post today."""
    if not state.by_record:
        return False
    recorded = Atlas.of(state.scenario).opening(state.day)
    return same_hand(state, recorded) and recorded.holders.get(state.scenario.posts[post].id) is None


def _fit(state: State, person: int) -> bool:
    bloc = Atlas.of(state.scenario).bloc_led[person]
    return people.can_act(state, person) and (bloc < 0 or int(state.severity[bloc]) < BANNED)


# ---- small posts and councils


def follow_record(state: State, log: Log, since: date, day: date) -> None:
    """What the record changed after ``since`` up to ``day`` in small posts and councils, where it still applies.

    A post changes hands if it was held as recorded before; a seat, if the person holds the record's posts.
    """
    before, after = Atlas.of(state.scenario).opening(since), Atlas.of(state.scenario).opening(day)
    if same_hand(state, after):
        _small_posts(state, log, before, after)
    _councils(state, log, after)


def _small_posts(state: State, log: Log, before: Opening, after: Opening) -> None:
    index = Atlas.of(state.scenario).index["people"]
    for post, data in enumerate(state.scenario.posts):
        was, new = before.holders.get(data.id), after.holders.get(data.id)
        here = int(state.holder[post])
        if was == new or data.weight >= SMALL or data.first_secretary or here == index.get(new or "", -1):
            continue
        if new is not None and (here < 0 or was is None or here == index[was]):
            if people.can_act(state, index[new]) and _free_for(state, index[new], post, after):
                posts.fill(state, log, post, index[new], (log.cause(f"post {data.id}"),))
        elif new is None and was is not None and here == index[was]:
            posts.vacate(state, log, post)
            state.provenance.pop(f"post {data.id}")  # the record leaves it so: nobody need be found


def _free_for(state: State, person: int, post: int, recorded: Opening) -> bool:
    """True if a person holds no weightier post than the record gives him."""
    held = [p for p in powers.posts_of(state, person) if not _as_recorded(state, p, recorded)]
    return all(state.scenario.posts[p].weight <= state.scenario.posts[post].weight for p in held)


def _as_recorded(state: State, post: int, recorded: Opening) -> bool:
    holder = state.scenario.people[int(state.holder[post])].id
    return recorded.holders.get(state.scenario.posts[post].id) == holder


def _councils(state: State, log: Log, recorded: Opening) -> None:
    index = Atlas.of(state.scenario).index["people"]
    for body, data in enumerate(state.scenario.bodies):
        if data.role != "council":
            continue
        due = {index[who] for who in recorded.full[data.id]}
        for person in sorted(due.symmetric_difference(state.full[body])):
            if not _posts_as_recorded(state, person, recorded):
                continue
            if person in due:
                people.give_seat(state, log, body, person, "full")
            else:
                people.lose_seat(state, log, body, person)


def _posts_as_recorded(state: State, person: int, recorded: Opening) -> bool:
    """True if a person holds exactly the posts the record gives him."""
    who = state.scenario.people[person].id
    here = {state.scenario.posts[post].id for post in powers.posts_of(state, person)}
    return here == {post for post, holder in recorded.holders.items() if holder == who}
