"""Each module of the rules is exercised by name in a test of its own part."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

import game

PACKAGE, TESTS = Path(game.__file__).parent, Path(__file__).parents[1]
PARTS = ("engine", "chronicle", "saves", "lab", "reports", "scenario", "views", "text")


@cache
def imported(folder):
    """Dotted names imported by the tests of a folder, and names taken from them."""
    found: set[str] = set()
    for path in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                found.add(node.module)
                found |= {f"{node.module}.{alias.name}" for alias in node.names}
            elif isinstance(node, ast.Import):
                found |= {alias.name for alias in node.names}
    return found


@cache
def reached():
    """Every module of the package that some test imports, and those that they import in turn."""
    seen: set[str] = set()
    waiting = [name for name in imported(TESTS) if name.startswith("game")]
    while waiting:
        name = waiting.pop()
        path = PACKAGE.parent / Path(*name.split("."))
        source = path.with_suffix(".py") if path.with_suffix(".py").is_file() else path / "__init__.py"
        if name in seen or not source.is_file():
            continue
        seen.add(name)
        tree = ast.parse(source.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("game"):
                waiting += [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
    return seen


@pytest.mark.parametrize("part", PARTS)
def test_every_part_has_tests_of_its_own_and_none_of_it_is_out_of_reach(part):
    modules = {f"game.{part}.{path.stem}" for path in (PACKAGE / part).glob("*.py") if path.stem != "__init__"}
    assert modules
    assert [name for name in imported(TESTS / part) if name.startswith(f"game.{part}")]
    missing = modules - reached()
    assert not missing, f"no test reaches {sorted(missing)}"


@pytest.mark.parametrize(
    "chapter",
    [
        "apportionment", "appointments", "ballots", "cells", "committee", "delegates", "dice", "documents",
        "doctrine", "drift", "effects", "events", "forecast", "hinges", "lines", "logistic", "machines", "meetings",
        "motions", "offers", "opinions", "orders", "outcome", "pacts", "people", "posts", "power_index",
        "recruitment", "sentiment", "setup", "view", "votes",
    ],
)  # fmt: skip
def test_every_chapter_of_the_rules_is_called_by_name(chapter):
    assert (PACKAGE / "engine" / f"{chapter}.py").is_file()
    assert f"game.engine.{chapter}" in imported(TESTS / "engine")
