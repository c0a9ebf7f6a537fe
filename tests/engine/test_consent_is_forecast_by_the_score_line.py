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
    assert found == sorted(found) and found[0] < 5 and found[-1] > 990


def test_an_offer_that_does_not_pay_is_rather_answered_with_lighter_terms(monkeypatch) -> None:
    assert chance(monkeypatch, 1) >= 250
    assert chance(monkeypatch, 0) <= 200


def test_agreements_one_does_not_know_of_may_speak_against_it(monkeypatch) -> None:
    """A line of 100 would be enough; two agreements that are hidden take more than it has."""
    hidden = sum(offer_forecast.HIDDEN[0][2:])
    assert abs(chance(monkeypatch, 100) - (1000 - hidden)) < 30


def test_every_row_of_what_may_be_hidden_is_a_distribution() -> None:
    assert all(sum(row) == 1000 for row in offer_forecast.HIDDEN)
