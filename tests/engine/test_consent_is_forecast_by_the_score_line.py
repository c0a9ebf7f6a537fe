"""The chance of consent rises with the receiver's score line; an offer that does not pay is likelier refused."""

from __future__ import annotations

import pytest
import votes_world as world

from game.engine import bargain, forecast, offer_forecast
from game.engine.ledger import Ledger
from game.engine.state import Offer


def chance(monkeypatch: pytest.MonkeyPatch, points: int) -> int:
    ledger = Ledger("offer")
    ledger.add("opinion", points)
    monkeypatch.setattr(bargain, "score", lambda *_: ledger.close())
    return forecast.offer(world.state(), Offer("x", 0, 1, "peace"))[1]


def test_the_chance_never_falls_with_the_score(monkeypatch) -> None:
    found = [chance(monkeypatch, points) for points in range(-100, 601, 5)]
    assert found == sorted(found) and found[0] <= 10 and found[-1] >= 980


def test_an_offer_that_does_not_pay_is_rather_refused(monkeypatch) -> None:
    assert chance(monkeypatch, 100) > 500 > chance(monkeypatch, 0) > chance(monkeypatch, -20)


def test_between_two_measured_lines_the_chance_is_between_theirs(monkeypatch) -> None:
    (first, low), (last, high) = offer_forecast.MEASURED[0][4:6]
    assert low < chance(monkeypatch, (first + last) // 2) == (low + high) // 2 < high


def test_whoever_is_known_to_keep_many_agreements_keeps_few_in_secret(monkeypatch) -> None:
    state, put = world.state(), Offer("x", 0, 1, "peace")
    found = []
    for known in (1, 2, 7):
        monkeypatch.setattr(bargain, "promises", lambda *_, known=known: known)
        found.append(offer_forecast.chance(state, put, 80))
    assert found[0] < found[1] == found[2]


def test_every_measured_row_rises(monkeypatch) -> None:
    for row in (*offer_forecast.MEASURED, offer_forecast.MEASURED_JOIN):
        assert list(row) == sorted(row) and [share for _, share in row] == sorted(share for _, share in row)


def test_of_whoever_is_asked_to_join_an_understanding_only_wavering_is_hidden(monkeypatch) -> None:
    state, put = world.state(), Offer("x", 0, 1, "join", "trio")
    found = []
    for known in (1, 7):
        monkeypatch.setattr(bargain, "promises", lambda *_, known=known: known)
        found.append([offer_forecast.chance(state, put, points) for points in (-40, 0, 40)])
    assert found[0] == found[1] and found[0][0] < 50 < 400 < found[0][1] < 600 < 950 < found[0][2]
