"""A whole game of the large scenario, its rivals, records and log take no more memory than they should."""

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


def most(program: str, repo, *words: str) -> int:
    call = [sys.executable, "-c", program, *words]
    return int(subprocess.run(call, cwd=repo, capture_output=True, text=True, check=True).stdout)


@pytest.mark.skipif(sys.platform != "linux", reason="memory is counted otherwise elsewhere")
@pytest.mark.parametrize("rivals", ["clerk", "secretary"])
def test_a_headless_game_takes_less_than_80_mb(repo, rivals):
    assert most(HEADLESS, repo, rivals) < 80
