"""Before and after a game: scenarios, contenders, saves, the end."""

from __future__ import annotations

from dataclasses import dataclass

from game.views.shapes.desk import LoopStepView
from game.views.shapes.figures import FigureView
from game.views.shapes.narrative import PassageView
from game.views.shapes.people import PersonView


@dataclass(frozen=True)
class FateView:
    """What became of a person in this run and in history."""

    person: PersonView
    here: str
    history: str
    same: bool = False


@dataclass(frozen=True)
class EpilogueView:
    """The verdict as a poster, the score as a sum and everyone's fate."""

    date_text: str
    verdict: tuple[str, ...]
    text: str
    score: FigureView
    aim_text: str
    fates: tuple[FateView, ...]
    story: tuple[PassageView, ...] = ()


@dataclass(frozen=True)
class ContenderView:
    """A contender to choose: aim, ways to lose, strengths and difficulty (1 to 5)."""

    person: PersonView
    aim_short: str
    aim: str
    lose_if: str
    difficulty: int
    difficulty_word: str
    strengths: tuple[tuple[str, int], ...]
    weaknesses: tuple[tuple[str, int], ...]
    history: str = ""
    born: str = ""
    posts: tuple[str, ...] = ()


@dataclass(frozen=True)
class ScenarioCardView:
    """A scenario of the library."""

    id: str
    title: str
    subtitle: str
    description: str
    turns: int
    contenders: tuple[PersonView, ...]
    chapters: tuple[tuple[str, str], ...] = ()
    faults: tuple[str, ...] = ()
    minutes: int = 0


@dataclass(frozen=True)
class LibraryView:
    """The scenarios on this machine."""

    title: str
    scenarios: tuple[ScenarioCardView, ...]
    folder_text: str = ""


@dataclass(frozen=True)
class ThumbnailView:
    """A save as a small picture: whose it is, when, and that seat's share at each step of the circle of power.

    Without `steps` the save does not tell them, or they are not reckoned yet.
    """

    person: PersonView
    date_text: str
    steps: tuple[LoopStepView, ...] = ()


@dataclass(frozen=True)
class SaveView:
    """One saved game; `problem` says why it cannot be opened."""

    path: str
    title: str
    detail: str
    when: str
    thumbnail: ThumbnailView | None = None
    problem: str = ""


@dataclass(frozen=True)
class SavesView:
    """The saved games, newest first."""

    title: str
    saves: tuple[SaveView, ...]
    folder_text: str = ""


@dataclass(frozen=True)
class HintView:
    """A hint of the tutorial: a short sentence, and where to look."""

    text: str
    action_label: str
    goto: str
    step: int
    steps: int
