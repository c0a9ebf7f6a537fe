"""Votes: the recorded ones of a turn, and those the record does not know."""

from __future__ import annotations

from collections.abc import Iterator

from game.chronicle.case import Case, Finding, ids_of
from game.chronicle.divergence import Kind
from game.chronicle.words import said, the
from game.engine.grounds import behind
from game.engine.state import Ballot
from game.scenario.model import Fact

#: Thousandths of its class that a vote has which the record does not know.
UNRECORDED = 600
#: Thousandths by which the share of the smaller side may differ, by how well the tally is known.
TOLERANCE = {"exact": 50, "about": 120}


def votes(c: Case) -> Iterator[Finding]:
    """Recorded votes of this turn and the last, and motions carried that the record does not know.

    A vote taken a turn earlier or later than recorded is the same vote: sittings last over the end of a turn.
    """
    matched = _matches(c)
    for turn in (c.turn - 1, c.turn):
        for fact in c.book.falling_in("vote", turn):
            ballot = matched.get(fact.id)
            if ballot is not None:
                yield from _vote_differs(c, fact, ballot)
            elif turn < c.turn or c.turn == c.scenario.turns:
                yield _no_vote(c, fact)
    yield from _unrecorded_votes(c, {ballot.record for ballot in matched.values()})


def _matches(c: Case) -> dict[str, Ballot]:
    """The ballot of each recorded vote about this turn: the same key first, else the same motion and body."""
    facts = [fact for turn in range(c.turn - 2, c.turn + 2) for fact in c.book.falling_in("vote", turn)]
    ballots = [one for one in c.state.ballots if abs(c.scenario.turn_of(one.day) - c.turn) <= 2]
    found: dict[str, Ballot] = {}
    for rule in (_same_key, _same_motion):
        for fact in facts:
            taken = {ballot.record for ballot in found.values()}
            fits = [one for one in ballots if one.record not in taken and _near(c, fact, one) and rule(c, fact, one)]
            if fact.id not in found and fits:
                found[fact.id] = min(fits, key=lambda one: (abs((one.day - fact.begins).days), one.record))
    return found


def _near(c: Case, fact: Fact, ballot: Ballot) -> bool:
    return abs(c.scenario.turn_of(ballot.day) - c.scenario.turn_of(fact.begins)) <= 1


def _same_key(_: Case, fact: Fact, ballot: Ballot) -> bool:
    return bool(ballot.key) and ballot.key == fact.data.get("key")


def _same_motion(c: Case, fact: Fact, ballot: Ballot) -> bool:
    subject, body = fact.data.get("subject"), c.scenario.bodies[ballot.body].id
    same = (ballot.type, body) == (fact.data.get("motion"), fact.data.get("body"))
    return same and (subject is None or subject == ballot.subject)


def _no_vote(c: Case, fact: Fact) -> Finding:
    motion, subject = str(fact.data.get("motion")), str(fact.data.get("subject") or "")
    person = [bloc.leader for bloc in c.scenario.blocs if bloc.id == subject] or [subject]
    out = [key for who in person if who in c.scenario.index["people"] for key in c.unable(who)]
    movers = [f"acts {who}" for who in c.book.line.movers(motion, c.turn - 1)]
    keys = (f"motion {motion}", f"about {subject}", f"severity {subject}", f"post {subject}")
    return Finding(
        key=f"vote {fact.id}", kind=Kind.MISSING, weight=c.weight("vote", fact), fact=fact, was=said(fact.text),
        here=f"no vote: {_asked(c, motion, subject)}",
        provenance=(*c.book.sources.of(*keys), *out, *movers, *_item(c, fact)),
        about=ids_of(fact), day=fact.begins, lasting=False,
    )  # fmt: skip


def _asked(c: Case, motion: str, subject: str) -> str:
    """What a recorded vote was about, as far as the scenario has such a motion."""
    known = motion in c.scenario.index["motions"]
    return c.book.names.motion(motion, subject) if known else "nothing of the kind is moved"


def _item(c: Case, fact: Fact) -> Iterator[str]:
    """What the agenda's own item for this vote waited for."""
    for meeting in c.scenario.meetings:
        for item in meeting.agenda:
            if item.key == fact.data.get("key") and item.test is not None:
                yield from (f"record {number}" for number in behind(c.state, [item.test.text]))


def _vote_differs(c: Case, fact: Fact, ballot: Ballot) -> Iterator[Finding]:
    if bool(fact.data.get("carried", True)) != ballot.carried:
        yield _otherwise(c, fact, ballot, "vote")
        return
    tolerance = TOLERANCE.get(str(fact.data.get("tally", "exact")))
    if tolerance is None or not {"for", "against"} <= set(fact.data):
        return
    was = _minority(int(fact.data["for"]), int(fact.data["against"]))
    if abs(was - _minority(ballot.votes_for, ballot.votes_against)) > tolerance:
        yield _otherwise(c, fact, ballot, "tally")


def _otherwise(c: Case, fact: Fact, ballot: Ballot, name: str) -> Finding:
    body = the(c.scenario.bodies[ballot.body].short)
    return Finding(
        key=f"{name} {fact.id}", kind=Kind.OTHERWISE, weight=c.weight(name, fact), fact=fact, was=said(fact.text),
        here=f"{c.motion_text(ballot)}: {body} {tally_text(ballot)}", provenance=(f"vote {ballot.record}",),
        about=ids_of(fact), day=ballot.day, lasting=False,
    )  # fmt: skip


def _unrecorded_votes(c: Case, known: set[int]) -> Iterator[Finding]:
    for ballot in c.state.ballots:
        if ballot.record in known or not c.first <= ballot.day <= c.day:
            continue
        motion = c.scenario.motions[c.scenario.index["motions"][ballot.type]]
        if motion.severity == 0 or not ballot.carried:
            continue
        share = min(motion.severity, 1000) * UNRECORDED // 1000
        text, body = c.motion_text(ballot), the(c.scenario.bodies[ballot.body].short)
        yield Finding(
            key=f"ballot {ballot.motion}", kind=Kind.ONLY_HERE, weight=c.weight("vote", None, share),
            fact=None, was="no such vote is recorded", here=f"{text}: {body} {tally_text(ballot)}",
            provenance=(f"vote {ballot.record}",), about=(ballot.type, ballot.subject), day=ballot.day,
            lasting=False,
        )  # fmt: skip


def tally_text(ballot: Ballot) -> str:
    """A vote in figures."""
    word = "carries it" if ballot.carried else "rejects it"
    text = f"{word}, {ballot.votes_for} to {ballot.votes_against}"
    return f"{text}, {ballot.abstained} abstaining" if ballot.abstained else text


def _minority(votes_for: int, votes_against: int) -> int:
    """Share of the smaller side in thousandths."""
    total = votes_for + votes_against
    return 1000 * min(votes_for, votes_against) // total if total else 0
