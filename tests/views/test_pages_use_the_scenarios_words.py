"""What the window and the text mode say of organisations and doctrine is in the scenario's own words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.lab.table import Table
from game.saves import Setup
from game.scenario import find, load
from game.text import pages
from game.views.codex import head_of
from game.views.codex_things import region_entry
from game.views.doctrine import doctrine_view
from game.views.organisations import organisations_view
from game.views.parts import Scene, scene
from game.views.standing import loop

#: Words of another world than that of the Republic's Councils.
FOREIGN = ("secretar", "congress", "member", "theses", "thesis")


def scene_of(name: str, labels: dict[str, str] | None = None) -> Scene:
    scenario = load(find(name))
    scenario = scenario if labels is None else replace(scenario, labels=labels)
    return scene(Table.new(scenario, Setup(seed=1, humans=(scenario.contenders[0].person,))))


@pytest.fixture(scope="module")
def at() -> Scene:
    return scene_of("directory-1795")


def test_organisations_and_doctrine_have_no_word_of_another_world(at: Scene) -> None:
    view = organisations_view(at)
    said = " ".join([*pages.organisations(view).lines, *pages.doctrine(doctrine_view(at)).lines]).lower()
    assert [word for word in FOREIGN if word in said] == []
    for word in ("commissioner", "at the next electoral assemblies", "the voters lean to", "formulas"):
        assert word in said


def test_the_circle_and_the_codex_have_none_either(at: Scene) -> None:
    steps = loop(at)
    said = [word for step in steps if step.figure for word in (step.label, step.figure.label, step.figure.sum_label)]
    entry = region_entry(at, 0)
    said += [section.title for section in entry.sections]
    said += [head_of(at.scenario, kind) for kind in ("thesis", "post")]
    assert [text for text in said if any(word in text.lower() for word in FOREIGN)] == []
    assert "Formulas" in said and "Offices" in said


def test_without_labels_the_windows_own_words_stand() -> None:
    at = scene_of("harbour-union", {})
    view = organisations_view(at)
    said = " ".join([*pages.organisations(view).lines, *pages.doctrine(doctrine_view(at)).lines])
    for words in ("at the next congress", "The members lean to", "Theses", "Mood of the members"):
        assert words.lower() in said.lower()
    assert head_of(at.scenario, "thesis") == "Theses"
