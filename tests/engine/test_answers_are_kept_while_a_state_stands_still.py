"""An answer is worked out once while the state stands still, and anew as soon as rules may change it."""

from __future__ import annotations

import pytest
import world

from game.engine.memo import kept, lasting, still


def asking():
    """A question that counts how often its answer was worked out."""
    asked = []

    def work_out(state):
        asked.append(state)
        return len(asked)

    return work_out


def test_a_state_that_may_change_is_asked_each_time():
    state, question = world.state(), asking()
    assert [kept(state, "x", question), kept(state, "x", question)] == [1, 2]


def test_inside_a_block_each_question_is_worked_out_once():
    state, question = world.state(), asking()
    with still(state):
        assert [kept(state, "x", question), kept(state, "y", question), kept(state, "x", question)] == [1, 2, 1]
    assert kept(state, "x", question) == 3


def test_the_end_of_an_inner_block_forgets_nothing():
    state, question = world.state(), asking()
    with still(state):
        kept(state, "x", question)
        with still(state):
            assert kept(state, "x", question) == 1
        assert kept(state, "x", question) == 1


def test_a_fault_in_a_block_ends_it():
    state, question = world.state(), asking()
    with pytest.raises(RuntimeError), still(state):
        kept(state, "x", question)
        raise RuntimeError
    assert state.memo is None and kept(state, "x", question) == 2


def test_a_copy_does_not_stand_still():
    state, question = world.state(), asking()
    with still(state):
        kept(state, "x", question)
        assert kept(state.copy(), "x", question) == 2


def test_a_lasting_answer_serves_all_states_that_are_alike_in_what_it_rests_on():
    state, question = world.state(), asking()

    def ask(of):
        return lasting(of, "x", lambda state: state.alive.tobytes(), question)

    other = state.copy()
    assert [ask(state), ask(other)] == [1, 1]
    other.alive[0] = 0
    assert [ask(other), ask(other), ask(state)] == [2, 2, 3]  # only the last answer is there
