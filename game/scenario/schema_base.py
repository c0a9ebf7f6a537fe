"""How a form of a file becomes a dataclass: markers on fields, and one converter that reads them.

Pydantic checks the shape of each item; the markers then say what a text means (an id, a word of a
list, an expression, effects). Only ``game.scenario.loading`` and the schemas import pydantic.
"""

from __future__ import annotations

import calendar
import re
import types
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Annotated, Any, ClassVar, Union, get_args, get_origin, get_type_hints

from pydantic import AliasChoices, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema
from pydantic_core import PydanticCustomError

from game.scenario import vocabulary
from game.scenario.expr import ExpressionFault, Names, compile_expression
from game.scenario.faults import FAULT, Fault, nearest
from game.scenario.model import Citation, Effect, Expression
from game.scenario.reading import Node
from game.scenario.schema_effects import effects
from game.scenario.verbs import World, parse_effect

_DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?\Z")
_SOURCE_KEY = re.compile(r"\[([a-z][a-z0-9_]*)\]")


# --- markers ------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Ref:
    """The text is an id of this kind."""

    kind: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """For the written schema: which kind of id."""
        return {**handler(core), "description": f"the id of {vocabulary.with_article(self.kind)}"}


@dataclass(frozen=True, slots=True)
class Word:
    """The text is one of these words."""

    words: tuple[str, ...]

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """For the written schema: the words."""
        return {**handler(core), "enum": list(self.words)}


@dataclass(frozen=True, slots=True)
class Code:
    """The text is an expression of this type (bool, int, person, any)."""

    want: str

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        """For the written schema: what the expression gives."""
        kinds = {"bool": "a condition", "int": "a number", "person": "a person", "any": "a condition or number"}
        return {**handler(core), "description": f"an expression that gives {kinds[self.want]}"}


@dataclass(frozen=True, slots=True)
class Does:
    """The list holds effects."""


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of the mapping are ids of this kind; ``extra`` are words allowed beside them."""

    kind: str
    extra: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Only:
    """Expressions inside know these symbols only."""

    symbols: tuple[str, ...]


def parse_day(value: Any, end: bool = False) -> date:
    """A quoted date: year, year-month or year-month-day; an end without a day is the last one."""
    if isinstance(value, date):
        return value
    found = _DAY.match(value) if isinstance(value, str) else None
    if not found:
        raise PydanticCustomError("day", "expected a quoted date")
    year, month, day = (int(part) if part else 0 for part in found.groups())
    month = month or (12 if end else 1)
    try:
        return date(year, month, day or (calendar.monthrange(year, month)[1] if end else 1))
    except ValueError:
        raise PydanticCustomError("day", "there is no such day in the calendar") from None


_DAY_SCHEMA = WithJsonSchema({"type": "string", "pattern": "^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$"})
Day = Annotated[date, BeforeValidator(lambda value: parse_day(value)), _DAY_SCHEMA]  # one argument: no room for more
EndDay = Annotated[date, BeforeValidator(lambda value: parse_day(value, True)), _DAY_SCHEMA]
Share = Annotated[int, Field(ge=0, le=1000)]
Signed = Annotated[int, Field(ge=-1000, le=1000)]
Count = Annotated[int, Field(ge=0, le=10_000_000)]
Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=60)]
FactId = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.:@-]*$", max_length=120)]
PersonId = Annotated[str, Ref("person")]
Test = Annotated[str, Code("bool")]
Who = Annotated[str, Code("person")]
Effects = Annotated[list[Any], Does()]
If = Field(validation_alias=AliasChoices("if", "test"))


# --- what conversion knows ----------------------------------------------------------------------


@dataclass(slots=True)
class Build:
    """Everything conversion needs to know, and the faults it finds."""

    names: Names
    poles: tuple[str, ...]
    sizes: dict[str, int]
    leaders: tuple[str, ...]  # of the blocs, in order
    axes: tuple[str, ...]
    faults: list[Fault]
    file: str = ""
    symbols: frozenset[str] = frozenset()
    compiled: dict[tuple[str, str, frozenset[str]], Expression] = field(default_factory=dict)
    slots: dict[str, dict[str, str]] = field(default_factory=dict)  # order -> slot name -> kind
    effects: dict[tuple[str, frozenset[str]], Effect] = field(default_factory=dict)
    sources: dict[str, str] = field(default_factory=dict)  # key -> the work it stands for

    def fault(self, node: Node, what: str, near: str = "", do: str = "", level: str = FAULT) -> None:
        """Note a fault at a node."""
        self.faults.append(Fault(self.file, node.line, node.column, what, near, do, level))

    def key_fault(self, node: Node, key: str, what: str, near: str = "", do: str = "") -> None:
        """Note a fault at a key of a mapping."""
        line, column = node.key_place(key)
        self.faults.append(Fault(self.file, line, column, what, near, do))

    def expression(self, text: str, want: str, node: Node) -> Expression | None:
        """Compile a text once for each set of symbols."""
        key = (text, want, self.symbols)
        if key not in self.compiled:
            try:
                self.compiled[key] = compile_expression(text, want, self.names, self.symbols)
            except ExpressionFault as fault:
                self._inside(node, fault)
                return None
        return self.compiled[key]

    def effect(self, text: str, node: Node) -> Effect | None:
        """Read a plain effect once for each set of symbols."""
        key = (text, self.symbols)
        if key not in self.effects:
            try:
                world = World(self.names, self.poles, self.sizes, self.symbols)
                self.effects[key] = parse_effect(text, world)
            except ExpressionFault as fault:
                self._inside(node, fault)
                return None
        return self.effects[key]

    def reference(self, name: str, kind: str, node: Node) -> str:
        """Check that an id exists."""
        known = self.names.of(kind)
        if name not in known:
            what = f"there is no {vocabulary.in_words(kind)} {name[:60]!r}"
            do = f"use the id of {vocabulary.with_article(kind)}, or add it"
            self.fault(node, what, nearest(name, known), do)
        return name

    def works(self, text: str, node: Node) -> str:
        """A source with each key in square brackets replaced by the work it stands for."""
        return _SOURCE_KEY.sub(lambda found: self._work(found[1], node), text)

    def _work(self, key: str, node: Node) -> str:
        """The work a key of ``sources`` stands for."""
        if key not in self.sources:
            do = "use a key of sources, or write the work out"
            self.fault(node, f"there is no source {key[:60]!r}", nearest(key, self.sources), do)
        return self.sources.get(key, key)

    def _inside(self, node: Node, fault: ExpressionFault) -> None:
        """Note a fault inside a text."""
        column = node.column + (fault.column if node.quoted else 0)
        self.faults.append(Fault(self.file, node.line, column, fault.what, fault.nearest, fault.do))


# --- forms --------------------------------------------------------------------------------------


class Form(BaseModel):
    """A mapping of a scenario file. ``makes`` is the dataclass it becomes, ``scope`` names its symbols."""

    model_config = ConfigDict(extra="forbid", strict=True, populate_by_name=False)
    makes: ClassVar[Any] = None
    scope: ClassVar[str] = ""

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """The finished dataclass from the converted values."""
        return type(self).makes(**values)

    def known_symbols(self) -> frozenset[str]:
        """The symbols expressions inside may use."""
        return frozenset(vocabulary.SYMBOLS_OF[self.scope])


class Cited(Form):
    """A form with a flat citation."""

    source: str = ""
    confidence: Annotated[str, Word(vocabulary.CONFIDENCE)] = "medium"
    note: str = ""
    mark: Annotated[str, Word(vocabulary.MARKS)] = "fact"

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """Gather the four keys into a Citation."""
        names = ("source", "confidence", "note", "mark")
        values["source"] = build.works(self.source, node.parts.get("source", node))
        values["citation"] = Citation(*(values.pop(name) for name in names))
        return super().make(values, node, build)


Converter = Callable[[Any, Node, Build], Any]


@dataclass(frozen=True, slots=True)
class Plan:
    """How one field is read: its keys in the file, its converter, the form nested in it."""

    name: str
    keys: tuple[str, ...]
    convert: Converter
    form: type[Form] | None


@cache
def plans(form: type[Form]) -> tuple[Plan, ...]:
    """The plans of a form's fields."""
    hints = get_type_hints(form, include_extras=True)
    return tuple(
        Plan(name, _keys(name, info.validation_alias), _converter(hints[name]), _nested(hints[name]))
        for name, info in form.model_fields.items()
    )


def _keys(name: str, alias: Any) -> tuple[str, ...]:
    """The keys a field may have in a file."""
    if isinstance(alias, AliasChoices):
        return tuple(str(choice) for choice in alias.choices)
    return (alias if isinstance(alias, str) else name,)


def convert(form: Form, node: Node, build: Build) -> Any:
    """The dataclass of a validated form; faults are noted in ``build``."""
    values: dict[str, Any] = {}
    for plan in plans(type(form)):
        value = getattr(form, plan.name)
        part = next((node.parts[key] for key in plan.keys if key in node.parts), node)
        values[plan.name] = plan.convert(value, part, build)
    return form.make(values, node, build)


def convert_item(form: Form, node: Node, build: Build) -> Any:
    """Convert a top-level item with the symbols of its own scope."""
    build.symbols = form.known_symbols() if form.scope else frozenset()
    return convert(form, node, build)


def _nested(hint: Any) -> type[Form] | None:
    """The form inside a type, if there is one."""
    if isinstance(hint, type) and issubclass(hint, Form):
        return hint
    return next((form for form in map(_nested, get_args(hint)) if form is not None), None)


def _converter(hint: Any) -> Converter:
    """The converter of a type: marker, list, mapping, optional, form, or the value as it is."""
    origin = get_origin(hint)
    if origin is Annotated:
        base, *marks = get_args(hint)
        for mark in marks:
            maker = _MAKERS.get(type(mark))
            if maker is not None:
                return maker(mark, base)
        return _converter(base)
    if origin is list:
        inner = _converter(get_args(hint)[0])
        return lambda value, node, build: tuple(
            inner(item, node.parts.get(place, node), build) for place, item in enumerate(value)
        )
    if origin in (Union, types.UnionType):
        return _optional([option for option in get_args(hint) if option is not type(None)])
    if isinstance(hint, type) and issubclass(hint, Form):
        return lambda value, node, build: convert(value, node, build)
    return lambda value, node, build: value


def _optional(options: list[Any]) -> Converter:
    """A value that may be missing."""
    inner = _converter(options[0])
    return lambda value, node, build: None if value is None else inner(value, node, build)


def _word(mark: Word, base: Any) -> Converter:
    """One of a list of words."""

    def convert_word(value: str, node: Node, build: Build) -> str:
        if value not in mark.words:
            do = f"use {', '.join(word for word in mark.words if word)}"
            build.fault(node, f"{value[:60]!r} is not possible here", nearest(value, mark.words), do)
        return value

    return convert_word


def _keyed(mark: Keys, base: Any) -> Converter:
    """A mapping whose keys are ids."""

    def convert_keys(value: dict[str, Any], node: Node, build: Build) -> dict[str, Any]:
        known = build.names.of(mark.kind)
        for name in value:
            if name not in known and name not in mark.extra:
                near = nearest(name, [*known, *mark.extra])
                build.key_fault(node, name, f"there is no {mark.kind} {name[:60]!r}", near, "correct the key")
        return dict(value)

    return convert_keys


def _only(mark: Only, base: Any) -> Converter:
    """Fewer symbols inside."""
    inner = _converter(base)

    def convert_narrow(value: Any, node: Node, build: Build) -> Any:
        before, build.symbols = build.symbols, build.symbols & frozenset(mark.symbols)
        result = inner(value, node, build)
        build.symbols = before
        return result

    return convert_narrow


_MAKERS: dict[type, Callable[[Any, Any], Converter]] = {
    Ref: lambda mark, base: lambda value, node, build: build.reference(value, mark.kind, node),
    Word: _word,
    Code: lambda mark, base: lambda value, node, build: build.expression(value, mark.want, node),
    Does: lambda mark, base: lambda value, node, build: effects(value, node, build),
    Keys: _keyed,
    Only: _only,
}
