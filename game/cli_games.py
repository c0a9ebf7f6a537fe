"""How a game is laid from the words of the command line: a scenario, a chapter or a lesson."""

from __future__ import annotations

import argparse
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from game.cli import Refused, check_times, load_scenario, seat_of, settings_of

if TYPE_CHECKING:
    from game.lab.table import Table
    from game.saves import Setup
    from game.scenario.lesson import Lesson
    from game.scenario.model import Chapter, Scenario

#: What a lesson sets, by the option that would set it otherwise.
SET_BY_LESSON = (
    ("scenario", "SCENARIO"), ("chapter", "--chapter"), ("seed", "--seed"), ("start", "--from"), ("until", "--until"),
    ("rivals", "--rivals"), ("strength", "--strength"), ("settings", "--set"),
)  # fmt: skip


def scenario_of(arguments: argparse.Namespace) -> tuple[Scenario, Chapter | None, Lesson | None]:
    """What is to be played; Refused with every fault of a lesson, or if nothing is named."""
    if arguments.lesson is not None:
        for name, option in SET_BY_LESSON:
            if getattr(arguments, name, None):
                raise Refused(f"{option} cannot be given with --lesson: the lesson sets it")
        lesson, scenario = load_lesson(arguments.lesson)
        return scenario, None, lesson
    if arguments.scenario is None:
        raise Refused("name a scenario ('general-line scenarios' lists them) or a lesson file; see --help")
    name, chapter = split(arguments.scenario, arguments.chapter)
    scenario = load_scenario(name)
    return scenario, chapter_of(scenario, chapter) if chapter else None, None


def split(name: str, chapter: str | None) -> tuple[str, str | None]:
    """A scenario and its chapter from SCENARIO:CHAPTER, or from a name and --chapter."""
    if ":" not in name or Path(name).is_dir():
        return name, chapter
    before, _, after = name.rpartition(":")
    if chapter and chapter != after:
        raise Refused(f"--chapter {chapter} and {name} name two chapters; keep one")
    return before, after


def chapter_of(scenario: Scenario, name: str) -> Chapter:
    """A chapter by its id; Refused with those that exist."""
    from game.scenario import lesson

    try:
        return lesson.chapter_of(scenario, name)
    except LookupError as error:
        raise Refused(str(error.args[0])) from None


def load_lesson(path: Path) -> tuple[Lesson, Scenario]:
    """A lesson file and its scenario; Refused with every fault."""
    from game.scenario import ScenarioFaults
    from game.scenario.lesson_file import read_lesson

    if not path.is_file():
        raise Refused(f"there is no lesson file {path}; give the path of a .yaml file")
    try:
        return read_lesson(path)
    except ScenarioFaults as faults:
        lines = str(faults).split("\n")
        raise Refused(lines[0] if len(lines) == 1 else f"{path} has {len(lines)} faults:\n{faults}") from None


def seats(scenario: Scenario, lesson: Lesson | None, who: str | None) -> tuple[str, ...]:
    """The seat that is played: the one named, or the only one of a lesson; Refused if the lesson has it not."""
    if lesson is not None and lesson.seats:
        if who is None and len(lesson.seats) == 1:
            return lesson.seats
        if who is not None and who not in lesson.seats:
            raise Refused(f"'{who}' is no seat of this lesson; choose one of {', '.join(lesson.seats)}")
    return seat_of(scenario, who)


def offered(scenario: Scenario, lesson: Lesson | None) -> Scenario:
    """The scenario with no other contenders to choose from than those of the lesson."""
    if lesson is None or not lesson.seats:
        return scenario
    return replace(scenario, contenders=tuple(one for one in scenario.contenders if one.person in lesson.seats))


def new_table(
    arguments: argparse.Namespace,
    scenario: Scenario,
    humans: tuple[str, ...],
    chapter: Chapter | None = None,
    lesson: Lesson | None = None,
) -> Table:
    """Lay the game; Refused for a date, seed or setting that does not fit."""
    from game.lab.table import Table

    if lesson is not None:
        setup = setup_of(lesson, scenario, humans, arguments.name)
    else:
        setup = _setup(arguments, scenario, humans, chapter)
    return Table.new(scenario, setup)


def setup_of(lesson: Lesson, scenario: Scenario, humans: tuple[str, ...], player: str = "") -> Setup:
    """The setup of a lesson for one player."""
    from game.saves import Setup
    from game.scenario.lesson import chapter_of, span_of

    start, until = lesson.start, lesson.end
    if lesson.chapter:
        start, until = span_of(scenario, chapter_of(scenario, lesson.chapter))
    return Setup(
        seed=lesson.seed, humans=humans, rivals=lesson.dial, strength=lesson.strength, start=start, until=until,
        lesson=lesson, settings=lesson.settings, chapter=lesson.chapter, player=player,
    )  # fmt: skip


def _setup(
    arguments: argparse.Namespace, scenario: Scenario, humans: tuple[str, ...], chapter: Chapter | None
) -> Setup:
    from game.saves import Setup
    from game.saves.game import USUAL

    check_times(scenario, arguments)
    start, until = _span(arguments, scenario, chapter)
    return Setup(
        seed=1 if arguments.seed is None else arguments.seed,
        humans=humans,
        rivals=arguments.rivals or "free",
        strength=arguments.strength or USUAL,
        start=start,
        until=until,
        settings=settings_of(scenario, arguments),
        chapter=chapter.id if chapter else "",
        player=arguments.name,
    )


def _span(
    arguments: argparse.Namespace, scenario: Scenario, chapter: Chapter | None
) -> tuple[date | None, date | None]:
    from game.scenario.lesson import span_of

    start, until = arguments.start, getattr(arguments, "until", None)
    if chapter is None:
        return start, until
    if start is not None:
        raise Refused("--from cannot be given with a chapter: the chapter has its own dates")
    first, last = span_of(scenario, chapter)
    return first, min(until, last) if until else last


def terms_text(scenario: Scenario, setup: Setup) -> str:
    """Under which terms a game is played, in lines; '' for a whole game without a lesson."""
    from game.scenario.lesson import chapter_of

    lesson, lines = setup.lesson, []
    if lesson is not None:
        lines.append(f"Lesson: {lesson.title} ({lesson.digest})")
    if setup.chapter:
        chapter = chapter_of(scenario, setup.chapter)
        lines.append(f"{chapter.name}: {chapter.question}")
    if lesson is not None and lesson.minutes:
        lines.append(f"Time for each turn: {lesson.minutes} minutes.")
    if lesson is not None and lesson.forbidden:
        names = {one.id: one.name for one in scenario.orders}
        lines.append(f"Not allowed: {', '.join(names[order] for order in lesson.forbidden)}.")
    return "\n".join(lines)
