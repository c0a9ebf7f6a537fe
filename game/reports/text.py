"""A run in a few lines for the terminal."""

from __future__ import annotations

from game.engine import outcome
from game.engine.digest import digest
from game.lab.table import Table
from game.views.wording import Wording


def summary(table: Table) -> str:
    """Leader, scores, score of divergence, first departure and the digest."""
    game, log = table.game, table.log
    scenario = game.scenario
    leader, kind = outcome.leader(game.state)
    name = scenario.people[leader].name if leader is not None and leader >= 0 else "nobody"
    lines = [
        f"{scenario.title}: {log.closed} of {scenario.turns} turns, seed {game.setup.seed}, "
        f"rivals {game.setup.manner}",
        f"Leader: {name} ({kind})",
        f"Votes: {len(game.state.ballots)}; divergences: {len(log.entries)}; "
        f"divergence {log.score.get(log.closed, 0) // 10} of 100",
    ]
    first = log.first_departure(game.records)
    if first is not None:
        history = f" (in history: {first.instead})" if first.instead else ""
        lines.append(f"First departure, {first.day}: {Wording(scenario).sentence(first.act)}{history}")
    lines.append(f"Digest: {digest(game.state)}")
    return "\n".join(lines)
