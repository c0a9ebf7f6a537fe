"""Whatever is asked wrongly: one sentence on stderr, status 2, no traceback, nothing half-written."""

from __future__ import annotations

import pytest


def refused(answer, *words):
    """The one sentence of a refusal, which must name every one of ``words``."""
    assert answer.status == 2
    assert answer.out == ""
    assert answer.err.startswith("general-line: ") and answer.err.endswith("\n")
    assert "Traceback" not in answer.err
    sentence = answer.err.removeprefix("general-line: ").strip()
    assert "\n" not in sentence
    for word in words:
        assert str(word) in sentence
    return sentence


@pytest.fixture
def folder(tmp_path):
    """The folder of the call, which must stay as it was."""
    before = sorted(tmp_path.rglob("*"))
    yield tmp_path
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("command", ["run", "play"])
def test_an_unknown_scenario_names_those_that_exist(general_line, folder, command):
    refused(general_line(command, "atlantis", "--as", "nemo"), "atlantis", "succession-1923", "harbour-union")


@pytest.mark.parametrize("words", [["runn"], ["run"], ["run", "harbour-union", "--speed", "9"], ["report", "a.game"]])
def test_a_wrong_call_points_to_the_help(general_line, folder, words):
    refused(general_line(*words), "--help")


@pytest.mark.parametrize("day", ["yesterday", "1911-13", "1911-02-30", "1911"])
@pytest.mark.parametrize("option", ["--from", "--until"])
def test_a_date_that_is_none(general_line, folder, option, day):
    refused(general_line("run", "harbour-union", option, day), day, "YYYY-MM-DD")


@pytest.mark.parametrize("option", ["--from", "--until"])
def test_a_date_outside_the_scenario_says_its_span(general_line, folder, option):
    refused(general_line("run", "harbour-union", option, "1950-01-01"), option, "1911-05-01", "1912-04-30")


@pytest.mark.parametrize("seed", ["-1", "one", "1.5", str(2**63)])
def test_a_bad_seed(general_line, folder, seed):
    refused(general_line("run", "harbour-union", f"--seed={seed}", "--save", "x.game"), seed)


def test_an_unknown_dial(general_line, folder):
    refused(general_line("run", "harbour-union", "--rivals", "wild"), "wild", "rails", "free")


@pytest.mark.parametrize("command", ["run", "play"])
def test_an_unknown_seat_names_the_seats(general_line, folder, command):
    refused(general_line(command, "harbour-union", "--as", "moeller"), "moeller", "ravndal", "lunde")


def test_orders_without_a_seat(general_line, folder):
    refused(general_line("run", "harbour-union", "--orders", "x"), "--as")


@pytest.mark.parametrize("what", ["missing", "folder", "picture"])
def test_an_orders_file_that_cannot_be_read(general_line, tmp_path, what):
    path = tmp_path / "orders"
    if what == "folder":
        path.mkdir()
    if what == "picture":
        path.write_bytes(b"\x89PNG\xff\xfe")
    refused(general_line("run", "harbour-union", "--as", "ravndal", "--orders", str(path), "--save", "x.game"), path)
    assert not (tmp_path / "x.game").exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("speak region='old_basin'", ["turn, 1 to 6"]),
        ("7 rest", ["turn, 1 to 6"]),
        ("2 sing", ["sing"]),
        ("2 speak region=old_basin", ["region"]),
        ("2 speak region", ["name=value"]),
        ('2 speak region=["old_basin"]', ["region"]),
        ("2", ["person and a kind"]),
    ],
)
def test_an_order_line_that_cannot_be_read_is_named(general_line, tmp_path, line, words):
    path = tmp_path / "mine.orders"
    path.write_text(f"# a comment\n\n{line}\n", encoding="utf-8")
    answer = general_line("run", "harbour-union", "--as", "ravndal", "--orders", str(path), "--save", "x.game")
    refused(answer, f"{path}:3:", *words)
    assert not (tmp_path / "x.game").exists()


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ('2 speak region="atlantis"', ["speak was not possible"]),
        ('2 step_back choice="in_full"', ["Nothing is held against you."]),
        ('2 choose hinge="reading_the_letter" option="read_out"', ["never asked"]),
        ('2 read_ledgers target="brekke"', ["The ledgers are locked away from you."]),
    ],
)
def test_an_order_that_never_becomes_legal_is_named_with_its_reason(general_line, tmp_path, line, words):
    path = tmp_path / "mine.orders"
    path.write_text(f"{line}\n", encoding="utf-8")
    answer = general_line("run", "harbour-union", "--as", "ravndal", "--orders", str(path), "--save", "x.game")
    refused(answer, f"{path}:1:", *words)
    assert not (tmp_path / "x.game").exists()


def test_a_save_that_cannot_be_written(general_line, tmp_path):
    (tmp_path / "file").write_text("")
    refused(general_line("run", "harbour-union", "--until", "1911-06", "--save", "file/x.game"), "file/x.game")


def test_a_scenario_with_faults_says_each_and_is_not_played(general_line, own_scenario):
    path = own_scenario / "people.yaml"
    path.write_text(path.read_text().replace("patron: ravndal", "patron: ravndall"))
    answer = general_line("run", str(own_scenario))
    assert (answer.status, answer.out) == (2, "")
    assert "people.yaml:" in answer.err and "ravndall" in answer.err and "Traceback" not in answer.err


@pytest.mark.parametrize("what", ["nothing", "file"])
def test_validate_wants_a_folder(general_line, tmp_path, what):
    path = tmp_path / what
    if what == "file":
        path.write_text("id: x\n")
    refused(general_line("validate", str(path)), path, "folder")


def test_a_folder_without_a_scenario_is_a_fault(general_line, tmp_path):
    answer = general_line("validate", str(tmp_path))
    assert answer.status == 2 and "scenario.yaml" in answer.err and "Traceback" not in answer.err


@pytest.mark.parametrize("command", ["report", "play"])
@pytest.mark.parametrize("damage", ["cut off", "altered", "foreign", "missing", "folder"])
def test_a_save_that_cannot_be_opened(general_line, kept_save, tmp_path, command, damage):
    path, whole = tmp_path / "evening.game", kept_save.read_bytes()
    altered = whole.replace(b"ravndal", b"lunde", 1)
    spoilt = {"cut off": whole[: len(whole) // 2], "altered": altered, "foreign": b"hi"}
    if damage in spoilt:
        path.write_bytes(spoilt[damage])
    if damage == "folder":
        path.mkdir()
    words = ["report", str(path), "-o", "log.html"] if command == "report" else ["play", "--load", str(path)]
    refused(general_line(*words), path)
    assert not (tmp_path / "log.html").exists()


def test_a_save_of_a_scenario_that_is_gone(general_line, kept_save, tmp_path, harbour_table):
    from dataclasses import replace

    from game.saves import Game, write

    path = tmp_path / "elsewhere.game"
    game = harbour_table.game
    write(Game(replace(game.scenario, id="elsewhere"), game.setup, game.state), path)
    refused(general_line("report", str(path), "-o", "log.html"), "elsewhere")


@pytest.mark.parametrize("name", ["log.pdf", "log", "log.HTM"])
def test_a_report_of_an_unknown_form_names_the_forms(general_line, kept_save, folder, name):
    refused(general_line("report", str(kept_save), "-o", name), name, ".html", ".md", ".csv", ".json")


def test_a_report_into_a_missing_folder(general_line, kept_save, folder):
    refused(general_line("report", str(kept_save), "-o", "nowhere/log.html"), "nowhere/log.html")
