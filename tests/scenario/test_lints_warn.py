"""What only looks odd is a warning with its place, and never stops a scenario from loading."""

from __future__ import annotations

import shutil

import pytest

from game.scenario import find
from game.scenario.faults import WARNING
from game.scenario.loading import examine
from game.scenario.places import assets_dir

ODD = [
    ("scenario.yaml", "name: Hope on the quays", "name: Hope, drift: 1}\n- {id: fog, name: Fog", "nothing names fog"),
    ("motions.yaml", "- {id: fill_post,", "- {id: adjourn, name: A, sentence: A, subject: none}\n- {id: fill_post,",
     "nothing names adjourn"),
    ("hinges.yaml", 'situation: "Fourpence now, nothing until next May."', 'situation: ""', "situation is missing"),
    ("hinges.yaml", "    historical: true\n    risk", "    risk", "no option of decider 0 is history's"),
    ("hinges.yaml", "decider: 1, historical: true", "decider: 1", "no option of decider 1 is history's"),
    ("hinges.yaml", "historical: true, argued_by: Viken", "argued_by: Viken", "no option is history's"),
    ("blocs.yaml", "- {id: old_cell,", "- {id: cards, name: Cards, members: [brekke, lunde]}\n- {id: old_cell,",
     "nothing names cards"),
    ("events.yaml", 'opens: "1911-10-01", closes: "1911-10-31", cast: [brekke]',
     'opens: "1911-11-01", closes: "1911-11-30", cast: [moeller]', "moeller died on 1911-10-14"),
    ("history.yaml", "{turn: 5, who: ravndal", "{turn: 5, who: moeller", "moeller died on 1911-10-14"),
    ("hinges.yaml", "quantity('strike_fund') >= 200", "quantity('strike_fund') >= 1001",
     "never hold: quantity('strike_fund') >= 1001"),
    ("hinges.yaml", "quantity('strike_fund') >= 200", "year() > 1912", "never hold: year() > 1912"),
    ("hinges.yaml", "quantity('strike_fund') >= 200", "(month() == 13 or turn() > 6)", "never hold"),
    ("hinges.yaml", "quantity('strike_fund') >= 200", "(month() == 12 or turn() > 6)", None),
    ("hinges.yaml", '["event great_strike",', '["authority storvik +small", "event great_strike",',
     "not in the cast: storvik"),
    ("hinges.yaml", '["event great_strike",', '["learn storvik founders_letter", "event great_strike",', None),
    ("hinges.yaml", "quantity('strike_fund') >= 200", "False", "never hold: False"),
    ("hinges.yaml", "quantity('strike_fund') >= 200", "opinion('brekke', 'quist') >= -1000", None),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "what"), ODD)
def test_an_oddity_is_warned_of(tmp_path, file, old, new, what):
    folder = shutil.copytree(find("harbour-union"), tmp_path / "own")
    text = (folder / file).read_text(encoding="utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    scenario, found = examine(folder)
    assert scenario is not None, found
    assert all(one.level == WARNING for one in found)
    if what is None:
        assert not found
    else:
        hits = [one for one in found if what in one.what]
        assert len(hits) == 1 and hits[0].file == file and hits[0].line > 1


@pytest.mark.parametrize("folder", [find("harbour-union"), find("succession-1923"), assets_dir() / "new-scenario"])
def test_what_comes_with_the_game_looks_sound(folder):
    assert examine(folder)[1] == []
