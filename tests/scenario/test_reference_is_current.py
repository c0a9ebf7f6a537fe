"""The authoring guide carries the vocabulary as it is, and what it shows can be written."""

from __future__ import annotations

from pathlib import Path

import pytest
from small_world import SMALL

from game.scenario import check, reference, vocabulary
from game.scenario.places import scenarios_dir


def test_the_guide_holds_the_generated_reference() -> None:
    text = (scenarios_dir() / "README.md").read_text(encoding="utf-8")
    assert reference.replaced(text) == text, "run python -m game.scenario.reference scenarios/README.md"


def test_the_reference_names_every_function_verb_and_symbol() -> None:
    text = reference.reference()
    for name in (*vocabulary.FUNCTIONS, *vocabulary.SYMBOLS, *vocabulary.POWERS):
        assert f"`{name}" in text
    for verb in vocabulary.VERBS:
        assert f"`{verb}`" in text or f"`{verb} " in text


def test_a_guide_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="marks"):
        reference.replaced("nothing here")


def test_check_prints_faults_and_says_so_in_its_status(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert check.main([str(folder)]) == 0
    assert capsys.readouterr().out == f"{folder}: ok\n"
    path = folder / "scenario.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("turns: 6", "turns: 0"), encoding="utf-8")
    assert check.main([str(folder)]) == 2
    assert capsys.readouterr().out.startswith(f"{folder}/scenario.yaml:10:8: 0 is too small; the least is 1\n")
    assert check.main([]) == 2


def test_the_small_scenario_says_it_is_invented() -> None:
    assert "invented" in (scenarios_dir() / SMALL / "scenario.yaml").read_text(encoding="utf-8").splitlines()[0]
