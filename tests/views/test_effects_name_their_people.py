"""What an option or order would do names whom it touches."""

from __future__ import annotations

import re

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


def test_an_understanding_that_would_be_formed_names_whom_it_is_proposed_to_with_their_chances(succession) -> None:
    """Its id may be that of a question too; the name told is its own."""
    at = scene(Table.new(succession, Setup(seed=1, humans=("rykov",))), "rykov")
    here = Context(at.seen, {"SELF": at.who})
    formed, broken = described(at, [Effect("pact", ("seven", "formed")), Effect("pact", ("seven", "broken"))], here)
    shown = re.sub(r"\(\d+ in 100\)", "(n)", formed.label)
    assert shown == "“the Seven” is proposed to Stalin (n), Zinoviev (n), Kamenev (n), Bukharin (n) and Tomsky (n)"
    assert broken.label == "“the Seven” is broken"
    on_rails = scene(Table.new(succession, Setup(seed=1, rivals="rails", humans=("rykov",))), "rykov")
    bound = described(on_rails, [Effect("pact", ("seven", "formed"))], Context(on_rails.seen, {}))[0]
    assert bound.label == "“the Seven” binds Stalin, Zinoviev, Kamenev, Bukharin, Rykov and Tomsky"


def test_where_another_decides_he_asks_and_the_reader_is_among_those_who_are_asked(succession) -> None:
    at = scene(Table.new(succession, Setup(seed=1, humans=("rykov",))), "rykov")
    other = Context(at.seen, {"SELF": succession.index["people"]["zinoviev"]})
    told = described(at, [Effect("pact", ("seven", "formed"))], other)[0].label
    shown = re.sub(r"\(\d+ in 100\)", "(n)", told)
    assert shown == "“the Seven” is proposed to Stalin (n), Kamenev (n), Bukharin (n), Tomsky (n) and you"
