"""Effects: each verb takes the forms of the vocabulary and nothing else."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from game.scenario import vocabulary
from game.scenario.expr import ExpressionFault, Names
from game.scenario.model import Effect, Expression
from game.scenario.verbs import World, parse_effect

SIZES = {"small": 40, "medium": 100, "large": 215}


@pytest.fixture
def world(names: Names) -> World:
    """Everything an effect may name."""
    return World(names, ("order:loose", "order:strict"), SIZES, frozenset(vocabulary.SYMBOLS))


@pytest.mark.parametrize(
    ("text", "args"),
    [
        ("opinion anna>SELF +small", ("anna", "SELF", 40)),
        ("opinion TARGET>SELF -60", ("TARGET", "SELF", -60)),
        ("mantle SELF large", ("SELF", 215)),
        ("axis anna order:strict -medium", ("anna", "order:strict", -100)),
        ("axis SELF POLE +small", ("SELF", "POLE", 40)),
        ("patron anna to nobody", ("anna", "to", "nobody")),
        ("mood all anna +small", ("all", "anna", 40)),
        ("lean REGION order:loose small", ("REGION", "order:loose", 40)),
        ("clients north SELF 90", ("north", "SELF", 90)),
        ("post keeper to bruno", ("keeper", "to", "bruno")),
        ("post keeper vacated", ("keeper", "vacated")),
        ("seat circle anna lost", ("circle", "anna", "lost")),
        ("status SUBJECT expelled", ("SUBJECT", "expelled")),
        ("document letter leaked", ("letter", "leaked")),
        ("document DOC to TARGET", ("DOC", "to", "TARGET")),
        ("pact friends broken", ("friends", "broken")),
        ("rule silence off", ("silence", "off")),
        ("call spring postponed 2", ("spring", "postponed", 2)),
        ("settle anna>bruno", ("anna", "bruno")),
        ("thesis THESIS to SELF", ("THESIS", "to", "SELF")),
        ("motion blame circle bruno SELF", ("blame", "circle", "bruno", "SELF")),
        ("motion blame circle - SELF", ("blame", "circle", "-", "SELF")),
        ("event fork", ("fork",)),
        ("note Nobody said a word.", ("Nobody said a word.",)),
        ("table", ()),
        ("lobby MOTION +medium", ("MOTION", 100)),
        ("recant small", (40,)),
        ("gate closed", ("closed",)),
    ],
)
def test_arguments_stay_as_written_and_sizes_become_numbers(
    world: World, text: str, args: tuple[object, ...]
) -> None:
    effect = parse_effect(text, world)
    assert (effect.args, effect.text) == (args, text)


def test_a_person_may_be_a_call_and_a_size_may_be_computed(world: World) -> None:
    effect = parse_effect("opinion holder('usher')>SELF {30 + oratory(SELF) // 16}", world)
    person, other, size = effect.args
    assert isinstance(person, Expression) and isinstance(size, Expression) and other == "SELF"
    context = SimpleNamespace(SELF=0, holder=lambda post: post + 10, oratory=lambda person: 160)
    assert (person.kind, person.value(context), size.kind, size.value(context)) == ("person", 11, "int", 40)


@pytest.mark.parametrize(
    ("text", "what", "column", "nearest"),
    [
        ("opnion anna>bruno +small", "there is no verb 'opnion'", 0, "opinion"),
        ("opinion anna bruno +small", "opinion does not take 3 arguments", 0, ""),
        ("opinion anna +small", "'anna' is not a pair", 8, ""),
        ("opinion anna>brno +small", "there is no person 'brno'", 13, "bruno"),
        ("opinion anna>bruno +smal", "'+smal' is not a size", 19, "small"),
        ("authority keeper +small", "there is no person 'keeper'", 10, ""),
        ("axis anna order:strickt small", "there is no pole 'order:strickt'", 10, "order:strict"),
        ("post keeper held", "'held' is not possible here", 12, ""),
        ("post keeper for anna", "'for' is not possible here", 12, ""),
        ("status anna exild", "'exild' is not possible here", 12, "exiled"),
        ("clients north anna many", "'many' is not a whole number", 19, ""),
        ("authority holder('ushr') +small", "there is no post 'ushr'", 17, "usher"),
        ("press SELF {10 + oratry(SELF)}", "there is no function 'oratry'", 17, "oratory"),
        ("press REGION +small", "REGION does not fit here", 6, ""),
        ("block it", "'it' is not possible here", 6, ""),
        ("authority (anna +small", "this effect cannot be read", 10, ""),
        ("note", "this note says nothing", 0, ""),
        ("  ", "this effect is empty", 0, ""),
        ("motion blame circle zzz SELF", "there is nothing called 'zzz'", 20, ""),
    ],
)
def test_a_wrong_effect_says_where_it_is_wrong(world: World, text: str, what: str, column: int, nearest: str) -> None:
    with pytest.raises(ExpressionFault) as caught:
        parse_effect(text, world)
    assert (caught.value.what, caught.value.column, caught.value.nearest) == (what, column, nearest)


def test_a_symbol_needs_a_slot(names: Names) -> None:
    world = World(names, (), SIZES, frozenset({"SELF"}))
    with pytest.raises(ExpressionFault, match="TARGET means nothing here"):
        parse_effect("authority TARGET +small", world)


PIECES = st.sampled_from(
    [
        "opinion ",
        "post ",
        "to ",
        "anna",
        ">",
        "SELF",
        "(",
        ")",
        "'",
        '"',
        "{",
        "}",
        "holder(",
        "+small",
        "-3",
        " ",
        "all",
    ]
)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.one_of(st.text(max_size=420), st.lists(PIECES, max_size=60).map("".join)))
def test_any_text_is_an_effect_or_gives_a_fault(world: World, text: str) -> None:
    try:
        assert isinstance(parse_effect(text, world), Effect)
    except ExpressionFault as found:
        assert found.what and found.column >= 0
