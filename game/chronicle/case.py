"""What a rule of comparison is given, and what it finds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from game.chronicle.divergence import TRUST, Kind
from game.chronicle.record_book import RecordBook
from game.chronicle.words import listed
from game.engine.powers import APPOINTMENTS
from game.engine.record import Record
from game.engine.state import ABROAD, EXILED, Ballot, State
from game.scenario.model import Fact, Scenario

#: Points of a class of difference; a scenario may set its own in settings["divergence_weights"].
WEIGHTS = {
    "post": 40,
    "bureau": 60,
    "seat": 4,
    "vote": 50,
    "tally": 8,
    "status": 50,
    "death": 30,
    "pact": 25,
    "publication": 30,
    "choice": 20,
    "meeting": 20,
    "figure": 6,
    "happening": 8,
}


@dataclass(frozen=True, slots=True)
class Finding:
    """A difference that holds at the close of a turn; ``key`` names it for as long as it lasts.

    ``provenance`` are causal keys, "vote N" and "record N" (a record by number), "acts WHO" (what
    somebody did in the turn instead) and keys with "?" before them, which count if they are of about this time.
    """

    key: str
    kind: Kind
    weight: int
    fact: Fact | None
    was: str
    here: str
    provenance: tuple[str, ...]
    about: tuple[str, ...]
    day: date
    mark: str = "model"
    lasting: bool = True  # False: a past event that cannot come to agree later


class Case:
    """The world at the close of one turn beside the record; read, never changed."""

    def __init__(self, book: RecordBook, state: State, turn: int, records: Sequence[Record] = ()) -> None:
        self.book = book
        self.scenario: Scenario = book.scenario
        self.state = state
        self.turn = turn
        self.first, self.day = self.scenario.turn_dates(turn)
        self.records = records
        self.weights = WEIGHTS | dict(self.scenario.settings.get("divergence_weights", {}))

    def weight(self, name: str, fact: Fact | None, share: int = 1000) -> int:
        """Class weight times trust times the fact's own weight, in thousandths of a point."""
        trust = TRUST[fact.citation.confidence] if fact else 1000
        own = fact.weight if fact else 100
        return self.weights[name] * trust * own // 100 * share // 1000

    def person_index(self, who: str) -> int:
        """The index of a person."""
        return self.scenario.index["people"][who]

    def person(self, who: str) -> str:
        """The surname of a person."""
        return self.scenario.people[self.person_index(who)].surname

    def people(self, names: Sequence[str]) -> str:
        """Surnames in a row."""
        return listed([self.person(who) for who in names])

    def unable(self, who: str) -> tuple[str, ...]:
        """What took somebody away, if he can take no part, as a causal key."""
        person, state = self.person_index(who), self.state
        able = state.alive[person] and state.in_party[person] and state.place[person] not in (ABROAD, EXILED)
        return () if able else (f"status {who}",)

    @cached_property
    def hand(self) -> tuple[str, ...]:
        """The posts that appoint, as causal keys, where their holders are not those of the record."""
        found = []
        for number, post in enumerate(self.scenario.posts):
            if APPOINTMENTS in post.powers and self.book.tenures_of[post.id]:
                holder = int(self.state.holder[number])
                here = self.scenario.people[holder].id if holder >= 0 else ""
                recorded = [str(f.data["who"]) for f in self.book.tenures_about(post.id, self.first, self.day)]
                found += [] if here in recorded else [f"post {post.id}"]
        return tuple(found)

    def since_turn(self, post: int) -> int:
        """The turn in which a post last changed hands."""
        return self.scenario.turn_of(date.fromordinal(max(int(self.state.since[post]), 1)))

    def motion_text(self, ballot: Ballot) -> str:
        """What a vote was about."""
        return self.book.names.motion_by_id(ballot.motion)

    def last_ballot(self, subject: str) -> tuple[str, ...]:
        """The last vote taken on a person or thing, as a causal key."""
        found = (one.record for one in reversed(self.state.ballots) if one.subject == subject)
        return tuple(f"vote {number}" for number in [next(found, -1)] if number >= 0)


def ids_of(fact: Fact) -> tuple[str, ...]:
    """What a fact is about."""
    names = ("who", "subject", "office", "document", "body", "pact")
    return tuple(str(fact.data[name]) for name in names if fact.data.get(name))
