"""The tutorial: following its hints, word for word, ends in a vote that is won."""

from __future__ import annotations

from game.engine import why_not
from game.engine.order import DONE, Order
from game.lab.table import Table
from game.scenario import available, find, load
from game.views import tutorial
from game.views.decision import answers
from game.views.parts import Scene

SCENARIO = "harbour-union"


def scene(table: Table) -> Scene:
    return Scene(table, table.game.scenario.index["people"][table.game.setup.humans[0]])


def followed() -> tuple[Table, list[str]]:
    """The tutorial played as its hints say, and the hints shown."""
    scenario = load(find(SCENARIO))
    setup = tutorial.lesson(scenario)
    assert setup is not None
    table, shown = Table.new(scenario, setup), []
    table.advance()
    while (decision := table.game.decision) is not None:
        at = scene(table)
        card, one = tutorial.hint(at), tutorial.now(at)
        if card is not None:
            shown.append(card.text)
        if one is not None and one.order:
            order = tutorial.order_of(at, one.order)
            assert why_not(table.game.state, order) is None, (one.text, why_not(table.game.state, order))
        elif decision.kind == "offer":
            order = answers(at, decision)[0].order
        else:
            order = Order.of(at.id, DONE)
        table.give(order)
        table.advance()
    return table, shown


def test_following_the_hints_wins_the_vote_they_lead_to() -> None:
    table, shown = followed()
    mine = [ballot for ballot in table.game.state.ballots if ballot.type == "censure"]
    assert [ballot.carried for ballot in mine] == [True]
    assert len(shown) == len(set(shown)) >= 8


def test_the_tutorial_ends_after_its_turns() -> None:
    table, _ = followed()
    setup = table.game.setup
    assert setup.until is not None
    assert table.game.state.turn - 1 == table.game.scenario.settings["tutorial"]["turns"]


def test_hints_are_shown_in_the_tutorial_only() -> None:
    scenario = load(find(SCENARIO))
    setup = tutorial.lesson(scenario)
    assert setup is not None
    ordinary = Table.new(scenario, type(setup)(seed=setup.seed, humans=setup.humans))
    ordinary.advance()
    assert tutorial.hint(scene(ordinary)) is None


def test_one_scenario_on_the_shelf_is_a_tutorial() -> None:
    assert [name for name in available() if tutorial.lesson(load(find(name)))] == [SCENARIO]
