"""Settings that events belong to can be changed for a game; nothing else can."""

from __future__ import annotations

import pytest
from small_world import Break

from game.scenario.model import Scenario
from game.scenario.play_settings import settable, with_settings


def test_the_settings_of_events_can_be_set(small: Scenario) -> None:
    assert settable(small) == {"deaths": "dated"}
    changed = with_settings(small, {"deaths": "never"})
    assert changed.settings["deaths"] == "never" and small.settings["deaths"] == "dated"
    assert changed.digest == small.digest and changed.events == small.events


def test_nothing_changed_is_the_same_scenario(small: Scenario) -> None:
    assert with_settings(small, {}) is small
    assert with_settings(small, {"deaths": "dated"}) is small


@pytest.mark.parametrize(
    ("name", "word", "message"),
    [
        ("weather", "never", "there is no setting 'weather' here; those that can be set are deaths"),
        ("election_motion", "never", "there is no setting 'election_motion' here; those that can be set are deaths"),
        ("deaths", "often", "deaths cannot be 'often'; use dated, seeded, never"),
    ],
)
def test_what_cannot_be_set_is_said(small: Scenario, name: str, word: str, message: str) -> None:
    with pytest.raises(ValueError, match=message):
        with_settings(small, {name: word})


def test_a_setting_without_its_word_is_a_fault(broken: Break) -> None:
    assert broken("scenario.yaml", "  deaths: dated\n", "") == [
        "events.yaml:3:164: settings do not say when deaths come; add deaths: dated, seeded, never"
    ]


def test_a_leeway_that_nothing_uses_is_a_warning(broken: Break) -> None:
    faults = broken("events.yaml", "settable: deaths, leeway: 60", "leeway: 60")
    assert faults == [
        "events.yaml:3:162: nothing moves this event; add settable:, or remove leeway (warning)"
    ]
