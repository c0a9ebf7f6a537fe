"""Each lint is told as file:line:column, what is odd, and what to do; two of them are faults."""
# ruff: noqa: E501 - messages stand in one line, as they are shown

from __future__ import annotations

from pathlib import Path

import pytest
from small_world import Break

#: Stands where the lint is told; taken out before the file is written.
HERE = "‸"

#: What is tested, file, text that is replaced, text that replaces it (with the place marked), message.
CASES = [
    ("an event that cannot be reached", "events.yaml",
     'opens: "1911-07-01", closes: "1912-02-28"', 'opens: "‸1913-07-01", closes: "1913-08-28"',
     "this lies outside the scenario; it runs from 1911-05-01 to 1912-04-30 (warning)"),
    ("a hinge that cannot be reached", "hinges.yaml",
     'opens: "1911-06-05"\n  closes: "1911-06-30"', 'opens: "‸1910-06-05"\n  closes: "1910-06-30"',
     "this lies outside the scenario; it runs from 1911-05-01 to 1912-04-30 (warning)"),
    ("a hinge without history's choice", "hinges.yaml",
     'options:\n  - {id: read_out, label: Have it read to the delegates, effects: ["document founders_letter delegations"], historical: true,',
     'options:\n  ‸- {id: read_out, label: Have it read to the delegates, effects: ["document founders_letter delegations"],',
     "no option is history's; add historical: true to one (warning)"),
    ("an id nobody uses", "motions.yaml",
     "- {id: fill_post,", "- {id: ‸adjourn, name: A, sentence: A, subject: none}\n- {id: fill_post,",
     "nothing names adjourn; use it, or leave it out (warning)"),
    ("an understanding nobody makes", "blocs.yaml",
     "- {id: old_cell,", "- {id: ‸cards, name: Cards, members: [brekke, lunde], source: invented}\n- {id: old_cell,",
     "nothing names cards; use it, or leave it out (warning)"),
    ("somebody who acts after his death", "events.yaml",
     'opens: "1911-10-01", closes: "1911-10-31", cast: [brekke]', 'opens: "1911-11-01", closes: "1911-11-30", cast: [‸moeller]',
     "moeller died on 1911-10-14; name somebody who lives then (warning)"),
    ("somebody who acts before his birth", "events.yaml",
     'cast: [brekke], effects: ["quantity trade -medium"', 'cast: [‸young], effects: ["quantity trade -medium"',
     "young was born on 1912-01-01; name somebody who lives then (warning)"),
    ("somebody who acts without the office", "history.yaml",
     "{turn: 1, who: ravndal, order: place_people", "{turn: 1, who: quist, order: ‸place_people",
     "quist holds no office in turn 1 with the power appointments; correct the deed, or the tenure (warning)"),
    ("a condition that can never hold", "hinges.yaml",
     "{if: \"quantity('strike_fund') >= 200\"", "{if: \"‸quantity('strike_fund') >= 1200\"",
     "this can never hold: quantity('strike_fund') >= 1200; correct the number (warning)"),
    ("a text that is missing", "hinges.yaml",
     "- id: owners_offer\n  name: The shipowners' offer", "- id: ‸owners_offer\n  name: The shipowners' offer",
     "question is missing: players read it; add question: (warning)"),
    ("an understanding with one member", "blocs.yaml",
     "members: [brekke, quist]", "members: ‸[brekke]",
     "there is too little here; at least 2 needed"),
]  # fmt: skip


@pytest.mark.parametrize(("what", "file", "old", "new", "message"), CASES, ids=[case[0] for case in CASES])
def test_a_lint_tells_its_place(broken: Break, folder: Path, what: str, file: str, old: str, new: str, message: str):
    if "birth" in what:
        _add(folder / "people.yaml", '- {id: young, name: A Child, born: "1912-01-01"}\n', before="feelings:")
    if "missing" in what:
        text = (folder / file).read_text(encoding="utf-8")
        (folder / file).write_text(text.replace('  question: "Who signs for the port?"\n', "", 1), encoding="utf-8")
    text = (folder / file).read_text(encoding="utf-8").replace(old, new, 1)
    line = text[: text.index(HERE)].count("\n") + 1
    column = text.split("\n")[line - 1].index(HERE) + 1
    told = broken(file, old, new.replace(HERE, ""))  # what follows from it may be told as well
    assert f"{file}:{line}:{column}: {message}" in told


def _add(path: Path, line: str, before: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(before, line + before, 1), encoding="utf-8")
