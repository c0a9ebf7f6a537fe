"""A save keeps its last opening as a snapshot: a game whose scenario changed goes on from it; it may be forged."""

from __future__ import annotations

import base64
import json
import shutil
import zlib

import numpy as np
import pytest

from game.engine.digest import digest, marks
from game.engine.random_play import RandomPlayer
from game.lab.table import Table, from_snapshot, restore
from game.lab.verify import verify
from game.saves import Setup, SnapshotError, changes, dump, parse
from game.saves.openings import Openings
from game.saves.shape import pieces_of, text_of
from game.saves.snapshot import LIMIT, pack, unpack
from game.scenario import find, load
from game.scenario.lesson import Lesson

SEAT = "quist"


@pytest.fixture(scope="module")
def table(harbour):
    """A game in its fourth turn."""
    table, player = Table.new(harbour, Setup(humans=(SEAT,), strength="clerk")), RandomPlayer(4)
    while table.game.state.turn < 4:
        table.advance()
        table.give(player(table.game.state, table.game.decision))
    table.advance()
    return table


@pytest.fixture
def saved(table):
    return parse(dump(table.game), "a save")


def test_a_snapshot_is_the_state_at_the_opening_of_the_turn(harbour, table, saved):
    kept = unpack(saved.snapshot, harbour)
    assert marks(kept.state) == (table.game.turn_marks[4][1], table.game.field_marks[4])
    assert kept.records == table.game.records[: kept.state.records]


def test_a_snapshot_plays_on_like_the_game_it_was_taken_from(harbour, saved):
    """Dice, rivals, records and log: nothing of a game is missing in its snapshot."""
    ends = []
    for lay in (lambda: restore(harbour, saved).fork(4), lambda: from_snapshot(harbour, saved)):
        table, player = lay(), RandomPlayer(9)
        while table.game.decision is not None:
            table.advance()
            if table.game.decision is not None:
                table.give(player(table.game.state, table.game.decision))
        ends.append((digest(table.game.state), table.game.records, table.log.entries, table.log.score))
    assert ends[0] == ends[1]


@pytest.fixture
def changed(tmp_path):
    """The scenario with a colder heart, so that its games go otherwise."""
    folder = shutil.copytree(find("harbour-union"), tmp_path / "own")
    people = (folder / "people.yaml").read_text(encoding="utf-8")
    (folder / "people.yaml").write_text(people.replace("intrigue: 700", "intrigue: 100", 1), encoding="utf-8")
    return load(folder)


def test_a_changed_scenario_is_played_on_from_the_snapshot(changed, saved):
    table = from_snapshot(changed, saved)
    assert "changed: people.yaml" in changes(saved, changed)
    assert table.game.state.turn == 4 and table.game.origin.parent == "main"
    assert table.game.names == ("main", "turn 4") and table.game.state.scenario.folder == changed.folder
    table.advance()
    assert table.game.human_to_act


def test_what_was_played_on_from_a_snapshot_is_saved_and_played_again(changed, saved):
    table, player = from_snapshot(changed, saved), RandomPlayer(2)
    while table.game.state.turn < 5:
        table.advance()
        table.give(player(table.game.state, table.game.decision))
    text = dump(table.fork(5, "further").game)
    again = restore(changed, parse(text, "a save"))
    assert dump(again.game) == text and again.log.score == table.log.score
    assert again.switch("turn 4").game.turn_marks == table.game.turn_marks
    assert verify(changed, parse(text, "a save")).whole


def test_people_who_came_or_went_are_named_and_nothing_is_laid(tmp_path, saved):
    folder = shutil.copytree(find("harbour-union"), tmp_path / "own")
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("viken", "larsen"), encoding="utf-8")
    with pytest.raises(SnapshotError, match="among its people new larsen; gone viken"):
        from_snapshot(load(folder), saved)


def test_a_save_without_a_snapshot_says_so(harbour, saved):
    from dataclasses import replace

    with pytest.raises(SnapshotError, match="no snapshot"):
        from_snapshot(harbour, replace(saved, snapshot=""))


def test_a_replay_notices_a_snapshot_of_another_world(harbour, table, saved):
    from dataclasses import replace

    assert verify(harbour, saved).whole
    other = replace(saved, snapshot=pack(table.game.history[0], table.game.records, None))
    found = verify(harbour, other)
    assert not found.whole and "another world" in found.sentence
    assert "cannot be read" in verify(harbour, replace(saved, snapshot="x")).sentence


def test_a_snapshot_taken_under_another_lesson_is_refused(harbour, saved):
    lesson = Lesson("The strike", "harbour-union", seats=(SEAT,))
    with pytest.raises(SnapshotError, match="another lesson"):
        unpack(saved.snapshot, harbour, lesson.digest)


# ---- from strangers


def packed(data: object) -> str:
    return base64.b64encode(zlib.compress(json.dumps(data).encode())).decode()


def opened(text: str) -> dict:
    return json.loads(zlib.decompress(base64.b64decode(text)))


@pytest.mark.parametrize(
    "text",
    ["", "x", "!!!!", base64.b64encode(b"nothing").decode(), packed(7), packed({}), packed([]),
     packed({"ids": {}, "state": {}}), base64.b64encode(zlib.compress(b"[" * 100_000)).decode(),
     base64.b64encode(zlib.compress(b"\xff\xfe")).decode()],
    ids=range(10),
)  # fmt: skip
def test_what_is_no_snapshot_is_refused(harbour, text):
    with pytest.raises(SnapshotError) as found:
        unpack(text, harbour)
    assert "\n" not in str(found.value) and len(str(found.value)) < 300


def test_a_bomb_is_not_unpacked(harbour):
    bomb = base64.b64encode(zlib.compress(b" " * (LIMIT + 1))).decode()
    with pytest.raises(SnapshotError, match="too large"):
        unpack(bomb, harbour)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("turn", 0), ("turn", 99), ("turn", "x"), ("turn", 1.5), ("turn", True), ("phase", "sleep"), ("day", "soon"),
        ("day", "2024-01-01"), ("seed", None), ("holder", [[1], [99]]), ("holder", [[2], [0]]), ("holder", 7),
        ("authority", [[99999999], []]), ("alive", None), ("opinion", [[2, 2], [1, 2, 3, 4]]),
        ("patron", [[-1], [5]]),
        ("full", [[0, 99], [], []]), ("full", []), ("full", "x"), ("sizes", [[1, 2]]), ("decisions", []),
        ("decisions", [{"kind": "fly", "who": 0}]), ("decisions", [{"kind": "window", "who": 999}]),
        ("decisions", [{"kind": "window"}]), ("decisions", [{"kind": "window", "who": 0, "odd": 1}]),
        ("memories", [{"holder": 0, "about": 1, "reason": "x", "amount": 10**40, "turn": 1}]), ("lesson", "x"),
        ("strange", 1), ("records", 10**9), ("records", -1), ("document_known", [-1]), ("knowledge", [1]),
        ("events_fired", {"x": "y"}), ("agenda", [{"id": "x", "type": "fly", "body": 0, "meeting": "", "movers": [],
         "subject_kind": "none", "subject": ""}]), ("bench", [None]),
    ],
    ids=str,
)  # fmt: skip
def test_a_forged_state_is_refused(harbour, saved, name, value):
    data = opened(saved.snapshot)
    data["state"][name] = value
    with pytest.raises(SnapshotError) as found:
        unpack(packed(data), harbour)
    assert "\n" not in str(found.value) and len(str(found.value)) < 300


@pytest.mark.parametrize("spoil", [
    lambda records: records.pop(), lambda records: records.reverse(), lambda records: records[1].update(number=5),
    lambda records: records[1].update(causes=[1]), lambda records: records[1].update(data=[1]),
    lambda records: records[1].update(data={"x": 1.5}), lambda records: records[1].update(who=4),
    lambda records: records.append("x"),
], ids=range(8))  # fmt: skip
def test_forged_records_are_refused(harbour, saved, spoil):
    data = opened(saved.snapshot)
    spoil(data["records"])
    with pytest.raises(SnapshotError):
        unpack(packed(data), harbour)


def test_a_forged_log_begins_anew(changed, saved):
    from dataclasses import replace

    data = opened(saved.snapshot)
    for log in (None, 7, {"entries": 3}, {"entries": [], "score": [[1]], "closed": 1, "given": []}):
        table = from_snapshot(changed, replace(saved, snapshot=packed({**data, "log": log})))
        assert table.log.entries == [] and table.game.state.turn == 4


# ---- in memory


def test_openings_give_back_what_was_kept(harbour_table):
    kept, states = Openings(), [state.copy() for state in harbour_table.game.history]
    for state in states:
        kept.append(state)
    assert len(kept) == len(states)
    assert [digest(state) for state in kept] == [digest(state) for state in states]
    assert all(state.opinion.dtype == np.int64 for state in kept[1:])


def test_tables_of_any_size_and_number_come_back(harbour_table):
    kept, tables = Openings(), []
    for size in (40, 300):  # places that fit into two bytes, and places that do not
        for last in (0, 5, -(1 << 40)):
            state = harbour_table.game.state.copy()
            state.memories, state.base_opinion = [], np.zeros((size, size), dtype=np.int64)
            state.base_opinion[-1, -1] = last
            kept.append(state)
            tables.append(state.base_opinion)
    assert all(np.array_equal(state.base_opinion, table) for state, table in zip(kept, tables, strict=True))


def test_a_snapshot_written_in_pieces_is_the_text_of_the_whole(harbour_table):
    game = harbour_table.game
    for value in (
        {"state": game.state, "records": game.records, "log": game.kept_log(), "none": [[], {}, None]},
        [np.arange(5000).reshape(50, 100), np.zeros((0, 3), dtype=np.int64), {1: [2]}],
    ):
        assert "".join(pieces_of(value)) == text_of(value)


def test_changing_what_was_given_out_changes_nothing_kept(harbour_table):
    game = harbour_table.game
    before = digest(game.history[2])
    game.history[2].authority[:] = 0
    assert digest(game.history[2]) == before
