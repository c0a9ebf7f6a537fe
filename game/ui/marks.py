"""Where a seat stands in the course of a game: what it was shown, and which decision it is at."""

from __future__ import annotations

from dataclasses import dataclass

from game.saves import Game


@dataclass(slots=True)
class Mark:
    """What a seat has been shown: records, votes, the turn of its last digest and where that one began."""

    records: int = 0
    ballots: int = 0
    turn: int = 0
    told: int = 0


def moment(game: Game) -> tuple[object, ...]:
    """What tells one decision of a game from another."""
    decision = game.decision
    return (
        (None,)
        if decision is None
        else (decision.kind, decision.who, decision.about, decision.group, game.state.turn)
    )


def records_before(game: Game) -> int:
    """Number of records before the present turn."""
    return next((r.number for r in game.records if r.turn >= game.state.turn), 0)
