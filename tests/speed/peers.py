"""``python -m tests.speed.peers``: the game beside its peers, in one run on one machine (extra ``peers``).

catanatron plays board games of chance and bargaining by random legal play, as this game can; mesa steps agents one by
one, as a vote of delegates could be counted. What is not installed is named and left out.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from game import engine
from game.engine.random_play import RandomPlayer
from game.scenario.model import Scenario
from tests.speed.measure import before_a_congress, best, calibrating, scenario, vote

#: Seconds of play for each figure.
PLAYED = 6
DELEGATES = 1_000


def per_second(play: Callable[[int], int]) -> tuple[float, float]:
    """Games and decisions a second; ``play`` plays one game of a seed and counts its decisions."""
    begin, games, decisions = time.perf_counter(), 0, 0
    while time.perf_counter() - begin < PLAYED:
        games, decisions = games + 1, decisions + play(games)
    spent = time.perf_counter() - begin
    return games / spent, decisions / spent


def own_game(world: Scenario) -> Callable[[int], int]:
    """A campaign of legal dice."""

    def play(seed: int) -> int:
        state, _ = engine.start(world, seed)
        player, decisions = RandomPlayer(seed), 0
        while decision := engine.to_act(state):
            engine.apply(state, player(state, decision))
            decisions += 1
        return decisions

    return play


def catanatron_game(seed: int) -> int:
    """A game of four random players."""
    from catanatron import Color, Game, RandomPlayer

    game = Game([RandomPlayer(color) for color in Color], seed=seed)
    game.play()
    return len(game.state.actions)


def mesa_vote() -> Callable[[], object]:
    """A vote of delegates who each compare an inclination with a draw."""
    import mesa

    class Delegate(mesa.Agent):
        def __init__(self, model: mesa.Model) -> None:
            super().__init__(model)
            self.inclination, self.ballot = model.random.random(), 0

        def vote(self) -> None:
            self.ballot = 1 if self.model.random.random() < self.inclination else -1

    model = mesa.Model()
    for _ in range(DELEGATES):
        Delegate(model)

    def act() -> int:
        model.agents.do("vote")
        return sum(agent.ballot for agent in model.agents)

    return act


def rows() -> Iterator[str]:
    """The figures, one a line."""
    for name in ("harbour-union", "succession-1923"):
        yield "| {} | {:,.1f} games/s | {:,.0f} decisions/s |".format(name, *per_second(own_game(scenario(name))))
    try:
        yield "| catanatron | {:,.1f} games/s | {:,.0f} decisions/s |".format(*per_second(catanatron_game))
    except ImportError:
        yield "| catanatron | not installed | |"
    hall, motion = before_a_congress(scenario("harbour-union"))
    own = best(vote(hall, motion, DELEGATES), 40)
    yield f"| vote of {DELEGATES:,} with its terms and records | {1e6 * own:,.0f} µs | |"
    try:
        yield f"| mesa: {DELEGATES:,} agents vote | {1e6 * best(mesa_vote(), 40):,.0f} µs | |"
    except ImportError:
        yield "| mesa | not installed | |"


def main() -> None:
    """Measure and print."""
    print(f"calibrating loop: {1000 * best(calibrating, 20):.2f} ms")
    for row in rows():
        print(row, flush=True)


if __name__ == "__main__":
    main()
