"""Who stands where: patron chains, understandings, the line of each bloc and the bureau's margin.

A motion has people for it and people against it; each bloc has a line from -1000 to 1000 towards
it, and the margin of those lines in the bureau says which side counts as the leadership.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from game.engine.atlas import Atlas
from game.engine.memo import kept, lasting
from game.engine.parameters import Parameters
from game.engine.patrons import belonging
from game.engine.state import ABROAD, Ints, Motion, Pact, State
from game.scenario.model import Effect, MotionType

#: Effects of a carried motion that make its target an opponent of it.
_BLOWS = {
    "post": ("vacated", "threatened"),
    "seat": ("lost", "threatened"),
    "status": ("exiled", "deported", "expelled"),
    "thesis": ("condemned", "attacked"),
}


# ---- who votes


def voting(state: State) -> Ints:
    """Per person 1 if he can vote: alive, in the party, neither abroad nor exiled nor ill."""
    return lasting(state, "voting", _of_voting, _voting)


def _of_voting(state: State) -> tuple[bytes, ...]:
    return tuple(column.tobytes() for column in (state.alive, state.in_party, state.place, state.ill))


def _voting(state: State) -> Ints:
    here = (state.place < ABROAD) & (state.ill == 0)
    found: Ints = ((state.alive > 0) & (state.in_party > 0) & here).astype(np.int64)
    return found


def votes(state: State, person: int) -> bool:
    """True if the person can vote."""
    return bool(
        person >= 0
        and state.alive[person]
        and state.in_party[person]
        and state.place[person] < ABROAD
        and state.ill[person] == 0
    )


# ---- patron chains


def bloc_of(state: State, person: int) -> int:
    """The bloc a person belongs to: that of the first leader up his patron chain, if he lives, or -1."""
    return belonging(state).blocs[person] if person >= 0 else -1


def leader_of(state: State, person: int) -> int:
    """The bloc whose leader ends the person's patron chain, or -1."""
    return belonging(state).ends[person] if person >= 0 else -1


def leaders(state: State) -> Ints:
    """Per person the bloc at the end of his chain, the number of blocs for nobody; as ``leader_of``."""
    return belonging(state).leaders


def secretary(state: State, region: int) -> int:
    """The first secretary of a region, or -1."""
    post = Atlas.of(state.scenario).first_secretary[region]
    return int(state.holder[post]) if post >= 0 else -1


def first_secretaries(state: State) -> tuple[int, ...]:
    """Per region its first secretary, or -1."""
    holders = state.holder.tolist()
    return tuple(holders[post] if post >= 0 else -1 for post in Atlas.of(state.scenario).first_secretary)


def secretary_blocs(state: State) -> Ints:
    """Per region the bloc of its first secretary, the number of blocs for nobody."""
    return lasting(
        state, "secretary blocs", lambda state: (state.holder.tobytes(), belonging(state).ends), _secretary_blocs
    )


def _secretary_blocs(state: State) -> Ints:
    ends, nobody = belonging(state).ends, len(state.scenario.blocs)
    blocs = (ends[first] if first >= 0 else -1 for first in first_secretaries(state))
    return np.array([bloc if bloc >= 0 else nobody for bloc in blocs], dtype=np.int64)


# ---- understandings


def in_force(state: State, pact: Pact) -> bool:
    """True if the pact has not run out."""
    return pact.until == 0 or pact.until >= state.turn


def pact_strength(state: State, one: int, other: int) -> int:
    """Strength of the strongest pact in force between two blocs, 0..1000; 1000 with itself."""
    if one == other:
        return 1000
    if state.memo is not None and one >= 0 and other >= 0:
        return pact_rows(state)[one][other]
    both = (p for p in state.pacts if one in p.members and other in p.members and in_force(state, p))
    return max((pact.strength for pact in both), default=0)


def pacts(state: State) -> Ints:
    """Blocs x blocs: strength of the strongest pact in force; 1000 on the diagonal."""
    return kept(state, "pacts", _pacts)


def _pacts(state: State) -> Ints:
    return np.array(pact_rows(state), dtype=np.int64)


def pact_rows(state: State) -> list[list[int]]:
    """The same as plain rows, for whoever looks at a few of them."""
    return lasting(state, "pact rows", _binding, _pact_rows)


def _binding(state: State) -> tuple[tuple[tuple[int, ...], int], ...]:
    """Members and strength of the agreements in force."""
    return tuple((pact.members, pact.strength) for pact in state.pacts if in_force(state, pact))


def _pact_rows(state: State) -> list[list[int]]:
    blocs = range(len(state.scenario.blocs))
    rows = [[1000 if one == other else 0 for other in blocs] for one in blocs]
    for members, strength in _binding(state):
        for one in members:
            for other in members:
                rows[one][other] = max(rows[one][other], strength)
    return rows


def shared_severity(state: State, bloc: int) -> int:
    """Guilt by association: the highest severity among a bloc and its allies in open pacts."""
    bound = Parameters.of(state.scenario).alliance
    worst = int(state.severity[bloc])
    for pact in state.pacts:
        if bloc in pact.members and pact.strength >= bound and not pact.secret and in_force(state, pact):
            worst = max(worst, *(int(state.severity[member]) for member in pact.members))
    return worst


# ---- the two sides


@dataclass(frozen=True, slots=True)
class Sides:
    """The people and the blocs for a motion and against it (indexes), and blocs that abstain."""

    for_people: tuple[int, ...]
    against_people: tuple[int, ...]
    for_blocs: tuple[int, ...]
    against_blocs: tuple[int, ...]
    abstaining: tuple[int, ...] = ()


def motion_type(state: State, motion: Motion) -> MotionType:
    """The declared type of a motion."""
    return state.scenario.motions[Atlas.of(state.scenario).index["motions"][motion.type]]


def hostile(kind: MotionType) -> bool:
    """True if the target of such a motion opposes it: it punishes, removes or condemns."""
    return kind.severity > 0 or any(_is_blow(effect) for effect in kind.carried)


def _is_blow(effect: Effect) -> bool:
    if effect.verb in ("severity", "legal"):
        return bool(effect.args) and effect.args[-1] not in ("tolerated", "down")
    nested = any(_is_blow(inner) for inner in effect.then + effect.otherwise)
    return nested or any(word in effect.args for word in _BLOWS.get(effect.verb, ()))


def target(state: State, motion: Motion) -> int:
    """The person a motion touches: its subject, the leader, holder or author of its subject, or -1."""
    atlas, kind, subject = Atlas.of(state.scenario), motion.subject_kind, motion.subject
    if not subject:
        return -1
    if kind == "person":
        return atlas.at("people", subject)
    if kind == "bloc":
        return atlas.leaders[atlas.at("blocs", subject)]
    if kind == "post":
        return int(state.holder[atlas.at("posts", subject)])
    if kind == "region":
        return secretary(state, atlas.at("regions", subject))
    if kind == "thesis":
        owner = int(state.thesis_owner[atlas.at("theses", subject)])
        return atlas.leaders[owner] if owner >= 0 else -1
    return -1


def sides(state: State, motion: Motion) -> Sides:
    """Movers, candidate and those who declared for; target and those who declared against.

    The target of a motion that does him no harm is for it. A bloc goes with its leader's own
    declaration, else with the first of its people named here.
    """
    hit, declared = target(state, motion), dict(motion.stands)
    first = [*motion.movers, *([motion.candidate] if motion.candidate >= 0 else [])]
    named = dict.fromkeys(first, 1000)
    if hit >= 0:
        named.setdefault(hit, -1000 if hostile(motion_type(state, motion)) else 1000)
    named.update(declared)
    return _sides(state, named, declared)


def _sides(state: State, named: dict[int, int], declared: dict[int, int]) -> Sides:
    heads, blocs = Atlas.of(state.scenario).leaders, {}
    for person, side in named.items():
        bloc = leader_of(state, person)
        if bloc >= 0 and (person == heads[bloc] or bloc not in blocs):
            blocs[bloc] = declared.get(heads[bloc], side)
    people = dict(named)
    for bloc, side in blocs.items():
        people.setdefault(heads[bloc], side)
    return Sides(
        _with(people, 1000), _with(people, -1000), _with(blocs, 1000), _with(blocs, -1000), _with(blocs, 0)
    )


def _with(stands: dict[int, int], side: int) -> tuple[int, ...]:
    return tuple(sorted(key for key, value in stands.items() if value == side))


def between(state: State, for_blocs: tuple[int, ...], against_blocs: tuple[int, ...]) -> Sides:
    """Two groups of blocs facing each other, without a motion."""
    heads = Atlas.of(state.scenario).leaders
    return Sides(
        tuple(sorted(heads[bloc] for bloc in for_blocs)),
        tuple(sorted(heads[bloc] for bloc in against_blocs)),
        tuple(sorted(for_blocs)),
        tuple(sorted(against_blocs)),
    )


def lines(state: State, both: Sides) -> Ints:
    """Per bloc its line -1000..1000, and a last 0 for nobody; others lean by their strongest pacts."""
    heads = Atlas.of(state.scenario).leaders
    found = [0] * (len(heads) + 1)
    for bloc, row in enumerate(pact_rows(state)):
        if bloc in both.abstaining or not state.alive[heads[bloc]]:
            continue
        if bloc in both.for_blocs:
            found[bloc] = 1000
        elif bloc in both.against_blocs:
            found[bloc] = -1000
        else:
            towards = max([row[other] for other in both.for_blocs], default=0)
            found[bloc] = towards - max([row[other] for other in both.against_blocs], default=0)
    return np.array(found, dtype=np.int64)


def line(state: State, motion: Motion, bloc: int) -> int:
    """The line of a bloc towards a motion, -1000..1000."""
    return int(lines(state, sides(state, motion))[bloc])


# ---- the leadership


def weighted(values: Ints, weights: Ints, people: tuple[int, ...]) -> Ints:
    """Authority-weighted mean over some people of the columns of ``values``, floored; 0 for none."""
    if not people:
        return np.zeros(values.shape[0], dtype=np.int64)
    if len(people) == 1:  # as one mover or one target: the mean is his own column
        return values[:, people[0]].copy()
    chosen = list(people)
    heavy = np.maximum(weights[chosen], 1)
    mean: Ints = values[:, chosen] @ heavy // heavy.sum()
    return mean


def regard(state: State, both: Sides) -> Ints:
    """Per person: his mean opinion of those for minus his mean opinion of those against."""
    towards = weighted(state.opinion, state.authority, both.for_people)
    return towards - weighted(state.opinion, state.authority, both.against_people)


def margin_of(state: State, both: Sides, known: Ints, ends: Ints, regards: Ints) -> int:
    """Mean over the bureau of twice the member's line, or of twice his regard if he has none."""
    bureau = Atlas.of(state.scenario).bureau
    members = [p for p in state.full[bureau] if state.alive[p] and state.in_party[p]] if bureau >= 0 else []
    if not members:
        return 0
    blocs, total = ends[members], 0
    columns = (blocs.tolist(), known[blocs].tolist(), regards[members].tolist())
    for bloc, towards, liking in zip(*columns, strict=True):
        if towards or bloc in both.abstaining:
            total += min(max(2 * towards, -1000), 1000)
        else:
            total += min(max(2 * liking, -700), 700)
    return total // len(members)


def margin(state: State, motion: Motion) -> int:
    """The leadership margin of a motion, -1000..1000: positive if the bureau is for it."""
    both = sides(state, motion)
    return margin_of(state, both, lines(state, both), leaders(state), regard(state, both))


def lead(state: State, margin: int) -> int:
    """Which side counts as the leadership, -1000..1000: full at a clear majority, nothing at a tie."""
    return min(max(Parameters.of(state.scenario).lead * margin // 1000, -1000), 1000)


def all_clients(state: State) -> list[int]:
    """Per bloc, and last for nobody, its clients in all regions together."""
    return kept(state, "all clients", lambda state: state.clients.sum(axis=0).tolist())


def camps(state: State) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """The leading blocs of the bureau and those against them, when no motion divides it.

    The leading side is the largest group of allies in the bureau; the other side are blocs that
    are not allied with its head and either sit in the bureau too or are no longer tolerated.
    """
    return kept(state, "camps", _camps)


def _camps(state: State) -> tuple[tuple[int, ...], tuple[int, ...]]:
    atlas, strength, ends = Atlas.of(state.scenario), pact_rows(state), belonging(state).ends
    bound, clients = Parameters.of(state.scenario).alliance, all_clients(state)
    members = [ends[person] for person in state.full[atlas.bureau]] if atlas.bureau >= 0 else []
    seats = [members.count(bloc) for bloc in range(len(strength))]
    living = [bloc for bloc, leader in enumerate(atlas.leaders) if state.alive[leader]]
    if not living:
        return (), ()

    def weight(bloc: int) -> tuple[int, int, int]:
        allies = sum(seats[other] for other in living if strength[bloc][other] >= bound)
        return allies if seats[bloc] else 0, clients[bloc], -bloc

    head = max(living, key=weight)
    leading = tuple(bloc for bloc in living if strength[head][bloc] >= bound)
    facing = (bloc for bloc in living if bloc not in leading and (seats[bloc] or state.severity[bloc]))
    return leading, tuple(facing)
