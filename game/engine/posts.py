"""Posts: who holds them, how they change hands, and the routine filling of vacant regions."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine import bodies, lines, people, powers
from game.engine.atlas import Atlas
from game.engine.log import Log
from game.engine.state import ABROAD, State


def exists(state: State, post: int) -> bool:
    """True if the post exists on the day."""
    data = state.scenario.posts[post]
    begun = data.exists_from is None or data.exists_from <= state.day
    return begun and (data.exists_to is None or state.day <= data.exists_to)


def to_be_filled(state: State, post: int) -> bool:
    """True if a post is vacant and somebody should have it.

    A post the record leaves empty waits until it has changed hands in this game.
    """
    data = state.scenario.posts[post]
    if int(state.holder[post]) >= 0 or not exists(state, post):
        return False
    left_empty = data.vacant_from is not None and data.vacant_from <= state.day
    return not left_empty or f"post {data.id}" in state.provenance


def fill(state: State, log: Log, post: int, person: int, causes: Iterable[int] = ()) -> int:
    """Give a post to a person, who must be able to act; returns the record, or -1 if nothing changed.

    A first secretary leaves any other region he led, and the region's machine changes hands.
    """
    if not people.can_act(state, person) or int(state.holder[post]) == person:
        return -1
    data = state.scenario.posts[post]
    if data.first_secretary:
        _leave_other_regions(state, log, post, person, causes)
    before = int(state.holder[post])
    state.holder[post] = person
    state.since[post] = state.day.toordinal()
    state.threatened[post], state.taken[post] = 0, -1
    record = _post_record(state, log, post, person, before, causes)
    if data.first_secretary and data.region is not None:
        _new_secretary(state, log, post, person, record)
    return record


def vacate(state: State, log: Log, post: int, causes: Iterable[int] = ()) -> int:
    """Empty a post; returns the record, or -1 if it was empty."""
    before = int(state.holder[post])
    if before < 0:
        return -1
    state.holder[post] = -1
    state.since[post] = state.day.toordinal()
    return _post_record(state, log, post, -1, before, causes)


def close_abolished(state: State, log: Log) -> None:
    """Posts that no longer exist lose their holders."""
    for post in range(len(state.scenario.posts)):
        if int(state.holder[post]) >= 0 and not exists(state, post):
            vacate(state, log, post)


def fill_regions(state: State, log: Log) -> None:
    """Vacant regions get a first secretary from whoever has the power of appointments."""
    chief = powers.wielder(state, powers.APPOINTMENTS)
    for post, data in enumerate(state.scenario.posts):
        if not data.first_secretary or not to_be_filled(state, post):
            continue
        person = spare_person(state, chief)
        if person >= 0:
            causes = (log.cause(f"post {data.id}"), _source(state, log, chief))
            fill(state, log, post, person, causes)


def spare_person(state: State, chief: int) -> int:
    """The best organiser who is free: first a follower of ``chief``, else somebody of nobody's, else -1."""
    bloc = lines.bloc_of(state, chief) if chief >= 0 else -1
    own, loose = [], []
    for person in range(len(state.scenario.people)):
        if not is_free(state, person):
            continue
        theirs = lines.bloc_of(state, person)
        if bloc >= 0 and theirs == bloc:
            own.append(person)
        elif theirs < 0:
            loose.append(person)
    skill = state.scenario.people
    return max(own or loose, key=lambda person: (skill[person].organisation, -person), default=-1)


def is_free(state: State, person: int) -> bool:
    """True if the person could be sent to a region: no leader, no first secretary, outside the bureau."""
    atlas = Atlas.of(state.scenario)
    if not people.can_act(state, person) or int(state.place[person]) == ABROAD or state.ill[person]:
        return False
    if atlas.bloc_led[person] >= 0 or atlas.contender[person] >= 0:
        return False
    if any(post >= 0 and int(state.holder[post]) == person for post in atlas.first_secretary):
        return False
    return atlas.bureau < 0 or not bodies.attends(state, person, atlas.bureau)


def _leave_other_regions(state: State, log: Log, post: int, person: int, causes: Iterable[int]) -> None:
    for other in Atlas.of(state.scenario).first_secretary:
        if other >= 0 and other != post and int(state.holder[other]) == person:
            vacate(state, log, other, causes)


def _post_record(state: State, log: Log, post: int, person: int, before: int, causes: Iterable[int]) -> int:
    names = state.scenario.people
    data = state.scenario.posts[post]
    was = names[before].id if before >= 0 else None
    now = names[person].id if person >= 0 else None
    about = (data.id, *(name for name in (was, now) if name))
    record = log.write("post", now or was, about, causes, post=data.id, was=was, now=now)
    log.changed(f"post {data.id}", record)
    return record


def _new_secretary(state: State, log: Log, post: int, person: int, record: int) -> None:
    """The rule of a new first secretary: clients pass to his bloc, the machine loosens, tenure restarts."""
    from game.engine import machines  # machines fills posts itself

    data = state.scenario.posts[post]
    region = Atlas.of(state.scenario).at("regions", data.region)
    machines.new_secretary(state, region, lines.bloc_of(state, person))
    who = state.scenario.people[person].id
    number = log.write("secretary", who, (data.region or "", who), (record,), region=data.region)
    log.changed(f"secretary {data.region}", number)


def _source(state: State, log: Log, chief: int) -> int:
    """The record that gave ``chief`` his power of appointments."""
    for post in Atlas.of(state.scenario).by_power.get(powers.APPOINTMENTS, ()):
        if int(state.holder[post]) == chief:
            return log.cause(f"post {state.scenario.posts[post].id}")
    return -1
