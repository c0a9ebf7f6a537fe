"""Options and games shared by every test: whole campaigns are played once a session and only read."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from games import HARBOUR, SUCCESSION, played, scenario_called

import game
from game.lab.table import Table
from game.saves import Setup
from game.scenario.model import Scenario

os.environ.setdefault("SDL_VIDEODRIVER", "dummy")
os.environ.setdefault("SDL_AUDIODRIVER", "dummy")


def pytest_addoption(parser):
    parser.addoption("--long", action="store_true", help="play the campaigns that take minutes as well")


def pytest_configure(config):
    if not getattr(config.option, "benchmark_only", True):  # True: there is no pytest-benchmark here
        config.option.benchmark_disable = True  # what is timed is only run; --benchmark-enable times it


def pytest_collection_modifyitems(config, items):
    if not config.getoption("--long"):
        skip = pytest.mark.skip(reason="a long campaign; run with --long")
        for item in items:
            if "long" in item.keywords:
                item.add_marker(skip)


@pytest.fixture(scope="session")
def succession() -> Scenario:
    return scenario_called(SUCCESSION)


@pytest.fixture(scope="session")
def harbour() -> Scenario:
    return scenario_called(HARBOUR)


@pytest.fixture(scope="session")
def rails_table(succession) -> Table:
    """The historical line from the first turn to the last; read only."""
    return played(succession, rivals="rails")


@pytest.fixture(scope="session")
def harbour_table(harbour) -> Table:
    """A free game of the small scenario; read only."""
    return played(harbour, rivals="free")


@pytest.fixture
def harbour_play(harbour) -> Table:
    """A fresh game of the small scenario with one seat at the table."""
    return Table.new(harbour, Setup(humans=("ravndal",)))


@pytest.fixture(scope="session")
def repo() -> Path:
    """The folder that holds the package."""
    return Path(game.__file__).parents[1]
