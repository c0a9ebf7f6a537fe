"""Giving an order in the terminal: its blanks one by one, what each answer would do, and the price."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from game.engine import IllegalOrder
from game.engine.order import Order
from game.text.page import Page, whole
from game.text.seat import Seat
from game.views import orders as order_views
from game.views.parts import Scene, number
from game.views.shapes import OrderView, TargetView, TermView

#: Blanks that left no choice: what was asked and what filled it.
Settled = Sequence[tuple[str, TargetView]]
#: A list no longer than this, of answers that say nothing else of themselves, tells of each what it would do.
EXPLAINED = 6
#: So many names that are not open for one reason are written out.
NAMED = 4


def give(seat: Seat, order: Order) -> None:
    """Give an order; a refusal is said."""
    try:
        seat.table.give(order)
    except IllegalOrder as refused:
        seat.say(f"Not allowed: {refused}")


def ask_order(seat: Seat, order: OrderView) -> None:
    """Ask for the blanks one by one, say what it would do, and give it."""
    if order.locked_reason:
        seat.say(f"{order.button}: {order.locked_reason}")
        return
    chosen: dict[str, str] = {}
    while (blank := (ahead := order_views.ahead(seat.at(), order.kind, chosen)).blank) is not None:
        seat.show(targets(seat.at(), order, blank, ahead.settled))
        if blank.nothing:
            return
        line = seat.ask(f"{blank.prompt} ")
        if not line:
            return
        found = named(blank.targets, line)
        if found is None:
            seat.say("Give a number of the list, or a name that begins so.")
        elif found.locked_reason:
            seat.say(found.locked_reason)
        else:
            chosen = {**ahead.filled, blank.slot: found.id}
    _confirmed(seat, order, ahead)


def named(found: tuple[TargetView, ...], line: str) -> TargetView | None:
    """The target of a number, or the only open one whose label begins as typed."""
    if 1 <= whole(line) <= len(found):
        return found[whole(line) - 1]
    begun = [one for one in found if len(line) > 1 and one.label.lower().startswith(line.lower())]
    exact = [one for one in begun if one.label.lower() == line.lower()]
    return (exact or begun)[0] if len(exact) == 1 or len(begun) == 1 else None


def targets(at: Scene, order: OrderView, blank: order_views.BlankView, settled: Settled = ()) -> Page:
    """What may fill a blank: the open ones with a chance or, in a short list, effects; the rest by their reasons."""
    page = Page()
    page.part(blank.prompt, f"{order.button}; a number or a name; empty line goes back")
    _no_choice(page, settled)
    if blank.nothing:
        page.say(blank.nothing, 2)
    open_ = [(place, one) for place, one in enumerate(blank.targets, 1) if not one.locked_reason]
    for place, target in open_:
        chance = f"  {target.forecast}" if target.forecast else ""
        page.item(f"{place:>2}.", f"{target.label}{chance}", target.detail)
        if len(open_) <= EXPLAINED and not target.forecast and not target.detail:
            _effects(page, target.terms)
    reasons: dict[str, list[str]] = {}
    for target in blank.targets:
        if target.locked_reason:
            reasons.setdefault(target.locked_reason, []).append(target.label)
    for reason, labels in reasons.items():
        rest = f" and {len(labels) - NAMED} more" if len(labels) > NAMED else ""
        page.item(" x.", f"{', '.join(labels[:NAMED])}{rest}: {reason}")
    return page


def _effects(page: Page, terms: Iterable[TermView]) -> None:
    told = [effect(one) for one in terms if one.amount or not one.decimals]
    if told:
        page.say("; ".join(told), 6)


def effect(term: TermView) -> str:
    """An effect with its amount; a figure that would not move is said to stay."""
    if term.amount:
        return f"{term.label} {number(term.amount, term.decimals, signed=True)}"
    return f"{term.label} ±0" if term.decimals else term.label


def _no_choice(page: Page, settled: Settled) -> None:
    """What filled blanks by itself, because there was nothing else."""
    for prompt, target in settled:
        if target.id:
            page.item("=", f"{prompt} {target.label}; there is no other.", target.detail)


def _confirmed(seat: Seat, order: OrderView, ahead: order_views.Ahead) -> None:
    """Say the price and the effects; ask about the irreversible and about what no list has shown; give the rest."""
    at, filled = seat.at(), ahead.filled
    ready = order_views.whole(at, order.kind, filled)
    page = Page()
    _no_choice(page, ahead.settled)
    page.item("*", f"{order.button}: {order_views.price_text(at, ready)}")
    kind = order_views.order_type(at, order.kind)
    if ahead.unseen and (chance := order_views.chance(at, kind, filled)):
        page.item("  -", chance)
    for term in order_views.preview_terms(at, kind, filled):
        page.item("  -", effect(term))
    for word, text in order_views.cautions(kind):
        page.say(f"{word}: {text}", 2)
    seat.show(page)
    question = f"{order.irreversible} Do it?" if order.irreversible else "Give it?" if ahead.unseen else ""
    if question and seat.ask(f"{question} (yes/no) ") not in ("yes", "y"):
        return
    give(seat, ready)
