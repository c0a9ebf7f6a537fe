"""Every figure of every view of the game's course opens into terms that sum to it exactly."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator

import pytest

from game.ai import decide
from game.engine.state import Pact
from game.lab.table import Table
from game.saves import Setup
from game.scenario import find, load
from game.views import decision, desk, digest, epilogue, hinge, orders, rollcall, standing, whip
from game.views.parts import Scene, scene
from game.views.shapes import FigureView, TargetView, TermView


def figures(view: object) -> Iterator[FigureView]:
    """All figures inside a view."""
    if isinstance(view, FigureView):
        yield view
    if dataclasses.is_dataclass(view):
        for one in dataclasses.fields(view):
            yield from figures(getattr(view, one.name))
    elif isinstance(view, (tuple, list)):
        for each in view:
            yield from figures(each)


def adds_up(terms: tuple[TermView, ...], total: int) -> bool:
    """Terms sum to their figure, and inner terms to theirs."""
    return sum(term.amount for term in terms) == total and all(
        adds_up(term.terms, term.amount) for term in terms if term.terms
    )


def wrong(view: object) -> list[str]:
    """Figures that do not add up."""
    return [one.label for one in figures(view) if one.terms and not adds_up(one.terms, one.total)]


def views(at: Scene, records: int, ballots: int) -> Iterator[object]:
    """Every view that the present decision can show."""
    made = at.table.game.decision
    yield desk.desk_view(at)
    yield digest.digest_view(at, records)
    for number in rollcall.shown_from(at, ballots):
        yield rollcall.rollcall_view(at, number)
    if made is None:
        yield epilogue.epilogue_view(at)
    elif made.kind == "hinge":
        yield hinge.hinge_view(at, made)
    elif made.kind in ("offer", "voice"):
        yield decision.decision_view(at, made)
    else:
        for motion in whip.agenda(at):
            yield whip.whip_view(at, motion.id)


@pytest.mark.parametrize(
    ("scenario", "seat", "turns"), [("harbour-union", "quist", 99), ("succession-1923", "bukharin", 6)]
)
def test_all_figures_of_a_game_sum(scenario: str, seat: str, turns: int) -> None:
    table = Table.new(load(find(scenario)), Setup(seed=11, humans=(seat,)))
    game, records, ballots, count = table.game, 0, 0, 0
    while True:
        table.advance()
        at = scene(table, seat)
        for view in views(at, records, ballots):
            assert wrong(view) == []
            count += sum(1 for _ in figures(view))
        records, ballots = len(game.records), len(game.state.ballots)
        made = game.decision
        if made is None or game.state.turn > turns:
            break
        game.give(decide(game.state, made)[0])
    assert count > 100


def test_the_mantle_is_its_beginning_and_recorded_changes_alone() -> None:
    table = Table.new(load(find("harbour-union")), Setup(seed=4, humans=("brekke",)))
    while table.game.decision is not None:
        table.advance()
        at = scene(table, "brekke")
        figure = standing.mantle(at)
        assert figure is not None
        assert not any("opening" in term.label for term in figure.terms)
        made = table.game.decision
        if made is not None:
            table.game.give(decide(table.game.state, made)[0])


def test_a_view_reads_nothing_that_is_hidden_from_the_seat() -> None:
    """A secret understanding of two others changes nothing on a third one's desk."""
    table = Table.new(load(find("harbour-union")), Setup(seed=4, humans=("lunde",)))
    table.advance()
    before = desk.desk_view(scene(table, "lunde"))
    blocs = table.game.scenario.index["blocs"]
    pair = (blocs["the_platform"], blocs["the_capstan"])
    known = (1 << pair[0]) | (1 << pair[1])
    table.game.state.pacts.append(Pact("hidden", tuple(sorted(pair)), 900, True, 1, 0, known))
    assert desk.desk_view(scene(table, "lunde")) == before


def test_a_locked_target_says_why_and_stands_last() -> None:
    table = Table.new(load(find("harbour-union")), Setup(seed=4, humans=("ravndal",)))
    table.advance()
    at = scene(table, "ravndal")
    while at.table.game.decision is not None and at.table.game.decision.kind != "window":
        table.game.give(decide(table.game.state, at.table.game.decision)[0])
        table.advance()
        at = scene(table, "ravndal")
    for order in orders.menu(at):
        blank = None if order.locked_reason else orders.next_blank(at, order.kind, {})
        targets: tuple[TargetView, ...] = blank.targets if blank else ()
        shut = [bool(target.locked_reason) for target in targets]
        assert shut == sorted(shut)
