"""Documents come out one way, in full the first time, then by a third; a denial halves."""

from __future__ import annotations

from datetime import date

import world
from world import ASH, BIRCH, CEDAR, LIME, apply, kinds

from game.engine import documents
from game.engine.log import Log
from game.engine.state import KNOWN, LEAKED, PRESS, SECRET, UNWRITTEN

LETTER, DIARY = 0, 1


def authority(state):
    return int(state.authority[BIRCH])


def test_the_first_surfacing_that_holds_applies_with_its_causes():
    state = world.state()
    before = authority(state)
    log = apply(state, "document letter leaked", SELF=ASH)
    assert authority(state) == before - 90
    assert kinds(log) == ["document", "surfaced", "authority"]
    assert log.records[1].causes == log.records[2].causes == (log.records[0].number,)
    assert log.records[1].data["at"] == "now"


def test_every_later_publication_counts_a_third():
    state = world.state()
    apply(state, "document letter leaked", SELF=ASH)
    before = authority(state)
    apply(state, "document letter press", SELF=ASH)
    assert authority(state) == before - 30


def test_each_step_is_one_way():
    state = world.state()
    apply(state, "document letter press", SELF=ASH)
    log = apply(state, "document letter leaked", "document letter known", "document letter press", SELF=ASH)
    assert log.records == [] and int(state.documents[LETTER]) == PRESS


def test_known_to_the_bureau_is_not_yet_out():
    state = world.state()
    before = authority(state)
    apply(state, "document letter known", SELF=ASH)
    assert authority(state) == before and int(state.documents[LETTER]) == KNOWN
    assert state.document_known[LETTER] >> CEDAR & 1 and not state.document_known[LETTER] >> LIME & 1


def test_a_denial_halves_what_is_left_once():
    state = world.state()
    apply(state, "document letter suppressed", "document letter suppressed", SELF=BIRCH)
    before = authority(state)
    apply(state, "document letter leaked", SELF=ASH)
    assert authority(state) == before - 45


def test_abroad_counts_half_unless_it_was_printed_at_home():
    state = world.state()
    before = authority(state)
    apply(state, "document letter abroad", SELF=ASH)
    assert authority(state) == before - 45
    assert documents.strength(state, LETTER, printed_before=True).total == 333


def test_the_strength_of_a_document_is_a_sum_of_terms():
    state = world.state()
    apply(state, "document letter leaked", "document letter suppressed", SELF=ASH)
    line = documents.strength(state, LETTER)
    assert [(t.reason, t.amount) for t in line.terms] == [
        ("document_full", 1000), ("document_heard_before", -667), ("document_denied", -167),
    ]  # fmt: skip


def test_an_unwritten_document_cannot_come_out_and_is_written_on_its_day():
    state = world.state()
    log = apply(state, "document diary press", "document diary to cedar", "learn cedar diary", SELF=BIRCH)
    assert log.records == [] and int(state.documents[DIARY]) == UNWRITTEN
    documents.write_due(state, Log(state))
    assert int(state.documents[DIARY]) == UNWRITTEN
    state.day = date(2001, 2, 1)
    written = Log(state)
    documents.write_due(state, written)
    assert int(state.documents[DIARY]) == SECRET and written.records[0].secret_to == ("birch",)


def test_a_paper_whose_author_is_gone_is_never_written():
    state = world.state()
    state.day, state.in_party[BIRCH] = date(2001, 2, 1), 0
    documents.write_due(state, Log(state))
    assert int(state.documents[DIARY]) == UNWRITTEN


def test_a_copy_makes_a_holder_who_has_read_it():
    state = world.state()
    log = apply(state, "document letter to cedar")
    assert state.document_owner[LETTER] == (ASH, CEDAR) and state.document_known[LETTER] >> CEDAR & 1
    assert set(log.records[0].secret_to) == {"ash", "cedar"}
    assert int(state.documents[LETTER]) < LEAKED


def test_printing_abroad_opens_a_warning_against_whoever_did_it():
    state = world.state()
    apply(state, "document letter abroad", SELF=ASH)
    assert int(state.charge[0]) == 1000 and int(state.severity[0]) == 0
    state = world.state()
    apply(state, "document letter press", "document letter abroad", SELF=ASH)
    assert int(state.charge[0]) == 0
