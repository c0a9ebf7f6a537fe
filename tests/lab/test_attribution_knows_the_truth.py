"""Twin worlds say 100 % of an order that decides a vote, 0 % of one that cannot matter, and nothing of no change."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
import toy

from game.engine.order import DONE
from game.lab import attribution, twins
from game.lab.fork import ForkError, Kept, at_hinge, at_order
from game.lab.twins import Course
from game.reports.why import page, text
from game.saves import Setup

PAIRS = 12
COURSE, SETUP = Course("free", "clerk", 6), Setup()


@pytest.fixture(scope="module")
def world(tmp_path_factory):
    return toy.scenario(tmp_path_factory.mktemp("scenario"))


@pytest.fixture(scope="module")
def kept(world):
    return Kept.of(world, toy.save(world))


def number_of(kept, kind):
    """The number of the seat's order of a kind in the turn."""
    orders = kept.orders(toy.TURN)
    return next(number for number, step in enumerate(orders, 1) if step.order.kind == kind)


@pytest.fixture(scope="module")
def decided(kept):
    fork = at_order(kept, toy.TURN, number_of(kept, "decide"))
    return attribution.sums(attribution.run(fork, COURSE, SETUP, PAIRS, 1))


@pytest.fixture(scope="module")
def idle(kept):
    fork = at_order(kept, toy.TURN, number_of(kept, "idle"))
    return attribution.sums(attribution.run(fork, COURSE, SETUP, PAIRS, 1))


def row(figures, name):
    return next(one for one in figures if one["id"] == name)


@pytest.mark.parametrize("mode", twins.MODES)
def test_the_order_that_decides_the_vote_changes_it_in_every_world(decided, mode):
    vote, post = row(decided["votes"], toy.VOTE), row(decided["posts"], toy.POST)
    assert vote[mode]["share"] == 1 and post[mode]["share"] == 1
    assert vote["values"][mode] == {"with": {"carried": PAIRS}, "without": {"lost": PAIRS}}
    assert post["values"][mode]["with"] == {"storvik": PAIRS}
    assert vote[mode]["low"] > 0.7 and vote[mode]["high"] == 1


def test_what_it_changes_needs_no_reaction_of_others(decided):
    assert row(decided["votes"], toy.VOTE)["reactions"]["difference"] == 0


def test_those_who_vote_otherwise_are_named_with_what_moved_them(decided):
    roll = next(one for one in decided["rolls"]["direct"] if one["motion"][0] == "toy_question")
    assert roll["both"] == PAIRS
    voter = roll["voters"][0]
    assert voter["share"] == 1 and voter["change"] == ["for", "against"] and voter["reason"] == "word"
    assert roll["tally"][0][0] > roll["tally"][1][0]


@pytest.mark.parametrize("mode", twins.MODES)
def test_the_order_that_cannot_matter_changes_nothing(idle, mode):
    figures = [idle["leader"], *idle["aims"], *idle["posts"], *idle["votes"]]
    assert idle["votes"] and all(one[mode]["pairs"] == 0 for one in figures)
    assert all(not roll["voters"] and roll["with"] == roll["without"] == 0 for roll in idle["rolls"][mode])


def test_what_comes_by_a_reaction_is_told_from_what_comes_directly(tmp_path):
    """Nobody but the seat did anything in the kept game; whoever decides anew takes what the order laid open."""
    world = toy.scenario(tmp_path, toy.REACTION)
    kept = Kept.of(world, toy.save(world, others=False))
    fork = at_order(kept, toy.TURN, number_of(kept, "decide"))
    found = attribution.sums(attribution.run(fork, Course("free", "vozhd", 6), SETUP, PAIRS, 1))
    chair = row(found["posts"], toy.SEIZED)
    assert chair["direct"]["pairs"] == 0 and chair["anew"]["pairs"] == PAIRS
    assert chair["reactions"]["difference"] == 1 and chair["reactions"]["low"] > 0.5
    assert chair["values"]["anew"] == {"with": {"brekke": PAIRS}, "without": {"storvik": PAIRS}}
    treasurer = row(found["posts"], toy.POST)
    assert treasurer["direct"]["pairs"] == PAIRS and treasurer["reactions"]["difference"] == 0


def test_with_an_empty_change_all_twins_are_identical(kept):
    fork = at_order(kept, toy.TURN, number_of(kept, "decide"))
    same = replace(fork, instead=fork.given.order)
    for number in range(3):
        pair = twins.pair(same, COURSE, number)
        for mode in twins.MODES:
            one, other = pair[mode]["state"]
            assert one == other


def test_twins_share_their_luck_and_worlds_do_not(kept):
    fork = at_order(kept, toy.TURN, number_of(kept, "idle"))
    seeds = [twins.derived_seed(fork, number) for number in range(50)]
    assert len(set(seeds)) == 50 and all(0 <= seed < 2**63 for seed in seeds)
    assert seeds == [twins.derived_seed(fork, number) for number in range(50)]


def test_the_kept_game_is_what_twins_repeat(kept):
    """With the save's own luck and its own order, the direct world is the save."""
    fork = at_order(kept, toy.TURN, number_of(kept, "decide"))
    end = twins.Twin(fork, COURSE, fork.state.seed, False).play(fork.given.order)
    assert end.votes[toy.VOTE] and end.posts == twins.holders(kept.game.state)
    assert end.bands == twins.bands(kept.game.state)


def test_workers_in_other_processes_say_the_same(kept, decided):
    fork = at_order(kept, toy.TURN, number_of(kept, "decide"))
    assert attribution.sums(attribution.run(fork, COURSE, SETUP, PAIRS, 2)) == decided


def test_an_interruption_keeps_the_pairs_that_are_done(kept):
    def stop(done, of):
        if done == 2:
            raise KeyboardInterrupt

    fork = at_order(kept, toy.TURN, number_of(kept, "idle"))
    found = attribution.run(fork, COURSE, SETUP, PAIRS, 1, progress=stop)
    assert found.stopped and len(found.pairs) == 2
    assert attribution.sums(found)["stopped"]


def test_a_world_that_fails_is_named_and_left_out(kept, monkeypatch):
    def fail(fork, course, world):
        if world == 1:
            raise ZeroDivisionError("no luck")
        return whole(fork, course, world)

    whole = twins.pair
    monkeypatch.setattr(twins, "pair", fail)
    fork = at_order(kept, toy.TURN, number_of(kept, "idle"))
    found = attribution.run(fork, COURSE, SETUP, 3, 1)
    assert [one["world"] for one in found.failed] == [1] and len(found.pairs) == 2
    assert "no luck" in found.failed[0]["fault"]


def test_a_choice_is_compared_with_another_of_its_options(kept):
    step = next(one for one in kept.steps if one.order.kind == "choose")
    fork = at_hinge(kept, step.about, None)
    assert fork.instead is not None and fork.instead.get("option") != step.order.get("option")
    with pytest.raises(ForkError, match="no hinge"):
        at_hinge(kept, "atlantis", None)
    with pytest.raises(ForkError, match="no option"):
        at_hinge(kept, step.about, "atlantis")


def test_what_the_save_does_not_hold_is_refused_with_what_it_holds(kept):
    with pytest.raises(ForkError, match="turn 1 to 6"):
        at_order(kept, 9, 1)
    with pytest.raises(ForkError, match="orders 1 to"):
        at_order(kept, toy.TURN, 99)
    assert all(step.order.kind != DONE for step in kept.orders(toy.TURN))


def test_the_state_before_an_order_is_the_one_in_which_it_was_given(kept):
    from game import engine

    step = kept.orders(toy.TURN)[-1]
    state = kept.before(step)
    assert state.turn == toy.TURN and engine.why_not(state, step.order) is None


def test_the_report_says_the_figures_and_its_limit(world, decided):
    shown = {"save": "toy.game", **decided}
    lines, html = text(world, shown), page(world, json.loads(json.dumps(shown)))
    for words in ("Quist: show the page", "100 %", "what the model would do with the same luck"):
        assert words in lines and words in html
    assert "http" not in html.replace("http://www.w3.org", "")
