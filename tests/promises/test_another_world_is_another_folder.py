"""A scenario is a folder of data: the small one plays with no code of its own, and a changed copy is another game."""

from __future__ import annotations

import shutil

import pytest
from games import HARBOUR, SUCCESSION, played

from game.scenario import find, load


@pytest.fixture
def folder(tmp_path):
    """A copy of the small scenario under another name."""
    return shutil.copytree(find(HARBOUR), tmp_path / "elsewhere")


def change(folder, name, old, new):
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", [HARBOUR, SUCCESSION])
def test_a_scenario_holds_data_alone(name):
    files = [path for path in find(name).rglob("*") if path.is_file()]
    assert files
    assert {path.suffix for path in files} <= {".yaml", ".md"}


def test_the_small_scenario_plays_to_its_end(harbour_table):
    assert harbour_table.game.state.turn == harbour_table.game.scenario.turns == 6
    assert harbour_table.game.state.ballots and harbour_table.log.entries


def test_the_two_scenarios_share_no_ids_of_people_posts_or_regions(harbour, succession):
    for kind in ("people", "posts", "regions", "bodies", "blocs"):
        assert not set(harbour.index[kind]) & set(succession.index[kind])


def test_names_and_titles_decide_nothing(folder, harbour_table):
    change(folder, "scenario.yaml", "id: harbour-union", "id: elsewhere")
    change(folder, "scenario.yaml", "title: The Harbour Union", "title: Elsewhere")
    change(folder, "people.yaml", "name: Edda Ravndal", "name: Ann Other")
    twin = played(load(folder))
    assert twin.game.scenario.people[0].surname == "Other"
    assert [line.order for line in twin.game.lines] == [line.order for line in harbour_table.game.lines]
    assert twin.game.state.ballots == harbour_table.game.state.ballots
    assert twin.game.state.scores == harbour_table.game.state.scores


def test_a_longer_game_is_a_changed_number(folder):
    change(folder, "scenario.yaml", "turns: 6", "turns: 8")
    twin = played(load(folder))
    assert twin.game.state.turn == 8
    assert sorted(twin.log.score) == list(range(1, 9))


def test_a_changed_rule_of_the_data_changes_the_game(folder, harbour_table):
    change(folder, "orders.yaml", 'effects: ["health SELF +medium"]', 'effects: ["authority SELF +large"]')
    change(folder, "people.yaml", "authority: 600, oratory: 350", "authority: 300, oratory: 350")
    twin = played(load(folder))
    assert twin.game.state.ballots != harbour_table.game.state.ballots
