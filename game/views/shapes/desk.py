"""The desk: what presses, what came in, how you stand."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from game.views.shapes.figures import FigureView, LinkText, Mark
from game.views.shapes.people import BarView, GivenOrderView, OrderView, PersonView


class Level(StrEnum):
    """How pressing an alert is."""

    ACT = "act"
    LOOK = "look"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class AlertView:
    """Something that asks for attention and where it leads."""

    level: Level
    title: str
    detail: str = ""
    action_label: str = "Go"
    goto: str = ""


@dataclass(frozen=True)
class DispatchView:
    """A report of what happened; `body` is running text with links."""

    date_text: str
    headline: str
    body: tuple[LinkText, ...] = ()
    mark: Mark = Mark.FACT
    new: bool = False
    source: str = ""


@dataclass(frozen=True)
class LoopStepView:
    """One step of the circle of power: your share at it."""

    label: str
    value: int
    whole: int
    here: bool = False
    goto: str = ""
    figure: FigureView | None = None


@dataclass(frozen=True)
class DeskView:
    """The desk: who you are, what presses, what came in, what you may order."""

    bar: BarView
    you: PersonView
    headline: str
    countdown: int | None
    countdown_text: str
    standing: tuple[FigureView, ...]
    alerts: tuple[AlertView, ...]
    dispatches: tuple[DispatchView, ...]
    loop: tuple[LoopStepView, ...]
    orders: tuple[OrderView, ...]
    given: tuple[GivenOrderView, ...]
    undo_stopped: str = ""
    can_undo: int = 0
    can_redo: int = 0
    posts: tuple[str, ...] = ()
