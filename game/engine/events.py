"""Events: what nobody at the table decides. They need their cast and their conditions, or do not happen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.engine import dice, effects, timing
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.grounds import behind
from game.engine.log import Log
from game.engine.memo import kept, still
from game.engine.people import can_act
from game.engine.state import State
from game.scenario.model import Effect, Event, Scenario

#: Thousandths of the effects that are felt when something has eased the blow.
EASED, FULL = 500, 1000


def fire_due(state: State, log: Log) -> None:
    """Let everything happen that is due by today; what cannot any more is logged with the reason.

    A fixed event happens on its first day or never; a shifted one waits inside its window; one of
    chance is drawn once a turn. The settings of the game may move an event or take it away, a lesson may bring it.
    """
    pending = _pending(state)
    while (found := _ready(state, pending)) is not None:
        place, why = found
        if why:
            _missed(state, log, state.scenario.events[place], why)
        else:
            fire(state, log, place)


def _pending(state: State) -> Iterator[int]:
    """Events whose first day has come and that have neither happened nor been missed."""
    keys = Atlas.of(state.scenario).once("keys of events", _keys)
    fired, provenance = state.events_fired, state.provenance
    come = timing.first_days(state).until(state.day)
    waiting = sorted([p for p in come if keys[p][0] not in fired and keys[p][1] not in provenance])
    for place in waiting:
        name, missed = keys[place]  # one that happens may bring another, so it is asked again
        if name not in fired and missed not in provenance:
            yield place


def _ready(state: State, pending: Iterator[int]) -> tuple[int, str] | None:
    """The next event that happens today, or is missed for a reason; those that wait are looked at together."""
    with still(state):
        for place in pending:
            why = _verdict(state, place, state.scenario.events[place])
            if why is not None:
                return place, why
    return None


def _keys(scenario: Scenario) -> tuple[tuple[str, str], ...]:
    """Ids of events and their causal keys once missed: all are looked up on every day on which something is due."""
    return tuple((event.id, f"missed {event.id}") for event in scenario.events)


def _verdict(state: State, place: int, event: Event) -> str | None:
    """Why an event is missed today, '' if it happens, None if it waits."""
    if timing.switched_off(state, event):
        return timing.SWITCHED_OFF
    hindrance, brought = obstacle(state, event), timing.brought(state, event)
    if state.day > timing.first_days(state).last[place] and not brought:
        return hindrance or ("chance did not bring it" if event.kind == "chance" else "its time had passed")
    if hindrance:
        return hindrance if event.kind == "fixed" or brought else None
    return "" if event.kind != "chance" or brought or _drawn(state, place, event) else None


def _drawn(state: State, place: int, event: Event) -> bool:
    return dice.chance(state, dice.Purpose.EVENT, event.id, place, event.chance)


def obstacle(state: State, event: Event) -> str:
    """Why an event cannot happen now: a missing need, or somebody of its cast who cannot act; else ''.

    What a lesson brings needs its cast only, from its day on.
    """
    for person, moved in Atlas.of(state.scenario).once("casts of events", _casts)[event.id]:
        able = bool(state.alive[person]) if moved else can_act(state, person)
        if not able:
            return f"{state.scenario.people[person].name} cannot act"
    if timing.brought(state, event) and timing.opens(state, event) <= state.day:
        return ""
    if not event.needs:
        return ""
    context = kept(state, ("events of", event.cast[:1]), lambda state: _context(state, event))  # needs draw no dice
    return next((need.reason for need in event.needs if not need.test.value(context)), "")


def _casts(scenario: Scenario) -> dict[str, tuple[tuple[int, bool], ...]]:
    """The people of each event's cast; true for those whom the event itself moves about: they need only be alive."""
    people = scenario.index["people"]
    return {
        event.id: tuple((people[name], _own_status(event.effects, name)) for name in event.cast)
        for event in scenario.events
    }


def _own_status(written: Iterable[Effect], name: str) -> bool:
    """True if effects change where or what a person is."""
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
