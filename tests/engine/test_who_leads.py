"""Who leads: somebody clearly ahead, or ahead at all with the desk of appointments; else nobody or all together."""

from __future__ import annotations

import pytest
import votes_world as world

from game.engine import outcome, posts, powers
from game.engine.atlas import Atlas
from game.engine.ledger import Ledger
from game.engine.log import Log
from game.engine.state import State


def with_powers(monkeypatch: pytest.MonkeyPatch, *amounts: int) -> None:
    """The power of blocs 0, 1, 2... is as given, of the others nothing."""

    def power(state: State, bloc: int):
        ledger = Ledger("power")
        ledger.add("power_posts", amounts[bloc] if bloc < len(amounts) else 0)
        return ledger.close()

    monkeypatch.setattr(outcome, "power", power)


def desk_to(state: State, bloc: int) -> None:
    atlas = Atlas.of(state.scenario)
    for desk in atlas.by_power[powers.APPOINTMENTS]:
        posts.fill(state, Log(state), desk, atlas.leaders[bloc])


@pytest.mark.parametrize(
    ("desk", "amounts", "first", "kind"),
    [
        (2, (600, 300), 0, outcome.UNDISPUTED_KIND),
        (2, (450, 100), 0, outcome.UNDISPUTED_KIND),
        (2, (330, 210), 0, outcome.FIRST_KIND),
        (2, (320, 210), None, outcome.COLLECTIVE_KIND),
        (0, (250, 220), 0, outcome.FIRST_KIND),
        (0, (240, 220), None, outcome.COLLECTIVE_KIND),
        (0, (220, 250), None, outcome.COLLECTIVE_KIND),
        (2, (119, 20), None, outcome.NOBODY_KIND),
    ],
)
def test_who_leads_is_far_ahead_or_ahead_with_the_desk(monkeypatch, desk, amounts, first, kind) -> None:
    state = world.state()
    desk_to(state, desk)
    with_powers(monkeypatch, *amounts)
    expected = None if first is None else Atlas.of(state.scenario).leaders[first]
    assert outcome.leader(state) == (expected, kind)
