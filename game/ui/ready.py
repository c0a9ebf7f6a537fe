"""What the next page shows, reckoned beside the window while its bar of progress still stands."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from game.lab.table import Table
from game.ui.marks import Mark
from game.views.decision import answers, decision_view
from game.views.desk import desk_view
from game.views.digest import digest_view
from game.views.hinge import hinge_view
from game.views.orders import menu
from game.views.parts import Scene, bar_view
from game.views.rollcall import rollcall_view, shown_from
from game.views.whip import agenda, whip_view


def ready(table: Table, marks: Mapping[str, Mark]) -> tuple[Scene, dict[str, Any]] | None:
    """The scene of the seat that decides next, and its views by their keys; None if nobody at the table does."""
    game, decision = table.game, table.game.decision
    if decision is None or not game.human_to_act:
        return None
    at = Scene(table, decision.who)
    views: dict[str, Any] = {"bar": bar_view(at)}
    if decision.kind == "window":
        views["desk"] = desk_view(at)
        views["menu"] = views["desk"].orders
    elif decision.kind == "session":
        views |= {"menu": menu(at), "agenda": agenda(at), "whip ": whip_view(at, "")}
    elif decision.kind == "hinge":
        views["hinge"] = hinge_view(at, decision)
    else:
        views |= {"decision": decision_view(at, decision), "answers": answers(at, decision)}
    mark = marks.get(at.id, Mark())
    views |= {f"rollcall {number}": rollcall_view(at, number) for number in shown_from(at, mark.ballots)}
    if mark.turn and mark.turn != game.state.turn:
        views[f"digest {mark.records}"] = digest_view(at, mark.records)
    return at, views
