"""The leading bureau as one seat sees it: who votes with whom, what a vote is worth, where it is decided."""

from __future__ import annotations

from dataclasses import dataclass

from game.chronicle.words import first_up, listed
from game.engine import lines, power_index, powers
from game.engine.state import Ballot, Ints, State
from game.views.parts import Scene, bar_view, day_text, number, person_view
from game.views.shapes import (
    BandView,
    FigureView,
    MeetingItemView,
    SeatView,
    TableView,
    TermView,
)
from game.views.sums import parts_of, plural, word


@dataclass(frozen=True, slots=True)
class Band:
    """Members of the bureau who stand together now: one bloc, or blocs joined by alliances."""

    people: tuple[int, ...]
    blocs: tuple[int, ...]


def table_view(at: Scene) -> TableView:
    """The bureau, its bands, its two power indexes and its agenda."""
    seen, bureau = at.seen, at.atlas.bureau
    members = voters(seen, bureau)
    groups = bands(at, members)
    seats = tuple(
        _seat(at, person, place, groups, len(members)) for place, band in enumerate(groups) for person in band.people
    )
    title, text = _decided(at, groups, len(members))
    return TableView(
        bar=bar_view(at),
        body=at.scenario.bodies[bureau].name if bureau >= 0 else "",
        sentence=sentence(at, groups, len(members)),
        explanation=f"{first_up(at.words.label('full_member'))}s sit at the table. "
        "A band joins those who stand together.",
        seats=seats,
        bands=tuple(_band(at, band, len(members)) for band in groups),
        candidates=tuple(person_view(seen, p) for p in seen.candidates[bureau]) if bureau >= 0 else (),
        on_the_table=_agenda(at),
        decided_title=title,
        decided_text=text,
        meeting_text=_meeting(at),
    )


def voters(state: State, body: int) -> list[int]:
    """Full members of a body who are alive and in the party."""
    if body < 0:
        return []
    return [p for p in state.full[body] if state.alive[p] and state.in_party[p]]


def bands(at: Scene, members: list[int]) -> list[Band]:
    """Members in groups of allies, the largest first; who belongs to nobody stands alone."""
    seen = at.seen
    bound = lines.pacts(seen)
    groups: list[tuple[list[int], set[int]]] = []
    for person in members:
        bloc = lines.leader_of(seen, person)
        near = [g for g in groups if bloc >= 0 and any(_together(bound, bloc, other) for other in g[1])]
        merged: tuple[list[int], set[int]] = ([person], {bloc} if bloc >= 0 else set())
        for group in near:
            merged = (group[0] + merged[0], group[1] | merged[1])
            groups.remove(group)
        groups.append(merged)
    found = [Band(tuple(people), tuple(sorted(blocs))) for people, blocs in groups]
    return sorted(found, key=lambda band: (-len(band.people), band.people))


def _together(bound: Ints, one: int, other: int) -> bool:
    return one == other or int(bound[one, other]) >= 500


def sentence(at: Scene, groups: list[Band], count: int) -> str:
    """How many votes there are and how many decide."""
    if not count:
        return "Nobody sits at this table."
    needed = count // 2 + 1
    largest = len(groups[0].people)
    if largest >= needed:
        template = at.scenario.labels.get("heading_table", "{count} votes. {needed} decide.")
        return template.format(count=first_up(word(count)), needed=first_up(word(largest)))
    return f"{first_up(word(count))} votes. No {word(needed)} stand together."


# ---- what a vote is worth


def _seat(at: Scene, person: int, place: int, groups: list[Band], count: int) -> SeatView:
    return SeatView(
        person=person_view(at.seen, person),
        band=place,
        alone=_alone(at, person, count),
        as_bloc=_together_figure(at, person, place, groups, count),
        is_chair=any(int(at.seen.holder[post]) == person for post in at.atlas.by_power.get(powers.CHAIR, ())),
    )


def _alone(at: Scene, person: int, count: int) -> FigureView:
    """The share if all voted for themselves, by the coalitions one vote turns."""
    weights = (1,) * count
    share = power_index.banzhaf(weights, count // 2 + 1)[0]
    return FigureView(
        f"{at.scenario.people[person].surname} alone",
        f"{number(share, 1)} %",
        terms=_swing_terms(weights, count // 2 + 1, 0, share),
        total=share,
        fraction=share,
        decimals=1,
        codex="term:banzhaf",
    )


def _swing_terms(weights: tuple[int, ...], quota: int, voter: int, share: int) -> tuple[TermView, ...]:
    found = power_index.swings_by_votes(weights, quota, voter)
    if not found:
        return (TermView(f"Turns no coalition into {word(quota)} votes", 0, decimals=1),)
    amounts = parts_of(share, [count for _, count in found])
    return tuple(
        TermView(f"Turns {plural(count, 'coalition')} of {plural(votes, 'vote')}", amount, decimals=1)
        for (votes, count), amount in zip(found, amounts, strict=True)
    )


def _together_figure(at: Scene, person: int, place: int, groups: list[Band], count: int) -> FigureView:
    """The share as the bands vote: the band's, divided evenly among its members."""
    weights, quota = tuple(len(band.people) for band in groups), count // 2 + 1
    share, size = power_index.banzhaf(weights, quota)[place], weights[place]
    own = share // size
    inner = _swing_terms(weights, quota, place, share)
    terms = [TermView(f"The band of {word(size)}" if size > 1 else "One vote", share, terms=inner, decimals=1)]
    if size > 1:
        terms.append(TermView(f"Shared with {plural(size - 1, 'other')}", own - share, decimals=1))
    return FigureView(
        f"{at.scenario.people[person].surname} as they vote", f"{number(own, 1)} %", "", tuple(terms), own, own,
        1, codex="term:banzhaf",
    )  # fmt: skip


# ---- bands


def _band(at: Scene, band: Band, count: int) -> BandView:
    scenario = at.scenario
    head = max(band.blocs, key=lambda bloc: (_size(at, band, bloc), -bloc), default=-1)
    majority = 2 * len(band.people) > count and len(band.people) > 1
    return BandView(
        name=band_name(at, band),
        colour="red" if majority else scenario.blocs[head].colour if head >= 0 else "sand",
        size=len(band.people),
        detail=_alike(at, band),
        emblem=scenario.blocs[head].emblem if head >= 0 else "neutral",
    )


def _size(at: Scene, band: Band, bloc: int) -> int:
    return sum(1 for person in band.people if lines.leader_of(at.seen, person) == bloc)


def band_name(at: Scene, band: Band) -> str:
    """The bloc, the understanding that joins the blocs, or who stands alone."""
    scenario = at.scenario
    if len(band.people) == 1:
        return "Alone"
    if len(band.blocs) == 1:
        return scenario.blocs[band.blocs[0]].name
    named = scenario.index["pacts"]
    for pact in at.seen.pacts:
        if pact.id in named and set(band.blocs) <= set(pact.members):
            return scenario.pacts[named[pact.id]].name
    leaders = [scenario.people[at.atlas.leaders[bloc]].surname for bloc in band.blocs]
    return f"Understanding of {listed(leaders)}"


def _alike(at: Scene, band: Band) -> str:
    """In how many of the bureau's roll calls the whole band voted one way."""
    if len(band.people) == 1:
        return at.scenario.people[band.people[0]].surname
    calls = [one for one in at.seen.ballots if one.body == at.atlas.bureau and len(_cast(one, band)) > 1]
    if not calls:
        return "no roll call together yet"
    alike = sum(1 for one in calls if len(set(_cast(one, band))) == 1)
    return f"voted alike in {alike} of {plural(len(calls), 'roll call')}"


def _cast(ballot: Ballot, band: Band) -> list[int]:
    votes = dict(zip(ballot.voters, ballot.ballots, strict=False))
    return [votes[person] for person in band.people if votes.get(person, 2) != 2]


# ---- the agenda and where it is decided


def _agenda(at: Scene) -> tuple[MeetingItemView, ...]:
    words = at.words
    return tuple(
        MeetingItemView(
            motion.id,
            words.motion_sentence(motion.type, motion.subject),
            words.body(at.scenario.bodies[motion.body].id),
            listed([at.scenario.people[p].surname for p in motion.movers]) if motion.movers else "",
            motion.blocked,
        )
        for motion in at.seen.agenda
        if motion.body == at.atlas.bureau
    )


def _meeting(at: Scene) -> str:
    ahead = next((one for one in at.seen.sittings if one.body == at.atlas.bureau and not one.held), None)
    return f"Meets {day_text(ahead.day)}" if ahead else ""


def _decided(at: Scene, groups: list[Band], count: int) -> tuple[str, str]:
    """Whether the table decides, a group before it, or one man."""
    title = at.scenario.labels.get("really_decided", "Where it is really decided")
    if not groups or len(groups[0].people) < count // 2 + 1:
        return title, f"At this table. No group has {word(count // 2 + 1)} votes of its own. {_keys(at)}"
    first = groups[0]
    leaders = [at.scenario.people[at.atlas.leaders[bloc]] for bloc in first.blocs]
    size = f"{first_up(word(len(first.people)))} of {word(count)} votes"
    if len(first.blocs) == 1:
        text = f"With {leaders[0].surname}. {size} are his and those of people who owe him their place."
        if leaders[0].female:
            text = f"With {leaders[0].surname}. {size} are hers and those of people who owe her their place."
    else:
        text = f"Beforehand, among {listed([one.surname for one in leaders])}. They hold {size.lower()}."
    outside = "" if at.who in first.people else " You are not asked."
    return title, f"{text}{outside} {_keys(at)}"


def _keys(at: Scene) -> str:
    """Who sets the agenda and who appoints: the two levers under every table."""
    levers: dict[int, list[str]] = {}
    for power in (powers.AGENDA, powers.APPOINTMENTS):
        holder = powers.wielder(at.seen, power)
        if holder >= 0:
            levers.setdefault(holder, []).append(at.scenario.labels.get(f"power_{power}", power))
    found = [f"{at.scenario.people[who].surname} {' and '.join(words)}" for who, words in levers.items()]
    return f"{'; '.join(found)}." if found else ""
