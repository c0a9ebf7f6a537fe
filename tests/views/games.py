"""Games some turns in, played by everybody's own judgement, and every figure of a view."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from functools import lru_cache

from game.ai import decide
from game.lab.table import Table
from game.saves import Setup
from game.scenario import find, load
from game.scenario.model import Scenario
from game.views.shapes import FigureView, TermView

SMALL = "harbour-union"


@lru_cache(maxsize=4)
def scenario(name: str = SMALL) -> Scenario:
    """A scenario, loaded once."""
    return load(find(name))


def steps(seat: str, seed: int = 1, name: str = SMALL) -> Iterator[Table]:
    """A table at each decision of ``seat`` until the game is over, and once after it."""
    table = Table.new(scenario(name), Setup(seed=seed, humans=(seat,)))
    game = table.game
    while (decision := game.decision) is not None:
        if game.human_to_act:
            yield table
        order, why = decide(game.state, decision, "free", game.setup.strength, table.luck)
        game.give(order, why)
    yield table


def played(seat: str, turn: int, seed: int = 1, name: str = SMALL) -> Table:
    """A table at the first decision of ``seat`` in or after a turn."""
    return next(table for table in steps(seat, seed, name) if table.game.state.turn >= turn)


def figures(view: object) -> Iterator[FigureView]:
    """Every figure anywhere in a view."""
    if isinstance(view, FigureView):
        yield view
    elif dataclasses.is_dataclass(view) and not isinstance(view, type):
        for one in dataclasses.fields(view):
            yield from figures(getattr(view, one.name))
    elif isinstance(view, tuple | list):
        for one in view:
            yield from figures(one)


def faults(figure: FigureView) -> list[str]:
    """Where terms do not sum to what they stand under."""
    return list(_faults(figure.label, figure.terms, figure.total))


def _faults(label: str, terms: tuple[TermView, ...], total: int) -> Iterator[str]:
    if terms and sum(term.amount for term in terms) != total:
        yield f"{label}: {total}, terms {[(t.label, t.amount) for t in terms]}"
    for term in terms:
        yield from _faults(term.label, term.terms, term.amount)
