"""Forms of scenario.yaml, people.yaml, blocs.yaml, bodies.yaml and regions.yaml."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Field

from game.scenario import model, vocabulary
from game.scenario.faults import nearest
from game.scenario.reading import Node
from game.scenario.schema_base import (
    Build,
    Cited,
    Code,
    Count,
    Day,
    Effects,
    EndDay,
    Form,
    Id,
    If,
    PersonId,
    Ref,
    Share,
    Signed,
    Test,
    Word,
)

Emblem = Annotated[str, Field(max_length=60)]


class AxisForm(Form):
    """An axis of opinion."""

    makes: ClassVar[Any] = model.Axis
    id: Id
    name: str
    low: Id
    low_name: str
    high: Id
    high_name: str


class QuantityForm(Form):
    """A world quantity."""

    makes: ClassVar[Any] = model.Quantity
    id: Id
    name: str
    start: Share = 500
    rest: Share = 500
    drift: Share = 100
    role: Annotated[str, Word(vocabulary.QUANTITY_ROLES)] = ""


class RuleForm(Form):
    """A standing rule."""

    makes: ClassVar[Any] = model.Rule
    id: Id
    name: str
    on: bool = False
    about: str = ""
    appointments: Annotated[int, Field(ge=0, le=5000)] = 1000


class ChapterForm(Form):
    """A shorter game."""

    makes: ClassVar[Any] = model.Chapter
    id: Id
    name: str
    first_turn: Annotated[int, Field(ge=1, le=1000)]
    last_turn: Annotated[int, Field(ge=1, le=1000)]
    question: str
    minutes: Annotated[int, Field(ge=1, le=1000)]


def axes_tuple(given: dict[str, int], node: Node, build: Build) -> tuple[int, ...]:
    """Axis values in the scenario's order; a missing axis is 0."""
    part = node.parts.get("axes", node)
    for name in given:
        if name not in build.axes:
            do = f"the axes are {', '.join(build.axes)}"
            build.key_fault(part, name, f"there is no axis {name[:60]!r}", nearest(name, build.axes), do)
    return tuple(given.get(name, 0) for name in build.axes)


def by_leader(
    given: dict[str, int], key: str, node: Node, build: Build, extra: tuple[str, ...] = ()
) -> list[int]:
    """Values by bloc leader in the order of the blocs; a missing leader is 0."""
    part = node.parts.get(key, node)
    for name in given:
        if name not in build.leaders and name not in extra:
            near = nearest(name, [*build.leaders, *extra])
            do = f"the leaders are {', '.join(build.leaders)}"
            build.key_fault(part, name, f"{name[:60]!r} leads no bloc", near, do)
    return [given.get(name, 0) for name in build.leaders]


class PersonForm(Cited):
    """A person."""

    makes: ClassVar[Any] = model.Person
    id: Id
    name: str
    given: str = ""
    surname: str = ""
    axes: dict[str, Signed] = {}
    authority: Share = 250
    oratory: Share = 400
    organisation: Share = 400
    theory: Share = 400
    intrigue: Share = 400
    health: Share = 700
    female: bool = False
    born: Day | None = None
    died: EndDay | None = None
    patron: PersonId | None = None
    region: Annotated[str, Ref("region")] | None = None
    place: Annotated[str, Word(vocabulary.PLACES)] = "centre"
    role: str = ""
    about: str = ""
    fate: str = ""
    portrait: str | None = None
    face: dict[str, Any] = {}

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """Order the axes; a surname that is not given is the last word of the name."""
        values["axes"] = axes_tuple(self.axes, node, build)
        words = self.name.split()
        values["surname"] = self.surname or (words[-1] if words else "")
        values["given"] = self.given or " ".join(words[:-1])
        return super().make(values, node, build)


class FeelingForm(Form):
    """A starting opinion."""

    makes: ClassVar[Any] = model.Feeling
    holder: PersonId
    about: PersonId
    value: Signed
    reason: str


class GoalForm(Form):
    """One graded line of an aim."""

    makes: ClassVar[Any] = model.Goal
    scope: ClassVar[str] = "goal"
    test: Test = If
    points: Annotated[int, Field(ge=-1000, le=1000)] = 0
    text: str


class BlocForm(Form):
    """A leader and his followers."""

    makes: ClassVar[Any] = model.Bloc
    id: Id
    name: str
    leader: PersonId
    colour: Annotated[str, Word(vocabulary.COLOURS)] = "sand"
    emblem: Emblem = "neutral"
    cohesion: Share = 500
    exposure: Share = 0
    severity: Annotated[int, Field(ge=0, le=3000, multiple_of=1000)] = 0
    mantle: Share = 400
    credit: Share = 250
    members: list[PersonId] = []


class ContenderForm(Cited):
    """A seat someone can play."""

    makes: ClassVar[Any] = model.Contender
    scope: ClassVar[str] = "goal"
    person: PersonId
    title: str
    aim: str
    win: GoalForm
    partial: GoalForm
    lose: GoalForm
    goals: list[GoalForm] = []
    difficulty: Annotated[int, Field(ge=1, le=5)] = 3
    strengths: list[str] = []
    weaknesses: list[str] = []
    advice: list[str] = []
    weights: dict[str, Share] = {}
    orders: Annotated[int, Field(ge=0, le=12)] = 3
    people: list[PersonId] = []
    history: str = ""


class PactForm(Cited):
    """A named understanding."""

    makes: ClassVar[Any] = model.PactTemplate
    id: Id
    name: str
    members: Annotated[list[PersonId], Field(min_length=2)]
    strength: Share = 700
    secret: bool = False
    at_start: bool = False
    since: Day | None = None
    until: EndDay | None = None
    about: str = ""


class BodyForm(Cited):
    """A body that meets and votes."""

    makes: ClassVar[Any] = model.Body
    id: Id
    name: str
    short: str
    kind: Annotated[str, Word(vocabulary.BODY_KINDS)]
    role: Annotated[str, Word(vocabulary.BODY_ROLES)]
    elected_by: Annotated[str, Ref("body")] | None = None
    joins: list[Annotated[str, Ref("body")]] = []
    full_seats: Annotated[int, Field(ge=0, le=5000)] = 0
    candidate_seats: Annotated[int, Field(ge=0, le=5000)] = 0
    motions: list[Annotated[str, Ref("motion_type")]] = []
    emblem: Emblem = "neutral"
    meets_each_turn: bool = False
    about: str = ""


class PostForm(Cited):
    """An office."""

    makes: ClassVar[Any] = model.Post
    id: Id
    name: str
    short: str
    powers: list[Annotated[str, Word(vocabulary.POWERS)]] = []
    filled_by: Annotated[str, Ref("body")] | None = None
    emptied_by: Annotated[str, Ref("body")] | None = None
    region: Annotated[str, Ref("region")] | None = None
    first_secretary: bool = False
    weight: Share = 0
    vacant_from: Day | None = None
    exists_from: Day | None = None
    exists_to: EndDay | None = None
    emblem: Emblem = "neutral"
    about: str = ""


class RegionForm(Cited):
    """A party organisation."""

    makes: ClassVar[Any] = model.Region
    id: Id
    name: str
    short: str
    territorial: bool = True
    full: Count
    candidates: Count = 0
    provinces: Annotated[int, Field(ge=0, le=200)] = 1
    independence: Share
    autonomy: Share
    machine: Share
    grievance: Share
    axes: dict[str, Signed] = {}
    clients: dict[str, Share] = {}
    sentiment: dict[str, Signed] = {}
    fear: Share = 200
    workers: Share = 0
    map_x: int = 0
    map_y: int = 0
    emblem: Emblem = "neutral"
    covers: str = ""

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """Order axes, clients and sentiment; what is nobody's is the rest of the thousand."""
        values["axes"] = axes_tuple(self.axes, node, build)
        clients = by_leader(self.clients, "clients", node, build, ("nobody",))
        values["clients"] = (*clients, self._nobody(clients, node, build))
        values["sentiment"] = tuple(by_leader(self.sentiment, "sentiment", node, build))
        return super().make(values, node, build)

    def _nobody(self, clients: list[int], node: Node, build: Build) -> int:
        """The unattached share of the lower secretaries."""
        rest = 1000 - sum(clients)
        part = node.parts.get("clients", node)
        if rest < 0:
            build.fault(
                part, f"clients add up to {sum(clients)}, more than 1000", do="they are shares in thousandths"
            )
        stated = self.clients.get("nobody", rest)
        if stated != rest and rest >= 0:
            build.key_fault(part, "nobody", f"nobody is {stated}, but {rest} are left", do="leave nobody out")
        return max(rest, 0)


class NeedForm(Form):
    """A condition and the sentence shown when it fails."""

    makes: ClassVar[Any] = model.Need
    test: Test = If
    reason: str = Field(alias="else", validation_alias="else")


class AgendaForm(Form):
    """A standing item of a meeting."""

    makes: ClassVar[Any] = model.AgendaItem
    key: Annotated[str, Field(min_length=1, max_length=120)]
    motion: Annotated[str, Ref("motion_type")]
    test: Test | None = Field(default=None, validation_alias=If.validation_alias)
    subject: str | None = None
    movers: list[Annotated[str, Code("person")]] = []
    against: list[Annotated[str, Code("person")]] = []


class MeetingForm(Cited):
    """A dated sitting."""

    makes: ClassVar[Any] = model.Meeting
    scope: ClassVar[str] = "meeting"
    id: Id
    body: Annotated[str, Ref("body")]
    name: str
    opens: Day
    closes: EndDay
    seats: Annotated[int, Field(ge=0, le=5000)] = 0
    candidates_count: bool = False
    elects: list[Annotated[str, Ref("body")]] = []
    sizes: dict[str, Annotated[list[Count], Field(min_length=2, max_length=2)]] = {}
    agenda: list[AgendaForm] = []
    seated_at_start: bool = False
    needs: list[NeedForm] = []

    def make(self, values: dict[str, Any], node: Node, build: Build) -> Any:
        """Check the bodies of the sizes and make pairs of them."""
        part = node.parts.get("sizes", node)
        for name in self.sizes:
            known = build.names.of("body")
            if name not in known:
                build.key_fault(
                    part, name, f"there is no body {name[:60]!r}", nearest(name, known), "correct the key"
                )
        values["sizes"] = {name: (pair[0], pair[1]) for name, pair in self.sizes.items()}
        return super().make(values, node, build)


class MotionForm(Form):
    """A type of motion."""

    makes: ClassVar[Any] = model.MotionType
    scope: ClassVar[str] = "motion"
    id: Id
    name: str
    sentence: str
    subject: Annotated[str, Word(vocabulary.SUBJECTS)] = "none"
    severity: Annotated[int, Field(ge=0, le=3000)] = 0
    bodies: list[Annotated[str, Ref("body")]] = []
    threshold: Annotated[str, Word(vocabulary.THRESHOLDS)] = "majority"
    credit: Share = 0
    needs: list[NeedForm] = []
    word: Annotated[str, Code("int")] | None = None
    carried: Effects = []
    lost: Effects = []
    about: str = ""
