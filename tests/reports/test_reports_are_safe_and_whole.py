"""Reports: one self-contained page, Markdown, a table and JSON, all of the same run, safe with any name."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from game.lab.table import Table
from game.reports import WRITERS, write_report
from game.reports.data import run_object
from game.reports.text import summary
from game.saves import Game

#: What an author might be called by somebody who wishes a reader ill.
HOSTILE = '<script>alert("1")</script>'
FORMULA = "=HYPERLINK(1)"
#: Elements and attributes by which a page loads something.
LOADING = {("script", "src"), ("img", "src"), ("link", "href"), ("iframe", "src"), ("image", "href"), ("use", "href")}
KEYS = {
    "scenario", "seed", "rivals", "turns", "digest", "outcome", "votes", "divergences", "first_departure", "score",
}  # fmt: skip
DIVERGENCE = {"date", "fact", "kind", "weight", "was", "is", "source", "causes"}


class Page(HTMLParser):
    """Elements, attributes and text of a page."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.loads, self.words, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.loads += [value for name, value in attributes if (tag, name) in LOADING]
        self.loads += [value for name, value in attributes if name == "style" and "url(" in (value or "")]

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture(scope="module")
def written(harbour_table, tmp_path_factory):
    """Suffix -> text of the report of a run."""
    folder = tmp_path_factory.mktemp("reports")
    found = {}
    for suffix in WRITERS:
        write_report(harbour_table, folder / f"run{suffix}")
        found[suffix] = (folder / f"run{suffix}").read_text(encoding="utf-8")
    assert sorted(path.suffix for path in folder.iterdir()) == sorted(WRITERS)
    return found


@pytest.fixture(scope="module")
def hostile(harbour_table):
    """The run of a scenario whose people and post have names that are markup, formulas and more."""
    game = harbour_table.game
    people = tuple(
        replace(person, name=f"{HOSTILE} {person.id}", surname=HOSTILE if number % 2 else FORMULA, fate=FORMULA)
        for number, person in enumerate(game.scenario.people)
    )
    posts = tuple(replace(post, name="=1+1 | `x` [a](b)") for post in game.scenario.posts)
    world = replace(game.scenario, title=HOSTILE, people=people, posts=posts)
    table = Table(Game.start(world, game.setup))
    for line in game.lines:
        table.game.repeat(line)
    return table


def of(table, suffix, folder):
    path = folder / f"run{suffix}"
    write_report(table, path)
    return path.read_text(encoding="utf-8")


def test_the_four_forms():
    assert {".html", ".md", ".csv", ".json"} <= set(WRITERS)


def test_a_page_loads_nothing(written):
    text = written[".html"]
    page = Page(text)
    assert page.loads == [] and "script" not in page.tags
    assert "@import" not in text and not re.search(r"url\(\s*['\"]?(?!data:)", text)
    assert "svg" in page.tags and text.lstrip().lower().startswith("<!doctype html>")


def test_a_page_has_the_first_departure_and_every_divergence(written, harbour_table):
    words = " ".join("".join(Page(written[".html"]).words).split())
    run = run_object(harbour_table)
    assert run["title"] in words and run["digest"][:12] in words
    for one in run["divergences"]:
        assert " ".join(one["is"].split()) in words


def test_markup_in_names_is_text(hostile, tmp_path):
    page = Page(of(hostile, ".html", tmp_path))
    assert "script" not in page.tags
    assert any(HOSTILE in words for words in page.words)


def test_markdown_keeps_markup_from_working(hostile, tmp_path):
    text = of(hostile, ".md", tmp_path)
    assert HOSTILE not in text and "[a](b)" not in text
    tables = [line for line in text.splitlines() if line.startswith("|")]
    widths = [len(re.findall(r"(?<!\\)\|", line)) for line in tables]
    starts = [number for number, line in enumerate(tables) if re.fullmatch(r"[|\-: ]+", line)]
    assert starts
    for start in starts:
        assert widths[start - 1] == widths[start]


def test_markdown_tells_votes_divergences_and_fates(written, harbour_table):
    text = written[".md"]
    assert text.startswith("# ")
    for person in (one.person for one in harbour_table.game.scenario.contenders):
        index = harbour_table.game.scenario.index["people"][person]
        assert harbour_table.game.scenario.people[index].name in text
    assert text.count("*fact*") >= 1 and text.count("*model*") >= 1


def test_the_table_has_a_row_for_each_divergence(written, harbour_table):
    rows = list(csv.DictReader(io.StringIO(written[".csv"])))
    assert len(rows) == len(harbour_table.log.entries)
    assert {"date", "kind", "weight", "was", "is", "source"} <= rows[0].keys()
    assert [row["date"] for row in rows] == [one.day.isoformat() for one in harbour_table.log.entries]


def test_no_cell_of_the_table_is_a_formula(hostile, tmp_path):
    cells = [cell for row in csv.reader(io.StringIO(of(hostile, ".csv", tmp_path))) for cell in row]
    assert any(FORMULA in cell or "=1+1" in cell for cell in cells)
    assert not [cell for cell in cells if cell[:1] in ("=", "@", "\t", "\r")]
    assert not [cell for cell in cells if cell[:1] in ("+", "-") and not re.fullmatch(r"[+-]?[\d.]+", cell)]


def test_json_has_the_promised_keys(written, harbour_table):
    run = json.loads(written[".json"])
    assert run == json.loads(json.dumps(run_object(harbour_table)))
    assert run.keys() >= KEYS
    for one in run["divergences"]:
        assert one.keys() >= DIVERGENCE
        assert one["kind"] in ("did not happen", "happened otherwise", "earlier", "later", "only here")
        for cause in one["causes"]:
            assert cause.keys() >= {"record", "date", "kind", "who", "text"} and cause["text"]
    for vote in run["votes"]:
        assert vote.keys() >= {"date", "body", "motion", "for", "against", "abstain", "carried", "record"}
    assert [row["turn"] for row in run["score"]] == list(range(1, run["turns"] + 1))
    assert all(0 <= row["score"] <= 1000 for row in run["score"])


def test_the_votes_of_a_report_stand_beside_the_recorded_ones(rails_table):
    run = run_object(rails_table)
    beside = [vote for vote in run["votes"] if vote["record"]]
    assert len(beside) >= 20
    roll = next(vote for vote in beside if vote["record"].get("against") == 65)
    assert (roll["record"]["for"], roll["record"]["abstain"]) == (559, 41) and roll["carried"]


def test_a_run_of_one_turn_is_reported_too(harbour, tmp_path):
    from datetime import date

    from games import played

    table = played(harbour, until=date(1911, 6, 1))
    for suffix in WRITERS:
        assert of(table, suffix, tmp_path)


def test_a_report_that_cannot_be_put_in_its_place_leaves_nothing(harbour_table, tmp_path):
    (tmp_path / "run.md").mkdir()
    with pytest.raises(OSError):
        write_report(harbour_table, tmp_path / "run.md")
    assert [path.name for path in tmp_path.iterdir()] == ["run.md"]


def test_the_terminal_is_told_the_outcome_in_short(harbour_table):
    text = summary(harbour_table)
    assert len(text.splitlines()) <= 8
    assert run_object(harbour_table)["digest"] in text and "6 of 6" in text
