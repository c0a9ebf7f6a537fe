"""A file of orders for one seat: what ``run --as WHO --orders FILE`` plays.

One order a line, the turn first, then the order without its person; ``#`` begins a comment::

    1  choose hinge="..." option="b"
    3  speak region="..."

In a turn the orders are given in the order of the file as soon as each is open. A decision the file says
nothing about is left to the seat's own judgement, an order window is closed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from game import engine
from game.engine.order import CHOOSE, DONE, REPLY, VOICE, Order
from game.engine.state import Decision, State
from game.scenario.model import Scenario

LIMIT = 1_000_000  # bytes


class ScriptError(Exception):
    """An order file that cannot be followed; the message names file and line."""


@dataclass(slots=True)
class Entry:
    """One order of the file."""

    turn: int
    order: Order
    line: int
    given: bool = False
    refused: str = ""


@dataclass(slots=True)
class Script:
    """The orders of a seat, each given once."""

    path: Path
    entries: list[Entry] = field(default_factory=list)

    def next(self, state: State, decision: Decision) -> Order | None:
        """The next order of the file that is open now; DONE for a window the file leaves; None for the rest."""
        for entry in self.entries:
            if entry.given or entry.turn != state.turn or not _fits(entry.order, decision):
                continue
            reason = engine.why_not(state, entry.order)
            if reason is None:
                entry.given = True
                return entry.order
            if not entry.refused or reason.id != "window":
                entry.refused = reason.text
        if decision.kind in ("window", "session"):
            who = state.scenario.people[decision.who].id
            return Order.of(who, DONE)
        return None

    def finish(self) -> None:
        """ScriptError naming the first order that never became possible."""
        for entry in self.entries:
            if not entry.given:
                why = entry.refused or "the game never asked for it"
                raise ScriptError(f"{self.path}:{entry.line}: {entry.order.kind} was not possible: {why}")


def _fits(order: Order, decision: Decision) -> bool:
    """Whether an order answers the kind of decision the game waits for."""
    if order.kind == CHOOSE:
        return decision.kind == "hinge" and order.get("hinge") == decision.about
    if order.kind == REPLY:
        return decision.kind == "offer"
    if order.kind == VOICE:
        return decision.kind == "voice" and order.get("hinge") == decision.about
    return decision.kind in ("window", "session")


def read_script(path: Path, scenario: Scenario, humans: tuple[str, ...]) -> Script:
    """Read an order file for the seat ``humans[0]``; ScriptError with file and line."""
    try:
        if path.exists() and not path.is_file():
            raise ScriptError(f"{path} is not a file; give a text file of orders")
        if path.stat().st_size > LIMIT:
            raise ScriptError(f"{path} is too large for a file of orders")
        rows = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError):
        raise ScriptError(f"{path} could not be read; give a text file of orders") from None
    known = {one.id for one in scenario.orders} | set(engine.NATIVE)
    script = Script(path)
    for number, row in enumerate(rows, 1):
        text = row.split("#", 1)[0].strip()
        if text:
            script.entries.append(_entry(path, number, text, humans[0], known, scenario.turns))
    return script


def _entry(path: Path, line: int, text: str, who: str, known: set[str], turns: int) -> Entry:
    word, _, rest = text.partition(" ")
    if not word.isdecimal() or len(word) > 9 or not 1 <= int(word) <= turns:
        raise ScriptError(f"{path}:{line}: begin the line with a turn, 1 to {turns}")
    try:
        order = Order.parse(f"{who} {rest.strip()}")
    except ValueError as error:
        raise ScriptError(f"{path}:{line}: {error}") from None
    if order.kind not in known:
        raise ScriptError(f"{path}:{line}: there is no order '{order.kind}' in this scenario")
    return Entry(int(word), order, line)
