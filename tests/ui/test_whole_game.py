"""A whole game through the window, from the title to the exported log: by mouse alone, by keys alone."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from game.lab.table import Table
from game.saves import Setup
from game.scenario import find, load
from game.ui.main import start
from game.ui.screens import export
from game.ui.screens.contender import ContenderScreen
from tests.ui.player import Hand, KeyHand, MouseHand, Player, begin_by_keys, finish

SMALL = "harbour-union"
LARGE = "succession-1923"
ROOT = Path(__file__).parents[2]


@pytest.fixture
def player(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Player:
    """A window on the title, its saves and reports in a folder of their own."""
    (tmp_path / "reports").mkdir()
    monkeypatch.setattr(export, "reports_folder", lambda: tmp_path / "reports")
    return Player(tmp_path / "saves")


def begin_by_mouse(player: Player, scenario: str, card: int = 0) -> None:
    player.click("menu:New game")
    player.click(f"scenario:{scenario}")
    player.click("main")
    player.click_on(player.all("contender:")[card])
    player.click("main")


def written(player: Player, tmp_path: Path, suffix: str) -> str:
    files = list((tmp_path / "reports").glob(f"*{suffix}"))
    assert len(files) == 1
    return files[0].read_text(encoding="utf-8")


def test_a_game_is_played_from_title_to_export_by_mouse_alone(player: Player, tmp_path: Path) -> None:
    begin_by_mouse(player, SMALL)
    hand: Hand = MouseHand()
    finish(player, hand)
    assert {"desk", "compose", "session", "digest"} <= hand.seen
    assert player.conductor.game.decision is None
    player.click("button:Export")
    player.click("form:.html")
    assert "lies in" in player.words()
    assert player.conductor.game.scenario.title in written(player, tmp_path, ".html")


def test_a_game_is_played_from_title_to_export_by_keys_alone(player: Player, tmp_path: Path) -> None:
    begin_by_keys(player, SMALL)
    hand: Hand = KeyHand()
    finish(player, hand)
    assert {"desk", "compose", "session", "digest"} <= hand.seen
    player.key("E")
    player.key("J")
    assert '"divergences"' in written(player, tmp_path, ".json")


def test_the_game_kept_by_itself_can_be_gone_on_with(player: Player) -> None:
    begin_by_mouse(player, SMALL)
    hand = MouseHand()
    finish(player, hand, turns=2)
    game = player.conductor.game
    assert game.state.turn == 3
    player.conductor.title()
    player.settle()
    player.click("menu:Continue")
    again = player.conductor.game
    assert (again.state.turn, again.setup.humans) == (game.state.turn, game.setup.humans)
    assert player.page in ("desk", "hinge", "decision", "session")


def test_an_order_can_be_taken_back_and_given_again(player: Player) -> None:
    begin_by_keys(player, SMALL)
    while player.page != "desk":
        KeyHand().act(player)
    left = player.conductor.scene().seen.orders_left.tolist()
    order = next(each for each in player.all("order:") if "rest" in each.name or "speak" in each.name)
    player.key(order.key)
    while player.page == "compose":
        KeyHand().compose(player)
    assert player.conductor.scene().seen.orders_left.tolist() != left
    player.key("Ctrl Z")
    assert player.conductor.scene().seen.orders_left.tolist() == left
    player.key("Ctrl Y")
    assert player.conductor.scene().seen.orders_left.tolist() != left


def test_two_at_one_window_see_nothing_of_each_other_at_the_hand_over(player: Player) -> None:
    player.click("menu:New game")
    player.click(f"scenario:{SMALL}")
    player.click("main")
    player.click_on(player.all("contender:")[1])
    player.key("A")
    player.click_on(player.all("contender:")[0])
    player.click("main")
    hand = KeyHand()
    for _ in range(400):
        if player.page == "handover":
            break
        hand.act(player)
    assert player.page == "handover"
    player.key("Ctrl Z")
    player.key("2")
    assert player.page == "handover"


@pytest.mark.long
@pytest.mark.parametrize("card", [0, 1])
def test_the_large_game_is_played_to_its_end_by_keys_alone(player: Player, card: int) -> None:
    begin_by_mouse(player, LARGE, card)
    hand = KeyHand()
    finish(player, hand)
    assert player.page == "epilogue"
    assert player.conductor.game.state.phase == "over"


@pytest.mark.long
def test_the_large_game_is_played_from_title_to_export_by_mouse_alone(player: Player, tmp_path: Path) -> None:
    begin_by_mouse(player, LARGE, 1)
    finish(player, MouseHand())
    assert player.conductor.game.decision is None
    player.click("button:Export")
    player.click("form:.html")
    assert player.conductor.game.scenario.title in written(player, tmp_path, ".html")


@pytest.mark.parametrize("scenario", [SMALL, pytest.param(LARGE, marks=pytest.mark.long)])
def test_a_game_is_played_by_the_mouse_of_a_real_x_server(scenario: str, tmp_path: Path) -> None:
    if not (shutil.which("Xvfb") and shutil.which("xdotool")):
        pytest.skip("Xvfb and xdotool are not installed")
    with x_server() as display:
        done = subprocess.run(
            [sys.executable, "-m", "tests.ui.x11", scenario, str(tmp_path)],
            env={**os.environ, "DISPLAY": display}, cwd=ROOT, capture_output=True, text=True, timeout=1500,
        )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]
    assert "over: True" in done.stdout
    assert list((tmp_path / "reports").glob("*.html"))


@contextmanager
def x_server() -> Iterator[str]:
    """A screen of 1280 by 720 that nobody looks at; the server itself says which number was free."""
    read, write = os.pipe()
    screen = ["-screen", "0", "1280x720x24", "-nolisten", "tcp"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *screen], pass_fds=[write], stderr=subprocess.DEVNULL
    )  # fmt: skip
    try:
        os.close(write)
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def test_the_window_opens_on_a_game_in_play_or_on_the_contenders_of_a_scenario(tmp_path: Path) -> None:
    scenario = load(find(SMALL))
    app = Player(tmp_path).app
    conductor = start(app, Table.new(scenario, Setup(seed=2, humans=("quist",))), folder=tmp_path)
    while app.busy is not None:
        app.busy.wait(1)
        app.step()
    assert conductor.seat == "quist"
    assert app.screen.name in ("desk", "hinge", "decision", "session")
    start(app, scenario=scenario, folder=tmp_path)
    assert app.screen.name == "contender"


def test_how_far_rivals_think_is_chosen_before_the_game_begins(tmp_path: Path) -> None:
    player = Player(tmp_path)
    app = player.app
    conductor = start(app, scenario=load(find(SMALL)), folder=tmp_path)
    screen = app.screen
    assert isinstance(screen, ContenderScreen)
    asked = [screen.strength]
    for _ in range(3):
        player.key("S")
        asked.append(screen.strength)
    assert asked == ["secretary", "vozhd", "clerk", "secretary"]
    screen.turn_strength()
    screen.begin()
    while app.busy is not None:
        app.busy.wait(1)
        app.step()
    assert conductor.table.game.setup.strength == "vozhd"


def test_a_chapter_ends_where_it_says(player: Player) -> None:
    scenario = load(find(SMALL))
    until = scenario.turn_dates(2)[1]
    player.conductor.begin(scenario, Setup(seed=2, humans=("quist",), until=until))
    player.settle()
    finish(player, KeyHand())
    assert player.page == "epilogue"
    assert "turn 2 of" in player.words()
