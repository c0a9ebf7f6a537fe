"""When an event falls due: on its own days, moved by the dice, or never.

An event that belongs to a setting follows its word: ``dated`` keeps the days of the scenario,
``seeded`` moves them by up to ``leeway`` days either way, ``never`` takes the event away. An event that
a lesson brings has the lesson's day and no other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from game.engine import dice
from game.engine.atlas import Atlas
from game.engine.state import State
from game.scenario.model import Event

#: Why an event that was taken away does not happen.
SWITCHED_OFF = "this game was set to do without it"
#: Games whose days are kept.
_KEEP = 64


def switched_off(state: State, event: Event) -> bool:
    """Whether the game was set to do without this event."""
    return _word(state, event) == "never" and not brought(state, event)


def brought(state: State, event: Event) -> bool:
    """Whether the lesson brings this event, whatever its own conditions say."""
    return event.id in state.injected


def opens(state: State, event: Event) -> date:
    """The first day on which the event may happen."""
    if brought(state, event):
        return date.fromisoformat(state.injected[event.id])
    if not event.leeway:
        return event.opens
    return max(event.opens + _moved(state, event), min(event.opens, state.scenario.start))


@dataclass(frozen=True, slots=True)
class FirstDays:
    """The first days of all events, the earliest first, and beside each the place of its event in the scenario."""

    days: tuple[date, ...]
    places: tuple[int, ...]
    last: tuple[date, ...]  # per event, in the scenario's order, the last day on which it may happen

    def until(self, day: date) -> tuple[int, ...]:
        """Places of the events whose first day has come."""
        return self.places[: bisect_right(self.days, day)]

    def between(self, day: date, until: date) -> Iterator[tuple[date, int]]:
        """First days after ``day`` and before ``until`` with the places of their events, the earliest first."""
        span = slice(bisect_right(self.days, day), bisect_left(self.days, until))
        return zip(self.days[span], self.places[span], strict=True)


def first_days(state: State) -> FirstDays:
    """The days of all events; worked out once for a seed and a lesson."""
    made = Atlas.of(state.scenario).days
    key = (state.seed, tuple(state.injected.items()))
    if key not in made:
        if len(made) >= _KEEP:
            made.clear()
        events = state.scenario.events
        dated = sorted((opens(state, event), place) for place, event in enumerate(events))
        last = tuple(closes(state, event) for event in events)
        made[key] = FirstDays(tuple(day for day, _ in dated), tuple(place for _, place in dated), last)
    found: FirstDays = made[key]
    return found


def closes(state: State, event: Event) -> date:
    """The last day on which the event may happen."""
    if brought(state, event):
        return opens(state, event)
    return opens(state, event) + (event.closes - event.opens)


def _word(state: State, event: Event) -> str:
    return str(state.scenario.settings[event.settable]) if event.settable else "dated"


def _moved(state: State, event: Event) -> timedelta:
    """How far the days of an event are moved: one draw a game, the same for all events of one recorded fact."""
    if not event.leeway or _word(state, event) != "seeded":
        return timedelta()
    drawn = dice.key(state.seed, 0, dice.Purpose.MOVED, event.fact or event.id)
    return timedelta(drawn % (2 * event.leeway + 1) - event.leeway)
