"""Forms of orders.yaml, hinges.yaml, events.yaml, documents.yaml, record/*.yaml and history.yaml."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from game.scenario import model, vocabulary
from game.scenario.faults import found_words
from game.scenario.reading import Node
from game.scenario.schema_base import (
    Build,
    Cited,
    Code,
    Day,
    Effects,
    EndDay,
    FactId,
    Form,
    Id,
    If,
    Only,
    PersonId,
    Ref,
    Share,
    Test,
    Who,
    Word,
)
from game.scenario.schema_record import check_option, convert_data, deed_args
from game.scenario.schema_world import NeedForm


class SurfacingForm(Form):
    """What a document does when it comes out."""

    makes: ClassVar[Any] = model.Surfacing
    test: Test = If
    at: str
    effects: Effects = []


class DocumentForm(Cited):
    """A text somebody holds."""

    makes: ClassVar[Any] = model.Document
    scope: ClassVar[str] = "document"
    id: Id
    title: str
    gist: str
    owners: list[PersonId] = []
    known_to: list[PersonId] = []
    state: Annotated[str, Word(vocabulary.DOCUMENT_STATES)] = "secret"
    written: Day | None = None
    surfacings: list[SurfacingForm] = []
    names: list[PersonId] = []
    counter: str = ""
    history: str = ""


class ThesisForm(Cited):
    """A formula that can be launched."""

    makes: ClassVar[Any] = model.Thesis
    scope: ClassVar[str] = "thesis"
    id: Id
    name: str
    gist: str
    axis: Annotated[str, Ref("axis")]
    pole: str
    owner: PersonId | None = None
    state: Annotated[str, Word(vocabulary.THESIS_STATES)] = "unspoken"
    launch: Effects = []
    attack: Effects = []
    counter: str = ""
    history: str = ""


class SlotForm(Form):
    """A blank of an order."""

    makes: ClassVar[Any] = model.Slot
    name: Annotated[str, Word(tuple(vocabulary.SLOT_SYMBOLS))]
    kind: Annotated[str, Word(vocabulary.SLOT_KINDS)]
    test: Test | None = Field(default=None, validation_alias=If.validation_alias)
    choices: dict[str, str] = {}
    prompt: str = ""

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """The choices as pairs (id, label)."""
        values["choices"] = tuple(self.choices.items())
        return super().make(values, node, build)


class OrderForm(Cited):
    """An ordinary order."""

    makes: ClassVar[Any] = model.OrderType
    scope: ClassVar[str] = "order"
    id: Id
    family: Annotated[str, Word(vocabulary.FAMILIES)]
    name: str
    key: Annotated[str, Field(max_length=8)] = ""
    fiction: str = ""
    slots: list[SlotForm] = []
    window: Annotated[str, Word(vocabulary.WINDOWS)] = "before"
    orders: Annotated[int, Field(ge=0, le=12)] = 1
    credit: Annotated[int, Field(ge=-1000, le=1000)] = 0
    authority: Annotated[int, Field(ge=-1000, le=1000)] = 0
    health: Annotated[int, Field(ge=-1000, le=1000)] = 0
    needs: Annotated[list[NeedForm], Only(("SELF",))] = []
    target_needs: list[NeedForm] = []
    effects: Effects = []
    away: bool = False
    delay: str = ""
    risk: str = ""
    counter: str = ""
    forecast: str = ""
    carries: list[str] = []
    instance: str = ""

    def known_symbols(self) -> frozenset[str]:
        """The giver and whatever the slots are filled with."""
        slots = (vocabulary.SLOT_SYMBOLS.get(slot.name, "") for slot in self.slots)
        return super().known_symbols() | {symbol for symbol in slots if symbol}


class ConsentForm(Form):
    """An offer inside a hinge."""

    makes: ClassVar[Any] = model.Consent
    who: Annotated[list[Who], Field(min_length=1)]
    needed: Annotated[int, Field(ge=1, le=100)] = 1
    text: str
    refused: Effects = []


class OptionForm(Form):
    """One alternative of a hinge."""

    makes: ClassVar[Any] = model.Option
    id: Id
    label: str
    effects: Effects = []
    argued_by: str = ""
    mark: Annotated[str, Word(vocabulary.MARKS)] = "fact"
    historical: bool = False
    decider: Annotated[int, Field(ge=0, le=20)] = 0
    needs: list[NeedForm] = []
    consent: ConsentForm | None = None
    risk: str = ""
    counter: str = ""
    echo: str = ""


class HingeForm(Cited):
    """A dated decision."""

    makes: ClassVar[Any] = model.Hinge
    scope: ClassVar[str] = "hinge"
    id: Id
    name: str
    opens: Day
    closes: EndDay
    needs: list[NeedForm] = []
    deciders: Annotated[list[Any], Field(min_length=1)]
    options: list[OptionForm] = []
    cast: list[PersonId] = []
    situation: str = ""
    unknown: str = ""
    elsewhere: str = ""
    question: str = ""
    document: Annotated[str, Ref("document")] | None = None

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """Read the groups of deciders."""
        part = node.parts.get("deciders", node)
        values["deciders"] = tuple(
            _group(group, part.parts.get(place, part), build) for place, group in enumerate(self.deciders)
        )
        return super().make(values, node, build)


def _group(group: Any, node: Node, build: Build) -> tuple[Any, ...]:
    """A group of deciders: one person expression or a list of them."""
    texts = group if isinstance(group, list) else [group]
    found = []
    for place, text in enumerate(texts):
        part = node.parts.get(place, node)
        if isinstance(text, str):
            found.append(build.expression(text, "person", part))
        else:
            build.fault(
                part, f"expected a person expression, found {found_words(text)}", do="write \"holder('...')\""
            )
    return tuple(expression for expression in found if expression is not None)


class EventForm(Cited):
    """Something nobody at the table decides."""

    makes: ClassVar[Any] = model.Event
    scope: ClassVar[str] = "event"
    id: Id
    name: str
    kind: Annotated[str, Word(vocabulary.EVENT_KINDS)]
    opens: Day
    closes: EndDay
    needs: list[NeedForm] = []
    chance: Share = 1000
    cast: list[PersonId] = []
    effects: Effects = []
    eased_by: Annotated[str, Code("any")] | None = None
    story: str = ""
    fact: Annotated[str, Ref("fact")] | None = None
    settable: Id | None = None
    leeway: Annotated[int, Field(ge=0, le=3660)] = 0


class FactForm(Cited):
    """One dated fact of the record."""

    makes: ClassVar[Any] = model.Fact
    id: FactId
    kind: Annotated[str, Word(vocabulary.FACT_KINDS)]
    begins: Day
    ends: EndDay | None = None
    text: str = ""
    data: dict[str, Any] = {}
    weight: Annotated[int, Field(ge=0, le=1000)] = 100

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """Check the data of the fact's own kind."""
        values["data"] = convert_data(self.kind, self.data, node.parts.get("data", node), build)
        return super().make(values, node, build)


class DeedForm(Cited):
    """One line of the historical line."""

    makes: ClassVar[Any] = model.Deed
    turn: Annotated[int, Field(ge=1, le=1000)]
    who: PersonId
    order: str
    args: dict[str, Any] = {}

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """Check the order and its blanks."""
        values["args"] = deed_args(self.order, self.args, node, build)
        return super().make(values, node, build)


class ExpectForm(Form):
    """What an author says of games of this scenario."""

    makes: ClassVar[Any] = model.Expectation
    scope: ClassVar[str] = "expectation"
    id: Id
    text: str
    by: EndDay
    dial: Annotated[str, Word(vocabulary.DIALS)] = "rails"
    strength: Annotated[str, Word(vocabulary.STRENGTHS)] = "clerk"
    seeds: Annotated[int, Field(ge=1, le=100)] = 1
    test: Test | None = Field(default=None, validation_alias=If.validation_alias)
    share: Share = 1000
    hinge: Annotated[str, Ref("hinge")] | None = None
    option: str = ""
    instead: str = ""
    value: Annotated[str, Code("int")] | None = None
    change: Annotated[str, Word(vocabulary.CHANGES)] = ""

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """A condition, or a number that moves when an option is taken; the options must be the hinge's own."""
        for name, option in (("option", self.option), ("instead", self.instead)):
            if option and self.hinge is not None:
                check_option(self.hinge, option, node.parts[name], build)
        moved = self.value is not None and self.change and self.hinge is not None and self.option
        if self.test is None and not moved:
            do = "write if: for a condition, or value:, change:, hinge: and option: for a number that moves"
            build.fault(node, "this expects nothing", do=do)
        return super().make(values, node, build)
