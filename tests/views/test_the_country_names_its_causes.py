"""Grain, goods and unity: the terms sum, each change is named by what brought it about, and the drift is told."""

from __future__ import annotations

from game.scenario.model import Quantity
from game.views.country import LISTED, country, quantity_figure, quantity_words
from game.views.parts import Scene, day_text
from tests.views.games import faults, scenario, steps

SEAT = scenario().contenders[0].person


def at() -> Scene:
    return Scene(list(steps(SEAT))[-1], scenario().index["people"][SEAT])


def test_a_quantity_is_its_opening_its_causes_and_its_drift() -> None:
    scene = at()
    moved = 0
    for place, data in enumerate(scenario().quantities):
        figure = quantity_figure(scene, place)
        assert faults(figure) == [] and figure.total == int(scene.seen.quantities[place])
        changes = [r for r in scene.table.game.records if r.kind == "quantity" and data.id in r.about]
        records = [record for record in changes if record.data.get("amount")]
        labels = [term.label for term in figure.terms]
        for record in records[-LISTED:]:
            moved += 1
            assert any(label.endswith(day_text(record.day)) for label in labels)
            assert not any(label.startswith("Acts and events,") for label in labels)
    assert moved


def test_the_drift_is_told_with_its_way_and_its_step() -> None:
    grain = Quantity("grain", "Grain", 500, 460, 120)
    assert quantity_words(grain, 500) == "50.0 of 100. Left alone it goes down to 46.0, by about 0.4 this turn."
    assert quantity_words(grain, 307) == "30.7 of 100. Left alone it goes up to 46.0, by about 1.8 this turn."
    assert quantity_words(grain, 460) == "46.0 of 100."


def test_the_country_lists_every_quantity_and_the_greatest_grievances() -> None:
    scene = at()
    found = [figure for figure, _ in country(scene)]
    assert [one.label for one in found[: len(scenario().quantities)]] == [one.name for one in scenario().quantities]
    angry = [one.total for one in found[len(scenario().quantities) :]]
    assert angry == sorted(angry, reverse=True) and angry[0] == int(scene.seen.grievance.max())
