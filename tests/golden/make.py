"""Golden games: whole games kept as text, so that a change of the rules shows as a difference to be read.

``python -m tests.golden.make`` writes them anew; read the difference before keeping it.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from game.lab.table import Table
from game.saves import Setup
from game.scenario import find, load

FOLDER = Path(__file__).parent
#: File -> scenario and setup.
GAMES: dict[str, tuple[str, Setup]] = {
    "harbour-union-free": ("harbour-union", Setup(seed=1, rivals="free")),
    "harbour-union-rails": ("harbour-union", Setup(seed=1, rivals="rails")),
    "succession-1923-rails": ("succession-1923", Setup(seed=1, rivals="rails")),
}


def path_of(name: str) -> Path:
    """The file of a golden game."""
    return FOLDER / f"{name}.game"


def played(name: str) -> Table:
    """Play a golden game now."""
    scenario, setup = GAMES[name]
    world = replace(load(find(scenario)), digest="")  # so that a corrected comma in the data is no difference
    table = Table.new(world, setup)
    table.advance()
    return table


def text_of(table: Table) -> str:
    """Setup, orders, digests and votes of a game, one line each."""
    game = table.game
    rows = [f"seed {game.setup.seed} rivals {game.setup.rivals} scenario {game.scenario.id}"]
    opened = {number: (turn, value) for turn, (number, value) in game.turn_marks.items()}
    for number, line in enumerate(game.lines):
        if number in opened:
            rows.append("= {} {}".format(*opened[number]))
        rows.append(f"> {line.order}")
    rows += ["= {} {}".format(*opened[number]) for number in sorted(opened) if number >= len(game.lines)]
    for ballot in game.state.ballots:
        word = "carried" if ballot.carried else "lost"
        body = game.scenario.bodies[ballot.body].id
        tally = f"{ballot.votes_for}-{ballot.votes_against}-{ballot.abstained}"
        rows.append(f"vote {ballot.day} {body} {ballot.type} {ballot.subject} {tally} {word}")
    return "\n".join(rows) + "\n"


def main() -> None:
    """Write every golden game."""
    for name in GAMES:
        path_of(name).write_text(text_of(played(name)), encoding="utf-8")
        print(path_of(name))


if __name__ == "__main__":
    main()
