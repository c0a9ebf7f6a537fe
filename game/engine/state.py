"""The state of a game: plain integers in dataclasses and numpy columns, cheap to copy.

Index order is the scenario's: people P, blocs K, regions R, posts Q, bodies B, axes A,
documents D, theses T, quantities N. All columns are int64. -1 means nobody.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from game.scenario.model import Scenario

Ints = NDArray[np.int64]

# where a person is
CENTRE, POSTED, ABROAD, EXILED = 0, 1, 2, 3
# steps of severity against a bloc
TOLERATED, WARNED, CONDEMNED, BANNED = 0, 1000, 2000, 3000
# how far a document is out
UNWRITTEN, SECRET, KNOWN, LEAKED, DELEGATIONS, PRESS, ABROAD_PRINT = 0, 1, 2, 3, 4, 5, 6
# a thesis
UNSPOKEN, LAUNCHED, ADOPTED, CONDEMNED_THESIS = 0, 1, 2, 3


@dataclass(slots=True)
class Memory:
    """A remembered, labelled, decaying change of one person's opinion of another (people indexes)."""

    holder: int
    about: int
    reason: str
    amount: int
    turn: int


@dataclass(slots=True)
class Clause:
    """One promise of a pact. ``kind``: support, peace, silence, post. ``what``: motion type, post or ''."""

    kind: str
    by: int  # bloc index that owes it
    what: str = ""
    kept: bool = False


@dataclass(slots=True)
class Pact:
    """An understanding between blocs (indexes, ascending)."""

    id: str
    members: tuple[int, ...]
    strength: int
    secret: bool
    since: int  # turn
    until: int  # last turn in force, 0 = no end
    known_to: int  # bit mask of blocs that know of it
    terms: tuple[Clause, ...] = ()
    record: int = -1  # number of the record that made it


#: The term of an offer to join a named understanding.
JOIN = "join"


@dataclass(slots=True)
class Offer:
    """An offer waiting for an answer (blocs)."""

    id: str
    by: int
    to: int
    term: str  # alliance, support, peace, silence, post; join a named understanding
    what: str = ""
    secret: bool = True
    turns: int = 6
    countered: bool = False


@dataclass(slots=True)
class Promise:
    """A favour owed (people indexes): ``debtor`` owes ``creditor``; called in once."""

    debtor: int
    creditor: int
    size: int
    reason: str
    turn: int


@dataclass(slots=True)
class Motion:
    """A motion on the agenda of a meeting."""

    id: str  # from the meeting and the order that made it
    type: str
    body: int
    meeting: str
    movers: tuple[int, ...]  # people
    subject_kind: str
    subject: str  # id
    key: str = ""  # matches a vote of the record, if it is a standing or historical item
    stands: tuple[tuple[int, int], ...] = ()  # (person, +1000 | 0 | -1000) declared
    blocked: bool = False
    lobbied: tuple[tuple[int, int], ...] = ()  # (person, points)
    speeches: tuple[tuple[int, int], ...] = ()  # (person, points towards the motion)
    made_by: int = -1  # record
    post: int = -1  # vacant post to be filled
    candidate: int = -1  # and the person proposed for it
    amended: bool = False  # reduced to a form of words: carried, it changes nothing but authority


@dataclass(slots=True)
class Sitting:
    """A meeting of this turn or to come."""

    meeting: str  # scenario meeting id, or made by the engine: body id and turn
    body: int
    day: date
    seats: int = 0
    candidates_count: bool = False
    held: bool = False


@dataclass(slots=True)
class Ballot:
    """How one vote went; named votes keep voter indexes and ballots (1 for, -1 against, 0 abstained, 2 absent)."""

    motion: str
    type: str
    key: str
    body: int
    meeting: str
    day: date
    subject: str
    votes_for: int
    votes_against: int
    abstained: int
    absent: int
    carried: bool
    voters: tuple[int, ...] = ()
    ballots: tuple[int, ...] = ()
    by_region: tuple[tuple[int, int, int], ...] = ()  # per region for, against, abstained
    crossings: tuple[tuple[int, int], ...] = ()
    record: int = -1
    lines: tuple[int, ...] = ()  # per bloc -1000..1000: where it stood


@dataclass(slots=True)
class Decision:
    """What the game waits for. ``kind``: window (orders before the bodies meet), session (orders and
    stands at a sitting), hinge, offer, voice. ``who`` is a person index."""

    kind: str
    who: int
    about: str = ""  # hinge id, offer id, meeting id
    group: int = 0
    day: date | None = None


@dataclass(slots=True)
class Bench:
    """Unnamed seats of a committee. ``patron``: bloc, len(blocs) = nobody; ``follows`` 1 = follows the first
    secretary of the region, whoever he becomes. Seat numbers stay across twin worlds."""

    region: Ints
    patron: Ints
    follows: Ints


@dataclass(slots=True)
class State:
    """Everything that changes. Equal when equal; ``copy`` is cheap; ``digest`` is in game.engine.digest."""

    scenario: Scenario = field(repr=False)
    seed: int = 0
    turn: int = 1
    phase: str = "open"  # open, window, meetings, close, over
    session: str = ""  # meeting of the sitting in progress, or ''
    day: date = date(1, 1, 1)
    # people
    alive: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # 1 alive
    in_party: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    place: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # CENTRE...
    ill: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # turns of absence left
    health: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    authority: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    patron: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # person, -1 none
    axes: Ints = field(default_factory=lambda: np.zeros((0, 0), np.int64))  # P x A
    base_opinion: Ints = field(default_factory=lambda: np.zeros((0, 0), np.int64))  # P x P
    memories: list[Memory] = field(default_factory=list)
    opinion: Ints = field(default_factory=lambda: np.zeros((0, 0), np.int64))  # base + memories, clipped
    # blocs
    mantle: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    press: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    credit: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    severity: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    charge: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # severity a motion may be moved for
    charge_until: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    cohesion: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    exposure: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    # posts and bodies
    holder: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # person, -1 vacant
    since: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # ordinal day
    threatened: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # last turn a motion on it is cheap
    taken: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # bloc it was taken from by a vote, -1
    full: list[tuple[int, ...]] = field(default_factory=list)  # per body
    candidates: list[tuple[int, ...]] = field(default_factory=list)
    bench: list[Bench | None] = field(default_factory=list)
    sizes: list[tuple[int, int]] = field(default_factory=list)  # per body full, candidate seats
    # regions
    members: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # full members, heads
    novices: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # candidate members, heads
    independence: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    machine: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    autonomy: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    grievance: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    fear: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    tenure: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # turns of the first secretary
    clients: Ints = field(default_factory=lambda: np.zeros((0, 0), np.int64))  # R x (K+1), rows sum to 1000
    sentiment: Ints = field(default_factory=lambda: np.zeros((0, 0), np.int64))  # R x K
    sentiment_base: Ints = field(default_factory=lambda: np.zeros((0, 0), np.int64))  # R x K, drifts back here
    region_axes: Ints = field(default_factory=lambda: np.zeros((0, 0), np.int64))  # R x A
    appointer: int = -1  # bloc whose people were placed by routine last turn
    appointed: int = 316  # thousandths of provincial secretaries appointed from above
    untaught: int = 0  # thousandths of members who joined lately and belong to nobody
    gate: int = 0  # entrants a turn, heads
    enrolment: int = 0  # turns of an enrolment campaign left
    # the world
    quantities: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    rules: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    precedents: dict[str, int] = field(default_factory=dict)  # motion type -> times used
    documents: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    document_known: list[int] = field(default_factory=list)  # bit mask of people who have read it
    document_owner: list[tuple[int, ...]] = field(default_factory=list)
    published: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # times its effects were felt
    theses: Ints = field(default_factory=lambda: np.zeros(0, np.int64))
    thesis_owner: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # bloc
    pacts: list[Pact] = field(default_factory=list)
    offers: list[Offer] = field(default_factory=list)
    debts: list[Promise] = field(default_factory=list)
    dossiers: list[Promise] = field(default_factory=list)  # creditor holds material on debtor
    sittings: list[Sitting] = field(default_factory=list)  # to come, in date order
    agenda: list[Motion] = field(default_factory=list)
    ballots: list[Ballot] = field(default_factory=list)  # all votes so far
    decisions: list[Decision] = field(default_factory=list)  # the last one is asked first
    events_fired: dict[str, int] = field(default_factory=dict)  # event or hinge id -> turn
    choices: dict[str, str] = field(default_factory=dict)  # hinge id/group -> option id
    voices: dict[str, int] = field(default_factory=dict)  # "hinge/option who" -> 1 for, -1 against
    orders_left: Ints = field(default_factory=lambda: np.zeros(0, np.int64))  # per contender
    given: dict[str, int] = field(default_factory=dict)  # "who order" -> last turn given
    placements: list[int] = field(default_factory=list)  # turns of secretaries replaced from above, lately
    knowledge: list[int] = field(default_factory=list)  # per contender: bit mask of regions he knows well
    visibility: int = 250  # thousandths of others' machines that a rival sees
    records: int = 0  # records written so far
    by_record: int = 0  # 1 while lists are prepared as recorded: on the historical line only
    orders_given: int = 0  # orders applied so far: makes ids of motions and pacts
    provenance: dict[str, int] = field(default_factory=dict)  # "post gensec" -> record that last changed it
    scores: dict[str, int] = field(default_factory=dict)
    lesson: str = ""  # digest of the lesson the game is played under
    forbidden: tuple[str, ...] = ()  # orders the lesson takes away, from everybody
    injected: dict[str, str] = field(default_factory=dict)  # event -> ISO day on which the lesson brings it
    memo: dict[Any, Any] | None = field(default=None, repr=False, compare=False)  # see game.engine.memo

    def copy(self) -> State:
        """An independent copy; the scenario is shared."""
        twin = copy.copy(self)
        twin.memo = None
        for name in self.__dataclass_fields__:
            value: Any = getattr(twin, name)
            if isinstance(value, np.ndarray):
                setattr(twin, name, value.copy())
            elif name in DEEP:
                setattr(twin, name, [_twin(item) for item in value])
            elif isinstance(value, list):
                setattr(twin, name, list(value))
            elif isinstance(value, dict):
                setattr(twin, name, dict(value))
        return twin


def _twin(item: Any) -> Any:
    """A copy of one slotted dataclass, several times quicker than ``copy.copy``."""
    return type(item)(*(getattr(item, name) for name in item.__slots__))


#: Lists of mutable dataclasses, copied one level deeper. Bench columns are replaced, never written in place.
DEEP = ("memories", "pacts", "offers", "debts", "dossiers", "sittings", "agenda", "decisions")
