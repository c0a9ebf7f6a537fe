"""Broken facts of the record: each is refused with its place, what is wrong and what to do."""
# ruff: noqa: E501 - messages stand in one line, as they are shown

from __future__ import annotations

from pathlib import Path

import pytest
from small_world import Break

from game.scenario import load
from game.scenario.record_share import Share, compared, looked_up

#: Stands where the fault is told; taken out before the file is written.
HERE = "‸"
TENURES, FACTS = "record/tenures.yaml", "record/facts.yaml"
EDITOR = 'tenure.editor, kind: tenure, begins: "1908-02", data: {who: quist, office: capstan_editor, role: holder}, confidence: high, source: invented'
BASIN = 'tenure.old_basin, kind: tenure, begins: "1907-03", ends: "1912-01-20"'
STATUS = 'begins: "1912-01-20", text: "Tveit was sent to the coast.", data: {who: tveit, status: posted}'
LETTER = 'letter.read, kind: publication, begins: "1911-12-01", text: "The founder\'s letter was read to the branch delegates.", data: {document: founders_letter, state: delegations}'
CHOICE = 'choice.offer, kind: choice, begins: "1911-06-12", text: "Ravndal signed for a year.", weight: 300, data: {hinge: owners_offer, option: sign, decider: ravndal}'
PACT = 'pact.counting_house, kind: pact, begins: "1910-11", ends: "1912-03", text: "The office and the treasurer hold together.", data: {pact: counting_house, members: [ravndal, lunde]}'
DEATH = '- {id: death.moeller, kind: death, begins: "1911-10-14"'
VOTE = '- {id: vote.report.1911, kind: vote, begins: "1911-05-06"'
VOTE_DATA = 'data: {meeting: congress_1911, body: union_congress, motion: approve_report, key: "report@congress_1911", for: 41'
MEETING = '- {id: congress.1911, kind: meeting, begins: "1911-05-02", ends: "1911-05-06", text: "The Congress of 1911 met with 54 delegates.", data: {body: union_congress, meeting: congress_1911'
FIGURE = '- {id: members.1912, kind: figure, begins: "1912-01", text: "The Union counted 5,900 full members.", data: {name: full_members, value: 5900}, source: invented}'
GALES = "data: {event: autumn_gales, actors: []}"

#: File, text that is replaced, text that replaces it (with the place marked), message.
CASES = [
    # sources
    (TENURES, f"- {{id: {EDITOR}", f"- {HERE}{{id: {EDITOR.removesuffix(', source: invented')}", "this fact has no source; add source:, or mark: model"),
    (TENURES, f"- {{id: {EDITOR}", f'- {{id: {EDITOR.removesuffix("invented")}"{HERE}"', "this fact has no source; add source:, or mark: model"),
    (TENURES, EDITOR, f'{EDITOR.removesuffix("source: invented")}mark: speculation, source: "{HERE} "', "this fact has no source; add source:, or mark: model"),
    (TENURES, EDITOR, f'{EDITOR.removesuffix("invented")}"{HERE}[minutes]"', "there is no source 'minutes'; use a key of sources, or write the work out"),
    (TENURES, EDITOR, EDITOR.replace("confidence: high", f"confidence: {HERE}hgh"), "'hgh' is not possible here; did you mean 'high'? use high, medium, low"),
    # ids
    (TENURES, EDITOR, EDITOR.replace("who: quist", f"who: {HERE}quits"), "there is no person 'quits'; did you mean 'quist'? use the id of a person, or add it"),
    (TENURES, EDITOR, EDITOR.replace("capstan_editor", f"{HERE}capstan_edtor"), "there is no post or body 'capstan_edtor'; did you mean 'capstan_editor'? use the id of a post or body"),
    (TENURES, "- {id: tenure.auditor", f"- {{id: {HERE}tenure.editor", "the id 'tenure.editor' is already used at record/tenures.yaml:7; give one of them another id"),
    (FACTS, "{document: founders_letter, state", f"{{document: {HERE}founders_leter, state", "there is no document 'founders_leter'; did you mean 'founders_letter'? use the id of a document, or add it"),
    (FACTS, "status: posted", f"status: {HERE}banished", "'banished' is not possible here; use posted, abroad, exiled, expelled, deported, readmitted, recanted, ill"),
    (FACTS, "motion: approve_report, key", f"motion: {HERE}aprove_report, key", "there is no motion type 'aprove_report'; did you mean 'approve_report'? use the id of a motion type, or add it"),
    (FACTS, GALES, GALES.replace("autumn_gales", f"{HERE}autum_gales"), "there is no event or hinge 'autum_gales'; did you mean 'autumn_gales'? use the id of an event or hinge, or add it"),
    # dates
    (TENURES, EDITOR, EDITOR.replace('"1908-02"', f'"{HERE}1908-13"'), "there is no such day in the calendar; write \"YYYY\", \"YYYY-MM\" or \"YYYY-MM-DD\""),
    (TENURES, EDITOR, EDITOR.replace('"1908-02"', f"{HERE}1908"), "expected a quoted date; write \"YYYY\", \"YYYY-MM\" or \"YYYY-MM-DD\""),
    (TENURES, BASIN, BASIN.replace('"1912-01-20"', f'"{HERE}1906-01-20"'), "this fact ends before it begins; correct begins or ends"),
    (TENURES, EDITOR, EDITOR.replace('"1908-02"', f'"{HERE}1877-02"'), "quist was born on 1878-01-01; correct the date"),
    (TENURES, 'begins: "1889-09", ends: "1911-10-14", data: {who: moeller, office: presidium', f'begins: "{HERE}1911-11", data: {{who: moeller, office: presidium', "moeller died on 1911-10-14; correct the date"),
    (TENURES, 'ends: "1911-10-14", data: {who: moeller, office: presidium', f'ends: "{HERE}1912-10-14", data: {{who: moeller, office: presidium', "moeller died on 1911-10-14; end the tenure then"),
    (FACTS, STATUS, STATUS.replace('"1912-01-20"', f'"{HERE}1876"'), "tveit was born on 1877-01-01; correct the date"),
    (FACTS, STATUS, STATUS.replace('"1912-01-20"', f'"{HERE}1912-01-20"').replace("tveit", "moeller"), "moeller died on 1911-10-14; correct the date"),
    (FACTS, LETTER, LETTER.replace('"1911-12-01"', f'"{HERE}1911-12-01"').replace("state: delegations", "state: delegations, who: moeller"), "moeller died on 1911-10-14; correct the date"),
    (FACTS, LETTER, LETTER.replace('"1911-12-01"', f'"{HERE}1911-02-01"'), "founders_letter was written on 1911-03-02; correct one of the dates"),
    (FACTS, 'letter, kind: choice, begins: "1911-12-01"', f'letter, kind: choice, begins: "{HERE}1912-03-01"', "the hinge reading_the_letter is open from 1911-11-02 to 1911-12-20, in another turn; correct the date or the hinge"),
    (FACTS, CHOICE, CHOICE.replace('"1911-06-12"', f'"{HERE}1911-12-12"'), "the hinge owners_offer is open from 1911-06-05 to 1911-06-30, in another turn; correct the date or the hinge"),
    (FACTS, PACT, PACT.replace('begins: "1910-11"', 'begins: "1911-11"').replace("members: [ravndal, lunde]", f"members: [ravndal, lunde, {HERE}moeller]"), "moeller died on 1911-10-14; correct the date"),
    (FACTS, DEATH, DEATH.replace('"1911-10-14"', f'"{HERE}1911-10-13"'), "moeller died on 1911-10-14; make the two dates one"),
    (FACTS, FIGURE, FIGURE + '\n- {id: death.moeller.2, kind: death, begins: "1911-10-14", data: {who: ' + HERE + "moeller}, source: invented}", "moeller dies twice in the record; keep one of them"),
    (FACTS, VOTE, VOTE.replace('"1911-05-06"', f'"{HERE}1911-05-07"'), "congress_1911 sits from 1911-05-02 to 1911-05-06; correct the date or the meeting"),
    (FACTS, MEETING, MEETING.replace('"1911-05-02"', f'"{HERE}1911-04-02"'), "congress_1911 sits from 1911-05-02 to 1911-05-06; correct the date or the meeting"),
    # offices and posts
    (TENURES, EDITOR, EDITOR.replace("role: holder", f"role: {HERE}candidate"), "a post has no candidate member; write holder"),
    (TENURES, "office: presidium, role: candidate", f"office: presidium, role: {HERE}holder", "a body has no holder; write full or candidate"),
    (TENURES, "tenure.old_basin.2, kind: tenure, begins: \"1912-01-20\"", f"tenure.old_basin.2, kind: tenure, begins: \"{HERE}1912-01-19\"", "old_basin_secretary is held by tveit at this time (record/tenures.yaml:11); end the earlier tenure first"),
    (TENURES, 'tenure.president.2, kind: tenure, begins: "1912-03-22", data: {who: storvik, office: union_president, role: holder}, confidence: high', f'tenure.president.2, kind: tenure, begins: "{HERE}1911-10-01", data: {{who: storvik, office: union_president, role: holder}}, confidence: low', "union_president is held by moeller at this time (record/tenures.yaml:4); end the earlier tenure first"),
    (TENURES, 'council.viken, kind: tenure, begins: "1911-05-06", data: {who: viken', f'council.viken, kind: tenure, begins: "{HERE}1911-05-06", data: {{who: tveit', "tveit sits in delegate_council already by record/tenures.yaml:25; end the earlier tenure"),
    # votes, meetings, figures
    (FACTS, VOTE_DATA, VOTE_DATA.replace("for: 41", f"total: {HERE}40, for: 41"), "the votes add up to 54, more than 40; check the tally"),
    (FACTS, VOTE_DATA, VOTE_DATA.replace("body: union_congress", f"body: {HERE}delegate_council"), "congress_1911 is a meeting of union_congress; correct one of them"),
    (FACTS, "against: 9, abstain: 4, carried", f"against: 9, abstain: {HERE}-4, carried", "-4 is too small; the least is 0"),
    (FACTS, "option: read_out", f"option: {HERE}read_ot", "the hinge 'reading_the_letter' has no option 'read_ot'; did you mean 'read_out'? its options are read_out, print_it, lock_it"),
    (FACTS, FIGURE, FIGURE + "\n" + FIGURE.replace("members.1912", "members.1912.2").replace("name: full", f"name: {HERE}full").replace("5900}", "6000}"), "full_members of this day is given at record/facts.yaml:13; keep one"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "message"), CASES, ids=[f"{n} {c[3][:50]}" for n, c in enumerate(CASES)])
def test_a_broken_fact_is_told_with_its_place(
    broken: Break, folder: Path, file: str, old: str, new: str, message: str
) -> None:
    before, _, _ = (folder / file).read_text(encoding="utf-8").replace(old, new, 1).partition(HERE)
    place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    assert broken(file, old, new.replace(HERE, "")) == [f"{file}:{place}: {message}"]


def test_a_post_is_held_only_while_it_exists(broken: Break, folder: Path) -> None:
    old = "id: capstan_editor, "
    faults = broken("bodies.yaml", old, old + 'exists_from: "1909", exists_to: "1920", ')
    assert [fault.split(": ", 1)[1] for fault in faults] == [
        "capstan_editor exists to 1920-12-31; end the tenure then",
        "capstan_editor exists from 1909-01-01; correct the date",
    ]
    assert all(fault.startswith("record/tenures.yaml:7:") for fault in faults)


def test_a_fact_marked_as_the_models_needs_no_source(broken: Break) -> None:
    assert broken(FACTS, "value: 5900}, source: invented", "value: 5900}, mark: model") == []


def test_a_key_in_brackets_stands_for_a_work(broken: Break, folder: Path) -> None:
    with (folder / "scenario.yaml").open("a", encoding="utf-8") as file:
        file.write('\nsources:\n  minutes: "Minutes of the Union, 1906-12"\n')
    faults = broken(TENURES, EDITOR, EDITOR.replace("source: invented", 'source: "[minutes], page 12; invented"'))
    assert faults == []
    scenario = load(folder)
    citation = next(fact.citation for fact in scenario.record if fact.id == "tenure.editor")
    assert citation.source == "Minutes of the Union, 1906-12, page 12; invented"
    assert citation.looked_up
    assert scenario.sources == {"minutes": "Minutes of the Union, 1906-12"}
    assert looked_up(scenario) == Share(1, len(compared(scenario)))


def test_meetings_and_facts_outside_the_turns_are_not_compared(small) -> None:  # type: ignore[no-untyped-def]
    facts = {fact.id for fact in compared(small)}
    assert "congress.1911" not in facts
    assert {"vote.report.1911", "death.moeller", "tenure.editor"} <= facts
    assert looked_up(small).percent == 0
