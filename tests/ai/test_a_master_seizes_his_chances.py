"""A *vozhd* puts no great chance off, minds his office before small people, and counts all whom a pact binds."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game import engine
from game.ai import bargains, candidates, motions, proposals
from game.ai.judge import Judge
from game.ai.strength import BESIDES, OWN_OFFICE, STRENGTHS
from game.engine.state import Pact, Sitting, State
from game.scenario.model import Scenario

SECRETARY = "stalin"


@pytest.fixture
def state(succession: Scenario) -> State:
    """The first turn; the committee sits and nothing lies before it."""
    found = engine.new(succession, 1)
    found.agenda = []
    found.sittings = [Sitting("x", succession.index["bodies"]["cc"], found.day)]
    return found


def judge_of(state: State, strength: str = "vozhd", who: str = SECRETARY) -> Judge:
    return Judge.of(state, state.scenario.index["people"][who], STRENGTHS[strength])


def test_a_master_whose_aim_is_a_share_of_power_thinks_of_more_people_for_a_seat(state: State) -> None:
    kind = state.scenario.motions[state.scenario.index["motions"]["admit_to_bureau"]]
    few, many = (proposals._subjects(judge_of(state, one), kind) for one in ("secretary", "vozhd"))
    assert many[: len(few)] == few and len(many) > len(few) == 3


def test_nobody_else_does(state: State) -> None:
    kind = state.scenario.motions[state.scenario.index["motions"]["admit_to_bureau"]]
    few, many = (proposals._subjects(judge_of(state, one, "kamenev"), kind) for one in ("secretary", "vozhd"))
    assert many == few and few


def test_he_thinks_of_no_more_foes_to_attack(state: State) -> None:
    kind = state.scenario.motions[state.scenario.index["motions"]["expel_from_party"]]
    few, many = (proposals._subjects(judge_of(state, one), kind) for one in ("secretary", "vozhd"))
    assert proposals.hostile(kind) and many == few and few


def test_of_motions_worth_the_same_the_weightiest_person_comes_first(state: State, monkeypatch) -> None:
    monkeypatch.setattr(motions, "value", lambda *_: [("motion", 100)])
    judge = judge_of(state)
    found = [order for _, order, _ in proposals.considered(judge, "table")]
    assert [(one.get("motion_type"), one.get("subject")) for one in found] == [
        (one.type, one.subject) for one in list(proposals._possible(judge))[: judge.strength.reckoned]
    ]


@pytest.mark.parametrize(("worth", "seized"), [(proposals.GREAT, True), (proposals.GREAT - 1, False)])
def test_a_great_chance_is_not_put_off_because_he_moved_something_lately(state, monkeypatch, worth, seized) -> None:
    monkeypatch.setattr(motions, "value", lambda *_: [("motion", worth)])
    state.given[f"{SECRETARY} table"] = state.turn
    assert bool(proposals.considered(judge_of(state), "table")) == seized
    assert not proposals.considered(judge_of(state, "secretary"), "table")
    state.given.clear()
    assert proposals.considered(judge_of(state, "secretary"), "table")


def test_before_he_leaves_an_agreement_a_master_counts_everybody_whom_it_binds(state: State) -> None:
    members = tuple(sorted(judge_of(state, who=who).mind.bloc for who in ("bukharin", "rykov", "tomsky", "kamenev")))
    own, other = (judge_of(state, who=who).mind.bloc for who in ("bukharin", "rykov"))
    state.pacts = [Pact("four", members, 600, True, -9, 0, (1 << 30) - 1)]
    few, many = (dict(bargains.breaking(judge_of(state, one, "bukharin"), other)) for one in ("secretary", "vozhd"))
    assert many["effect_opinion"] < few["effect_opinion"] < 0
    state.pacts = [replace(state.pacts[0], members=tuple(sorted((own, other))))]
    alone = dict(bargains.breaking(judge_of(state, "vozhd", "bukharin"), other))
    assert many["effect_opinion"] < alone["effect_opinion"] < 0


def test_an_agreement_everybody_knows_costs_the_good_opinion_of_all_who_see_it_broken(state: State) -> None:
    own, other = (judge_of(state, who=who).mind.bloc for who in ("bukharin", "rykov"))
    found = []
    for secret in (True, False):
        state.pacts = [Pact("two", tuple(sorted((own, other))), 600, secret, -9, 0, (1 << 30) - 1)]
        found.append(dict(bargains.breaking(judge_of(state, "secretary", "bukharin"), other))["effect_opinion"])
    assert found[1] < found[0] < 0


def test_whoever_appoints_looks_at_few_people_outside_his_office(state: State, monkeypatch) -> None:
    seen: dict[str, tuple[int, int]] = {}

    def fill(judge: Judge, who: str, blanks: object, filled: object, most: tuple[int, int]) -> list[dict[str, str]]:
        seen[judge.own] = most
        return []

    monkeypatch.setattr(candidates, "_fill", fill)
    cultivate = [kind for kind in state.scenario.orders if kind.id == "cultivate"]
    for who in (SECRETARY, "bukharin"):
        judge = judge_of(state, who=who)
        list(candidates.considered(judge, _window(state, judge), cultivate))
    assert seen == {SECRETARY: BESIDES, "bukharin": STRENGTHS["vozhd"].targets}
    office = [kind for kind in state.scenario.orders if candidates.of_office(judge_of(state), kind)]
    list(candidates.considered(judge_of(state), _window(state, judge_of(state)), office))
    assert seen[SECRETARY] == OWN_OFFICE


def _window(state: State, judge: Judge) -> object:
    return replace(next(one for one in state.decisions if one.kind == "window"), who=judge.mind.person)
