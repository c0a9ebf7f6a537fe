"""Aims and the state of the country as pages of text."""

from __future__ import annotations

from collections.abc import Iterable

from game.text.page import Page
from game.views.parts import number
from game.views.shapes import AimView, FigureView


def aim(view: AimView) -> Page:
    """What the seat is measured by, and which lines of it hold now."""
    page = Page()
    page.head(f"Your aim: {view.aim}")
    _lines(page, view)
    page.say(f"As far as you can see it stands at {number(view.points)} of {number(view.most)} points now.")
    return page


def _lines(page: Page, view: AimView) -> None:
    for line in view.lines:
        page.item("+" if line.holds else "-", f"{number(line.points, signed=True)}: {line.text}")


def fared(page: Page, views: Iterable[AimView]) -> None:
    """How everybody fared by the measure of his own aim, with the lines that held."""
    page.part("How each fared", "by his own aim; why NAME tells what weighed in all his choices")
    for view in views:
        page.item("-", f"{view.name}, {number(view.points)} of {number(view.most)}: {view.aim}")
        for line in view.lines:
            if line.holds:
                page.say(f"{number(line.points, signed=True)}: {line.text}", 5)


def country(found: Iterable[tuple[FigureView, str]]) -> Page:
    """Quantities of the country and the greatest grievances."""
    page = Page()
    page.head("The country")
    for figure, words in found:
        page.figure(figure)
        if ahead := words.partition(". ")[2]:
            page.say(ahead, 6)
    page.say("open N names the acts and events that moved a figure.")
    page.say("Aims count in thousandths: 400 in an aim is 40.0 here.")
    return page
