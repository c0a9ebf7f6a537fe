"""A lesson's minutes run quietly and end nothing; at one window two or three see nothing of each other."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.saves import Setup
from game.scenario import find, load
from game.scenario.lesson import Lesson
from tests.ui.player import KeyHand, Player

SMALL = "harbour-union"
MINUTE = 60_000


def begun(tmp_path: Path, minutes: int = 0, humans: tuple[str, ...] = ("quist",)) -> Player:
    player = Player(tmp_path)
    lesson = Lesson("A lesson", SMALL, minutes=minutes) if minutes else None
    player.conductor.begin(load(find(SMALL)), Setup(seed=2, humans=humans, lesson=lesson))
    player.settle()
    return player


def to(player: Player, page: str) -> None:
    hand = KeyHand()
    for _ in range(200):
        if player.page == page:
            return
        hand.act(player)
    raise AssertionError(f"{page} never comes")


def passed(player: Player, minutes: int) -> None:
    """Let the window's clock go, and the window with it."""
    for _ in range(minutes):
        player.now += MINUTE
        player.app.step()


def test_the_clock_of_a_lesson_stands_on_the_desk_and_goes_by_the_minute(tmp_path: Path) -> None:
    player = begun(tmp_path, 15)
    to(player, "desk")
    assert "minutes left" in player.words()
    before = player.conductor.timer.left
    passed(player, 3)
    assert player.conductor.timer.left == before - 3
    assert f"{before - 3}: minutes left" in player.words()


def test_an_idle_window_draws_once_a_minute_for_its_clock(tmp_path: Path) -> None:
    player = begun(tmp_path, 15)
    to(player, "desk")
    player.app.step()
    before = player.app.redraws
    for _ in range(600):
        player.now += 100
        player.app.step()
    assert player.app.redraws - before <= 1


def test_the_end_of_the_time_is_told_once_and_ends_nothing(tmp_path: Path) -> None:
    player = begun(tmp_path, 2)
    to(player, "desk")
    moment = player.conductor.game.decision
    passed(player, 3)
    assert player.page == "dialog" and "minutes of this turn are over" in player.words()
    player.key("Esc")
    passed(player, 5)
    assert player.page == "desk" and player.conductor.game.decision == moment
    assert player.app.stage.deadline() is None


def test_a_game_without_a_lesson_has_no_clock(tmp_path: Path) -> None:
    player = begun(tmp_path)
    to(player, "desk")
    assert "minutes left" not in player.words() and player.app.stage.deadline() is None


@pytest.mark.parametrize("humans", [("quist", "ravndal"), ("quist", "ravndal", "storvik")])
def test_the_chair_is_passed_with_nothing_of_the_last_on_the_screen(tmp_path: Path, humans: tuple[str, ...]) -> None:
    scenario = load(find(SMALL))
    humans = tuple(one.person for one in scenario.contenders[: len(humans)])
    player = begun(tmp_path, humans=humans)
    assert player.page == "handover", "whoever opens the game sees nothing of it yet"
    hand, seats, recaps = KeyHand(), [], []
    for _ in range(900):
        if player.page == "epilogue":
            break
        if player.page != "handover":
            hand.act(player)
            continue
        said = player.words()
        seat = player.app.screen.seat  # type: ignore[attr-defined]
        name = scenario.people[scenario.index["people"][seat]].surname
        assert f"Pass the chair to {name}" == player.app.screen.title
        assert f"{len(humans)} play at one window" in said
        assert "orders left" not in said and "Standing" not in said
        for key in ("Ctrl Z", "1", "Space", "F1", "Esc", "F10"):
            player.key(key)
            assert player.page == "handover"
        hold(player)
        seats.append(seat)
        recaps += [seat] if player.page in ("digest", "rollcall") else []
    assert set(seats) == set(humans)
    assert recaps


def hold(player: Player) -> None:
    """Hold the key of the hand-over for more than its second."""
    import pygame

    player.app.stage.set_focus(player.all("hold")[0])
    down = pygame.event.Event(pygame.KEYDOWN, key=pygame.K_RETURN, mod=0, unicode="", scancode=0)
    player.post(down)
    assert player.page == "handover" or player.app.stage.moving is False
    for _ in range(3):
        player.now += 600
        player.app.step()
    player.post(pygame.event.Event(pygame.KEYUP, key=pygame.K_RETURN, mod=0, unicode="", scancode=0))
