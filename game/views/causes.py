"""What moved a figure: the records that changed it, named by the acts and events behind them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from game.engine.record import Record
from game.views.news import visible
from game.views.parts import Scene, day_text
from game.views.shapes import TermView

#: What stands for a change whose cause the reader may not know, and for what no record accounts for.
HIDDEN, REST = "Acts and events", "The rest, of itself"


def cause(at: Scene, record: Record) -> str:
    """The act or event that brought a change about, as far as the seat may read it."""
    records = at.table.game.records
    for number in record.causes:
        if 0 <= number < len(records) and visible(records[number], at.id):
            return at.words.sentence(records[number])
    return HIDDEN


def dated(at: Scene, record: Record) -> str:
    """The same with its day."""
    return f"{cause(at, record)}, {day_text(record.day)}"


def since(at: Scene, turn: int, kind: str, name: str, moved: int) -> tuple[TermView, ...]:
    """What has moved a figure of somebody by ``moved`` since the opening of a turn, the weightiest first."""
    sums: dict[str, int] = {}
    for record in _since(at.table.game.records, turn):
        if record.kind != kind:
            continue
        amount = int(record.data.get("amount", 0) or 0) if name in record.about[:1] else 0
        amount += int(dict(record.data.get("others", {})).get(name, 0))
        if amount:
            words = cause(at, record)
            sums[words] = sums.get(words, 0) + amount
    found = sorted((pair for pair in sums.items() if pair[1]), key=lambda pair: -abs(pair[1]))
    rest = moved - sum(amount for _, amount in found)
    terms = [TermView(words, amount) for words, amount in found]
    return tuple(terms + ([TermView(REST, rest)] if rest else []))


def _since(records: Sequence[Record], turn: int) -> list[Record]:
    """Records of a turn and later, looked for from the end: a long game has thousands before them."""
    return list(takewhile(lambda record: record.turn >= turn, reversed(records)))[::-1]
