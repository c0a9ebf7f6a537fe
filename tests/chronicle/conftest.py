"""The small scenario along its historical line, with the world as it stood at the close of each turn."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from game.chronicle.case import Case
from game.chronicle.compare import findings
from game.chronicle.record_book import RecordBook
from game.engine.state import State
from game.lab.table import Table
from game.saves import Setup


@dataclass(frozen=True)
class Close:
    """The close of a turn: a world to be changed, and what the comparison finds in it."""

    book: RecordBook
    state: State
    turn: int
    records: list

    def find(self, state=None):
        """Findings by key, in this world or a changed one."""
        return {one.key: one for one in findings(Case(self.book, state or self.state, self.turn, self.records))}

    def new(self, change):
        """Findings that a change of the world brings; ``change`` is given a copy of it."""
        twin = self.state.copy()
        change(twin)
        before = self.find()
        return [one for key, one in self.find(twin).items() if key not in before]


@pytest.fixture(scope="session")
def closes(harbour):
    """Turn -> Close, along the historical line."""
    table, kept, book = Table.new(harbour, Setup(rivals="rails")), {}, RecordBook(harbour)
    log = table.game.on_close

    def keep(state, records):
        kept[state.turn] = Close(book, state.copy(), state.turn, list(records))
        log(state, records)

    table.game.on_close = keep
    table.advance()
    assert sorted(kept) == list(range(1, harbour.turns + 1))
    return kept


@pytest.fixture(scope="session")
def place(harbour):
    """The position of an id: ``place("people", "quist")``."""
    return lambda kind, name: harbour.index[kind][name]
