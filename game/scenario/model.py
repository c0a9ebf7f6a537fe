"""The read-only scenario: what the engine is told about a world.

Plain frozen dataclasses, built by ``game.scenario.load``. The engine indexes people, posts,
bodies, regions and blocs by their position in these tuples; ``Scenario.index`` gives the
position of an id. Shares, opinions and strengths are thousandths.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

#: How a part of a source begins that nobody looked up.
NOT_LOOKED_UP = ("general knowledge", "invented", "the scenario's")

#: A compiled condition or value: called with an engine ``Context``.
Compiled = Callable[[Any], Any]


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition or value as written, compiled once; ``value(context)`` evaluates it."""

    text: str
    kind: str  # "bool", "int" or "person"
    value: Compiled = field(compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Need:
    """A precondition and the sentence shown when it fails."""

    test: Expression
    reason: str


@dataclass(frozen=True, slots=True)
class Effect:
    """One verb of the effect vocabulary with its arguments, already checked against its signature.

    ``args`` hold ids (str), symbols such as ``SELF`` (str) or integers. ``chance`` (thousandths)
    and ``test`` guard the nested lists; a plain verb has neither.
    """

    verb: str
    args: tuple[Any, ...] = ()
    chance: int | None = None
    test: Expression | None = None
    then: tuple[Effect, ...] = ()
    otherwise: tuple[Effect, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a fact comes from and how sure it is (high, medium, low).

    ``source`` is written out: keys of the scenario's list of works stand replaced by the works.
    """

    source: str = ""
    confidence: str = "medium"
    note: str = ""
    mark: str = "fact"  # fact | model | speculation

    @property
    def looked_up(self) -> bool:
        """Whether the source names something that was looked up, not only what is generally known."""
        parts = (part.strip() for part in self.source.split(";"))
        return any(part and not part.startswith(NOT_LOOKED_UP) for part in parts)


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of opinion from -1000 (low pole) to +1000 (high pole)."""

    id: str
    name: str
    low: str
    low_name: str
    high: str
    high_name: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A world quantity 0..1000, drifting by ``drift`` per mille of its distance to ``rest`` each turn."""

    id: str
    name: str
    start: int = 500
    rest: int = 500
    drift: int = 100
    role: str = ""  # "unity": the engine scales loyalty to the leadership by it


@dataclass(frozen=True, slots=True)
class Person:
    """A person; ``axes`` follow ``Scenario.axes``."""

    id: str
    name: str
    given: str
    surname: str
    axes: tuple[int, ...]
    authority: int = 250
    oratory: int = 400
    organisation: int = 400
    theory: int = 400
    intrigue: int = 400
    health: int = 700
    female: bool = False
    born: date | None = None
    died: date | None = None
    patron: str | None = None
    region: str | None = None
    place: str = "centre"  # centre | posted | abroad
    role: str = ""
    about: str = ""
    fate: str = ""
    portrait: str | None = None
    face: Mapping[str, Any] = field(default_factory=dict)
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Feeling:
    """A starting opinion of one person about another, -1000..1000, with the reason shown."""

    holder: str
    about: str
    value: int
    reason: str


@dataclass(frozen=True, slots=True)
class Goal:
    """One graded line of an aim: points if ``test`` holds at the end; ``text`` is shown from the start."""

    test: Expression
    points: int
    text: str


@dataclass(frozen=True, slots=True)
class Bloc:
    """A leader and those who follow him; every leader of the scenario has exactly one bloc."""

    id: str
    name: str
    leader: str
    colour: str = "sand"  # red | ink | blue | sand | ash
    emblem: str = "neutral"
    cohesion: int = 500
    exposure: int = 0
    severity: int = 0  # 0 tolerated, 1000 warned, 2000 condemned, 3000 banned
    mantle: int = 400
    credit: int = 250
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Contender:
    """A seat someone can play."""

    person: str
    title: str
    aim: str
    win: Goal
    partial: Goal
    lose: Goal
    goals: tuple[Goal, ...] = ()
    difficulty: int = 3
    strengths: tuple[str, ...] = ()
    weaknesses: tuple[str, ...] = ()
    advice: tuple[str, ...] = ()
    weights: Mapping[str, int] = field(default_factory=dict)  # posts machine doctrine applause ... 0..1000
    orders: int = 3
    people: tuple[str, ...] = ()  # his short list of reliable people
    history: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Body:
    """A body that meets and votes.

    ``kind``: ``named`` (every voter is a person), ``committee`` (people and bench seats),
    ``assembly`` (delegates of the regions), ``joint`` (the bodies in ``joins`` sitting together).
    ``role`` tells the engine what the body is for: ``bureau`` (the leading one: the margin is
    counted here), ``committee``, ``control``, ``congress``, ``conference``, ``joint``,
    ``office`` (secretariat and the like), ``council`` (government, unions...).
    """

    id: str
    name: str
    short: str
    kind: str
    role: str
    elected_by: str | None = None
    joins: tuple[str, ...] = ()
    full_seats: int = 0
    candidate_seats: int = 0
    motions: tuple[str, ...] = ()
    emblem: str = "neutral"
    meets_each_turn: bool = False
    about: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Post:
    """An office. ``powers`` are engine vocabulary (see game.engine.powers)."""

    id: str
    name: str
    short: str
    powers: tuple[str, ...] = ()
    filled_by: str | None = None  # body that elects the holder
    emptied_by: str | None = None  # body that may remove him
    region: str | None = None
    first_secretary: bool = False
    weight: int = 0  # thousandths, for the index of posts
    vacant_from: date | None = None
    exists_from: date | None = None
    exists_to: date | None = None
    emblem: str = "neutral"
    about: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Region:
    """A party organisation. ``clients`` has one entry a bloc plus a last one for nobody; it sums to 1000."""

    id: str
    name: str
    short: str
    territorial: bool
    full: int  # heads
    candidates: int  # heads
    provinces: int
    independence: int
    autonomy: int
    machine: int
    grievance: int
    axes: tuple[int, ...]
    clients: tuple[int, ...]
    sentiment: tuple[int, ...]
    fear: int = 200
    workers: int = 0
    map_x: int = 0
    map_y: int = 0
    emblem: str = "neutral"
    covers: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class PactTemplate:
    """A named understanding; ``at_start`` ones are in force when the scenario opens."""

    id: str
    name: str
    members: tuple[str, ...]
    strength: int = 700
    secret: bool = False
    at_start: bool = False
    since: date | None = None
    until: date | None = None
    about: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Surfacing:
    """What a document does when it comes out while ``test`` holds; the first that holds applies."""

    test: Expression
    at: str
    effects: tuple[Effect, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """A text somebody holds. ``state``: unwritten, secret, known, leaked, delegations, press, abroad."""

    id: str
    title: str
    gist: str
    owners: tuple[str, ...]
    known_to: tuple[str, ...] = ()
    state: str = "secret"
    written: date | None = None
    surfacings: tuple[Surfacing, ...] = ()
    names: tuple[str, ...] = ()  # people it speaks of
    counter: str = ""
    history: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Thesis:
    """A formula that can be launched, attacked, adopted or condemned."""

    id: str
    name: str
    gist: str
    axis: str
    pole: str
    owner: str | None = None
    state: str = "unspoken"  # unspoken | launched | adopted | condemned
    launch: tuple[Effect, ...] = ()
    attack: tuple[Effect, ...] = ()
    counter: str = ""
    history: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Rule:
    """A standing rule that can be on or off; conditions ask for it with rule('id')."""

    id: str
    name: str
    on: bool = False
    about: str = ""
    appointments: int = 1000  # thousandths by which routine placement is multiplied while on


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A standing item of a meeting: a motion of type ``motion`` moved if ``test`` holds."""

    key: str
    motion: str
    test: Expression | None = None
    subject: str | None = None
    movers: tuple[Expression, ...] = ()
    against: tuple[Expression, ...] = ()


@dataclass(frozen=True, slots=True)
class Meeting:
    """A dated sitting of a body. ``seats`` is the number of voting delegates of an assembly."""

    id: str
    body: str
    name: str
    opens: date
    closes: date
    seats: int = 0
    candidates_count: bool = False
    elects: tuple[str, ...] = ()  # bodies elected here, in order
    sizes: Mapping[str, tuple[int, int]] = field(default_factory=dict)  # full, candidate seats from here on
    agenda: tuple[AgendaItem, ...] = ()
    seated_at_start: bool = False
    needs: tuple[Need, ...] = ()
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class MotionType:
    """What can be moved. ``subject``: none, person, bloc, post, document, thesis, region, meeting, rule."""

    id: str
    name: str
    sentence: str  # template with {subject}, {mover}, {body}
    subject: str
    severity: int = 0
    bodies: tuple[str, ...] = ()
    threshold: str = "majority"  # majority | two_thirds | two_thirds_entitled
    credit: int = 0
    needs: tuple[Need, ...] = ()
    word: Expression | None = None  # the founder's word, -2000..2000, towards the motion
    carried: tuple[Effect, ...] = ()
    lost: tuple[Effect, ...] = ()
    about: str = ""


@dataclass(frozen=True, slots=True)
class Slot:
    """A blank of an order. ``kind``: person, region, post, body, document, thesis, pact, motion,
    motion_type, pole, term, choice. ``test`` filters candidates (seen as the slot's symbol)."""

    name: str
    kind: str
    test: Expression | None = None
    choices: tuple[tuple[str, str], ...] = ()  # (id, label) for kind "choice"
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class OrderType:
    """An ordinary order, declared as data."""

    id: str
    family: str  # organise | agitate | ally | session | inform | personal
    name: str
    key: str
    fiction: str
    slots: tuple[Slot, ...] = ()
    window: str = "before"  # before | session | both
    orders: int = 1
    credit: int = 0
    authority: int = 0
    health: int = 0
    needs: tuple[Need, ...] = ()  # tested with SELF only
    target_needs: tuple[Need, ...] = ()  # tested with the slots filled
    effects: tuple[Effect, ...] = ()
    away: bool = False  # may be given from exile or after expulsion
    delay: str = ""
    risk: str = ""
    counter: str = ""
    forecast: str = ""
    carries: tuple[str, ...] = ()
    instance: str = ""
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Consent:
    """An offer inside a hinge: it takes effect only if ``who`` agree (each asked by the ordinary rules)."""

    who: tuple[Expression, ...]
    needed: int
    text: str
    refused: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Option:
    """One alternative of a hinge."""

    id: str
    label: str
    effects: tuple[Effect, ...]
    argued_by: str = ""
    mark: str = "fact"
    historical: bool = False
    decider: int = 0  # which of the hinge's deciders may take it
    needs: tuple[Need, ...] = ()
    consent: Consent | None = None
    risk: str = ""
    counter: str = ""
    echo: str = ""  # what it may lead to later; told only after the decision


@dataclass(frozen=True, slots=True)
class Hinge:
    """A dated decision. ``deciders`` are groups: the first person expression of a group that names
    somebody who can act decides."""

    id: str
    name: str
    opens: date
    closes: date
    needs: tuple[Need, ...]
    deciders: tuple[tuple[Expression, ...], ...]
    options: tuple[Option, ...]
    cast: tuple[str, ...] = ()
    situation: str = ""
    unknown: str = ""
    elsewhere: str = ""
    question: str = ""
    document: str | None = None
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Event:
    """Something nobody at the table decides. ``kind``: fixed, shifted (waits inside its window until
    its needs hold), chance (``chance`` thousandths each turn of the window). ``settable`` names a setting
    of the scenario: dated, seeded (moved by luck) or never."""

    id: str
    name: str
    kind: str
    opens: date
    closes: date
    needs: tuple[Need, ...] = ()
    chance: int = 1000
    cast: tuple[str, ...] = ()
    effects: tuple[Effect, ...] = ()
    eased_by: Expression | None = None
    story: str = ""
    fact: str | None = None
    settable: str | None = None  # the setting that may move the event or take it away
    leeway: int = 0  # days either way, when that setting is "seeded"
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Fact:
    """One dated fact of the record. ``kind``: tenure, vote, meeting, pact, status, death,
    publication, choice, figure, happening. ``data`` holds the kind's own fields."""

    id: str
    kind: str
    begins: date
    ends: date | None
    text: str
    data: Mapping[str, Any]
    weight: int = 100
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Deed:
    """One line of the historical line: an order or a hinge choice of a turn."""

    turn: int
    who: str
    order: str  # order id, or the native act
    args: Mapping[str, Any]
    citation: Citation = Citation()


@dataclass(frozen=True, slots=True)
class Opening:
    """Who holds what on a date, as the record has it."""

    on: date
    holders: Mapping[str, str]  # post -> person
    since: Mapping[str, date]
    full: Mapping[str, tuple[str, ...]]  # body -> full members
    candidates: Mapping[str, tuple[str, ...]]
    pacts: tuple[str, ...]
    places: Mapping[str, str]  # person -> centre | posted | abroad | exiled | expelled | dead
    outside: tuple[str, ...] = ()  # people who are not in the party


@dataclass(frozen=True, slots=True)
class Chapter:
    """A shorter game inside the scenario."""

    id: str
    name: str
    first_turn: int
    last_turn: int
    question: str
    minutes: int


@dataclass(frozen=True, slots=True)
class Expectation:
    """What an author says of games of this scenario; ``general-line validate --expect`` plays them.

    ``test`` must hold at the close of the turn of ``by`` in so many thousandths (``share``) of the games.
    With ``value``, the mean of a number must go the way of ``change`` (rises or falls) when the ``option``
    of a hinge is taken, against games of the same luck in which ``instead`` is, or what its decider likes.
    """

    id: str
    text: str
    by: date
    dial: str = "rails"
    strength: str = "clerk"
    seeds: int = 1
    test: Expression | None = None
    share: int = 1000
    hinge: str | None = None
    option: str = ""
    instead: str = ""
    value: Expression | None = None
    change: str = ""


@lru_cache(maxsize=1024)
def _turn_dates(start: date, months: int, turn: int, end: date | None) -> tuple[date, date]:
    first_month = start.month - 1 + (turn - 1) * months
    first = date(start.year + first_month // 12, first_month % 12 + 1, 1)
    next_month = first_month + months
    last = date.fromordinal(date(start.year + next_month // 12, next_month % 12 + 1, 1).toordinal() - 1)
    return (start if turn == 1 else first), (last if end is None else min(last, end))


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything of one world, checked and read-only."""

    id: str
    title: str
    version: str
    summary: str
    place: str
    start: date
    turn_months: int
    turns: int
    axes: tuple[Axis, ...]
    quantities: tuple[Quantity, ...]
    labels: Mapping[str, str]  # what the engine's generic words are called here
    sizes: Mapping[str, int]  # small, medium, large
    parameters: Mapping[str, int]  # the model's numbers, see game.engine.parameters
    settings: Mapping[str, Any]
    people: tuple[Person, ...]
    feelings: tuple[Feeling, ...]
    blocs: tuple[Bloc, ...]
    contenders: tuple[Contender, ...]
    bodies: tuple[Body, ...]
    posts: tuple[Post, ...]
    regions: tuple[Region, ...]
    pacts: tuple[PactTemplate, ...]
    documents: tuple[Document, ...]
    theses: tuple[Thesis, ...]
    rules: tuple[Rule, ...]
    motions: tuple[MotionType, ...]
    meetings: tuple[Meeting, ...]
    orders: tuple[OrderType, ...]
    hinges: tuple[Hinge, ...]
    events: tuple[Event, ...]
    record: tuple[Fact, ...]
    history: tuple[Deed, ...]
    chapters: tuple[Chapter, ...]
    reasons: Mapping[str, str]  # reason id -> text template
    sources: Mapping[str, str] = field(default_factory=dict)  # key -> the work it stands for
    end: date | None = None  # last day of the last turn, if before its months are over
    expect: tuple[Expectation, ...] = ()
    digest: str = ""
    folder: str = ""
    index: Mapping[str, Mapping[str, int]] = field(default_factory=dict, compare=False, repr=False)
    files: tuple[tuple[str, str], ...] = ()  # name and mark of each file it was read from

    def turn_dates(self, turn: int) -> tuple[date, date]:
        """First and last day of ``turn`` (1-based); turn 1 begins on the scenario's start."""
        return _turn_dates(self.start, self.turn_months, turn, self.end if turn == self.turns else None)

    def turn_of(self, day: date) -> int:
        """The turn in which ``day`` falls (1-based; less than 1 before the start)."""
        months = (day.year - self.start.year) * 12 + day.month - self.start.month
        return months // self.turn_months + 1
