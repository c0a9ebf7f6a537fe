"""Where the drawn things lie: beside the package when installed, in the checkout otherwise."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from pathlib import Path


@cache
def assets_folder() -> Path:
    """The folder of fonts, portraits and emblems; FileNotFoundError when there is none."""
    packaged = Path(str(files("game"))) / "_data" / "assets"
    checkout = Path(__file__).resolve().parents[2] / "assets"
    for folder in (packaged, checkout):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"no assets in {packaged} or {checkout}")
