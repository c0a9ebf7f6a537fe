"""Who is named for a vacant office: whom the body likes, none from the bloc that lost it, then nobody's man."""

from __future__ import annotations

from datetime import timedelta

import machine_world as world
import pytest
from machine_world import log_of, new_state

from game.engine import bodies, lines, posts, vacancies
from game.engine.atlas import Atlas
from game.engine.state import EXILED


def index(state, kind, name):
    return state.scenario.index[kind][name]


@pytest.fixture
def state():
    found = new_state(world=world.scenario())
    posts.vacate(found, log_of(found), index(found, "posts", "editor"))
    return found


def test_the_name_the_body_likes_best_is_voted_on_first(state):
    editor = index(state, "posts", "editor")
    named = [person for _, person in vacancies.nominations(state, 0, editor)]
    assert len(named) > 1
    state.opinion[:, named[-1]] = 1000
    assert vacancies.nominations(state, 0, editor)[0][1] == named[-1]


def test_a_bloc_that_lost_the_office_by_a_vote_names_nobody(state):
    editor, leaders = index(state, "posts", "editor"), Atlas.of(state.scenario).leaders
    first = vacancies.nominations(state, 0, editor)[0][0]
    state.taken[editor] = leaders.index(first)
    assert first not in [leader for leader, _ in vacancies.nominations(state, 0, editor)]


def test_filling_the_office_forgets_from_whom_it_was_taken(state):
    editor = index(state, "posts", "editor")
    state.taken[editor] = 0
    posts.fill(state, log_of(state), editor, vacancies.nominations(state, 0, editor)[0][1])
    assert state.taken[editor] == -1


def test_nobodys_man_is_looked_for_only_after_a_season(state):
    editor = index(state, "posts", "editor")
    assert vacancies.compromise(state, 0, editor) == -1
    state.day += timedelta(days=vacancies.LONG_EMPTY)
    found = vacancies.compromise(state, 0, editor)
    free = [p for p in bodies.full_members(state, 0) if lines.leader_of(state, p) < 0]
    assert (found in free) if free else found == -1


def test_a_leader_who_cannot_act_names_nobody(state):
    editor = index(state, "posts", "editor")
    leaders = [leader for leader, _ in vacancies.nominations(state, 0, editor)]
    state.place[leaders[0]] = EXILED
    assert leaders[0] not in [leader for leader, _ in vacancies.nominations(state, 0, editor)]


def test_no_body_has_no_nominees(state):
    assert vacancies.nominees(state, -1) == []
    assert "editor:lime" in vacancies.nominees(state, index(state, "bodies", "presidium"))
