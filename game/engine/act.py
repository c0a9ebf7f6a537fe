"""One application of a verb: its arguments made into positions, and how it writes what it changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.engine import people
from game.engine.context import SYMBOLS, Context
from game.engine.log import Log
from game.engine.state import State
from game.scenario.model import Expression

#: Thousandths of a full effect.
FULL = 1000
#: A verb: applies itself to an act with the arguments as written.
Verb = Callable[..., None]


@dataclass(frozen=True, slots=True)
class Act:
    """The occasion of one verb: context, log, causes and ``factor`` (thousandths, negative reverses)."""

    context: Context
    log: Log
    causes: tuple[int, ...]
    factor: int
    verb: str
    path: tuple[int, ...]

    @property
    def state(self) -> State:
        """The state that changes."""
        return self.context.state

    @property
    def reason(self) -> str:
        """Reason id of memories and terms this act leaves: the kind and id of its occasion."""
        return self.context.about or "effect"

    # ---- arguments
    def at(self, field: str, arg: Any) -> int:
        """Position of an id, or what a symbol stands for, among ``Scenario.<field>``."""
        return position(self.context, field, arg)

    def person(self, arg: Any) -> int:
        """A person, -1 for nobody."""
        return self.at("people", arg)

    def living(self, arg: Any) -> int:
        """A living person; otherwise the effect is skipped, which is logged, and -1."""
        person = self.person(arg)
        if person < 0 or not self.state.alive[person]:
            self.skip(person, "dead" if person >= 0 else "nobody")
            return -1
        return person

    def member(self, arg: Any) -> int:
        """A living member of the party; otherwise skipped and -1."""
        person = self.living(arg)
        if person >= 0 and not self.state.in_party[person]:
            self.skip(person, "expelled")
            return -1
        return person

    def actor(self, arg: Any) -> int:
        """Somebody who can act: in the party and not exiled; otherwise skipped and -1."""
        person = self.member(arg)
        if person >= 0 and not people.can_act(self.state, person):
            self.skip(person, "gone")
            return -1
        return person

    def bloc(self, arg: Any, gate: str = "living") -> int:
        """The bloc of a person who passes the gate, else -1; somebody of no bloc is skipped too."""
        person: int = getattr(self, gate)(arg)
        if person < 0:
            return -1
        bloc = self.context.bloc(person)
        if bloc < 0:
            self.skip(person, "no_bloc")
        return bloc

    def regions(self, arg: Any) -> tuple[int, ...]:
        """One region, or all of them."""
        if arg == "all":
            return tuple(range(len(self.state.scenario.regions)))
        region = self.at("regions", arg)
        return (region,) if region >= 0 else ()

    def pole(self, arg: Any) -> tuple[int, int]:
        """Axis and direction (-1 low pole, +1 high pole) of ``axis:pole``."""
        axis_id, _, pole = str(symbol(self.context, arg)).partition(":")
        axis = self.context.atlas.at("axes", axis_id)
        if axis < 0:
            return -1, 0
        return axis, 1 if pole == self.state.scenario.axes[axis].high else -1

    def size(self, amount: int) -> int:
        """A written size at the strength of this act, floored."""
        return amount * self.factor // FULL

    def word(self, arg: Any) -> str:
        """An argument as a word: ids of persons for calls and symbols."""
        return word(self.context, arg)

    # ---- writing
    def id(self, field: str, position: int) -> str:
        """The id at a position."""
        return self.context.atlas.id(field, position)

    def write(self, kind: str, about: tuple[str, ...], key: str = "", **data: Any) -> int:
        """Record a change with the causes of this act; ``key`` remembers what it changed."""
        record = self.log.write(kind, None, about, self.causes, by=self.reason, **data)
        if key:
            self.log.changed(key, record)
        return record

    def skip(self, person: int, why: str) -> None:
        """Record that the effect could not fall on this person."""
        who = (self.id("people", person),) if person >= 0 else ()
        self.log.write("skipped", None, who, self.causes, verb=self.verb, why=why, by=self.reason)


def symbol(context: Context, arg: Any) -> Any:
    """What a symbol stands for now; anything else stays itself."""
    return getattr(context, arg) if isinstance(arg, str) and arg in SYMBOLS else arg


def word(context: Context, arg: Any) -> str:
    """An argument as a word: ids of persons for calls and symbols."""
    if isinstance(arg, Expression):
        return context.atlas.id("people", int(arg.value(context)))
    field = SYMBOLS.get(arg)
    if field is None:
        return str(arg)
    if arg == "SUBJECT":
        return context.subject
    return context.atlas.id(field, getattr(context, arg)) if field else str(getattr(context, arg))


def position(context: Context, field: str, arg: Any) -> int:
    """Position of an argument (id, symbol or person call) among ``Scenario.<field>``, -1 if none."""
    if isinstance(arg, Expression):
        return int(arg.value(context))
    return context.atlas.at(field, symbol(context, arg))


def person_of(context: Context, arg: Any) -> int:
    """The person an argument names, -1 for nobody."""
    return position(context, "people", arg)


def amount_of(context: Context, arg: Any) -> int:
    """A written amount; one written as an expression is computed."""
    return int(arg.value(context)) if isinstance(arg, Expression) else int(arg)


def clip(value: int, low: int = 0, high: int = 1000) -> int:
    """``value`` kept inside low..high."""
    return max(low, min(high, value))
