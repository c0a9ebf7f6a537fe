"""A folder of saves as one plain object: what each game came to, read from what the saves tell of themselves.

Only the results kept in the saves are read, nothing is played again, unless a save was made without one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median_low
from typing import Any

from game.reports.dates import day
from game.saves import Saved, SaveError, glance
from game.saves.file import PREVIOUS
from game.saves.folder import SUFFIX
from game.scenario.model import Scenario
from game.views.wording import Wording

#: So many files without the ending of a save are named; the rest are counted.
NAMED = 5
#: Paths and differences listed as common; a path that one game alone took is rare.
COMMON = 8


@dataclass(slots=True)
class Folder:
    """The saves of a folder: those read, and those left out with the reason."""

    saves: list[tuple[Path, Saved]] = field(default_factory=list)
    skipped: list[tuple[str, str]] = field(default_factory=list)


def gather(folder: Path, lesson: str = "") -> Folder:
    """Read every save of a folder; only one scenario (the most frequent) and, if given, one lesson is kept."""
    found = Folder()
    for path in sorted(folder.glob(f"*{SUFFIX}")):
        try:
            found.saves.append((path, glance(path)))
        except SaveError as error:
            found.skipped.append((path.name, str(error).replace(str(path), "it", 1)))
    if not found.saves:
        return found
    names = Counter(saved.scenario for _, saved in found.saves)
    scenario = max(names, key=lambda name: (names[name], name))
    _leave_out(found, lambda one: one.scenario != scenario, lambda one: f"it is of another scenario, {one.scenario}")
    if lesson:
        _leave_out(found, lambda one: _lesson(one) != lesson, lambda one: "it was not played under this lesson")
    _furthest(found)
    return found


def not_saves(folder: Path, own: Sequence[Path] = ()) -> str:
    """One sentence naming the files that do not end as saves do, '' for none.

    Hidden files, the save that stood before another, and the report's ``own`` pages are not told.
    """
    pages = {path.resolve() for path in own}
    names = [
        path.name for path in sorted(folder.iterdir())
        if path.is_file() and path.suffix != SUFFIX and not path.name.startswith(".")
        and not path.name.endswith(f"{SUFFIX}{PREVIOUS}") and path.resolve() not in pages
    ]  # fmt: skip
    if not names:
        return ""
    more = f" and {len(names) - NAMED} more" if len(names) > NAMED else ""
    return f"not read, because they do not end in {SUFFIX}: {', '.join(names[:NAMED])}{more}"


def _furthest(found: Folder) -> None:
    """Of several saves of one named player's game only the furthest counts."""
    best: dict[object, Saved] = {}
    for _, saved in found.saves:
        game = _game_of(saved)
        if game not in best or saved.turn > best[game].turn:
            best[game] = saved
    _leave_out(
        found,
        lambda one: bool(one.setup.player) and one is not best[_game_of(one)],
        lambda one: "a save of the same game that went as far or further is here",
    )


def _game_of(saved: Saved) -> object:
    setup = saved.setup
    return (setup.player, setup.humans, setup.seed, setup.chapter, _lesson(saved))


def _leave_out(found: Folder, when: Callable[[Saved], bool], why: Callable[[Saved], str]) -> None:
    found.skipped += [(path.name, why(saved)) for path, saved in found.saves if when(saved)]
    found.saves = [(path, saved) for path, saved in found.saves if not when(saved)]


def _lesson(saved: Saved) -> str:
    return saved.setup.lesson.digest if saved.setup.lesson else ""


def class_object(scenario: Scenario, rows: Sequence[tuple[Path, Saved, dict[str, Any]]]) -> dict[str, Any]:
    """Everything the report shows. Scores of divergence are thousandths, weights points."""
    words = Wording(scenario)
    students = [_student(words, path, saved, found) for path, saved, found in rows]
    results = [found for _, _, found in rows]
    return {
        "title": scenario.title,
        "scenario": scenario.id,
        "students": students,
        "lesson_names": sorted({row["lesson"] for row in students}),
        "leaders": _counted(f"{row['leader']} ({row['kind']})" for row in students),
        "median": median_low([row["divergence"] for row in students]),
        "curves": [{"name": row["name"], "points": row["curve"]} for row in students],
        "hinges": _hinges(scenario, results),
        "paths": _paths(scenario, students, results),
        "differences": _differences(students, results),
    }


def _student(words: Wording, path: Path, saved: Saved, found: dict[str, Any]) -> dict[str, Any]:
    setup, first, curve = saved.setup, found["departure"], found["divergence"]
    seat = setup.humans[0] if setup.humans else ""
    lesson = setup.lesson
    return {
        "name": setup.player or path.stem,
        "file": path.name,
        "seat": words.person(seat) if seat else "nobody",
        "seed": setup.seed,
        "lesson": f"{lesson.title} ({lesson.digest})" if lesson else "",
        "turns": found["closed"],
        "over": bool(found["over"]),
        "leader": words.person(found["leader"]) if found["leader"] else "nobody",
        "kind": found["kind"],
        "score": found["scores"].get(seat) if seat else None,
        "divergence": curve[-1][1] if curve else 0,
        "curve": curve,
        "departed": first["date"] if first else "",
        "departed_turn": first["turn"] if first else 0,
        "departure": _act(words, first) if first else "",
        "own": _own(words, found.get("own")),
        "differences": [{"weight": one["weight"] / 1000, **one} for one in found["heaviest"]],
    }


def _own(words: Wording, first: dict[str, Any] | None) -> str:
    return f"{day(first['date'])}, {_act(words, first)}" if first else ""


def _act(words: Wording, first: dict[str, Any]) -> str:
    """Who did what: an order with those it was aimed at, or a decision with its answer."""
    scenario = words.scenario
    for hinge in scenario.hinges:
        for option in hinge.options if hinge.id in first["about"] else ():
            if option.id == first.get("option"):
                return f"{words.person(first['who'])}, {hinge.name}: {option.label}"
    names = {one.id: one.name for one in scenario.orders}
    act = names.get(first["act"], first["act"].replace("_", " "))
    about = [words.person(one) for one in first["about"] if one in scenario.index["people"]]
    whom = f" ({', '.join(about)})" if about else ""
    return f"{words.person(first['who'])}: {act.lower()}{whom}"


def _counted(values: Any) -> list[dict[str, Any]]:
    counts = Counter(values)
    return [{"value": value, "count": count} for value, count in sorted(counts.items(), key=lambda c: (-c[1], c[0]))]


def _hinges(scenario: Scenario, results: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """How each decision was taken, beside history's; those nobody came to are left out."""
    taken: Counter[tuple[str, str]] = Counter()
    for found in results:
        taken.update((hinge, option) for hinge, option, _ in found["choices"])
    rows = []
    for hinge in scenario.hinges:
        counts = [taken[hinge.id, option.id] for option in hinge.options]
        if not sum(counts):
            continue
        options = [
            {"label": option.label, "count": count, "historical": option.historical}
            for option, count in zip(hinge.options, counts, strict=True)
        ]
        as_then = sum(count for option, count in zip(hinge.options, counts, strict=True) if option.historical)
        rows.append({"name": hinge.name, "options": options, "asked": sum(counts), "as_in_history": as_then})
    return rows


def _paths(
    scenario: Scenario, students: list[dict[str, Any]], results: Sequence[dict[str, Any]]
) -> list[dict[str, Any]]:
    """Choices by which games differ from history, the common first, with who took them."""
    takers: dict[tuple[str, str], list[str]] = {}
    for student, found in zip(students, results, strict=True):
        for hinge, option, _ in found["choices"]:
            takers.setdefault((hinge, option), []).append(student["name"])
    known = {
        (hinge.id, option.id): (hinge.name, option.label)
        for hinge in scenario.hinges for option in hinge.options if not option.historical
    }  # fmt: skip
    rows = [
        {"hinge": known[key][0], "option": known[key][1], "names": names}
        for key, names in takers.items()
        if key in known
    ]
    return sorted(rows, key=lambda row: (-len(row["names"]), row["hinge"], row["option"]))


def _differences(students: list[dict[str, Any]], results: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The heaviest differences from the record, common first, with who has them."""
    seen: dict[str, dict[str, Any]] = {}
    for student, found in zip(students, results, strict=True):
        for one in found["heaviest"]:
            row = seen.setdefault(one["key"], {"was": one["was"], "here": one["here"], "weight": 0, "names": []})
            row["names"].append(student["name"])
            row["weight"] = max(row["weight"], one["weight"])
    rows = sorted(seen.values(), key=lambda row: (-len(row["names"]), -row["weight"], row["here"]))
    common = [row for row in rows if len(row["names"]) > 1][:COMMON]
    return [*common, *[row for row in rows if len(row["names"]) == 1 and len(students) > 1][:COMMON]]
