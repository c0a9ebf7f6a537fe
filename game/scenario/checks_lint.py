"""What only looks odd: ids nobody uses, texts that are missing, people who act outside their life, conditions
that can never hold. All of it is a warning.
"""

from __future__ import annotations

import ast
import operator
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from game.scenario import vocabulary
from game.scenario.draft import Draft, Item, Notes
from game.scenario.model import Expression
from game.scenario.reading import Node

#: Lists whose items are of no use if nothing names them; a rule that is on or a text that comes out is felt.
NAMED = ("quantities", "rules", "motions", "documents", "theses", "pacts")
#: What makes an item felt that nothing names.
FELT = ("on", "role", "launch", "attack", "surfacings", "at_start", "since")
#: Texts a player reads: list -> keys.
READ = {
    "hinges": ("situation", "question"),
    "events": ("story",),
    "contenders": ("title", "aim"),
    "people": ("role",),
}
_WORD = re.compile(r"[a-z][a-z0-9_]*")
_POWER = re.compile(r"power\(SELF, '(\w+)'\)")
_RANGE = re.compile(r"(-?\d+)\.\.(\d+)")
_COMPARE: dict[type, Any] = {
    ast.Lt: operator.lt, ast.LtE: operator.le, ast.Gt: operator.gt, ast.GtE: operator.ge,
}  # fmt: skip


def check_lint(draft: Draft, notes: Notes) -> None:
    """Note warnings."""
    _unused(draft, notes)
    _texts(draft, notes)
    if draft.head is None:
        return
    _hinges(draft, notes)
    _lives(draft, notes)
    _powers(draft, notes)
    _conditions(draft, notes)


def _unused(draft: Draft, notes: Notes) -> None:
    """Things with an id that no other part names."""
    seen: Counter[str] = Counter()
    for items in draft.items.values():
        for item in items:
            seen.update(set(_words(item.node.data)))
    if draft.head is not None:
        seen.update(set(_words(draft.head.settings)))
    for section in NAMED:
        for item in draft.of(section):
            felt = any(getattr(item.made, key, False) for key in FELT)
            if seen[item.made.id] < 2 and not felt:
                notes.warn(item, "id", f"nothing names {item.made.id}", "use it, or leave it out")


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield from _WORD.findall(data)
    elif isinstance(data, dict):
        for key, value in data.items():
            yield from _words(key)
            yield from _words(value)
    elif isinstance(data, list):
        for value in data:
            yield from _words(value)


def _texts(draft: Draft, notes: Notes) -> None:
    """Texts a player reads are there."""
    for section, keys in READ.items():
        seats = {item.made.person for item in draft.of("contenders")}
        for item in draft.of(section):
            for key in keys:
                wanted = section != "people" or item.made.id in seats
                if wanted and not str(getattr(item.made, key)).strip():
                    notes.warn(item, "id", f"{key} is missing: players read it", f"add {key}:")


def _hinges(draft: Draft, notes: Notes) -> None:
    """Where there is a record, a hinge says what history chose."""
    if not draft.items.get("history"):
        return
    for item in draft.of("hinges"):
        asked = sorted({option.decider for option in item.made.options} & {*range(len(item.made.deciders))})
        open_ = [group for group in asked if not any(o.historical for o in item.made.options if o.decider == group)]
        if open_ and open_ == asked:
            notes.warn(item, "options", "no option is history's", "add historical: true to one")
        elif open_:
            what = f"no option of decider {open_[0]} is history's"
            notes.warn(item, "options", what, "add historical: true to one, or an option of doing nothing")


def _lives(draft: Draft, notes: Notes) -> None:
    """People called upon are alive then."""
    people = draft.made("people")
    for section in ("hinges", "events"):
        for item in draft.of(section):
            for place, name in enumerate(item.made.cast):
                _alive(notes, item, ("cast", place), people.get(name), item.made.opens, item.made.closes)
    for item in draft.of("contenders"):
        _alive(notes, item, ("person",), people.get(item.made.person), draft.head.start, draft.head.start)
    for item in draft.of("history"):
        day = _turn_opens(draft, item.made.turn)
        _alive(notes, item, ("who",), people.get(item.made.who), day, day)


def _alive(notes: Notes, item: Item, where: tuple[Any, ...], person: Any, first: date, last: date) -> None:
    if person is not None and person.died is not None and person.died < first:
        notes.warn(item, where, f"{person.id} died on {person.died.isoformat()}", "name somebody who lives then")
    if person is not None and person.born is not None and person.born > last:
        notes.warn(item, where, f"{person.id} was born on {person.born.isoformat()}", "name somebody who lives then")


def _turn_opens(draft: Draft, turn: int) -> date:
    months = draft.head.start.month - 1 + (turn - 1) * draft.head.turn_months
    return date(draft.head.start.year + months // 12, months % 12 + 1, 1)


def _powers(draft: Draft, notes: Notes) -> None:
    """Who gives an order in history holds the office it needs, by the record of that turn."""
    needed = {
        item.made.id: [_POWER.findall(need.test.text) for need in item.made.needs if _only_powers(need.test)]
        for item in draft.of("orders")
    }
    for item in draft.of("history"):
        deed = item.made
        days = _turn_opens(draft, deed.turn), _turn_opens(draft, deed.turn + 1)
        for wanted in needed.get(deed.order, ()):
            if not _held(draft, deed.who, *days).intersection(wanted):
                what = f"{deed.who} holds no office in turn {deed.turn} with the power {' or '.join(wanted)}"
                notes.warn(item, "order", what, "correct the deed, or the tenure")


def _only_powers(test: Expression | None) -> bool:
    """True if a condition asks for a power, or for one of several, and for nothing else."""
    return test is not None and bool(_POWER.search(test.text)) and not _POWER.sub("", test.text).replace(" or ", "")


def _held(draft: Draft, who: str, first: date, after: date) -> frozenset[str]:
    """The powers of the posts that the record gives a person on some day of a turn."""
    posts = draft.made("posts")
    held = (
        fact.data["office"]
        for fact in (item.made for item in draft.of("record"))
        if fact.kind == "tenure" and fact.data.get("who") == who and fact.data.get("office") in posts
        and fact.begins < after and (fact.ends or date.max) > first
    )  # fmt: skip
    return frozenset(power for office in held for power in posts[office].powers)


# ---- conditions that can never hold


def _conditions(draft: Draft, notes: Notes) -> None:
    ranges = _ranges(draft)
    for section in ("hinges", "events", "orders", "motions", "contenders", "meetings"):
        for item in draft.of(section):
            for text, node in _tests(item.made, item.node):
                part = _never(ast.parse(text, mode="eval").body, ranges)
                if part is not None:
                    what = f"this can never hold: {ast.unparse(part)}"
                    notes.warn(Item(item.made, node, item.file), (), what, "correct the number")


def _ranges(draft: Draft) -> dict[str, tuple[int, int]]:
    """What numbers a function can give, by the words of its meaning; the calendar is the scenario's."""
    found = {}
    for name, function in vocabulary.FUNCTIONS.items():
        span = _RANGE.search(function.about)
        if function.returns == "int" and span:
            found[name] = (int(span[1]), int(span[2]))
    found["year"] = (draft.head.start.year, draft.last_day().year)
    found["turn"] = (1, draft.head.turns)
    return found


def _tests(made: Any, node: Node) -> Iterator[tuple[str, Node]]:
    """Every condition inside an item, with its place."""
    if isinstance(made, Expression):
        if made.kind == "bool":
            yield made.text, node
        return
    if isinstance(made, tuple):
        for place, part in enumerate(made):
            yield from _tests(part, node.parts.get(place, node))
        return
    for name in getattr(made, "__dataclass_fields__", ()):
        key = "if" if name == "test" and "if" in node.parts else "else" if name == "otherwise" else name
        yield from _tests(getattr(made, name), node.parts.get(key, node))


def _never(tree: ast.expr, ranges: dict[str, tuple[int, int]]) -> ast.expr | None:
    """The part of a condition that makes it false whatever happens, None if there is none."""
    if isinstance(tree, ast.BoolOp):
        parts = [_never(part, ranges) for part in tree.values]
        if isinstance(tree.op, ast.And):
            return next((part for part in parts if part is not None), None)
        return tree if all(part is not None for part in parts) else None
    if isinstance(tree, ast.Constant):
        return tree if tree.value is False or tree.value == 0 else None
    if isinstance(tree, ast.Compare) and len(tree.ops) == 1:
        return tree if _impossible(tree, ranges) else None
    return None


def _impossible(tree: ast.Compare, ranges: dict[str, tuple[int, int]]) -> bool:
    left, right = _span(tree.left, ranges), _span(tree.comparators[0], ranges)
    if left is None or right is None:
        return False
    if isinstance(tree.ops[0], ast.Eq):
        return left[1] < right[0] or right[1] < left[0]
    compare = _COMPARE.get(type(tree.ops[0]))
    if compare is None:
        return False
    return not any(compare(one, other) for one in left for other in right)


def _span(tree: ast.expr, ranges: dict[str, tuple[int, int]]) -> tuple[int, int] | None:
    """The least and the greatest a number can be; None if that is not known."""
    if isinstance(tree, ast.Constant) and isinstance(tree.value, int):
        return tree.value, tree.value
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, ast.USub):
        inner = _span(tree.operand, ranges)
        return (-inner[1], -inner[0]) if inner else None
    if isinstance(tree, ast.Call) and isinstance(tree.func, ast.Name):
        return ranges.get(tree.func.id)
    return None
