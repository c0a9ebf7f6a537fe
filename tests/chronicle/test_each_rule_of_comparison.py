"""Each rule of comparison finds the difference it is for, says both sides, and is silent where the two agree."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from game.chronicle.ballots import tally_text
from game.chronicle.divergence import Kind
from game.engine.state import DELEGATIONS, EXILED, PRESS, SECRET, Pact


def only(found, **wanted):
    """The one finding with these values."""
    fits = [one for one in found if all(getattr(one, name) == value for name, value in wanted.items())]
    assert len(fits) == 1, found
    assert fits[0].was and fits[0].here and fits[0].was != fits[0].here and fits[0].weight > 0
    return fits[0]


def test_a_world_that_is_not_changed_brings_nothing_new(closes):
    for close in closes.values():
        assert close.new(lambda state: None) == []


def test_a_post_held_by_somebody_else(closes, place):
    def change(state):
        state.holder[place("posts", "capstan_editor")] = place("people", "viken")

    one = only(closes[3].new(change), kind=Kind.OTHERWISE)
    assert "Quist" in one.was and "Viken" in one.here
    assert one.fact.id == "tenure.editor" and set(one.about) >= {"capstan_editor", "viken", "quist"}
    assert "post capstan_editor" in one.provenance


def test_a_holder_of_history_is_no_difference(closes, place):
    def change(state):
        state.holder[place("posts", "capstan_editor")] = place("people", "quist")

    assert closes[3].new(change) == []


def test_a_post_that_stays_vacant(closes, place):
    def change(state):
        state.holder[place("posts", "strike_organiser")] = -1
        state.since[place("posts", "strike_organiser")] = state.scenario.start.toordinal()

    found = closes[4].new(change)
    assert any("strike_organiser" in one.about and "vacant" in one.here for one in found)


def test_somebody_missing_from_the_leading_body_and_somebody_too_many(closes, place):
    presidium = place("bodies", "presidium")

    def change(state):
        rest = tuple(p for p in state.full[presidium] if p != place("people", "brekke"))
        state.full[presidium] = (*rest, place("people", "bergan"))

    found = closes[3].new(change)
    assert only(found, kind=Kind.MISSING).about[:2] == ("presidium", "brekke")
    assert only(found, kind=Kind.ONLY_HERE).about[:2] == ("presidium", "bergan")


def test_another_committee_is_one_difference(closes, place):
    council = place("bodies", "delegate_council")

    def change(state):
        gone = {place("people", who) for who in ("quist", "lunde")}
        rest = tuple(p for p in state.full[council] if p not in gone)
        state.full[council] = (*rest, place("people", "storvik"), place("people", "moeller"))

    assert not any("delegate_council" in one.about for one in closes[3].find().values())
    one = only(closes[3].new(change), kind=Kind.OTHERWISE)
    assert set(one.about) == {"delegate_council", "quist", "lunde"}
    assert "Quist" in one.was and "Storvik" in one.here


def recorded(state, key):
    return next(number for number, ballot in enumerate(state.ballots) if ballot.key == key)


def test_a_recorded_vote_that_goes_the_other_way(closes):
    def change(state):
        number = recorded(state, "report@congress_1911")
        state.ballots[number] = replace(state.ballots[number], votes_for=10, votes_against=42, carried=False)

    one = only(closes[1].new(change), key="vote vote.report.1911")
    assert one.kind is Kind.OTHERWISE and "10 to 42" in one.here and not one.lasting


def test_a_recorded_vote_by_another_count(closes):
    def counted(votes_for, votes_against):
        def change(state):
            number = recorded(state, "report@congress_1911")
            state.ballots[number] = replace(
                state.ballots[number], votes_for=votes_for, votes_against=votes_against, carried=True
            )

        return closes[1].new(change)

    close = counted(41, 9)
    assert close == [] or all(one.key != "tally vote.report.1911" for one in close)
    far = closes[1].find() | {one.key: one for one in counted(27, 26)}
    assert far["tally vote.report.1911"].kind is Kind.OTHERWISE
    assert far["tally vote.report.1911"].weight < closes[1].book.scenario.turns * 100_000


def test_a_recorded_vote_that_is_never_taken(closes):
    def change(state):
        del state.ballots[recorded(state, "report@congress_1912")]

    one = only(closes[6].new(change), key="vote vote.report.1912")
    assert one.kind is Kind.MISSING


def test_an_unrecorded_motion_against_somebody(closes, harbour):
    def change(state):
        new = {"motion": "x", "type": "censure", "key": "", "subject": "quist", "record": 99999}
        state.ballots.append(replace(state.ballots[0], day=state.day, carried=True, **new))

    one = only(closes[3].new(change), kind=Kind.ONLY_HERE)
    assert one.about == ("censure", "quist")


def test_somebody_put_out_whom_the_record_keeps(closes, place):
    def change(state):
        state.in_party[place("people", "tveit")] = 0

    one = only(closes[4].new(change), key="gone tveit")
    assert one.kind is Kind.ONLY_HERE and "expelled" in one.here

    def exile(state):
        state.place[place("people", "tveit")] = EXILED

    assert "exile" in only(closes[4].new(exile), key="gone tveit").here


def test_a_death_that_does_not_come_and_one_that_should_not(closes, place):
    def alive(state):
        state.alive[place("people", "moeller")] = 1

    one = only(closes[5].new(alive), key="alive moeller")
    assert one.kind is Kind.MISSING and one.fact.id == "death.moeller"

    def dead(state):
        state.alive[place("people", "bergan")] = 0

    assert any(found.key == "dead bergan" and found.kind is Kind.ONLY_HERE for found in closes[5].new(dead))


def test_a_pact_that_is_missing_and_one_that_only_is_here(closes, place):
    def none(state):
        state.pacts = []

    one = only(closes[2].new(none), kind=Kind.MISSING)
    assert one.fact.id == "pact.counting_house" and "Ravndal" in one.here

    def another(state):
        members = tuple(sorted((place("blocs", "the_platform"), place("blocs", "the_box"))))
        state.pacts.append(Pact("new_one", members, 700, True, 2, 0, 0))

    one = only(closes[2].new(another), kind=Kind.ONLY_HERE)
    assert "Brekke" in one.here and "Lunde" in one.here and "pact new_one" in one.provenance


def test_a_weak_pact_is_beneath_the_record(closes, place):
    def change(state):
        members = tuple(sorted((place("blocs", "the_platform"), place("blocs", "the_box"))))
        state.pacts.append(Pact("new_one", members, 300, True, 2, 0, 0))

    assert closes[2].new(change) == []


def test_a_paper_that_is_not_out_and_one_that_is_out_too_soon(closes, place):
    letter = place("documents", "founders_letter")
    assert closes[6].state.documents[letter] >= DELEGATIONS

    def locked(state):
        state.documents[letter] = SECRET

    one = only(closes[6].new(locked), kind=Kind.MISSING)
    assert one.about == ("founders_letter",) and one.fact.id == "letter.read"

    def printed(state):
        state.documents[letter] = PRESS

    assert only(closes[2].new(printed), kind=Kind.EARLIER).about == ("founders_letter",)


def test_a_question_decided_otherwise(closes):
    assert closes[1].state.choices["owners_offer/0"] == "sign"

    def change(state):
        state.choices["owners_offer/0"] = "ask_branches"

    one = only(closes[1].new(change), kind=Kind.OTHERWISE)
    assert one.key == "choice owners_offer/0" and not one.lasting
    assert "Sign for a year" in one.was.replace("sign", "Sign", 1) and "branches" in one.here


def test_a_question_that_never_comes_up(closes):
    def change(state):
        for key in [key for key in state.choices if key.startswith("reading_the_letter")]:
            del state.choices[key]
        state.events_fired.pop("reading_the_letter", None)

    found = closes[4].new(change)
    assert any("reading_the_letter" in one.about and one.kind is Kind.MISSING for one in found)


def test_a_figure_that_differs_by_more_than_a_tenth(closes):
    def counted(heads):
        twin = closes[5].state.copy()
        twin.members = np.array([heads, 0, 0], dtype=np.int64)
        return closes[5].find(twin).get("figure members.1912")

    assert counted(5900) is None and counted(5400) is None and counted(6400) is None
    for heads in (5300, 6500):
        assert counted(heads).kind is Kind.OTHERWISE and f"{heads:,}" in counted(heads).here


def test_a_meeting_that_is_not_held(closes):
    def change(state):
        for sitting in state.sittings:
            if sitting.meeting == "congress_1911":
                sitting.held = False
        state.ballots = [ballot for ballot in state.ballots if ballot.meeting != "congress_1911"]

    assert any("congress_1911" in one.about for one in closes[1].new(change))


def test_a_happening_that_does_not_come(closes):
    def change(state):
        state.events_fired.pop("autumn_gales")

    one = only(closes[3].new(change), kind=Kind.MISSING)
    assert one.fact.id == "gales.1911"


@pytest.mark.parametrize(("carried", "word"), [(True, "carr"), (False, "reject")])
def test_a_vote_in_figures(closes, carried, word):
    ballot = replace(closes[1].state.ballots[0], votes_for=7, votes_against=3, abstained=2, carried=carried)
    text = tally_text(ballot)
    assert word in text and "7 to 3" in text and "2 abstaining" in text
    assert "abstaining" not in tally_text(replace(ballot, abstained=0))
