"""Where scenarios and drawn things lie: in the installed package, or in the checkout."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def data_dir() -> Path:
    """The folder that holds ``scenarios`` and ``assets``."""
    package = Path(str(files("game")))
    packaged = package / "_data"
    return packaged if packaged.is_dir() else package.parent


def scenarios_dir() -> Path:
    """The folder of the scenarios that come with the game."""
    return data_dir() / "scenarios"


def assets_dir() -> Path:
    """The folder of fonts, portraits and emblems."""
    return data_dir() / "assets"
