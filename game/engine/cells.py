"""Cell meetings and the staircase of indirect election above them."""

from __future__ import annotations

import numpy as np

from game.engine import ballots, dice, lines, logistic
from game.engine import question as questions
from game.engine.atlas import Atlas
from game.engine.dice import Purpose
from game.engine.ledger import Breakdown
from game.engine.parameters import Parameters
from game.engine.question import Question
from game.engine.state import Ints, Motion, State
from game.engine.terms import Terms


def push(state: State, question: Question) -> Ints:
    """Per region -1000..1000: where its secretaries push.

    Half is the first secretary's line, half the lines of the lower secretaries, both times the
    machine; a secretary without a patron does not push.
    """
    first = question.lines[lines.secretary_blocs(state)]
    lower = (state.clients * question.lines).sum(axis=1) // 1000
    pushed: Ints = state.machine * (first + lower) // 2000
    return pushed


def weigh(state: State, question: Question, luck: bool = True) -> Terms:
    """The terms of a show of hands in the cells of every region."""
    parameters, found = Parameters.of(state.scenario), Terms(len(state.members))
    dependence = 1200 - state.independence
    found.add("sentiment", ballots.bench_regard(state, question) * parameters.opinion // 1000)
    found.add("axes", questions.on_axes(question, state.region_axes, parameters.axes))
    anger = question.lead * parameters.grievance // 1000 * state.grievance // 1000
    found.add("grievance", -(anger * state.independence // 1000))
    found.add("unity", question.lead * question.unity // 1000 * dependence // 1000)
    ban = question.lead * parameters.ban // 1000 * question.standing // 1000
    found.add("ban", ban * dependence // 1000 * (600 + state.fear) // 1000)
    found.add("push", parameters.push * push(state, question) // 2000)
    if luck:
        regions = np.arange(found.width, dtype=np.int64)
        found.add(
            "luck", dice.bell(state.seed, state.turn, Purpose.LUCK, question.about, regions, parameters.luck)
        )
    found.limit()
    return found


def tiers(state: State, question: Question, cell_points: Ints) -> tuple[Ints, Ints, Ints, Ints]:
    """Points per region at cells, districts, province and delegation.

    District conferences are nearly proportional to the cells; each later tier multiplies the
    log-odds by the tier exponent and adds the secretaries' push.
    """
    parameters = Parameters.of(state.scenario)
    pushed = parameters.push * push(state, question) // 1000
    province = logistic.clip(parameters.tier * cell_points // 1000 + pushed)
    delegation = logistic.clip(parameters.tier * province // 1000 + pushed)
    return cell_points, cell_points, province, delegation


def staircase(state: State, motion: Motion, region: int) -> tuple[int, int, int, int]:
    """Expected share for the motion at cells, districts, province and delegation, thousandths.

    Region-wide luck is left out: it is not known before the meetings.
    """
    question = questions.of(state, motion)
    steps = tiers(state, question, weigh(state, question, luck=False).total())
    cells, districts, province, delegation = (logistic.thousandths(int(step[region])) for step in steps)
    return cells, districts, province, delegation


def explain(state: State, motion: Motion, region: int) -> Breakdown:
    """Why the cells of a region lean as they do, before luck."""
    found = weigh(state, questions.of(state, motion), luck=False)
    return found.breakdown(region, "cells", region=Atlas.of(state.scenario).id("regions", region))


def meetings(state: State, motion: Motion) -> Ints:
    """Regions x (for, against): heads at cell meetings that vote on a motion, luck included."""
    question = questions.of(state, motion)
    chances = logistic.chances(weigh(state, question).total())
    towards = state.members * chances >> 32
    return np.stack([towards, state.members - towards], axis=1)
