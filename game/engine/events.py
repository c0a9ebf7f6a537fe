"""Events: what nobody at the table decides. They need their cast and their conditions, or do not happen."""

from __future__ import annotations

from collections.abc import Iterable

from game.engine import dice, effects, timing
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.grounds import behind
from game.engine.log import Log
from game.engine.people import can_act
from game.engine.state import State
from game.scenario.model import Effect, Event

#: Thousandths of the effects that are felt when something has eased the blow.
EASED, FULL = 500, 1000


def fire_due(state: State, log: Log) -> None:
    """Let everything happen that is due by today; what cannot any more is logged with the reason.

    A fixed event happens on its first day or never; a shifted one waits inside its window; one of
    chance is drawn once a turn. The settings of the game may move an event or take it away, a lesson may bring it.
    """
    events = state.scenario.events
    for place, first in enumerate(timing.days(state)):
        if first <= state.day and not _over(state, events[place]):
            _consider(state, log, place, events[place])


def _over(state: State, event: Event) -> bool:
    """True if the event has happened, or has been missed."""
    return event.id in state.events_fired or f"missed {event.id}" in state.provenance


def _consider(state: State, log: Log, place: int, event: Event) -> None:
    hindrance = obstacle(state, event)
    if timing.switched_off(state, event):
        _missed(state, log, event, timing.SWITCHED_OFF)
    elif state.day > timing.closes(state, event) and not timing.brought(state, event):
        chance = "chance did not bring it" if event.kind == "chance" else "its time had passed"
        _missed(state, log, event, hindrance or chance)
    elif not hindrance:
        if event.kind != "chance" or timing.brought(state, event) or _drawn(state, place, event):
            fire(state, log, place)
    elif event.kind == "fixed" or timing.brought(state, event):
        _missed(state, log, event, hindrance)


def _drawn(state: State, place: int, event: Event) -> bool:
    return dice.chance(state, dice.Purpose.EVENT, event.id, place, event.chance)


def obstacle(state: State, event: Event) -> str:
    """Why an event cannot happen now: a missing need, or somebody of its cast who cannot act; else ''.

    What a lesson brings needs its cast only, from its day on.
    """
    people = Atlas.of(state.scenario).index["people"]
    for name in event.cast:
        person = people[name]
        able = bool(state.alive[person]) if _own_status(event.effects, name) else can_act(state, person)
        if not able:
            return f"{state.scenario.people[person].name} cannot act"
    if timing.brought(state, event) and timing.opens(state, event) <= state.day:
        return ""
    context = _context(state, event)
    return next((need.reason for need in event.needs if not need.test.value(context)), "")


def _own_status(written: Iterable[Effect], name: str) -> bool:
    """The event itself moves this person about, so he need only be alive."""
    for effect in written:
        if effect.verb == "status" and effect.args[0] == name:
            return True
        if _own_status(effect.then + effect.otherwise, name):
            return True
    return False


def fire(state: State, log: Log, place: int, causes: Iterable[int] = ()) -> int:
    """An event happens, once in a game and only if nothing stands in its way; its record or -1."""
    event = state.scenario.events[place]
    if event.id in state.events_fired:
        return -1
    hindrance = obstacle(state, event)
    if hindrance:
        if not timing.brought(state, event) or timing.opens(state, event) <= state.day:
            _missed(state, log, event, hindrance, causes)
        return -1
    context = _context(state, event)
    eased = event.eased_by is not None and bool(event.eased_by.value(context))
    state.events_fired[event.id] = state.turn
    record = log.write("event", None, (event.id, *event.cast), (*causes, *_grounds(state, event)), eased=eased)
    log.changed(f"event {event.id}", record)
    effects.run(context, event.effects, log, (record,), scale=EASED if eased else FULL)
    return record


def _missed(state: State, log: Log, event: Event, why: str, causes: Iterable[int] = ()) -> None:
    grounds = (*causes, *_grounds(state, event))
    record = log.write("did not happen", None, (event.id, *event.cast), grounds, event=event.id, because=why)
    log.changed(f"missed {event.id}", record)


def _grounds(state: State, event: Event) -> tuple[int, ...]:
    """What its needs and its cast rest on."""
    cast = [f"'{name}'" for name in event.cast]
    return behind(state, [*(need.test.text for need in event.needs), *cast])


def _context(state: State, event: Event) -> Context:
    person = Atlas.of(state.scenario).at("people", event.cast[0]) if event.cast else -1
    return Context(state, {"SELF": person}, f"event:{event.id}")
