"""Thousands of random legal games of every scenario keep every law, saved and loaded at every turn among them.

A share of them is played always, all of them with ``--long``.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from conformance.test_random_play import FOLDERS, STRIDE, check, ghost

from game.engine import apply, start, to_act
from game.engine.digest import digest
from game.engine.random_play import RandomPlayer
from game.saves import Game, Setup, dump, follow, parse
from game.scenario import load

#: Games in all with ``--long``, spread over the scenarios by their length; always played is one in so many.
GAMES, LOADED, SHARE = 2000, 200, 200


@pytest.fixture(scope="module")
def long(request):
    return request.config.getoption("--long")


@cache
def loaded(folder: Path):
    return load(folder)


def spread(games: int, power: int) -> list[tuple[Path, int]]:
    """So many games over all scenarios: the more turns a scenario has, to this power, the fewer of its games."""
    weights = {folder: 10**9 // loaded(folder).turns ** power for folder in FOLDERS}
    whole = sum(weights.values())
    counts = {folder: max(1, games * weight // whole) for folder, weight in weights.items()}
    shortest = max(counts, key=lambda folder: counts[folder])
    counts[shortest] += games - sum(counts.values())
    return list(counts.items())


def test_the_games_are_spread_over_every_scenario():
    parts = spread(GAMES, 1)
    assert [folder for folder, _ in parts] == FOLDERS
    assert sum(count for _, count in parts) == GAMES and all(count > 10 for _, count in parts)


def play(scenario, seed):
    """A whole game; its laws are looked after every few decisions and in every record."""
    state, records = start(scenario, seed)
    player, decisions, ghosts = RandomPlayer(seed), 0, []
    while decision := to_act(state):
        order = player(state, decision)
        before = state.copy() if decisions % STRIDE == 0 else None
        fresh = apply(state, order)
        if before is not None:
            check(state)
            ghosts += [one for record in fresh for one in ghost(before, state, record)]
        records += fresh
        decisions += 1
    assert ghosts == []
    assert (state.phase, state.turn, records[-1].kind) == ("over", scenario.turns, "outcome")
    assert [record.number for record in records] == list(range(len(records)))
    for ballot in state.ballots:
        assert min(ballot.votes_for, ballot.votes_against, ballot.abstained, ballot.absent) >= 0
        assert len(ballot.voters) == len(set(ballot.voters)) == len(ballot.ballots)


def test_random_games_keep_every_law(long):
    for folder, count in spread(GAMES, 1):
        scenario = loaded(folder)
        for seed in range(1000, 1000 + (count if long else max(1, count // SHARE))):
            play(scenario, seed)


def test_a_game_saved_and_loaded_at_every_turn_is_the_game_that_never_was(long):
    for folder, count in spread(LOADED, 2):
        if loaded(folder).turns > 10 and not long:
            continue  # its games are long, and each turn plays all turns before it again
        scenario = loaded(folder)
        for seed in range(2000, 2000 + (count if long else max(1, count // SHARE))):
            save_and_load(scenario, seed)


def save_and_load(scenario, seed):
    """Two games by the same dice; one goes on from its own save whenever a turn opens."""
    one, other = (Game.start(scenario, Setup(seed=seed)) for _ in range(2))
    player, twin = RandomPlayer(seed), RandomPlayer(seed)
    while (decision := one.decision) is not None:
        turn = one.state.turn
        one.give(player(one.state, decision))
        other.give(twin(other.state, other.decision))
        if other.state.turn != turn:
            saved = parse(dump(other), "a save")
            other = Game.start(scenario, saved.setup, saved.origin)
            follow(other, saved.course)
            assert digest(other.state) == digest(one.state)
    assert other.turn_marks == one.turn_marks and other.records == one.records
