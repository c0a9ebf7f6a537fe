"""The same seed and orders give the same digests whatever the process, hash seed, clock, locale or processor."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import date

import pytest
from games import played

from game.cli_debug import dispatched

#: Plays both scenarios and prints their digests turn by turn.
PROGRAM = """
import json
from dataclasses import replace
from datetime import date
from game.lab.table import Table
from game.saves import Setup
from game.scenario import find, load

def marks(name, **setup):
    table = Table.new(replace(load(find(name)), digest=""), Setup(**setup))
    table.advance()
    return [value for _, value in table.game.turn_marks.values()]

print(json.dumps([marks("harbour-union"), marks("succession-1923", rivals="rails", until=date(1924, 7, 31))]))
"""

def digests(folder, **changes):
    environment = {**os.environ, **changes}
    answer = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True, env=environment, cwd=folder
    )
    return json.loads(answer.stdout)


@pytest.fixture(scope="module")
def expected(harbour, succession):
    """Digests of this process; the digest of the scenario's files stands in every digest and is left out here."""
    games = (
        played(replace(harbour, digest="")),
        played(replace(succession, digest=""), rivals="rails", until=date(1924, 7, 31)),
    )
    return [[value for _, value in table.game.turn_marks.values()] for table in games]


@pytest.mark.parametrize(
    "changes",
    [
        {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati"},
        {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "America/St_Johns", "PYTHONUTF8": "0"},
        {"PYTHONOPTIMIZE": "2", "OMP_NUM_THREADS": "1", "PYTHONDEVMODE": "1"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8", "OMP_NUM_THREADS": "7", "OPENBLAS_NUM_THREADS": "7"},
    ],
    ids=["hash 0, east", "hash 1, west, C locale", "optimised, one thread", "Turkish locale, seven threads"],
)
def test_another_process_plays_the_same_games(expected, repo, changes):
    assert digests(repo, **changes) == expected


def test_a_plainer_processor_plays_the_same_games(expected, repo):
    features = dispatched()
    if not features:
        pytest.skip("this numpy uses no feature that can be switched off here")
    assert digests(repo, NPY_DISABLE_CPU_FEATURES=" ".join(features)) == expected


def test_a_game_played_between_does_not_disturb_another(harbour, harbour_table):
    from game.lab.table import Table
    from game.saves import Setup

    table = Table.new(harbour, Setup())
    while table.game.decision is not None and table.game.state.turn < 3:
        table.rival(table.game.decision)
    played(harbour, seed=2)
    table.advance()
    assert table.game.turn_marks == harbour_table.game.turn_marks


def test_looking_never_changes_what_will_happen(harbour, harbour_table):
    """Views, forecasts and legal orders are asked for at every decision, and nothing is drawn or moved."""
    from game.engine import forecast, legal_orders, order_status, outcome
    from game.engine.view import view
    from game.lab.table import Table
    from game.saves import Setup

    table = Table.new(harbour, Setup())
    game = table.game
    while (decision := game.decision) is not None:
        who = harbour.people[decision.who].id
        legal_orders(game.state, who)
        order_status(game.state, who)
        view(game.state, decision.who)
        for motion in game.state.agenda:
            forecast.vote(game.state, motion)
        outcome.score(game.state, decision.who)
        table.rival(decision)
    assert game.turn_marks == harbour_table.game.turn_marks
