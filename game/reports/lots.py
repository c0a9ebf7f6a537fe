"""What seats drew by lot, as sentences and rows for a page and for the terminal."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import Any

from game.scenario.model import Scenario
from game.views.wording import Wording

#: Sentences for the terminal are broken here.
WIDTH = 100
#: So many seats with the largest gains and the largest losses are listed.
MOST = 8
#: What plans are called; families of orders are called by themselves.
PLANS = {
    "organise": "only organising", "agitate": "only agitating", "ally": "only agreements", "secretary": "a secretary",
}  # fmt: skip


def sentences(drawn: dict[str, Any]) -> Iterator[str]:
    """What was drawn and how to read the rows."""
    if drawn["kind"] == "orders":
        yield "By lot each seat lacked each type of order in a tenth of the games, whatever else was lacking."
        yield (
            "Difference: the full aim without the type less with it, in points of a hundred, over the seats that "
            "give it in a twentieth of their games or more; above 0 they fare better without."
        )
    else:
        yield "By lot half of the seats were secretaries, the others clerks, three in four held to one family."
        yield "Difference: the full aim with the plan less that of a clerk in the same seat, in points of a hundred."
    count, sure = len(drawn["by_seat"]), sum(one["sure"] for one in drawn["by_seat"])
    yield (
        f"Comparisons seat by seat: {count}. Intervals that leave out 0: {drawn['beyond_chance']}, where chance "
        f"alone gives about {count / 20:.0f}; with all comparisons counted together: {sure}."
    )


def rows(scenario: Scenario, drawn: dict[str, Any]) -> list[list[str]]:
    """Per type or plan: name, seats, full aims here and there, and the differences with their intervals."""
    return [[_name(scenario, one["id"]), str(len(one["seats"])), *_cells(one)] for one in drawn["rows"]]


def extremes(scenario: Scenario, drawn: dict[str, Any]) -> list[list[str]]:
    """The same of single seats: the largest gains, then the largest losses, sure ones marked."""
    words = Wording(scenario)
    order = sorted(drawn["by_seat"], key=lambda one: (-one["full"]["difference"], one["id"], one["seats"]))
    chosen = order if len(order) <= 2 * MOST else [*order[:MOST], *order[-MOST:]]
    return [
        [_name(scenario, one["id"]), words.person(one["seats"][0]), *_cells(one), "yes" if one["sure"] else ""]
        for one in chosen
    ]


def _name(scenario: Scenario, what: str) -> str:
    names = {one.id: one.name for one in scenario.orders}
    return PLANS.get(what) or names.get(what, what)


def _cells(one: dict[str, Any]) -> list[str]:
    counts = [f"{one[side]['full']} of {one[side]['worlds']}" for side in ("here", "there")]
    return [*counts, _difference(one["full"], 100), _difference(one["points"], 1)]


def _difference(row: dict[str, float], scale: int) -> str:
    figures = (round(scale * row[key]) for key in ("difference", "low", "high"))
    middle, low, high = (f"{figure:+d}" if figure else "0" for figure in figures)
    return f"{middle} ({low} to {high})"


def lines(scenario: Scenario, drawn: dict[str, Any]) -> Iterator[str]:
    """The section on lots for the terminal."""
    yield ""
    yield "By lot"
    for sentence in sentences(drawn):
        yield from wrap(sentence, WIDTH, initial_indent="  ", subsequent_indent="  ")
    form = "  {:28} {:>5}  {:>13}  {:>13}  {:>18}  {:>18}"
    yield form.format("", "seats", "full here", "full there", "difference (95 %)", "points (95 %)")
    for row in rows(scenario, drawn):
        yield form.format(row[0][:28], *row[1:])
    yield ""
    yield "  Single seats, the largest gains and losses"
    form = "  {:28} {:12}  {:>11}  {:>11}  {:>18}  {:>18}  {}"
    yield form.format("", "seat", "full here", "full there", "difference (95 %)", "points (95 %)", "sure")
    for row in extremes(scenario, drawn):
        yield form.format(row[0][:28], row[1][:12], *row[2:]).rstrip()
