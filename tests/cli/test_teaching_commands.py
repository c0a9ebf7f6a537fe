"""Worksheet, class report and handout: made whole from what is there, or refused in a sentence."""

from __future__ import annotations

import csv
import re
import time

import pytest

from game.lab.table import Table
from game.saves import Setup, write
from game.scenario.lesson import Lesson

LESSON = """\
title: The offer
scenario: harbour-union
chapter: the_offer
seats: [ravndal, quist]
forbidden: [rest]
questions: ["Who paid?"]
"""
PEOPLE = ("Ann", "Bo", "Cy")


@pytest.fixture(scope="module")
def class_folder(harbour, tmp_path_factory):
    """Three games under one lesson, one under none, and a broken save."""
    folder = tmp_path_factory.mktemp("class")
    lesson = Lesson("The offer", "harbour-union", seats=("ravndal", "quist"), questions=("Who paid?",))
    for number, name in enumerate(PEOPLE):
        setup = Setup(seed=number, humans=("ravndal",), lesson=lesson, player=name)
        _keep(harbour, setup, folder / f"{name}.game")
    _keep(harbour, Setup(seed=9), folder / "other.game")
    (folder / "broken.game").write_text("general-line save 1\n{}\n", encoding="utf-8")
    (folder / "notes.txt").write_text("not a save", encoding="utf-8")
    return folder


def _keep(scenario, setup, path):
    """A game in which the rivals' wits play the seat too."""
    table = Table.new(scenario, setup)
    while (decision := table.game.decision) is not None:
        table.rival(decision)
    write(table.game, path)


def text_of(path):
    return path.read_text(encoding="utf-8")


def nothing_is_loaded(page):
    return not re.search(r'(src|href)="(?!data:)(https?:|//)|@import|url\((?!data:)', page)


def test_a_worksheet_asks_of_this_run_and_has_a_key(general_line, class_folder, tmp_path):
    answer = general_line("worksheet", str(class_folder / "Ann.game"), "-o", "ann.html")
    assert (answer.status, answer.err) == (0, "")
    page = text_of(tmp_path / "ann.html")
    for words in ("Who paid?", "Ann", "Cause", "Significance", "Contingency", "For the teacher: key", "The offer"):
        assert words in page
    assert page.index("Contingency") < page.index("For the teacher: key") and nothing_is_loaded(page)


def test_a_class_report_names_everybody_and_what_was_left_out(general_line, class_folder, tmp_path):
    answer = general_line("class-report", str(class_folder), "-o", "class.html", "--csv", "class.csv")
    assert answer.status == 0 and "4 games" in answer.out and "left out broken.game" in answer.out
    assert answer.out.splitlines()[-1] == "not read, because they do not end in .game: notes.txt"
    page = text_of(tmp_path / "class.html")
    for words in (
        *PEOPLE,
        "other",
        "broken.game",
        "not all played under the same lesson",
        "Decisions against history",
    ):
        assert words in page
    assert nothing_is_loaded(page)
    rows = list(csv.DictReader((tmp_path / "class.csv").open(encoding="utf-8")))
    assert [row["name"] for row in rows] == [*PEOPLE, "other"]
    assert {row["turns"] for row in rows} == {"6"} and rows[0]["seat"] == "Ravndal"
    assert rows[0]["lesson"].startswith("The offer (") and rows[3]["lesson"] == ""


def test_a_class_report_of_one_lesson_leaves_the_others_out(general_line, class_folder, tmp_path):
    path = tmp_path / "lesson.yaml"
    path.write_text(
        'title: The offer\nscenario: harbour-union\nseats: [ravndal, quist]\nquestions: ["Who paid?"]\n',
        encoding="utf-8",
    )
    answer = general_line("class-report", str(class_folder), "-o", "class.html", "--lesson", str(path))
    assert answer.status == 0 and "3 games" in answer.out
    assert "left out other.game: it was not played under this lesson" in answer.out


def test_files_that_do_not_end_as_saves_are_told_and_what_is_no_players_is_not(general_line, class_folder, tmp_path):
    folder = tmp_path / "mixed"
    folder.mkdir()
    (folder / "Ann.game").write_text(text_of(class_folder / "Ann.game"), encoding="utf-8")
    for name in ("Ann.game.before", ".hidden", "Bea.txt", *(f"Cem {number}.gam" for number in range(6))):
        (folder / name).write_text("anything", encoding="utf-8")
    for _ in range(2):
        answer = general_line("class-report", str(folder), "-o", str(folder / "class.html"))
        names = "Bea.txt, Cem 0.gam, Cem 1.gam, Cem 2.gam, Cem 3.gam and 2 more"
        assert answer.out.splitlines()[-1] == f"not read, because they do not end in .game: {names}"
    (folder / "Ann.game").unlink()
    assert "do not end in .game" in general_line("class-report", str(folder), "-o", "class.html").err


def test_a_save_without_a_result_is_played_again(general_line, class_folder, tmp_path):
    from game.saves.file import sealed

    folder = tmp_path / "old"
    folder.mkdir()
    rows = [row for row in text_of(class_folder / "Ann.game").split("\n")[:-2] if not row.startswith("!")]
    (folder / "Ann.game").write_text(sealed(rows), encoding="utf-8")
    general_line("class-report", str(folder), "-o", "old.html", "--csv", "old.csv")
    general_line("class-report", str(class_folder), "-o", "new.html", "--csv", "new.csv")
    assert text_of(tmp_path / "old.csv").splitlines()[1] == text_of(tmp_path / "new.csv").splitlines()[1]


def test_of_one_players_game_only_the_furthest_save_counts(general_line, harbour, tmp_path):
    folder = tmp_path / "saves"
    folder.mkdir()
    for turns in (2, 4, 3):
        setup = Setup(seed=1, humans=("quist",), player="Dee", until=harbour.turn_dates(turns)[1])
        _keep(harbour, setup, folder / f"dee {turns}.game")
    answer = general_line("class-report", str(folder), "-o", "class.html", "--csv", "class.csv")
    assert "1 game of" in answer.out and answer.out.count("left out dee") == 2
    assert "dee 4.game" in text_of(tmp_path / "class.csv")


def test_thirty_saves_are_read_in_five_seconds(general_line, class_folder, tmp_path):
    folder = tmp_path / "many"
    folder.mkdir()
    for number in range(30):
        (folder / f"s{number}.game").write_text(text_of(class_folder / "Ann.game"), encoding="utf-8")
    began = time.perf_counter()
    assert general_line("class-report", str(folder), "-o", "class.html").status == 0
    assert time.perf_counter() - began < 5


@pytest.fixture
def sheets(general_line, tmp_path):
    """A handout of a lesson: file name -> text."""
    (tmp_path / "lesson.yaml").write_text(LESSON, encoding="utf-8")
    assert general_line("handout", "lesson.yaml", "-o", "paper").status == 0
    return {path.name: text_of(path) for path in (tmp_path / "paper").iterdir()}


def test_a_handout_has_every_sheet(sheets):
    assert sorted(sheets) == [
        "glossary.html", "index.html", "lesson-plans.html", "organisations.html", "role-quist.html",
        "role-ravndal.html", "rules.html", "timeline.html",
    ]  # fmt: skip
    assert all(nothing_is_loaded(page) for page in sheets.values())
    links = set(re.findall(r'href="([^"]+)"', sheets["index.html"]))
    assert links == set(sheets) - {"index.html"}


def test_an_aim_is_private(sheets, harbour):
    for one in harbour.contenders:
        holders = [name for name, page in sheets.items() if one.aim in page]
        assert holders == ([f"role-{one.person}.html"] if one.person in ("quist", "ravndal") else [])


def test_a_secret_pact_is_told_to_its_members_only(sheets):
    assert [name for name, page in sheets.items() if "The old cell" in page] == []
    assert "The counting house" in sheets["role-ravndal.html"]


def test_paper_does_not_tell_what_is_to_come(sheets, harbour):
    whole = "\n".join(sheets.values())
    later = [fact.text for fact in harbour.record if fact.begins > harbour.start and fact.text]
    fates = [person.fate for person in harbour.people if person.fate]
    assert later and fates and not [text for text in [*later, *fates] if text in whole]


def test_what_the_lesson_forbids_is_not_among_the_orders(sheets):
    orders, _, gone = sheets["rules.html"].partition("Not in this lesson")
    assert "Rest" in gone and not re.search(r"[>,] ?Rest[,<]", orders)


def test_lesson_plans_fill_their_lessons():
    from game.reports.plans import LESSON as LENGTH
    from game.reports.plans import plans

    for turns, minutes in ((4, 10), (8, 20), (41, 120)):
        assert [len(plan.lessons) for plan in plans(turns, minutes)] == [1, 2, 4]
        for plan in plans(turns, minutes):
            assert [sum(step.minutes for step in lesson) for lesson in plan.lessons] == [LENGTH] * len(plan.lessons)


@pytest.mark.parametrize("what", ["harbour-union", "harbour-union:the_letter"])
def test_a_handout_of_a_scenario_or_a_chapter(general_line, tmp_path, what):
    assert general_line("handout", what, "-o", "paper").status == 0
    assert len(list((tmp_path / "paper").glob("role-*.html"))) == 4


# ---- bad input


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["worksheet", "none.game", "-o", "a.html"], "none.game"),
        (["worksheet", "junk.game", "-o", "a.html"], "junk.game"),
        (["worksheet", "junk.game", "-o", "a.pdf"], ".html"),
        (["worksheet", "junk.game", "-o", "none/a.html"], "no folder"),
        (["class-report", "none", "-o", "a.html"], "not a folder"),
        (["class-report", "empty", "-o", "a.html"], "no save"),
        (["class-report", ".", "-o", "a.html"], "junk.game"),
        (["class-report", "empty", "-o", "a.html", "--csv", "a.txt"], ".csv"),
        (["class-report", "empty", "-o", "a.html", "--lesson", "none.yaml"], "none.yaml"),
        (["handout", "atlantis", "-o", "paper"], "atlantis"),
        (["handout", "none.yaml", "-o", "paper"], "none.yaml"),
        (["handout", "harbour-union:x", "-o", "paper"], "the_offer"),
        (["handout", "harbour-union", "-o", "full"], "empty folder"),
        (["handout", "harbour-union", "-o", "junk.game"], "empty folder"),
    ],
)
def test_bad_input_gets_one_sentence_and_writes_nothing(general_line, tmp_path, words, named):
    (tmp_path / "empty").mkdir()
    (tmp_path / "full").mkdir()
    for path in (tmp_path / "junk.game", tmp_path / "full" / "kept"):
        path.write_text("junk", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    answer = general_line(*words)
    assert answer.status == 2 and answer.out == "" and answer.err.count("\n") == 1 and named in answer.err
    assert sorted(tmp_path.rglob("*")) == before


def test_the_time_so_far_tells_nothing_twice_and_names_people(succession):
    from game.reports.handout import Brief, sheets
    from game.scenario.lesson import chapter_of

    page = sheets(Brief.of(succession, None, chapter_of(succession, "right")))["timeline.html"]
    rows = re.findall(r'<td class="d">(.*?)</td><td>(.*?)</td>', page)
    assert len(rows) == len(set(rows)) >= 10
    assert any("Trotsky" in text and "exile" in text for _, text in rows)
