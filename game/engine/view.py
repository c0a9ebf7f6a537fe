"""What one person can see of the world: the only place where things are hidden.

A view holds a perceived state: what the person has not learned looks as it would to an outsider,
and its keys are listed as unknown. The seed is hidden, so nobody can foresee a draw.
"""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np

from game.engine import dice, lines
from game.engine.atlas import Atlas
from game.engine.dice import Purpose
from game.engine.state import SECRET, UNWRITTEN, Bench, Ints, State
from game.scenario.model import Scenario

#: The health of others is seen in steps of this size.
HEALTH_STEP = 250


@dataclass(slots=True)
class View:
    """The world as ``who`` sees it; ``unknown`` has keys like "region X", "document D", "health P"."""

    who: str
    state: State
    unknown: frozenset[str] = field(default_factory=frozenset)


def view(state: State, person: int | str) -> View:
    """The view of a person (index or id), with a perceived state of its own; changes nothing."""
    atlas = Atlas.of(state.scenario)
    who = atlas.at("people", person)
    return View(atlas.id("people", who), _hide(state, state.copy(), who), frozenset(_unknown(state, who)))


def glance(state: State, person: int) -> State:
    """The perceived state of a view; it shares what is not hidden with ``state``, and is good until that changes."""
    seen = copy.copy(state)
    seen.memo = None
    seen.documents = state.documents.copy()
    seen.document_known, seen.document_owner = list(state.document_known), list(state.document_owner)
    seen.bench = list(state.bench)
    return _hide(state, seen, person)


def _hide(state: State, seen: State, person: int) -> State:
    seen.seed = 0
    _regions(state, seen, person)
    _benches(state, seen, person)
    _papers(state, seen, person)
    _pacts(state, seen, person)
    _private(state, seen, person)
    _health(state, seen, person)
    return seen


def _unknown(state: State, person: int) -> Iterator[str]:
    """Keys of what is hidden from a person."""
    scenario = state.scenario
    if state.visibility < 1000:
        known = known_regions(state, person)
        yield from (f"region {data.id}" for data, seen in zip(scenario.regions, known, strict=True) if not seen)
    for document, data in enumerate(scenario.documents):
        if not _out(state, document) and not _read(state, document, person):
            yield f"document {data.id}"
    yield from (f"health {data.id}" for index, data in enumerate(scenario.people) if index != person)


def own_bloc(state: State, person: int) -> int:
    """The bloc whose secrets a person shares, or -1."""
    return lines.bloc_of(state, person)


def known_regions(state: State, person: int) -> list[bool]:
    """Per region true if the person sees its machine whole: his own, or one he has looked into."""
    seat, bloc = Atlas.of(state.scenario).contender[person], own_bloc(state, person)
    looked = state.knowledge[seat] if 0 <= seat < len(state.knowledge) else 0
    firsts = lines.secretary_blocs(state).tolist()
    return [bool(looked >> region & 1) or first == bloc for region, first in enumerate(firsts)]


def _regions(state: State, seen: State, person: int) -> None:
    """Other people's machines are seen in part; the rest looks unattached."""
    known, bloc = known_regions(state, person), own_bloc(state, person)
    part = np.array([1000 if whole else state.visibility for whole in known], dtype=np.int64)
    clients = state.clients * part[:, None] // 1000
    if bloc >= 0:
        clients[:, bloc] = state.clients[:, bloc]
    clients[:, -1] = 0
    clients[:, -1] = 1000 - clients.sum(axis=1)
    seen.clients = clients
    usual = Atlas.of(state.scenario).once("usual machines", _usual)
    seen.machine = usual + (state.machine - usual) * part // 1000


def _usual(scenario: Scenario) -> Ints:
    """Per region the machine an outsider takes for granted."""
    return np.array([region.machine for region in scenario.regions], dtype=np.int64)


def _benches(state: State, seen: State, person: int) -> None:
    """A bench seat's patron is known if he is one's own, else by the seat's luck and the visibility."""
    bloc, nobody = own_bloc(state, person), len(state.scenario.blocs)
    for body, bench in enumerate(state.bench):
        if bench is None:
            continue
        shown = (bench.patron == bloc) | (bench.follows > 0)
        shown |= _sight(body, person, len(bench.region)) < state.visibility
        seen.bench[body] = Bench(bench.region, np.where(shown, bench.patron, nobody), bench.follows)


@lru_cache(maxsize=512)
def _sight(body: int, person: int, seats: int) -> Ints:
    """Thousandths of visibility from which each seat is seen; the luck of a seat is the same in all games."""
    draws = dice.draw(0, 0, Purpose.SIGHT, f"{body} {person}", np.arange(seats, dtype=np.int64))
    return draws * 1000 >> 32


def _papers(state: State, seen: State, person: int) -> None:
    """A secret paper one has not read does not exist for one; who else has read a paper is not known."""
    for document, out in enumerate(state.documents.tolist()):
        if out > SECRET:
            continue
        if _read(state, document, person):
            seen.document_known[document] = 1 << person
        else:
            seen.documents[document] = UNWRITTEN
            seen.document_known[document] = 0
            seen.document_owner[document] = ()


def _out(state: State, document: int) -> bool:
    return int(state.documents[document]) > SECRET


def _read(state: State, document: int, person: int) -> bool:
    """True if a person has read a paper or holds it."""
    return bool(state.document_known[document] >> person & 1) or person in state.document_owner[document]


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


def _health(state: State, seen: State, person: int) -> None:
    """One knows one's own health; that of others by their looks."""
    seen.health = (state.health + HEALTH_STEP // 2) // HEALTH_STEP * HEALTH_STEP
    seen.health[person] = state.health[person]
