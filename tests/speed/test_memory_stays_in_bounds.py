"""A whole game, its rivals, records and log, take no more memory than they should, with a window and without."""

from __future__ import annotations

import subprocess
import sys

import pytest

#: Plays a game to its end without a window and prints the most memory the process ever held, in MB.
HEADLESS = """
import sys

from game.lab.table import Table
from game.saves import Setup, dump
from game.scenario import find, load

table = Table.new(load(find("succession-1923")), Setup(strength=sys.argv[1]))
table.advance()
assert table.game.decision is None and len(dump(table.game)) > 100_000
with open("/proc/self/status") as status:
    print(next(int(row.split()[1]) for row in status if row.startswith("VmHWM")) // 1024)
"""

#: Plays a game through the window by keys alone, from the title to the last page, and prints the same.
WINDOW = """
import sys, tempfile
from pathlib import Path

from tests.ui.player import KeyHand, Player, begin_by_keys, finish

with tempfile.TemporaryDirectory() as folder:
    player = Player(Path(folder))
    begin_by_keys(player, sys.argv[1])
    finish(player, KeyHand())
    assert player.conductor.game.decision is None
with open("/proc/self/status") as status:
    print(next(int(row.split()[1]) for row in status if row.startswith("VmHWM")) // 1024)
"""


def most(program: str, repo, *words: str) -> int:
    call = [sys.executable, "-c", program, *words]
    return int(subprocess.run(call, cwd=repo, capture_output=True, text=True, check=True).stdout.split()[-1])


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise elsewhere")
@pytest.mark.parametrize("rivals", ["clerk", "secretary"])
def test_a_headless_game_takes_less_than_80_mb(repo, rivals):
    assert most(HEADLESS, repo, rivals) < 80


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise elsewhere")
@pytest.mark.parametrize("scenario", ["harbour-union", pytest.param("succession-1923", marks=pytest.mark.long)])
def test_a_game_in_the_window_takes_hardly_more_than_200_mb(repo, scenario, monkeypatch):
    """The aim is 200; 195 to 198 were measured, and allocators differ by a few from machine to machine."""
    monkeypatch.setenv("SDL_VIDEODRIVER", "dummy")
    monkeypatch.setenv("SDL_AUDIODRIVER", "dummy")
    assert most(WINDOW, repo, scenario) < 210
