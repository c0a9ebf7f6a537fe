"""new-scenario, schema, validate --play and --expect, as an author would use them."""

from __future__ import annotations

import json
import re

import pytest

from game.scenario import find, load
from game.scenario.places import scenarios_dir
from game.scenario.reading import read_tree


@pytest.fixture
def club(general_line, tmp_path):
    """A new scenario as it is made."""
    answer = general_line("new-scenario", "My Club")
    assert (answer.status, answer.err) == (0, "")
    return tmp_path / "My Club"


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_new_scenario_is_sound_and_does_what_it_says(general_line, club):
    answer = general_line("validate", str(club), "--expect")
    assert (answer.status, answer.err) == (0, "")
    assert answer.out.count(": ok: ") == 2 and "FAILS" not in answer.out
    assert load(club).id == "my-club"


@pytest.mark.parametrize("rivals", ["free", "rails"])
def test_a_new_scenario_plays_at_once(general_line, club, tmp_path, rivals):
    assert "4 of 4 turns" in general_line("run", str(club), "--rivals", rivals, "--save", "a.game").out
    assert general_line("report", "a.game", "-o", "a.html").status == 0
    assert general_line("worksheet", "a.game", "-o", "w.html").status == 0


def test_three_names_and_a_date_are_changed_in_one_place_each(general_line, club, tmp_path):
    for old, new in (("Ada Finch", "Greta Holm"), ("Ben Marsh", "Ivo Lang"), ("Cora Lind", "Jana Park")):
        change(club / "people.yaml", old, new)
    change(club / "calendar.yaml", '"2001-11-12"', '"2001-11-26"')
    assert general_line("validate", str(club)).status == 0
    assert general_line("run", str(club), "--save", "a.game").status == 0
    assert general_line("report", "a.game", "-o", "a.md").status == 0
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "Holm" in text and not re.search("Finch|Marsh|Lind", text)


def test_a_new_scenario_is_commented(club):
    for path in club.rglob("*.yaml"):
        assert path.read_text(encoding="utf-8").startswith("#"), path


def test_an_expectation_that_fails_is_told(general_line, club):
    change(club / "scenario.yaml", "chose('rectors_letter', 'bargain')", "chose('rectors_letter', 'refuse')")
    answer = general_line("validate", str(club), "--expect")
    assert answer.status == 1 and "FAILS: the_rector_is_answered" in answer.out and "held in 0 of 1" in answer.out


def test_an_expectation_of_the_wrong_direction_fails(general_line, club):
    change(club / "scenario.yaml", "change: rises", "change: falls")
    answer = general_line("validate", str(club), "--expect")
    assert answer.status == 1 and "FAILS: bargaining_pays" in answer.out


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("option: bargain\n", "option: bargin\n", "'bargain'"),
        ("hinge: rectors_letter", "hinge: rector_letter", "'rectors_letter'"),
        ("change: rises", "change: raises", "'rises'"),
        ("seeds: 2", "seeds: 0", "the least is 1"),
        ("  value: \"quantity('funds')\"\n", "", "expects nothing"),
        ("quantity('funds')\"\n  change", "quantity('fund')\"\n  change", "'funds'"),
    ],
)
def test_a_broken_expectation_has_its_place(general_line, club, old, new, what):
    change(club / "scenario.yaml", old, new)
    answer = general_line("validate", str(club))
    assert answer.status == 2 and re.search(r"scenario.yaml:\d+:\d+: ", answer.err) and what in answer.err


def test_self_play_names_what_is_never_reached(general_line, club):
    change(club / "events.yaml", "chance: 300", "chance: 0")
    answer = general_line("validate", str(club), "--play", "6")
    assert answer.status == 0 and "6 games played" in answer.out
    assert "the event broken_boiler never happened: chance did not bring it" in answer.out
    assert "fees_refused never" not in answer.out


def test_self_play_counts_each_option(harbour):
    from game.lab.selfplay import selfplay

    found = selfplay(harbour, 8)
    assert found.games == 8 and found.asked["owners_offer"] > 0
    for key, count in found.chosen.items():
        assert count <= found.open[key] <= 8


def test_the_schemas_know_every_key_that_is_written(general_line, tmp_path):
    answer = general_line("schema", "-o", "schemas")
    assert answer.status == 0 and len(answer.out.splitlines()) == 2
    scenario, lesson = (
        json.loads((tmp_path / "schemas" / f"{name}.schema.json").read_text(encoding="utf-8"))
        for name in ("scenario", "lesson")
    )
    for path in scenarios_dir().rglob("*.yaml"):
        written = read_tree(path.read_text(encoding="utf-8"), path.name, []).data
        if path.parent.name == "lessons":
            assert set(written) <= set(lesson["properties"]), path
            continue
        schema = scenario
        assert set(written) <= set(schema["properties"]), path
        for key, items in written.items():
            if isinstance(items, list):
                name = schema["properties"][key]["items"]["$ref"].rpartition("/")[2]
                known = set(schema["$defs"][name]["properties"])
                assert all(set(item) <= known for item in items), (path, key)
    lesson = json.loads((tmp_path / "schemas" / "lesson.schema.json").read_text(encoding="utf-8"))
    assert lesson["required"] == ["title", "scenario"] and lesson["properties"]["dial"]["enum"][0] == "rails"


def references(part):
    """Every ``$ref`` of a schema."""
    if isinstance(part, dict):
        yield from (part[key] for key in part if key == "$ref")
        part = list(part.values())
    for inner in part if isinstance(part, list) else ():
        yield from references(inner)


def test_a_schema_refers_only_to_what_it_holds():
    from game.scenario.json_schema import lesson_schema, scenario_schema

    for schema in (scenario_schema(), lesson_schema()):
        for name in references(schema):
            assert name.removeprefix("#/$defs/") in schema["$defs"]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (["new-scenario", "full"], "exists already"),
        (["new-scenario", "none/deep"], "no folder"),
        (["new-scenario", "123"], "a letter"),
        (["schema", "-o", "file/x"], "could not be written"),
        (["validate", "full", "--play", "0"], "1 to 1000"),
        (["validate", "none"], "not a folder"),
        (["schema"], "--help"),
    ],
)
def test_bad_input_gets_one_sentence_and_writes_nothing(general_line, tmp_path, words, named):
    (tmp_path / "full").mkdir()
    (tmp_path / "file").write_text("x", encoding="utf-8")
    before = sorted(tmp_path.rglob("*"))
    answer = general_line(*words)
    assert answer.status == 2 and answer.err.count("\n") == 1 and named in answer.err
    assert sorted(tmp_path.rglob("*")) == before


def test_a_scaffold_is_not_listed_among_the_scenarios(general_line):
    assert "my-scenario" not in general_line("scenarios").out
    with pytest.raises(FileNotFoundError):
        find("my-scenario")
