"""The fit counts kept votes again and pulls to its start; worlds differ from the record in what they say."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from datetime import date
from functools import lru_cache
from pathlib import Path

import pytest

from game.cli import run
from game.engine.digest import digest
from game.engine.state import State
from game.lab import fit, no_return, probes, statics
from game.lab.backtest import loaded, matching
from game.lab.replay import replay
from game.scenario import find
from game.scenario.model import Scenario

UNTIL = date(1924, 1, 31)


@lru_cache(maxsize=1)
def scenario() -> Scenario:
    return loaded(str(find("succession-1923")))


@lru_cache(maxsize=1)
def kept() -> tuple[fit.Moment, ...]:
    return tuple(fit.moments(scenario(), 2, UNTIL))


def test_a_kept_vote_counts_as_it_was_counted() -> None:
    """Under the same numbers the moment before a vote gives the vote of the game."""
    played = replay(scenario(), 2, UNTIL)
    seen = 0
    for moment in kept():
        ballot = matching(scenario(), moment.fact, played.state.ballots)
        assert ballot is not None
        again = fit.counted(scenario(), moment)
        if moment.sitting.meeting == ballot.meeting and dict(moment.motion.stands) and seen < 3:
            assert abs(again.votes_against - ballot.votes_against) <= 1  # the last word may be a declaration
            seen += 1
    assert seen >= 2


def test_other_numbers_count_other_votes() -> None:
    moment = next(one for one in kept() if one.sitting.seats)
    meek = replace(scenario(), parameters={**scenario().parameters, "ban": 9000, "unity": 9000})
    assert fit.counted(meek, moment).votes_against <= fit.counted(scenario(), moment).votes_against


def test_the_loss_grows_with_the_distance_from_the_start() -> None:
    start = fit.starting(scenario())
    at_home = fit.loss_of(scenario(), [], start, start, UNTIL)
    away = fit.loss_of(scenario(), [], {**start, "line": start["line"] * 3 // 2}, start, UNTIL)
    assert at_home == 0
    assert away == pytest.approx(1, rel=0.01)


def test_what_is_fitted_is_few_and_of_the_engine() -> None:
    assert len(fit.FITTED) <= 15
    assert set(fit.FITTED) <= set(scenario().parameters)


def test_a_world_without_orders_leaves_them_out_until_its_turn() -> None:
    world = {"without": {"orders": ["place_people"], "until": 17}, "parameters": {"appointments": 0}}
    made = statics.variant(scenario(), world)
    turns = [deed.turn for deed in made.history if deed.order == "place_people"]
    assert turns and min(turns) == 18
    assert made.parameters["appointments"] == 0 and scenario().parameters["appointments"] > 0


def test_every_world_can_be_read() -> None:
    """Effects, posts, events, people and dates of the scenario's worlds exist."""
    said, world = statics.spec(scenario()), scenario()
    assert len(said["worlds"]) >= 9 and len(said["dates"]) >= 12
    for one in said["worlds"]:
        for change in one.get("changes", ()):
            assert len(statics.effects_of(world, change["do"])) == len(change["do"])
        assert set(one.get("never", ())) <= set(world.index["events"])
        assert set(one.get("parameters", {})) <= set(world.parameters)
    leaders = {bloc.leader for bloc in world.blocs}
    assert all(set(one["people"]) <= leaders for one in said["coalitions"])


def test_a_change_is_made_in_its_turn_and_an_event_never_comes() -> None:
    world = {"changes": [{"turn": 2, "do": ["authority trotsky -100"]}], "never": ["grievance_summer_1923"]}
    watch = statics._Watch(scenario(), world, None)
    state = replay(scenario(), 1, date(1923, 9, 30), watch=watch).state
    plain = replay(scenario(), 1, date(1923, 9, 30)).state
    who = scenario().index["people"]["trotsky"]
    assert int(plain.authority[who]) - int(state.authority[who]) == 100
    assert (plain.grievance > state.grievance).all()


def test_questions_put_to_a_world_change_nothing() -> None:
    state: State = replay(scenario(), 1, date(1923, 11, 30)).state
    before = digest(state)
    twin = probes.joined(state, ["zinoviev", "kamenev"], "postscript")
    both = probes.removal(twin, ["zinoviev", "kamenev"], "a")
    alone = probes.removal(probes.joined(state, ["trotsky"]), ["trotsky"], "a")
    assert digest(state) == before
    assert both.share > alone.share
    assert 0 <= probes.cell_share(state, ["trotsky"], ["stalin"], "moscow") <= 1000


def test_the_founders_word_in_print_moves_the_committee() -> None:
    state = replay(scenario(), 1, date(1924, 3, 31)).state
    people = ["zinoviev", "kamenev"]
    silent = probes.removal(probes.joined(state, people), people, "word")
    printed = probes.removal(probes.joined(state, people, "postscript"), people, "word")
    assert printed.share > silent.share + 100


def test_the_window_closes_at_the_fourteenth_congress() -> None:
    """The chance of the two joined falls between the spring of 1923 and the spring of 1926."""
    found = no_return.measure(scenario(), 1)
    dates = [str(one["name"]) for one in statics.spec(scenario())["dates"]]
    first, after = found[f"{dates[0]}|Zin-Kam"], found[f"{dates[8]}|Zin-Kam"]
    assert first > after + 200
    assert found["nothing|congress"] < found["the same + sentiment|congress"]


def test_a_wrong_side_ends_with_status_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "succession-1923"
    shutil.copytree(find("succession-1923"), folder)
    votes = folder / "record" / "votes.yaml"
    text = votes.read_text(encoding="utf-8")
    changed = text.replace("against: 3, total: 128, carried: true", "against: 3, total: 128, carried: false")
    assert changed != text
    votes.write_text(changed, encoding="utf-8")
    assert run(["backtest", str(folder), "--seeds", "1", "--json"]) == 1
    data = json.loads(capsys.readouterr().out)
    wrong = [vote["fact"] for vote in data["votes"] if not vote["right"]]
    assert wrong == ["vote_conference_13"]
    assert data["summary"]["least_agreement"] >= 950


def test_bad_seeds_get_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["backtest", "succession-1923", "--seeds", "none"]) == 2
    assert "not a number of seeds" in capsys.readouterr().err
