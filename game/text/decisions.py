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

#: A voter surer than this is in no doubt; so many of the doubtful are listed in short.
SURE, DOUBTFUL = 90, 12
#: So many names of a side and so many fates are written out.
NAMED, FATES = 16, 30


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
        by = f" (at the time: {option.authors_text})" if option.authors_text else ""
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


def whip(view: WhipView, brief: bool = False) -> Page:
    """The whip list of a motion; in short only the seat's own row and those in doubt."""
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
        page.say(f"{view.forecast.label}. Share of the votes: {view.forecast.text} ({view.forecast.range_text}).")
    rows = [row for row in view.rows if not brief or row.price == "you" or (row.sure or 0) < SURE]
    rows, left = rows[:DOUBTFUL] if brief else rows, len(view.rows)
    if rows:
        page.part(view.row_word, "in doubt; whip N lists all" if brief and len(rows) < left else "")
    for row in rows:
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
    if len(rows) < left:
        page.say(f"and {left - len(rows)} more")
    return page


def rollcall(view: RollCallView) -> Page:
    """A counted vote, and the record's beside it."""
    page = Page()
    page.part("The vote", view.meeting)
    page.say(
        f"{view.title}: {view.supporting} for, {view.against} against. {view.result_text}",
        2,
    )
    _called(page, view)
    if view.history_title:
        counts = ((view.history_supporting, "for"), (view.history_against, "against"))
        told = ", ".join(f"{count} {side}" for count, side in counts if count is not None)
        tally = f"{told}. " if told else ""
        page.say(f"{view.history_title}: {tally}{view.history_note}", 2)
    if view.difference:
        page.figure(view.difference)
    return page


def tally(view: RollCallView) -> Page:
    """A vote in one sentence."""
    page = Page()
    counted = f"{view.supporting} for, {view.against} against"
    page.say(f"{view.meeting}. {view.title}: {counted}. {view.result_text}")
    return page


def _called(page: Page, view: RollCallView) -> None:
    """Delegations one by one; single voters by the side they took, those who broke with their bloc marked."""
    if any(one.supporting + one.against > 1 for one in view.delegations):
        for one in view.delegations[:24]:
            broke = "  (broke with the bloc)" if one.broke else ""
            page.say(f"{one.name}: {one.supporting} for, {one.against} against{broke}", 4)
        return
    sides: dict[str, list[str]] = {"For": [], "Against": [], "Abstained": []}
    for one in view.delegations:
        side = "For" if one.supporting else "Against" if one.against else "Abstained"
        sides[side].append(f"{one.name} (broke with the bloc)" if one.broke else one.name)
    for side, names in sides.items():
        if names:
            rest = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
            page.say(f"{side}: {', '.join(names[:NAMED])}{rest}", 4)


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
    return page


def fates(page: Page, view: EpilogueView, most: int = FATES) -> None:
    """What became of those who stood in front, here and in history."""
    page.part("What became of them")
    for fate in view.fates[:most]:
        page.item("-", f"{fate.person.name}. Here: {fate.here}. In history: {fate.history}")
    if len(view.fates) > most:
        page.say(f"and {len(view.fates) - most} more; codex NAME tells of each")
