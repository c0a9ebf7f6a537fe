"""Pictures kept for the next frame, bounded by the memory they take and not by their number."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import Any, Generic, TypeVar

import pygame

Made = TypeVar("Made", bound="pygame.Surface | None")


class Kept(Generic[Made]):
    """A function that makes pictures, and those it made last; the oldest go when there is no room."""

    def __init__(self, make: Callable[..., Made], room: int) -> None:
        self.make, self.room, self.taken = make, room, 0
        self._kept: OrderedDict[tuple[Any, ...], Made] = OrderedDict()
        self._lock = Lock()

    def __call__(self, *key: Any) -> Made:
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
                return self._kept[key]
        made = self.make(*key)
        with self._lock:
            if key not in self._kept:
                self._kept[key] = made
                self.taken += size_of(made)
            while self.taken > self.room and len(self._kept) > 1:
                self.taken -= size_of(self._kept.popitem(last=False)[1])
        return made

    def cache_clear(self) -> None:
        """Forget everything."""
        with self._lock:
            self._kept.clear()
            self.taken = 0


def size_of(picture: pygame.Surface | None) -> int:
    """Bytes of a picture."""
    return picture.get_width() * picture.get_height() * picture.get_bytesize() if picture is not None else 0


def kept(mebibytes: int) -> Callable[[Callable[..., Made]], Kept[Made]]:
    """Keep the pictures a function makes, up to so many mebibytes; called with positional arguments only."""
    return lambda make: Kept(make, mebibytes << 20)
