"""Decisions, votes and the end as pages of text, made from the same views as the window."""

from __future__ import annotations

from game.text.page import MARKS, Page
from game.text.pages import running
from game.views.shapes import (
    ClauseView,
    DecisionView,
    EpilogueView,
    HingeView,
    Mark,
    RollCallView,
    WhipView,
)


def hinge(view: HingeView) -> Page:
    """A dated moment and its alternatives."""
    page = Page()
    page.head(f"{view.date_text}: {view.title}")
    page.say(view.sentence)
    page.part(view.document_title or view.context, MARKS[view.document_mark])
    page.say(view.document_text, 2)
    page.part("You may", "a number chooses")
    for place, option in enumerate(view.options, 1):
        if option.locked_reason:
            page.item(" x.", f"{option.title}: {option.locked_reason}")
            continue
        by = f" (argued by {option.authors_text})" if option.authors_text else ""
        page.item(f"{place:>2}.", f"{option.title}{by}", option.consequence)
        for words in (*option.arguments, option.risk):
            if words:
                page.say(words, 5)
        for chance in option.forecasts:
            page.say(f"{chance.label}: {chance.text} ({chance.range_text})", 5)
        for figure in option.figures:
            page.figure(figure)
    page.part("What you do not know")
    for unknown in view.unknowns:
        page.item("?", unknown)
    return page


def decision(view: DecisionView) -> Page:
    """A question to answer."""
    page = Page()
    page.head(view.title)
    page.say(running(view.text))
    if view.figure:
        page.figure(view.figure)
    page.part("You may", "a number chooses")
    for place, option in enumerate(view.options, 1):
        if option.locked_reason:
            page.item(" x.", f"{option.label}: {option.locked_reason}")
        else:
            page.item(f"{place:>2}.", option.label, option.detail)
    return page


def whip(view: WhipView, most: int = 30) -> Page:
    """The whip list of a motion."""
    page = Page()
    page.head(f"{view.title}")
    page.say(view.meeting)
    page.say(view.sentence)
    tally = view.tally
    page.say(
        f"For {tally.supporting}, leaning {tally.leaning}, unknown {tally.unknown}, against {tally.against}; "
        f"{tally.needed} to win."
    )
    if view.forecast:
        page.say(f"{view.forecast.label}: {view.forecast.text} ({view.forecast.range_text})")
    page.part(view.row_word)
    for row in view.rows[:most]:
        seats = f", {row.seats} seats" if row.seats > 1 else ""
        way = "for" if row.lean.lean > 0 else "against" if row.lean.lean < 0 else "neither way"
        sure = f", {row.sure} % sure" if row.sure is not None else ""
        price = f"; {row.price}" if row.price else ""
        text = f"{row.name}{seats}: {way}{sure}. {row.reason}{price}"
        if row.figure:
            page.figures.append(row.figure)
            page.item(f"[{len(page.figures)}]", text)
        else:
            page.item("-", text)
    if len(view.rows) > most:
        page.say(f"and {len(view.rows) - most} more")
    return page


def rollcall(view: RollCallView) -> Page:
    """A counted vote, and the record's beside it."""
    page = Page()
    page.part("The vote", view.meeting)
    page.say(
        f"{view.title}: {view.supporting} for, {view.against} against, {view.abstained} abstained. "
        f"{view.result_text}",
        2,
    )
    for one in view.delegations[:24]:
        broke = "  (broke with the bloc)" if one.broke else ""
        page.say(f"{one.name}: {one.supporting} for, {one.against} against{broke}", 4)
    if view.history_title:
        tally = (
            f"{view.history_supporting} for, {view.history_against} against. "
            if view.history_supporting is not None
            else ""
        )
        page.say(f"{view.history_title}: {tally}{view.history_note}", 2)
    if view.difference:
        page.figure(view.difference)
    return page


def _clause(clause: ClauseView) -> str:
    """A sentence of the story with its turn, and its mark if it is not the model's."""
    mark = "" if clause.mark is Mark.MODEL else f"{MARKS[clause.mark]}, "
    return f"{clause.text}. [{mark}{clause.turn}]"


def epilogue(view: EpilogueView) -> Page:
    """The end."""
    page = Page()
    page.head(" ".join(view.verdict))
    page.say(view.date_text)
    page.say(view.text)
    page.say(f"The aim was: {view.aim_text}")
    page.figure(view.score)
    page.part("The story", "in brackets the turn; sentences without a mark are the model's")
    for passage in view.story:
        page.item("-", f"{passage.title}.", " ".join(_clause(clause) for clause in passage.clauses))
    page.part("What became of them")
    for fate in view.fates:
        page.item("-", f"{fate.person.name}. Here: {fate.here}. In history: {fate.history}")
    return page
