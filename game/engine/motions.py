"""Motions: made, seconded, amended, put off, withdrawn. What they do when the vote is counted: ``enactment``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from game.engine import bodies, lines, opinions, pacts, people, posts
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.ledger import Breakdown, Ledger
from game.engine.log import Log
from game.engine.memo import kept
from game.engine.order import Reason
from game.engine.state import Motion, Sitting, State
from game.scenario.model import MotionType, Scenario

#: Opinion of a target about each mover, thousandths (MODEL §5).
RESENTMENT = -300
SIDES = {"for": 1000, "against": -1000, "abstain": 0}


def find(state: State, name: str) -> Motion | None:
    """The motion on the agenda with this id."""
    return next((motion for motion in state.agenda if motion.id == name), None)


def allowed(state: State, type_: int, body: int) -> bool:
    """True if the body may take motions of the type."""
    motion_type, data = state.scenario.motions[type_], state.scenario.bodies[body]
    return data.id in motion_type.bodies or motion_type.id in data.motions


def election_type(state: State) -> int:
    """Index of the motion type by which bodies fill posts, or -1 if the scenario has none.

    It is the setting ``election_motion``, or the first type on a person that has no effects of its own.
    """
    type_: int = Atlas.of(state.scenario).once("election type", _election_type)
    return type_


def _election_type(scenario: Scenario) -> int:
    named = scenario.settings.get("election_motion")
    if isinstance(named, str):
        return Atlas.of(scenario).index["motions"].get(named, -1)
    for index, kind in enumerate(scenario.motions):
        if kind.subject == "person" and not kind.carried and not kind.severity:
            return index
    return -1


def next_sitting(state: State, body: int) -> Sitting | None:
    """The next sitting of a body that has not been held."""
    return next((sitting for sitting in state.sittings if sitting.body == body and not sitting.held), None)


def on(state: State, sitting: Sitting) -> list[Motion]:
    """Motions before a sitting, in the order they were made."""
    names = ("", sitting.meeting)
    return [motion for motion in state.agenda if motion.body == sitting.body and motion.meeting in names]


# ---- making


def make(
    state: State,
    log: Log,
    type: int | str,
    body: int | str,
    subject: str,
    movers: Sequence[int],
    key: str = "",
    causes: Iterable[int] = (),
    election: tuple[int, int] = (-1, -1),
    sitting: Sitting | None = None,
) -> Motion | None:
    """Put a motion before a sitting, by default the body's next one; None if no mover can act.

    A motion of the same type on the same subject is joined, not doubled. ``election`` is the post to
    fill and the person proposed for it; an order writes both as its subject, "post:person".
    """
    atlas = Atlas.of(state.scenario)
    place, kind = atlas.at("bodies", body), state.scenario.motions[atlas.at("motions", type)]
    if election[0] < 0 and atlas.at("motions", type) == election_type(state):
        election = nomination(state, subject)
    if election[0] >= 0:
        subject = _election_subject(state, kind, election)
    able = tuple(dict.fromkeys(person for person in movers if people.can_act(state, person)))
    if place < 0 or (movers and not able):
        return None
    sitting = sitting or next_sitting(state, place)
    meeting = sitting.meeting if sitting else ""
    subject = "" if kind.subject == "none" or subject == "-" else subject
    name = _name(state, meeting or state.scenario.bodies[place].id, kind.id, subject, election)
    motion = find(state, name)
    if motion is not None:
        motion.movers = tuple(dict.fromkeys((*motion.movers, *able)))
        motion.key = motion.key or key
        return motion
    key = key or f"{kind.id}:{subject}@{meeting}"
    motion = Motion(name, kind.id, place, meeting, able, kind.subject, subject, key)
    motion.post, motion.candidate = election
    state.agenda.append(motion)
    motion.made_by = _made_record(state, log, motion, causes)
    for mover in motion.movers:
        _attack(state, log, motion, mover)
    return motion


def _name(state: State, meeting: str, kind: str, subject: str, election: tuple[int, int]) -> str:
    parts = [meeting, kind, subject]
    post, person = election
    if post >= 0:
        parts += [state.scenario.posts[post].id, state.scenario.people[person].id]
    return "/".join(part for part in parts if part)


def nomination(state: State, subject: str) -> tuple[int, int]:
    """The post and the person of a subject "post:person", each -1 if there is none such."""
    post, _, person = subject.partition(":")
    index = Atlas.of(state.scenario).index
    return index["posts"].get(post, -1), index["people"].get(person, -1)


def _election_subject(state: State, kind: MotionType, election: tuple[int, int]) -> str:
    post, person = election
    scenario = state.scenario
    return scenario.people[person].id if kind.subject == "person" else scenario.posts[post].id


def _made_record(state: State, log: Log, motion: Motion, causes: Iterable[int]) -> int:
    mover = motion.movers[0] if motion.movers else None
    about = [motion.type, state.scenario.bodies[motion.body].id, motion.subject]
    return log.write(
        "motion",
        mover,
        tuple(name for name in about if name),
        causes,
        acted=mover is not None,
        change="made",
        motion=motion.id,
        key=motion.key,
    )


def _attack(state: State, log: Log, motion: Motion, mover: int) -> None:
    """The target of a hostile motion resents its sponsor, and a promise of peace is broken."""
    hit = target(state, motion)
    if hit >= 0 and lines.hostile(lines.motion_type(state, motion)):
        opinions.remember(state, hit, mover, "motion_against", RESENTMENT)
        pacts.judge_attack(state, log, mover, hit, (motion.made_by,))


def target(state: State, motion: Motion) -> int:
    """The person a motion touches, -1 if nobody; an election touches nobody."""
    return -1 if motion.post >= 0 else lines.target(state, motion)


def symbols(state: State, motion: Motion) -> dict[str, Any]:
    """Symbols of the expressions and effects of a motion."""
    found = subject_symbols(state, motion.subject_kind, motion.subject)
    found.update(
        SELF=motion.movers[0] if motion.movers else -1,
        BODY=motion.body,
        MTYPE=motion.type,
        MOTION=motion.id,
    )
    if motion.post >= 0:
        found.update(POST=motion.post, PERSON=motion.candidate)
    return found


def subject_symbols(state: State, kind: str, subject: str) -> dict[str, Any]:
    """What a subject of some kind is called in expressions; TARGET is the person it touches."""
    atlas = Atlas.of(state.scenario)
    found: dict[str, Any] = {"SUBJECT": subject}
    if kind == "person":
        found["TARGET"] = found["PERSON"] = atlas.at("people", subject)
    elif kind == "bloc" and subject:
        found["TARGET"] = atlas.leaders[atlas.at("blocs", subject)]
    elif kind == "post" and subject:
        found["POST"] = atlas.at("posts", subject)
        found["TARGET"] = int(state.holder[found["POST"]])
    elif kind == "region" and subject:
        found["REGION"] = atlas.at("regions", subject)
        post = atlas.first_secretary[found["REGION"]]
        found["TARGET"] = int(state.holder[post]) if post >= 0 else -1
    elif kind == "document" and subject:
        found["DOC"] = atlas.at("documents", subject)
    elif kind == "thesis" and subject:
        found["THESIS"] = atlas.at("theses", subject)
        owner = int(state.thesis_owner[found["THESIS"]])
        found["TARGET"] = atlas.leaders[owner] if owner >= 0 else -1
    return found


# ---- prices and preconditions


def price(state: State, type_: int, subject: str) -> Breakdown:
    """Credit a mover pays: the type's price, halved while a charge or a threat lies open."""
    kind = state.scenario.motions[type_]
    ledger = Ledger("motion_price", "credit", (("motion", kind.id), ("subject", subject)))
    ledger.add("motion_price", kind.credit)
    ledger.add("charge_open", credit(state, type_, subject) - kind.credit)
    return ledger.close()


def credit(state: State, type_: int, subject: str) -> int:
    """The total of ``price`` without its lines, for whoever only compares."""
    kind = state.scenario.motions[type_]
    return kind.credit - (kind.credit // 2 if kind.credit and _is_open(state, kind, subject) else 0)


def _is_open(state: State, kind: MotionType, subject: str) -> bool:
    found = subject_symbols(state, kind.subject, subject)
    if kind.subject == "post" and "POST" in found:
        return int(state.threatened[found["POST"]]) >= state.turn
    hit = found.get("TARGET", -1)
    bloc = lines.bloc_of(state, hit) if hit >= 0 else -1
    if bloc < 0 or int(state.charge_until[bloc]) < state.turn:
        return False
    return kind.severity > 0 and int(state.charge[bloc]) > 0


def why_not(state: State, mover: int, type_: int, body: int, subject: str) -> Reason | None:
    """Why a person may not move this now, or None."""
    kind, data = state.scenario.motions[type_], state.scenario.bodies[body]
    if not allowed(state, type_, body):
        return Reason(f"{data.name} does not take such motions.", "motion_body")
    if not sits_this_turn(state, body):
        return Reason(f"{data.name} does not meet again this turn.", "motion_meets")
    if not kept(state, ("voice", mover, body), lambda state: _has_voice(state, mover, body)):
        return Reason(f"You have no voice in the {data.name.removeprefix('The ')}.", "motion_voice")
    if type_ == election_type(state):
        return _why_not_nominate(state, body, subject)
    if any(m.type == kind.id and m.body == body and m.subject == subject for m in state.agenda):
        return Reason("This is on the agenda already.", "motion_again")
    if not kind.needs:
        return None
    found = subject_symbols(state, kind.subject, subject)
    found.update(SELF=mover, BODY=body, MTYPE=type_)
    context = Context(state, found)
    for need in kind.needs:
        if not need.test.value(context):
            return Reason(need.reason, "motion_need")
    return None


def _has_voice(state: State, person: int, body: int) -> bool:
    """True if a person can come to a sitting of the body and has a voice there."""
    return people.present(state, person) and bodies.attends(state, person, body)


def _why_not_nominate(state: State, body: int, subject: str) -> Reason | None:
    """Why nobody may be named for a post, or this name not."""
    post, person = nomination(state, subject)
    if post < 0 or not posts.to_be_filled(state, post) or not fills(state, body, post):
        return Reason("The post is not vacant, or others fill it.", "motion_vacancy")
    if not people.present(state, person):
        return Reason("The person named cannot serve.", "motion_person")
    if any(m.post == post and m.candidate == person for m in state.agenda):
        return Reason("This is on the agenda already.", "motion_again")
    return None


def fills(state: State, body: int, post: int) -> bool:
    """True if the body, or one of those that sit in it, fills the post; first secretaries are not voted on."""
    data, scenario = state.scenario.posts[post], state.scenario
    names = {scenario.bodies[part].id for part in (body, *bodies.joined(state, body))}
    return data.filled_by in names and not data.first_secretary


def sits_this_turn(state: State, body: int) -> bool:
    """True if a sitting of the body is still to come this turn, or is in progress."""
    return body in kept(state, "bodies that sit", _sitting_bodies)


def _sitting_bodies(state: State) -> tuple[int, ...]:
    last = state.scenario.turn_dates(state.turn)[1]
    return tuple(s.body for s in state.sittings if not s.held and s.day <= last)


# ---- before the vote


def stand(state: State, log: Log, motion: Motion, person: int, side: str) -> None:
    """Declare ``for``, ``against``, ``abstain``, or take a declaration back with ``open``."""
    others = tuple(pair for pair in motion.stands if pair[0] != person)
    motion.stands = others if side == "open" else (*others, (person, SIDES[side]))
    causes = (motion.made_by, log.cause(f"motion {motion.id}"))
    record = log.write("stand", person, (motion.id,), causes, acted=True, motion=motion.id, side=side)
    log.changed(f"motion {motion.id}", record)


def second(state: State, log: Log, motion: Motion, person: int, causes: Iterable[int] = ()) -> None:
    """Add a sponsor, who shares what the motion wins or loses."""
    if person in motion.movers or not people.can_act(state, person):
        return
    motion.movers = (*motion.movers, person)
    motion.stands = tuple(pair for pair in motion.stands if pair[0] != person)
    _changed(state, log, motion, person, "seconded", causes)
    _attack(state, log, motion, person)


def amend(state: State, log: Log, motion: Motion, person: int, causes: Iterable[int] = ()) -> None:
    """Take the edge off a motion: carried, it will be a form of words."""
    if not motion.amended:
        motion.amended = True
        _changed(state, log, motion, person, "amended", causes)


def block(state: State, log: Log, motion: Motion, person: int, causes: Iterable[int] = ()) -> bool:
    """Put a motion off to the next sitting; an item is put off only once. False if it cannot be."""
    if motion.blocked or was_blocked(state, motion):
        return False
    motion.blocked = True
    state.given[_blocked_key(motion)] = state.turn
    _changed(state, log, motion, person, "put off", causes)
    return True


def was_blocked(state: State, motion: Motion) -> bool:
    """True if the same item was put off before."""
    return _blocked_key(motion) in state.given


def _blocked_key(motion: Motion) -> str:
    return f"put off {motion.type} {motion.subject}"


def withdraw(state: State, log: Log, motion: Motion, person: int, causes: Iterable[int] = ()) -> None:
    """The sponsor takes a motion back before the ballot."""
    state.agenda.remove(motion)
    _changed(state, log, motion, person, "withdrawn", causes)


def bargain(state: State, log: Log, sponsor: int, other: int, causes: Iterable[int] = ()) -> None:
    """A sponsor who accepted terms from the bloc he attacks withdraws his motions against it."""
    for motion in list(state.agenda):
        hit = target(state, motion)
        aimed = hit >= 0 and lines.bloc_of(state, hit) == lines.bloc_of(state, other)
        own = bool(motion.movers) and motion.movers[0] == sponsor
        if aimed and own and lines.hostile(lines.motion_type(state, motion)):
            withdraw(state, log, motion, sponsor, causes)


def put_over(state: State, sitting: Sitting) -> None:
    """Motions put off at a sitting wait for the body's next one."""
    for motion in on(state, sitting):
        motion.blocked = False
        motion.meeting = ""


def _changed(state: State, log: Log, motion: Motion, person: int, change: str, causes: Iterable[int]) -> int:
    record = log.write(
        "motion",
        person,
        (motion.type, motion.subject) if motion.subject else (motion.type,),
        (motion.made_by, log.cause(f"motion {motion.id}"), *causes),
        acted=True,
        change=change,
        motion=motion.id,
    )
    log.changed(f"motion {motion.id}", record)
    return record
