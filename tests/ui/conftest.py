"""A window without a screen or a loudspeaker; scenarios are read from the disk once for all tests."""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache

import pytest

os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"


@pytest.fixture(scope="session", autouse=True)
def scenarios_read_once() -> Iterator[None]:
    from game.ui import library

    read = library.load
    library.load = cache(read)
    yield
    library.load = read
