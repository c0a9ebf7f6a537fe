"""What an offer would meet with is the other's judgement, and a forecast of a vote says how much is still open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from game.engine import forecast, offers
from game.views.orders import considered_offer, next_blank
from game.views.parts import Scene
from game.views.whip import agenda, silent, whip_view
from tests.views.games import scenario, steps

BOOK, SEAT = "succession-1923", "zinoviev"


def scenes(most: int) -> Iterator[Scene]:
    for table in islice(steps(SEAT, seed=3, name=BOOK), most):
        yield Scene(table, scenario(BOOK).index["people"][SEAT])


def test_an_offer_is_forecast_by_the_score_of_the_one_who_is_asked() -> None:
    at = next(scenes(1))
    people = [one.person for one in scenario(BOOK).contenders if one.person != SEAT]
    answers = set()
    for target in people:
        filled = {"target": target, "term": "alliance"}
        blank = next_blank(at, "offer", filled)
        assert blank is not None
        for one in blank.targets:
            offer = considered_offer(at, {**filled, blank.slot: one.id})
            line, chance = forecast.offer(at.seen, offer)
            assert one.locked_reason or one.forecast.startswith(f"accepts {chance // 10} in 100")
            assert one.locked_reason or ("against it" in one.forecast) == (line.total <= 0)
            answers.add(line.total > 0)
    assert answers == {True, False}


def test_an_offer_of_a_post_says_which(monkeypatch) -> None:
    at = next(scenes(1))
    filled = {"target": next(one.person for one in scenario(BOOK).contenders if one.person != SEAT)}

    def detail() -> str:
        blank = next_blank(at, "offer", filled)
        assert blank is not None and blank.slot == "term"
        return {one.id: one.detail for one in blank.targets}["post"]

    vacant = considered_offer(at, {**filled, "term": "post"}).what
    assert vacant and detail() == at.words.name(vacant)
    monkeypatch.setattr(offers, "weightiest_vacancy", lambda _: "")
    assert detail() == "nothing is vacant"


def test_a_whip_list_says_how_many_votes_have_not_been_spoken_for() -> None:
    told = 0
    for at in scenes(12):
        for motion in agenda(at):
            view, left = whip_view(at, motion.id), silent(at, motion)
            assert view is not None and view.forecast is not None
            label = view.forecast.label
            if not left:
                assert "not spoken" not in label
            elif at.scenario.bodies[motion.body].kind != "assembly":
                told += 1
                assert re.search(rf"; {len(left)} leaders? with \d+ votes? of \d+ ha(s|ve) not spoken", label)
    assert told
