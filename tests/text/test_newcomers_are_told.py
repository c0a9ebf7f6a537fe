"""A newcomer is told what he is measured by, what an answer does, what moved a figure, and nothing twice."""

from __future__ import annotations

import re
from dataclasses import replace

from game.lab.table import Table
from game.saves import Setup
from game.text import decisions, pages
from game.text.asking import named, targets
from game.text.play import play
from game.text.words import _WORDS
from game.views.aims import aim_view, fared
from game.views.desk import desk_view
from game.views.digest import digest_view
from game.views.orders import BlankView, menu, next_blank
from game.views.parts import scene
from game.views.rollcall import rollcall_view
from game.views.shapes import TargetView, TermView
from tests.text.test_play import SEAT, Player, new, whole_game
from tests.views.games import faults, played, scenario, steps

BOOK = "succession-1923"


def ended() -> Table:
    """A game that is over."""
    return list(steps(SEAT))[-1]


def text_of(*lines: str, then: str | None = None) -> str:
    player = Player(*lines, then=then)
    play(new(), player.read, player.write)
    return player.text


def test_the_aim_is_told_first_and_whenever_it_is_asked_for() -> None:
    contender = scenario().contenders[0]
    text = " ".join(text_of("aim").split())
    assert text.count(contender.aim) == 2
    for goal in (contender.win, contender.partial, contender.lose, *contender.goals):
        assert text.count(goal.text) == 2


def test_what_holds_of_an_aim_sums_to_its_points() -> None:
    view = aim_view(scene(played(SEAT, 2), SEAT))
    assert view.points == sum(line.points for line in view.lines if line.holds)
    assert any(line.holds for line in view.lines)


def test_at_the_end_everybody_is_told_with_his_points_and_before_it_nobody() -> None:
    table = played(SEAT, 2)
    assert fared(scene(table, SEAT)) == ()
    end = ended()
    found = fared(scene(end, SEAT))
    assert [one.points for one in found] == sorted((one.points for one in found), reverse=True)
    assert {one.person: one.points for one in found} == end.game.state.scores
    assert "HOW EACH FARED" in whole_game()


def test_small_letters_and_a_question_mark_are_understood() -> None:
    text = text_of("?", "s")
    assert "An order's letter" in text or "an order's letter" in text
    assert "Speak at a branch; a number or a name" in text


def test_a_small_letter_is_an_order_and_never_a_word_of_the_game() -> None:
    """[O] proposes an agreement, so that o must not list the orders; a slip of q must not leave the game."""
    assert [word for word in _WORDS if len(word) == 1] == ["?"]
    assert "a number or a name" in text_of("o")


def test_a_list_takes_a_name_and_says_a_shared_reason_once() -> None:
    shut = tuple(TargetView(f"p{n}", f"Person {n}", locked_reason="Only members are elected.") for n in range(9))
    blank = BlankView("person", "Whom?", (TargetView("a", "Aberg"), TargetView("b", "Abel"), *shut))
    assert named(blank.targets, "abel") == blank.targets[1]
    assert named(blank.targets, "ab") is None and named(blank.targets, "2") == blank.targets[1]
    at = scene(played(SEAT, 1), SEAT)
    text = " ".join(targets(at, menu(at)[0], blank).text.split())
    assert text.count("Only members are elected.") == 1 and "and 5 more" in text


def test_every_lever_of_a_ministry_says_what_it_would_do() -> None:
    table = Table.new(scenario(BOOK), Setup(seed=7, humans=("rykov",)))
    at = scene(table, "rykov")
    order, blank = next(one for one in menu(at) if one.kind == "manage"), next_blank(at, "manage", {})
    assert blank is not None
    terms = (TermView("State grain", 12, decimals=1),)
    levers = tuple(replace(one, locked_reason="", terms=terms) for one in blank.targets)
    text = targets(at, order, replace(blank, targets=levers)).text
    assert text.count("State grain +1.2") == len(levers) > 2


def test_the_desk_after_the_news_repeats_nothing_and_its_figures_count_on() -> None:
    at = scene(played(SEAT, 3), SEAT)
    news = pages.digest(digest_view(at, 0))
    desk = pages.desk(desk_view(at), news)
    assert desk.figures[: len(news.figures)] == news.figures
    assert f"[{len(news.figures) + 1}]" in desk.text
    assert "DISPATCHES" not in desk.text and "DISPATCHES" in pages.desk(desk_view(at)).text


def test_the_short_menu_counts_what_is_closed() -> None:
    found = menu(scene(played(SEAT, 1), SEAT))
    shut = sum(1 for one in found if one.locked_reason)
    text = pages.orders(found, brief=True).text
    assert shut and f"{shut} more are closed to you" in text
    assert " x." not in text and " x." in pages.orders(found).text


def test_every_vote_is_told_and_single_voters_stand_by_side() -> None:
    table = ended()
    at = scene(table, SEAT)
    views = [rollcall_view(at, number) for number in range(len(table.game.state.ballots))]
    text = " ".join(whole_game().split())
    assert views
    for view in views:
        told = decisions.rollcall(view).text
        assert "None" not in told and ": 1 for, 0 against" not in told
        assert view.title in " ".join(decisions.tally(view).text.split())
    assert re.search(r"Carried\.|Lost\.", text)


def test_an_unknown_count_of_the_record_is_left_out() -> None:
    at = scene(ended(), SEAT)
    view = replace(rollcall_view(at, 0), history_title="The record", history_supporting=3, history_against=None)
    text = decisions.rollcall(view).text
    assert "The record: 3 for." in text and "None" not in text


def test_changes_of_the_news_name_the_acts_behind_them() -> None:
    at = scene(played(SEAT, 3), SEAT)
    figures = digest_view(at, 0).changes
    assert all(faults(figure) == [] for figure in figures)
    records = {at.words.sentence(record) for record in at.table.game.records}
    named_ = [term.label for figure in figures for term in figure.terms[1:]]
    assert any(label in records for label in named_)
