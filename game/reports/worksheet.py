"""A worksheet from a run: questions of its own divergences, with a teacher's key on a page of its own."""

from __future__ import annotations

from game.lab.table import Table
from game.reports.data import run_object
from game.reports.dates import day
from game.reports.questions import questions
from game.reports.sheets import environment
from game.scenario.lesson import chapter_of

#: Divergences listed as the evidence of the sheet.
LISTED = 8


def page(table: Table, name: str) -> str:
    """The worksheet of a run as one self-contained HTML page; ``name`` is the save's."""
    game, run = table.game, run_object(table)
    setup, scenario = game.setup, game.scenario
    made = environment(scenario)
    made.filters["day"] = day
    heavy = sorted(run["divergences"], key=lambda one: -one["weight"])[:LISTED]
    return made.get_template("worksheet.html.j2").render(
        heading="Worksheet",
        title=scenario.title,
        run=run,
        name=name,
        player=setup.player,
        lesson=setup.lesson,
        chapter=chapter_of(scenario, setup.chapter) if setup.chapter else None,
        begins=(setup.start or scenario.start).isoformat(),
        seats=[fate for fate in run["fates"] if fate["person"] in setup.humans],
        listed=sorted(heavy, key=lambda one: one["date"]),
        questions=questions(run, setup.lesson.questions if setup.lesson else ()),
    )
