"""A page that asks begins with its keys on the first thing that can be chosen: no Tab is needed, none leads away."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.saves import Setup
from game.scenario import find, load
from tests.ui.player import Player


def at_the_desk(folder: Path, scenario: str, seat: str) -> Player:
    """A window in which a game stands at the desk for the first time."""
    found = Player(folder)
    found.conductor.begin(load(find(scenario)), Setup(seed=3, humans=(seat,)))
    found.settle()
    while found.page != "desk":
        found.key("Space")
    return found


@pytest.fixture
def player(tmp_path: Path) -> Player:
    return at_the_desk(tmp_path, "harbour-union", "ravndal")


def focus(player: Player) -> str:
    return player.app.stage.focus.name if player.app.stage.focus else ""


def composing(player: Player, targets: int = 2) -> list[str]:
    """Open the first order with so many targets; the names of its targets."""
    for order in [each.name for each in player.all("order:")]:
        player.click(order)
        if player.page == "compose":
            found = [each.name for each in player.all("target:")]
            if len(found) >= targets:
                return found
            player.key("Esc")
    raise AssertionError("no order has so many targets")


def test_enter_chooses_the_first_target_at_once(player: Player) -> None:
    first = composing(player)[0]
    assert focus(player) == first
    player.key("Enter")
    assert first.removeprefix("target:") in str(
        player.app.screen.filled if player.page == "compose" else player.conductor.game.lines[-1].order
    )


def test_down_and_tab_go_on_inside_the_list(player: Player) -> None:
    first, second = composing(player)[:2]
    player.key("Down")
    assert focus(player) == second
    player.key("Up")
    assert focus(player) == first
    player.key("Tab")
    assert focus(player) == second
    assert player.page == "compose"


def test_an_order_that_asks_nothing_waits_on_the_button_that_gives_it(player: Player) -> None:
    player.key(next(each.key for each in player.all("order:") if "rest" in each.name))
    assert player.page == "compose"
    assert focus(player) == "give"


def test_an_order_whose_last_blank_leaves_no_choice_is_shown_before_it_is_given(tmp_path: Path) -> None:
    player = at_the_desk(tmp_path, "succession-1923", "kamenev")
    given = len(player.conductor.game.lines)
    player.conductor.order("table")
    player.settle()
    player.click("target:approve_report")
    assert player.page == "compose" and "Everything is said" in player.words() and "in 100" in player.words()
    assert focus(player) == "give" and len(player.conductor.game.lines) == given
    player.key("Esc")
    assert player.all("target:approve_report") and player.page == "compose"
    player.click("target:approve_report")
    player.key("Enter")
    assert player.page == "desk" and len(player.conductor.game.lines) > given
