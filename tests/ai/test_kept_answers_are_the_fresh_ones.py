"""What a rival's view keeps, and what a passing view shares, is what the state itself would say."""

from __future__ import annotations

from game.engine import lines
from game.engine.context import Context
from game.engine.digest import digest
from game.engine.state import State
from game.engine.view import glance, view


def test_kept_answers_equal_fresh_ones(opening: State, later: State) -> None:
    for fresh in (opening, later):
        kept = fresh.copy()
        kept.memo = {}
        for _ in range(2):  # worked out, then kept
            people = range(len(fresh.alive))
            assert [lines.bloc_of(kept, p) for p in people] == [lines.bloc_of(fresh, p) for p in people]
            assert [lines.leader_of(kept, p) for p in people] == [lines.leader_of(fresh, p) for p in people]
            assert (lines.leaders(kept) == lines.leaders(fresh)).all()
            assert (lines.pacts(kept) == lines.pacts(fresh)).all()
            assert lines.camps(kept) == lines.camps(fresh)
            assert Context(kept).majority_leader() == Context(fresh).majority_leader()
            assert Context(kept).minority_leader() == Context(fresh).minority_leader()
        assert digest(kept) == digest(fresh)
        assert kept.copy().memo is None


def test_a_passing_view_shows_the_same_and_changes_nothing(later: State) -> None:
    before = digest(later)
    for person in range(len(later.alive)):
        if later.scenario.contenders and person < 4:
            assert digest(glance(later, person)) == digest(view(later, person).state)
    assert digest(later) == before
