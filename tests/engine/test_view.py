"""What a rival cannot know he does not see, and what he does see is true."""

from __future__ import annotations

import numpy as np
import pytest
import votes_world as world
from machine_world import new_state as small_state
from machine_world import scenario as small_scenario

from game.engine.digest import digest
from game.engine.state import LEAKED, Offer, Pact, Promise, State
from game.engine.view import view


def perceived(state: State, person: int) -> State:
    return view(state, person).state


def test_looking_changes_nothing() -> None:
    state = world.state()
    before = digest(state)
    view(state, 1)
    assert digest(state) == before


def test_the_seed_is_hidden() -> None:
    one, other = world.state(1), world.state(1)
    other.seed = 99
    assert perceived(one, 1).seed == 0
    assert digest(perceived(one, 1)) == digest(perceived(other, 1))


def test_others_machines_are_seen_in_part() -> None:
    state = world.state()
    seen = perceived(state, 1)
    mines = world.REGIONS.index("mines")
    assert seen.clients[mines, 0] == 240 * 250 // 1000
    assert seen.clients[mines, 1] == 80  # his own he knows
    assert (seen.clients.sum(axis=1) == 1000).all()
    assert "region mines" in view(state, 1).unknown
    state.visibility = 1000
    assert (perceived(state, 1).clients == state.clients).all()
    assert "region mines" not in view(state, 1).unknown


def test_ones_own_region_and_those_looked_into_are_seen_whole() -> None:
    state = world.state()
    barracks, mines = world.REGIONS.index("barracks"), world.REGIONS.index("mines")
    state.machine[mines] += 100
    assert perceived(state, 1).machine[mines] == 400 + 25
    state.knowledge[1] |= 1 << mines
    seen = perceived(state, 1)
    assert (seen.clients[[barracks, mines]] == state.clients[[barracks, mines]]).all()
    assert seen.machine[mines] == 500
    assert not {"region barracks", "region mines"} & view(state, 1).unknown


def test_a_secret_pact_is_seen_by_those_who_know() -> None:
    state = world.state()
    state.pacts.append(Pact("whisper", (0, 4), 600, True, 1, 0, 0b10001))
    state.provenance["pact whisper"] = 3
    names = [[pact.id for pact in perceived(state, person).pacts] for person in (0, 1)]
    assert "whisper" in names[0] and "whisper" not in names[1]
    assert "pact whisper" not in perceived(state, 1).provenance


def test_a_secret_paper_is_unwritten_to_those_who_have_not_read_it() -> None:
    state = small_state(world=small_scenario())
    assert "document letter" in view(state, 1).unknown
    assert perceived(state, 1).documents[0] == 0 and perceived(state, 1).document_owner[0] == ()
    assert perceived(state, 0).documents[0] == 1 and "document letter" not in view(state, 0).unknown
    state.documents[0] = LEAKED
    assert perceived(state, 1).documents[0] == LEAKED


def test_private_affairs_stay_private() -> None:
    state = world.state()
    state.offers = [Offer("o", 0, 2, "peace")]
    state.dossiers = [Promise(1, 0, 100, "letters", 1)]
    state.debts = [Promise(3, 2, 100, "favour", 1)]
    other = perceived(state, 1)
    assert not other.offers and not other.dossiers and not other.debts
    assert perceived(state, 2).offers and perceived(state, 0).dossiers and perceived(state, 3).debts


def test_health_shows_by_looks() -> None:
    state = world.state()
    state.health[2], state.health[1] = 610, 610
    seen = view(state, 1)
    assert seen.state.health[1] == 610 and seen.state.health[2] == 500
    assert "health zinnia" in seen.unknown and "health thistle" not in seen.unknown


@pytest.mark.parametrize("hidden", ["clients", "dossiers", "pacts", "health"])
def test_worlds_that_differ_only_in_what_is_hidden_look_the_same(hidden: str) -> None:
    one, other = world.state(), world.state()
    if hidden == "clients":
        mines = world.REGIONS.index("mines")
        other.clients[mines] += np.array([1, 0, 0, 0, 0, 0, 0, -1])
    elif hidden == "dossiers":
        other.dossiers = [Promise(1, 0, 100, "letters", 1)]
    elif hidden == "pacts":
        other.pacts.append(Pact("whisper", (0, 4), 600, True, 1, 0, 0b10001))
    else:
        other.health[2] -= 20
    assert digest(one) != digest(other)
    assert digest(perceived(one, 1)) == digest(perceived(other, 1))
