"""A party of sixteen organisations and seven leaders with the calibrated model's opening numbers.

Regions, machines, clients and feelings are those of the model note's appendix; people beside the
leaders are made up: each leader has followers, and some follow nobody.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import machine_world as machine
import numpy as np

from game.engine import drift, machines, setup
from game.engine.log import Log
from game.engine.state import Motion, Sitting, State
from game.scenario.model import (
    Axis,
    Bloc,
    Body,
    MotionType,
    Opening,
    PactTemplate,
    Person,
    Post,
    Quantity,
    Region,
    Scenario,
)

AXES = ("economy", "revolution", "regime", "head")
#: authority, oratory, axes, mantle
LEADERS: dict[str, tuple[int, int, tuple[int, int, int, int], int]] = {
    "sorrel": (600, 350, (250, 300, 600, 300), 450),
    "thistle": (850, 950, (-600, -900, -300, -200), 400),
    "zinnia": (700, 900, (0, -500, 500, -300), 550),
    "clover": (650, 550, (150, -200, 200, -500), 500),
    "borage": (600, 750, (500, 300, 300, -400), 550),
    "rue": (550, 450, (600, 300, 300, -300), 450),
    "tansy": (500, 500, (450, 200, 200, -300), 400),
}
#: heads in thousands and share of them, provinces, I, autonomy, M, grievance, economy, patron, clients, feelings
_TABLE = """
capital 140 480 1 520 300 450 520 -50 clover 100 60 10 330 20 20 60 400 0 330 30 170 230 100 130
fortress 108 420 1 330 850 800 400 -150 zinnia 30 20 800 0 0 0 20 130 0 100 480 120 20 20 40
steppe 175 330 9 360 500 450 380 0 zinnia 220 90 110 0 0 20 30 530 60 150 130 50 100 80 60
mines 67 420 6 400 400 400 480 -100 - 240 80 50 0 0 20 20 590 30 250 80 40 80 80 80
taiga 67 420 9 400 350 400 400 50 sorrel 380 60 20 0 0 20 10 510 80 180 50 40 80 100 50
passes 62 450 6 330 500 550 350 50 sorrel 520 60 0 0 0 0 0 420 150 80 50 40 60 40 30
oases 70 320 10 220 300 350 300 0 - 340 40 0 0 0 20 10 590 100 100 50 40 50 40 30
foothills 70 430 8 350 350 450 380 150 sorrel 450 50 20 0 0 20 10 450 120 110 50 40 80 80 40
river 100 430 10 360 250 350 430 100 - 280 60 30 10 0 30 10 580 60 150 60 50 100 100 60
looms 105 430 12 420 250 350 470 0 - 250 70 20 50 10 30 40 530 50 190 40 80 120 100 110
marsh 25 400 2 300 300 400 330 50 - 300 60 30 20 0 20 10 560 80 120 80 50 80 60 50
lakes 45 400 5 340 300 400 380 50 - 240 50 180 10 0 20 10 490 60 120 200 50 60 70 50
coast 20 400 4 330 300 350 350 0 - 400 60 10 0 0 10 10 510 100 120 50 30 60 60 40
barracks 77 650 0 420 300 400 380 -100 thistle 150 400 60 0 0 0 0 390 60 420 50 0 60 20 0
schools 35 700 0 650 200 250 480 -200 - 60 180 60 30 60 0 0 610 -60 520 20 30 240 20 20
offices 30 800 0 560 200 350 350 -50 - 250 150 60 120 60 120 60 180 20 240 20 140 160 160 100
"""
ROWS = [line.split() for line in _TABLE.strip().splitlines()]
REGIONS = tuple(row[0] for row in ROWS)
#: Followers of each leader beside his first secretaries, and people of nobody's.
FOLLOWERS, LOOSE = 3, 12
START = date(2001, 4, 1)


def _region(row: list[str]) -> Region:
    numbers = [int(cell) for cell in row[1:8]]
    heads, share, provinces, independence, autonomy, machines, grievance = numbers
    full = heads * share * 10 * 56 // 1000
    return Region(
        row[0], row[0].title(), row[0], provinces > 0, full, full * 29 // 100, provinces, independence, autonomy,
        machines, grievance, (int(row[8]), 100, 150, 0), tuple(int(cell) for cell in row[10:18]),
        tuple(int(cell) for cell in row[18:25]),
    )  # fmt: skip


def _person(name: str, patron: str | None, authority: int, axes: tuple[int, ...]) -> Person:
    return Person(name, name.title(), "", name.title(), axes, authority=authority, patron=patron)


def people() -> tuple[Person, ...]:
    """Leaders, first secretaries, followers and the unattached."""
    found = [
        Person(name, name.title(), "", name.title(), axes, authority=authority, oratory=oratory)
        for name, (authority, oratory, axes, _) in LEADERS.items()
    ]
    for row in ROWS:
        patron = None if row[9] == "-" else row[9]
        found.append(_person(f"first_of_{row[0]}", patron, 300, LEADERS[patron][2] if patron else (0, 0, 200, 0)))
    for name in LEADERS:
        for number in range(FOLLOWERS):
            found.append(_person(f"{name}_{number}", name, 250 + 60 * number, LEADERS[name][2]))
    found += [_person(f"loose_{number}", None, 200 + 25 * number, (100, 0, 200, -100)) for number in range(LOOSE)]
    return tuple(found)


def bodies() -> tuple[Body, ...]:
    """A bureau of seven, a committee of forty, a control body of fifty, both together, and a congress."""
    return (
        Body("presidium", "Presidium", "P", "named", "bureau", elected_by="council", full_seats=7),
        Body("council", "Council", "C", "committee", "committee", full_seats=40, candidate_seats=10),
        Body("auditors", "Auditors", "A", "committee", "control", full_seats=50),
        Body("both", "Both", "B", "joint", "joint", joins=("council", "auditors")),
        Body("assembly_of_all", "Assembly", "X", "assembly", "congress", full_seats=408),
        Body("small_assembly", "Small", "S", "assembly", "conference", full_seats=128),
    )


def motions() -> tuple[MotionType, ...]:
    """Condemn a bloc, censure it, relieve the holder of a post, expel, resolve."""
    effect = machine.effect
    return (
        MotionType("condemn", "Condemn", "", "bloc", carried=(effect("severity", "TARGET", "condemned"),)),
        MotionType("censure", "Censure", "", "bloc", severity=1000),
        MotionType("relieve", "Relieve", "", "post", severity=2000, carried=(effect("post", "POST", "vacated"),)),
        MotionType("expel", "Expel", "", "person", severity=3000, threshold="two_thirds_entitled"),
        MotionType("raise", "Raise", "", "person"),
        MotionType("report", "Report", "", "none"),
    )


def posts() -> tuple[Post, ...]:
    """The secretary who appoints, and a first secretary a region."""
    firsts = (Post(f"{name}_first", name, name, region=name, first_secretary=True) for name in REGIONS)
    return (Post("head_clerk", "Head clerk", "Clerk", ("appointments",), filled_by="council"), *firsts)


def scenario(**changes: Any) -> Scenario:
    """The party before its quarrel: three leaders bound closely, six more loosely, against thistle."""
    world = machine.scenario()
    three, six = ("sorrel", "zinnia", "clover"), tuple(name for name in LEADERS if name != "thistle")
    made = replace(
        world, id="herbs", start=START, turns=41, people=people(), feelings=(), bodies=bodies(), posts=posts(),
        axes=tuple(Axis(name, name, f"low_{name}", "", f"high_{name}", "") for name in AXES),
        quantities=(Quantity("accord", "Accord", role="unity"), Quantity("bread", "Bread", start=300, drift=100)),
        blocs=tuple(Bloc(f"of_{name}", name, name, mantle=row[3]) for name, row in LEADERS.items()),
        contenders=tuple(machine.contender(name) for name in LEADERS), regions=tuple(_region(row) for row in ROWS),
        motions=motions(), meetings=(), orders=(), documents=(), rules=(), theses=(),
        pacts=(PactTemplate("three", "Three", three, 900), PactTemplate("six", "Six", six, 600)),
        settings={"default_opinions": dict(zip(LEADERS, (60, -120, 0, 60, 180, 130, 80), strict=True))},
    )  # fmt: skip
    made = replace(made, **changes)
    return replace(made, index=machine.index_of(made))


def opening(world: Scenario) -> Opening:
    """Everybody in the capital of his trade; all named people but the last few sit in the council."""
    names = tuple(person.id for person in world.people)
    holders = {"head_clerk": "sorrel", **{f"{name}_first": f"first_of_{name}" for name in REGIONS}}
    return Opening(
        START, holders, {},
        {"presidium": names[:7], "council": names[:27], "auditors": names[-10:]},
        {}, ("three", "six"), {},
    )  # fmt: skip


def state(seed: int = 1, world: Scenario | None = None) -> State:
    """The party on its first day."""
    world = world or scenario()
    return setup.build(world, seed, opening(world))


def motion(state: State, kind: str, body: str, subject: str, *movers: str) -> Motion:
    """A motion without going through an agenda."""
    places = state.scenario.index
    declared = state.scenario.motions[places["motions"][kind]]
    who = tuple(places["people"][name] for name in movers)
    return Motion(f"{body}/{kind}/{subject}", kind, places["bodies"][body], "", who, declared.subject, subject)


def sitting(state: State, body: str, seats: int = 0) -> Sitting:
    """A sitting today."""
    return Sitting("", state.scenario.index["bodies"][body], state.day, seats)


def person_of(state: State, name: str) -> int:
    """Index of a person."""
    return state.scenario.index["people"][name]


def first_winter(seed: int = 1) -> State:
    """Four turns later: prices have risen, the opposition has been warned, the discussion is on."""
    made = state(seed)
    for turn, shock in ((1, 0), (2, 0), (3, 150), (4, 150)):
        made.turn = turn
        made.grievance = np.minimum(made.grievance + shock, 1000)
        drift.pass_time(made, Log(made))
    made.turn = 5
    made.grievance = np.minimum(made.grievance + 50, 1000)
    made.severity[1] = 1000
    machines.frighten(made)
    return made


def first_spring(seed: int = 1) -> State:
    """Three turns later again: the opposition is condemned, prices fall, the enrolment has begun."""
    made = first_winter(seed)
    drift.pass_time(made, Log(made))
    made.severity[1] = 2000
    machines.frighten(made)
    made.enrolment = 2
    for turn, shock in ((6, 0), (7, -150)):
        made.turn = turn
        made.grievance = np.maximum(made.grievance + shock, 0)
        drift.pass_time(made, Log(made))
    return made
