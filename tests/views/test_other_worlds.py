"""Other worlds are told with their number, the middle one and the range, and where the aim was lost."""

from __future__ import annotations

from game.views.other_worlds import worlds_text


def world(authority: int, score: int, lost: bool = False) -> dict[str, object]:
    return {"authority": authority, "score": score, "lost": lost}


def test_middle_and_range_stand_with_the_number_of_worlds() -> None:
    text = worlds_text([world(300, 10), world(250, 10), world(410, 10, True)], 4)
    assert text == "4 turns on, in 3 other worlds: authority 30.0 (25.0 to 41.0); score 10; the aim lost in 1"


def test_without_worlds_nothing_is_said() -> None:
    assert worlds_text([], 4) == ""
    assert worlds_text([world(100, -5)], 2).endswith("score −5; the aim lost in none")
