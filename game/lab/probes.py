"""Questions put to a world without playing them: what a committee or a congress would answer on the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.engine import cells, delegates, logistic, named_votes, powers
from game.engine import question as questions
from game.engine.atlas import Atlas
from game.engine.parameters import Parameters
from game.engine.question import Question
from game.engine.state import PRESS, Motion, Pact, Sitting, State
from game.scenario.model import Scenario

#: Strength of the understanding that a coalition enters.
JOINED = 850


@dataclass(frozen=True, slots=True)
class Answer:
    """Votes for and against, as drawn."""

    votes_for: int
    votes_against: int

    @property
    def share(self) -> int:
        """Thousandths of the votes cast for either side that are for."""
        cast = self.votes_for + self.votes_against
        return 1000 * self.votes_for // cast if cast else 0

    @property
    def won(self) -> bool:
        """Whether there are more for than against."""
        return self.votes_for > self.votes_against


def joined(state: State, people: Sequence[str], published: str = "") -> State:
    """A copy in which these leaders have an open understanding, and a document may be in print."""
    twin = state.copy()
    members = tuple(sorted(bloc_of(state, who) for who in people))
    if len(members) > 1:
        everybody = (1 << len(state.scenario.blocs)) - 1
        twin.pacts = [*twin.pacts, Pact("joined", members, JOINED, False, state.turn, 0, everybody)]
    if published:
        twin.documents[state.scenario.index["documents"][published]] = PRESS
    return twin


def bloc_of(state: State, who: str) -> int:
    """The bloc a leader leads."""
    return Atlas.of(state.scenario).bloc_led[state.scenario.index["people"][who]]


def removal(state: State, people: Sequence[str], about: str, word: int = 0) -> Answer:
    """The committee asked by these leaders to take appointments from whoever has them."""
    scenario = state.scenario
    body = _role(scenario, "committee")
    post = next(one for one in scenario.posts if powers.APPOINTMENTS in one.powers)
    kind = str(scenario.settings["motion_roles"]["depose"])
    movers = tuple(scenario.index["people"][who] for who in people)
    return _named(state, Motion(about, kind, body, "", movers, "post", post.id), body, word)


def censure(state: State, by: Sequence[str], against: str, about: str, word: int = 0) -> Answer:
    """The joint sitting asked by these leaders to censure another's bloc."""
    scenario = state.scenario
    body = _role(scenario, "joint")
    kind = str(scenario.settings["motion_roles"]["warn"])
    movers = tuple(scenario.index["people"][who] for who in by)
    subject = scenario.blocs[bloc_of(state, against)].id
    return _named(state, Motion(about, kind, body, "", movers, "bloc", subject), body, word)


def _named(state: State, motion: Motion, body: int, word: int) -> Answer:
    question = questions.of(state, motion)
    question.word += word * Parameters.of(state.scenario).word // 1000
    cast = named_votes.hold(state, question, body).cast.tolist()
    return Answer(cast.count(1), cast.count(-1))


def congress(state: State, people: Sequence[str], against: Sequence[str], about: str, seats: int = 0) -> Answer:
    """A congress held today, these leaders against those."""
    question = facing(state, people, against, about)
    body = _role(state.scenario, "congress")
    seats = seats or delegates.last_seats(state, body)
    cast = delegates.hold(state, question, Sitting("", body, state.day, seats)).cast.tolist()
    return Answer(cast.count(1), cast.count(-1))


def cell_share(state: State, people: Sequence[str], against: Sequence[str], region: str = "") -> int:
    """Thousandths of the rank and file (of a region) expected to be for these leaders."""
    points = cells.weigh(state, facing(state, people, against, "cells"), luck=False).total()
    if region:
        return logistic.thousandths(int(points[state.scenario.index["regions"][region]]))
    chances = logistic.chances(points)
    return int((chances * state.members).sum() * 1000 // (int(state.members.sum()) * logistic.ONE))


def facing(state: State, people: Sequence[str], against: Sequence[str], about: str) -> Question:
    """The bare question of one group of leaders against another."""
    ours, theirs = (tuple(sorted(bloc_of(state, who) for who in group)) for group in (people, against))
    return questions.between(state, ours, theirs, about)


def _role(scenario: Scenario, role: str) -> int:
    return next(number for number, body in enumerate(scenario.bodies) if body.role == role)
