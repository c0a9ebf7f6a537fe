"""A small made-up party for tests of the machine: three leaders, four bodies, three regions."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from game.engine import setup
from game.engine.log import Log
from game.engine.state import State
from game.scenario.model import (
    AgendaItem,
    Axis,
    Bloc,
    Body,
    Contender,
    Document,
    Effect,
    Expression,
    Feeling,
    Goal,
    Meeting,
    MotionType,
    Need,
    Opening,
    OrderType,
    Person,
    Post,
    Quantity,
    Region,
    Rule,
    Scenario,
    Slot,
)

START = date(2001, 1, 1)
LEADERS = ("ash", "birch", "cedar")
FOLLOWERS = {"ash": ("aspen", "alder"), "birch": ("box", "bay"), "cedar": ("cherry",)}
LOOSE = ("lime", "larch")


def formula(kind: str, function: Callable[[Any], Any], text: str = "") -> Expression:
    """An expression from a Python function of a context."""
    return Expression(text or "test", kind, function)


def person(name: str, patron: str | None = None, **fields: Any) -> Person:
    """A person of middling figures."""
    given = {"authority": 300, "organisation": 400, **fields}
    return Person(name, name.title(), "", name.title(), (0, 0), patron=patron, **given)


def people() -> tuple[Person, ...]:
    """Leaders, their followers, and two of nobody's."""
    found = [person(name, authority=700 - 100 * rank) for rank, name in enumerate(LEADERS)]
    found += [person(name, chief) for chief, names in FOLLOWERS.items() for name in names]
    return (*found, *(person(name) for name in LOOSE))


def region(name: str, clients: tuple[int, ...]) -> Region:
    """A region of a thousand members."""
    return Region(name, name.title(), name, True, 1000, 200, 3, 400, 300, 500, 300, (0, 0), clients, (50, 50, 50))


def bodies() -> tuple[Body, ...]:
    """A bureau, a committee, a congress and an office."""
    motions = ("rebuke", "relieve", "elect", "resolve")
    return (
        Body("presidium", "Presidium", "Pres", "named", "bureau", elected_by="council", full_seats=4,
             candidate_seats=1, motions=motions, meets_each_turn=True),
        Body("council", "Council", "Coun", "committee", "committee", elected_by="assembly_of_all",
             full_seats=20, candidate_seats=2, motions=motions),
        Body("assembly_of_all", "Assembly", "Ass", "assembly", "congress", motions=motions),
        Body("desk", "Desk", "Desk", "named", "office", elected_by="council", full_seats=2),
    )  # fmt: skip


def posts() -> tuple[Post, ...]:
    """A secretary with appointments, an editor, and a first secretary a region."""
    return (
        Post("head_clerk", "Head clerk", "Clerk", ("appointments", "agenda"), filled_by="council",
             emptied_by="council", weight=900),
        Post("editor", "Editor", "Editor", ("press",), filled_by="presidium", weight=400),
        *(Post(f"{name}_first", name, name, ("region",), region=name, first_secretary=True, weight=100)
          for name in ("north", "south", "west")),
    )  # fmt: skip


def effect(verb: str, *args: Any) -> Effect:
    """A plain verb."""
    return Effect(verb, args)


def motion_types() -> tuple[MotionType, ...]:
    """A rebuke of a bloc, relief of a post, an election to a post, and a resolution about nothing."""
    return (
        MotionType("rebuke", "Rebuke", "", "bloc", severity=1000, credit=200,
                   carried=(effect("severity", "TARGET", "warned"),)),
        MotionType("relieve", "Relieve", "", "post", credit=300,
                   carried=(effect("post", "POST", "vacated"),)),
        MotionType("elect", "Elect", "", "person"),
        MotionType("resolve", "Resolve", "", "none", credit=10,
                   carried=(effect("rule", "open_books", "on"),)),
    )  # fmt: skip


def order_types() -> tuple[OrderType, ...]:
    """One order of each sort the machine treats differently."""
    reachable = formula("bool", lambda c: c.acts(c.TARGET))
    clerk = Need(formula("bool", lambda c: c.power(c.SELF, "appointments")), "You do not appoint.")
    calm = Need(formula("bool", lambda c: c.opinion(c.TARGET, c.SELF) > -500), "He will not see you.")
    return (
        OrderType("court", "organise", "Court", "c", "", (Slot("target", "person", reachable),),
                  target_needs=(calm,), effects=(effect("opinion", "TARGET", "SELF", 120),)),
        OrderType("send", "organise", "Send", "s", "", (Slot("region", "region"), Slot("person", "person")),
                  credit=80, needs=(clerk,), effects=(effect("secretary", "REGION", "PERSON"),)),
        OrderType("move", "session", "Move", "m", "", (
            Slot("motion_type", "motion_type"), Slot("body", "body"), Slot("subject", "subject")),
            window="both", effects=(effect("table"),)),
        OrderType("delay", "session", "Delay", "d", "", (Slot("motion", "motion"),), window="both", orders=0,
                  effects=(effect("block", "MOTION"),)),
        OrderType("write", "personal", "Write", "w", "", away=True, health=10,
                  effects=(effect("cohesion", "SELF", 40),)),
        OrderType("watch", "inform", "Watch", "h", "", (Slot("target", "person"),), orders=2, authority=20,
                  effects=(effect("dossier", "SELF", "TARGET", 40),)),
        OrderType("propose", "ally", "Propose", "p", "", (
            Slot("target", "person", formula("bool", lambda c: c.leader(c.TARGET) and c.acts(c.TARGET))),
            Slot("term", "term"), Slot("choice", "choice")), effects=(effect("offer"),)),
    )  # fmt: skip


def contender(name: str) -> Contender:
    """A seat with three orders and the plainest aims."""
    goal = Goal(formula("bool", lambda c: True), 10, "Stay.")
    return Contender(name, name.title(), "", goal, goal, goal, orders=3)


def scenario(**changes: Any) -> Scenario:
    """The whole little world; ``changes`` replace fields."""
    world = Scenario(
        id="trees", title="Trees", version="1", summary="", place="", start=START, turn_months=2, turns=6,
        axes=(Axis("pace", "Pace", "slow", "Slow", "fast", "Fast"),
              Axis("rule", "Rule", "loose", "L", "firm", "F")),
        quantities=(Quantity("unity", "Unity", role="unity"),), labels={},
        sizes={"small": 40, "medium": 100, "large": 215}, parameters={},
        settings={"default_opinions": {"ash": 60, "birch": -120}},
        people=people(), feelings=(Feeling("birch", "ash", -200, "quarrel"),),
        blocs=tuple(Bloc(f"of_{name}", name, name) for name in LEADERS),
        contenders=tuple(contender(name) for name in LEADERS), bodies=bodies(), posts=posts(),
        regions=(region("north", (600, 0, 0, 400)), region("south", (0, 500, 0, 500)),
                 region("west", (100, 100, 100, 700))),
        pacts=(), documents=(Document("letter", "Letter", "", ("ash",)),), theses=(),
        rules=(Rule("open_books", "Open books"),), motions=motion_types(),
        meetings=(
            Meeting("spring_council", "council", "Spring", date(2001, 2, 10), date(2001, 2, 12), agenda=(
                AgendaItem("books", "resolve", movers=(formula("person", lambda c: 0),)),)),
            Meeting("first_assembly", "assembly_of_all", "First", date(2001, 4, 10), date(2001, 4, 20),
                    seats=100, elects=("council", "presidium"), sizes={"council": (24, 3)}),
        ),
        orders=order_types(), hinges=(), events=(), record=(), history=(), chapters=(), reasons={},
    )  # fmt: skip
    world = replace(world, **changes)
    return replace(world, index=index_of(world))


def index_of(world: Scenario) -> dict[str, dict[str, int]]:
    """Positions of ids, as the loader makes them."""
    fields = ("axes", "quantities", "people", "blocs", "bodies", "posts", "regions", "pacts", "documents",
              "theses", "rules", "motions", "meetings", "orders", "hinges", "events")  # fmt: skip
    return {field: {item.id: place for place, item in enumerate(getattr(world, field))} for field in fields}


def opening(**changes: Any) -> Opening:
    """Ash is clerk, birch edits, each leader has a region."""
    named = ("ash", "birch", "cedar", "aspen")
    base = Opening(
        START,
        {"head_clerk": "ash", "editor": "birch", "north_first": "alder", "south_first": "box"},
        {"head_clerk": date(1999, 1, 1)},
        {"presidium": named, "council": (*named, "box", "alder"), "desk": ("ash", "aspen")},
        {"presidium": ("bay",), "council": ("bay", "cherry")},
        (),
        {},
    )
    return replace(base, **changes)


def new_state(seed: int = 1, world: Scenario | None = None, **changes: Any) -> State:
    """A state built but not begun."""
    return setup.build(world or scenario(), seed, opening(**changes))


def begun(seed: int = 1, world: Scenario | None = None, **changes: Any) -> State:
    """A game at its first decision."""
    return setup.start(world or scenario(), seed, opening(**changes))[0]


def log_of(state: State) -> Log:
    """A fresh log."""
    return Log(state)
