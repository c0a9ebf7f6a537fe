"""Twin worlds asked for from the window: played in a process of their own, with a bar that can be stopped."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from game.lab.ahead import Question
from game.lab.apart import Apart, ApartError, Why
from game.saves import dump
from game.ui.jobs import Job
from game.ui.widgets import notice

if TYPE_CHECKING:
    from game.ui.flow import Conductor

#: Pairs of twins of an order, and turns they go beyond today while a game lasts.
PAIRS, BEYOND = 12, 6


def ask(conductor: Conductor, title: str, question: Why | Question, then: Callable[[Any], object]) -> None:
    """Have a question answered beside the window; what goes wrong is told, unless it was stopped by hand."""
    apart = Apart(question)

    def work(report: Callable[[int, str], None]) -> Any:
        return apart.answer(lambda done, of: report(1000 * done // max(of, 1), f"{done} of {of} worlds"))

    def done(job: Job[Any]) -> None:
        if job.error is None:
            then(job.result)
        elif not apart.stopped:
            reason = str(job.error) if isinstance(job.error, ApartError) else type(job.error).__name__
            notice(conductor.app.stage, "It cannot be said", f"{reason[:1].upper()}{reason[1:]}.")

    conductor.app.job(work, done, reports=True, title=title, on_stop=apart.stop)


def why(conductor: Conductor, line: int, then: Callable[[dict[str, Any]], object]) -> None:
    """Twin worlds with and without the order of a line of this game."""
    game = conductor.game
    last = game.scenario.turns
    if game.decision is not None:
        last = min(last, game.state.turn + BEYOND)
    question = Why(game.scenario.folder, game.scenario.digest, dump(game), line, PAIRS, last)
    ask(conductor, f"{PAIRS} pairs of twin worlds", question, then)
