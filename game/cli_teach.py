"""Commands for teachers: worksheet, class-report, handout. Pages are made whole before the first is written."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from game.cli import Refused, load_scenario, scenario_of_save

if TYPE_CHECKING:
    from game.reports.class_data import Folder
    from game.saves import Saved
    from game.scenario.model import Scenario


#: What a save tells of its game, if it was written by this version.
KEPT = {"closed", "over", "leader", "kind", "scores", "divergence", "departure", "choices", "heaviest"}


def add_teach(commands: Any) -> None:
    """Add these commands to the command line."""
    sheet = commands.add_parser("worksheet", help="questions from a save's own divergences, with a teacher's key")
    sheet.add_argument("save", type=Path, metavar="SAVE")
    sheet.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.html")
    sheet.add_argument("--branch", default="", metavar="NAME", help="of another branch of the save")
    sheet.set_defaults(command=_worksheet)
    report = commands.add_parser("class-report", help="a folder of saves on one page")
    report.add_argument("folder", type=Path, metavar="DIR")
    report.add_argument("-o", "--output", type=Path, required=True, metavar="FILE.html")
    report.add_argument("--csv", type=Path, metavar="FILE.csv", help="one row a student as well")
    report.add_argument("--lesson", type=Path, metavar="FILE", help="only saves played under this lesson")
    report.set_defaults(command=_class_report)
    paper = commands.add_parser("handout", help="role sheets, timeline, rules and lesson plans to print")
    paper.add_argument("what", metavar="SCENARIO|LESSON", help="a scenario, SCENARIO:CHAPTER, or a lesson file")
    paper.add_argument("-o", "--output", type=Path, required=True, metavar="DIR")
    paper.set_defaults(command=_handout)


def _worksheet(arguments: argparse.Namespace) -> int:
    from game.cli_saves import load_table
    from game.reports.worksheet import page

    _check(arguments.output, ".html")
    table = load_table(arguments.save, arguments.branch)
    _write({arguments.output: page(table, arguments.save.name)})
    return 0


# ---- class report


def _class_report(arguments: argparse.Namespace) -> int:
    from game.cli_games import load_lesson
    from game.reports import class_report
    from game.reports.class_data import class_object, gather, not_saves

    _check(arguments.output, ".html")
    if arguments.csv is not None:
        _check(arguments.csv, ".csv")
    folder: Path = arguments.folder
    if not folder.is_dir():
        raise Refused(f"{folder} is not a folder; give the folder of the saves")
    lesson = load_lesson(arguments.lesson)[0].digest if arguments.lesson is not None else ""
    found = gather(folder, lesson)
    others = not_saves(folder, [arguments.output, *([arguments.csv] if arguments.csv is not None else [])])
    scenario, rows = _results(folder, found, others)
    it = class_object(scenario, rows)
    pages = {arguments.output: class_report.page(scenario, it, found.skipped)}
    if arguments.csv is not None:
        pages[arguments.csv] = class_report.sheet(it)
    _write(pages)
    count = "1 game" if len(rows) == 1 else f"{len(rows)} games"
    print(f"{arguments.output}: {count} of {scenario.title}")
    for name, why in found.skipped:
        print(f"left out {name}: {why}")
    if others:
        print(others)
    return 0


def _results(folder: Path, found: Folder, others: str) -> tuple[Scenario, list[tuple[Path, Saved, dict[str, Any]]]]:
    """Each save with what came of it; one that keeps no result is played again, and left out if it cannot be."""
    if not found.saves:
        left_out = (
            f" ({len(found.skipped)} left out: {found.skipped[0][0]}: {found.skipped[0][1]})" if found.skipped else ""
        )
        unread = f"; {others}" if others else ""
        raise Refused(f"{folder} holds no save that can be read{left_out}{unread}; give the folder of the saves")
    scenario = scenario_of_save(found.saves[0][1].scenario, found.saves[0][0])
    rows = []
    for path, saved in found.saves:
        try:
            rows.append((path, saved, _result(scenario, path, saved)))
        except Refused as refusal:
            found.skipped.append((path.name, str(refusal)))
    if not rows:
        raise Refused(f"{folder} holds no save that can be read; {found.skipped[0][1]}")
    return scenario, rows


def _result(scenario: Scenario, path: Path, saved: Saved) -> dict[str, Any]:
    """What came of a game; Refused if it names people this scenario does not have."""
    kept = dict(saved.result or {})
    kept = kept if kept.keys() >= KEPT else _played_again(path)
    people = scenario.index["people"]
    named = [kept["leader"], *saved.setup.humans]
    if any(name and name not in people for name in named):
        raise Refused("it names people whom this scenario does not have (the scenario has changed since)")
    return kept


def _played_again(path: Path) -> dict[str, Any]:
    from game.cli_saves import load_table
    from game.lab.result import result

    table = load_table(path)
    return result(table.game, table.log)


# ---- handout


def _handout(arguments: argparse.Namespace) -> int:
    from game.cli_games import chapter_of, load_lesson, split
    from game.reports.handout import Brief, sheets

    if Path(arguments.what).suffix in (".yaml", ".yml"):
        lesson, scenario = load_lesson(Path(arguments.what))
        brief = Brief.of(scenario, lesson)
    else:
        name, chapter = split(arguments.what, None)
        scenario = load_scenario(name)
        brief = Brief.of(scenario, None, chapter_of(scenario, chapter) if chapter else None)
    folder: Path = arguments.output
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused(f"{folder} is not an empty folder; give a new one")
    pages = sheets(brief)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise Refused(f"{folder} could not be made ({error.strerror}); choose another folder") from None
    _write({folder / name: text for name, text in pages.items()})
    print(f"{folder / 'index.html'}: {len(pages)} sheets")
    return 0


# ---- writing


def _check(path: Path, suffix: str) -> None:
    """Refuse what could not be written, before the work and not after it."""
    if path.suffix != suffix:
        raise Refused(f"{path} should end in {suffix}")
    if path.is_dir():
        raise Refused(f"{path} could not be written; it is a folder")
    if not path.resolve().parent.is_dir():
        raise Refused(f"{path} could not be written; there is no folder {path.parent}")


def _write(pages: dict[Path, str]) -> None:
    """Write all pages or none that was not there before."""
    from game.saves.whole import write_whole

    fresh = [path for path in pages if not path.exists()]
    for path, text in pages.items():
        try:
            write_whole(path, text)
        except OSError as error:
            for one in fresh:
                one.unlink(missing_ok=True)
            raise Refused(f"{path} could not be written ({error.strerror}); choose another") from None
