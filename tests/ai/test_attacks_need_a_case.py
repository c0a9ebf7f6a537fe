"""Attacks need a case, a pause and credit; a question once settled is not raised at once."""

from __future__ import annotations

from game.ai import proposals
from game.ai.judge import Judge
from game.engine.state import Ballot, Sitting, State
from game.scenario.model import MotionType


def judge_of(state: State) -> Judge:
    return Judge.of(state, state.scenario.index["people"][state.scenario.contenders[0].person])


def severe(state: State) -> tuple[MotionType, int]:
    kind = next(k for k in state.scenario.motions if k.severity and k.subject in ("bloc", "person"))
    return kind, next(b for b, data in enumerate(state.scenario.bodies) if data.id in kind.bodies)


def lines_of(state: State) -> dict[str, int]:
    judge = judge_of(state)
    kind, body = severe(state)
    target = next(b for b in range(len(state.scenario.blocs)) if b != judge.mind.bloc)
    bloc = state.scenario.blocs[target]
    subject = bloc.id if kind.subject == "bloc" else bloc.leader
    motion = proposals.draft(judge, kind, Sitting("somewhere", body, state.day), subject)
    return dict(proposals.case(judge, motion, kind))


def test_a_charge_makes_a_case(opening: State) -> None:
    clear = lines_of(opening)["no_case"]
    opening.charge[:] = 3000
    opening.charge_until[:] = opening.turn
    assert clear < lines_of(opening)["no_case"] == 0


def test_other_attacks_lately_tire_the_party(opening: State) -> None:
    before = lines_of(opening)["weary"]
    kind, body = severe(opening)
    opening.ballots.append(Ballot("m", kind.id, "", body, "x", opening.day, "somebody", 5, 3, 0, 0, True))
    assert lines_of(opening)["weary"] < before


def test_a_question_voted_on_is_settled_for_a_time(opening: State) -> None:
    kind, body = severe(opening)
    judge = judge_of(opening)
    assert not proposals.settled(judge, kind.id, "somebody")
    opening.ballots.append(Ballot("m", kind.id, "", body, "x", opening.day, "somebody", 5, 3, 0, 0, True))
    assert proposals.settled(judge, kind.id, "somebody")
    assert not proposals.settled(judge, kind.id, "somebody else")


def test_whoever_moved_lately_pauses(opening: State) -> None:
    judge = judge_of(opening)
    opening.given[f"{judge.own} table"] = opening.turn
    assert proposals.considered(judge, "table") == []


def test_credit_is_dearer_to_whoever_has_little(opening: State) -> None:
    judge = judge_of(opening)
    opening.credit[judge.mind.bloc] = 900
    plenty = proposals.credit_worth(judge, 100)
    opening.credit[judge.mind.bloc] = 100
    assert proposals.credit_worth(judge, 100) > plenty
