"""--set changes a setting of the scenario for one game; what cannot be set is refused in one sentence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.saves import read


def test_a_run_in_which_nobody_dies(general_line):
    deaths = []
    for word in ("dated", "never"):
        answer = general_line("run", "harbour-union", "--set", f"deaths={word}", "--save", f"{word}.game", "--json")
        assert (answer.status, answer.err) == (0, "")
        run = json.loads(answer.out)
        deaths.append([row for row in run["divergences"] if row["fact"] == "death.moeller"])
    assert deaths[0] == []
    assert len(deaths[1]) == 1
    assert read(Path("never.game")).setup.settings == (("deaths", "never"),)


def test_the_word_of_the_scenario_is_the_same_game(general_line):
    plain = json.loads(general_line("run", "harbour-union", "--json").out)
    named = json.loads(general_line("run", "harbour-union", "--set", "deaths=dated", "--json").out)
    assert plain["digest"] == named["digest"]


@pytest.mark.parametrize(
    "setting, words",
    [
        ("weather=fine", ("weather", "deaths")),
        ("deaths=perhaps", ("perhaps", "dated, seeded, never")),
        ("election_motion=never", ("election_motion",)),
        ("deaths", ("deaths", "NAME=VALUE")),
        ("=never", ("NAME=VALUE",)),
    ],
)
@pytest.mark.parametrize("command", ["run", "play"])
def test_what_cannot_be_set_is_refused(general_line, tmp_path, command, setting, words):
    seat = ("--as", "ravndal") if command == "play" else ()
    answer = general_line(command, "harbour-union", *seat, "--set", setting)
    assert (answer.status, answer.out) == (2, "")
    assert "Traceback" not in answer.err
    for word in words:
        assert word in answer.err
    assert list(tmp_path.iterdir()) == []


def test_the_window_needs_a_seat_for_it(general_line):
    answer = general_line("play", "harbour-union", "--set", "deaths=never")
    assert answer.status == 2 and "--as" in answer.err


def test_validate_tells_the_share_of_sources_looked_up(general_line, own_scenario):
    answer = general_line("validate", str(own_scenario))
    assert "facts that runs are compared with" in answer.out
    assert "%) have a source that was looked up" in answer.out
