"""The country: its quantities and grievances, where they go by themselves, and who moved them."""

from __future__ import annotations

from dataclasses import replace

from game.scenario.model import Quantity
from game.views.causes import dated
from game.views.organisations import changed_figure
from game.views.parts import Scene, number
from game.views.shapes import FigureView, Mark, TermView
from game.views.sums import plural

#: So many changes of a quantity are listed singly; of more the older ones are one line that opens.
LISTED = 8
#: So many organisations are named for their grievance.
ANGRY = 4


def quantity_figure(at: Scene, place: int) -> FigureView:
    """A quantity of the world: where it began, the acts and events that moved it, and its own drift."""
    data, value = at.scenario.quantities[place], int(at.seen.quantities[place])
    terms = [TermView("As the scenario opens", data.start, Mark.FACT, decimals=1)]
    changes, drift = _changes(at, data.id, value - data.start)
    terms += changes
    if drift:
        terms.append(TermView(f"Drift towards {number(data.rest, 1)}", drift, decimals=1))
    return FigureView(data.name, number(value, 1), "of 100", tuple(terms), value, value, 1)


def quantity_words(data: Quantity, value: int) -> str:
    """Where a quantity stands, and where it goes if nobody does anything."""
    now, rest = number(value, 1), number(data.rest, 1)
    step = abs(data.rest - value) * data.drift // 1000
    if not step:
        return f"{now} of 100."
    way = "up" if data.rest > value else "down"
    return f"{now} of 100. Left alone it goes {way} to {rest}, by about {number(step, 1)} this turn."


def country(at: Scene) -> tuple[tuple[FigureView, str], ...]:
    """Every quantity with the words for it, and the organisations with the greatest grievance."""
    found = [
        (quantity_figure(at, place), quantity_words(data, int(at.seen.quantities[place])))
        for place, data in enumerate(at.scenario.quantities)
    ]
    return (*found, *((figure, "") for figure in grievances(at)))


def grievances(at: Scene) -> list[FigureView]:
    """Anger with the leadership where it is greatest, as far as the seat sees it."""
    places = range(len(at.scenario.regions))
    angry = sorted(places, key=lambda place: -int(at.seen.grievance[place]))[:ANGRY]
    found = []
    for place in angry:
        figure = changed_figure(at, place, "grievance")
        if figure.mark is not Mark.UNKNOWN:
            region = at.scenario.regions[place]
            found.append(replace(figure, label=f"{figure.label}, {region.short or region.name}", codex=""))
    return found


def _changes(at: Scene, key: str, total: int) -> tuple[list[TermView], int]:
    """Changes by acts and events, and what drift made of the rest."""
    found = [
        TermView(dated(at, record), int(record.data.get("amount", 0)), decimals=1)
        for record in at.table.game.records
        if record.kind == "quantity" and key in record.about and record.data.get("amount")
    ]
    amount = sum(term.amount for term in found)
    older, recent = found[:-LISTED], found[-LISTED:]
    if older:
        words = plural(len(older), "earlier act or event", "earlier acts and events")
        summed = TermView(words, sum(term.amount for term in older), terms=tuple(older), decimals=1)
        return [summed, *recent], total - amount
    return recent, total - amount
