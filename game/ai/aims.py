"""What a contender's aim asks for, read off its tests: which facts of the world he wants true or false.

A test is a sum of wishes: ``not rule('x')`` wishes the rule off, ``quantity('y') >= 400`` wishes it high.
Alternatives joined by ``or`` count half each; who looks at how they stand counts what the whole hangs on in full.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from game.engine.atlas import Atlas
from game.engine.context import Context
from game.engine.state import State
from game.scenario.expr import Names, compile_expression
from game.scenario.model import Contender, Expression, Scenario

#: Most points that wishes for one fact add up to.
LIMIT = 100
_RISING = (ast.GtE, ast.Gt, ast.In, ast.Eq)
#: One fact: the name of a function of expressions and its arguments.
Fact = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Want:
    """A wish: points of the aim that hang on it (negative: it should not be), and the number asked for."""

    points: int
    number: int | None = None


#: The text of an ``or`` -> what each of its alternatives counts, halves.
Parts = Mapping[str, tuple[int, ...]]


def of(scenario: Scenario, seat: int) -> Mapping[Fact, Want]:
    """The wishes of a contender as his aim is written; SELF stands as his id."""
    read: tuple[Mapping[Fact, Want], ...] = Atlas.of(scenario).once("wants", _of_all)
    return read[seat]


def _of_all(scenario: Scenario) -> tuple[Mapping[Fact, Want], ...]:
    """The wishes of every contender, read off the scenario once."""
    return tuple(_wants(contender.person, _tests(contender)) for contender in scenario.contenders)


def now(state: State, seat: int) -> Mapping[Fact, Want]:
    """The wishes of a contender as the alternatives of his aim stand in a view."""
    atlas = Atlas.of(state.scenario)
    either = atlas.once("either", _either)[seat]
    context = Context(state, {"SELF": state.scenario.contenders[seat].person}, "aim")
    holds = tuple(tuple(bool(test.value(context)) for test in tests) for tests in either.values())
    kept: dict[object, Mapping[Fact, Want]] = atlas.once("wants as they stand", lambda _: {})
    if (seat, holds) not in kept:
        contender = state.scenario.contenders[seat]
        parts = {text: _counted(held) for text, held in zip(either, holds, strict=True)}
        kept[seat, holds] = _wants(contender.person, _tests(contender), parts)
    return kept[seat, holds]


def _counted(held: Sequence[bool]) -> tuple[int, ...]:
    """What alternatives count, in halves, by which of them hold.

    If none does any would do, so each counts whole; the only one that does carries the aim alone; of several each
    can be spared.
    """
    alone = sum(held)
    return tuple(2 if alone == 0 or (alone == 1 and one) else 1 for one in held)


def _either(scenario: Scenario) -> tuple[Mapping[str, tuple[Expression, ...]], ...]:
    """For every contender the alternatives of his aim: the text of each ``or`` -> its tests."""
    names = Names.read(scenario)
    return tuple(
        {
            ast.unparse(one): tuple(compile_expression(ast.unparse(value), "bool", names) for value in one.values)
            for text, _ in _tests(contender)
            for one in ast.walk(ast.parse(text, mode="eval"))
            if isinstance(one, ast.BoolOp) and isinstance(one.op, ast.Or)
        }
        for contender in scenario.contenders
    )


def _tests(contender: Contender) -> tuple[tuple[str, int], ...]:
    """The tests of an aim with the points that hang on them."""
    graded = [(contender.win, 1), (contender.partial, 1), (contender.lose, -1)]
    graded += [(goal, 1) for goal in contender.goals]
    return tuple((goal.test.text, sign * abs(goal.points)) for goal, sign in graded)


def _wants(who: str, tests: tuple[tuple[str, int], ...], parts: Parts = MappingProxyType({})) -> Mapping[Fact, Want]:
    found: dict[Fact, Want] = {}
    for text, points in tests:
        _read(ast.parse(text, mode="eval").body, points, None, _Reading(who, parts, found))
    return found


@dataclass(frozen=True, slots=True)
class _Reading:
    """Whose wishes are read, what alternatives count, and the wishes found."""

    who: str
    parts: Parts
    found: dict[Fact, Want]


def _read(node: ast.expr, points: int, number: int | None, into: _Reading) -> None:
    """Add the wishes of an expression that should be true, or large."""
    if isinstance(node, ast.BoolOp):
        usual = (1 if isinstance(node.op, ast.Or) else 2,) * len(node.values)
        halves = into.parts.get(ast.unparse(node), usual)
        for value, part in zip(node.values, halves, strict=True):
            _read(value, points * part // 2, None, into)
    elif isinstance(node, ast.UnaryOp):
        _read(node.operand, -points, None, into)
    elif isinstance(node, ast.Compare):
        _compare(node, points, into)
    elif isinstance(node, ast.BinOp):
        _read(node.left, points, number, into)
        _read(node.right, -points if isinstance(node.op, ast.Sub) else points, number, into)
    elif isinstance(node, ast.Call):
        _call(node, points, number, into)


def _compare(node: ast.Compare, points: int, into: _Reading) -> None:
    right = node.comparators[0]
    number = right.value if isinstance(right, ast.Constant) and isinstance(right.value, int) else None
    rising = isinstance(node.ops[0], _RISING) and not (isinstance(node.ops[0], ast.Eq) and number == 0)
    towards = points if rising else -points
    _read(node.left, towards, number, into)
    if isinstance(right, ast.Call):
        _read(right, -towards, None, into)


def _call(node: ast.Call, points: int, number: int | None, into: _Reading) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in ("max", "min", "abs", "clamp"):
        for arg in node.args:
            _read(arg, points, number, into)
        return
    fact = (name, *(_word(arg, into.who) for arg in node.args))
    before = into.found.get(fact, Want(0)).points
    into.found[fact] = Want(max(-LIMIT, min(LIMIT, before + points)), number)


def _word(node: ast.expr, who: str) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return who if isinstance(node, ast.Name) and node.id == "SELF" else ast.unparse(node)
