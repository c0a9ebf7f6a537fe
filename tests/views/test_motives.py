"""Motives: while the game lasts only what weighed most in public acts; afterwards every choice with the next two."""

from __future__ import annotations

from functools import cache

from game.engine.order import DONE, Order
from game.lab.table import Table
from game.saves import Line, Setup
from game.views.digest import digest_view
from game.views.motives import HIDDEN, debrief, kept_with, lately, motive_of, named, own_line, reason_words
from game.views.parts import Scene
from tests.views.games import scenario

SEAT = scenario().contenders[0].person


def at(table: Table) -> Scene:
    return Scene(table, scenario().index["people"][SEAT])


@cache
def played(turns: int) -> Table:
    """A game in which everybody follows his own judgement, up to a turn."""
    table = Table.new(scenario(), Setup(seed=4, humans=(SEAT,)))
    while (decision := table.game.decision) is not None and table.game.state.turn <= turns:
        table.rival(decision)
    return table


def test_while_the_game_lasts_nothing_but_public_acts_is_explained() -> None:
    table = played(3)
    assert debrief(at(table)) is None
    records = table.game.records
    found = kept_with(at(table))
    assert found
    for number, line in found.items():
        assert records[number].secret_to is None
        assert line.order is not None and line.order.who == records[number].who != SEAT
    rivals = {one.person for one in scenario().contenders} - {SEAT}
    told = [line.text for rival in sorted(rivals) for line in lately(at(table), rival)]
    assert told and all("What weighed most: " in text for text in told)
    for reason in HIDDEN:
        assert not any(text.endswith(reason_words(at(table), reason)) for text in told)


def test_own_acts_have_no_motive_line_and_lead_to_their_order() -> None:
    table = played(3)
    assert lately(at(table), SEAT) == []
    own = [r for r in table.game.records if r.who == SEAT and r.kind == "order"]
    assert own
    for record in own:
        order = table.game.lines[own_line(at(table), record)].order
        assert order is not None and (order.who, order.kind) == (SEAT, record.data["order"])
    assert own_line(at(table), next(r for r in table.game.records if r.who not in (SEAT, None))) == -1


def test_the_digest_says_what_weighed_most_in_a_rivals_public_act() -> None:
    table = played(3)
    details = [item.detail for item in digest_view(at(table), 0).items]
    assert any("What weighed most: " in detail for detail in details)


def test_afterwards_every_choice_of_a_rival_is_told_with_its_next_two() -> None:
    table = played(99)
    view = debrief(at(table))
    assert view is not None
    chosen = [line.order for line in table.game.lines if line.order and line.order.kind != DONE and line.why]
    assert len(view.motives) == sum(order.who != SEAT for order in chosen)
    assert SEAT not in {motive.person.id for motive in view.motives}
    assert any(len(motive.others) == 2 for motive in view.motives)
    best = max(view.motives, key=lambda motive: motive.chosen.score)
    assert best.chosen.reasons and best.chosen.text
    one = view.people[0].id
    alone = debrief(at(table), one)
    assert alone is not None and {motive.person.id for motive in alone.motives} == {one}


def test_what_was_given_the_same_turn_is_not_told_as_passed_over() -> None:
    table = played(99)
    view = debrief(at(table))
    assert view is not None
    given = {(one.turn, one.person.id, one.chosen.text) for one in view.motives}
    orders = [one for one in view.motives if one.others and ": " not in one.chosen.text]
    assert orders
    for one in orders:
        assert not given & {(one.turn, one.person.id, other.text) for other in one.others}


def test_why_an_understanding_was_broken_is_told_to_the_one_it_was_broken_with() -> None:
    rival = scenario().contenders[1].person
    kept = {"candidates": [{"order": "", "score": 1, "lines": [["partner_turned", 90], ["his_word", -30]]}]}
    aimed = Line(Order.of(rival, "break", target=SEAT), why=kept)
    other = Line(Order.of(rival, "break", target=scenario().contenders[2].person), why=kept)
    told = motive_of(at(played(3)), aimed)
    assert told.startswith(reason_words(at(played(3)), "partner_turned")) and "against it" in told
    assert motive_of(at(played(3)), other) == ""


def test_a_motive_tells_the_second_reason_and_what_spoke_against_it() -> None:
    rival = scenario().contenders[1].person
    lines = [["effect_mood", 90], ["effect_press", 40], ["cost", -20], ["surveillance", 80]]
    kept = {"candidates": [{"order": "speak", "score": 1, "lines": lines}]}
    line = Line(Order.of(rival, "speak"), why=kept)
    first, second, price = (reason_words(at(played(3)), one) for one in ("effect_mood", "effect_press", "cost"))
    wanted = f"{first}, then {second[0].lower()}{second[1:]}; against it: {price[0].lower()}{price[1:]}"
    assert motive_of(at(played(3)), line) == wanted


def test_a_rival_is_found_by_the_beginning_of_his_name() -> None:
    rival = scenario().contenders[1].person
    surname = scenario().people[scenario().index["people"][rival]].surname
    assert named(at(played(3)), surname[:4].lower()) == rival
    assert named(at(played(3)), "nobody of this name") == named(at(played(3)), "") == ""
