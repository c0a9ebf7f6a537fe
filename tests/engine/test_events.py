"""Events need their cast and their conditions; what does not happen is logged with the reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import world
from world import LARCH, always

from game.engine import events, timing
from game.engine.log import Log
from game.engine.state import EXILED
from game.scenario.model import Need

BASE = world.base()
STORM = world.scenario().events[0]


def state(**changes):
    return world.state(events=(replace(STORM, **changes),))


def fire(of):
    log = Log(of)
    events.fire_due(of, log)
    return log


def unity(of):
    return int(of.quantities[0])


def test_a_fixed_event_happens_once_on_its_first_day():
    of = state(opens=date(2001, 1, 10))
    assert fire(of).records == [] and unity(of) == 500
    of.day = date(2001, 1, 10)
    log = fire(of)
    assert unity(of) == 400 and of.events_fired == {"storm": 1}
    assert log.records[1].causes == (log.records[0].number,)
    assert fire(of).records == [] and unity(of) == 400


def test_without_its_cast_it_does_not_happen():
    of = state()
    of.alive[LARCH] = 0
    log = fire(of)
    assert [(r.kind, r.data["because"]) for r in log.records] == [("did not happen", "Larch cannot act")]
    assert unity(of) == 500 and fire(of).records == []


def test_somebody_whom_the_event_itself_moves_need_only_be_alive():
    of = state(effects=world.effects_of(BASE, "status larch deported"))
    of.place[LARCH] = EXILED
    assert fire(of).records[0].kind == "event" and not of.in_party[LARCH]


def test_a_fixed_event_whose_need_fails_is_logged_with_it():
    log = fire(state(needs=(Need(always(False), "The sea was calm."),)))
    assert log.records[0].data["because"] == "The sea was calm."


def test_a_shifted_event_waits_inside_its_window():
    wet = Need(world.compile_expression("quantity('unity') < 450", "bool", world.names(BASE)), "Too much unity.")
    of = state(kind="shifted", needs=(wet,))
    assert fire(of).records == []
    of.quantities[0] = 440
    assert fire(of).records[0].kind == "event" and unity(of) == 340
    late = state(kind="shifted", needs=(wet,))
    late.day = date(2001, 3, 1)
    assert fire(late).records[0].data["because"] == "Too much unity."


def test_chance_is_drawn_once_a_turn_by_keyed_dice():
    def happens(seed):
        of = state(kind="chance", chance=300)
        of.seed = seed
        first, again = fire(of), fire(of)
        assert not (again.records and not first.records)
        return bool(first.records)

    outcomes = [happens(seed) for seed in range(100)]
    assert outcomes == [happens(seed) for seed in range(100)] and 15 < sum(outcomes) < 45


def test_chance_that_never_came_is_logged_when_its_window_closes():
    of = state(kind="chance", chance=0)
    assert fire(of).records == []
    of.day = date(2001, 3, 1)
    assert fire(of).records[0].kind == "did not happen"


def test_what_is_eased_is_felt_by_half():
    of = state(eased_by=always(True))
    log = fire(of)
    assert unity(of) == 450 and log.records[0].data["eased"]


def test_an_event_can_be_called_by_an_effect_once():
    of = state(opens=date(2002, 1, 1), closes=date(2002, 1, 2))
    world.apply(of, "event storm", "event storm")
    assert unity(of) == 400


def test_what_was_over_before_the_game_began_does_not_happen_in_it():
    of = state(opens=date(2000, 1, 1), closes=date(2000, 2, 1))
    assert fire(of).records[0].data["because"] == "its time had passed" and unity(of) == 500


def test_an_event_that_may_move_its_man_needs_him_only_alive():
    """The word on his place may stand inside a chance or a condition."""
    def moving(*lines):
        return replace(STORM, effects=world.effects_of(BASE, *lines))

    for of in (world.state(events=(moving("status larch centre"),)),
               world.state(events=(replace(STORM, effects=(nested(),)),))):  # fmt: skip
        of.place[LARCH] = EXILED
        fire(of)
        assert "storm" in of.events_fired
    of = world.state(events=(moving("quantity unity -100"),))
    of.place[LARCH] = EXILED
    fire(of)
    assert unity(of) == 500


def nested():
    inner = world.effects_of(BASE, "status larch centre")
    return replace(inner[0], verb="chance", args=(), chance=500, then=inner, otherwise=())


def test_the_days_of_many_seeds_are_worked_out_anew_and_stay_the_same():
    of = state(opens=date(2001, 1, 10))
    first = timing.first_days(of).days
    for seed in range(100):
        of.seed = seed
        assert timing.first_days(of).days == (date(2001, 1, 10),)
    of.seed = 1
    assert timing.first_days(of).days == first
