"""An effect on somebody who is dead, gone or not there, or on a thing of another order, is skipped."""

from __future__ import annotations

from dataclasses import replace

import pytest
import world
from test_effects import CHANGES

from game.engine.digest import digest

#: Verbs that do something to people or to what they lead, and do nothing when everybody is dead.
PERSONAL = (
    "authority", "health", "axis", "patron", "mantle", "debt", "dossier", "learn", "motion", "bind", "post", "status",
)  # fmt: skip
#: Effects on things that an order names, when the order names none.
UNNAMED = (
    "post POST to ash", "post POST vacated", "document DOC leaked", "learn ash DOC", "thesis THESIS launched",
    "seat BODY ash full", "table", "offer", "summon BODY", "opinion SELF>TARGET +small", "mantle TARGET +small",
    "credit TARGET +small", "cohesion TARGET +small", "exposure TARGET +small", "press TARGET +small",
    "legal TARGET condemned", "severity TARGET warned", "axis TARGET pace:slow small", "authority TARGET -small",
    "debt TARGET>SELF 100", "dossier SELF>TARGET 100", "settle TARGET>SELF", "know SELF north", "reveal SELF TARGET",
    "recant 100", "break TARGET", "mediate TARGET OTHER", "unbind TARGET SELF", "bind TARGET SELF 500",
    "block MOTION", "second MOTION", "amend MOTION", "lobby MOTION +medium", "speech MOTION +small", "caucus MOTION",
    "lean all POLE small", "lean REGION pace:slow small", "mood REGION ash +small", "grievance REGION +small",
    "axis ash POLE small", "document DOC to ash", "document letter to TARGET", "seat presidium TARGET lost",
)  # fmt: skip


def unchanged(state, line, **symbols):
    """Run an effect; only a remark that it was skipped may come of it."""
    before = digest(state)
    log = world.apply(state, line, **symbols)
    assert {record.kind for record in log.records} <= {"skipped"}
    assert all(record.data["why"] for record in log.records)
    state.records = 0
    assert digest(state) == before


@pytest.mark.parametrize("verb", PERSONAL)
def test_nothing_happens_to_the_dead(verb):
    state = world.state()
    state.alive[:], state.in_party[:] = 0, 0
    unchanged(state, CHANGES[verb][0], SELF=world.ASH)


@pytest.mark.parametrize("line", UNNAMED)
def test_nothing_happens_to_what_was_not_named(line):
    unchanged(world.state(), line)


def test_a_body_that_sits_anyway_is_not_summoned_again():
    state = world.state()
    world.apply(state, "summon desk")
    count = len(state.sittings)
    world.apply(state, "summon desk")
    assert len(state.sittings) == count


def test_an_assembly_called_out_of_turn_has_the_seats_it_had_when_it_last_met(harbour):
    """Without delegates nothing could be forecast there, and nothing decided."""
    from game.engine import effects_bodies, start

    state, _ = start(harbour, 1)
    hall = harbour.index["bodies"]["union_congress"]
    assert effects_bodies._seats(state, hall) == 54
    state.day = harbour.meetings[-2].opens
    assert effects_bodies._seats(state, hall) == 60
    assert effects_bodies._seats(state, harbour.index["bodies"]["presidium"]) == len(state.full[0])


def test_nothing_more_happens_to_what_has_happened():
    """A seat one has, a text one holds, a thesis that is out, a pact that is in force: no second time."""
    state = world.state()
    world.apply(state, "thesis calm launched", SELF=world.ASH)
    state.records = 0
    for line in (
        "seat presidium ash full", "document letter to ash", "learn ash letter", "thesis calm launched",
        "post editor to birch", "patron ash to alder",
    ):  # fmt: skip
        unchanged(state, line, SELF=world.ASH)


def test_a_text_for_whose_coming_out_nothing_is_written_is_felt_by_nobody():
    """A document comes out though nothing written for its surfacing holds: it is out, and that is all."""
    letter = world.scenario().documents[0]
    state = world.state(documents=(replace(letter, surfacings=letter.surfacings[:1]), world.scenario().documents[1]))
    log = world.apply(state, "document letter leaked", SELF=world.ASH)
    assert world.kinds(log) == ["document"] and int(state.published[0]) == 0


def test_who_belongs_to_nobody_gives_nothing_that_a_bloc_gives():
    for line in ("recant 100", "cohesion SELF +small", "mood north lime +small", "teach SELF 100"):
        unchanged(world.state(), line, SELF=world.LIME)
