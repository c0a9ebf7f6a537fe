"""What an option or order would do names whom it touches."""

from __future__ import annotations

from game.engine.context import Context
from game.engine.ledger import Term
from game.lab.table import Table
from game.saves import Setup
from game.scenario.model import Effect
from game.views.effect_words import described, effect_view
from game.views.parts import Scene, scene
from tests.views.games import played, scenario


def test_an_effect_on_a_person_names_the_person() -> None:
    seat, other = (contender.person for contender in scenario().contenders[:2])
    at = Scene(played(seat, 1, seed=5), scenario().index["people"][seat])
    about = (("word1", seat), ("word2", other))
    for verb in ("opinion", "mantle", "authority", "health"):
        words = effect_view(at, Term(f"effect_{verb}", 40, about=about)).label
        assert scenario().people[scenario().index["people"][seat]].surname in words, (verb, words)


def test_an_understanding_that_would_be_formed_names_whom_it_binds(succession) -> None:
    """Its id may be that of a question too; the name told is its own."""
    at = scene(Table.new(succession, Setup(seed=1, humans=("rykov",))), "rykov")
    here = Context(at.seen, {})
    formed, broken = described(at, [Effect("pact", ("seven", "formed")), Effect("pact", ("seven", "broken"))], here)
    assert formed.label == "“the Seven” binds Stalin, Zinoviev, Kamenev, Bukharin, Rykov and Tomsky"
    assert broken.label == "“the Seven” is broken"
