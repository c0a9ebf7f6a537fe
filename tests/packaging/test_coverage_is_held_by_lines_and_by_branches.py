"""Lines and branches are held to the least share each for itself: many of the one do not make up for the other."""

from __future__ import annotations

import pytest

from tests.covered import shares, too_few


@pytest.mark.parametrize(
    ("lines", "branches", "found"),
    [(100, 100, []), (95, 95, []), (100, 94, ["branches"]), (94, 100, ["lines"]), (0, 0, ["lines", "branches"])],
)
def test_each_is_held_for_itself(lines, branches, found):
    totals = {
        "covered_lines": 9 * lines, "num_statements": 900, "covered_branches": 2 * branches, "num_branches": 200,
    }  # fmt: skip
    assert too_few(totals) == found
    assert shares(totals) == {"lines": lines, "branches": branches}


def test_a_measurement_without_branches_is_refused():
    assert too_few({"covered_lines": 100, "num_statements": 100}) == ["branches"]
