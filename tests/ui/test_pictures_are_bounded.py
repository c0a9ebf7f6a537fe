"""Kept pictures take no more memory than they may, and the oldest go first."""

from __future__ import annotations

import pygame

from game.ui.keep import kept


def test_the_oldest_pictures_go_when_there_is_no_room() -> None:
    made: list[int] = []

    @kept(1)
    def picture(number: int) -> pygame.Surface:
        made.append(number)
        return pygame.Surface((256, 256), depth=32)  # a quarter of a mebibyte

    for number in range(5):
        picture(number)
    assert picture.taken <= 1 << 20
    picture(4)
    assert made == [0, 1, 2, 3, 4]
    picture(0)
    assert made[-1] == 0 and len(made) == 6
    picture.cache_clear()
    assert picture.taken == 0
