"""What one person can see of the world: the only place where things are hidden.

A view holds a perceived state: what the person has not learned looks as it would to an outsider,
and its keys are listed as unknown. The seed is hidden, so nobody can foresee a draw.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass, field

import numpy as np

from game.engine import dice, lines
from game.engine.atlas import Atlas
from game.engine.dice import Purpose
from game.engine.state import SECRET, UNWRITTEN, Bench, Ints, State

#: The health of others is seen in steps of this size.
HEALTH_STEP = 250


@dataclass(slots=True)
class View:
    """The world as ``who`` sees it; ``unknown`` has keys like "region X", "document D", "health P"."""

    who: str
    state: State
    unknown: frozenset[str] = field(default_factory=frozenset)


def view(state: State, person: int | str, lasting: bool = True) -> View:
    """The view of a person (index or id); changes nothing.

    One that is not ``lasting`` shares what is not hidden with ``state`` and is good until that changes.
    """
    atlas = Atlas.of(state.scenario)
    who = atlas.at("people", person)
    seen, unknown = state.copy() if lasting else _glance(state), set[str]()
    seen.seed = 0
    _regions(state, seen, who, unknown)
    _benches(state, seen, who)
    _papers(state, seen, who, unknown)
    _pacts(state, seen, who)
    _private(state, seen, who)
    _health(state, seen, who, unknown)
    return View(atlas.id("people", who), seen, frozenset(unknown))


def _glance(state: State) -> State:
    """A copy for a moment: only the columns that are overwritten in place are its own."""
    seen = copy.copy(state)
    seen.documents = state.documents.copy()
    seen.document_known, seen.document_owner = list(state.document_known), list(state.document_owner)
    seen.bench = list(state.bench)
    return seen


def own_bloc(state: State, person: int) -> int:
    """The bloc whose secrets a person shares, or -1."""
    return lines.bloc_of(state, person)


def known_regions(state: State, person: int) -> Ints:
    """Per region 1 if the person sees its machine whole: his own, or one he has looked into."""
    seat, bloc = Atlas.of(state.scenario).contender[person], own_bloc(state, person)
    looked = state.knowledge[seat] if 0 <= seat < len(state.knowledge) else 0
    firsts = lines.secretary_blocs(state)
    flags = [looked >> region & 1 or int(firsts[region]) == bloc for region in range(len(firsts))]
    return np.array(flags, dtype=np.int64)


def _regions(state: State, seen: State, person: int, unknown: set[str]) -> None:
    """Other people's machines are seen in part; the rest looks unattached."""
    known, bloc = known_regions(state, person), own_bloc(state, person)
    part = np.where(known > 0, 1000, state.visibility)[:, None]
    clients = state.clients * part // 1000
    if bloc >= 0:
        clients[:, bloc] = state.clients[:, bloc]
    clients[:, -1] = 0
    clients[:, -1] = 1000 - clients.sum(axis=1)
    seen.clients = clients
    usual = np.array([region.machine for region in state.scenario.regions], dtype=np.int64)
    seen.machine = usual + (state.machine - usual) * part[:, 0] // 1000
    for region in np.flatnonzero((known == 0) & (part[:, 0] < 1000)).tolist():
        unknown.add(f"region {state.scenario.regions[region].id}")


def _benches(state: State, seen: State, person: int) -> None:
    """A bench seat's patron is known if he is one's own, else by the seat's luck and the visibility."""
    bloc, nobody = own_bloc(state, person), len(state.scenario.blocs)
    for body, bench in enumerate(state.bench):
        if bench is None:
            continue
        seats = np.arange(len(bench.region), dtype=np.int64)
        draws = dice.draw(0, 0, Purpose.SIGHT, f"{body} {person}", seats)
        shown = (bench.patron == bloc) | (bench.follows > 0) | (draws * 1000 >> 32 < state.visibility)
        seen.bench[body] = Bench(bench.region, np.where(shown, bench.patron, nobody), bench.follows)


def _papers(state: State, seen: State, person: int, unknown: set[str]) -> None:
    """A secret paper one has not read does not exist for one; who else has read a paper is not known."""
    for document, data in enumerate(state.scenario.documents):
        mine = state.document_known[document] >> person & 1 or person in state.document_owner[document]
        if int(state.documents[document]) > SECRET:
            continue
        if mine:
            seen.document_known[document] = 1 << person
        else:
            seen.documents[document] = UNWRITTEN
            seen.document_known[document] = 0
            seen.document_owner[document] = ()
            unknown.add(f"document {data.id}")


def _pacts(state: State, seen: State, person: int) -> None:
    """Secret understandings are seen by those who know of them."""
    bloc = own_bloc(state, person)
    seen.pacts = [pact for pact in seen.pacts if not pact.secret or (bloc >= 0 and pact.known_to >> bloc & 1)]
    names = {pact.id for pact in state.pacts} - {pact.id for pact in seen.pacts}
    if not names:
        return
    seen.provenance = dict(seen.provenance)
    for name in names:
        seen.provenance.pop(f"pact {name}", None)


def _private(state: State, seen: State, person: int) -> None:
    """Offers, debts, dossiers and questions of others are their own affair."""
    bloc = own_bloc(state, person)
    seen.offers = [offer for offer in seen.offers if bloc in (offer.by, offer.to)]
    seen.debts = [debt for debt in seen.debts if person in (debt.debtor, debt.creditor)]
    seen.dossiers = [dossier for dossier in seen.dossiers if dossier.creditor == person]
    seen.decisions = [decision for decision in seen.decisions if decision.who == person]


def _health(state: State, seen: State, person: int, unknown: set[str]) -> None:
    """One knows one's own health; that of others by their looks."""
    looks = (state.health + HEALTH_STEP // 2) // HEALTH_STEP * HEALTH_STEP
    seen.health = np.where(np.arange(len(looks)) == person, state.health, looks)
    unknown.update(f"health {data.id}" for index, data in enumerate(state.scenario.people) if index != person)
