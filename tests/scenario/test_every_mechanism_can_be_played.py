"""Every mechanism named in the scenario's table is carried by something that exists in it."""

from __future__ import annotations

import re

import pytest

from game.scenario import load
from game.scenario.model import Scenario
from game.scenario.places import scenarios_dir

FOLDER = scenarios_dir() / "succession-1923"
ROW = re.compile(r"^\| (S\d\.\d+) \| (.+?) \| (.+) \|$", re.MULTILINE)
ROWS = ROW.findall((FOLDER / "README.md").read_text(encoding="utf-8"))
#: Kind of a target -> field of the scenario that holds its id.
FIELDS = {
    "order": "orders", "hinge": "hinges", "event": "events", "rule": "rules", "document": "documents",
    "thesis": "theses", "pact": "pacts", "motion": "motions", "post": "posts", "body": "bodies",
}  # fmt: skip


@pytest.fixture(scope="module")
def scenario() -> Scenario:
    return load(FOLDER)


def targets(cell: str) -> list[tuple[str, str]]:
    """The targets of a row as (kind, id)."""
    return [tuple(word.split(":")) for word in re.findall(r"`([^`]+)`", cell)]  # type: ignore[misc]


def exists(scenario: Scenario, kind: str, name: str) -> bool:
    if kind == "power":
        return any(name in post.powers for post in scenario.posts)
    if kind == "contender":
        return any(one.person == name for one in scenario.contenders)
    return name in {one.id for one in getattr(scenario, FIELDS[kind])}


def test_all_sixty_nine_are_there_once() -> None:
    codes = [code for code, _, _ in ROWS]
    counts = {text: sum(code.startswith(f"S{text}.") for code in codes) for text in range(5)}
    assert counts == {0: 7, 1: 17, 2: 17, 3: 15, 4: 13}
    assert len(set(codes)) == len(codes) == 69


@pytest.mark.parametrize(("code", "mechanism", "cell"), ROWS, ids=[row[0] for row in ROWS])
def test_its_carriers_exist(scenario: Scenario, code: str, mechanism: str, cell: str) -> None:
    found = targets(cell)
    assert found, f"nothing carries {code} ({mechanism})"
    assert [target for target in found if not exists(scenario, *target)] == []


def test_an_order_stands_in_every_row_it_says_it_carries(scenario: Scenario) -> None:
    rows = {code: targets(cell) for code, _, cell in ROWS}
    for order in scenario.orders:
        assert [code for code in order.carries if ("order", order.id) not in rows[code]] == []
