"""The orders a seat may give: the menu, the blanks of an order one by one, and what it would do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from game.ai import foresight
from game.engine import forecast, motions, offers, order_status, why_not
from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.order import Order
from game.engine.orders import cost, filled_reason
from game.engine.slots import candidates, symbols
from game.engine.state import Motion, Offer
from game.scenario.model import MotionType, OrderType, Slot
from game.views.effect_words import described
from game.views.organisations import thousands
from game.views.parts import Scene, day_text, number, person_view
from game.views.shapes import OrderView, TargetView, TermView

#: Said of an order or a blank that nothing fits.
NOTHING = "There is nobody and nothing it could be aimed at now."


@dataclass(frozen=True)
class BlankView:
    """The next blank of an order: what is asked, and what may fill it; else in a sentence why nothing can."""

    slot: str
    prompt: str
    targets: tuple[TargetView, ...]
    nothing: str = ""

    @property
    def only(self) -> TargetView | None:
        """What fills it where there is no choice; None where there is one, or nothing is open."""
        return self.targets[0] if len(self.targets) == 1 and not self.targets[0].locked_reason else None


@dataclass(frozen=True)
class Ahead:
    """How far an order is: its blanks as filled, those of them that left no choice, and the next that asks."""

    filled: dict[str, str]
    settled: tuple[tuple[str, TargetView], ...]
    blank: BlankView | None
    unseen: bool = False
    """Whether it is whole though no list has shown what it would do: its last blank left no choice."""


def order_type(at: Scene, kind: str) -> OrderType:
    """An order type by its id."""
    return at.scenario.orders[at.atlas.index["orders"][kind]]


def menu(at: Scene) -> tuple[OrderView, ...]:
    """Every order of the open window, in the scenario's order; the closed ones with the reason."""
    decision = at.table.game.decision
    session = decision is not None and decision.kind == "session"
    wanted = ("session", "both") if session else ("before", "both")
    found = []
    for kind, reason in order_status(at.table.game.state, at.id):
        if kind.window not in wanted:
            continue
        locked_by = reason.text if reason else _aimless(at, kind)
        found.append(
            OrderView(
                kind=kind.id,
                family=kind.family,
                button=kind.name,
                key=printed_key(at, kind.key),
                forecast="" if locked_by else short_forecast(at, kind),
                locked_reason=locked_by,
                given=at.table.game.state.given.get(f"{at.id} {kind.id}") == at.table.game.state.turn,
                cost=kind.orders,
                explanation=kind.fiction,
                irreversible=kind.risk if any(e.verb in ("break", "recant") for e in kind.effects) else "",
            )
        )
    return tuple(found)


def _aimless(at: Scene, kind: OrderType) -> str:
    """Why an order that is open has nothing to be aimed at, or nothing."""
    return "" if _can_be_filled(at, kind, {}) else NOTHING


def _can_be_filled(at: Scene, kind: OrderType, filled: Mapping[str, str]) -> bool:
    """Whether something can be named for every blank that is left."""
    slot = next((one for one in kind.slots if one.name not in filled), None)
    if slot is None:
        return True
    found = candidates(at.table.game.state, at.id, slot, filled)
    if slot is kind.slots[-1]:
        return any(True for _ in found)
    return any(_can_be_filled(at, kind, {**filled, slot.name: value}) for value in found)


def printed_keys(at: Scene) -> tuple[tuple[str, str], ...]:
    """The hotkeys of the scenario's orders as printed, each with the names of its orders."""
    found: dict[str, list[str]] = {}
    for kind in at.scenario.orders:
        if kind.key:
            found.setdefault(printed_key(at, kind.key), []).append(kind.name)
    return tuple((key, "; ".join(names)) for key, names in found.items())


def printed_key(at: Scene, key: str) -> str:
    """A hotkey as printed: where a scenario uses small and capital letters, capitals are with Shift."""
    mixed = any(kind.key.islower() for kind in at.scenario.orders)
    return f"Shift {key}" if mixed and key.isupper() else key.upper()


def short_forecast(at: Scene, kind: OrderType) -> str:
    """A few words beside the name: how many targets are open, or what it costs."""
    words = []
    if kind.orders != 1:
        words.append("free" if kind.orders == 0 else f"{kind.orders} orders")
    if kind.credit:
        words.append(f"{at.words.label('credit')} {kind.credit}")
    if kind.slots and kind.slots[0].kind in ("person", "region", "post", "document", "thesis", "motion"):
        count = sum(1 for _ in candidates(at.table.game.state, at.id, kind.slots[0], {}))
        plural = {"person": "people", "thesis": "theses"}.get(kind.slots[0].kind, f"{kind.slots[0].kind}s")
        words.append(f"{count} {plural if count != 1 else kind.slots[0].kind}")
    return ", ".join(words)


def ahead(at: Scene, kind: str, filled: Mapping[str, str]) -> Ahead:
    """Fill what leaves no choice, and stop at the first blank that asks: a list of one thing is no question."""
    full, settled = dict(filled), list[tuple[str, TargetView]]()
    while (blank := next_blank(at, kind, full)) is not None and (only := blank.only) is not None:
        full[blank.slot] = only.id
        settled.append((blank.prompt, only))
    slots = order_type(at, kind).slots
    return Ahead(full, tuple(settled), blank, blank is None and bool(slots) and slots[-1].name not in filled)


def next_blank(at: Scene, kind: str, filled: Mapping[str, str]) -> BlankView | None:
    """The next blank to fill, or None when the order is whole."""
    data = order_type(at, kind)
    slot = next((one for one in data.slots if one.name not in filled), None)
    if slot is None:
        return None
    last = slot is data.slots[-1]
    targets = [_target(at, data, slot, dict(filled), value, last) for value in _values(at, slot, filled)]
    targets.sort(key=lambda one: (bool(one.locked_reason), -_prominence(at, slot, one.id)))
    if slot.kind == "motion_type":
        targets += _not_now(at, {one.id for one in targets})
    return _blank(slot, targets)


def _blank(slot: Slot, targets: list[TargetView]) -> BlankView:
    """The blank; one that nothing fills, or only nothing in particular, says why in a sentence."""
    prompt = slot.prompt or f"Which {slot.kind.replace('_', ' ')}?"
    if len(targets) == 1 and not targets[0].id and targets[0].locked_reason:
        return BlankView(slot.name, prompt, (), targets[0].locked_reason)
    return BlankView(slot.name, prompt, tuple(targets), "" if targets else NOTHING)


def _prominence(at: Scene, slot: Slot, value: str) -> int:
    """Of names put up for an office the best known come first; other lists keep the order of the rules."""
    _, person = _nomination(at, slot, value)
    return int(at.seen.authority[person]) if person >= 0 else 0


def _nomination(at: Scene, slot: Slot, value: str) -> tuple[int, int]:
    """The office and the name put up for it, -1 and -1 of any other value."""
    found = motions.nomination(at.seen, value) if slot.kind == "subject" else (-1, -1)
    return found if min(found) >= 0 else (-1, -1)


def _not_now(at: Scene, open_: set[str]) -> list[TargetView]:
    """The other types of motions, each with whom it waits for: a plan that cannot be moved yet should say why."""
    shut = [(place, kind) for place, kind in enumerate(at.scenario.motions) if kind.id not in open_]
    reasons = ((kind, _waits_for(at, place)) for place, kind in shut)
    return [TargetView(kind.id, at.words.name(kind.id), locked_reason=reason) for kind, reason in reasons if reason]


def _waits_for(at: Scene, type_: int) -> str:
    """The bodies for which a type of motion waits; '' if no body ever takes it."""
    bodies = (one for index, one in enumerate(at.scenario.bodies) if motions.allowed(at.seen, type_, index))
    names = [one.name.removeprefix("The ") for one in bodies]
    if not names:
        return ""
    if type_ == motions.election_type(at.seen):
        return "No office is vacant that a body of this turn could fill."
    *rest, last = names
    if not rest:
        return f"Only the {last} may take it, and it does not meet again this turn."
    return f"Only the {', '.join(rest)} or {last} may take it, and none of them meets again this turn."


def _values(at: Scene, slot: Slot, filled: Mapping[str, str]) -> list[str]:
    return list(candidates(at.table.game.state, at.id, slot, filled))


def _target(at: Scene, kind: OrderType, slot: Slot, filled: dict[str, str], value: str, last: bool) -> TargetView:
    chosen = {**filled, slot.name: value}
    reason = filled_reason(at.table.game.state, at.id, kind, chosen) if last else None
    closed = reason.text if reason else "" if last or _can_be_filled(at, kind, chosen) else _no_answer(kind, chosen)
    terms = preview_terms(at, kind, chosen) if last and reason is None else ()
    person = None
    if slot.kind in ("person", "subject") and value in at.atlas.index["people"]:
        person = person_view(at.seen, at.atlas.index["people"][value])
    return TargetView(
        id=value,
        label=_label(at, slot, value),
        detail=_detail(at, slot, value),
        locked_reason=closed,
        person=person,
        forecast=chance(at, kind, chosen) if last and reason is None else "",
        terms=terms,
        total=sum(term.amount for term in terms),
    )


def _no_answer(kind: OrderType, filled: Mapping[str, str]) -> str:
    """Why a value leads nowhere: nothing could fill the blank after it."""
    after = next(one for one in kind.slots if one.name not in filled)
    return f"There is no answer to what is asked next: {after.prompt or after.kind.replace('_', ' ')}"


def _label(at: Scene, slot: Slot, value: str) -> str:
    if slot.kind == "choice":
        return dict(slot.choices).get(value) or ("nothing more" if value == "none" else at.words.name(value))
    if slot.kind == "motion":
        return at.words.motion_name(value)
    if slot.kind == "pole":
        axis_id, _, pole = value.partition(":")
        axis = at.scenario.axes[at.atlas.index["axes"][axis_id]]
        return axis.high_name if pole == axis.high else axis.low_name
    if slot.kind == "term":
        return at.words.label(f"term_{value}").removeprefix("term ").capitalize()
    post, person = _nomination(at, slot, value)
    if person >= 0:
        return f"{at.scenario.people[person].name} as {at.words.post(at.scenario.posts[post].id)}"
    return at.words.name(value) if value else "No subject"


def _detail(at: Scene, slot: Slot, value: str) -> str:
    state = at.seen
    if slot.kind == "region":
        region = at.atlas.index["regions"][value]
        post = at.atlas.first_secretary[region]
        holder = int(state.holder[post]) if post >= 0 else -1
        name = at.scenario.people[holder].surname if holder >= 0 else "no first secretary"
        return f"{name}; {thousands(int(state.members[region] + state.novices[region]))} {at.words.label('members')}"
    if slot.kind == "person":
        person = at.atlas.index["people"][value]
        opinion = number(int(state.opinion[person, at.who]), 1, signed=True)
        face = person_view(state, person)
        where = ", ".join(part for part in (face.role, face.status_text) if part)
        return "; ".join(part for part in (where, f"thinks {opinion} of you") if part)
    if slot.kind == "post":
        holder = int(state.holder[at.atlas.index["posts"][value]])
        return at.scenario.people[holder].surname if holder >= 0 else "vacant"
    if slot.kind == "motion_type":
        return _motion_detail(at, at.scenario.motions[at.atlas.index["motions"][value]])
    if slot.kind == "body":
        sitting = motions.next_sitting(at.table.game.state, at.atlas.index["bodies"][value])
        return f"sits on {day_text(sitting.day)}" if sitting else ""
    if slot.kind == "subject" and value in at.atlas.index["people"]:
        face = person_view(at.seen, at.atlas.index["people"][value])
        return face.status_text or face.role
    if _nomination(at, slot, value)[1] >= 0:
        return person_view(state, _nomination(at, slot, value)[1]).role
    if slot.kind == "term" and value == "post":
        vacant = offers.weightiest_vacancy(at.seen)
        return at.words.name(vacant) if vacant else "nothing is vacant"
    if slot.kind == "document":
        return at.scenario.documents[at.atlas.index["documents"][value]].gist
    if slot.kind == "thesis":
        return at.scenario.theses[at.atlas.index["theses"][value]].gist
    return ""


def _motion_detail(at: Scene, kind: MotionType) -> str:
    """What a kind of motion is for, what it costs and what carries it."""
    price = f"from {kind.credit} {at.words.label('credit')}" if kind.credit else ""
    wins = "" if kind.threshold == "majority" else "two thirds must vote for it"
    return "; ".join(part for part in (kind.about.rstrip("."), price, wins) if part)


def cautions(kind: OrderType) -> tuple[tuple[str, str], ...]:
    """What the scenario says beside the effects of an order, each under its word."""
    said = (("Delay", kind.delay), ("Risk", kind.risk), ("Against it", kind.counter))
    return tuple((word, text) for word, text in said if text)


def preview_terms(at: Scene, kind: OrderType, filled: Mapping[str, str]) -> tuple[TermView, ...]:
    """What the order would do, term by term, as far as the seat can know; nothing is drawn."""
    context = Context(at.seen, symbols(at.id, filled), f"order {kind.id}")
    return tuple(described(at, kind.effects, context))


def chance(at: Scene, kind: OrderType, filled: Mapping[str, str]) -> str:
    """The chance that matters for an order: that an offer is accepted, that a motion carries.

    Whoever moves has declared himself and nobody else has yet: the others stand as a rival in this seat would expect.
    """
    verbs = {effect.verb for effect in kind.effects}
    if "offer" in verbs:
        offer = considered_offer(at, filled)
        line, chance = forecast.offer(at.seen, offer)  # what the giver thinks of it is the giver's to judge
        reason = offers.worst(line) if line.total <= 0 else None
        against = f"; against it: {at.words.reason(reason)}" if reason else ""
        return f"accepts {chance // 10} in 100{against}"
    if "table" in verbs:
        motion = considered_motion(at, filled)
        if motion is not None:
            expected = foresight.answered(at.judge, motion)
            return f"carries {forecast.vote(at.seen, expected).chance // 10} in 100 if the leaders stand as expected"
    return ""


def considered_offer(at: Scene, filled: Mapping[str, str]) -> Offer:
    """The offer an order would make."""
    people = at.atlas.index["people"]
    other = at.atlas.bloc_led[people[str(filled["target"])]]
    term, choice = str(filled.get("term", "alliance")), str(filled.get("choice", ""))
    return offers.proposed(at.seen, at.bloc, other, term, choice)


def considered_motion(at: Scene, filled: Mapping[str, str]) -> Motion | None:
    """The motion an order would move; None if the body does not sit."""
    atlas = Atlas.of(at.scenario)
    body = atlas.index["bodies"].get(str(filled.get("body")), -1)
    sitting = motions.next_sitting(at.seen, body) if body >= 0 else None
    if sitting is None:
        return None
    kind = at.scenario.motions[atlas.index["motions"][str(filled["motion_type"])]]
    subject = str(filled.get("subject", ""))
    name = f"{sitting.meeting}/{kind.id}/{subject}"
    return Motion(name, kind.id, body, sitting.meeting, (at.who,), kind.subject, subject)


def whole(at: Scene, kind: str, filled: Mapping[str, str]) -> Order:
    """The order with its blanks filled."""
    return Order.of(at.id, kind, **dict(filled))


def price_text(at: Scene, order: Order) -> str:
    """What an order costs, in words."""
    price = cost(at.table.game.state, order)
    parts = [f"{price.orders} order{'s' if price.orders != 1 else ''}" if price.orders else "no order"]
    if price.credit:
        parts.append(f"{price.credit} {at.words.label('credit')}")
    if price.authority:
        parts.append(f"{price.authority} authority")
    if price.health:
        parts.append(f"{price.health} health")
    return ", ".join(parts)


def locked(at: Scene, order: Order) -> str:
    """Why an order is not open, or nothing."""
    reason = why_not(at.table.game.state, order)
    return reason.text if reason else ""


__all__ = [
    "Ahead", "BlankView", "ahead", "chance", "locked", "menu", "next_blank", "preview_terms", "price_text", "whole",
]  # fmt: skip
