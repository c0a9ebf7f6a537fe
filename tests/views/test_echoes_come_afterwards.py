"""What a choice may lead to, and what could not be known, are told after the decision and never before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from game.ai import decide
from game.engine.order import CHOOSE, Order
from game.engine.state import Decision
from game.lab.table import Table
from game.saves import Setup
from game.scenario.model import Hinge, Option, Scenario
from game.text.play import play
from game.views import aftermath
from game.views.codex import codex_view, index
from game.views.decision import decision_view
from game.views.desk import desk_view
from game.views.digest import digest_view
from game.views.hinge import hinge_view
from game.views.log import log_view
from game.views.parts import Scene, scene
from tests.views.games import SMALL, scenario

SEATS = [one.person for one in scenario().contenders]


def echo_of(hinge: Hinge, option: Option) -> str:
    return f"The quays may remember {hinge.id} {option.id}."


@pytest.fixture(scope="module")
def world() -> Scenario:
    """The small scenario in which every option has an echo of its own."""
    hinges = tuple(
        replace(one, options=tuple(replace(o, echo=echo_of(one, o)) for o in one.options))
        for one in scenario().hinges
    )
    return replace(scenario(), hinges=hinges, digest="")


def tables(world: Scenario, seat: str, seed: int = 1) -> Iterator[Table]:
    """A table at every decision of a seat, and at the end."""
    table = Table.new(world, Setup(seed=seed, humans=(seat,)))
    game = table.game
    while (decision := game.decision) is not None:
        if game.human_to_act:
            yield table
        order, why = decide(game.state, decision, "free", game.setup.strength, table.luck)
        game.give(order, why)
    yield table


def asked(world: Scenario) -> tuple[Table, Hinge, Decision]:
    """A table at the first hinge that anybody is asked, with that seat to act."""
    for seat in SEATS:
        for table in tables(world, seat):
            decision = table.game.decision
            if decision is not None and decision.kind == "hinge":
                return table, next(one for one in world.hinges if one.id == decision.about), decision
    raise AssertionError("nobody is ever asked")


def shown(at: Scene) -> str:
    """Everything a seat can read now: desk, news, log with each record, codex with each entry, the decision."""
    decision = at.table.game.decision
    found: list[object] = [desk_view(at), digest_view(at, 0), index(at), log_view(at)]
    found += [log_view(at, f"record:{one.number}") for one in at.table.game.records if one.kind == "hinge"]
    found += [log_view(at, one.key) for one in at.table.log.entries]
    found += [codex_view(at, f"hinge:{one.id}", True) for one in at.scenario.hinges]
    if decision is not None and at.table.game.human_to_act:
        found += [hinge_view(at, decision)] if decision.kind == "hinge" else []
        found += [decision_view(at, decision)] if decision.kind in ("voice", "offer") else []
    return repr(found)


@pytest.mark.parametrize("seat", SEATS)
def test_nothing_is_told_of_a_hinge_before_it_is_past(world: Scenario, seat: str) -> None:
    waited = told = 0
    for table in tables(world, seat):
        at = scene(table, seat)
        text = shown(at)
        for hinge in world.hinges:
            if aftermath.past(at, hinge):
                told += 1
                continue
            waited += 1
            assert not [o.id for o in hinge.options if echo_of(hinge, o) in text], hinge.id
            assert not hinge.unknown or hinge.unknown not in text
            assert codex_view(at, f"hinge:{hinge.id}", True) is None
    assert waited and told


def test_the_decider_is_told_in_news_log_and_codex(world: Scenario) -> None:
    table, hinge, decision = asked(world)
    seat = table.game.setup.humans[0]
    option = next(o for o in hinge.options if o.decider == decision.group and o.consent is None)
    table.give(Order.of(seat, CHOOSE, hinge=hinge.id, option=option.id))
    while not aftermath.past(scene(table, seat), hinge):
        table.rival(table.game.decision)
    at = scene(table, seat)
    record = aftermath.decisions(at, hinge)[0]
    entry = codex_view(at, f"hinge:{hinge.id}")
    assert entry is not None
    places = [repr(digest_view(at, 0)), log_view(at, f"record:{record.number}").chain_note, repr(entry)]
    for text in places:
        assert aftermath.FOLLOWS in text and echo_of(hinge, option) in text
        assert aftermath.UNKNOWN in text and hinge.unknown in text
    assert all(hinge.question in text for text in places[1:])
    others = [o for o in hinge.options if o.decider == option.decider and o is not option]
    assert not [o.id for o in others if echo_of(hinge, o) in "".join(places)]
    assert f"hinge:{hinge.id}" in [line.ref for line in index(at)]


def test_the_news_of_others_does_not_tell_what_may_follow_for_them(world: Scenario) -> None:
    table, hinge, decision = asked(world)
    option = next(o for o in hinge.options if o.decider == decision.group and o.consent is None)
    decider = table.game.setup.humans[0]
    table.give(Order.of(decider, CHOOSE, hinge=hinge.id, option=option.id))
    while not aftermath.past(scene(table, decider), hinge):
        table.rival(table.game.decision)
    for seat in SEATS:
        assert (echo_of(hinge, option) in repr(digest_view(scene(table, seat), 0))) == (seat == decider)


def test_what_was_refused_has_no_echo(world: Scenario) -> None:
    table, hinge, decision = asked(world)
    option = next(o for o in hinge.options if o.decider == decision.group and o.consent is None)
    seat = table.game.setup.humans[0]
    table.give(Order.of(seat, CHOOSE, hinge=hinge.id, option=option.id))
    record = next(r for r in table.game.records if r.kind == "hinge")
    assert aftermath.echo(hinge, record) == echo_of(hinge, option)
    assert aftermath.echo(hinge, replace(record, data={**record.data, "change": "refused"})) == ""


def test_unknowns_stay_untold_where_the_scenario_says_so(world: Scenario) -> None:
    quiet = replace(world, settings={**world.settings, "reveal": {"unknowns_after_choice": False}})
    *_, table = tables(quiet, SEATS[0])
    text = shown(scene(table, SEATS[0]))
    assert not [one.id for one in quiet.hinges if one.unknown and one.unknown in text]


def test_text_mode_tells_it_after_the_choice_and_not_before(world: Scenario) -> None:
    table, hinge, _ = asked(world)
    echoes = [echo_of(hinge, o) for o in hinge.options]
    written: list[str] = []
    before: list[str] = []
    lines = iter((f"codex hinge:{hinge.id}",))

    def read(prompt: str) -> str | None:
        if "orders>" in prompt:
            return next(lines, None)
        if prompt.startswith("your decision"):
            before.append("".join(written))
        return "1"

    play(table, read, written.append)
    flat = [" ".join(text.split()) for text in (before[0], "".join(written))]
    assert hinge.options[0].label in flat[0]
    assert not [one for one in echoes if one in flat[0]]
    assert [one for one in echoes if one in flat[1]]


def test_echoes_of_every_scenario_are_sentences_for_players() -> None:
    hinges = [one for name in (SMALL, "succession-1923") for one in scenario(name).hinges]
    found = [(one, option) for one in hinges for option in one.options if option.echo]
    assert len(found) > 60
    ids = {h.id for h, _ in found if re.search(r"[_\d]", h.id)}
    for hinge, option in found:
        assert re.fullmatch(r"[A-Z].*\.", option.echo), (hinge.id, option.id)
        assert not ids & set(re.findall(r"\w+", option.echo)), (hinge.id, option.id)
        assert option.echo not in (option.risk, option.counter, option.label)
