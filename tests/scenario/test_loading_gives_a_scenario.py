"""Loading: what comes out, where scenarios are found, the digest, and how long it takes."""

from __future__ import annotations

import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from small_world import SMALL

from game.scenario import available, find, load
from game.scenario.model import Citation, Effect, Scenario
from game.scenario.places import assets_dir, scenarios_dir


def test_positions_are_the_index(small: Scenario) -> None:
    for field, index in small.index.items():
        ids = [item.id for item in getattr(small, field)]
        assert ids == list(index) and list(index.values()) == list(range(len(ids)))


def test_short_forms_become_fields(small: Scenario) -> None:
    brekke = small.people[1]
    assert (brekke.given, brekke.surname, brekke.axes, brekke.born) == (
        "Otto",
        "Brekke",
        (-700, -400),
        date(1874, 1, 1),
    )
    assert brekke.citation == Citation(source="invented")
    region = small.regions[0]
    assert region.clients == (450, 60, 40, 80, 370) and sum(region.clients) == 1000
    assert region.sentiment == (120, 150, 80, 60)
    congress = small.meetings[small.index["meetings"]["congress_1912"]]
    assert congress.sizes == {"delegate_council": (11, 3), "audit_board": (5, 0)}
    assert congress.agenda[0].test is None and congress.agenda[1].test is not None
    assert [need.reason for need in small.orders[0].needs] == ["You do not hold appointments."]
    assert small.sizes == {"small": 40, "medium": 100, "large": 215}


def test_branches_of_effects(small: Scenario) -> None:
    order = small.orders[small.index["orders"]["win_over"]]
    chance = order.effects[1]
    assert (chance.verb, chance.chance, chance.test) == ("chance", 250, None)
    assert chance.then == (Effect("patron", ("TARGET", "to", "SELF"), text="patron TARGET to SELF"),)
    assert [effect.verb for effect in chance.otherwise] == ["debt"]
    guarded = small.orders[0].effects[1]
    assert guarded.test is not None and guarded.chance is None


def test_groups_of_deciders_and_choices(small: Scenario) -> None:
    offer = small.hinges[0]
    assert [[decider.text for decider in group] for group in offer.deciders] == [
        ["holder('union_secretary')", "majority_leader()"],
        ["holder('strike_organiser')"],
    ]
    slot = small.orders[small.index["orders"]["step_back"]].slots[0]
    assert slot.choices == (("in_full", "In full"), ("in_part", "In part"))


def test_a_recorded_vote_keeps_the_keys_that_were_written(small: Scenario) -> None:
    vote = next(fact for fact in small.record if fact.id == "vote.report.1911")
    assert vote.data == {
        "meeting": "congress_1911", "body": "union_congress", "motion": "approve_report",
        "key": "report@congress_1911", "for": 41, "against": 9, "abstain": 4, "carried": True, "tally": "exact",
    }  # fmt: skip


def test_an_end_without_a_day_is_the_last_one(small: Scenario) -> None:
    pact = next(fact for fact in small.record if fact.id == "pact.counting_house")
    assert (pact.begins, pact.ends) == (date(1910, 11, 1), date(1912, 3, 31))


@pytest.mark.parametrize("name", available())
def test_every_scenario_that_comes_with_the_game_loads(name: str) -> None:
    assert load(find(name)).id == name


def test_find_takes_an_id_or_a_folder(folder: Path) -> None:
    assert find(SMALL) == scenarios_dir() / SMALL
    assert find(str(folder)) == folder
    with pytest.raises(FileNotFoundError, match=SMALL):
        find("no-such-scenario")


def test_data_lies_where_the_package_says() -> None:
    assert (assets_dir() / "fonts").is_dir()
    assert SMALL in available()


def test_the_digest_changes_with_any_byte_and_not_with_the_place(small: Scenario, folder: Path) -> None:
    assert load(folder).digest == small.digest
    with (folder / "history.yaml").open("a", encoding="utf-8") as file:
        file.write("# a remark\n")
    assert load(folder).digest != small.digest


def test_lists_under_one_key_are_joined_over_files(small: Scenario, folder: Path) -> None:
    text = (folder / "people.yaml").read_text(encoding="utf-8")
    people, feelings = text.split("feelings:\n")
    (folder / "people.yaml").write_text(people, encoding="utf-8")
    (folder / "zz").mkdir()
    (folder / "zz" / "feelings.yaml").write_text("feelings:\n" + feelings, encoding="utf-8")
    joined = load(folder)
    assert (joined.people, joined.feelings) == (small.people, small.feelings)


def test_importing_the_layer_needs_neither_yaml_nor_pydantic() -> None:
    code = (
        "import sys; import game.scenario, game.scenario.expr, game.scenario.opening; "
        "print([name for name in ('yaml', 'pydantic', 'numpy') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_six_thousand_lines_load_in_about_a_second(small: Scenario, folder: Path) -> None:
    lines = ["facts:"]
    for number in range(4000):
        lines.append(
            f'- {{id: fact.{number}, kind: happening, begins: "1911-06-{number % 28 + 1:02}", text: "Something '
            'happened on the quays.", data: {actors: [brekke, quist]}, source: invented}'
        )
    lines.append("events:")
    for number in range(500):
        lines += [
            f"- id: tide_{number}",
            "  name: A tide",
            "  kind: chance",
            '  opens: "1911-07-01"',
            '  closes: "1911-09-01"',
            "  needs:",
            f"  - {{if: \"quantity('hope') > {number} and not fired('tide_{number}')\", else: \"Not yet.\"}}",
            f'  effects: ["quantity hope +{number}", "mood all quist -small", "note The tide is {number}."]',
            "  cast: [quist]",
        ]
    (folder / "tides.yaml").write_text("\n".join(lines), encoding="utf-8")
    load(folder)  # imports and caches
    begun = time.process_time()
    large = load(folder)
    taken = time.process_time() - begun
    assert len(large.record) == len(small.record) + 4000 and len(large.events) == len(small.events) + 500
    assert taken < 2.5  # about 0.6 s on an idle core
