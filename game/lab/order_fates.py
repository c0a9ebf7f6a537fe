"""What came of orders: whether each took effect, was refused, or won its vote or its bargain."""

from __future__ import annotations

from collections.abc import Sequence

from game.engine.record import Record

#: Of one order type: how often given, how often it succeeded, by how many people.
Fate = list[int]


def fates(records: Sequence[Record]) -> dict[str, Fate]:
    """Per order type: times given, times it succeeded, number of people who gave it.

    An order that moves a motion succeeds if the motion is carried, one that makes an offer if an agreement
    comes of it, any other if it was not refused and changed something.
    """
    children: dict[int, list[Record]] = {}
    for record in records:
        for cause in record.causes:
            children.setdefault(cause, []).append(record)
    found: dict[str, Fate] = {}
    givers: dict[str, set[str]] = {}
    for record in records:
        if record.kind == "order":
            kind = str(record.data["order"])
            fate = found.setdefault(kind, [0, 0, 0])
            fate[0] += 1
            fate[1] += _succeeded(record, children)
            givers.setdefault(kind, set()).add(str(record.who))
    for kind, fate in found.items():
        fate[2] = len(givers[kind])
    return found


def _succeeded(order: Record, children: dict[int, list[Record]]) -> bool:
    after = children.get(order.number, [])
    motions = [one for one in after if one.kind == "motion" and one.data.get("change") == "made"]
    if motions:
        return any(_carried(motion, children) for motion in motions)
    made = [one for one in after if one.kind == "offer"]
    if made:
        return any(_agreed(offer, children) for offer in made)
    changed = [one for one in after if one.kind not in ("refused", "skipped")]
    return bool(changed) and not any(one.kind == "refused" for one in after)


def _carried(motion: Record, children: dict[int, list[Record]]) -> bool:
    name = motion.data["motion"]
    votes = (one for one in children.get(motion.number, []) if one.kind == "vote" and one.data.get("motion") == name)
    return any(bool(vote.data["carried"]) for vote in votes)


def _agreed(offer: Record, children: dict[int, list[Record]]) -> bool:
    """Whether an offer, or one made in answer to it, was accepted."""
    if offer.data.get("change") == "accepted":
        return True
    return any(_agreed(one, children) for one in children.get(offer.number, []) if one.kind == "offer")
