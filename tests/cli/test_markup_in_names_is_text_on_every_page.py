"""A scenario and a player full of markup: every page any command writes shows it as text, and none runs it."""

from __future__ import annotations

import re
import shutil

import pytest
import yaml

from game.engine.random_play import RandomPlayer
from game.lab.table import Table
from game.saves import Setup, write
from game.scenario import find, load

EVIL = "<script>alert(1)</script><img src=x onerror=alert(2)>"
#: Texts of a scenario that end up on pages.
TEXTS = ("name", "about", "fate", "title", "summary", "question", "outcome", "short", "role", "history")


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    """The small scenario with markup at the head of every text, and a game of it."""
    folder = tmp_path_factory.mktemp("evil")
    shutil.copytree(find("harbour-union"), folder / "evil-union")
    for path in (folder / "evil-union").rglob("*.yaml"):
        if path.name not in ("words.yaml", "tutorial.yaml"):
            data = spoiled(yaml.safe_load(path.read_text(encoding="utf-8")))
            path.write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    head = folder / "evil-union" / "scenario.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: harbour-union", "id: evil-union"), encoding="utf-8")
    scenario = load(folder / "evil-union")
    assert EVIL in scenario.people[0].name and EVIL in scenario.title
    table, player = Table.new(scenario, Setup(humans=("ravndal",), strength="clerk", player=EVIL)), RandomPlayer(1)
    while table.game.decision is not None:
        table.advance()
        if table.game.decision is not None:
            table.give(player(table.game.state, table.game.decision))
    (folder / "class").mkdir()
    write(table.game, folder / "class" / "a.game")
    return folder


def spoiled(data: object, key: str = "") -> object:
    """The data with markup at the head of every text that is shown."""
    if isinstance(data, dict):
        names = ("on" if name is True else name for name in data)  # the word on means true to this reader
        return {name: spoiled(item, name) for name, item in zip(names, data.values(), strict=True)}
    if isinstance(data, list):
        return [spoiled(item) for item in data]
    if key in TEXTS and isinstance(data, str) and data[:1].isupper() and len(data) < 200:
        return f"{EVIL}{data}"
    return data


PAGES = {
    "report.html": ["report", "{save}", "-o", "{out}"], "report.md": ["report", "{save}", "-o", "{out}"],
    "worksheet.html": ["worksheet", "{save}", "-o", "{out}"],
    "class.html": ["class-report", "{folder}/class", "-o", "{out}"],
    "ensemble.html": ["ensemble", "{folder}/evil-union", "-n", "2", "--jobs", "1", "--strength", "clerk",
                      "-o", "{out}", "--keep", "kept"],
    "why.html": ["why", "{save}", "--turn", "1", "--order", "1", "-n", "2", "--jobs", "1", "-o", "{out}"],
    "handout": ["handout", "{folder}/evil-union", "-o", "{out}"],
}  # fmt: skip


@pytest.mark.parametrize("page", PAGES)
def test_markup_is_shown_and_never_runs(general_line, world, tmp_path, monkeypatch, page):
    monkeypatch.chdir(world)
    out = tmp_path / page
    names = {"save": world / "class" / "a.game", "folder": world, "out": out}
    (world / "kept").unlink(missing_ok=True)
    answer = general_line(*(word.format(**names) for word in PAGES[page]))
    assert answer.status == 0, answer.err
    files = [out] if out.is_file() else sorted(out.rglob("*.html"))
    assert files
    told = "".join(file.read_text(encoding="utf-8") for file in files)
    raw = re.search(r"(?<!\\)<(script>alert|img src=x)", told)
    assert raw is None, told[max(0, raw.start() - 200) : raw.end() + 50]
    assert "&lt;script&gt;alert(1)" in told or "\\<script" in told or "&lt;script" in told
