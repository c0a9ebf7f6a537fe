"""Turns what pydantic found wrong with the shape of an item into faults with places and advice."""

from __future__ import annotations

from typing import Any

from pydantic import ValidationError

from game.scenario.faults import Fault, found_words, nearest
from game.scenario.reading import Node
from game.scenario.schema_base import Form, plans

_EXPECTED = {
    "int_type": "a whole number", "string_type": "a text", "list_type": "a list", "dict_type": "a mapping",
    "bool_type": "true or false", "model_type": "a mapping", "model_attributes_type": "a mapping",
}  # fmt: skip
#: What to do with a key that nothing follows: most often the rest of a text in which a comma stands.
CUT = "remove it; if it belongs to the text before it, put that text in double quotes"
_DO = {
    "string_type": "put it in quotes", "bool_type": "write true or false without quotes",
    "list_type": "write [a, b] or one - a line", "int_type": "write it without quotes or a point",
}  # fmt: skip


def shape_faults(error: ValidationError, form: type[Form], node: Node, file: str) -> list[Fault]:
    """Every fault of one item, at its place."""
    return [_fault(dict(found), form, node, file) for found in error.errors(include_url=False)]


def _fault(found: dict[str, Any], form: type[Form], node: Node, file: str) -> Fault:
    """One fault."""
    path, kind, limits = tuple(found["loc"]), str(found["type"]), found.get("ctx", {})
    inner = _form_at(form, path[:-1])
    if kind == "missing":
        place = node.at(path[:-1])
        return Fault(file, place.line, place.column, f"{path[-1]} is missing", do=f"add {path[-1]}:")
    if kind == "extra_forbidden":
        place = node.at(path, of_key=True)
        known = [key for plan in plans(inner) for key in plan.keys] if inner else []
        near = nearest(str(path[-1]), known)
        return Fault(
            file,
            place.line,
            place.column,
            f"unknown key {str(path[-1])[:60]!r}",
            near,
            "remove it or correct it" if found.get("input") is not None else CUT,
        )
    place = node.at(path)
    what, do = _words(kind, found.get("input"), limits, str(found["msg"]))
    return Fault(file, place.line, place.column, what, do=do)


def _words(kind: str, value: Any, limits: dict[str, Any], message: str) -> tuple[str, str]:
    """What is wrong and what to do, for one kind of error."""
    if kind in _EXPECTED:
        return f"expected {_EXPECTED[kind]}, found {found_words(value)}", _DO.get(kind, "")
    if kind == "greater_than_equal":
        return f"{value} is too small", f"the least is {limits['ge']}"
    if kind == "less_than_equal":
        return f"{value} is too large", f"the most is {limits['le']}"
    if kind == "multiple_of":
        return f"{value} is not possible here", f"use a multiple of {limits['multiple_of']}"
    if kind == "string_pattern_mismatch":
        return (
            f"{str(value)[:60]!r} cannot be an id",
            "use lower-case letters, digits and _, beginning with a letter",
        )
    if kind == "string_too_long":
        return "this text is too long", f"the most is {limits['max_length']} characters"
    if kind in ("too_short", "string_too_short"):
        return "there is too little here", f"at least {limits['min_length']} needed"
    if kind == "too_long":
        return "there is too much here", f"at most {limits['max_length']} allowed"
    return message, 'write "YYYY", "YYYY-MM" or "YYYY-MM-DD"' if kind == "day" else ""


def _form_at(form: type[Form], path: tuple[Any, ...]) -> type[Form] | None:
    """The form that describes the mapping at a path."""
    current: type[Form] | None = form
    for step in path:
        if isinstance(step, int) or current is None:
            continue
        current = next((plan.form for plan in plans(current) if step in plan.keys), None)
    return current
