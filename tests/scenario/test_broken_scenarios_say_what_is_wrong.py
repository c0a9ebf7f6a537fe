"""Broken scenarios: each fault is told as file:line:column, the nearest name, and what to do."""
# ruff: noqa: E501 - messages stand in one line, as they are shown

from __future__ import annotations

from pathlib import Path

import pytest
from small_world import Break

from game.scenario import ScenarioFaults, load
from game.scenario.loading import examine

#: Stands where the fault is told; taken out before the file is written.
HERE = "‸"

#: File, text that is replaced, text that replaces it (with the place marked), message.
CASES = [
    (
        "people.yaml",
        "authority: 700, oratory: 900",
        "authority: ‸1700, oratory: 900",
        "1700 is too large; the most is 1000",
    ),
    (
        "people.yaml",
        "authority: 700, oratory: 900",
        "authority: '‸700', oratory: 900",
        "expected a whole number, found the text '700'; write it without quotes or a point",
    ),
    (
        "people.yaml",
        "authority: 700, oratory: 900",
        "‸autority: 700, oratory: 900",
        "unknown key 'autority'; did you mean 'authority'? remove it or correct it",
    ),
    (
        "people.yaml",
        "- {id: quist, name: Maren Quist,",
        "- ‸{id: quist,",
        "name is missing; add name:",
    ),
    (
        "people.yaml",
        "patron: brekke, region",
        "patron: ‸breke, region",
        "there is no person 'breke'; did you mean 'brekke'? use the id of a person, or add it",
    ),
    (
        "people.yaml",
        "axes: {struggle: -700",
        "axes: {‸strugle: -700",
        "there is no axis 'strugle'; did you mean 'struggle'? the axes are struggle, order",
    ),
    (
        "people.yaml",
        'born: "1841"',
        "born: ‸1841",
        'expected a quoted date; write "YYYY", "YYYY-MM" or "YYYY-MM-DD"',
    ),
    (
        "people.yaml",
        'born: "1841"',
        'born: "‸1841-02-30"',
        'there is no such day in the calendar; write "YYYY", "YYYY-MM" or "YYYY-MM-DD"',
    ),
    (
        "people.yaml",
        "place: posted, role: branch secretary of the Ropewalk",
        "place: ‸postd, role: branch secretary of the Ropewalk",
        "'postd' is not possible here; did you mean 'posted'? use centre, posted, abroad",
    ),
    (
        "people.yaml",
        "female: true, axes: {struggle: 200",
        "female: ‸yes, axes: {struggle: 200",
        "the unquoted word yes means something else in YAML; did you mean 'true'? or put it in quotes",
    ),
    (
        "people.yaml",
        "patron: ravndal, region: north_quay",
        "patron: ‸dahlin, region: north_quay",
        "this patron chain runs in a circle; let it end in a leader or nobody",
    ),
    (
        "people.yaml",
        "feelings:\n",
        "‸feelngs:\n",
        "unknown key 'feelngs'; did you mean 'feelings'? remove it or correct it",
    ),
    (
        "blocs.yaml",
        "- person: lunde",
        "- person: ‸viken",
        "the contender viken leads no bloc; add a bloc with this leader",
    ),
    (
        "blocs.yaml",
        "holds(SELF, 'union_secretary') and regions",
        "holds(SELF, ‸'union_secretry') and regions",
        "there is no post 'union_secretry'; did you mean 'union_secretary'? use the id of a post",
    ),
    (
        "blocs.yaml",
        "points: 100, text",
        "‸point: 100, text",
        "unknown key 'point'; did you mean 'points'? remove it or correct it",
    ),
    (
        "blocs.yaml",
        "members: [ravndal, lunde]",
        "members: [ravndal, ‸tveit]",
        "tveit leads no bloc; a pact joins leaders of blocs",
    ),
    (
        "blocs.yaml",
        "exposure: 100",
        "severity: ‸1500",
        "1500 is not possible here; use a multiple of 1000",
    ),
    (
        "bodies.yaml",
        "kind: named, role: bureau",
        "kind: named, role: ‸buro",
        "'buro' is not possible here; did you mean 'bureau'? use bureau, committee, control, congress, conference, joint, office, council",
    ),
    (
        "bodies.yaml",
        "powers: [chair]",
        "powers: [‸chairs]",
        "'chairs' is not possible here; did you mean 'chair'? use appointments, agenda, circulation, press, discipline, surveillance, army, economy, government, international, unions, youth, region, schools, archive, chair",
    ),
    (
        "regions.yaml",
        "clients: {ravndal: 60, brekke: 620",
        "clients: ‸{ravndal: 500, brekke: 620",
        "clients add up to 1180, more than 1000; they are shares in thousandths",
    ),
    (
        "regions.yaml",
        "sentiment: {ravndal: -60",
        "sentiment: {‸dahlin: -60",
        "'dahlin' leads no bloc; the leaders are ravndal, brekke, quist, lunde",
    ),
    (
        "motions.yaml",
        "{mover} moves that {body} censure {subject}",
        "‸{mover} moves that {body} censure {target}",
        "{target} cannot be filled; use {subject}, {mover}, {body}",
    ),
    (
        "motions.yaml",
        "document SUBJECT delegations",
        "document SUBJECT ‸delegation",
        "'delegation' is not possible here; did you mean 'delegations'? write known or leaked or delegations or press or abroad or suppressed",
    ),
    (
        "motions.yaml",
        '"severity SUBJECT warned", "authority SUBJECT -40"',
        '"severity SUBJECT ‸warnd", "authority SUBJECT -40"',
        "'warnd' is not possible here; did you mean 'warned'? write tolerated or warned or condemned or banned or up or down",
    ),
    (
        "calendar.yaml",
        'closes: "1911-07-13"',
        'closes: "‸1911-07-11"',
        "this meeting closes before it opens; correct opens or closes",
    ),
    (
        "calendar.yaml",
        'union_congress\n  name: The Congress of 1912\n  opens: "1912-03-18"\n  closes: "1912-03-22"\n  seats: 60',
        '‸union_congress\n  name: The Congress of 1912\n  opens: "1912-03-18"\n  closes: "1912-03-22"\n  seats: 0',
        "this assembly has no delegates; add seats:",
    ),
    (
        "calendar.yaml",
        "subject: brekke, if",
        "subject: ‸breke, if",
        "there is no person 'breke'; did you mean 'brekke'? condemn is about a person",
    ),
    (
        "calendar.yaml",
        "motion: condemn,",
        "motion: ‸censure,",
        "censure cannot be moved in union_congress; it belongs in presidium, delegate_council, full_session",
    ),
    (
        "orders.yaml",
        "grievance REGION +small",
        "grievance ‸TARGET +small",
        "TARGET means nothing here; use REGION or an id",
    ),
    (
        "orders.yaml",
        "chance: 250",
        "chance: ‸2500",
        "chance must be a whole number from 0 to 1000; 250 is one in four",
    ),
    (
        "orders.yaml",
        '- {name: target, kind: person, if: "contender(TARGET) and acts(TARGET)"}\n  - {name: term',
        '- {name: target, kind: ‸post, if: "contender(TARGET) and acts(TARGET)"}\n  - {name: term',
        "a slot called target cannot be of kind post; write person",
    ),
    (
        "orders.yaml",
        "if: \"power(SELF, 'archive') or",
        "if: \"power(‸TARGET, 'archive') or",
        "TARGET means nothing here; use SELF",
    ),
    (
        "orders.yaml",
        "opinion TARGET>SELF +120",
        "‸opinion TARGET SELF +120",
        "opinion does not take 3 arguments; write opinion <person>><person> <size>",
    ),
    (
        "documents.yaml",
        "names: [ravndal, brekke",
        "names: [ravndal, ‸breke",
        "there is no person 'breke'; did you mean 'brekke'? use the id of a person, or add it",
    ),
    (
        "documents.yaml",
        "pole: bargain",
        "pole: ‸bargin",
        "'bargin' is no pole of struggle; did you mean 'bargain'? write strike or bargain",
    ),
    (
        "hinges.yaml",
        "  - {id: lock_it",
        "  - {id: ‸read_out",
        "the option read_out is given twice; rename one",
    ),
    (
        "hinges.yaml",
        "decider: 1",
        "decider: ‸2",
        "there is no group 2 of deciders; groups count from 0",
    ),
    (
        "hinges.yaml",
        "{who: [\"'quist'\", \"holder('union_treasurer')\"], needed: 1",
        "‸{who: [\"'quist'\", \"holder('union_treasurer')\"], needed: 3",
        "3 must agree, but 2 are asked; lower needed or ask more",
    ),
    (
        "hinges.yaml",
        'needs:\n  - {if: "not alive(\'moeller\')", else: "Moeller is alive."}',
        "needs:\n  - ‸{if: \"not alive('moeller')\"}",
        "else is missing; add else:",
    ),
    (
        "events.yaml",
        "kind: chance, opens",
        "kind: ‸random, opens",
        "'random' is not possible here; use fixed, shifted, chance",
    ),
    (
        "events.yaml",
        "fact: death.moeller",
        "fact: ‸death.moller",
        "there is no fact 'death.moller'; did you mean 'death.moeller'? use the id of a fact, or add it",
    ),
    (
        "record/tenures.yaml",
        '- {id: tenure.president.2, kind: tenure, begins: "1912-03-22"',
        '- {id: tenure.president.2, kind: tenure, begins: "‸1911-10-01"',
        "union_president is held by moeller at this time (record/tenures.yaml:4); end the earlier tenure first",
    ),
    (
        "record/tenures.yaml",
        'ends: "1911-10-14", data: {who: moeller, office: union_president',
        'ends: "‸1911-12", data: {who: moeller, office: union_president',
        "moeller died on 1911-10-14; end the tenure then",
    ),
    (
        "record/tenures.yaml",
        "office: capstan_editor, role: holder",
        "office: capstan_editor, role: ‸full",
        "a post has no full member; write holder",
    ),
    (
        "record/tenures.yaml",
        '{id: tenure.secretary, kind: tenure, begins: "1906-04", data: {who: ravndal, office: union_secretary, role: holder}, confidence: high, source: invented',
        '‸{id: tenure.secretary, kind: tenure, begins: "1906-04", data: {who: ravndal, office: union_secretary, role: holder}, confidence: high',
        "this fact has no source; add source:, or mark: model",
    ),
    (
        "record/facts.yaml",
        "for: 41, against: 9, abstain: 4, carried",
        "for: 41, against: 9, abstain: 4, total: ‸50, carried",
        "the votes add up to 54, more than 50; check the tally",
    ),
    (
        "record/facts.yaml",
        "option: sign",
        "option: ‸signed",
        "the hinge 'owners_offer' has no option 'signed'; did you mean 'sign'? its options are sign, ask_branches, walk_out, stand_by",
    ),
    (
        "record/facts.yaml",
        '{id: death.moeller, kind: death, begins: "1911-10-14"',
        '{id: death.moeller, kind: death, begins: "‸1911-10-15"',
        "moeller died on 1911-10-14; make the two dates one",
    ),
    (
        "record/facts.yaml",
        "kind: figure",
        "kind: ‸number",
        "'number' is not possible here; use tenure, vote, meeting, pact, status, death, publication, choice, figure, happening",
    ),
    (
        "record/facts.yaml",
        "data: {document: founders_letter, state: delegations}",
        "data: {‸documnt: founders_letter}",
        "unknown key 'documnt'; did you mean 'document'? remove it or correct it",
    ),
    (
        "history.yaml",
        "order: speak, args: {region: old_basin}",
        "order: speak, args: {‸regio: old_basin}",
        "speak has no blank 'regio'; did you mean 'region'? its blanks are region",
    ),
    (
        "history.yaml",
        "turn: 5",
        "turn: ‸50",
        "there are only 6 turns; correct the turn",
    ),
    (
        "history.yaml",
        "order: read_ledgers",
        "order: ‸read_ledger",
        "there is no order 'read_ledger'; did you mean 'read_ledgers'? use an order or a native act",
    ),
    (
        "scenario.yaml",
        "turns: 6",
        "turns: ‸six",
        "expected a whole number, found the text 'six'; write it without quotes or a point",
    ),
    (
        "scenario.yaml",
        "place: Port Varrow",
        "place: Port Varrow\n‸place: Elsewhere",
        "the key 'place' is already used in line 7; keep one of them",
    ),
    (
        "scenario.yaml",
        "last_turn: 6",
        "last_turn: ‸9",
        "turns 4 to 9 do not lie inside 1 to 6; correct the turns",
    ),
    (
        "scenario.yaml",
        'version: "1"',
        "version: ‸1.0",
        "the unquoted value 1.0 means something else in YAML; put it in quotes if it is text; numbers are whole, without leading zeros",
    ),
    (
        "scenario.yaml",
        "start: 500, rest: 450",
        "start: ‸0500, rest: 450",
        "the unquoted value 0500 means something else in YAML; put it in quotes if it is text; numbers are whole, without leading zeros",
    ),
    (
        "scenario.yaml",
        "title: The Harbour Union",
        "title: ‸&t The Harbour Union",
        "the anchor &t is not allowed; write the value out",
    ),
    (
        "scenario.yaml",
        "title: The Harbour Union",
        "title: ‸!!str The Harbour Union",
        "the tag tag:yaml.org,2002:str is not allowed; remove it",
    ),
    (
        "scenario.yaml",
        "- {id: hope, name: Hope on the quays, start: 500, rest: 450, drift: 100",
        "- {id: hope, name: [Hope on the quays, start: 500, rest: 450, drift: 100‸",
        "this is not YAML: did not find expected ',' or ']'; check quotes, indentation and brackets; a text with , : # or ' in it stands in double quotes",
    ),
]


@pytest.mark.parametrize(("file", "old", "new", "message"), CASES, ids=[case[3][:60] for case in CASES])
def test_one_fault_gives_one_exact_message(
    broken: Break, folder: Path, file: str, old: str, new: str, message: str
) -> None:
    before, _, _ = (folder / file).read_text(encoding="utf-8").replace(old, new, 1).partition(HERE)
    place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    assert broken(file, old, new.replace(HERE, "")) == [f"{file}:{place}: {message}"]


def test_all_faults_are_told_at_once_in_order_of_place(broken: Break, folder: Path) -> None:
    with (folder / "events.yaml").open("a", encoding="utf-8") as file:
        file.write('- {id: Fog, name: Fog, kind: fixed, opens: "1911-13", closes: "1911-10", effects: [fog all]}\n')
    line = (folder / "events.yaml").read_text(encoding="utf-8").count("\n")
    faults = broken("people.yaml", "patron: brekke", "patron: breke")
    assert [fault.split(";")[0] for fault in faults[:2]] == [
        f"events.yaml:{line}:8: 'Fog' cannot be an id",
        f"events.yaml:{line}:45: there is no such day in the calendar",
    ]
    assert len(faults) == 3 and "there is no person 'breke'" in faults[2]


def test_a_misnamed_id_is_told_wherever_it_is_missed(broken: Break) -> None:
    faults = broken("people.yaml", "- {id: viken,", "- {id: wiken,")
    assert [fault.split(":")[0] for fault in faults] == ["blocs.yaml", "history.yaml"] + ["record/tenures.yaml"] * 3
    assert all("there is no person 'viken'; did you mean 'wiken'?" in fault for fault in faults)


def test_doubtful_members_beyond_the_seats_are_only_a_warning(broken: Break, folder: Path) -> None:
    path = folder / "record" / "tenures.yaml"
    text = path.read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "presidium.quist" in line)
    path.write_text(text.replace(line, line.replace("confidence: high", "confidence: low")), encoding="utf-8")
    faults = broken("bodies.yaml", "full_seats: 5", "full_seats: 4")
    assert len(faults) == 1 and faults[0].endswith("(warning)")


def test_load_raises_with_every_fault_and_a_path_that_can_be_opened(broken: Break, folder: Path) -> None:
    broken("history.yaml", "turn: 5", "turn: 50")
    with pytest.raises(ScenarioFaults) as caught:
        load(folder)
    assert str(caught.value).startswith(f"{folder}/history.yaml:")
    assert [(fault.file, fault.what) for fault in caught.value.faults] == [("history.yaml", "there are only 6 turns")]


def test_no_folder_and_no_head_file(tmp_path: Path) -> None:
    for folder, what in ((tmp_path / "nowhere", "folder"), (tmp_path, "file")):
        faults = [str(fault) for fault in examine(folder)[1]]
        assert faults == [f"scenario.yaml:1:1: there is no such {what}; a scenario is a folder with a scenario.yaml"]
