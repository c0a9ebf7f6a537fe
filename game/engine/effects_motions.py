"""Verbs of the session: tabling, blocking, seconding, amending, lobbying, speaking, recanting."""

from __future__ import annotations

from typing import Any

from game.engine import motions, people
from game.engine.act import Act, Verb
from game.engine.effects_bodies import set_severity
from game.engine.memo import still
from game.engine.state import BANNED, TOLERATED, Motion

#: So many waverers can be seen before the bell.
WAVERERS = 4
#: A voter further than this from the middle (points) does not waver.
WAVERING = 2500
#: Sizes of a recantation up to these take one or two steps off, a larger one all (thousandths).
METHODS, VIEWS = 60, 150
#: Slot of an order that carries the subject of a motion of each kind.
SUBJECTS = {
    "post": ("POST", "posts"), "document": ("DOC", "documents"), "thesis": ("THESIS", "theses"),
    "region": ("REGION", "regions"), "person": ("TARGET", "people"),
}  # fmt: skip


def motion(act: Act, which: Any, where: Any, subject: Any, mover: Any) -> None:
    """A person moves a motion in a body."""
    person = act.actor(mover)
    if person >= 0:
        kind = act.at("motions", which)
        name = _subject(act, kind, subject)
        motions.make(act.state, act.log, kind, act.at("bodies", where), name, (person,), causes=act.causes)


def table(act: Act) -> None:
    """The giver's motion goes on the agenda; MTYPE, BODY and the subject come from the order."""
    person = act.actor("SELF")
    kind, body = act.at("motions", "MTYPE"), act.at("bodies", "BODY")
    if person >= 0 and kind >= 0 and body >= 0:
        subject = _subject(act, kind, "SUBJECT")
        motions.make(act.state, act.log, kind, body, subject, (person,), causes=act.causes)


def _subject(act: Act, kind: int, subject: Any) -> str:
    """The id of what a motion is about; a person stands for the bloc he leads or belongs to."""
    about = act.state.scenario.motions[kind].subject
    if about == "none" or subject == "-":
        return ""
    word = act.word(subject)
    if about == "bloc":
        return _bloc(act, word)
    if word not in ("", "nobody", "-1"):
        return word
    slot, field = SUBJECTS.get(about, ("SUBJECT", ""))
    found = act.at(field, slot) if field else -1
    return act.id(field, found) if found >= 0 else ""


def _bloc(act: Act, word: str) -> str:
    if word in act.context.atlas.index["blocs"]:
        return word
    person = act.context.atlas.at("people", word)
    bloc = act.context.bloc(person if person >= 0 else act.person("TARGET"))
    return act.id("blocs", bloc) if bloc >= 0 else ""


# ---- what can be done to a motion on the agenda


def _the_motion(act: Act) -> Motion | None:
    return motions.find(act.state, str(act.context.MOTION))


def block(act: Act, _motion: str) -> None:
    """The motion is kept from the table once."""
    found = _the_motion(act)
    if found:
        motions.block(act.state, act.log, found, act.person("SELF"), act.causes)


def second(act: Act, _motion: str) -> None:
    """The giver becomes a sponsor."""
    found = _the_motion(act)
    if found:
        motions.second(act.state, act.log, found, act.person("SELF"), act.causes)


def amend(act: Act, _motion: str) -> None:
    """The motion is turned into a form of words."""
    found = _the_motion(act)
    if found:
        motions.amend(act.state, act.log, found, act.person("SELF"), act.causes)


def lobby(act: Act, _motion: str, amount: int) -> None:
    """The four likeliest waverers lean towards the giver's side."""
    found = _the_motion(act)
    if found is None:
        return
    person = act.person("SELF")
    points = side(act, found, person) * act.size(amount)
    seen = waverers(act, found, person)
    found.lobbied = (*found.lobbied, *((voter, points) for voter in seen))
    names = tuple(act.id("people", voter) for voter in seen)
    key = f"motion {found.id}"
    record = act.log.write(
        "lobbied", person, names, (found.made_by, act.log.cause(key), *act.causes), acted=True,
        secret_to=(act.id("people", person), *names), motion=found.id, points=points,
    )  # fmt: skip
    act.log.changed(key, record)


def waverers(act: Act, found: Motion, person: int) -> list[int]:
    """Up to four named voters nearest to the middle who have not declared themselves."""
    from game.engine import ballots, question  # they read motions and contexts

    state, silent = act.state, {person, *found.movers, *(who for who, _ in found.stands)}
    if state.scenario.bodies[found.body].kind == "assembly":
        return []  # delegates have no names
    with still(state):
        asked = question.of(state, found)
        there = ballots.voters(state, found.body, asked.ends)
        points = ballots.weigh(state, asked, there).total().tolist()
    named = zip(there.ids[: there.people].tolist(), points, strict=False)
    leans = [(abs(lean), voter) for voter, lean in named if voter not in silent]
    return [voter for distance, voter in sorted(leans)[:WAVERERS] if distance <= WAVERING]


def speech(act: Act, _motion: str, amount: int) -> None:
    """The giver speaks for his side."""
    found = _the_motion(act)
    if found is None:
        return
    person = act.person("SELF")
    points = side(act, found, person) * act.size(amount)
    found.speeches = (*found.speeches, (person, points))
    key = f"motion {found.id}"
    causes = (found.made_by, act.log.cause(key), *act.causes)
    record = act.log.write("speech", person, (found.type,), causes, acted=True, motion=found.id, points=points)
    act.log.changed(key, record)


def side(act: Act, found: Motion, person: int) -> int:
    """1 if the person is for the motion, -1 if against: as declared, as mover or target, else by his line."""
    from game.engine import lines

    declared = dict(found.stands).get(person)
    if declared:
        return 1 if declared > 0 else -1
    if person in found.movers:
        return 1
    if motions.target(act.state, found) == person:
        return -1
    bloc = act.context.bloc(person)
    return -1 if bloc >= 0 and lines.line(act.state, found, bloc) < 0 else 1


def caucus(act: Act, _motion: str) -> None:
    """Allied leaders who have not declared themselves stand as the giver does."""
    found = _the_motion(act)
    if found is None:
        return
    person = act.person("SELF")
    word = "for" if side(act, found, person) > 0 else "against"
    declared = {who for who, _ in found.stands}
    for leader in (person, *act.context.atlas.leaders):
        free = leader not in declared and leader not in found.movers
        aimed = motions.target(act.state, found) == leader
        if free and not aimed and act.context.acts(leader) and act.context.allied(person, leader):
            motions.stand(act.state, act.log, found, leader, word)
            declared.add(leader)


# ---- recanting


def recant(act: Act, amount: int) -> None:
    """The giver's bloc takes back what it said: methods one step, views two, praise all."""
    bloc = act.bloc("SELF", "living")
    if bloc < 0:
        return
    steps = 1 if amount <= METHODS else 2 if amount <= VIEWS else 3
    before = int(act.state.severity[bloc])
    person = act.id("people", act.person("SELF"))
    about = (act.id("blocs", bloc),)
    away = not people.can_act(act.state, act.person("SELF"))  # an exile may recant by letter
    record = act.log.write("recantation", person, about, act.causes, acted=True, steps=steps, away=away)
    again = Act(act.context, act.log, (record,), act.factor, act.verb, act.path)
    set_severity(again, bloc, max(before - 1000 * steps, TOLERATED))
    if int(act.state.charge[bloc]) < BANNED:
        act.state.charge[bloc] = TOLERATED


VERBS: dict[str, Verb] = {
    "motion": motion, "table": table, "block": block, "second": second, "amend": amend, "lobby": lobby,
    "speech": speech, "caucus": caucus, "recant": recant,
}  # fmt: skip
