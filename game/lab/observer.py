"""Watching votes and offers at the moment they are decided, from beside the rules.

While a world is watched, the engine's two deciding functions are wrapped; the rules know nothing of it and
nothing they compute changes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from game.engine import offers, votes
from game.engine.log import Log
from game.engine.state import Ballot, Motion, Offer, Sitting, State

#: Called just before a motion is put; what it returns is told how the vote went.
VoteWatch = Callable[[State, Motion, Sitting], Callable[[Ballot], None] | None]
#: Called just before an offer is answered; what it returns is told whether an agreement was made.
OfferWatch = Callable[[State, Offer], Callable[[bool], None] | None]


@contextmanager
def watching(vote: VoteWatch | None = None, offer: OfferWatch | None = None) -> Iterator[None]:
    """Watch every vote and offer decided in this process inside the ``with`` block."""
    hold, reply = votes.hold, offers.reply

    def watched_hold(state: State, motion: Motion, sitting: Sitting, log: Log) -> Ballot:
        tell = vote(state, motion, sitting) if vote else None
        ballot = hold(state, motion, sitting, log)
        if tell:
            tell(ballot)
        return ballot

    def watched_reply(state: State, log: Log, made: Offer, word: str, term: str = "", what: str = "") -> bool:
        tell = offer(state, made) if offer else None
        agreed = reply(state, log, made, word, term, what)
        if tell:
            tell(agreed)
        return agreed

    _put(watched_hold, watched_reply)
    try:
        yield
    finally:
        _put(hold, reply)


def _put(hold: Callable[..., Ballot], reply: Callable[..., bool]) -> None:
    """Set the functions by which the engine's other modules hold votes and answer offers."""
    vars(votes)["hold"] = hold
    vars(offers)["reply"] = reply
