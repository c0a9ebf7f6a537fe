"""Reads effects: one verb with its arguments, checked against the forms of ``vocabulary.VERBS``."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from game.scenario import vocabulary
from game.scenario.expr import ExpressionFault, Names, compile_expression
from game.scenario.faults import nearest
from game.scenario.model import Effect

LONGEST_EFFECT = 400  # characters
_TOKEN = re.compile(
    r"(?:[^\s(){}'\"]|\{[^{}]*\}|'[^']*'|\"[^\"]*\"|\((?:[^()'\"]|'[^']*'|\"[^\"]*\"|\([^()]*\))*\))+"
)
_SIGNED = re.compile(r"[-+]?[0-9]{1,7}\Z")

#: Place letter -> the kind of id it takes and the symbols that may stand for one.
_ID_PLACES = {
    "Q": ("post", ("POST", "SUBJECT")), "B": ("body", ("BODY",)), "D": ("document", ("DOC", "SUBJECT")),
    "T": ("thesis", ("THESIS", "SUBJECT")), "K": ("pact", ("PACT",)), "U": ("rule", ("SUBJECT",)),
    "M": ("motion_type", ("MTYPE",)), "N": ("quantity", ()), "E": ("event", ()),
    "C": ("meeting", ("SUBJECT",)), "R": ("region", ("REGION", "SUBJECT")),
}  # fmt: skip
_PERSON_SYMBOLS = tuple(name for name, kind in vocabulary.SYMBOLS.items() if kind in ("person", "any"))

_IN_WORDS = {
    "P": "person", "P0": "person|nobody", "P>P": "person>><person", "R": "region", "R*": "region|all",
    "Q": "post", "B": "body", "D": "document", "T": "thesis", "K": "pact", "U": "rule", "M": "motion type",
    "N": "quantity", "E": "event", "C": "meeting", "POLE": "axis:pole", "SIZE": "size", "INT": "number",
    "ANY": "subject", "TEXT": "words...",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class World:
    """What effects may name: the ids, the poles (``axis:pole``) and the sizes in thousandths."""

    names: Names
    poles: tuple[str, ...]
    sizes: Mapping[str, int]
    symbols: frozenset[str]


def form_in_words(verb: str, form: str) -> str:
    """A form as the reference and the messages show it: ``post <post> to <person>``."""
    places = [f"<{_IN_WORDS[place]}>" if place in _IN_WORDS else place for place in form.split()]
    return " ".join([verb, *places])


def forms_in_words(verb: str) -> str:
    """All forms of a verb."""
    return " or ".join(form_in_words(verb, form) for form in vocabulary.VERBS[verb][0])


def parse_effect(text: str, world: World) -> Effect:
    """One plain effect; ExpressionFault says what is wrong and where in the text."""
    if len(text) > LONGEST_EFFECT:
        raise ExpressionFault(f"this effect has {len(text)} characters; the limit is {LONGEST_EFFECT}")
    stray = "" if text.startswith("note ") else _TOKEN.sub("", text).strip()
    if stray:
        raise ExpressionFault("this effect cannot be read", text.index(stray[0]), do="check brackets and quotes")
    tokens = [(match.group(), match.start()) for match in _TOKEN.finditer(text)]
    if not text.strip():
        raise ExpressionFault("this effect is empty", do="write a verb with its arguments")
    verb, column = tokens[0]
    if verb not in vocabulary.VERBS:
        near = nearest(verb, vocabulary.VERBS)
        do = f"write {forms_in_words(near)}" if near else "see the list of verbs"
        raise ExpressionFault(f"there is no verb {verb[:40]!r}", column, near, do)
    if verb == "note":
        words = text[column + len(verb) :].strip()
        if not words:
            raise ExpressionFault("this note says nothing", column, do="write note and a sentence")
        return Effect(verb, (words,), text=text)
    form = _form(verb, tokens)
    args: list[Any] = []
    for place, (token, start) in zip(form.split(), tokens[1:], strict=True):
        args += _place(place, token, start, world)
    return Effect(verb, tuple(args), text=text)


def _form(verb: str, tokens: list[tuple[str, int]]) -> str:
    """The form of the verb that fits the number of words."""
    forms = vocabulary.VERBS[verb][0]
    fitting = [form for form in forms if len(form.split()) == len(tokens) - 1]
    if fitting:
        return fitting[0]
    raise ExpressionFault(
        f"{verb} does not take {len(tokens) - 1} arguments"
        if len(tokens) != 2
        else f"{verb} does not take 1 argument",
        tokens[0][1],
        do=f"write {forms_in_words(verb)}",
    )


def _place(place: str, token: str, column: int, world: World) -> list[Any]:
    """The argument or arguments at one place of a form."""
    reader = _READERS.get(place)
    if reader is not None:
        return reader(token, column, world)
    if place in _ID_PLACES:
        return [_id(*_ID_PLACES[place], token, column, world)]
    return [_word(place.split("|"), token, column)]


def _word(words: Iterable[str], token: str, column: int) -> str:
    """One of a few words."""
    known = list(words)
    if token not in known:
        raise ExpressionFault(
            f"{token[:40]!r} is not possible here",
            column,
            nearest(token, known),
            f"write {' or '.join(known)}",
        )
    return token


def _id(kind: str, symbols: tuple[str, ...], token: str, column: int, world: World, extra: str = "") -> str:
    """An id of a kind, or a symbol that stands for one."""
    if token == extra and extra:
        return token
    if token in vocabulary.SYMBOLS:
        return _symbol(symbols, token, column, world)
    known = world.names.of(kind)
    if token not in known:
        what = f"there is no {vocabulary.in_words(kind)} {token[:40]!r}"
        do = f"use the id of {vocabulary.with_article(kind)}"
        raise ExpressionFault(what, column, nearest(token, known), do)
    return token


def _symbol(symbols: tuple[str, ...], token: str, column: int, world: World) -> str:
    """A symbol that fits the place and means something where the effect stands."""
    fitting = [name for name in symbols if name in world.symbols]
    if token in fitting:
        return token
    what = f"{token} does not fit here" if token in world.symbols else f"{token} means nothing here"
    raise ExpressionFault(what, column, do=f"use {' or '.join([*fitting, 'an id'])}")


def _person(token: str, column: int, world: World, extra: str = "") -> Any:
    """A person's id, a symbol, or a call such as ``holder('...')`` compiled to a person expression."""
    if "(" in token:
        try:
            return compile_expression(token, "person", world.names, world.symbols)
        except ExpressionFault as fault:
            fault.column += column
            raise
    return _id("person", _PERSON_SYMBOLS, token, column, world, extra)


def _pair(token: str, column: int, world: World) -> list[Any]:
    """Two persons joined by >."""
    first, arrow, second = token.partition(">")
    if not arrow:
        raise ExpressionFault(f"{token[:40]!r} is not a pair", column, do="write person>person without blanks")
    return [_person(first, column, world), _person(second, column + len(first) + 1, world)]


def _computed(token: str, column: int, world: World) -> list[Any]:
    """A number computed when the effect happens: ``{80 + oratory(SELF) // 6}``."""
    try:
        return [compile_expression(token[1:-1], "int", world.names, world.symbols)]
    except ExpressionFault as fault:
        fault.column += column + 1
        raise


def _size(token: str, column: int, world: World) -> list[Any]:
    """A signed size in thousandths: a number, one of the scenario's sizes, or computed."""
    if token.startswith("{") and token.endswith("}"):
        return _computed(token, column, world)
    if _SIGNED.match(token):
        return [int(token)]
    sign = -1 if token.startswith("-") else 1
    word = token.lstrip("+-") if token[:1] in "+-" else token
    if word not in vocabulary.SIZES:
        near = nearest(word, vocabulary.SIZES)
        raise ExpressionFault(
            f"{token[:40]!r} is not a size", column, near, "write +small, -large or a number such as 40"
        )
    return [sign * world.sizes.get(word, 0)]


def _number(token: str, column: int, world: World) -> list[Any]:
    """A whole number, or computed."""
    if token.startswith("{") and token.endswith("}"):
        return _computed(token, column, world)
    if not _SIGNED.match(token):
        raise ExpressionFault(f"{token[:40]!r} is not a whole number", column, do="write a number such as 110")
    return [int(token)]


def _pole(token: str, column: int, world: World) -> list[Any]:
    """axis:pole, or the symbol POLE."""
    if token == "POLE":
        return [_symbol(("POLE",), token, column, world)]
    if token not in world.poles:
        near = nearest(token, world.poles)
        raise ExpressionFault(f"there is no pole {token[:40]!r}", column, near, "write axis:pole")
    return [token]


def _any(token: str, column: int, world: World) -> list[Any]:
    """The subject of a motion: an id of any kind, a symbol, a person call, or - for none."""
    if token == "-":
        return [token]
    if "(" in token:
        return [_person(token, column, world)]
    if token in vocabulary.SYMBOLS:
        return [_symbol(tuple(vocabulary.SYMBOLS), token, column, world)]
    kinds = ("person", "bloc", "post", "document", "thesis", "region", "meeting", "rule")
    if not any(token in world.names.of(kind) for kind in kinds):
        known = [name for kind in kinds for name in world.names.of(kind)]
        raise ExpressionFault(
            f"there is nothing called {token[:40]!r}", column, nearest(token, known), "use an id or -"
        )
    return [token]


def _motion(token: str, column: int, world: World) -> list[Any]:
    """The symbol MOTION."""
    if token != "MOTION":
        raise ExpressionFault(f"{token[:40]!r} is not possible here", column, do="write MOTION")
    return [_symbol(("MOTION",), token, column, world)]


_READERS: dict[str, Callable[[str, int, World], list[Any]]] = {
    "P": lambda token, column, world: [_person(token, column, world)],
    "P0": lambda token, column, world: [_person(token, column, world, "nobody")],
    "P>P": _pair,
    "R*": lambda token, column, world: [_id(*_ID_PLACES["R"], token, column, world, "all")],
    "SIZE": _size,
    "INT": _number,
    "POLE": _pole,
    "ANY": _any,
    "MOTION": _motion,
}
