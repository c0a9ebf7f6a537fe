"""By lot: each seat draws how it plays, keyed by seed; what the lots tell is what is in the worlds."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from game.__main__ import main
from game.lab import ensemble, lots
from game.lab.lot_sums import lot_sums
from game.lab.sums import sums
from game.lab.world import Plan
from game.reports.ensemble import page, text
from game.scenario.model import Scenario

SEEDS = range(1, 13)


def played(harbour: Scenario, folder: Path, kind: str) -> ensemble.Ensemble:
    plan = Plan(harbour.folder, harbour.digest, lots=kind)
    return ensemble.run(harbour, plan, SEEDS, folder / f"{kind}.jsonl", 1)


def test_the_lot_of_a_seat_hangs_on_seed_and_seat_alone(harbour: Scenario) -> None:
    once, again = (lots.drawn(harbour, "orders", "secretary", 7) for _ in range(2))
    assert once == again
    drawn = [lot for seed in range(40) for lot in lots.drawn(harbour, "orders", "clerk", seed).values()]
    assert len({lot.lacks for lot in drawn}) > 40


def test_a_tenth_of_all_types_is_lacking(harbour: Scenario) -> None:
    drawn = [lot for seed in range(500) for lot in lots.drawn(harbour, "orders", "clerk", seed).values()]
    lacking = sum(len(lot.lacks) for lot in drawn) / (len(drawn) * len(harbour.orders))
    assert 0.09 < lacking < 0.11


def test_half_of_the_seats_are_secretaries_and_an_eighth_holds_to_each_plan(harbour: Scenario) -> None:
    drawn = [lot for seed in range(1000) for lot in lots.drawn(harbour, "plans", "", seed).values()]
    shares = {plan: sum(lot.plan == plan for lot in drawn) / len(drawn) for plan in {lot.plan for lot in drawn}}
    assert 0.47 < shares.pop("secretary") < 0.53
    assert set(shares) == {"clerk", *lots.FAMILIES} and all(0.1 < share < 0.15 for share in shares.values())
    family = {one.id: one.family for one in harbour.orders}
    assert all({family[one] for one in lot.types(harbour)} == {lot.plan} for lot in drawn if lot.lacks)


@pytest.mark.parametrize("kind", lots.KINDS)
def test_nobody_gives_what_his_lot_lacks(harbour: Scenario, tmp_path: Path, kind: str) -> None:
    found = played(harbour, tmp_path, kind)
    seats = [seat for one in found.worlds for seat in one["lots"].values()]
    assert any(seat["lacks"] for seat in seats) and any(seat["gave"] for seat in seats)
    assert not any(set(seat["lacks"]) & set(seat["gave"]) for seat in seats)


def made(harbour: Scenario, harm: float) -> list[dict[str, object]]:
    """Worlds by a known law: whoever lacks the first type wins less often by ``harm``; the second does nothing."""
    luck, first, second = random.Random(3), harbour.orders[0].id, harbour.orders[1].id
    worlds = []
    for seed in range(4000):
        row: dict[str, dict[str, object]] = {"lots": {}, "bands": {}, "scores": {}}
        for contender in harbour.contenders:
            lacks = [one for one in (first, second) if luck.random() < 0.2]
            won = luck.random() < 0.5 - (harm if first in lacks else 0)
            row["lots"][contender.person] = {"plan": "clerk", "lacks": lacks, "gave": [first, second]}
            row["bands"][contender.person] = "full" if won else "open"
            row["scores"][contender.person] = 60 if won else luck.choice((0, 10))
        worlds.append({"seed": seed, **row})
    return worlds


def test_what_a_type_is_worth_is_found_and_nothing_where_there_is_nothing(harbour: Scenario) -> None:
    found = {row["id"]: row for row in lot_sums(harbour, "orders", made(harbour, 0.2))["rows"]}
    harmed, idle = found[harbour.orders[0].id], found[harbour.orders[1].id]
    assert harmed["full"]["low"] < -0.2 < harmed["full"]["high"] and harmed["full"]["high"] < -0.15
    assert harmed["points"]["high"] < -5
    assert idle["full"]["low"] < 0 < idle["full"]["high"]


def test_a_single_seat_is_sure_only_when_all_comparisons_are_counted(harbour: Scenario) -> None:
    drawn = lot_sums(harbour, "orders", made(harbour, 0.2))
    sure = {(row["id"], row["seats"][0]) for row in drawn["by_seat"] if row["sure"]}
    assert sure == {(harbour.orders[0].id, contender.person) for contender in harbour.contenders}
    assert not any(row["sure"] for row in lot_sums(harbour, "orders", made(harbour, 0.0))["by_seat"])


def test_a_type_nobody_gives_is_not_compared(harbour: Scenario) -> None:
    rows = lot_sums(harbour, "orders", made(harbour, 0.0))["rows"]
    assert {row["id"] for row in rows} == {harbour.orders[0].id, harbour.orders[1].id}


def test_the_report_tells_what_the_lots_say(harbour: Scenario, tmp_path: Path) -> None:
    figures = sums(harbour, played(harbour, tmp_path, "plans"))
    assert "only agitating" in text(harbour, figures) and "By lot" in page(harbour, figures)


def test_lots_are_for_every_seat(harbour: Scenario, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ensemble", harbour.id, "-n", "1", "--by-lot", "orders", "--as", harbour.contenders[0].person]) == 2
    assert "leave out --as" in capsys.readouterr().err
