"""Blanks of an order: without a choice one fills itself, without an answer it says why; none leads nowhere."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from game.views.orders import NOTHING, Ahead, BlankView, ahead, menu, next_blank, order_type
from game.views.parts import Scene
from tests.views.games import SMALL, played, scenario

BOOK = "succession-1923"
#: So many targets of a list are followed to the next blank.
FOLLOWED = 3


@cache
def at(name: str) -> Scene:
    seat = scenario(name).contenders[0].person
    return Scene(played(seat, 1, name=name), scenario(name).index["people"][seat])


def steps_of(scene: Scene, kind: str, filled: dict[str, str]) -> Iterator[Ahead]:
    """Every page that an order can come to, by the first few targets of each list."""
    found = ahead(scene, kind, filled)
    yield found
    if found.blank is not None:
        for target in [one for one in found.blank.targets if not one.locked_reason][:FOLLOWED]:
            yield from steps_of(scene, kind, {**found.filled, found.blank.slot: target.id})


def blanks(name: str) -> Iterator[tuple[str, BlankView]]:
    for order in menu(at(name)):
        if not order.locked_reason:
            for found in steps_of(at(name), order.kind, {}):
                if found.blank is not None:
                    yield order.kind, found.blank


@pytest.mark.parametrize("name", [SMALL, BOOK])
def test_no_list_has_one_open_target_alone_and_an_empty_one_says_why(name: str) -> None:
    for kind, blank in blanks(name):
        assert blank.only is None, (kind, blank.slot)
        assert bool(blank.targets) != bool(blank.nothing), (kind, blank.slot)


@pytest.mark.parametrize("name", [SMALL, BOOK])
def test_no_open_target_leads_to_a_blank_that_nothing_fills(name: str) -> None:
    for kind, blank in blanks(name):
        assert blank.nothing != NOTHING, (kind, blank.slot)


def test_a_motion_that_one_body_takes_and_that_is_about_nothing_asks_only_what_is_moved() -> None:
    found = ahead(at(BOOK), "table", {"motion_type": "approve_report"})
    assert found.blank is None and found.unseen
    assert set(found.filled) == {"motion_type", "body", "subject"}
    assert [target.label for _, target in found.settled if target.id]


def test_a_target_whose_next_blank_nobody_fills_is_closed_with_the_question() -> None:
    scene = at(BOOK)
    blank = next_blank(scene, "verify", {})
    assert blank is not None and order_type(scene, "verify").slots[1].name == "target"
    assert {one.locked_reason for one in blank.targets} == {
        "There is no answer to what is asked next: Whose supporters are looked for?"
    }
    assert next(one for one in menu(scene) if one.kind == "verify").locked_reason
