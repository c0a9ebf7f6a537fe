"""JSON Schemas of scenario files and lesson files, for editors that check while one types.

They are made from the forms the loader itself uses. What a text means (whether an id exists, whether an
expression is right) only the loader can say.
"""

from __future__ import annotations

from typing import Any

from game.scenario.lesson_file import LessonForm
from game.scenario.loading import MAPPINGS, SECTIONS, HeadForm
from game.scenario.schema_record import DATA_FORMS

DRAFT = "https://json-schema.org/draft/2020-12/schema"
TEMPLATE = "#/$defs/{model}"


def scenario_schema() -> dict[str, Any]:
    """The schema of any file of a scenario: every key may stand in any file, none must."""
    shared: dict[str, Any] = {}
    properties = dict(_form(HeadForm, shared)["properties"])
    for key, (_, form) in SECTIONS.items():
        name = form.__name__
        shared[name] = _either_key(_form(form, shared))
        properties[key] = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
    shared["FactForm"] = _fact(shared)
    return {
        "$schema": DRAFT,
        "title": "A file of a scenario of The General Line",
        "description": f"Lists and the mappings {', '.join(MAPPINGS)} may be split over files.",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "$defs": dict(sorted(shared.items())),
    }


def lesson_schema() -> dict[str, Any]:
    """The schema of a lesson file."""
    shared: dict[str, Any] = {}
    return {"$schema": DRAFT, "title": "A lesson of The General Line", **_form(LessonForm, shared), "$defs": shared}


def _form(form: Any, shared: dict[str, Any]) -> dict[str, Any]:
    """The schema of a form; what it uses goes into ``shared``."""
    made: dict[str, Any] = form.model_json_schema(ref_template=TEMPLATE, mode="validation")
    for name, part in made.pop("$defs", {}).items():
        shared[name] = _either_key(part)
    return made


def _either_key(made: dict[str, Any]) -> dict[str, Any]:
    """A condition may be written as ``if`` or as ``test``."""
    properties = made.get("properties", {})
    if "if" not in properties:
        return made
    required = [name for name in made.get("required", []) if name != "if"]
    both = {**properties, "test": properties["if"]}
    made = {**made, "properties": both, "required": required}
    if not required:
        made.pop("required")
    return made


def _fact(shared: dict[str, Any]) -> dict[str, Any]:
    """A fact whose data fit its kind."""
    kinds = []
    for kind, form in DATA_FORMS.items():
        shared[form.__name__] = _form(form, shared)
        kinds.append(
            {
                "if": {"properties": {"kind": {"const": kind}}},
                "then": {"properties": {"data": {"$ref": f"#/$defs/{form.__name__}"}}},
            }
        )
    return {**shared["FactForm"], "allOf": kinds}
