"""What had come of a game when it was saved: few figures, kept in the save, so that a class is read quickly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.chronicle import Chronicle, Divergence
from game.chronicle.historical import is_act
from game.engine import outcome
from game.engine.order import CHOOSE
from game.engine.record import Record
from game.saves import Game

#: Heaviest divergences kept.
KEPT = 12


def result(game: Game, log: Chronicle) -> dict[str, Any]:
    """Outcome, scores, divergence by turn, first departure, decisions and heaviest divergences; JSON-able.

    Scores are points, divergence thousandths, weights thousandths of a point.
    """
    state, scenario = game.state, game.scenario
    leader, kind = outcome.leader(state)
    people = scenario.index["people"]
    return {
        "closed": log.closed,
        "over": game.decision is None,
        "leader": scenario.people[leader].id if leader is not None and leader >= 0 else "",
        "kind": kind,
        "scores": {one.person: outcome.score(state, people[one.person]).total for one in scenario.contenders},
        "divergence": [[turn, score] for turn, score in sorted(log.score.items())],
        "departure": _departure(game, log),
        "own": _own(game, log),
        "choices": _choices(game),
        "heaviest": _heaviest(log),
    }


def _departure(game: Game, log: Chronicle) -> dict[str, Any] | None:
    """The first departure, whoever's it is."""
    first = log.first_departure(game.records)
    return None if first is None else {**_act(first.act), "here": first.entry.here}


def _own(game: Game, log: Chronicle) -> dict[str, Any] | None:
    """The first act of a person at the table behind one of the heaviest divergences."""
    behind = (record for one in _heavy(log) for record in log.path(one, game.records))
    acts = [record for record in behind if record.who in game.setup.humans and is_act(record)]
    return _act(min(acts, key=lambda record: record.number)) if acts else None


def _act(record: Record) -> dict[str, Any]:
    """Who did what when: the order, or the kind of act with the option taken."""
    return {
        "turn": record.turn,
        "date": record.day.isoformat(),
        "who": str(record.who),
        "act": str(record.data.get("order") or record.kind),
        "option": str(record.data.get("option") or ""),
        "about": list(record.about),
    }


def _choices(game: Game) -> list[list[str]]:
    """Each decision taken, as hinge, option and who took it, in the order of the scenario; only since play began."""
    begun = _begun(game)
    taken: dict[str, list[str]] = {}
    for line in game.lines[begun:]:
        order = line.order
        if order is not None and order.get("hinge") and order.get("option") and order.kind == CHOOSE:
            taken[str(order.get("hinge"))] = [str(order.get("hinge")), str(order.get("option")), order.who]
    return [taken[hinge.id] for hinge in game.scenario.hinges if hinge.id in taken]


def _begun(game: Game) -> int:
    """Number of lines of the past before the game."""
    corrected: Sequence[int] = [number for number, line in enumerate(game.lines, 1) if line.opening is not None]
    return corrected[-1] if corrected else 0


def _heaviest(log: Chronicle) -> list[dict[str, Any]]:
    return [
        {"key": one.key, "turn": one.turn, "weight": one.weight, "was": one.was, "here": one.here}
        for one in _heavy(log)
    ]


def _heavy(log: Chronicle) -> list[Divergence]:
    return sorted(log.entries, key=lambda one: (-one.weight, one.turn, one.key))[:KEPT]
