"""What the screens of knowledge show: figures sum, the unknown is unknown, everything has an entry."""

from __future__ import annotations

import pytest

from game.engine import power_index
from game.engine.state import UNWRITTEN, Pact
from game.views import glossary
from game.views.codex import KINDS, codex_view, index, linked, may_reveal
from game.views.doctrine import doctrine_view
from game.views.log import log_view, turn_of_entry
from game.views.organisations import organisations_view
from game.views.parts import scene
from game.views.relations import NAME_HIGH, NAME_WIDE, PAGE, TERMS, face_size, offer_targets, relations_view
from game.views.shapes import Mark
from game.views.sums import parts_of
from game.views.table import table_view
from tests.views.games import SMALL, faults, figures, played, scenario, steps

SEATS = [one.person for one in scenario().contenders]
VIEWS = (table_view, organisations_view, relations_view, doctrine_view, log_view)


@pytest.mark.parametrize("seat", SEATS)
def test_every_figure_sums_to_its_terms_through_a_whole_game(seat: str) -> None:
    wrong: list[str] = []
    seen = 0
    for table in steps(seat, seed=len(seat)):
        at = scene(table, seat)
        for make in VIEWS:
            for figure in figures(make(at)):
                seen += 1
                wrong += faults(figure)
    assert wrong == []
    assert seen > 100


def test_every_figure_of_the_codex_sums_and_every_reference_has_an_entry() -> None:
    owner = scenario().documents[0].owners[-1]
    at = scene(played(owner, 4), owner)
    entries = index(at)
    assert {entry.kind for entry in entries} == set(KINDS)
    for entry in entries:
        view = codex_view(at, entry.ref, reveal=True)
        assert view is not None, entry.ref
        assert [fault for figure in figures(view) for fault in faults(figure)] == []


def test_every_link_of_the_codex_leads_to_an_entry() -> None:
    at = scene(played(SEATS[1], 4), SEATS[1])
    for entry in index(at):
        view = codex_view(at, entry.ref)
        assert view is not None
        for section in view.sections:
            for line in section.lines:
                if line.ref and not line.ref.startswith(("record:", "fact:")):
                    assert codex_view(at, line.ref) is not None, (entry.ref, line.ref)


def test_search_finds_by_any_word_and_puts_beginnings_first() -> None:
    at = scene(played(SEATS[0], 1), SEATS[0])
    name = at.scenario.people[0].surname
    found = index(at, name[:4].lower())
    assert found[0].ref == f"person:{at.scenario.people[0].id}"
    assert index(at, "no such word anywhere") == ()


def test_history_is_hidden_until_it_is_asked_for() -> None:
    at = scene(played(SEATS[0], 2), SEATS[0])
    assert may_reveal(at) == (False, True)
    who = next(one for one in at.scenario.people if one.fate)
    hidden = codex_view(at, f"person:{who.id}")
    shown = codex_view(at, f"person:{who.id}", reveal=True)
    assert hidden is not None and shown is not None
    texts = [line.text for section in hidden.sections for line in section.lines]
    assert who.fate not in texts
    assert who.fate in [line.text for section in shown.sections for line in section.lines]
    days = [fact.begins for fact in at.scenario.record if fact.text in texts]
    assert all(day <= at.scenario.start for day in days)


def test_a_paper_one_has_not_read_is_nowhere() -> None:
    for seat in SEATS:
        at = scene(played(seat, 1), seat)
        for place, paper in enumerate(at.scenario.documents):
            known = int(at.seen.documents[place]) != UNWRITTEN
            assert (codex_view(at, f"document:{paper.id}") is not None) == known
            assert (paper.id in [one.id for one in doctrine_view(at).documents]) == known


def test_an_unseen_machine_is_shown_as_unknown_not_as_a_figure() -> None:
    at = scene(played(SEATS[0], 1), SEATS[0])
    view = organisations_view(at)
    unseen = {r.id for r in at.scenario.regions if at.unknown(f"region {r.id}")}
    assert unseen
    assert {one.id for one in view.organisations if one.machine is None} == unseen
    detail = organisations_view(at, sorted(unseen)[0]).selected
    assert detail is not None and detail.machine.mark is Mark.UNKNOWN and detail.machine.terms == ()


def test_seats_at_the_table_stand_in_bands_and_shares_follow_the_index() -> None:
    at = scene(played(SEATS[0], 1), SEATS[0])
    view = table_view(at)
    sizes = tuple(band.size for band in view.bands)
    assert sum(sizes) == len(view.seats)
    quota = len(view.seats) // 2 + 1
    for band, share in enumerate(power_index.banzhaf(sizes, quota)):
        shares = {seat.as_bloc.total for seat in view.seats if seat.band == band}
        assert shares == {share // sizes[band]}


def test_four_who_never_split_leave_nothing_to_the_other_three() -> None:
    assert power_index.banzhaf((4, 1, 2), 4) == (1000, 0, 0)
    assert power_index.swings_by_votes((4, 1, 2), 4, 0) == ((0, 1), (1, 1), (2, 1), (3, 1))
    assert power_index.swings_by_votes((4, 1, 2), 4, 1) == ()


@pytest.mark.parametrize("weights", [(1, 1, 1), (3, 2, 2), (4, 1, 2), (2, 2, 2, 1), (5, 0, 1)])
def test_swings_by_votes_add_up_to_all_swings(weights: tuple[int, ...]) -> None:
    quota = sum(weights) // 2 + 1
    for voter, count in enumerate(power_index.swings(weights, quota)):
        assert sum(found for _, found in power_index.swings_by_votes(weights, quota, voter)) == count


def test_parts_sum_exactly() -> None:
    assert parts_of(1000, [1, 1, 1]) == [333, 333, 334]
    assert parts_of(7, []) == []
    assert parts_of(5, [0, 0]) == [0, 0]


def test_faces_of_the_web_never_cover_each_other() -> None:
    for seat in SEATS:
        nodes = relations_view(scene(played(seat, 3), seat)).nodes
        boxes = []
        for node in nodes:
            wide, high = max(face_size(node.weight), NAME_WIDE), face_size(node.weight) + NAME_HIGH
            boxes.append((node.x * PAGE[0] // 1000, node.y * PAGE[1] // 1000, wide, high))
        for place, (x, y, wide, high) in enumerate(boxes):
            for ox, oy, other_wide, other_high in boxes[place + 1 :]:
                apart = abs(x - ox) >= (wide + other_wide) // 2 - 3 or abs(y - oy) >= (high + other_high) // 2 - 3
                assert apart


def test_secret_understandings_of_others_are_not_in_the_web() -> None:
    table = played(SEATS[0], 1)
    mine = scene(table, SEATS[0]).bloc
    others = tuple(bloc for bloc in range(len(scenario().blocs)) if bloc != mine)[:2]
    known = sum(1 << bloc for bloc in others)
    table.game.state.pacts.append(Pact("behind_closed_doors", others, 600, True, 1, 0, known))
    for seat in SEATS:
        at = scene(table, seat)
        shown = "behind_closed_doors" in {pact.id for pact in relations_view(at).pacts}
        assert shown == (at.bloc in others)


def test_an_offer_has_a_price_for_every_term_and_target() -> None:
    at = scene(played(SEATS[0], 1), SEATS[0])
    for target in offer_targets(at):
        for term in TERMS:
            offer = relations_view(at, target, term).offer
            assert offer is not None and offer.target.id == target
            assert offer.accept.terms and faults(offer.accept) == []


def test_the_log_tells_nothing_of_days_still_to_come() -> None:
    at = scene(played(SEATS[0], 2), SEATS[0])
    today = at.table.game.state.day
    facts = {f"fact:{fact.id}": fact.begins for fact in at.scenario.record}
    assert all(facts[point.goto] <= today for point in log_view(at).facts)


def test_every_cause_of_a_departure_can_be_walked_to() -> None:
    *_, table = steps(SEATS[1], seed=3)
    at = scene(table, SEATS[1])
    view = log_view(at)
    assert view.divergences and view.chain
    for one in view.divergences:
        chain = log_view(at, one.id).chain
        assert chain[-1].ref == one.id
        for link in chain[:-1]:
            assert log_view(at, link.ref).chain[-1].ref == link.ref
        assert 1 <= turn_of_entry(at, one.id) <= at.scenario.turns


def test_rivals_secrets_are_not_told_in_a_chain_of_causes() -> None:
    at = scene(played(SEATS[0], 3), SEATS[0])
    secret = [r for r in at.table.game.records if r.secret_to is not None and at.id not in r.secret_to]
    for record in secret:
        title = log_view(at, f"record:{record.number}").chain_title
        assert at.words.sentence(record).lower() != title.lower()


def test_names_in_running_text_are_links() -> None:
    who = scenario(SMALL).people[0]
    pieces = linked(scenario(SMALL), f"They met {who.surname} on the quay.")
    assert [piece.ref for piece in pieces] == ["", f"person:{who.id}", ""]


def test_every_rule_word_is_explained() -> None:
    for term, (name, text) in glossary.TERMS.items():
        assert name and text.endswith("."), term
