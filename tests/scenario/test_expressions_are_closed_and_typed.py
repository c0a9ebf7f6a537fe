"""The expression language: what it computes, what it refuses, and that it refuses everything else."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario import vocabulary
from game.scenario.expr import ExpressionFault, Names, compile_expression
from game.scenario.model import Expression

NAMES = Names(
    {
        "person": {"anna": 0, "bruno": 1},
        "post": {"keeper": 0, "usher": 1},
        "hinge": {"fork": 0},
        "event": {"storm": 0},
        "quantity": {"hope": 0},
        "motion_type": {"blame": 0},
    },
    {"fork": ("left", "right")},
    frozenset({"left", "right"}),
)

CONTEXT = SimpleNamespace(
    SELF=0,
    TARGET=1,
    CHOICE="left",
    holds=lambda person, post: (person, post) == (0, 1),
    holder=lambda post: -1 if post == 0 else 0,
    opinion=lambda one, other: 300 if (one, other) == (0, 1) else -50,
    quantity=lambda number: 700,
    turn=lambda: 7,
    power=lambda person, word: word == "press",
    fired=lambda event: event == "fork",
    chose=lambda hinge, option: (hinge, option) == (0, "left"),
    alive=lambda person: person == 1,
)


def value(text: str, want: str = "any") -> Any:
    """Compile and evaluate."""
    return compile_expression(text, want, NAMES).value(CONTEXT)


def fault(text: str, want: str = "bool", **more: Any) -> ExpressionFault:
    """The fault of a text."""
    with pytest.raises(ExpressionFault) as caught:
        compile_expression(text, want, NAMES, **more)
    return caught.value


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("holds(SELF, 'usher')", True),
        ("not holds(SELF, 'keeper') and opinion(SELF, TARGET) > 200", True),
        ("holder('keeper') == nobody", True),
        ("holder('usher') in ('anna', 'bruno')", True),
        ("holder('usher') not in ('bruno',)", True),
        ("'anna' == holder('usher')", True),
        ("SELF != TARGET", True),
        ("100 < opinion(SELF, 'bruno') <= 300", True),
        ("turn() // 2 * 3 - 1", 8),
        ("-7 // 2", -4),
        ("clamp(quantity('hope'), 0, 500) + min(1, 2) + max(3, 4) + abs(-5)", 510),
        ("power(SELF, 'press') or power(SELF, 'army')", True),
        ("fired('fork') and not fired('storm')", True),
        ("chose('fork', 'left') and CHOICE == 'left'", True),
        ("'bruno'", 1),
        ("nobody", -1),
        ("  turn() > 3\n", True),
    ],
)
def test_an_expression_means_what_python_means(text: str, expected: object) -> None:
    assert value(text) == expected


def test_quoted_ids_become_positions_and_powers_stay_words() -> None:
    seen: list[object] = []
    context = SimpleNamespace(
        SELF=5, holds=lambda *given: bool(seen.extend(given)), power=lambda *given: bool(seen.extend(given))
    )
    compile_expression("holds(SELF, 'usher') or power(SELF, 'chair')", "bool", NAMES).value(context)
    assert seen == [5, 1, 5, "chair"]


@pytest.mark.parametrize(
    ("text", "want", "what", "column", "nearest"),
    [
        ("SELF.x", "bool", "an attribute cannot be used here", 0, ""),
        ("turn()[0] > 1", "bool", "a subscript cannot be used here", 0, ""),
        ("2 ** 3 > 1", "bool", "only + - * and // are allowed between numbers", 0, ""),
        ("turn() / 2 > 1", "bool", "only + - * and // are allowed between numbers", 0, ""),
        ("turn() // turn() > 1", "bool", "only a number other than 0 may stand after //", 10, ""),
        ("turn() // 0 > 1", "bool", "only a number other than 0 may stand after //", 10, ""),
        ("exec('x')", "bool", "there is no function 'exec'", 0, ""),
        ("hodls(SELF, 'usher')", "bool", "there is no function 'hodls'", 0, "holds"),
        ("holds(SELF)", "bool", "holds takes 2 arguments, found 1", 0, ""),
        ("holds(SELF, post='usher')", "bool", "only the listed functions can be called", 0, ""),
        ("holds(SELF, 'ushr')", "bool", "there is no post 'ushr'", 12, "usher"),
        ("holds('usher', 'usher')", "bool", "there is no person 'usher'", 6, ""),
        ("holds(SELF, usher)", "bool", "the id usher is not quoted", 12, "'usher'"),
        ("alive(TARGT)", "bool", "unknown symbol 'TARGT'", 6, "TARGET"),
        (
            "alive('" + "a" * 300 + "')",
            "bool",
            "there is no person 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa...'",
            6,
            "",
        ),
        ("turn()", "bool", "expected a condition, found a number", 0, ""),
        ("turn() and alive(SELF)", "bool", "expected a condition, found a number", 0, ""),
        ("alive(SELF) > 3", "bool", "a condition has no order, so > means nothing", 0, ""),
        ("SELF > TARGET", "bool", "a person has no order, so > means nothing", 0, ""),
        ("SELF == 3", "bool", "expected a person, found a number", 8, ""),
        ("SELF == 'usher'", "bool", "there is no person 'usher'", 8, ""),
        ("'anna' == 'bruno'", "bool", "two quoted ids are compared with each other", 0, ""),
        ("SELF is TARGET", "bool", "'is' cannot be used here", 8, ""),
        ("SELF in 'anna'", "bool", "'in' needs a list in brackets", 8, ""),
        ("chose('fork', 'lft')", "bool", "the hinge 'fork' has no option 'lft'", 14, "left"),
        ("0.5 > 1", "bool", "only whole numbers and quoted ids are values", 0, ""),
        ("turn() > 99999999", "bool", "this number is larger than 1000000", 9, ""),
        ("alive(SELF) if alive(SELF) else alive(TARGET)", "bool", "if-else cannot be used here", 0, ""),
        ("[turn()]", "bool", "a list cannot be used here", 0, ""),
        ("(x for x in y)", "bool", "this form (GeneratorExp) cannot be used here", 0, ""),
        ("alive(SELF", "bool", "this expression cannot be read", 5, ""),
        ("", "bool", "this expression is empty", 0, ""),
        ("alive(SELF) # yes", "bool", "'#' has no place in an expression", 12, ""),
        ("alive('ann\\x61')", "bool", "'\\\\' has no place in an expression", 10, ""),
        ("alive(SELF) and é", "bool", "'é' has no place in an expression", 16, ""),
        ("alive(SELF)", "person", "expected a person, found a condition", 0, ""),
        ("holds", "bool", "holds is a function", 0, ""),
    ],
)
def test_what_is_refused_says_what_where_and_what_was_meant(
    text: str, want: str, what: str, column: int, nearest: str
) -> None:
    found = fault(text, want)
    assert (found.what, found.column, found.nearest) == (what, column, nearest)


def test_limits_on_length_parts_and_depth() -> None:
    assert "601 characters" in fault("1" * 601).what
    assert "more than 120 parts" in fault("min(" + ",".join("+".join("1" * 16) for _ in range(5)) + ") > 1").what
    assert "nested deeper than 24" in fault("not " * 30 + "alive(SELF)").what
    assert "cannot be read" in fault("(" * 300 + ")" * 300).what
    compile_expression(" or ".join(["alive(SELF)"] * 35), "bool", NAMES)
    compile_expression("not " * 20 + "alive(SELF)", "bool", NAMES)


def test_a_symbol_without_meaning_here_is_refused() -> None:
    found = fault("alive(TARGET)", symbols=("SELF",))
    assert (found.what, found.column, found.do) == ("TARGET means nothing here", 6, "use SELF")


def test_columns_count_the_blanks_before_the_text() -> None:
    assert fault("   holdz(SELF)").column == 3


def test_every_function_of_the_vocabulary_compiles() -> None:
    texts = {
        "person": "SELF", "post": "POST", "region": "REGION", "body": "BODY", "document": "DOC",
        "thesis": "THESIS", "pact": "PACT", "motion_type": "MTYPE", "power": "'chair'", "hinge": "'fork'",
        "event": "'storm'", "choice": "'left'", "quantity": "'hope'", "int": "2", "order": "'greet'",
        "rule": "'silence'", "axis": "'order'", "bloc": "'circle'",
    }  # fmt: skip
    extra = {"order": {"greet": 0}, "rule": {"silence": 0}, "axis": {"order": 0}, "bloc": {"circle": 0}}
    names = Names({**NAMES.ids, **extra}, NAMES.options, NAMES.choices)
    for function in vocabulary.FUNCTIONS.values():
        text = f"{function.name}({', '.join(texts[kind] for kind in function.parameters)})"
        assert compile_expression(text, function.returns, names).kind == function.returns


PIECES = st.sampled_from(
    [
        "alive(", "SELF", ")", "'anna'", "==", " and ", " not ", "(", "3", "//", "-", "nobody", ",", "in", "turn()",
        "__import__", "lambda:", "[", "]", "{", "}", ":=", "'", '"', ".", " if ", " else ", "*", "await ", "f''",
    ]
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=700), st.lists(PIECES, max_size=40).map("".join)))
def test_any_text_compiles_or_gives_a_fault(text: str) -> None:
    for want in ("bool", "int", "person", "any"):
        try:
            assert isinstance(compile_expression(text, want, NAMES), Expression)
        except ExpressionFault as found:
            assert found.what and 0 <= found.column <= len(text)
