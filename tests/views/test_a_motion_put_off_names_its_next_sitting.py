"""A motion that was kept off the table comes before the body's next sitting, and its heading says which."""

from __future__ import annotations

from game.engine.state import Motion, Sitting
from game.lab.table import Table
from game.saves import Setup
from game.scenario.model import Scenario
from game.views.parts import scene
from game.views.whip import _meeting


def test_a_motion_put_off_names_its_next_sitting(succession: Scenario) -> None:
    table = Table.new(succession, Setup(seed=77, humans=("kamenev",)))
    state, body = table.game.state, succession.index["bodies"]["cc"]
    meeting = next(one for one in succession.meetings if one.id == "pl_1924_01_22")
    state.sittings = [Sitting(meeting.id, body, meeting.opens)]
    motion = Motion("pl_1924_01/bind_secretariat", "bind_secretariat", body, "", (), "none", "")
    motion.meeting = ""
    assert _meeting(scene(table, "kamenev"), motion, 1, 1).startswith(f"{meeting.name}, 22 Jan 1924. Motion 1")
