"""A lesson file: what it may hold, and each fault by file, line and column."""

from __future__ import annotations

from datetime import date

import pytest

from game.scenario.faults import ScenarioFaults
from game.scenario.lesson import Lesson, chapter_of, span_of
from game.scenario.lesson_file import read_lesson
from game.scenario.places import scenarios_dir

WHOLE = """\
title: Who answers the shipowners?
scenario: harbour-union
chapter: the_letter
seed: 7
seats: [ravndal, brekke]
dial: nudged
strength: clerk
reveal: true
spoilers: false
minutes: 4
forbidden: [polemic, mediate]
events: [{event: blackleg_ship, on: "1911-11-10"}]
settings: {deaths: never}
questions: ["Why did the treasurer stand with the office?"]
"""


@pytest.fixture
def read(tmp_path):
    """Read a lesson from its text."""

    def call(text: str):
        path = tmp_path / "lesson.yaml"
        path.write_text(text, encoding="utf-8")
        return read_lesson(path)

    return call


def test_everything_a_lesson_may_hold_is_read(read):
    lesson, scenario = read(WHOLE)
    assert scenario.id == lesson.scenario == "harbour-union"
    assert lesson == Lesson(
        title="Who answers the shipowners?", scenario="harbour-union", chapter="the_letter", seed=7,
        seats=("ravndal", "brekke"), dial="nudged", strength="clerk", reveal=True, spoilers=False, minutes=4,
        forbidden=("mediate", "polemic"), events=(("blackleg_ship", date(1911, 11, 10)),),
        settings=(("deaths", "never"),), questions=("Why did the treasurer stand with the office?",),
    )  # fmt: skip
    assert Lesson.of_data(lesson.as_data()) == lesson


def test_only_title_and_scenario_are_needed(read):
    lesson, _ = read("title: A game\nscenario: harbour-union\n")
    assert (lesson.seed, lesson.dial, lesson.reveal, lesson.spoilers) == (1, "free", False, True)


def test_any_change_gives_another_digest(read):
    lesson, _ = read(WHOLE)
    digests = {lesson.digest}
    changes = [
        ("seed: 7", "seed: 8"), ("nudged", "free"), ("[polemic, mediate]", "[polemic]"),
        ("reveal: true", "reveal: false"), ("minutes: 4", "minutes: 5"), ("11-10", "11-11"),
    ]  # fmt: skip
    for old, new in changes:
        digests.add(read(WHOLE.replace(old, new))[0].digest)
    assert len(digests) == 7


def test_the_order_of_what_is_forbidden_does_not_matter(read):
    assert read(WHOLE)[0].digest == read(WHOLE.replace("[polemic, mediate]", "[mediate, polemic]"))[0].digest


def test_a_folder_beside_the_lesson_is_found(read, tmp_path):
    from shutil import copytree

    from game.scenario import find

    copytree(find("harbour-union"), tmp_path / "own")
    assert read("title: A game\nscenario: own\n")[1].folder == str(tmp_path / "own")


BROKEN = [
    ("chapter: the_letter", "chapter: the_leter", "3:10", "no chapter", "'the_letter'"),
    ("scenario: harbour-union", "scenario: harbor-union", "2:11", "no scenario", "'harbour-union'"),
    ("seed: 7", "seed: -7", "4:7", "-7 is too small", "0"),
    ("seed: 7", "sead: 7", "4:1", "unknown key", "'seed'"),
    ("[ravndal, brekke]", "[ravndal, breke]", "5:18", "no seat", "'brekke'"),
    ("[ravndal, brekke]", "ravndal", "5:8", "expected a list", "write"),
    ("dial: nudged", "dial: nudge", "6:7", "not possible", "'nudged'"),
    ("strength: clerk", "strength: clark", "7:11", "not possible", "'clerk'"),
    ("reveal: true", 'reveal: "true"', "8:10", "expected true or false", "without quotes"),
    ("minutes: 4", "minutes: 4000", "10:10", "too large", "600"),
    ("[polemic, mediate]", "[polemik, mediate]", "11:13", "no order", "'polemic'"),
    ("blackleg_ship", "blackleg_shop", "12:18", "no event", "'blackleg_ship'"),
    ("1911-11-10", "1911-06-10", "12:38", "outside the lesson", "1911-11-01"),
    ("1911-11-10", "1911-11-31", "12:38", "no such day", "calendar"),
    ("deaths: never", "deathes: never", "13:21", "no setting", "'deaths'"),
    ("deaths: never", "deaths: sometimes", "13:20", "not possible", "dated"),
    ("chapter: the_letter", 'chapter: the_letter\nstart: "1911-07"', "3:10", "its own dates", "leave out"),
    ("chapter: the_letter", 'start: "1912-03"\nend: "1911-12"', "4:7", "ends before it begins", "correct"),
    ("chapter: the_letter", 'start: "1950-03"', "3:9", "outside the scenario", "1912-04-30"),
    ("title: Who", "titel: Who", "1:1", "title", ""),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "place", "what", "help_"), BROKEN, ids=[row[1] for row in BROKEN])
def test_a_fault_has_its_place_and_its_remedy(read, old, new, place, what, help_):
    assert old in WHOLE
    with pytest.raises(ScenarioFaults) as found:
        read(WHOLE.replace(old, new, 1))
    lines = [line for line in str(found.value).splitlines() if what in line]
    assert lines, str(found.value)
    assert help_ in lines[0]
    line, _, column = place.partition(":")
    assert f"lesson.yaml:{line}:" in lines[0]
    assert any(f"lesson.yaml:{place}:" in row for row in lines), (lines, column)


@pytest.mark.parametrize("text", ["", "- a list", "title: [", "title: *x", "\x00"])
def test_what_is_no_lesson_is_refused(read, text):
    with pytest.raises(ScenarioFaults):
        read(text)


def test_chapters_have_days(harbour):
    assert span_of(harbour, chapter_of(harbour, "the_offer")) == (None, date(1911, 10, 31))
    assert span_of(harbour, chapter_of(harbour, "the_letter")) == (date(1911, 11, 1), date(1912, 4, 30))
    with pytest.raises(LookupError, match="the_offer, the_letter"):
        chapter_of(harbour, "the_end")


@pytest.mark.parametrize("path", sorted((scenarios_dir() / "lessons").glob("*.yaml")), ids=lambda path: path.name)
def test_a_lesson_that_comes_with_the_game_can_be_given(path):
    lesson, scenario = read_lesson(path)
    assert lesson.questions and lesson.chapter in {chapter.id for chapter in scenario.chapters}
