"""Reads a lesson file: the same care and the same kind of faults as for a scenario."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError

from game.scenario import available, find, load
from game.scenario.faults import FAULT, Fault, ScenarioFaults, nearest
from game.scenario.lesson import Lesson
from game.scenario.model import Scenario
from game.scenario.play_settings import settable
from game.scenario.reading import Node, read_text, read_tree
from game.scenario.schema_base import Day, EndDay, Form, Word
from game.scenario.shape import shape_faults
from game.scenario.vocabulary import DIALS, STRENGTHS, TIMINGS

Sentence = Annotated[str, Field(min_length=1, max_length=600)]


#: What to do about a path that goes up.
STAY = "give an id, or a folder beside the lesson"


class BroughtForm(Form):
    """An event that the lesson brings on a day."""

    event: str
    on: Day = Field(validation_alias="on")


class LessonForm(Form):
    """A lesson file."""

    title: Sentence
    scenario: str
    chapter: str = ""
    start: Day | None = None
    end: EndDay | None = None
    seed: Annotated[int, Field(ge=0, le=2**63 - 1)] = 1
    seats: list[str] = []
    dial: Annotated[str, Word(DIALS)] = "free"
    strength: Annotated[str, Word(STRENGTHS)] = "secretary"
    reveal: bool = False
    spoilers: bool = True
    minutes: Annotated[int, Field(ge=0, le=600)] = 0
    forbidden: list[str] = []
    events: list[BroughtForm] = []
    settings: dict[str, str] = {}
    questions: list[Sentence] = []


def read_lesson(path: Path) -> tuple[Lesson, Scenario]:
    """The lesson and its scenario; ScenarioFaults lists everything that is wrong, with its place."""
    faults: list[Fault] = []
    node, form = _form(path, faults)
    scenario = _scenario(path, node, form, faults) if form is not None else None
    if form is not None and scenario is not None:
        _Check(path.name, node, scenario, faults).whole(form)
    if faults or form is None or scenario is None:
        raise ScenarioFaults(str(path.parent), sorted(set(faults)))
    return _lesson(form, scenario), scenario


def _form(path: Path, faults: list[Fault]) -> tuple[Node, LessonForm | None]:
    """The file as a tree, and as a form if its shape is right."""
    text = read_text(path, path.name, faults)
    tree = read_tree(text, path.name, faults) if text is not None else None
    if tree is None or faults:
        return Node({}, 1, 1), None
    if not isinstance(tree.data, dict):
        faults.append(Fault(path.name, 1, 1, "expected keys such as scenario:", do="see scenarios/README.md"))
        return tree, None
    try:
        return tree, LessonForm.model_validate(tree.data)
    except ValidationError as error:
        faults += shape_faults(error, LessonForm, tree, path.name)
        return tree, None


def _scenario(path: Path, node: Node, form: LessonForm, faults: list[Fault]) -> Scenario | None:
    """The scenario of the lesson: by id, or a folder seen from the lesson's own."""
    place = node.at(("scenario",))
    beside = path.parent / form.scenario
    if ".." in Path(form.scenario).parts:
        faults.append(Fault(path.name, place.line, place.column, "this leads out of the lesson's folder", do=STAY))
        return None
    try:
        return load(beside if (beside / "scenario.yaml").is_file() else find(form.scenario))
    except OSError:
        near = nearest(form.scenario, available())
        what = f"there is no scenario {form.scenario[:60]!r}"
        faults.append(Fault(path.name, place.line, place.column, what, near, "give its id, or its folder"))
    except ScenarioFaults as error:
        what = f"this scenario cannot be played: {len(error.faults)} faults"
        do = "'general-line validate' says which"
        faults.append(Fault(path.name, place.line, place.column, what, do=do))
    return None


def _lesson(form: LessonForm, scenario: Scenario) -> Lesson:
    return Lesson(
        title=form.title, scenario=scenario.id, chapter=form.chapter, start=form.start, end=form.end, seed=form.seed,
        seats=tuple(form.seats), dial=form.dial, strength=form.strength, reveal=form.reveal, spoilers=form.spoilers,
        minutes=form.minutes, forbidden=tuple(sorted(set(form.forbidden))),
        events=tuple(sorted((one.event, one.on) for one in form.events)),
        settings=tuple(sorted(form.settings.items())), questions=tuple(form.questions),
    )  # fmt: skip


class _Check:
    """What a lesson names must exist in its scenario and lie inside its time."""

    def __init__(self, file: str, node: Node, scenario: Scenario, faults: list[Fault]) -> None:
        self.file, self.node, self.scenario, self.faults = file, node, scenario, faults

    def whole(self, form: LessonForm) -> None:
        """Note every fault."""
        scenario = self.scenario
        chapters = {one.id: one for one in scenario.chapters}
        if form.chapter:
            self._known(("chapter",), form.chapter, chapters, "chapter")
        if form.chapter and (form.start or form.end):
            self._fault(("chapter",), "a chapter has its own dates", do="leave out start and end, or the chapter")
        for place, seat in enumerate(form.seats):
            self._known(("seats", place), seat, [one.person for one in scenario.contenders], "seat")
        for place, order in enumerate(form.forbidden):
            self._known(("forbidden", place), order, [one.id for one in scenario.orders], "order")
        for name, words in (("dial", DIALS), ("strength", STRENGTHS)):
            word = str(getattr(form, name))
            if word not in words:
                self._fault((name,), f"{word[:60]!r} is not possible here", nearest(word, words), _use(words))
        for name, word in form.settings.items():
            self._known(("settings", name), name, settable(scenario), "setting")
            if word not in TIMINGS:
                self._fault(("settings", name), f"{word[:60]!r} is not possible here", do=_use(TIMINGS))
        self._times(form, chapters.get(form.chapter))

    def _times(self, form: LessonForm, chapter: Any) -> None:
        scenario = self.scenario
        first, last = scenario.start, scenario.turn_dates(scenario.turns)[1]
        for name, day in (("start", form.start), ("end", form.end)):
            if day is not None and not first.replace(day=1) <= day <= last:
                self._fault((name,), f"{day} lies outside the scenario", do=f"it runs from {first} to {last}")
        if form.start and form.end and form.end < form.start:
            self._fault(("end",), "this lesson ends before it begins", do="correct start or end")
        begin, end = form.start or first, form.end or last
        if chapter is not None:
            begin, end = scenario.turn_dates(chapter.first_turn)[0], scenario.turn_dates(chapter.last_turn)[1]
        for place, one in enumerate(form.events):
            self._known(("events", place, "event"), one.event, [event.id for event in scenario.events], "event")
            self._inside(("events", place, "on"), one.on, begin, end)

    def _inside(self, path: tuple[Any, ...], day: date, begin: date, end: date) -> None:
        if not begin <= day <= end:
            self._fault(path, f"{day} lies outside the lesson", do=f"it runs from {begin} to {end}")

    def _known(self, path: tuple[Any, ...], name: str, known: Iterable[str], kind: str) -> None:
        names = list(known)
        if name not in names:
            what = f"{self.scenario.id} has no {kind} {name[:60]!r}"
            self._fault(path, what, nearest(name, names), "" if len(names) > 12 else _use(names))

    def _fault(self, path: tuple[Any, ...], what: str, near: str = "", do: str = "") -> None:
        place = self.node.at(path)
        self.faults.append(Fault(self.file, place.line, place.column, what, near, do, FAULT))


def _use(words: Iterable[str]) -> str:
    return f"use {', '.join(words) or 'none'}"
