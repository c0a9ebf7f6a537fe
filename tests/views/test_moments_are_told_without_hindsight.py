"""A moment shows its name and the situation; the question asked afterwards stands in the log."""

from __future__ import annotations

import re

from game.views.decision import decision_view
from game.views.hinge import hinge_view
from game.views.log import causes
from game.views.parts import Scene
from tests.views.games import scenario, steps

SEAT = scenario().contenders[0].person
LARGE = "succession-1923"


def test_a_moment_is_headed_by_its_name_and_asks_nothing_of_afterwards() -> None:
    questions = {one.id: one.question for one in scenario().hinges}
    names = {one.id: one.name for one in scenario().hinges}
    shown = 0
    for table in steps(SEAT, seed=3):
        decision = table.game.decision
        at = Scene(table, scenario().index["people"][SEAT])
        if decision is not None and decision.kind == "hinge":
            view = hinge_view(at, decision)
            assert view.title.rstrip(".") == names[view.id]
            assert questions[view.id] not in f"{view.title} {view.document_text} {view.sentence}"
            shown += 1
        elif decision is not None and decision.kind == "voice":
            text = "".join(piece.text for piece in decision_view(at, decision).text)
            assert questions[decision.about] not in text
    assert shown


def test_the_log_asks_what_to_think_about() -> None:
    table = list(steps(SEAT, seed=3))[-1]
    at = Scene(table, scenario().index["people"][SEAT])
    record = next(one for one in table.game.records if one.kind == "hinge")
    question = next(one.question for one in scenario().hinges if one.id == record.about[0])
    assert question in causes(at, f"record:{record.number}")[2]


def test_a_situation_speaks_to_nobody_as_you() -> None:
    """Another may decide, or be asked for his voice: the text is in the third person."""
    word = re.compile(r"\byou(r|rs|rself)?\b", re.IGNORECASE)
    assert [one.id for one in scenario(LARGE).hinges if word.search(one.situation)] == []
