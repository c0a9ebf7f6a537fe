"""What a contender's aim asks for, read off its tests: which facts of the world he wants true or false.

A test is a sum of wishes: ``not rule('x')`` wishes the rule off, ``quantity('y') >= 400`` wishes it high.
Alternatives joined by ``or`` count half each.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from dataclasses import dataclass

from game.engine.atlas import Atlas
from game.scenario.model import Contender, Scenario

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


def of(scenario: Scenario, seat: int) -> Mapping[Fact, Want]:
    """The wishes of a contender; SELF stands as his id."""
    read: tuple[Mapping[Fact, Want], ...] = Atlas.of(scenario).once("wants", _of_all)
    return read[seat]


def _of_all(scenario: Scenario) -> tuple[Mapping[Fact, Want], ...]:
    """The wishes of every contender, read off the scenario once."""
    return tuple(_of_one(contender) for contender in scenario.contenders)


def _of_one(contender: Contender) -> Mapping[Fact, Want]:
    graded = [(contender.win, 1), (contender.partial, 1), (contender.lose, -1)]
    graded += [(goal, 1) for goal in contender.goals]
    tests = tuple((goal.test.text, sign * abs(goal.points)) for goal, sign in graded)
    return _wants(contender.person, tests)


def _wants(who: str, tests: tuple[tuple[str, int], ...]) -> Mapping[Fact, Want]:
    found: dict[Fact, Want] = {}
    for text, points in tests:
        _read(ast.parse(text, mode="eval").body, points, None, who, found)
    return found


def _read(node: ast.expr, points: int, number: int | None, who: str, found: dict[Fact, Want]) -> None:
    """Add the wishes of an expression that should be true, or large."""
    if isinstance(node, ast.BoolOp):
        part = points if isinstance(node.op, ast.And) else points // 2
        for value in node.values:
            _read(value, part, None, who, found)
    elif isinstance(node, ast.UnaryOp):
        _read(node.operand, -points, None, who, found)
    elif isinstance(node, ast.Compare):
        _compare(node, points, who, found)
    elif isinstance(node, ast.BinOp):
        _read(node.left, points, number, who, found)
        _read(node.right, -points if isinstance(node.op, ast.Sub) else points, number, who, found)
    elif isinstance(node, ast.Call):
        _call(node, points, number, who, found)


def _compare(node: ast.Compare, points: int, who: str, found: dict[Fact, Want]) -> None:
    right = node.comparators[0]
    number = right.value if isinstance(right, ast.Constant) and isinstance(right.value, int) else None
    rising = isinstance(node.ops[0], _RISING) and not (isinstance(node.ops[0], ast.Eq) and number == 0)
    towards = points if rising else -points
    _read(node.left, towards, number, who, found)
    if isinstance(right, ast.Call):
        _read(right, -towards, None, who, found)


def _call(node: ast.Call, points: int, number: int | None, who: str, found: dict[Fact, Want]) -> None:
    name = node.func.id if isinstance(node.func, ast.Name) else ""
    if name in ("max", "min", "abs", "clamp"):
        for arg in node.args:
            _read(arg, points, number, who, found)
        return
    fact = (name, *(_word(arg, who) for arg in node.args))
    before = found.get(fact, Want(0)).points
    found[fact] = Want(max(-LIMIT, min(LIMIT, before + points)), number)


def _word(node: ast.expr, who: str) -> str:
    if isinstance(node, ast.Constant):
        return str(node.value)
    return who if isinstance(node, ast.Name) and node.id == "SELF" else ast.unparse(node)
