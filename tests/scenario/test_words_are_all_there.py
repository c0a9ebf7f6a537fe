"""What comes with the game calls everything by a word of its own: no scenario leaves out a label another has."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.scenario import load
from game.scenario.places import assets_dir, scenarios_dir

FOLDERS = [path.parent for path in sorted(Path(scenarios_dir()).glob("*/scenario.yaml"))]
#: Labels that have a word of the game's own where a scenario gives none.
OPTIONAL = {"party", "first_secretaries", "members_full"}


@pytest.mark.parametrize("folder", [*FOLDERS, assets_dir() / "new-scenario"], ids=lambda folder: folder.name)
def test_every_word_another_scenario_has_is_given(folder):
    every = [load(one) for one in FOLDERS]
    mine = load(folder)
    labels = {name for one in every for name in one.labels} - OPTIONAL
    reasons = {name for one in every for name in one.reasons}
    assert sorted(labels - set(mine.labels)) == []
    assert sorted(reasons - set(mine.reasons)) == []
