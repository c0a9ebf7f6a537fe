"""What an option or order would do names whom it touches."""

from __future__ import annotations

from game.engine.ledger import Term
from game.views.effect_words import effect_view
from game.views.parts import Scene
from tests.views.games import played, scenario


def test_an_effect_on_a_person_names_the_person() -> None:
    seat, other = (contender.person for contender in scenario().contenders[:2])
    at = Scene(played(seat, 1, seed=5), scenario().index["people"][seat])
    about = (("word1", seat), ("word2", other))
    for verb in ("opinion", "mantle", "authority", "health"):
        words = effect_view(at, Term(f"effect_{verb}", 40, about=about)).label
        assert scenario().people[scenario().index["people"][seat]].surname in words, (verb, words)
