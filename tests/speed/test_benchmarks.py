"""What is quick, timed by pytest-benchmark: ``python -m pytest tests/speed --benchmark-only``; else each is run once.

The calibrating loop stands among them, so that machines compare. Nothing here fails for being slow.
"""

from __future__ import annotations

import time

import pytest

from game import engine
from game.engine.digest import digest
from game.lab.table import restore
from game.saves import dump, parse
from game.scenario import find, load
from tests.speed.measure import Ground, calibrating, ground, planned, vote

pytest.importorskip("pytest_benchmark.plugin", reason="the extra test has pytest-benchmark")
pytestmark = pytest.mark.benchmark(timer=time.process_time, min_rounds=5, max_time=0.5, warmup=False)


@pytest.fixture(scope="module")
def at() -> Ground:
    """The ground of the large scenario, walked to once; every benchmark leaves it as it was."""
    return ground("succession-1923")


@pytest.fixture
def unchanged(at):
    """What is timed changes neither state."""
    before = digest(at.state), digest(at.hall)
    yield
    assert (digest(at.state), digest(at.hall)) == before


def test_calibrating_loop(benchmark):
    assert benchmark(calibrating) == sum(number & 7 for number in range(100_000))


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("seats", [1000, 1600, 10_000])
def test_vote_of_delegates(benchmark, at, seats):
    ballot = benchmark(vote(at.hall, at.motion, seats))
    assert ballot.votes_for + ballot.votes_against + ballot.abstained + ballot.absent == seats


@pytest.mark.usefixtures("unchanged")
def test_all_legal_orders_of_a_seat(benchmark, at):
    orders = benchmark(engine.legal_orders, at.state, at.who)
    assert orders and all(order.who == at.who for order in orders)


@pytest.mark.usefixtures("unchanged")
def test_view_of_a_seat(benchmark, at):
    seen = benchmark(engine.view, at.state, at.who)
    assert not (seen.state.clients == at.state.clients).all()  # other people's machines are seen in part


def test_digest(benchmark, at):
    assert benchmark(digest, at.state) == digest(at.state.copy())


@pytest.mark.usefixtures("unchanged")
def test_fork_of_a_state(benchmark, at):
    twin = benchmark(at.state.copy)
    assert digest(twin) == digest(at.state)
    twin.authority[:] = 0  # a copy of its own: ``unchanged`` looks after the other


def test_load_of_the_scenario(benchmark, at):
    again = benchmark.pedantic(load, (find("succession-1923"),), rounds=2)
    assert again.digest == at.world.digest


@pytest.mark.usefixtures("unchanged")
@pytest.mark.parametrize("strength", ["clerk", "secretary", "vozhd"])
def test_plan_of_a_turn(benchmark, at, strength):
    choices = benchmark(planned(at, strength))
    assert engine.why_not(at.state, choices[0][0]) is None


def test_a_whole_save_is_read_and_played_again(benchmark, rails_table):
    text, scenario = dump(rails_table.game), rails_table.game.scenario
    table = benchmark.pedantic(lambda: restore(scenario, parse(text, "a save")), rounds=2)
    assert digest(table.game.state) == digest(rails_table.game.state)
