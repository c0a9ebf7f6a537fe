"""ensemble, why, replay and saves: they work from anywhere, refuse what is wrong in one sentence, can be stopped."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

SMALL = ("ensemble", "harbour-union", "-n", "4", "--jobs", "1", "--strength", "clerk")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory, monkeypatch):
    """Worlds are kept away from the user's own cache."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))


def refused(answer, *words):
    assert (answer.status, answer.out) == (2, "")
    sentence = answer.err.removeprefix("general-line: ").strip()
    assert answer.err.startswith("general-line: ") and "\n" not in sentence and "Traceback" not in sentence
    assert all(word in sentence for word in words), sentence


# ---- ensemble


def test_an_ensemble_prints_its_figures(general_line):
    answer = general_line(*SMALL)
    assert (answer.status, answer.err) == (0, "")
    assert "4 of 4 games" in answer.out and "Leader at the end" in answer.out and "Forecast of votes" in answer.out


def test_an_ensemble_gives_one_json_object_and_the_same_again(general_line):
    first, second = general_line(*SMALL, "--json"), general_line(*SMALL, "--json")
    it = json.loads(first.out)
    assert first.status == 0 and first.out == second.out
    assert it["worlds"] == 4 and it["seeds"] == [1, 2, 3, 4] and not it["faults"]


def test_seeds_begin_where_they_are_asked_to(general_line):
    assert json.loads(general_line(*SMALL, "--seed", "7", "--json").out)["seeds"] == [7, 8, 9, 10]


def test_an_ensemble_is_written_as_a_page_and_as_an_object(general_line, tmp_path):
    assert general_line(*SMALL, "-o", "worlds.html").status == 0
    assert general_line(*SMALL, "-o", "worlds.json").status == 0
    page = (tmp_path / "worlds.html").read_text()
    assert page.startswith("<!DOCTYPE html>") and "Who led" in page
    assert json.loads((tmp_path / "worlds.json").read_text())["worlds"] == 4


def test_kept_worlds_are_not_lost_by_mistake(general_line, tmp_path):
    assert general_line(*SMALL, "--keep", "mine.jsonl").status == 0
    before = (tmp_path / "mine.jsonl").read_text()
    refused(general_line(*SMALL, "--keep", "mine.jsonl"), "mine.jsonl", "--resume")
    assert (tmp_path / "mine.jsonl").read_text() == before
    more = ("ensemble", "harbour-union", "-n", "5", *SMALL[4:], "--keep", "mine.jsonl", "--resume", "--json")
    assert json.loads(general_line(*more).out)["worlds"] == 5
    refused(general_line(*SMALL, "--rivals", "rails", "--keep", "mine.jsonl", "--resume"), "other parameters")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("-n", "0"), "1 to"),
        (("-n", "many"), "many"),
        (("--jobs", "0"), "1 to"),
        (("--rivals", "wild"), "wild"),
        (("--strength", "tsar"), "tsar"),
        (("--executor", "steam"), "steam"),
        (("--as", "nemo"), "nemo"),
        (("--seed", "-1"), "-1"),
        (("--from", "1950-01"), "--from"),
        (("--until", "soon"), "soon"),
        (("--set", "deaths=often"), "often"),
        (("-o", "worlds.png"), "worlds.png"),
        (("-o", "nowhere/worlds.html"), "nowhere"),
        (("--keep", "file/mine.jsonl"), "file/mine.jsonl"),
    ],
)
def test_a_wrong_ensemble_is_one_sentence(general_line, tmp_path, words, named):
    (tmp_path / "file").write_text("")
    refused(general_line(*SMALL, *words), named)
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_an_unknown_scenario_names_those_that_exist(general_line):
    refused(general_line("ensemble", "atlantis"), "atlantis", "harbour-union")


def test_interrupted_from_outside_it_keeps_its_worlds_and_goes_on(tmp_path, repo):
    command = [sys.executable, "-m", "game", "ensemble", "harbour-union", "--jobs", "2", "--keep", "mine.jsonl"]
    environment = {**os.environ, "PYTHONPATH": str(repo)}
    path = tmp_path / "mine.jsonl"
    with subprocess.Popen(
        [*command, "-n", "4000"], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.default_int_handler),  # a background shell ignores it
    ) as process:  # fmt: skip
        deadline = time.monotonic() + 60
        while time.monotonic() < deadline and not (path.exists() and path.read_text().count("\n") > 3):
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=240)
    assert process.returncode == 130 and out == b""
    assert b"--resume" in err and b"Traceback" not in err
    kept = path.read_text().count("\n") - 1
    assert kept >= 3
    more = [*command, "-n", str(kept + 1), "--resume", "--json"]
    done = subprocess.run(more, cwd=tmp_path, env=environment, capture_output=True, timeout=120, check=True)
    assert json.loads(done.stdout)["worlds"] == kept + 1


# ---- why


def test_why_lists_the_orders_of_a_turn(general_line, kept_save):
    answer = general_line("why", str(kept_save), "--turn", "2")
    assert answer.status == 0 and re.match(r"   1  \w+", answer.out)


def test_why_answers_in_every_form(general_line, kept_save, tmp_path):
    asked = ("why", str(kept_save), "--turn", "5", "--order", "1", "-n", "2", "--jobs", "1")
    answer = general_line(*asked)
    assert (answer.status, answer.err) == (0, "") and "2 of 2 pairs" in answer.out
    it = json.loads(general_line(*asked, "--json").out)
    assert it["pairs"] == 2 and it["turn"] == 5 and it["limits"]
    assert general_line(*asked, "-o", "why.html").status == 0
    assert "What this cannot say" in (tmp_path / "why.html").read_text()


def test_why_compares_a_choice(general_line, kept_save):
    asked = ("why", str(kept_save), "--hinge", "owners_offer", "-n", "2", "--jobs", "1", "--json")
    it = json.loads(general_line(*asked).out)
    assert "choose" in it["given"] and it["instead"] and it["given"] != it["instead"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        ((), "--turn"),
        (("--turn", "2", "--hinge", "owners_offer"), "--hinge"),
        (("--hinge", "owners_offer", "--order", "1"), "--order"),
        (("--turn", "2", "--order", "1", "--option", "x"), "--option"),
        (("--turn", "99"), "99"),
        (("--turn", "2", "--order", "999"), "999"),
        (("--turn", "2", "--order", "0"), "0"),
        (("--hinge", "atlantis"), "atlantis"),
        (("--hinge", "owners_offer", "--option", "atlantis"), "atlantis"),
        (("--turn", "2", "--order", "1", "-o", "why.pdf"), "why.pdf"),
        (("--turn", "2", "--order", "1", "-o", "nowhere/why.html"), "nowhere"),
    ],
)
def test_a_wrong_question_is_one_sentence(general_line, kept_save, tmp_path, words, named):
    refused(general_line("why", str(kept_save), *words), named)
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("command", ["why", "replay"])
@pytest.mark.parametrize("damage", ["missing", "foreign", "cut off"])
def test_a_save_that_cannot_be_read(general_line, kept_save, tmp_path, command, damage):
    path = tmp_path / "broken.game"
    if damage != "missing":
        path.write_text("a letter\n" if damage == "foreign" else kept_save.read_text()[:-200])
    more = ("--turn", "2") if command == "why" else ()
    refused(general_line(command, str(path), *more), "broken.game")


# ---- saves


def test_a_replay_prints_each_digest_and_verifies_them(general_line, kept_save, harbour):
    answer = general_line("replay", str(kept_save))
    assert answer.status == 0 and len(answer.out.splitlines()) == harbour.turns + 1
    assert re.fullmatch(r"  1  [0-9a-f]{32}", answer.out.splitlines()[0])
    checked = general_line("replay", str(kept_save), "--verify")
    assert checked.status == 0 and checked.out.splitlines()[-1].startswith("the same as the save in all")


def test_a_replay_that_differs_ends_with_status_1(general_line, kept_save, tmp_path):
    from game.saves.file import sealed

    rows = kept_save.read_text().splitlines()[:-1]
    at = next(number for number, row in enumerate(rows) if row.startswith("= 4 "))
    rows[at] = re.sub(r"^= 4 [0-9a-f]{32}", f"= 4 {'0' * 32}", rows[at])
    (tmp_path / "other.game").write_text(sealed(rows))
    answer = general_line("replay", "other.game", "--verify")
    assert answer.status == 1 and "turn 4" in answer.out.splitlines()[-1]


def test_the_saves_of_a_folder_are_listed(general_line, kept_save, tmp_path):
    folder = tmp_path / "saves"
    folder.mkdir()
    (folder / "evening.game").write_text(kept_save.read_text())
    (folder / "torn.game").write_text("a letter\n")
    answer = general_line("saves", str(folder))
    assert answer.status == 0
    lines = sorted(answer.out.splitlines())
    assert lines[0].startswith("evening") and "harbour-union" in lines[0] and "turn" in lines[0]
    assert lines[1].startswith("torn") and "is not a save" in lines[1]


def test_no_saves_is_no_error(general_line, tmp_path, monkeypatch):
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    answer = general_line("saves")
    assert answer.status == 0 and answer.out.startswith("no saved games in")
    refused(general_line("saves", "nowhere"), "nowhere")


def test_paths_may_be_given_from_anywhere(general_line, kept_save, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert general_line("replay", os.path.relpath(kept_save, Path.cwd())).status == 0


# ---- a seat that thinks of some orders only


def test_a_seat_may_think_of_some_orders_only(general_line, tmp_path):
    seat = ("--as", "brekke", "--keep", "one.keep")
    assert general_line(*SMALL, *seat, "--only", "agitate", "--without", "speak").status == 0
    kept = json.loads((tmp_path / "one.keep").read_text().splitlines()[0])
    assert kept["types"] == ["polemic", "launch", "circulate"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--only", "agitate"), ("--as",)),
        (("--as", "brekke", "--only", "shout"), ("'shout'", "agitate")),
        (("--as", "brekke", "--without", "organise,agitate,ally,session,inform,personal"), ("left",)),
    ],
)
def test_what_a_seat_thinks_of_must_exist(general_line, words, says):
    refused(general_line(*SMALL, *words), *says)


# ---- beside worlds kept before

SEAT = (*SMALL, "--as", "lunde")


@pytest.fixture
def before(general_line, tmp_path):
    """A file of worlds of the same seeds in which everybody is a clerk."""
    assert general_line(*SMALL, "--keep", "before.jsonl").status == 0
    return tmp_path / "before.jsonl"


def test_worlds_are_compared_in_pairs_in_every_form(general_line, before, tmp_path, harbour):
    from game.reports.ensemble import page

    kept = before.read_bytes()
    told = general_line(*SEAT, "--without", "speak", "--keep", "now.jsonl", "--beside", "before.jsonl")
    assert told.status == 0 and before.read_bytes() == kept
    lines = [" ".join(part.split()) for part in told.out.partition("In pairs")[2].split("\n\n")]
    assert "Lunde as clerk, the others as secretary, without these orders: Speak at a branch; and there" in lines[0]
    assert "in before.jsonl, with everybody as clerk." in lines[0] and "4 seeds are compared" in lines[0]
    again = (*SEAT, "--without", "speak", "--keep", "now.jsonl", "--resume", "--beside", "before.jsonl")
    it = json.loads(general_line(*again, "--json").out)
    rows = {name: [json.loads(row) for row in (tmp_path / name).read_text().splitlines()[1:]]
            for name in ("before.jsonl", "now.jsonl")}  # fmt: skip
    for side, name in (("there", "before.jsonl"), ("here", "now.jsonl")):
        assert it["beside"]["full"][side]["worlds"] == sum(row["bands"]["lunde"] == "full" for row in rows[name])
        assert it["beside"]["points"][side] == sum(row["scores"]["lunde"] for row in rows[name]) / 4
    assert general_line(*again, "-o", "pairs.html").status == 0
    html = (tmp_path / "pairs.html").read_text()
    assert html == page(harbour, it) and "<h2>In pairs</h2>" in html and "odds ratio (95 %)" in html
    it["beside"]["file"] = "<script>&.jsonl"
    assert "in &lt;script&gt;&amp;.jsonl, with" in page(harbour, it) and "<script" not in page(harbour, it)
    assert "In pairs" not in general_line(*SEAT).out


def test_two_finished_files_are_compared_without_a_game(general_line, before, monkeypatch):
    from game.lab import pool

    def no_games(*_):
        raise AssertionError("a game was played")

    alone = general_line(*SEAT, "--keep", "now.jsonl", "--json")
    monkeypatch.setattr(pool, "workers", no_games)
    told = general_line(*SEAT, "--keep", "now.jsonl", "--resume", "--beside", "before.jsonl", "--json")
    figures = json.loads(told.out)
    assert figures.pop("beside")["pairs"] == 4 and f"{json.dumps(figures, ensure_ascii=False)}\n" == alone.out


def test_a_plan_beside_itself_differs_in_nothing(general_line, tmp_path):
    assert general_line(*SEAT, "--keep", "now.jsonl").status == 0
    told = general_line(*SEAT, "--keep", "now.jsonl", "--resume", "--beside", "now.jsonl", "--json")
    it = json.loads(told.out)["beside"]
    assert it["full"]["only_here"] == it["full"]["only_there"] == 0 and it["full"]["odds_ratio"]["ratio"] == 1
    assert it["points"]["difference"] == 0 and it["points"]["low"] is None


def test_one_pair_is_told_without_an_interval(general_line, before, tmp_path):
    told = general_line(*SEAT, "-n", "1", "--beside", "before.jsonl")
    assert "1 seed is compared" in " ".join(told.out.split()) and "no interval" in told.out


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("--beside", "before.jsonl"), ("--as",)),
        (("--as", "lunde", "--beside", "nowhere.jsonl"), ("nowhere.jsonl", "cannot be read")),
        (("--as", "lunde", "--beside", "."), ("cannot be read",)),
        (("--as", "lunde", "--beside", "before.jsonl", "--rivals", "rails"), ("before.jsonl", "--rivals")),
        (("--as", "lunde", "--beside", "before.jsonl", "--from", "1911-09"), ("before.jsonl", "--from")),
        (("--as", "lunde", "--beside", "before.jsonl", "--until", "1911-12"), ("before.jsonl", "--until")),
        (("--as", "lunde", "--beside", "before.jsonl", "--set", "deaths=never"), ("before.jsonl", "--set")),
        (("--as", "lunde", "--beside", "before.jsonl", "--seed", "5"), ("before.jsonl", "--seed")),
    ],
)
def test_what_does_not_fit_beside_is_one_sentence_before_any_game(general_line, before, tmp_path, words, says):
    refused(general_line(*SMALL, *words, "--keep", "now.jsonl"), *says)
    assert [path.name for path in tmp_path.iterdir()] == ["before.jsonl"]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "not a file of worlds"),
        (b"Dear diary,\n", "not a file of worlds"),
        (b"\x89PNG\r\n\xff", "not a file of worlds"),
        (b"[]\n", "not a file of worlds"),
        (b'{"general-line worlds": 2}\n', "another version"),
        (b"[" * 100_000, "not a file of worlds"),
        (b'{"general-line worlds": 1}\n{}\n', "line 2"),
        (b'{"general-line worlds": 1}\n', "another scenario"),
    ],
)
@pytest.mark.parametrize("option", ["--beside", "--keep"])
def test_a_file_that_holds_no_worlds_is_one_sentence(general_line, tmp_path, content, says, option):
    (tmp_path / "spoiled.jsonl").write_bytes(content)
    more = ("--resume",) if option == "--keep" else ()
    says = "other parameters" if option == "--keep" and says == "another scenario" else says
    refused(general_line(*SEAT, option, "spoiled.jsonl", *more), "spoiled.jsonl", says)
    assert (tmp_path / "spoiled.jsonl").read_bytes() == content


def test_worlds_of_a_changed_scenario_do_not_fit_beside(general_line, before, own_scenario):
    people = own_scenario / "people.yaml"
    people.write_text(people.read_text(encoding="utf-8") + "# changed\n", encoding="utf-8")
    refused(general_line("ensemble", str(own_scenario), *SEAT[2:], "--beside", "before.jsonl"), "another scenario")
