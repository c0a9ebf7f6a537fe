"""A report speaks in names, its drawing does not overlap, and it says where the run left history."""

from __future__ import annotations

import re

import pytest
from games import played
from markupsafe import escape

from game.reports import WRITERS
from game.reports.data import run_object
from game.reports.drawing import GAP, LETTER, ROW, drawing


@pytest.fixture(scope="module")
def run(succession):
    """A free game up to the end of its ninth turn, as the object reports are made from."""
    return run_object(played(succession, rivals="free", strength="clerk", seed=4, until=succession.turn_dates(9)[1]))


def boxes(marks):
    """Left, right and height of each label."""
    for mark in marks:
        if mark["label"]:
            width = LETTER * len(mark["label"])
            left = mark["left"] - (width if mark["anchor"] == "end" else 0)
            yield left, left + width, mark["y"], mark


@pytest.mark.parametrize("side", ["facts", "here"])
def test_labels_do_not_overlap_nor_cross_stems(run, side):
    found = list(boxes(drawing(run)[side]))
    assert len(found) >= 3
    for left, right, height, mark in found:
        assert left >= 0 and right <= drawing(run)["width"]
        for other_left, other_right, other_height, other in found:
            if other is mark:
                continue
            if other_height == height:
                assert right + GAP / 2 < other_left or other_right + GAP / 2 < left
            elif other["row"] > mark["row"]:
                assert not left < other["x"] < right
    assert len({height % ROW for _, _, height, _ in found}) == 1


def test_the_heaviest_is_always_named(run):
    for side, source in (("facts", run["facts"]), ("here", run["divergences"])):
        named = [mark["one"]["weight"] for mark in drawing(run)[side] if mark["label"]]
        assert max(named) == max(one["weight"] for one in source)


def test_the_first_departure_is_marked_and_told(run):
    first = run["first_departure"]
    assert first["act"]["text"] and first["act"]["date"] == first["date"] and first["leads"]
    html = WRITERS[".html"](run)
    assert "First departure, " in html and drawing(run)["fork"]["score_x"] >= 0
    for lead in first["leads"]:
        assert lead["causes"][0]["record"] == first["act"]["record"]


@pytest.mark.parametrize("suffix", [".html", ".md"])
def test_a_report_speaks_in_names(run, succession, suffix):
    text = WRITERS[suffix](run)
    text = re.sub(r"<style>.*?</style>", "", text, flags=re.S).replace("\\_", "_")
    kinds = ("people", "posts", "bodies", "regions", "motions", "hinges", "events", "documents", "meetings", "pacts")
    ids = {one.id for kind in kinds for one in getattr(succession, kind) if "_" in one.id}
    visible = re.sub(r"https?://\S+|[\w/]+\.(?:yaml|json)", "", re.sub(r"<[^>]*>", " ", text))
    assert not ids.intersection(re.findall(r"[a-z0-9_]+", visible))


def test_the_record_stands_beside_the_votes(run):
    beside = [vote for vote in run["votes"] if vote["record"]]
    assert beside
    html = WRITERS[".html"](run)
    assert all(vote["record"]["mark"] == "fact" and vote["record"]["source"] for vote in beside)
    assert all(vote["body_name"] in html for vote in run["votes"])


def test_everyone_has_an_epilogue(run, succession):
    assert [fate["person"] for fate in run["fates"]] == [one.person for one in succession.contenders]
    for fate in run["fates"]:
        assert fate["here"] and fate["history"] and fate["aim"]
        assert sum(line["points"] for line in fate["lines"]) == fate["score"]


def test_every_sentence_of_the_log_has_its_mark_and_its_turn(run):
    html = WRITERS[".html"](run)
    anchors, links = set(re.findall(r'id="(turn-\d+)"', html)), re.findall(r'href="#(turn-\d+)"', html)
    assert anchors == {f"turn-{row['turn']}" for row in run["score"]}
    assert links and set(links) <= anchors
    told = [cause for one in run["divergences"] for cause in one["causes"]]
    clauses = [clause for passage in run["story"] for clause in passage["clauses"]]
    for one in [*told, *clauses, *run["divergences"]]:
        assert one["mark"] in ("fact", "model", "speculation") and one["turn"] >= 1
    html = re.sub(r"<svg.*?</svg>", "", html, flags=re.S)
    for one in clauses:
        after = html[html.index(f"{escape(one['text'])}. <span") :]
        note = r'<span class="note"><span class="mark \w+">\w+</span> <a class="turn"'
        assert re.match(rf"[^<]*{note}", after), one
    for words in [*(f"{one['text']}." for one in told), *(one["is"] for one in run["divergences"])]:
        after = html.split(f">{escape(words)}")[1:]
        assert all(re.match(r"\.? *(</\w+>)? *<span class=\"mark ", rest) for rest in after), words


def test_the_story_is_in_every_form_that_is_read(run):
    for suffix in (".html", ".md"):
        text = WRITERS[suffix](run).replace("\\", "")
        for clause in (clause for passage in run["story"] for clause in passage["clauses"]):
            assert clause["text"] in text or str(escape(clause["text"])) in text
