"""``run --debug-digests`` plays a game in two unlike processes and names the first order after which they differ."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

#: Read by every Python at its start: spoils one of the two processes, told by its time zone.
SPOILER = """
import os
if os.environ.get("TZ") == "Pacific/Kiritimati":
    import game.engine.people as people
    health = people.health_of_the_turn
    def spoiled(state, log):
        health(state, log)
        if state.turn == 3:
            {act}
    people.health_of_the_turn = spoiled
"""


def run(repo, path, *words):
    around = {**os.environ, "PYTHONPATH": f"{path}{os.pathsep}{repo}"}
    call = [sys.executable, "-m", "game", "run", "harbour-union", "--debug-digests", *words]
    return subprocess.run(call, env=around, capture_output=True, text=True, timeout=120)


def test_a_game_is_the_same_in_both_processes(repo, tmp_path):
    answer = run(repo, tmp_path, "--seed", "4")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.startswith("the same in both processes after each of ")
    assert int(answer.stdout.split()[-2]) > 50


@pytest.mark.parametrize(
    ("act", "told"),
    [("state.authority[2] += 1", "first in 'authority'"), ("state.visibility += 1", "first in 'visibility'"),
     ("raise SystemExit(3)", "one of the runs goes on, the other does not")],
    ids=["column", "number", "stop"],
)  # fmt: skip
def test_a_world_that_differs_is_named_with_the_order_before_it(repo, tmp_path, act, told):
    (tmp_path / "sitecustomize.py").write_text(SPOILER.format(act=act))
    answer = run(repo, tmp_path)
    assert answer.returncode == 1, answer.stderr
    assert answer.stdout.count("\n") == 1 and told in answer.stdout
    assert "in turn 3 (" in answer.stdout or "goes on" in answer.stdout


def test_bad_input_is_one_sentence_here_as_well(repo, tmp_path):
    answer = run(repo, tmp_path, "--as", "nobody")
    assert answer.returncode == 2 and answer.stderr.count("\n") == 1 and "nobody plays 'nobody'" in answer.stderr
