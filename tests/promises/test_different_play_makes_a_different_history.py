"""What a seat does otherwise changes later offices and delegations, and the log says where it began."""

from __future__ import annotations

import json
from datetime import date

import pytest
from games import played

from game.__main__ import main
from game.chronicle import chain
from game.lab.script import read_script
from game.lab.table import Table
from game.saves import Setup

REMOVAL = 'choose hinge="testament" option="b"'
ALLIANCE = 'offer target="zinoviev" term="alliance" choice="open"'
ACCEPTANCE = 'reply offer="left23>leningrad25@1:alliance" answer="accept"'


def scripted(scenario, scripts, folder, until):
    """The historical line, except that each seat of ``scripts`` gives its own orders as well."""
    table = Table.new(scenario, Setup(rivals="rails", humans=tuple(scripts), until=until))
    files = {}
    for who, text in scripts.items():
        path = folder / f"{who}.orders"
        path.write_text(text, encoding="utf-8")
        files[who] = read_script(path, scenario, (who,))
    while table.advance() is not None and (decision := table.game.decision) is not None:
        script = files[table.game.decider]
        ours = any(not entry.given and entry.turn == table.game.state.turn for entry in script.entries)
        order = script.next(table.game.state, decision) if ours else None
        if order is None:
            table.rival(decision)
        else:
            table.give(order)
    for script in files.values():
        script.finish()
    return table


def holders(table):
    scenario, state = table.game.scenario, table.game.state
    people = [scenario.people[h].id if h >= 0 else None for h in state.holder.tolist()]
    return dict(zip((post.id for post in scenario.posts), people, strict=True))


def delegations(table, meeting, motion):
    """Votes for, against and abstaining of each delegation."""
    return next(b.by_region for b in table.game.state.ballots if (b.meeting, b.type) == (meeting, motion))


def new_entries(table, base):
    known = {entry.key for entry in base.log.entries}
    return [entry for entry in table.log.entries if entry.key not in known]


def behind(entry, table):
    return [(r.kind, r.who, r.about) for r in chain(entry.causes, table.game.records)]


@pytest.fixture(scope="module")
def removal(succession, tmp_path_factory):
    """The plenum of May 1924 carries out the addition to the letter."""
    folder = tmp_path_factory.mktemp("removal")
    return scripted(succession, {"kamenev": f"7 {REMOVAL}\n"}, folder, date(1926, 1, 31))


@pytest.fixture(scope="module")
def alliance(succession, tmp_path_factory):
    """Trotsky and Zinoviev are allied from the spring of 1923."""
    folder = tmp_path_factory.mktemp("alliance")
    scripts = {"trotsky": f"1 {ALLIANCE}\n", "zinoviev": f"1 {ACCEPTANCE}\n"}
    return scripted(succession, scripts, folder, date(1926, 1, 31))


@pytest.fixture(scope="module")
def history(succession):
    """The historical line over the same years."""
    return played(succession, rivals="rails", until=date(1926, 1, 31))


def test_removing_the_general_secretary_changes_who_holds_the_office(removal, history):
    assert holders(history)["gensec"] == "stalin"
    assert holders(removal)["gensec"] not in ("stalin", None)
    other = [post for post, who in holders(removal).items() if who != holders(history)[post]]
    assert len(other) > 3


def test_removing_the_general_secretary_changes_a_later_congress(removal, history):
    ours, theirs = (delegations(table, "congress_14", "approve_report") for table in (removal, history))
    assert ours != theirs


def test_until_the_removal_the_two_games_are_one(removal, history):
    same = [turn for turn in range(1, 8) if removal.game.turn_marks[turn][1] == history.game.turn_marks[turn][1]]
    assert same == list(range(1, 8))
    assert removal.game.turn_marks[8][1] != history.game.turn_marks[8][1]


def test_the_log_traces_the_removal_to_the_choice(removal, history):
    entries = [entry for entry in new_entries(removal, history) if "gensec" in entry.about]
    assert {entry.turn for entry in entries} <= {7, 8, 9} and any(entry.fact for entry in entries)
    for entry in entries:
        assert ("hinge", "kamenev", ("testament",)) in behind(entry, removal)


def test_the_first_departure_of_the_removal_is_the_choice_and_its_chain(removal):
    records = removal.game.records
    first = removal.log.first_departure(records)
    assert (first.turn, first.who, first.act.kind, first.act.about) == (7, "kamenev", "hinge", ("testament",))
    assert any("gensec" in entry.about for entry in (first.entry, *first.leads))
    assert removal.log.path(first.entry, records)[0] == first.act


def test_an_alliance_of_1923_changes_offices_and_delegations(alliance, history):
    ours, theirs = holders(alliance), holders(history)
    assert len([post for post in ours if ours[post] != theirs[post]]) > 3
    for meeting in ("congress_13", "congress_14"):
        assert delegations(alliance, meeting, "approve_report") != delegations(history, meeting, "approve_report")


def test_the_first_departure_is_the_alliance_and_its_chain(alliance):
    records = alliance.game.records
    first = alliance.log.first_departure(records)
    assert (first.turn, first.who, first.act.data["order"]) == (1, "trotsky", "offer")
    bound = next(e for e in alliance.log.entries if e.turn == 1 and "an understanding" in e.here)
    assert "Trotsky" in bound.here and "Zinoviev" in bound.here
    kinds = [record.kind for record in chain(bound.causes, records)]
    assert kinds[0] == "order" and kinds[-1] == "pact"
    assert alliance.log.root(bound, records) == first.act


def test_a_later_difference_leads_back_to_the_first_departure(alliance, history):
    later = [entry for entry in new_entries(alliance, history) if entry.turn >= 4]
    chains = [behind(entry, alliance) for entry in later]
    assert any(("pact", None) in [(kind, who) for kind, who, _ in one] for one in chains)
    assert any(("order", "trotsky") in [(kind, who) for kind, who, _ in one] for one in chains)


def test_the_command_line_plays_the_same_removal(tmp_path, capsys):
    path = tmp_path / "kamenev.orders"
    path.write_text(f"7 {REMOVAL}  # the addition\n", encoding="utf-8")
    words = ["run", "succession-1923", "--rivals", "rails", "--as", "kamenev", "--orders", str(path)]
    assert main([*words, "--until", "1924-07", "--json"]) == 0
    run = json.loads(capsys.readouterr().out)
    vote = next(vote for vote in run["votes"] if vote["motion"] == "remove_gensec")
    assert vote["carried"]
    entry = next(one for one in run["divergences"] if "gensec" in one["about"])
    assert any(cause["who"] == "kamenev" and cause["kind"] == "hinge" for cause in entry["causes"])
    assert run["first_departure"] is not None
