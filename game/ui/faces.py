"""Faces composed from shared parts: a recipe is plain data, the same recipe is always the same face.

A recipe maps `head, hair, beard, moustache, eyes, brows, nose, mouth, glasses, cap, collar` to the names
in `assets/portraits/parts.yaml`, `hair_colour` to a name or `#RRGGBB`, and `tilt` to degrees (-5 to 5).
`female: yes` alone derives a woman's.
Whatever is missing or unknown is plain or absent.
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping
from functools import cache
from typing import Any

import yaml

from game.scenario.places import assets_dir

_HEADS = ("square", "long", "round", "wedge", "gaunt", "broad", "oval")
_DERIVED: dict[str, tuple[str, ...]] = {
    "head": _HEADS,
    "hair": (
        "brushed_back",
        "waves",
        "brush",
        "smooth",
        "parted",
        "side_parted",
        "receding",
        "sides",
        "tufts",
        "tousled",
    ),
    "beard": ("none", "none", "none", "none", "full", "goatee", "short", "spade", "point"),
    "moustache": ("none", "none", "heavy", "small", "trimmed", "plain", "plain", "curled", "walrus"),
    "eyes": ("narrow", "open", "open", "wide", "heavy"),
    "brows": ("stern", "level", "raised", "thick", "arched", "level"),
    "nose": ("short", "long", "hooked", "round", "straight"),
    "mouth": ("level", "level", "down", "smile"),
    "glasses": ("none", "none", "none", "none", "round", "pince_nez"),
    "cap": ("none",) * 11 + ("flat",),
    "collar": ("tunic", "suit", "leather", "shirt", "suit", "tunic", "greatcoat"),
    "hair_colour": ("black", "dark", "brown", "chestnut", "ash", "grey"),
    "tilt": ("-3", "0", "0", "0", "2", "4"),
}
_DERIVED_FEMALE: dict[str, tuple[str, ...]] = {
    "hair": ("bun", "bun", "bob", "bob", "curls"),
    "beard": ("none",),
    "moustache": ("none",),
    "brows": ("raised", "arched", "level", "sad"),
    "mouth": ("level", "full", "full", "smile"),
    "cap": ("none", "none", "kerchief"),
    "collar": ("blouse", "blouse", "tunic"),
    "head": ("long", "round", "oval", "wedge"),
}
_BALD = ("sides", "tufts")
_DOMES = {"oval": "oval_dome", "wedge": "wedge_dome", "round": "round_dome"}


@cache
def parts() -> Mapping[str, Any]:
    """The shared parts, read once."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    text = (assets_dir() / "portraits" / "parts.yaml").read_text(encoding="utf-8")
    read: Mapping[str, Any] = yaml.load(text, Loader=loader)
    return read


def recipe_for(identity: str, female: bool = False) -> dict[str, str]:
    """A recipe derived from an id by a stable hash, for a person with neither drawing nor recipe."""
    recipe = {}
    for part, choices in (_DERIVED | _DERIVED_FEMALE if female else _DERIVED).items():
        recipe[part] = choices[zlib.crc32(f"{part}:{identity}".encode()) % len(choices)]
    return recipe


def chosen(identity: str, recipe: Mapping[str, str]) -> dict[str, str]:
    """The recipe to draw: the given one, or one derived when it names no part but `female: yes`."""
    parts_named = {part: name for part, name in recipe.items() if part != "female"}
    return parts_named or recipe_for(identity, recipe.get("female") == "yes")


def faults(recipe: Mapping[str, str]) -> list[str]:
    """What is wrong with a recipe, in sentences; an empty list when nothing is."""
    found = []
    for part, name in recipe.items():
        if part == "tilt":
            if not _whole(name):
                found.append(f"tilt must be a whole number of degrees, not {name!r}")
        elif part == "hair_colour":
            if name not in parts()["hair_colours"] and not _is_hex(name):
                found.append(f"hair_colour {name!r} is neither a name nor #RRGGBB")
        elif part == "female":
            continue
        elif part not in _DERIVED:
            found.append(f"{part!r} is no part of a face; parts are {', '.join(_DERIVED)}")
        elif name != "none" and name not in parts()[_section(part)]:
            found.append(f"{part} {name!r} is unknown; there are {', '.join(parts()[_section(part)])}")
    return found


def _section(part: str) -> str:
    return part if part in ("hair", "eyes", "brows", "glasses") else f"{part}s"


def _is_hex(text: str) -> bool:
    return (
        len(text) == 7 and text[0] == "#" and all(letter in "0123456789abcdefABCDEF" for letter in text[1:])
    )


def _whole(text: str) -> bool:
    return str(text).lstrip("-").isdigit()


def _part(recipe: Mapping[str, str], part: str, default: str = "none") -> Any:
    shelf = parts()[_section(part)]
    return shelf.get(recipe.get(part, default), shelf.get(default))


def _colours(recipe: Mapping[str, str]) -> tuple[str, str]:
    name = recipe.get("hair_colour", "black")
    if _is_hex(name):
        return name, "#C9A27A"
    pair = parts()["hair_colours"].get(name, parts()["hair_colours"]["black"])
    return pair["hair"], pair["light"]


def _face(
    recipe: Mapping[str, str], head: Mapping[str, str], hair: Mapping[str, Any], cap: Mapping[str, Any] | None
) -> str:
    bearded = recipe.get("beard", "none") in ("full", "spade", "short", "point")
    pieces = [
        "" if cap else hair["back"],
        head["ears"],
        head["face"],
        _part(recipe, "beard") or "",
        _part(recipe, "nose", "straight"),
        "" if bearded else _part(recipe, "mouth", "level"),
        _part(recipe, "eyes", "open"),
        _part(recipe, "brows", "level"),
        _part(recipe, "moustache") or "",
        cap["hair"] if cap else hair["front"],
        _part(recipe, "glasses") or "",
        cap["cap"] if cap else "",
    ]
    return "".join(pieces)


def compose(recipe: Mapping[str, str]) -> str:
    """The SVG of a recipe: a 200-unit square, no ground and no edge (they are drawn in code)."""
    hair = _part(recipe, "hair", "smooth")
    shape = recipe.get("head", "oval")
    if recipe.get("hair") in _BALD and recipe.get("cap", "none") == "none":
        shape = _DOMES.get(shape, shape)
    head = parts()["heads"].get(shape, parts()["heads"]["oval"])
    cap = _part(recipe, "cap")
    scale = (cap or hair)["scale"]
    drop = {1200: -26, 1100: -8, 1080: -4}.get(scale, -8)
    tilt = max(-5, min(5, int(recipe.get("tilt", "0")))) if _whole(recipe.get("tilt", "0")) else 0
    ink, light = _colours(recipe)
    face = _face(recipe, head, hair, cap).replace("{hair}", ink).replace("{light}", light)
    body = f'<g transform="translate(0 6)">{head["neck"]}</g>{_part(recipe, "collar", "tunic")}'
    inner = f'{body}<g transform="rotate({tilt} 100 150)">{face}</g>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200" height="200">'
        f'<g stroke-linecap="round" stroke-linejoin="round" transform="translate({(1000 - scale) / 10} {drop}) '
        f'scale({scale / 1000})">{inner}</g></svg>'
    )
