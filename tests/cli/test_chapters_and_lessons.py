"""Chapters and lessons on the command line."""

from __future__ import annotations

import json

import pytest

from game.saves import read

LESSON = """\
title: The offer
scenario: harbour-union
chapter: the_offer
seed: 5
seats: [ravndal, brekke]
dial: rails
minutes: 4
forbidden: [polemic]
"""


@pytest.fixture
def lesson(tmp_path):
    """A lesson file in the folder of the call."""
    path = tmp_path / "lesson.yaml"
    path.write_text(LESSON, encoding="utf-8")
    return path


@pytest.mark.parametrize("words", [["harbour-union:the_letter"], ["harbour-union", "--chapter", "the_letter"]])
def test_a_chapter_begins_and_ends_on_its_turns(general_line, tmp_path, words):
    answer = general_line("run", *words, "--as", "quist", "--save", "a.game", "--json")
    assert answer.status == 0
    assert json.loads(answer.out)["turns"] == 6
    saved = read(tmp_path / "a.game")
    assert (str(saved.setup.start), str(saved.setup.until)) == ("1911-11-01", "1912-04-30")
    assert saved.setup.chapter == "the_letter"


def test_the_first_chapter_ends_early(general_line):
    assert "3 of 6 turns" in general_line("run", "harbour-union:the_offer").out


def test_a_chapter_with_a_folder(general_line, own_scenario):
    assert "3 of 6 turns" in general_line("run", f"{own_scenario}:the_offer").out


def test_a_lesson_sets_everything(general_line, lesson, tmp_path):
    answer = general_line("run", "--lesson", str(lesson), "--as", "brekke", "--name", "Ann B.", "--save", "a.game")
    assert (answer.status, answer.err) == (0, "") and "seed 5, rivals rails" in answer.out
    setup = read(tmp_path / "a.game").setup
    assert (setup.seed, setup.rivals, setup.humans, setup.player) == (5, "rails", ("brekke",), "Ann B.")
    assert setup.lesson.title == "The offer" and setup.lesson.forbidden == ("polemic",)


def test_text_mode_says_the_terms_and_offers_only_the_seats(general_line, lesson, monkeypatch):
    typed = iter(["lunde", "brekke", "quit"])
    monkeypatch.setattr("builtins.input", lambda prompt: next(typed))
    answer = general_line("play", "--text", "--lesson", str(lesson))
    assert "Lunde" not in answer.out.partition("Lesson: The offer")[0]
    for words in ("Lesson: The offer", "Who answers the shipowners?", "4 minutes", "Not allowed: Polemic"):
        assert words in answer.out


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["harbour-union:the_end"], ["the_end", "the_offer, the_letter"]),
        (["harbour-union:the_offer", "--chapter", "the_letter"], ["two chapters"]),
        (["harbour-union:the_offer", "--from", "1911-07"], ["--from", "its own dates"]),
        (["atlantis:the_offer"], ["atlantis", "known are"]),
    ],
)
def test_a_chapter_that_does_not_fit(general_line, words, named):
    answer = general_line("run", *words)
    assert answer.status == 2 and answer.err.count("\n") == 1 and all(word in answer.err for word in named)


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["harbour-union"], "SCENARIO"), (["--seed", "3"], "--seed"), (["--rivals", "free"], "--rivals"),
        (["--strength", "clerk"], "--strength"),
        (["--from", "1911-07"], "--from"), (["--until", "1911-07"], "--until"), (["--set", "deaths=never"], "--set"),
        (["--chapter", "the_offer"], "--chapter"), (["--as", "lunde"], "no seat of this lesson"),
    ],
)  # fmt: skip
def test_a_student_cannot_change_the_lesson(general_line, lesson, tmp_path, words, named):
    answer = general_line("run", "--lesson", str(lesson), *words, "--save", "a.game")
    assert answer.status == 2 and named in answer.err and not (tmp_path / "a.game").exists()


def test_a_forbidden_order_in_a_script_is_refused(general_line, lesson, tmp_path):
    (tmp_path / "orders").write_text('1 polemic target="brekke"\n', encoding="utf-8")
    answer = general_line("run", "--lesson", str(lesson), "--as", "ravndal", "--orders", "orders", "--save", "a.game")
    assert answer.status == 2 and "The lesson does not allow this order" in answer.err
    assert not (tmp_path / "a.game").exists()


def test_a_lesson_that_is_not_there_and_one_with_faults(general_line, lesson):
    answer = general_line("run", "--lesson", "none.yaml")
    assert answer.status == 2 and "there is no lesson file none.yaml" in answer.err
    lesson.write_text(LESSON.replace("brekke", "breke"), encoding="utf-8")
    answer = general_line("run", "--lesson", str(lesson))
    assert answer.status == 2 and "lesson.yaml:5:18:" in answer.err and "'brekke'" in answer.err


def test_a_save_goes_on_under_its_own_terms(general_line, lesson):
    answer = general_line("play", "--load", "a.game", "--lesson", str(lesson))
    assert answer.status == 2 and "terms of the save" in answer.err


def test_a_name_is_short_and_printable(general_line):
    answer = general_line("run", "harbour-union", "--name", "x" * 81)
    assert answer.status == 2 and "80 printable letters" in answer.err
