"""A scenario or a lesson from a stranger: nothing leaves its folder, nothing steers, nothing runs, nothing hangs."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from game.scenario.expr import ExpressionFault, compile_expression
from game.scenario.faults import ScenarioFaults
from game.scenario.lesson_file import read_lesson
from game.scenario.loading import MOST_FILES, examine
from game.scenario.plain import plain


def faults(folder: Path) -> list[str]:
    """Every fault of a folder in words; it has at least one."""
    scenario, found = examine(folder)
    assert scenario is None
    return [str(fault) for fault in found]


def test_a_link_out_of_the_folder_is_not_followed(folder, tmp_path) -> None:
    secret = tmp_path / "secret.yaml"
    secret.write_text("labels: {word: secret}\n", encoding="utf-8")
    (folder / "more.yaml").symlink_to(secret)
    assert faults(folder) == [
        "more.yaml:1:1: this link leads out of the scenario's folder; put the file itself here"
    ]


def test_a_link_inside_the_folder_is_a_file_like_any_other(folder) -> None:
    (folder / "kept").mkdir()
    (folder / "people.yaml").rename(folder / "kept" / "people.txt")
    (folder / "people.yaml").symlink_to(folder / "kept" / "people.txt")
    assert examine(folder)[0] is not None


def test_a_folder_that_holds_itself_is_read_once(folder) -> None:
    (folder / "again").symlink_to(folder, target_is_directory=True)
    begin = time.monotonic()
    examine(folder)
    assert time.monotonic() - begin < 10


def test_a_pipe_is_not_waited_for(folder) -> None:
    os.mkfifo(folder / "pipe.yaml")
    assert examine(folder)[0] is not None


def test_too_many_files_are_not_read(folder) -> None:
    for number in range(MOST_FILES + 1):
        (folder / f"more{number}.yaml").touch()
    assert any(f"more than {MOST_FILES} files" in fault for fault in faults(folder))


@pytest.mark.parametrize("escape", [r"\e[31m", r"\x1b]0;title\a", r"\u202e", r"\u0085x", r"\0"])
def test_a_written_escape_never_reaches_a_name(broken, escape) -> None:
    found = broken("people.yaml", "name: ", f'name: "{escape}name"\n    note: ')
    assert any("a control character (U+" in fault for fault in found)


def test_plain_text_keeps_letters_and_loses_what_steers() -> None:
    assert plain("Ä\x1b[31mб\u202e\x07\x9b1m\nline\ttab “—”") == "Ä[31mб1m\nline\ttab “—”"


@pytest.mark.parametrize(
    "number", ["99999999999999999", "-99999999999999999", "1e309", "0x7fffffff", "9" * 6000], ids=len
)
def test_no_enormous_number_is_taken(broken, number) -> None:
    assert broken("scenario.yaml", "turns: ", f"turns: {number} #")


@pytest.mark.parametrize(
    "text",
    [
        "SELF.__class__", "().__class__.__bases__[0]", "9**9**9", "9 << 99", "__import__('os')", "open('x')",
        "[x for x in 'anna']", "lambda: 0", "'anna' * 9", "f'{SELF}'", "(y := 1)", "holds(*SELF)", "1 if SELF else 2",
        "'" + "a" * 5000 + "'", "(" * 300 + "1" + ")" * 300, "not " * 500 + "1", "-" * 500 + "1", "1" + "+1" * 2000,
        "9" * 5000, "\x00", "'anna'[0]", "await SELF", "SELF; SELF", "{}", "...", "1.5", "1j", "b'x'", "None",
        "True.real",
    ],
    ids=range(30),
)  # fmt: skip
def test_an_expression_does_nothing_but_compare_and_count(text, names) -> None:
    begin = time.monotonic()
    with pytest.raises(ExpressionFault):
        compile_expression(text, "any", names)
    assert time.monotonic() - begin < 1


@pytest.mark.parametrize("scenario", ["../own", "harbour-union/../../own", "../../../../etc"])
def test_a_lesson_names_no_place_outside_its_folder(tmp_path, scenario) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_text(f"title: T\nscenario: {scenario}\n", encoding="utf-8")
    with pytest.raises(ScenarioFaults, match="leads out of the lesson's folder"):
        read_lesson(path)


@pytest.mark.parametrize(
    "text",
    [
        "title: &a T\nscenario: *a\n", "title: !!python/name:os.system T\nscenario: harbour-union\n", "[" * 100_000,
        'title: "\\e[31m"\nscenario: harbour-union\n', "title: T\nscenario: harbour-union\nrun: rm\n", "\x00", "",
        "title: T\nscenario: harbour-union\nseed: 99999999999999999999\n",
        "title: T\nscenario: harbour-union\nseed: -1\n",
        "title: T\nscenario: harbour-union\nminutes: 99999999\n", "title: T\nscenario: /dev/null\n", "- a\n- b\n",
    ],
    ids=range(12),
)  # fmt: skip
def test_a_hostile_lesson_is_refused_with_its_place(tmp_path, text) -> None:
    path = tmp_path / "lesson.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ScenarioFaults) as found:
        read_lesson(path)
    assert all(fault.line >= 1 and fault.what for fault in found.value.faults) and found.value.faults


@pytest.mark.parametrize("key", ["who: ravndal, ", "office: union_secretary, ", ", role: holder"])
def test_a_tenure_that_lacks_a_part_is_a_fault_and_no_crash(broken, key) -> None:
    assert any("is missing" in fault for fault in broken("record/tenures.yaml", key, ""))


@pytest.mark.parametrize("side", ["for", "against"])
def test_a_count_of_votes_that_is_no_number_is_a_fault_and_no_crash(broken, side) -> None:
    found = broken("record/facts.yaml", f"{side}: ", f"{side}: zzz")
    assert any("zzz" in fault or "number" in fault for fault in found)


def test_a_lesson_that_is_a_pipe_or_a_device_is_not_waited_for(tmp_path) -> None:
    os.mkfifo(tmp_path / "pipe.yaml")
    (tmp_path / "zeroes.yaml").symlink_to("/dev/zero")
    for name in ("pipe.yaml", "zeroes.yaml"):
        with pytest.raises(ScenarioFaults, match="this is not a file"):
            read_lesson(tmp_path / name)
