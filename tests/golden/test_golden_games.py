"""Golden games play as they were written; where they do not, the first difference is shown."""

from __future__ import annotations

from itertools import zip_longest

import pytest
from golden.make import GAMES, path_of, played, text_of


@pytest.mark.parametrize("name", GAMES)
def test_a_golden_game_plays_as_it_was_written(name):
    kept, now = path_of(name).read_text(encoding="utf-8").splitlines(), text_of(played(name)).splitlines()
    for number, (was, here) in enumerate(zip_longest(kept, now), 1):
        assert was == here, f"{path_of(name)}:{number}: if this is meant, run python -m tests.golden.make"


def test_no_golden_file_is_forgotten():
    assert {path.stem for path in path_of("x").parent.glob("*.game")} == set(GAMES)
