"""Each command does what its help says."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game import __version__
from game.saves import read

KEYS = {
    "scenario", "seed", "rivals", "turns", "digest", "outcome", "votes", "divergences", "first_departure", "score",
}  # fmt: skip


def test_the_version_is_told_quickly(general_line):
    assert general_line("--version").out == f"general-line {__version__}\n"
    times = []
    for _ in range(3):
        began = time.perf_counter()
        words = [sys.executable, "-m", "game", "--version"]
        answer = subprocess.run(words, capture_output=True, text=True, check=True)
        times.append(time.perf_counter() - began)
        assert answer.stdout == f"general-line {__version__}\n"
    empty = min(_python_alone() for _ in range(3))
    assert min(times) < empty + 0.2


def _python_alone() -> float:
    began = time.perf_counter()
    subprocess.run([sys.executable, "-c", ""], check=True)
    return time.perf_counter() - began


def test_help_names_every_command(general_line, capsys):
    with pytest.raises(SystemExit) as stop:
        general_line("--help")
    assert stop.value.code == 0
    text = capsys.readouterr().out
    for command in ("play", "run", "scenarios", "validate", "report"):
        assert command in text


def test_scenarios_lists_what_can_be_played(general_line):
    answer = general_line("scenarios")
    assert answer.status == 0
    for name in ("succession-1923", "harbour-union"):
        row = next(line for line in answer.out.splitlines() if line.startswith(name))
        assert "cannot" not in row and "turns" in row


def test_validate_says_that_a_folder_is_whole(general_line, own_scenario):
    answer = general_line("validate", str(own_scenario))
    assert (answer.status, answer.err) == (0, "")
    assert f"{own_scenario}: ok, 10 people" in answer.out


def test_validate_says_every_fault_with_its_place(general_line, own_scenario):
    posts = own_scenario / "bodies.yaml"
    text = posts.read_text().replace("powers: [chair]", "powers: [chairs]")
    posts.write_text(text.replace("filled_by: presidium", "filled_by: presidum", 1))
    answer = general_line("validate", str(own_scenario))
    assert answer.status == 2 and "Traceback" not in answer.err
    for wrong, right in (("chairs", "chair"), ("presidum", "presidium")):
        line = next(row for row in answer.err.splitlines() if wrong in row)
        place = line.split("bodies.yaml:", 1)[1].split(":")
        assert place[0].isdigit() and place[1].isdigit() and right in line


def test_run_tells_the_outcome_in_a_few_lines(general_line, harbour_table):
    answer = general_line("run", "harbour-union", "--seed", "1")
    assert answer.status == 0 and answer.err == ""
    assert len(answer.out.splitlines()) < 10
    assert "6 of 6 turns" in answer.out
    assert harbour_table.game.turn_marks[7][1] in answer.out


def test_run_as_json_is_one_object_with_the_promised_keys(general_line, harbour_table):
    answer = general_line("run", "harbour-union", "--seed", "1", "--rivals", "free", "--json")
    run = json.loads(answer.out)
    assert run.keys() >= KEYS
    assert (run["scenario"], run["seed"], run["rivals"], run["turns"]) == ("harbour-union", 1, "free", 6)
    assert run["digest"] == harbour_table.game.turn_marks[7][1]
    assert run["outcome"].keys() >= {"leader", "kind", "scores"}
    for one in run["divergences"]:
        assert one.keys() >= {"date", "fact", "kind", "weight", "was", "is", "source", "causes"}
    for vote in run["votes"]:
        assert vote.keys() >= {"date", "body", "motion", "for", "against", "abstain", "carried", "record"}


def test_a_folder_serves_as_well_as_a_name(general_line, own_scenario):
    one = json.loads(general_line("run", str(own_scenario), "--json").out)
    other = json.loads(general_line("run", "harbour-union", "--json").out)
    assert one["digest"] == other["digest"]


def test_another_seed_is_another_game(general_line):
    runs = [json.loads(general_line("run", "harbour-union", "--seed", str(seed), "--json").out) for seed in (1, 2, 1)]
    assert runs[0] == runs[2]
    assert runs[0]["digest"] != runs[1]["digest"]


def test_the_dial_changes_how_rivals_behave(general_line):
    digests = {
        json.loads(general_line("run", "harbour-union", "--rivals", dial, "--json").out)["digest"]
        for dial in ("rails", "nudged", "free")
    }
    assert len(digests) == 3


def test_how_far_rivals_think_is_chosen_told_and_kept_in_the_save(general_line):
    words = ("run", "harbour-union", "--save", "deep.game", "--json")
    runs = [json.loads(general_line(*words, "--strength", one).out) for one in ("clerk", "secretary", "vozhd")]
    assert [run["rivals"] for run in runs] == ["free (clerk)", "free", "free (vozhd)"]
    assert len({run["digest"] for run in runs}) == 3
    assert read(Path("deep.game")).setup.strength == "vozhd"
    assert general_line("replay", "deep.game", "--verify").status == 0


def test_run_stops_after_the_turn_of_a_date(general_line):
    run = json.loads(general_line("run", "harbour-union", "--until", "1911-08", "--json").out)
    assert run["turns"] == 2


def test_run_begins_on_a_date(general_line):
    answer = general_line("run", "harbour-union", "--from", "1911-11-02", "--save", "late.game", "--json")
    run = json.loads(answer.out)
    assert run["turns"] == 6
    assert {row["turn"] for row in run["score"]} == {4, 5, 6}
    assert any(line.opening is not None for line in read(Path("late.game")).lines)


def test_run_follows_a_file_of_orders(general_line, tmp_path):
    orders = tmp_path / "mine.orders"
    lines = ("# my line", '1 choose hinge="owners_offer" option="ask_branches"', '2 inquire region="old_basin"')
    orders.write_text("\n".join(lines))
    answer = general_line(
        "run", "harbour-union", "--as", "ravndal", "--orders", str(orders), "--save", "mine.game", "--json"
    )
    assert answer.status == 0, answer.err
    given = [str(line.order) for line in read(Path("mine.game")).lines if line.order.who == "ravndal"]
    assert 'ravndal choose hinge="owners_offer" option="ask_branches"' in given
    assert 'ravndal inquire region="old_basin"' in given
    assert json.loads(answer.out)["humans"] == ["ravndal"]


def test_a_save_is_reported_in_every_form(general_line, kept_save, tmp_path):
    for suffix in (".html", ".md", ".csv", ".json"):
        answer = general_line("report", str(kept_save), "-o", f"log{suffix}")
        assert (answer.status, answer.err) == (0, "")
        assert (tmp_path / f"log{suffix}").stat().st_size > 500


def test_the_report_of_a_save_is_the_run_that_was_saved(general_line, tmp_path):
    run = json.loads(general_line("run", "harbour-union", "--seed", "5", "--save", "five.game", "--json").out)
    general_line("report", "five.game", "-o", "five.json")
    assert json.loads((tmp_path / "five.json").read_text()) == run


def test_play_opens_the_window_on_what_was_asked(general_line, kept_save, monkeypatch):
    import game.ui.main

    opened = []

    def window(table=None, scenario=None):
        opened.append((table, scenario))
        return 0

    monkeypatch.setattr(game.ui.main, "open_window", window)
    assert general_line("play").status == 0
    assert general_line("play", "harbour-union").status == 0
    assert general_line("play", "harbour-union", "--as", "quist", "--seed", "4").status == 0
    assert general_line("play", "--load", str(kept_save)).status == 0
    assert general_line().status == 0
    assert opened[0] == (None, None) and opened[4] == (None, None)
    assert opened[1][1].id == "harbour-union"
    setup = opened[2][0].game.setup
    assert (setup.humans, setup.seed, setup.rivals) == (("quist",), 4, "free")
    assert opened[3][0].game.decision is None
