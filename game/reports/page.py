"""The log as one self-contained HTML page; everything is escaped, nothing is fetched."""

from __future__ import annotations

import base64
from importlib import resources
from typing import Any

from game.reports.dates import day
from game.reports.drawing import drawing
from game.scenario.places import assets_dir

#: Divergences told in full, and how many causes of a chain are shown in the list.
TOLD = 24
#: The lettering of headings, carried inside the page.
LETTERS = "Oswald-SemiBold.ttf"


def page(run: dict[str, Any]) -> str:
    """Render the run."""
    from jinja2 import Environment

    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["day"] = day
    template = environment.from_string(resources.files("game.reports").joinpath("page.html.j2").read_text("utf-8"))
    heavy = sorted(run["divergences"], key=lambda one: (-one["weight"], one["date"]))
    told = sorted(heavy[:TOLD], key=lambda one: (one["date"], -one["weight"]))
    return template.render(
        run=run,
        draw=drawing(run),
        told=told,
        others=sorted(heavy[TOLD:], key=lambda one: (one["date"], -one["weight"])),
        letters=letters(),
    )


def letters() -> str:
    """The heading font as text, '' where it is not installed."""
    path = assets_dir() / "fonts" / LETTERS
    return base64.b64encode(path.read_bytes()).decode("ascii") if path.is_file() else ""
