"""A counted vote, seat by seat, and the record's tally beside it."""

from __future__ import annotations

from zlib import crc32

from game.chronicle.landmarks import recorded_vote
from game.engine.state import Ballot
from game.scenario.model import Fact
from game.views.desk import meeting_name
from game.views.parts import Scene, day_text, number, person_view
from game.views.shapes import Ballot as Cast
from game.views.shapes import DelegationVoteView, FigureView, Mark, PersonView, RollCallView, TermView

CAST = {1: Cast.FOR, -1: Cast.AGAINST, 0: Cast.ABSTAINED}
#: Groups of those against that are named; votes from which a room is a hall with cries in it.
GROUPS, HALL = 5, 60
#: Roles of bodies whose votes are shown seat by seat.
SHOWN = ("bureau", "committee", "congress", "joint")


def important(at: Scene, ballot: Ballot) -> bool:
    """Whether a vote is worth the hall: a great body, and something in dispute, recorded or one's own."""
    if at.scenario.bodies[ballot.body].role not in SHOWN:
        return False
    disputed = ballot.votes_against * 8 >= max(1, ballot.votes_for + ballot.votes_against) or not ballot.carried
    return disputed or recorded_vote(at.scenario, ballot) is not None or _own(at, ballot)


def _own(at: Scene, ballot: Ballot) -> bool:
    bloc = at.scenario.blocs[at.bloc].id if at.bloc >= 0 else ""
    record = at.table.game.records[ballot.record] if ballot.record >= 0 else None
    return ballot.subject in (at.id, bloc) or (record is not None and record.who == at.id)


def rollcall_view(at: Scene, number_of: int) -> RollCallView:
    """The vote with this number among all votes so far."""
    ballot = at.table.game.state.ballots[number_of]
    fact = _record_told(at, ballot)
    delegations = _delegations(at, ballot)
    figure = _difference(at, ballot, fact, delegations)
    departure = at.table.log.first_departure(at.table.game.records)
    return RollCallView(
        meeting=f"{meeting_name(at, ballot.meeting)}, {day_text(ballot.day)}",
        title=_title(at, ballot),
        ballots=_seats(ballot),
        supporting=ballot.votes_for,
        against=ballot.votes_against,
        abstained=ballot.abstained,
        needed=_needed(at, ballot),
        carried=ballot.carried,
        result_text=_result(ballot),
        delegations=delegations,
        presidium=_presidium(at, ballot),
        heckles=_heckles(at, ballot, number_of),
        history_title=f"The record, {day_text(fact.begins)}" if fact else "",
        history_supporting=_count(fact, "for"),
        history_against=_count(fact, "against"),
        history_note=_note(fact),
        difference=figure,
        first_departure=day_text(departure.day) if departure else "",
    )


def _record_told(at: Scene, ballot: Ballot) -> Fact | None:
    """The recorded vote; during play none if the game tells nothing of it (settings.spoilers)."""
    told = at.scenario.settings.get("spoilers", True) or at.table.game.state.phase == "over"
    return recorded_vote(at.scenario, ballot) if told else None


def _title(at: Scene, ballot: Ballot) -> str:
    if (post := _post(at, ballot)) >= 0:
        return f"{at.words.name(ballot.subject)} as {at.scenario.posts[post].name}"
    kind = at.scenario.motions[at.atlas.index["motions"][ballot.type]]
    return f"{kind.name}: {at.words.name(ballot.subject)}" if ballot.subject else kind.name


def _post(at: Scene, ballot: Ballot) -> int:
    """The post a ballot gives to somebody: its motion names body, type, subject, post and candidate; -1 if none."""
    parts = ballot.motion.split("/")
    return at.atlas.index["posts"].get(parts[3], -1) if len(parts) > 4 else -1


def _seats(ballot: Ballot) -> tuple[Cast, ...]:
    """Seats in the order of the call: voters one by one, or delegation by delegation."""
    if ballot.voters:
        return tuple(CAST[cast] for cast in ballot.ballots if cast in CAST)
    seats: list[Cast] = []
    for towards, against, abstained in ballot.by_region:
        seats += [Cast.FOR] * towards + [Cast.ABSTAINED] * abstained + [Cast.AGAINST] * against
    return tuple(seats)


def _needed(at: Scene, ballot: Ballot) -> int:
    kind = at.scenario.motions[at.atlas.index["motions"][ballot.type]]
    cast = ballot.votes_for + ballot.votes_against
    if kind.threshold == "two_thirds_entitled":
        return (2 * (cast + ballot.abstained + ballot.absent) + 2) // 3
    if kind.threshold == "two_thirds":
        return (2 * (cast + ballot.abstained) + 2) // 3
    return cast // 2 + 1


def _result(ballot: Ballot) -> str:
    parts = [
        f"{ballot.abstained} abstained" if ballot.abstained else "",
        f"{ballot.absent} absent" if ballot.absent else "",
    ]
    said = ", ".join(part for part in parts if part)
    return (
        f"{said}. {'Carried.' if ballot.carried else 'Lost.'}" if said else "Carried." if ballot.carried else "Lost."
    )


def _delegations(at: Scene, ballot: Ballot) -> tuple[DelegationVoteView, ...]:
    if not ballot.voters:
        rows = [
            DelegationVoteView(at.scenario.regions[region].name, *counts)
            for region, counts in enumerate(ballot.by_region)
            if sum(counts)
        ]
        return tuple(sorted(rows, key=lambda row: (-row.against, -row.supporting)))
    record = at.table.game.records[ballot.record] if ballot.record >= 0 else None
    broke = set(record.data.get("broke", ())) if record else set()
    found = [_voter(at, voter, cast, broke) for voter, cast in zip(ballot.voters, ballot.ballots, strict=True)]
    named = [row for row in found if row is not None]
    return tuple(sorted(named, key=lambda row: (-row.against, -row.abstained, not row.broke)))


def _voter(at: Scene, voter: int, cast: int, broke: set[str]) -> DelegationVoteView | None:
    if cast not in CAST or voter >= len(at.scenario.people):
        return None
    who = at.scenario.people[voter]
    face = person_view(at.seen, voter)
    return DelegationVoteView(who.surname, int(cast == 1), int(cast == -1), int(cast == 0), who.id in broke, face)


def _presidium(at: Scene, ballot: Ballot) -> tuple[PersonView, ...]:
    """Up to three faces before the hall: movers, then those who sit in the leading body."""
    state = at.table.game.state
    record = at.table.game.records[ballot.record] if ballot.record >= 0 else None
    first = [at.atlas.index["people"][record.who]] if record is not None and record.who else []
    seats = list(state.full[at.atlas.bureau]) if at.atlas.bureau >= 0 else []
    seats.sort(key=lambda person: -int(state.authority[person]))
    people = list(dict.fromkeys([*first, *seats]))[:3]
    return tuple(person_view(at.seen, person) for person in people)


def _count(fact: Fact | None, name: str) -> int | None:
    if fact is None or fact.data.get("tally", "exact") == "unknown" or fact.data.get(name) is None:
        return None
    return int(fact.data[name])


def _note(fact: Fact | None) -> str:
    if fact is None:
        return ""
    sure = {"exact": "Counted", "about": "About so many", "unknown": "No tally is known"}
    words = sure.get(str(fact.data.get("tally", "exact")), "Counted")
    if fact.data.get("for") is None:
        words = "Carried, no tally is known" if fact.data.get("carried", True) else "Lost, no tally is known"
    source = f"; {fact.citation.source}" if fact.citation.source else ""
    return f"{words}{source}"


def _difference(
    at: Scene, ballot: Ballot, fact: Fact | None, rows: tuple[DelegationVoteView, ...]
) -> FigureView | None:
    """How many more voted against than in the record: who they are here, less those of the record."""
    was = _count(fact, "against")
    if was is None or _count(fact, "for") is None:
        return None
    more = ballot.votes_against - was
    head = f"{number(abs(more))} {'more' if more >= 0 else 'fewer'} against than in the record"
    terms = (*_against(at, ballot, rows), TermView("Against in the record", -was, Mark.FACT))
    return FigureView(head, number(more, signed=True), "", terms, more, sum_label="Difference")


def _against(at: Scene, ballot: Ballot, rows: tuple[DelegationVoteView, ...]) -> tuple[TermView, ...]:
    """The votes against by delegation, or by circle where voters are named; the small ones together."""
    groups: dict[str, int] = {}
    for row in rows:
        bloc = (row.person.bloc or "In no circle") if row.person else row.name
        groups[bloc] = groups.get(bloc, 0) + row.against
    unnamed = ballot.votes_against - sum(groups.values())
    groups["Members not named"] = groups.get("Members not named", 0) + unnamed
    found = sorted(((name, count) for name, count in groups.items() if count), key=lambda pair: -pair[1])
    rest = tuple(TermView(name, count) for name, count in found[GROUPS:])
    terms = tuple(TermView(name, count) for name, count in found[:GROUPS])
    if not rest:
        return terms
    return (*terms, TermView(f"{len(rest)} others", sum(term.amount for term in rest), terms=rest))


def _heckles(at: Scene, ballot: Ballot, number_of: int) -> tuple[str, ...]:
    """Up to three cries from a divided hall, in the scenario's words; an ornament with a luck of its own."""
    words = [str(word) for word in at.scenario.settings.get("heckles", ())]
    loud = ballot.votes_against * 12 >= ballot.votes_for and ballot.votes_for + ballot.votes_against > HALL
    if not words or not loud:
        return ()
    luck = crc32(f"{at.table.game.setup.seed} {number_of}".encode())
    start = luck % len(words)
    found = dict.fromkeys(words[(start + step * (1 + luck // 64 % 5)) % len(words)] for step in range(3))
    # The shortest stand on plates, the longest is the line of the transcript.
    return tuple(sorted(found, key=len))


def shown_from(at: Scene, first: int, most: int = 4) -> list[int]:
    """Numbers of the votes worth the hall from number ``first`` on; the last ones if there are too many."""
    found = [
        k for k in range(first, len(at.table.game.state.ballots)) if important(at, at.table.game.state.ballots[k])
    ]
    return found[-most:]


__all__ = ["important", "rollcall_view", "shown_from"]
