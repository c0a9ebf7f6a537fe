"""A motion that cannot be moved yet stays in the list with the body it waits for."""

from __future__ import annotations

import pytest

from game.engine.slots import raw
from game.lab.table import Table
from game.saves import Setup
from game.scenario.model import Scenario
from game.views.orders import next_blank, order_type
from game.views.parts import Scene, scene
from game.views.shapes import TargetView


@pytest.fixture
def at(succession: Scenario) -> Scene:
    table = Table.new(succession, Setup(seed=77, humans=("kamenev",)))
    table.advance()
    return scene(table, "kamenev")


def listed(at: Scene) -> dict[str, TargetView]:
    blank = next_blank(at, "table", {})
    assert blank is not None
    return {one.id: one for one in blank.targets}


def test_every_motion_is_listed_and_those_that_must_wait_are_locked(at: Scene) -> None:
    slot = order_type(at, "table").slots[0]
    open_ = set(raw(at.table.game.state, "kamenev", slot, {}))
    found = listed(at)
    assert set(found) == {kind.id for kind in at.scenario.motions if kind.bodies}
    assert {name for name, one in found.items() if not one.locked_reason} == open_
    assert open_ and open_ < set(found)


def test_the_reason_names_the_body_it_waits_for(at: Scene) -> None:
    assert listed(at)["expel_from_committee"].locked_reason == (
        "Only the Joint plenum of the Central Committee and the Control Commission may take it, "
        "and it does not meet again this turn."
    )


def test_where_no_office_is_vacant_nobody_is_elected(at: Scene) -> None:
    assert "No office is vacant" in listed(at)["fill_post"].locked_reason
