"""Runs the command line inside the test, as a person would type it."""

from __future__ import annotations

import shutil
from dataclasses import dataclass

import pytest

from game.__main__ import main
from game.scenario import find


@dataclass(frozen=True)
class Answer:
    """What a command gave back."""

    status: int
    out: str
    err: str


@pytest.fixture
def general_line(capsys, tmp_path, monkeypatch):
    """Call a command in an empty folder; returns its Answer."""
    monkeypatch.chdir(tmp_path)

    def call(*words: str) -> Answer:
        status = main(list(words))
        out, err = capsys.readouterr()
        return Answer(status, out, err)

    return call


@pytest.fixture(scope="session")
def kept_save(tmp_path_factory, harbour_table):
    """A save of a whole game of the small scenario."""
    from game.saves import write

    path = tmp_path_factory.mktemp("kept") / "evening.game"
    write(harbour_table.game, path)
    return path


@pytest.fixture
def own_scenario(tmp_path):
    """A copy of the small scenario that a test may spoil."""
    return shutil.copytree(find("harbour-union"), tmp_path / "own")
