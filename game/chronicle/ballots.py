"""Votes: the recorded ones of a turn, and those the record does not know."""

from __future__ import annotations

from collections.abc import Iterator

from game.chronicle.case import Case, Finding, ids_of
from game.chronicle.divergence import Kind
from game.engine.state import Ballot
from game.scenario.model import Fact


def votes(c: Case) -> Iterator[Finding]:
    """Recorded votes of this turn, and motions carried that the record does not know."""
    matched: set[int] = set()
    for fact in c.book.falling_in("vote", c.turn):
        ballot = _ballot_for(c, fact, matched)
        if ballot is None:
            yield Finding(
                key=f"vote {fact.id}", kind=Kind.MISSING, weight=c.weight("vote", fact), fact=fact,
                was=fact.text, here="no such vote was taken",
                provenance=(f"status {fact.data.get('subject')}",), about=ids_of(fact), day=fact.begins,
                lasting=False,
            )  # fmt: skip
            continue
        yield from _vote_differs(c, fact, ballot)
    yield from _unrecorded_votes(c, matched)


def _ballot_for(c: Case, fact: Fact, matched: set[int]) -> Ballot | None:
    first, last = c.scenario.turn_dates(c.turn)
    for number, ballot in enumerate(c.state.ballots):
        if not first <= ballot.day <= last or number in matched:
            continue
        same_key = bool(ballot.key) and ballot.key == fact.data.get("key")
        body = c.scenario.bodies[ballot.body].id
        same = (ballot.type, body) == (fact.data.get("motion"), fact.data.get("body"))
        subject = fact.data.get("subject")
        if same_key or (same and (subject is None or subject == ballot.subject)):
            matched.add(number)
            return ballot
    return None


def _vote_differs(c: Case, fact: Fact, ballot: Ballot) -> Iterator[Finding]:
    here = tally_text(ballot)
    causes = (f"vote {ballot.record}",)
    if bool(fact.data.get("carried", True)) != ballot.carried:
        yield Finding(
            key=f"vote {fact.id}", kind=Kind.OTHERWISE, weight=c.weight("vote", fact), fact=fact,
            was=fact.text, here=here, provenance=causes, about=ids_of(fact), day=ballot.day, lasting=False,
        )  # fmt: skip
        return
    if fact.data.get("tally", "exact") == "unknown" or "for" not in fact.data:
        return
    was_share = _minority(int(fact.data["for"]), int(fact.data["against"]))
    share = _minority(ballot.votes_for, ballot.votes_against)
    if abs(was_share - share) > 50:
        yield Finding(
            key=f"tally {fact.id}", kind=Kind.OTHERWISE, weight=c.weight("tally", fact), fact=fact,
            was=fact.text, here=here, provenance=causes, about=ids_of(fact), day=ballot.day, lasting=False,
        )  # fmt: skip


def _unrecorded_votes(c: Case, matched: set[int]) -> Iterator[Finding]:
    first, last = c.scenario.turn_dates(c.turn)
    for number, ballot in enumerate(c.state.ballots):
        if number in matched or not first <= ballot.day <= last or ballot.key:
            continue
        motion = c.scenario.motions[c.scenario.index["motions"][ballot.type]]
        if motion.severity == 0 or not ballot.carried:
            continue
        yield Finding(
            key=f"ballot {ballot.motion}", kind=Kind.ONLY_HERE, weight=c.weight("vote", None, 600),
            fact=None, was="no such vote is recorded", here=tally_text(ballot),
            provenance=(f"vote {ballot.record}",), about=(ballot.type, ballot.subject), day=ballot.day,
            lasting=False,
        )  # fmt: skip


def tally_text(ballot: Ballot) -> str:
    """A vote in figures."""
    word = "carried" if ballot.carried else "lost"
    text = f"{word}, {ballot.votes_for} to {ballot.votes_against}"
    return f"{text}, {ballot.abstained} abstaining" if ballot.abstained else text


def _minority(votes_for: int, votes_against: int) -> int:
    """Share of the smaller side in thousandths."""
    total = votes_for + votes_against
    return 1000 * min(votes_for, votes_against) // total if total else 0
