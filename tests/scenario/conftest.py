"""A copy of the small scenario that tests may break."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from small_world import SMALL, Break

from game.scenario import load
from game.scenario.expr import Names
from game.scenario.loading import examine
from game.scenario.model import Scenario
from game.scenario.places import scenarios_dir


@pytest.fixture(scope="session")
def small() -> Scenario:
    """The small scenario, loaded once."""
    return load(scenarios_dir() / SMALL)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the small scenario's folder."""
    target = tmp_path / SMALL
    shutil.copytree(scenarios_dir() / SMALL, target)
    return target


@pytest.fixture
def broken(folder: Path) -> Break:
    """Replace one text of a file by another and list the faults."""

    def change(file: str, old: str, new: str) -> list[str]:
        path = folder / file
        text = path.read_text(encoding="utf-8")
        assert text.count(old) >= 1, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new, 1), encoding="utf-8")
        return [str(fault) for fault in examine(folder)[1]]

    return change


@pytest.fixture
def names() -> Names:
    """A few ids for the expression compiler."""
    ids = {
        "person": {"anna": 0, "bruno": 1},
        "post": {"keeper": 0, "usher": 1},
        "region": {"north": 0},
        "motion_type": {"blame": 0},
        "hinge": {"fork": 0},
        "event": {"storm": 0},
        "document": {"letter": 0},
        "quantity": {"hope": 0},
        "axis": {"order": 0},
        "body": {"circle": 0},
        "thesis": {"slogan": 0},
        "pact": {"friends": 0},
        "rule": {"silence": 0},
        "meeting": {"spring": 0},
    }
    return Names(ids, {"fork": ("left", "right")}, frozenset({"left", "right"}))
