"""Verbs about blocs, posts, seats, rules and the calendar."""

from __future__ import annotations

from datetime import date
from typing import Any

from game.engine import bodies, doctrine, people, posts
from game.engine.act import Act, Verb, clip
from game.engine.parameters import Parameters
from game.engine.state import BANNED, CONDEMNED, TOLERATED, WARNED, Sitting, State

#: Words of the legal ladder.
LADDER = {"tolerated": TOLERATED, "warned": WARNED, "condemned": CONDEMNED, "banned": BANNED}
STEP = 1000
#: Turns for which an opened motion stays open and cheap.
OPEN_TURNS = 4
#: Fear never falls below this.
FEAR_FLOOR = 150


# ---- figures of a bloc


def mantle(act: Act, who: Any, amount: int) -> None:
    """His standing as the founder's heir changes; what he gains others lose."""
    bloc = act.bloc(who, "living")
    if bloc >= 0:
        doctrine.shift_mantle(act.state, act.log, bloc, act.size(amount), act.causes, act.reason)


def credit(act: Act, who: Any, amount: int) -> None:
    """His credit changes."""
    _figure(act, act.bloc(who, "member"), "credit", amount)


def cohesion(act: Act, who: Any, amount: int) -> None:
    """The cohesion of his bloc changes."""
    _figure(act, act.bloc(who), "cohesion", amount)


def exposure(act: Act, who: Any, amount: int) -> None:
    """His bloc is seen more, or less."""
    _figure(act, act.bloc(who), "exposure", amount)


def press(act: Act, who: Any, amount: int) -> None:
    """The press slants towards or against his bloc."""
    _figure(act, act.bloc(who), "press", amount, -1000)


def _figure(act: Act, bloc: int, name: str, amount: int, low: int = 0) -> None:
    if bloc < 0:
        return
    column = getattr(act.state, name)
    before = int(column[bloc])
    column[bloc] = clip(before + act.size(amount), low)
    now = int(column[bloc])
    act.write(name, (act.id("blocs", bloc),), amount=now - before, now=now)


# ---- the legal ladder


def legal(act: Act, who: Any, step: str) -> None:
    """A motion against his bloc up to this step is open and cheap for four turns; nothing is decided."""
    bloc = act.bloc(who, "member")
    if bloc < 0:
        return
    state, level = act.state, LADDER[step]
    standing = int(state.charge[bloc]) if int(state.charge_until[bloc]) >= state.turn else TOLERATED
    state.charge[bloc] = max(standing, level) if level else TOLERATED
    state.charge_until[bloc] = state.turn + OPEN_TURNS if level else 0
    name = act.id("blocs", bloc)
    act.write("charge", (name,), key=f"charge {name}", step=step, until=int(state.charge_until[bloc]))


def severity(act: Act, who: Any, step: str) -> None:
    """The severity against his bloc is set; only carried motions and recantations may do this."""
    bloc = act.bloc(who, "living")
    if bloc >= 0:
        now = int(act.state.severity[bloc])
        change = {"up": now + STEP, "down": now - STEP}
        set_severity(act, bloc, clip(change.get(step, LADDER.get(step, now)), TOLERATED, BANNED))


def set_severity(act: Act, bloc: int, level: int) -> None:
    """Write the new severity of a bloc; a worse one frightens every region."""
    state, before = act.state, int(act.state.severity[bloc])
    if level == before:
        return
    state.severity[bloc] = level
    if level > before:
        state.fear = (state.fear + Parameters.of(state.scenario).fear_step).clip(FEAR_FLOOR, 1000)
    if int(state.charge[bloc]) <= level:
        state.charge[bloc] = TOLERATED
    name = act.id("blocs", bloc)
    act.write("severity", (name,), key=f"severity {name}", was=before, now=level)


# ---- posts and seats


def post(act: Act, which: Any, word: str, who: Any = None) -> None:
    """A post is filled, emptied, or laid open to a cheap motion."""
    place = act.at("posts", which)
    if place < 0:
        return
    if word == "to":
        person = act.actor(who)
        if person >= 0:
            posts.fill(act.state, act.log, place, person, act.causes)
    elif word == "vacated":
        posts.vacate(act.state, act.log, place, act.causes)
    else:
        act.state.threatened[place] = act.state.turn + OPEN_TURNS
        name = act.id("posts", place)
        act.write("threatened", (name,), post=name, until=int(act.state.threatened[place]))


def seat(act: Act, which: Any, who: Any, role: str) -> None:
    """He gets or loses a seat, or a motion against it opens."""
    body = act.at("bodies", which)
    if role == "threatened":
        legal(act, who, "condemned")
    elif role == "lost":
        person = act.person(who)
        if person >= 0:
            people.lose_seat(act.state, act.log, body, person, act.causes)
    else:
        _give_seat(act, body, act.actor(who), role)


def _give_seat(act: Act, body: int, person: int, role: str) -> None:
    members = (act.state.full if role == "full" else act.state.candidates)[body]
    if person < 0 or person in members:
        return
    if people.give_seat(act.state, act.log, body, person, role, act.causes) < 0:
        act.skip(person, "no_seat")


# ---- rules, quantities, calendar


def quantity(act: Act, which: Any, amount: int) -> None:
    """A quantity of the world changes."""
    place, state = act.at("quantities", which), act.state
    before = int(state.quantities[place])
    state.quantities[place] = clip(before + act.size(amount))
    now, name = int(state.quantities[place]), act.id("quantities", place)
    act.write("quantity", (name,), key=f"quantity {name}", amount=now - before, now=now)


def rule(act: Act, which: Any, word: str) -> None:
    """A standing rule is turned on or off."""
    place, on = act.at("rules", which), int(word == "on")
    if int(act.state.rules[place]) != on:
        act.state.rules[place] = on
        name = act.id("rules", place)
        act.write("rule", (name,), key=f"rule {name}", on=bool(on))


def call(act: Act, which: Any, word: str, months: int) -> None:
    """A dated meeting is moved; one that has begun stays where it is."""
    name = act.word(which)
    for sitting in act.state.sittings:
        if sitting.meeting == name and not sitting.held:
            was = sitting.day
            earliest = date.fromordinal(act.state.day.toordinal() + 1)
            moved = _months_later(was, months if word == "postponed" else -months)
            sitting.day = max(moved, earliest)
            _in_order(act.state)
            days = {"was": was.isoformat(), "now": sitting.day.isoformat()}
            act.write("calendar", (name,), key=f"meeting {name}", **days)


def _months_later(day: date, months: int) -> date:
    count = day.year * 12 + day.month - 1 + months
    return date(count // 12, count % 12 + 1, min(day.day, 28))


def _seats(state: State, body: int) -> int:
    """Seats of a sitting out of turn: its members, or for an assembly as many as it had when it last met."""
    members = len(bodies.full_members(state, body))
    if members:
        return members
    data = state.scenario.bodies[body]
    known = [one for one in state.scenario.meetings if one.body == data.id and one.seats]
    met = [one for one in known if one.opens <= state.day] or known[:1]
    return max(met, key=lambda one: one.opens).seats if met else data.full_seats


def summon(act: Act, which: Any) -> None:
    """An extraordinary sitting is called for the end of this turn, unless the body sits anyway."""
    body, state = act.at("bodies", which), act.state
    if body < 0 or act.context.meets(body):
        return
    last = state.scenario.turn_dates(state.turn)[1]
    meeting = f"{act.id('bodies', body)}_{state.turn}"
    state.sittings.append(Sitting(meeting, body, last, seats=_seats(state, body)))
    _in_order(state)
    act.write("summoned", (act.id("bodies", body),), meeting=meeting, day=last.isoformat())


def _in_order(state: State) -> None:
    state.sittings.sort(key=lambda sitting: (sitting.day, sitting.body, sitting.meeting))


VERBS: dict[str, Verb] = {
    "mantle": mantle, "credit": credit, "cohesion": cohesion, "exposure": exposure, "press": press,
    "legal": legal, "severity": severity, "post": post, "seat": seat, "quantity": quantity, "rule": rule,
    "call": call, "summon": summon,
}  # fmt: skip
