"""Each save in the list has a small picture, reckoned beside the window from what the save itself keeps."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from game.lab.table import Table
from game.saves import Setup, dump, read, write
from game.saves.file import sealed
from game.scenario import find, load
from game.ui import theme
from game.ui.screens import thumbnail
from game.ui.widgets import TableRow
from game.views.parts import scene, turn_text
from game.views.saves import KnownSaves
from game.views.standing import loop
from tests.ui.player import Player
from tests.ui.test_every_screen import faults


@pytest.fixture(scope="module")
def table() -> Table:
    """A game at the opening of its third turn."""
    table = Table.new(load(find("harbour-union")), Setup(seed=3, humans=("quist",)))
    while table.game.state.turn < 3:
        decision = table.game.decision
        assert decision is not None
        table.rival(decision)
    return table


@pytest.fixture
def loaded(table: Table):
    return {table.game.scenario.id: table.game.scenario}


def reckoned(folder: Path, loaded) -> KnownSaves:
    known = KnownSaves()
    while (path := known.unreckoned(known.view(folder, loaded))) is not None:
        known.reckon(path, loaded)
    return known


def test_a_picture_shows_the_steps_of_the_game_that_was_saved(table, loaded, tmp_path) -> None:
    write(table.game, tmp_path / "one.game")
    (shown,) = reckoned(tmp_path, loaded).view(tmp_path, loaded).saves
    wanted = [(step.label, step.value, step.whole) for step in loop(scene(table))]
    assert shown.thumbnail is not None and len(wanted) == 5
    assert [(step.label, step.value, step.whole) for step in shown.thumbnail.steps] == wanted
    assert shown.thumbnail.person.id == "quist"
    assert shown.thumbnail.date_text == turn_text(table.game.scenario, 3)


def test_a_save_without_a_snapshot_shows_face_and_date(table, loaded, tmp_path) -> None:
    rows = [row for row in dump(table.game).split("\n")[:-2] if not row.startswith("* ")]
    (tmp_path / "old.game").write_text(sealed(rows), encoding="utf-8")
    assert read(tmp_path / "old.game").snapshot == ""
    (shown,) = reckoned(tmp_path, loaded).view(tmp_path, loaded).saves
    assert shown.thumbnail is not None and shown.thumbnail.steps == ()
    assert shown.thumbnail.person.id == "quist" and shown.thumbnail.date_text


def test_a_snapshot_that_does_not_fit_its_scenario_is_no_fault_of_the_list(table, tmp_path) -> None:
    scenario = table.game.scenario
    write(table.game, tmp_path / "one.game")
    other = {scenario.id: replace(scenario, digest="another", documents=scenario.documents[1:])}
    (shown,) = reckoned(tmp_path, other).view(tmp_path, other).saves
    assert shown.thumbnail is not None and shown.thumbnail.steps == ()
    assert "changed since" in shown.detail


def test_a_save_is_read_again_only_when_its_file_changed(table, loaded, tmp_path, monkeypatch) -> None:
    from game.views import saves

    reads: list[Path] = []
    plain = saves.recover
    monkeypatch.setattr(saves, "recover", lambda path: (reads.append(path), plain(path))[1])
    write(table.game, tmp_path / "one.game")
    known = reckoned(tmp_path, loaded)
    count = len(reads)
    known.view(tmp_path, loaded)
    assert known.unreckoned(known.view(tmp_path, loaded)) is None and len(reads) == count == 2
    write(table.game, tmp_path / "one.game", "a note")
    (shown,) = known.view(tmp_path, loaded).saves
    assert shown.detail.startswith("a note") and len(reads) == 3


@pytest.mark.parametrize("text", [100, 150, 200])
def test_the_list_fills_beside_the_window_in_the_seats_colour(table, tmp_path, text) -> None:
    for number in range(3):
        write(table.game, tmp_path / f"{number}.game")
    player = Player(tmp_path, text_size=text)
    player.conductor.open("saves")
    longest, end = 0.0, time.monotonic() + 60
    while player.app.busy is not None and time.monotonic() < end:
        player.app.busy.wait(0.01)
        began = time.thread_time()
        player.app.step()
        longest = max(longest, time.thread_time() - began)
    assert player.app.busy is None and longest < 0.1
    rows = [each for each in player.app.stage.root.walk() if isinstance(each, TableRow)]
    assert len(rows) == 3 and all("Delegations" in row.label for row in rows)
    assert faults(player.app, player.app.stage.paint(player.app.surface)) == []
    view = player.conductor.saves.view(tmp_path, player.conductor.shelf.loaded)
    picture = view.saves[0].thumbnail
    assert picture is not None and any(step.value for step in picture.steps)
    ground = picture.person.bloc_colour
    full = theme.ground_pair("ink" if ground in thumbnail.PALE else ground)[0]
    box = rows[0].rect  # beside the face, where the steps stand
    across = range(box.left + 72 * text // 100, box.left + 200 * text // 100)
    down = range(box.bottom - 14 * text // 100, box.bottom - 4)
    found = {tuple(player.app.surface.get_at((x, y)))[:3] for x in across for y in down}
    assert full in found and theme.SAND in found
