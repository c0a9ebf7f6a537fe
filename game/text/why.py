"""Why somebody did what he did, in the terminal: what can be seen while the game lasts, all of it at its end."""

from __future__ import annotations

from game.text.page import Page
from game.views.aims import aim_of
from game.views.motives import debrief, lately, named
from game.views.parts import Scene, number
from game.views.shapes import CandidateView, MotiveView


def why(at: Scene, typed: str) -> Page | None:
    """The motives of the rival whose name is typed; None if nobody has it."""
    person = named(at, typed)
    if not person:
        return None
    name = at.scenario.people[at.scenario.index["people"][person]].surname
    page = Page()
    page.head(f"Why {name} acted")
    if aim := aim_of(at, person):
        page.say(f"What is asked of this seat: {aim}")
    view = debrief(at, person)
    if view is None:
        _seen(page, at, person)
        return page
    page.say(view.note)
    turn = 0
    for motive in view.motives:
        if motive.turn != turn:
            turn = motive.turn
            page.part(motive.turn_text)
        _motive(page, motive)
    return page


def _seen(page: Page, at: Scene, person: str) -> None:
    found = lately(at, person)
    page.say("As far as public acts show it; the rest is told at the end.")
    for line in found:
        page.item("-", f"{line.label}: {line.text}")
    if not found:
        page.say("Nothing that you have seen can be explained.")


def _motive(page: Page, motive: MotiveView) -> None:
    if motive.as_recorded:
        page.item("*", f"{motive.chosen.text} (as in the record)")
        return
    page.item("*", _told(motive.chosen))
    for other in motive.others:
        page.item("  -", f"passed over: {_told(other)}")


def _told(one: CandidateView) -> str:
    reasons = "; ".join(f"{term.label} {number(term.amount, signed=True)}" for term in one.reasons)
    return f"{one.text}, {number(one.score)} points" + (f" ({reasons})" if reasons else "")
