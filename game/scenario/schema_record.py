"""Forms of the data of recorded facts, one a kind, and the blanks of historical deeds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import Field, ValidationError

from game.scenario import vocabulary
from game.scenario.faults import nearest
from game.scenario.reading import Node
from game.scenario.schema_base import Build, Form, PersonId, Ref, Word
from game.scenario.schema_base import convert as convert_form
from game.scenario.shape import shape_faults

Votes = Annotated[int, Field(ge=0, le=100_000)]


class DataForm(Form):
    """Data of a fact: what comes out is a plain mapping of the keys that were written."""

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """A plain mapping."""
        return {name: value for name, value in values.items() if name in self.model_fields_set}


class TenureData(DataForm):
    """Who held what; ``office`` is a post or a body."""

    who: PersonId
    office: str
    role: Annotated[str, Word(vocabulary.TENURE_ROLES)]

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """The role must fit the office."""
        names, part = build.names, node.parts.get("office", node)
        is_post, is_body = self.office in names.of("post"), self.office in names.of("body")
        if not is_post and not is_body:
            known = [*names.of("post"), *names.of("body")]
            near = nearest(self.office, known)
            build.fault(
                part, f"there is no post or body {self.office[:60]!r}", near, "use the id of a post or body"
            )
        elif is_body and not is_post and self.role == "holder":
            build.fault(node.parts["role"], "a body has no holder", do="write full or candidate")
        elif is_post and not is_body and self.role != "holder":
            build.fault(node.parts["role"], f"a post has no {self.role} member", do="write holder")
        return super().make(values, node, build)


class VoteData(DataForm):
    """A recorded vote."""

    meeting: Annotated[str, Ref("meeting")] | None = None
    body: Annotated[str, Ref("body")]
    motion: Annotated[str, Ref("motion_type")]
    subject: str | None = None
    key: Annotated[str, Field(min_length=1, max_length=160)]
    votes_for: Votes | None = Field(default=None, validation_alias="for")
    against: Votes | None = None
    abstain: Votes | None = None
    total: Votes | None = None
    carried: bool
    tally: Annotated[str, Word(vocabulary.TALLIES)] = "exact"

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """``for`` is a key of the mapping, and an exact tally needs both sides."""
        given = super().make(values, node, build)
        if "votes_for" in given:
            given["for"] = given.pop("votes_for")
        given.setdefault("tally", self.tally)
        if self.tally != "unknown" and self.votes_for is None and self.against is None:
            build.fault(node, f"a tally that is {self.tally} needs for or against", do="write tally: unknown")
        return given


class MeetingData(DataForm):
    """A recorded meeting."""

    body: Annotated[str, Ref("body")] | None = None
    meeting: Annotated[str, Ref("meeting")] | None = None
    delegates: Votes | None = None
    consultative: Votes | None = None


class PactData(DataForm):
    """A recorded understanding."""

    pact: Annotated[str, Ref("pact")] | None = None
    members: list[PersonId] = []


class StatusData(DataForm):
    """Where somebody was sent, or what became of his membership."""

    who: PersonId
    status: Annotated[str, Word(vocabulary.STATUSES)]
    to: str | None = None


class DeathData(DataForm):
    """A death."""

    who: PersonId


class PublicationData(DataForm):
    """A document that came out."""

    document: Annotated[str, Ref("document")] | None = None
    state: Annotated[str, Word(vocabulary.DOCUMENT_STATES)] | None = None
    thesis: Annotated[str, Ref("thesis")] | None = None
    who: PersonId | None = None


class ChoiceData(DataForm):
    """How a hinge was decided."""

    hinge: Annotated[str, Ref("hinge")]
    option: str
    decider: PersonId | None = None

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """The option must be the hinge's own."""
        check_option(self.hinge, self.option, node.parts.get("option", node), build)
        return super().make(values, node, build)


class FigureData(DataForm):
    """A recorded number."""

    name: Annotated[str, Field(min_length=1, max_length=80)]
    value: int
    region: Annotated[str, Ref("region")] | None = None


class HappeningData(DataForm):
    """Something that happened; ``event`` is the scenario's event for it."""

    event: Annotated[str, Ref("event")] | None = None
    actors: list[PersonId] = []


DATA_FORMS: dict[str, type[DataForm]] = {
    "tenure": TenureData, "vote": VoteData, "meeting": MeetingData, "pact": PactData, "status": StatusData,
    "death": DeathData, "publication": PublicationData, "choice": ChoiceData, "figure": FigureData,
    "happening": HappeningData,
}  # fmt: skip


def convert_data(kind: str, data: dict[str, Any], node: Node, build: Build) -> Mapping[str, Any]:
    """The checked data of a fact of this kind."""
    form = DATA_FORMS.get(kind)
    if form is None:
        return data
    try:
        checked = form.model_validate(data)
    except ValidationError as error:
        build.faults += shape_faults(error, form, node, build.file)
        return data
    return convert_form(checked, node, build)  # type: ignore[no-any-return]


def check_option(hinge: str, option: str, node: Node, build: Build) -> None:
    """An option must be one of the hinge's."""
    options = build.names.options.get(hinge)
    if options is not None and option not in options:
        near = nearest(option, options)
        do = f"its options are {', '.join(options)}"
        build.fault(node, f"the hinge {hinge!r} has no option {option[:60]!r}", near, do)


def deed_args(order: str, args: dict[str, Any], node: Node, build: Build) -> Mapping[str, Any]:
    """The blanks of a deed, checked against the order's slots or the native act."""
    place, part = node.parts.get("order", node), node.parts.get("args", node)
    slots = build.slots.get(order)
    allowed = vocabulary.NATIVE_ACTS.get(order) if slots is None else tuple(slots)
    if allowed is None:
        known = [*build.slots, *vocabulary.NATIVE_ACTS]
        build.fault(
            place, f"there is no order {order[:60]!r}", nearest(order, known), "use an order or a native act"
        )
        return args
    for name, value in args.items():
        if name not in allowed:
            do = f"its blanks are {', '.join(allowed)}" if allowed else "it has no blanks"
            build.key_fault(part, name, f"{order} has no blank {name[:40]!r}", nearest(name, allowed), do)
        elif slots is not None and slots[name] in vocabulary.FIELD_OF_KIND and isinstance(value, str):
            build.reference(value, slots[name], part.parts[name])
    if order in ("choose", "voice") and isinstance(args.get("hinge"), str):
        build.reference(args["hinge"], "hinge", part.parts["hinge"])
        check_option(args["hinge"], str(args.get("option")), part.parts.get("option", part), build)
    return args
