"""Settings of a scenario that a game may change: which of its events come by date, by luck or never.

An event names the setting it belongs to (``settable``); the scenario's ``settings`` give each such
setting one of three words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from game.scenario.model import Scenario
from game.scenario.vocabulary import TIMINGS


def settable(scenario: Scenario) -> dict[str, str]:
    """Setting -> its word, for each setting that some event belongs to."""
    names = sorted({event.settable for event in scenario.events if event.settable})
    return {name: str(scenario.settings[name]) for name in names}


def with_settings(scenario: Scenario, chosen: Mapping[str, str]) -> Scenario:
    """The scenario with other words for some settings; ValueError says in one sentence what is wrong."""
    known = settable(scenario)
    for name, word in chosen.items():
        if name not in known:
            names = ", ".join(known) or "none"
            raise ValueError(f"there is no setting '{name}' here; those that can be set are {names}")
        if word not in TIMINGS:
            raise ValueError(f"{name} cannot be '{word}'; use {', '.join(TIMINGS)}")
    if all(known[name] == word for name, word in chosen.items()):
        return scenario
    return replace(scenario, settings={**scenario.settings, **chosen})
