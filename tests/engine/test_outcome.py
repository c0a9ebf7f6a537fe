"""Scores are sums of graded aims; the kind of leadership follows from how power is spread."""

from __future__ import annotations

from dataclasses import replace

import world
from world import ASH, BIRCH, CEDAR

from game.engine import outcome
from game.engine.state import EXILED
from game.scenario.model import Contender, Goal


def goal(text, points, words):
    return Goal(world.compile_expression(text, "bool", world.names(world.base())), points, words)


def contenders():
    aims = {
        "win": goal("authority(SELF) > 650", 60, "Be heard."),
        "partial": goal("in_party(SELF)", 20, "Stay."),
        "lose": goal("authority(SELF) < 100", -30, "Be forgotten."),
        "goals": (goal("holds(SELF, 'editor')", 15, "Hold the paper."),),
    }
    base = world.base().contenders
    return tuple(replace(seat, **aims) for seat in base)


def state():
    return world.state(contenders=contenders())


def test_a_score_is_the_sum_of_the_aims_that_hold():
    of = state()
    assert [(t.reason, t.amount) for t in outcome.score(of, ASH).terms] == [
        ("aim_won", 60), ("aim_partly_won", 20),
    ]  # fmt: skip
    assert [t.reason for t in outcome.score(of, BIRCH).terms] == ["aim_partly_won", "goal"]
    outcome.tally(of)
    assert of.scores == {"ash": 80, "birch": 35, "cedar": 20}


def test_one_loses_by_death_expulsion_exile_or_ones_own_aim():
    for change in ("alive", "in_party", "place", "authority"):
        of = state()
        assert not outcome.lost(of, CEDAR)
        getattr(of, change)[CEDAR] = EXILED if change == "place" else 0
        assert outcome.lost(of, CEDAR)


def test_power_is_a_sum_of_four_quarters():
    of = state()
    line = outcome.power(of, 0)
    assert [t.reason for t in line.terms] == ["power_bureau", "power_delegates", "power_posts", "power_mantle"]
    assert 0 < line.total <= 1000
    of.alive[ASH] = 0
    assert outcome.power(of, 0).total == 0


def test_whoever_holds_everything_leads_undisputed():
    of = state()
    of.clients[:] = 0
    of.clients[:, 0] = 1000
    of.mantle[:] = (900, 50, 50)
    of.holder[:] = ASH
    assert outcome.leader(of) == (ASH, outcome.UNDISPUTED_KIND)


def test_leadership_is_collective_when_power_is_even_and_nobodys_when_none_can_act():
    of = state()
    of.full[0] = (ASH, BIRCH, CEDAR)
    of.holder[:] = -1
    of.clients[:] = 0
    of.clients[:, -1] = 1000
    assert outcome.leader(of) == (None, outcome.COLLECTIVE_KIND)
    of.alive[:] = 0
    assert outcome.leader(of) == (None, outcome.NOBODY_KIND)
    assert isinstance(of.scenario.contenders[0], Contender)


def test_a_clear_but_small_lead_is_first_among_equals():
    of = state()
    of.full[0] = (ASH, BIRCH, CEDAR)
    of.clients[:] = 0
    of.clients[:, -1] = 1000
    of.holder[:] = -1
    of.holder[0] = ASH
    assert outcome.leader(of) == (ASH, outcome.FIRST_KIND)
