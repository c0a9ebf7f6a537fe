"""What is told of a hinge only once it is decided: what could not be known then, and what may follow."""

from __future__ import annotations

from game.engine import lines
from game.engine.record import Record
from game.scenario.model import Hinge
from game.views.parts import Scene

#: Heads of what is told afterwards.
UNKNOWN, FOLLOWS, QUESTION = "What could not be known then", "What may follow", "To think about"


def past(at: Scene, hinge: Hinge) -> bool:
    """Whether every group that was asked has answered, or the moment has passed undecided."""
    state = at.table.game.state
    asked = any(one.kind == "hinge" and one.about == hinge.id for one in state.decisions)
    return hinge.id in state.events_fired and not asked


def decisions(at: Scene, hinge: Hinge) -> list[Record]:
    """The records by which the hinge was decided, in order, as far as the seat may read them; none before."""
    if not past(at, hinge):
        return []
    over = at.table.game.state.phase == "over"
    return [
        one for one in at.table.game.records
        if one.kind == "hinge" and hinge.id in one.about
        and (over or one.secret_to is None or at.id in one.secret_to)
    ]  # fmt: skip


def echo(hinge: Hinge, record: Record) -> str:
    """What the option taken may lead to; '' if nothing was taken, or the others refused it."""
    if record.data.get("change") != "decided":
        return ""
    return next((one.echo for one in hinge.options if one.id == record.data.get("option")), "")


def echoes(at: Scene, hinge: Hinge) -> list[str]:
    """What the options taken may lead to, by whichever group of deciders."""
    found = (echo(hinge, record) for record in decisions(at, hinge))
    return list(dict.fromkeys(one for one in found if one))


def unknown(at: Scene, hinge: Hinge) -> str:
    """What could not be known before the choice; '' before it, or where the scenario keeps it to itself."""
    setting = dict(at.scenario.settings.get("reveal", {})).get("unknowns_after_choice", True)
    return hinge.unknown if setting and decisions(at, hinge) else ""


def told(at: Scene, hinge: Hinge) -> list[str]:
    """The hinge's unknowns and the echoes of the options taken, as sentences with their heads."""
    return _headed(unknown(at, hinge), echoes(at, hinge))


def told_of(at: Scene, record: Record) -> list[str]:
    """The same as news of one decision, told to whoever decided or leads him: it is said to him."""
    if not _own(at, record):
        return []
    hinge = at.scenario.hinges[at.atlas.index["hinges"][record.about[0]]]
    follows = echo(hinge, record) if past(at, hinge) else ""
    return _headed(unknown(at, hinge), [follows] if follows else [])


def _headed(could_not: str, follows: list[str]) -> list[str]:
    heads = [f"{UNKNOWN}: {could_not}"] if could_not else []
    return heads + ([f"{FOLLOWS}: {' '.join(follows)}"] if follows else [])


def _own(at: Scene, record: Record) -> bool:
    if record.who == at.id:
        return True
    place = at.scenario.index["people"].get(record.who or "", -1)
    return place >= 0 and at.bloc >= 0 and lines.bloc_of(at.table.game.state, place) == at.bloc
