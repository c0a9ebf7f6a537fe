"""Compiles the conditions and values of scenario files.

A small closed language read with Python's ``ast``: and, or, not, comparisons, + - * //, ``in``,
whole numbers, quoted ids, symbols and the functions of ``vocabulary``. Names and types are checked
here; what comes out is a function of a ``Context``. Nothing else can be written, so nothing else
can run.
"""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from types import CodeType, FunctionType
from typing import Any

from game.scenario import vocabulary
from game.scenario.faults import nearest
from game.scenario.model import Expression, Scenario

LONGEST = 600  # characters
MOST_NODES = 120
DEEPEST = 24
LARGEST = 1_000_000

NOBODY = -1
_WITHOUT_ORDER = "compare them with == or !="
_COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip
_SUMS: tuple[type[ast.operator], ...] = (ast.Add, ast.Sub, ast.Mult, ast.FloorDiv)


class ExpressionFault(ValueError):
    """An expression that cannot be compiled; ``column`` counts from 0 inside the text."""

    def __init__(self, what: str, column: int = 0, near: str = "", do: str = "") -> None:
        super().__init__(what)
        self.what, self.column, self.nearest, self.do = what, column, near, do


@dataclass(slots=True)
class Names:
    """The ids an expression may quote: kind -> id -> index, and the options of each hinge."""

    ids: Mapping[str, Mapping[str, int]]
    options: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    choices: frozenset[str] = frozenset()  # every id of a choice slot or hinge option

    @staticmethod
    def read(scenario: Scenario) -> Names:
        """The names of a loaded scenario, as they were when its own expressions were compiled."""
        fields = vocabulary.FIELD_OF_KIND.items()
        ids = {kind: scenario.index[field_] for kind, field_ in fields if field_ in scenario.index}
        options = {hinge.id: tuple(option.id for option in hinge.options) for hinge in scenario.hinges}
        choices = {option for row in options.values() for option in row}
        choices.update(choice for order in scenario.orders for slot in order.slots for choice, _ in slot.choices)
        return Names(ids, options, frozenset(choices))

    def of(self, kind: str) -> Iterable[str]:
        """The valid ids of a kind."""
        if kind == "power":
            return vocabulary.POWERS
        if kind == "choice":
            return sorted(self.choices)
        if kind == "event":
            return [*self.ids.get("event", ()), *self.ids.get("hinge", ())]
        return self.ids.get(kind, ())

    def value(self, kind: str, name: str) -> int | str | None:
        """What the id compiles to, or None when there is no such id."""
        if kind in vocabulary.KEPT_AS_TEXT:
            return name if name in self.of(kind) else None
        return self.ids.get(kind, {}).get(name)


def clamp(value: int, low: int, high: int) -> int:
    """``value`` kept inside low..high."""
    return min(max(value, low), high)


_GLOBALS: dict[str, Any] = {"__builtins__": {}, "min": min, "max": max, "abs": abs, "clamp": clamp}


def compile_expression(
    text: str, want: str, names: Names, symbols: Iterable[str] = tuple(vocabulary.SYMBOLS)
) -> Expression:
    """Compile ``text`` to an expression of type ``want`` (bool, int, person or any).

    ``symbols`` are those with a meaning where the text stands. ExpressionFault says what is wrong.
    """
    clean = text.replace("\n", " ")
    lead = len(clean) - len(clean.lstrip())
    try:
        tree = _parse(clean.strip())
        compiler = _Compiler(names, frozenset(symbols))
        kind, node = compiler.visit(tree, want if want != "any" else "")
        kind = compiler.settle(kind, want, tree)
    except ExpressionFault as fault:
        fault.column += lead
        raise
    return Expression(text, kind, _function(node))


def _parse(text: str) -> ast.expr:
    """The syntax tree of a text inside the limits."""
    if len(text) > LONGEST:
        raise ExpressionFault(
            f"this expression has {len(text)} characters; the limit is {LONGEST}",
            do="split it, or name the thing it asks for with a rule or an event",
        )
    if not text:
        raise ExpressionFault("this expression is empty", do="write a condition or leave the key out")
    for column, letter in enumerate(text):
        if not (letter.isascii() and letter.isprintable()) or letter in "\\#;@`$":
            raise ExpressionFault(
                f"{letter!r} has no place in an expression",
                column,
                do="use and, or, not, comparisons, + - * //, numbers, quoted ids and functions",
            )
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # what Python finds doubtful is refused
            return ast.parse(text, mode="eval").body
    except SyntaxError as error:
        column = min(max((error.offset or 1) - 1, 0), len(text))
        raise ExpressionFault(
            "this expression cannot be read", column, do="check brackets, quotes and operators"
        ) from None
    except (ValueError, MemoryError, RecursionError, OverflowError):
        raise ExpressionFault("this expression cannot be read", do="write it more simply") from None


def _function(body: ast.expr) -> Callable[[Any], Any]:
    """A function of one Context from a checked and rewritten tree."""
    arguments = ast.arguments([], [ast.arg("c")], None, [], [], None, [])
    tree = ast.fix_missing_locations(ast.Expression(ast.Lambda(arguments, body)))
    code = compile(tree, "<condition>", "eval")
    inner = next(constant for constant in code.co_consts if isinstance(constant, CodeType))
    return FunctionType(inner, _GLOBALS, "condition")


@dataclass(slots=True)
class _Compiler:
    """Checks a tree bottom up and rewrites it; every visit gives the type and the new node.

    ``want`` is the type the surroundings expect; it decides what a quoted id means.
    """

    names: Names
    symbols: frozenset[str]
    nodes: int = 0
    depth: int = 0

    def visit(self, node: ast.expr, want: str) -> tuple[str, ast.expr]:
        """Dispatch on the kind of node, within the limits."""
        self.nodes += 1
        self.depth += 1
        if self.nodes > MOST_NODES:
            raise ExpressionFault(f"this expression has more than {MOST_NODES} parts", do="split it")
        if self.depth > DEEPEST:
            raise ExpressionFault(f"this expression is nested deeper than {DEEPEST}", do="split it")
        handler = _HANDLERS.get(type(node))
        if handler is None:
            raise ExpressionFault(
                f"{_called(node)} cannot be used here",
                node.col_offset,
                do="use and, or, not, comparisons, + - * //, numbers, quoted ids and functions",
            )
        result = handler(self, node, want)
        self.depth -= 1
        return result

    def settle(self, kind: str, want: str, node: ast.expr) -> str:
        """The type, if it is what is wanted; nobody fits every kind of id."""
        if kind in ("nobody", "any") and want not in ("bool", "int"):
            return "person" if want == "any" else want
        if want in ("any", kind):
            return kind
        raise ExpressionFault(
            f"expected {vocabulary.with_article(want)}, found {vocabulary.with_article(kind)}",
            node.col_offset,
            do=_ADVICE.get((want, kind), ""),
        )

    def typed(self, node: ast.expr, want: str) -> ast.expr:
        """Visit and insist on a type."""
        kind, new = self.visit(node, want)
        self.settle(kind, want, node)
        return new

    def logic(self, node: ast.BoolOp, want: str) -> tuple[str, ast.expr]:
        """and, or."""
        return "bool", ast.BoolOp(node.op, [self.typed(value, "bool") for value in node.values])

    def unary(self, node: ast.UnaryOp, want: str) -> tuple[str, ast.expr]:
        """not, and the sign of a number."""
        if isinstance(node.op, ast.Not):
            return "bool", ast.UnaryOp(node.op, self.typed(node.operand, "bool"))
        if isinstance(node.op, ast.USub):
            return "int", ast.UnaryOp(node.op, self.typed(node.operand, "int"))
        raise ExpressionFault("only - and not may stand before a value", node.col_offset)

    def binary(self, node: ast.BinOp, want: str) -> tuple[str, ast.expr]:
        """Sums, differences, products and floor division by a number."""
        if not isinstance(node.op, _SUMS):
            raise ExpressionFault(
                "only + - * and // are allowed between numbers", node.col_offset, do="use // to divide"
            )
        left, right = self.typed(node.left, "int"), self.typed(node.right, "int")
        if isinstance(node.op, ast.FloorDiv) and not (isinstance(right, ast.Constant) and right.value):
            raise ExpressionFault(
                "only a number other than 0 may stand after //",
                node.right.col_offset,
                do="compare products instead of dividing",
            )
        return "int", ast.BinOp(left, node.op, right)

    def compare(self, node: ast.Compare, want: str) -> tuple[str, ast.expr]:
        """Comparisons; ids are compared with == and != only, and take the kind of the other side."""
        sides = [node.left, *node.comparators]
        shared = next((kind for kind in map(self.kind_of, sides) if kind), "")
        if not shared:
            raise ExpressionFault(
                "two quoted ids are compared with each other",
                node.col_offset,
                do="ask a function, as in holder(...)",
            )
        for op in node.ops:
            if shared != "int" and isinstance(op, ast.Lt | ast.LtE | ast.Gt | ast.GtE):
                sign = _COMPARISONS[type(op)]
                what = f"{vocabulary.with_article(shared)} has no order, so {sign} means nothing"
                raise ExpressionFault(what, node.col_offset, do=_WITHOUT_ORDER)
        left = self.typed(node.left, shared)
        rest = [self.operand(op, side, shared) for op, side in zip(node.ops, node.comparators, strict=True)]
        return "bool", ast.Compare(left, node.ops, rest)

    def operand(self, op: ast.cmpop, side: ast.expr, shared: str) -> ast.expr:
        """The right side of one comparison; ``in`` takes a list in brackets."""
        if type(op) not in _COMPARISONS:
            raise ExpressionFault("'is' cannot be used here", side.col_offset, do="write == or !=")
        if not isinstance(op, ast.In | ast.NotIn):
            return self.typed(side, shared)
        if not isinstance(side, ast.Tuple):
            raise ExpressionFault("'in' needs a list in brackets", side.col_offset, do="write in ('a', 'b')")
        self.nodes += 1
        return ast.Tuple([self.typed(item, shared) for item in side.elts], ast.Load())

    def kind_of(self, node: ast.expr) -> str:
        """The type of a side without visiting it fully: '' for a bare quoted id, nobody or unknown."""
        if isinstance(node, ast.Tuple):
            return next((kind for kind in map(self.kind_of, node.elts) if kind), "")
        if isinstance(node, ast.Name):
            kind = vocabulary.SYMBOLS.get(node.id, "")
            return "" if kind == "any" else kind
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            function = vocabulary.FUNCTIONS.get(node.func.id)
            return function.returns if function else "int"
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            return ""
        return "bool" if isinstance(node, ast.BoolOp | ast.Compare) else "int"

    def constant(self, node: ast.Constant, want: str) -> tuple[str, ast.expr]:
        """A whole number, True or False, or a quoted id of the kind that is wanted."""
        value = node.value
        if isinstance(value, bool):
            return "bool", ast.Constant(value)
        if isinstance(value, int):
            if abs(value) > LARGEST:
                raise ExpressionFault(f"this number is larger than {LARGEST}", node.col_offset)
            return "int", ast.Constant(value)
        if not isinstance(value, str):
            raise ExpressionFault(
                "only whole numbers and quoted ids are values",
                node.col_offset,
                do="shares are thousandths: 0.5 is 500",
            )
        return self.quoted(node, value, want)

    def quoted(self, node: ast.Constant, value: str, want: str) -> tuple[str, ast.expr]:
        """A quoted id becomes its index, or stays text for the kinds kept as text."""
        if want in ("", "bool", "int", "any", "motion", "pole", "term"):
            if want == "" and value in self.names.ids.get("person", {}):
                want = "person"
            else:
                belongs = vocabulary.with_article(want or "bool")
                raise ExpressionFault(
                    f"the quoted id {_short(value)} stands where {belongs} belongs", node.col_offset
                )
        found = self.names.value(want, value)
        if found is None:
            raise ExpressionFault(
                f"there is no {vocabulary.in_words(want)} {_short(value)}",
                node.col_offset,
                nearest(value, self.names.of(want)),
                f"use the id of {vocabulary.with_article(want)}",
            )
        return want, ast.Constant(found)

    def symbol(self, node: ast.Name, want: str) -> tuple[str, ast.expr]:
        """A symbol becomes an attribute of the context; nobody is -1."""
        name = node.id
        if name == "nobody":
            return "nobody", ast.Constant(NOBODY)
        if name in self.symbols:
            return vocabulary.SYMBOLS[name], ast.Attribute(ast.Name("c", ast.Load()), name, ast.Load())
        if name in vocabulary.SYMBOLS:
            raise ExpressionFault(
                f"{name} means nothing here", node.col_offset, do=f"use {', '.join(sorted(self.symbols))}"
            )
        if name in vocabulary.FUNCTIONS:
            raise ExpressionFault(f"{name} is a function", node.col_offset, do=f"write {name}(...)")
        kind = want if want not in ("", "bool", "int", "any") else "person"
        if self.names.value(kind, name) is not None:
            raise ExpressionFault(f"the id {name} is not quoted", node.col_offset, f"'{name}'", "put it in quotes")
        raise ExpressionFault(
            f"unknown symbol {_short(name)}",
            node.col_offset,
            nearest(name, [*self.symbols, *vocabulary.FUNCTIONS]),
            "symbols are capital words; ids are quoted",
        )

    def call(self, node: ast.Call, want: str) -> tuple[str, ast.expr]:
        """A function of the vocabulary, or plain arithmetic."""
        if not isinstance(node.func, ast.Name) or node.keywords:
            raise ExpressionFault("only the listed functions can be called", node.col_offset, do="see the reference")
        name = node.func.id
        if name in vocabulary.ARITHMETIC:
            return self.arithmetic(node, name)
        function = vocabulary.FUNCTIONS.get(name)
        if function is None:
            known = [*vocabulary.FUNCTIONS, *vocabulary.ARITHMETIC]
            raise ExpressionFault(
                f"there is no function {_short(name)}",
                node.col_offset,
                nearest(name, known),
                "see the reference",
            )
        if len(node.args) != len(function.parameters):
            raise ExpressionFault(
                f"{name} takes {_count(len(function.parameters))}, found {len(node.args)}",
                node.col_offset,
                do=f"write {signature(function)}",
            )
        if name == "chose":
            self.option(node)
        arguments = [self.typed(item, kind) for item, kind in zip(node.args, function.parameters, strict=True)]
        method = ast.Attribute(ast.Name("c", ast.Load()), name, ast.Load())
        return function.returns, ast.Call(method, arguments, [])

    def option(self, node: ast.Call) -> None:
        """chose('hinge', 'option'): the option must be one of that hinge's."""
        hinge, choice = node.args
        if not (isinstance(hinge, ast.Constant) and isinstance(choice, ast.Constant)):
            return
        options = self.names.options.get(str(hinge.value), ())
        if choice.value not in options:
            raise ExpressionFault(
                f"the hinge {_short(str(hinge.value))} has no option {_short(str(choice.value))}",
                choice.col_offset,
                nearest(str(choice.value), options),
                f"its options are {', '.join(options)}",
            )

    def arithmetic(self, node: ast.Call, name: str) -> tuple[str, ast.expr]:
        """min, max, abs, clamp."""
        low, high = vocabulary.ARITHMETIC[name]
        if not low <= len(node.args) <= high:
            raise ExpressionFault(
                f"{name} takes {low if low == high else f'{low} to {high}'} values, found {len(node.args)}",
                node.col_offset,
            )
        arguments = [self.typed(item, "int") for item in node.args]
        return "int", ast.Call(ast.Name(name, ast.Load()), arguments, [])


_HANDLERS: dict[type[ast.expr], Callable[[_Compiler, Any, str], tuple[str, ast.expr]]] = {
    ast.BoolOp: _Compiler.logic, ast.UnaryOp: _Compiler.unary, ast.BinOp: _Compiler.binary,
    ast.Compare: _Compiler.compare, ast.Constant: _Compiler.constant, ast.Name: _Compiler.symbol,
    ast.Call: _Compiler.call,
}  # fmt: skip

_CALLED: dict[type[ast.expr], str] = {
    ast.Attribute: "an attribute", ast.Subscript: "a subscript", ast.Lambda: "a lambda", ast.IfExp: "if-else",
    ast.List: "a list", ast.Tuple: "a list in brackets", ast.Dict: "a mapping", ast.Set: "a set",
    ast.JoinedStr: "a format string", ast.Starred: "a star", ast.NamedExpr: "an assignment",
}  # fmt: skip

_ADVICE = {
    ("bool", "int"): "compare it with a number",
    ("bool", "person"): "compare it, or ask a function about it",
    ("int", "bool"): "a condition is not a number",
    ("person", "bool"): "name somebody: a symbol, a quoted id or a function such as holder('...')",
}


def _called(node: ast.expr) -> str:
    """What a refused piece of Python is called."""
    return _CALLED.get(type(node), f"this form ({type(node).__name__})")


def _short(text: str) -> str:
    """A quoted text that is never long."""
    return repr(text if len(text) <= 40 else text[:37] + "...")


def _count(number: int) -> str:
    """A number of arguments in words."""
    return {0: "no argument", 1: "1 argument"}.get(number, f"{number} arguments")


def signature(function: vocabulary.Function) -> str:
    """A function as an author writes it: ``holds(person, post)``."""
    return f"{function.name}({', '.join(vocabulary.in_words(kind) for kind in function.parameters)})"
