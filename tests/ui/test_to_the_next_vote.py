"""To the next vote or alert: windows end without orders, and the game stops where something matters."""

from __future__ import annotations

from pathlib import Path

from game.saves import Setup
from game.scenario import find, load
from game.views.desk import alerts
from game.views.shapes import Level
from tests.ui.player import KeyHand, Player

SMALL = "harbour-union"


def at_desk(tmp_path: Path, seed: int) -> Player:
    player = Player(tmp_path)
    player.conductor.begin(load(find(SMALL)), Setup(seed=seed, humans=("quist",)))
    player.settle()
    while player.page != "desk":
        KeyHand().act(player)
    return player


def test_it_is_asked_first_and_stops_where_something_matters(tmp_path: Path) -> None:
    stops = set()
    for seed in (2, 3, 5):
        player = at_desk(tmp_path / str(seed), seed)
        game = player.conductor.game
        orders = len(game.lines)
        player.key("F9")
        assert player.page == "dialog" and len(game.lines) == orders
        player.key("Space")
        given = [line.order for line in game.lines[orders:] if line.order and line.order.who == "quist"]
        assert given and {order.kind for order in given} == {"done"}
        assert not player.conductor.hurrying
        decision = game.decision
        if decision is not None and decision.kind == "window" and player.page == "desk":
            assert any(alert.level is Level.ACT for alert in alerts(player.conductor.scene()))
        stops.add(player.page)
    assert stops <= {"rollcall", "session", "hinge", "decision", "digest", "desk", "epilogue"}


def test_staying_changes_nothing(tmp_path: Path) -> None:
    player = at_desk(tmp_path, 2)
    orders = len(player.conductor.game.lines)
    player.key("F9")
    player.key("Esc")
    assert player.page == "desk" and len(player.conductor.game.lines) == orders
