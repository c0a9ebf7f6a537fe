"""Effects in a file: plain ones, chances and conditions with their branches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from game.scenario.faults import found_words, nearest
from game.scenario.model import Effect
from game.scenario.reading import Node

if TYPE_CHECKING:
    from game.scenario.schema_base import Build

MOST_NESTED_EFFECTS = 8


def effects(value: list[Any], node: Node, build: Build, depth: int = 0) -> tuple[Effect, ...]:
    """A list of effects: plain ones, chances and conditions."""
    found = [effect(item, node.parts.get(place, node), build, depth) for place, item in enumerate(value)]
    return tuple(item for item in found if item is not None)


def effect(value: Any, node: Node, build: Build, depth: int) -> Effect | None:
    """One effect in any of its three forms."""
    if isinstance(value, str):
        return build.effect(value, node)
    if not isinstance(value, dict):
        build.fault(node, f"expected an effect, found {found_words(value)}", do="write a verb with its arguments")
        return None
    if depth >= MOST_NESTED_EFFECTS:
        build.fault(node, f"effects are nested deeper than {MOST_NESTED_EFFECTS}", do="flatten them")
        return None
    guard = [key for key in ("chance", "if") if key in value]
    for key in value:
        if key not in ("chance", "if", "then", "else"):
            near = nearest(key, ("chance", "if", "then", "else"))
            build.key_fault(node, key, f"unknown key {key[:60]!r}", near, "remove it or correct it")
    if len(guard) != 1:
        build.fault(node, "an effect with branches needs either chance or if", do='write chance: 250 or if: "..."')
        return None
    return _guarded(value, node, build, depth)


def _guarded(value: dict[str, Any], node: Node, build: Build, depth: int) -> Effect:
    """A chance or a condition with its branches."""
    branches = []
    for key in ("then", "else"):
        part = node.parts.get(key)
        if part is not None and not isinstance(part.data, list):
            build.fault(part, f"expected a list of effects, found {found_words(part.data)}")
        ok = part is not None and isinstance(part.data, list)
        branches.append(effects(part.data, part, build, depth + 1) if ok and part else ())
    if "chance" in value:
        chance, place = value["chance"], node.parts["chance"]
        if isinstance(chance, bool) or not isinstance(chance, int) or not 0 <= chance <= 1000:
            build.fault(place, "chance must be a whole number from 0 to 1000", do="250 is one in four")
            chance = 0
        return Effect("chance", chance=chance, then=branches[0], otherwise=branches[1], text=f"chance {chance}")
    text, place = value["if"], node.parts["if"]
    if not isinstance(text, str):
        build.fault(place, f"expected a condition, found {found_words(text)}")
        text = "False"
    test = build.expression(text, "bool", place)
    return Effect("if", test=test, then=branches[0], otherwise=branches[1], text=f"if {text}")
