"""The screens by name, made when they are first opened.

A screen is made by ``SCREENS[name](conductor, **args)`` and drawn by the window. What a screen may use
of the conductor (``game.ui.flow.Conductor``):

- ``app``: the window (``app.tabs`` are the tabs of the bar); ``table``: the table (``game.lab.table``).
- ``seat``: id of the person whose seat is shown; ``scene()``: what this seat sees now, made once a change.
- ``view(key, make)``: ``make(scene)`` computed once until something changes; build screens from this, so
  that a redraw costs nothing and rivals may think in a thread meanwhile.
- ``open(name, **args)``: go to a screen (a tab replaces the page, others come on top); ``back()``: leave it.
- ``codex(ref)``: the codex on a reference such as ``person:x``, over the present page (the screen is made
  with ``ref=ref``; as a tab it gets no ``ref``); ``lookup(ref)``: what a link says on hover.
- ``order(kind, **prefilled)``: give an order, asking for its open blanks step by step.
- ``give(order)``: give an order whose blanks are filled; ``undo()``, ``redo()``.
- ``go(goto)``: follow a ``goto`` of a view: ``screen:name``, ``order:kind`` or a codex reference.
- ``next()``: the red act of the present decision; ``next_label()``: its words.
- ``fork(turn)``: go on from the opening of an earlier turn; ``save()``; ``title()``: leave the game.
- ``changed()``: after something else changed (a fork, a setting): views are made anew and the page rebuilt.

Subclass ``game.ui.screens.base.GameScreen``: it has ``self.conductor``, ``self.page(body, side=None)``
(bar, tabs, footer with the red act around a body), codex links, and the keys of every game screen.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from game.ui.app import Screen
    from game.ui.flow import Conductor


def _lazy(module: str, name: str) -> Callable[..., Screen]:
    def make(conductor: Conductor, **args: Any) -> Screen:
        screen: Screen = getattr(import_module(f"game.ui.screens.{module}"), name)(conductor, **args)
        return screen

    return make


SCREENS: dict[str, Callable[..., Screen]] = {
    # the seven tabs
    "desk": _lazy("desk", "DeskScreen"),
    "table": _lazy("table", "TableScreen"),
    "organisations": _lazy("organisations", "OrganisationsScreen"),
    "relations": _lazy("relations", "RelationsScreen"),
    "doctrine": _lazy("doctrine", "DoctrineScreen"),
    "codex": _lazy("codex", "CodexScreen"),
    "log": _lazy("log", "LogScreen"),
    # the course of a game
    "digest": _lazy("digest", "DigestScreen"),
    "hinge": _lazy("hinge", "HingeScreen"),
    "decision": _lazy("decision", "DecisionScreen"),
    "session": _lazy("session", "SessionScreen"),
    "rollcall": _lazy("rollcall", "RollCallScreen"),
    "compose": _lazy("compose", "ComposeScreen"),
    "handover": _lazy("handover", "HandOverScreen"),
    "epilogue": _lazy("epilogue", "EpilogueScreen"),
    "motives": _lazy("motives", "MotivesScreen"),
    "branches": _lazy("branches", "BranchesScreen"),
    "why": _lazy("why", "WhyScreen"),
    "story": _lazy("story", "StoryScreen"),
    # before and beside a game
    "title": _lazy("title", "TitleScreen"),
    "library": _lazy("library", "LibraryScreen"),
    "contender": _lazy("contender", "ContenderScreen"),
    "saves": _lazy("saves", "SavesScreen"),
    "options": _lazy("options", "OptionsScreen"),
    "keys": _lazy("keys", "KeysScreen"),
    "export": _lazy("export", "ExportScreen"),
}

#: The tabs of the bar: screen, generic label (a scenario may have its own under this name in ``labels``).
TABS: tuple[tuple[str, str], ...] = (
    ("desk", "Desk"),
    ("table", "The bureau"),
    ("organisations", "Organisations"),
    ("relations", "Relations"),
    ("doctrine", "Doctrine"),
    ("codex", "Codex"),
    ("log", "Log"),
)
